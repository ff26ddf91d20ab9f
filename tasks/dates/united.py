"""One EDTF value for all that the possible days of writing give."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tasks.dates import calendar_units as units
from tasks.dates.edtf import bounds, interval, possible_days

# Spans longer than this overlap from one day of writing to the next; their hull says the same as their union.
_LONG_SPAN = 400


def united(values: set[str]) -> str | None:
    """The union of values: a set of months or years, a span or a set of days; None of nothing."""
    if len(values) <= 1:
        return next(iter(values), None)
    spans = [bounds(value) for value in values]
    firsts = [first for first, _ in spans if first is not None]
    lasts = [last for _, last in spans if last is not None]
    if len(firsts) < len(spans) or len(lasts) < len(spans):
        return interval(
            min(firsts) if len(firsts) == len(spans) else None, max(lasts) if len(lasts) == len(spans) else None
        )
    ordered = sorted(values, key=bounds)
    if all(len(value) in (4, 7) for value in ordered):  # months, seasons or years
        touching = all(_next_day(a) == bounds(b)[0] for a, b in pairwise(ordered))
        return f"{ordered[0]}/{ordered[-1]}" if touching else f"[{','.join(ordered)}]"
    if any((last - first).days > _LONG_SPAN for first, last in zip(firsts, lasts, strict=True)):
        return interval(min(firsts), max(lasts))
    return possible_days(_covered(values))


def _covered(values: set[str]) -> set[date]:
    """Every day that some value reaches."""
    numbers: set[int] = set()
    for value in values:
        for item in value.strip("{}").split(","):
            first, last = bounds(item if "/" in item else f"[{item}]")
            if first is not None and last is not None:
                numbers.update(range(first.toordinal(), last.toordinal() + 1))
    if any("/" in value for value in values):  # spans: one day that none of them reaches (the Sunday between) is no gap
        numbers |= {n + 1 for n in numbers if n + 2 in numbers}
    return {date.fromordinal(n) for n in numbers}


def _next_day(value: str) -> date | None:
    last = bounds(value)[1]
    return units.step(last, "day", 1) if last else None
