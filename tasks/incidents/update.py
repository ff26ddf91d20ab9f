"""What some new, changed or removed documents do to the events: a part of a rebuild, with the same result.

Only the components that the documents' reports are or were part of can change. They are found from those reports
outwards, and more weeks are loaded while a component reaches beyond those at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tasks.incidents.blocks import WEEK, Blocks, weeks
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
    by, known = weights(reference), (_Known(), _Known())
    covered: set[int] = set()
    wanted = _weeks([*touched, *(one.report for one in gone)])
    while True:
        for one in load(_stretches(wanted - covered)) if wanted - covered else ():
            held.setdefault(one.report.mention_id, one)
        covered |= wanted
        old, new, components = _affected(touched, gone, held, by, known)
        wanted = _weeks([*old, *new])
        if wanted <= covered:
            return _update(old, components, held, by)


class _Known(dict[tuple[str, str], float]):
    """Weights of pairs worked out so far. A changed document's reports may keep their ids: one each for old and new."""


class _Linked:
    """Reports with their links, worked out where they are asked for."""

    def __init__(self, reports: Mapping[str, Report], known: _Known, by: Weights) -> None:
        self.reports = reports
        self._blocks = Blocks(reports.values(), by)
        self._known = known
        self._weights = by

    def crowds(self, reports: Iterable[Report]) -> set[str]:
        """The reports whose partners can change when one of these comes or goes."""
        return {other.mention_id for report in reports for other in self._blocks.crowds(report)}

    def components(self, seeds: Iterable[str]) -> list[tuple[list[Report], list[Link]]]:
        """The components that hold the seeds, each with its links."""
        seen: set[str] = set()
        found = []
        for seed in sorted(seeds):
            if seed in self.reports and seed not in seen:
                seen.add(seed)
                found.append(self._component(seed, seen))
        return found

    def _component(self, seed: str, seen: set[str]) -> tuple[list[Report], list[Link]]:
        members, links, stack = [self.reports[seed]], set(), [seed]
        while stack:
            report = self.reports[stack.pop()]
            for other in self._blocks.partners(report):
                first, second = sorted((report, other), key=lambda r: r.order)
                pair = (first.mention_id, second.mention_id)
                if pair not in self._known:
                    self._known[pair] = compare(first, second, self._weights)
                if self._known[pair] >= self._weights.link:
                    links.add((self._known[pair], *pair))
                    if other.mention_id not in seen:
                        seen.add(other.mention_id)
                        members.append(other)
                        stack.append(other.mention_id)
        return members, sorted(links)


def _affected(
    touched: Sequence[Report],
    gone: Sequence[Held],
    held: Mapping[str, Held],
    by: Weights,
    known: tuple[_Known, _Known],
) -> tuple[list[Report], list[Report], list[tuple[list[Report], list[Link]]]]:
    """The reports whose events go, those whose events come, and the components of these."""
    out = {one.report.mention_id for one in gone}
    now = {mention_id: one.report for mention_id, one in held.items() if mention_id not in out}
    before = _Linked({mention_id: one.report for mention_id, one in held.items()}, known[0], by)
    after = _Linked(now | {report.mention_id: report for report in touched}, known[1], by)
    moved = [*touched, *(one.report for one in gone)]
    crowds = before.crowds(moved) | after.crowds(moved)
    seeds = {report.mention_id for report in moved} | crowds
    while True:
        old = {r.mention_id: r for members, _ in before.components(seeds) for r in members}
        components = after.components(seeds | old.keys())
        new = {r.mention_id: r for members, _ in components for r in members}
        if seeds >= old.keys() | new.keys():
            return list(old.values()), list(new.values()), components
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
