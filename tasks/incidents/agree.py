"""Which links stand: those that a report's best partner agrees with.

A report that says little ("an attack in Aleppo last week") can be of many incidents, and by it they would all hang
together. So a report keeps the link to its best partner, and those to what is likely one incident with that; a link
stands if both its reports keep it. What is linked then is a function of two steps of neighbours alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.incidents.compare import compare
from tasks.incidents.report import Report
from tasks.incidents.weights import Weights


def best_partner(partners: Iterable[tuple[Report, float]]) -> Report:
    """The partner with the highest weight; of two, the first in canonical order."""
    return min(partners, key=lambda partner: (-partner[1], partner[0].order))[0]


def stands(a: Report, b: Report, best_of_a: Report, best_of_b: Report, weights: Weights) -> bool:
    """Whether the link of two reports stands.

    Args:
        a, b: the reports.
        best_of_a, best_of_b: the best partner of each.
        weights: as `compare` takes them.
    """
    return _keeps(b, best_of_a, weights) and _keeps(a, best_of_b, weights)


def _keeps(other: Report, best: Report, weights: Weights) -> bool:
    if other is best or other.mention_id == best.mention_id:
        return True
    first, second = (other, best) if other.order < best.order else (best, other)
    return compare(first, second, weights) >= weights.agree
