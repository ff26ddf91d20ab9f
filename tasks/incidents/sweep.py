"""All reports to incidents, week by week, with only the reports of open weeks in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasks.incidents.blocks import Blocks, weeks
from tasks.incidents.cluster import Link, incidents
from tasks.incidents.compare import compare
from tasks.incidents.report import Report
from tasks.incidents.weights import Weights


def sweep(reports: Iterable[Report], weights: Weights) -> Iterator[list[Report]]:
    """The incidents of reports, each given out as soon as no later report can belong to it.

    Args:
        reports: in the order of the first week of their windows; within a week in any order.
        weights: as `compare` takes them.
    """
    front = _Front(weights)
    waiting: list[Report] = []
    week: int | None = None
    for report in reports:
        first = weeks(report).start
        if week is None or first > week:
            while week is not None and week < first and (waiting or front.open):
                yield from front.advance(week, waiting)
                waiting, week = [], week + 1
            week = first
        elif first < week:
            raise ValueError(f"a report of week {first} came after week {week}; sort reports by their windows")
        waiting.append(report)
    while week is not None and (waiting or front.open):
        yield from front.advance(week, waiting)
        waiting, week = [], week + 1


class _Front:
    """The components that reports of later weeks can still join."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.open: dict[str, Report] = {}
        self._component: dict[str, list[str]] = {}
        self._links: defaultdict[str, list[Link]] = defaultdict(list)

    def advance(self, week: int, arrived: Iterable[Report]) -> Iterator[list[Report]]:
        """Links what meets in a week, and gives out the incidents that end with it."""
        for report in arrived:
            self.open[report.mention_id] = report
            self._component[report.mention_id] = [report.mention_id]
        here = [report for report in self.open.values() if week in weeks(report)]
        seen: set[tuple[str, str]] = set()
        for a, b in Blocks(here, self._weights, week).pairs(week):
            pair = (a.mention_id, b.mention_id)
            if pair not in seen:
                seen.add(pair)
                self._link(a, b)
        yield from self._close(week)

    def _link(self, a: Report, b: Report) -> None:
        weight = compare(a, b, self._weights)
        if weight < self._weights.link:
            return
        one, other = self._component[a.mention_id], self._component[b.mention_id]
        self._links[a.mention_id].append((weight, a.mention_id, b.mention_id))
        if one is not other:
            if len(one) < len(other):
                one, other = other, one
            one += other
            for mention_id in other:
                self._component[mention_id] = one

    def _close(self, week: int) -> Iterator[list[Report]]:
        distinct = {id(members): members for members in self._component.values()}
        for members in distinct.values():
            if all(self.open[mention_id].window[1] // 7 <= week for mention_id in members):
                links = [link for mention_id in members for link in self._links.pop(mention_id, ())]
                closed = [self.open.pop(mention_id) for mention_id in members]
                for mention_id in members:
                    del self._component[mention_id]
                yield from incidents(closed, links, self._weights)
