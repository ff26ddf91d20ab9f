"""Which reports are held against each other: those that share a key in the same week.

A block is all the reports with one key in one week. Reports of one block are compared pair by pair, unless it is
crowded: then those that share a second key (type and mode and the date count as well), and neighbours in canonical
order; where those that share a second key are a crowd themselves, neighbours alone. So the work per report is bounded,
and which pairs are compared is a function of the set of reports alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from tasks.incidents.names import common_names, skeleton
from tasks.incidents.report import Report
from tasks.incidents.things import MARK
from tasks.incidents.weights import Weights

WEEK = 7
# A block of more is crowded: an event that dominates a week has some hundred mentions.
CROWD = 60
# Neighbours on each side that a report keeps in a crowd that no second key tells apart.
NEIGHBOURS = 12
# Of so many names drawn from a signature by hash, two versions of one text share at least one: those that share a
# quarter of their names with a probability of 0.97.
_SIGNATURE_KEYS = 12
_NAME_KEYS = 4
_TOWN = 2

Block = tuple[str, int]


def weeks(report: Report) -> range:
    """The numbers of the weeks at which a report is looked for."""
    return range(report.window[0] // WEEK, report.window[1] // WEEK + 1)


def keys(report: Report, weights: Weights) -> tuple[str, ...]:
    """What a report is found by, sorted: its document and its versions, figures, and the things of its day.

    Place, names, countries and known parties are shared by much else: they count within a family of types.
    """
    family = weights.family[report.event_type]
    found = {f"d {report.doc_id}"}
    found |= {f"{family} p {place}" for place in _places(report)}
    names = sorted((name for name in report.names if _rare(name)), key=lambda name: (-len(name), name))[:_NAME_KEYS]
    found |= {f"{family} n {name}" for name in names}
    found |= {f"s {drawn}" for drawn in _drawn(report.doc_names)}
    found |= {f"f {f.kind} {f.low}" for f in report.figures if f.low is not None and f.low == f.high}
    if report.window[0] == report.window[1]:
        day = report.window[0]
        found |= {f"e {day} {name}" for name in report.names if name.startswith(MARK)}
        if report.country is not None:
            found.add(f"{family} c {day} {report.country}")
    for role, parties in (("a", report.actors), ("r", report.recipients)):
        found |= {f"{family} {role} {p.entity_id}" for p in parties if p.entity_id is not None}
        found |= {f"{family} {role} {p.country} {p.sector}" for p in parties if p.country and p.entity_id is None}
    return tuple(sorted(found))


def _rare(name: str) -> bool:
    return not name.startswith(MARK) and name not in common_names()


@lru_cache(maxsize=1 << 14)
def _drawn(names: frozenset[str]) -> tuple[str, ...]:
    """Names of a signature as minima of hashes (MinHash, Broder 1997), each with the number of its draw."""
    draws = range(_SIGNATURE_KEYS) if names else ()
    return tuple(f"{n} {min(names, key=lambda name: (crc32(f'{n} {name}'.encode()), name))}" for n in draws)


class Postings:
    """Reports by the keys that they are found by, to be read and added to."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._keys: dict[int, tuple[str, ...]] = {}
        self.by_key: defaultdict[str, list[Report]] = defaultdict(list)

    def add(self, reports: Iterable[Report]) -> None:
        """Adds reports; one that is there already is not added again."""
        for report in reports:
            if id(report) not in self._keys:
                self._keys[id(report)] = keys(report, self._weights)
                for key in self._keys[id(report)]:
                    self.by_key[key].append(report)

    def keys(self, report: Report) -> tuple[str, ...]:
        """The keys of a report that was added."""
        return self._keys[id(report)]


class Blocks:
    """The blocks of reports; `pairs` and `partners` say who is compared with whom."""

    def __init__(self, postings: Postings, without: Collection[int] = ()) -> None:
        """Takes the blocks from postings, to which nothing is added as long as these are used.

        Args:
            postings: the reports.
            without: ids (`id`) of reports that are left out.
        """
        self._postings = postings
        self._without = frozenset(without)
        self._members: dict[Block, list[Report]] = {}
        self._subdivided: dict[Block, dict[str, list[Report]]] = {}

    def partners(self, report: Report) -> Iterator[Report]:
        """The reports that one is compared with, some of them more than once."""
        for week in weeks(report):
            for key in self._postings.keys(report):
                for crowd in self._told_apart(report, (key, week)):
                    yield from (other for other in crowd if _first_meet(report, other) == week)

    def pairs(self, week: int) -> Iterator[tuple[Report, Report]]:
        """The pairs that first meet in a week, each in canonical order, some of them more than once."""
        for key in self._postings.by_key:
            members = self._block((key, week))
            if len(members) > CROWD:
                for report in members:
                    for crowd in self._told_apart(report, (key, week)):
                        yield from (
                            (report, other)
                            for other in crowd
                            if report.order < other.order and _first_meet(report, other) == week
                        )
                continue
            for at, report in enumerate(members):
                yield from ((report, other) for other in members[at + 1 :] if _first_meet(report, other) == week)

    def crowds(self, report: Report) -> Iterator[Report]:
        """The members of the crowded blocks that a report is in: with one more or less, other pairs meet there."""
        for week in weeks(report):
            for key in self._postings.keys(report):
                members = self._block((key, week))
                if len(members) >= CROWD:
                    yield from members

    def _block(self, block: Block) -> list[Report]:
        members = self._members.get(block)
        if members is None:
            key, week = block
            here = (report for report in self._postings.by_key.get(key, ()) if week in weeks(report))
            members = sorted((r for r in here if id(r) not in self._without), key=lambda report: report.order)
            self._members[block] = members
        return members

    def _told_apart(self, report: Report, block: Block) -> Iterator[Sequence[Report]]:
        members = self._block(block)
        if len(members) <= CROWD:
            yield [other for other in members if other is not report]
            return
        parts = self._subdivided.get(block)
        if parts is None:
            parts = self._subdivided[block] = self._subdivide(block[0], members)
        yield _neighbours(report, members)
        for key in _second_keys(report, self._postings.keys(report)):
            if key != block[0]:
                crowd = parts[key]
                yield (
                    _neighbours(report, crowd)
                    if len(crowd) > CROWD
                    else [other for other in crowd if other is not report]
                )

    def _subdivide(self, block_key: str, members: Sequence[Report]) -> dict[str, list[Report]]:
        parts: defaultdict[str, list[Report]] = defaultdict(list)
        for report in members:
            for key in _second_keys(report, self._postings.keys(report)):
                if key != block_key:
                    parts[key].append(report)
        return dict(parts)


def _second_keys(report: Report, own: Iterable[str]) -> Iterator[str]:
    """What reports of a crowd are told apart by: too frequent to look for a report by."""
    yield from own
    yield f"t {report.event_type} {report.event_mode}"
    yield f"w {report.event_date}"
    yield from (name for name in sorted(report.names) if name.startswith(MARK))


def _neighbours(report: Report, crowd: Sequence[Report]) -> list[Report]:
    """Those that stand beside a report in a crowd in canonical order."""
    at = bisect_left(crowd, report.order, key=lambda other: other.order)
    return [other for other in crowd[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1] if other is not report]


def _first_meet(a: Report, b: Report) -> int:
    """The first week in which both are looked for, if there is one: a pair is compared in that week alone."""
    return max(a.window[0], b.window[0]) // WEEK


def _places(report: Report) -> Iterator[str]:
    if report.place_id is not None:
        yield report.place_id
        if report.admin1 is not None:
            yield f"{report.country} {report.admin1}"
    elif report.place_text is not None:
        words = report.place_text.replace("-", " ").split()
        yield from (skeleton(word) for word in words if word[:1].isupper())
