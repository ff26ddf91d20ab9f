"""Reports that hang together by pairs, parted into incidents that no two reports of exclude each other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tasks.incidents.compare import NEVER, compare
from tasks.incidents.days import Days
from tasks.incidents.report import Report
from tasks.incidents.weights import Weights

# All pairs of a component are compared, so that a chain of look-alikes is cut into its parts. The most told incident
# of a month has some hundred reports; above, the strongest links decide alone what is looked at together.
LARGEST = 150

Link = tuple[float, str, str]


def incidents(reports: Sequence[Report], links: Iterable[Link], weights: Weights) -> list[list[Report]]:
    """The incidents of a component, each in canonical order, themselves in the order of their first reports.

    Args:
        reports: the component's reports, in any order.
        links: its pairs that speak for one incident: weight and the two mention ids.
        weights: as `compare` takes them.
    """
    parts = [list(reports)] if len(reports) <= LARGEST else _cut(reports, links)
    found = [incident for part in parts for incident in _refine(part, weights)]
    return sorted(found, key=lambda incident: incident[0].order)


def _cut(reports: Sequence[Report], links: Iterable[Link]) -> list[list[Report]]:
    """Parts of at most `LARGEST`: the strongest links first, none that would make a larger one."""
    by_id = {report.mention_id: report for report in reports}
    part = {mention_id: [mention_id] for mention_id in by_id}
    ordered = sorted(links, key=lambda link: (-link[0], *sorted((by_id[link[1]].order, by_id[link[2]].order))))
    for _, first, second in ordered:
        one, other = part[first], part[second]
        if one is not other and len(one) + len(other) <= LARGEST:
            one += other
            for mention_id in other:
                part[mention_id] = one
    distinct = {id(members): members for members in part.values()}
    return [[by_id[mention_id] for mention_id in members] for members in distinct.values()]


class _Group:
    """Reports put together so far."""

    __slots__ = ("days", "members")

    def __init__(self, members: list[Report], days: Days | None) -> None:
        self.members = members
        self.days = days


def _refine(reports: Sequence[Report], weights: Weights) -> list[list[Report]]:
    """Average linkage: the two groups with the highest mean weight join, while it reaches `join` and none excludes."""
    ordered = sorted(reports, key=lambda report: report.order)
    groups = {n: _Group([report], report.days) for n, report in enumerate(ordered)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for n, a in enumerate(ordered):
        for m in range(n + 1, len(ordered)):
            sums[n][m] = sums[m][n] = compare(a, ordered[m], weights)
    queue = [(-sums[n][m], n, m) for n in sums for m in sums[n] if n < m and sums[n][m] >= weights.join]
    heapq.heapify(queue)
    while queue:
        negative, n, m = heapq.heappop(queue)
        if n in groups and m in groups and negative == -_mean(sums, groups, n, m):
            days = _common_days(groups[n], groups[m])
            if days is _NONE:
                sums[n][m] = sums[m][n] = NEVER
                continue
            _join(n, m, groups, sums)
            groups[n].days = days
            for k in groups:
                mean = NEVER if k == n else _mean(sums, groups, n, k)
                if mean >= weights.join:
                    heapq.heappush(queue, (-mean, min(n, k), max(n, k)))
    return [sorted(group.members, key=lambda report: report.order) for group in groups.values()]


_NONE = Days(1, 0, None)


def _common_days(a: _Group, b: _Group) -> Days | None:
    """The days that all reports of both allow: None where none has a date, `_NONE` where there is no such day."""
    if a.days is None or b.days is None:
        return a.days or b.days
    return a.days.meet(b.days) or _NONE


def _mean(sums: Mapping[int, Mapping[int, float]], groups: Mapping[int, _Group], n: int, m: int) -> float:
    return sums[n][m] / (len(groups[n].members) * len(groups[m].members))


def _join(n: int, m: int, groups: dict[int, _Group], sums: dict[int, dict[int, float]]) -> None:
    """Puts group `m` into the earlier group `n`."""
    gone = sums.pop(m)
    for k, weight in gone.items():
        if k != n:
            sums[n][k] += weight
            sums[k][n] = sums[n][k]
            del sums[k][m]
    del sums[n][m]
    groups[n].members += groups.pop(m).members
