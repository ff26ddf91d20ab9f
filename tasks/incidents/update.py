"""What some new, changed or removed documents do to the events: a part of a rebuild, with the same result.

Only the components that the documents' reports are or were part of can change. They are found from those reports
outwards, and more weeks are loaded while a component reaches beyond those at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tasks.incidents.agree import best_partner, stands
from tasks.incidents.blocks import WEEK, Blocks, Postings, weeks
from tasks.incidents.cluster import Link, incidents
from tasks.incidents.compare import compare
from tasks.incidents.days import day
from tasks.incidents.event import Month, event
from tasks.incidents.rebuild import mention_rows
from tasks.incidents.report import Held, Report
from tasks.incidents.weights import Weights, weights
from tasks.settings import REFERENCE

Row = dict[str, Any]
# First and last day of a stretch of whole weeks; None of both: the reports without any day.
Stretch = tuple[date | None, date | None]
Load = Callable[[Sequence[Stretch]], Iterable[Held]]


@dataclass(frozen=True, slots=True)
class Update:
    """What goes and what comes; all else in the lake stays as it is.

    Attributes:
        events, event_mentions: the rows that come, each in the order of its key.
        stale_events, stale_mentions: the keys that go, by the partition that they stand in.
        before, after: the events that go and come, with their mention ids (see `superseded`).
    """

    events: list[Row]
    event_mentions: list[Row]
    stale_events: Mapping[Month, tuple[str, ...]]
    stale_mentions: Mapping[Month, tuple[str, ...]]
    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]


def update(touched: Sequence[Report], gone: Sequence[Held], load: Load, reference: Path = REFERENCE) -> Update:
    """The change that some documents make.

    Args:
        touched: all reports of the new and changed documents.
        gone: what the lake holds of the changed and removed documents, before this change.
        load: gives all rows of `event_mentions` whose window has a day in one of the stretches, as reports.
        reference: the folder that holds `incidents.yaml`.
    """
    held = {one.report.mention_id: one for one in gone}
    by = weights(reference)
    work = _Work(Postings(by), {}, {}, by)
    touched = [replace(report) for report in touched]  # what is old and what is new are told apart by object
    work.postings.add(touched)
    covered: set[int] = set()
    wanted = _weeks([*touched, *(one.report for one in gone)])
    while True:
        for one in load(_stretches(wanted - covered)) if wanted - covered else ():
            held.setdefault(one.report.mention_id, one)
        covered |= wanted
        work.postings.add(one.report for one in held.values())
        affected = _affected(touched, gone, held, work)
        wanted = affected.weeks
        if wanted <= covered:
            return _update(affected.old, affected.components, held, by)


class _Affected(NamedTuple):
    """The reports whose events go, the components of those that come, and the weeks that must be at hand for it."""

    old: list[Report]
    components: list[tuple[list[Report], list[Link]]]
    weeks: set[int]


_Known = dict[tuple[str, str], float]


class _Work(NamedTuple):
    """What is worked out once: the keys of reports, and the weights of pairs.

    A changed document's reports may keep their ids: there are weights of before and of after.
    """

    postings: Postings
    before: _Known
    after: _Known
    by: Weights


class _Linked:
    """Reports with their links, worked out where they are asked for.

    Attributes:
        asked: the reports whose partners were asked for: all that can be one must be at hand.
    """

    def __init__(self, reports: Mapping[str, Report], blocks: Blocks, known: _Known, by: Weights) -> None:
        self.reports = reports
        self.asked: set[str] = set()
        self._blocks = blocks
        self._known = known
        self._weights = by
        self._partners: dict[str, dict[str, float]] = {}
        self._best: dict[str, Report] = {}
        self._components: dict[str, tuple[list[Report], list[Link]]] = {}

    def crowds(self, reports: Iterable[Report]) -> set[str]:
        """The reports whose partners can change when one of these comes or goes, though they are not its partners."""
        return {other.mention_id for report in reports for other in self._blocks.crowds(report)}

    def met(self, mention_id: str) -> set[str]:
        """The reports that one is compared with; none where it is not here."""
        if mention_id not in self.reports:
            return set()
        return {other.mention_id for other in self._blocks.partners(self.reports[mention_id])}

    def partners(self, mention_id: str) -> dict[str, float]:
        """The reports that speak for one incident with a report, with their weights; none where it is not here."""
        if mention_id not in self.reports:
            return {}
        if mention_id not in self._partners:
            self.asked.add(mention_id)
            weights = {other: self._weight(mention_id, other) for other in self.met(mention_id)}
            self._partners[mention_id] = {k: weight for k, weight in weights.items() if weight >= self._weights.link}
        return self._partners[mention_id]

    def components(self, seeds: Iterable[str]) -> list[tuple[list[Report], list[Link]]]:
        """The components that hold the seeds, each with its links."""
        found = {}
        for seed in sorted(seeds):
            if seed in self.reports:
                if seed not in self._components:
                    component = self._component(seed)
                    self._components |= dict.fromkeys((report.mention_id for report in component[0]), component)
                component = self._components[seed]
                found[id(component)] = component
        return list(found.values())

    def _component(self, seed: str) -> tuple[list[Report], list[Link]]:
        members, links, seen = [seed], [], {seed}
        for member in members:
            for other, weight in self.partners(member).items():
                if self._stands(member, other):
                    links.append((weight, member, other))
                    if other not in seen:
                        seen.add(other)
                        members.append(other)
        return [self.reports[member] for member in members], links

    def _stands(self, a: str, b: str) -> bool:
        return stands(self.reports[a], self.reports[b], self._best_of(a), self._best_of(b), self._weights)

    def _best_of(self, mention_id: str) -> Report:
        if mention_id not in self._best:
            partners = self.partners(mention_id)
            self._best[mention_id] = best_partner((self.reports[k], weight) for k, weight in partners.items())
        return self._best[mention_id]

    def _weight(self, a: str, b: str) -> float:
        first, second = sorted((self.reports[a], self.reports[b]), key=lambda report: report.order)
        pair = (first.mention_id, second.mention_id)
        if pair not in self._known:
            self._known[pair] = compare(first, second, self._weights)
        return self._known[pair]


def _affected(
    touched: Sequence[Report],
    gone: Sequence[Held],
    held: Mapping[str, Held],
    work: _Work,
) -> _Affected:
    """The components before and after that the change can be seen in."""
    out = {one.report.mention_id for one in gone}
    then = {mention_id: one.report for mention_id, one in held.items()}
    now = {k: report for k, report in then.items() if k not in out} | {r.mention_id: r for r in touched}
    before = _Linked(then, Blocks(work.postings, {id(report) for report in touched}), work.before, work.by)
    after = _Linked(now, Blocks(work.postings, {id(one.report) for one in gone}), work.after, work.by)
    reports = [*touched, *(one.report for one in gone)]
    moved = {report.mention_id for report in reports}
    # In a crowded block one more or less changes whom others are compared with.
    crowds = before.crowds(reports) | after.crowds(reports)
    shifted = {k for k in crowds if before.met(k) - moved != after.met(k) - moved}
    changed = moved | shifted
    # Whoever has a changed partner may have another best one, and keep other links.
    seeds = changed | {k for mention_id in changed for part in (before, after) for k in part.partners(mention_id)}
    while True:
        old = {r.mention_id: r for members, _ in before.components(seeds) for r in members}
        components = after.components(seeds | old.keys())
        new = {r.mention_id: r for members, _ in components for r in members}
        if seeds >= old.keys() | new.keys():
            asked = [part.reports[k] for part in (before, after) for k in part.asked | (crowds & part.reports.keys())]
            return _Affected(list(old.values()), components, _weeks([*asked, *old.values(), *new.values()]))
        seeds |= old.keys() | new.keys()


def _update(
    old: Sequence[Report],
    components: Sequence[tuple[list[Report], list[Link]]],
    held: Mapping[str, Held],
    by: Weights,
) -> Update:
    went: defaultdict[str, list[Report]] = defaultdict(list)
    for report in old:
        went[held[report.mention_id].event_id].append(report)
    came = [incident for members, links in components for incident in incidents(members, links, by)]
    events = [event(incident) for incident in came]
    stale_events: defaultdict[Month, list[str]] = defaultdict(list)
    for event_id, members in went.items():
        row = event(sorted(members, key=lambda report: report.order))
        stale_events[row["event_year"], row["event_month"]].append(event_id)
    stale_mentions: defaultdict[Month, list[str]] = defaultdict(list)
    for report in old:
        first = day(report.window[0])
        stale_mentions[(first.year, first.month) if first else (None, None)].append(report.mention_id)
    return Update(
        events=sorted(events, key=lambda row: row["event_id"]),
        event_mentions=sorted((r for i in came for r in mention_rows(i)), key=lambda row: row["mention_id"]),
        stale_events=_sorted(stale_events),
        stale_mentions=_sorted(stale_mentions),
        before={event_id: frozenset(r.mention_id for r in members) for event_id, members in went.items()},
        after={row["event_id"]: frozenset(row["mention_ids"]) for row in events},
    )


def _sorted(keys: Mapping[Month, Sequence[str]]) -> dict[Month, tuple[str, ...]]:
    return {month: tuple(sorted(keys[month])) for month in sorted(keys, key=str)}


def _weeks(reports: Iterable[Report]) -> set[int]:
    return {week for report in reports for week in weeks(report)}


def _stretches(wanted: set[int]) -> list[Stretch]:
    """Weeks as stretches of days; week 0 holds what has no date."""
    stretches: list[Stretch] = []
    ordered = sorted(wanted)
    for at, week in enumerate(ordered):
        first, last = day(week * WEEK), day(week * WEEK + WEEK - 1)
        if week == 0:
            stretches.append((None, None))
        elif at and ordered[at - 1] == week - 1 and stretches[-1][0] is not None:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return stretches
