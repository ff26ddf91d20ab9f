"""All reports to incidents, week by week, with only the reports of open weeks in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasks.incidents.agree import best_partner, stands
from tasks.incidents.blocks import Blocks, Postings, weeks
from tasks.incidents.cluster import Link, incidents
from tasks.incidents.compare import compare
from tasks.incidents.report import Report
from tasks.incidents.weights import Weights


def sweep(reports: Iterable[Report], weights: Weights) -> Iterator[list[Report]]:
    """The incidents of reports, each given out as soon as no later report can belong to it.

    Args:
        reports: in the order of the first week of their windows; within a week in any order.
        weights: as `compare` takes them.

    Raises:
        ValueError: a report came after one of a later week.
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
    """The reports that reports of later weeks can still meet, and those that these hang on.

    A report is complete when its last week is over: all its partners are known then, and with them the best one. A
    link is decided when both its reports are complete, and a component given out when all its links are decided.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._reports: dict[str, Report] = {}  # also those given out on which others still hang
        self._partners: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._links: defaultdict[str, dict[str, float]] = defaultdict(dict)  # those that stand
        self._best: dict[str, Report] = {}
        self._complete: set[str] = set()
        self.open: dict[str, Report] = {}

    def advance(self, week: int, arrived: Iterable[Report]) -> Iterator[list[Report]]:
        """Links what meets in a week, and gives out the incidents that end with it."""
        for report in arrived:
            self.open[report.mention_id] = self._reports[report.mention_id] = report
        here = [report for report in self.open.values() if week in weeks(report)]
        seen: set[tuple[str, str]] = set()
        postings = Postings(self._weights)
        postings.add(here)
        for a, b in Blocks(postings).pairs(week):
            pair = (a.mention_id, b.mention_id)
            if pair not in seen:
                seen.add(pair)
                weight = compare(a, b, self._weights)
                if weight >= self._weights.link:
                    self._partners[a.mention_id][b.mention_id] = self._partners[b.mention_id][a.mention_id] = weight
        self._decide([report for report in here if weeks(report).stop == week + 1])
        yield from self._close()

    def _decide(self, completed: Iterable[Report]) -> None:
        new = [report.mention_id for report in completed]
        self._complete.update(new)
        for mention_id in new:
            partners = self._partners[mention_id]
            if partners:
                self._best[mention_id] = best_partner((self._reports[k], weight) for k, weight in partners.items())
        for mention_id in new:
            report = self._reports[mention_id]
            for other_id, weight in self._partners[mention_id].items():
                if other_id in self._complete and other_id not in self._links[mention_id]:
                    other, best = self._reports[other_id], self._best
                    if stands(report, other, best[mention_id], best[other_id], self._weights):
                        self._links[mention_id][other_id] = self._links[other_id][mention_id] = weight

    def _close(self) -> Iterator[list[Report]]:
        seen: set[str] = set()
        for mention_id in [key for key in self.open if key in self._complete]:
            if mention_id not in seen:
                members = self._component(mention_id)
                seen.update(members)
                if all(self._is_decided(member) for member in members):
                    yield from self._give_out(members)

    def _component(self, mention_id: str) -> list[str]:
        members, found = [mention_id], {mention_id}
        for member in members:
            new = self._links[member].keys() - found
            found |= new
            members += new
        return members

    def _is_decided(self, mention_id: str) -> bool:
        return mention_id in self._complete and self._partners[mention_id].keys() <= self._complete

    def _give_out(self, members: list[str]) -> Iterator[list[Report]]:
        links: list[Link] = [
            (weight, member, other) for member in members for other, weight in self._links[member].items()
        ]
        closed = [self.open.pop(member) for member in members]
        around = {other for member in members for other in self._partners[member]} | set(members)
        for mention_id in around:
            if mention_id not in self.open and not any(other in self.open for other in self._partners[mention_id]):
                self._forget(mention_id)
        yield from incidents(closed, links, self._weights)

    def _forget(self, mention_id: str) -> None:
        """Lets go of a report on which none hangs any more."""
        for store in (self._reports, self._partners, self._links, self._best):
            store.pop(mention_id, None)
        self._complete.discard(mention_id)
