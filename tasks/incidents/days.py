"""The days on which something can have happened, as a set that two reports can be held against each other by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tasks.dates.edtf import bounds, interval, possible_days

# Two months: what hangs on a month-only header reaches that far. Longer spans say no more than the day of writing.
LONGEST_WINDOW = 62
# History and plans without a date are looked for where news of the same week stands.
_BEFORE_WRITING = 6


@dataclass(frozen=True, slots=True)
class Days:
    """Possible days, as ordinals of `date`.

    Attributes:
        first, last: bounds; None at an open end.
        days: all of them, where there are at most `LONGEST_WINDOW`; None of longer and open spans.
    """

    first: int | None
    last: int | None
    days: frozenset[int] | None

    def meet(self, other: Days) -> Days | None:
        """The days that both allow, or None where there are none."""
        if self.days is not None and other.days is not None:
            return _listed(self.days & other.days)
        if self.days is not None:
            return _listed(frozenset(day for day in self.days if other.allows(day)))
        if other.days is not None:
            return other.meet(self)
        first = max((day for day in (self.first, other.first) if day is not None), default=None)
        last = min((day for day in (self.last, other.last) if day is not None), default=None)
        return _span(first, last)

    def allows(self, day: int) -> bool:
        """Whether it can have been on this day."""
        if self.days is not None:
            return day in self.days
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def vague(self) -> bool:
        """Whether the span is open or too long to find anything by."""
        return self.days is None

    @property
    def edtf(self) -> str:
        """The days in EDTF: a day, a set, or a span."""
        if self.days is not None:
            return possible_days(date.fromordinal(day) for day in self.days)
        return interval(*(None if day is None else date.fromordinal(day) for day in (self.first, self.last)))


@lru_cache(maxsize=65536)
def days_of(edtf: str | None) -> Days | None:
    """The possible days of an EDTF date; None without one."""
    if edtf is None:
        return None
    if edtf[:1] not in ("[", "{"):
        first, last = bounds(edtf)
        return _span(_ordinal(first), _ordinal(last))
    days: set[int] = set()
    for item in edtf[1:-1].split(","):
        start, end = bounds(item.strip().replace("..", "/"))
        span = _span(_ordinal(start), _ordinal(end))
        if span is None or span.days is None:
            first, last = bounds(edtf)
            return _span(_ordinal(first), _ordinal(last))
        days |= span.days
    listed = frozenset(days)
    if max(listed) - min(listed) >= LONGEST_WINDOW:
        return Days(min(listed), max(listed), None)
    return _listed(listed)


def window(days: Days | None, published_start: date | None, published_end: date | None) -> tuple[int, int]:
    """The days (first, last) at which a report is looked for: never more than `LONGEST_WINDOW`.

    What is dated stands at its own days. What is not (history, plans, `2012/..`) stands at the days of writing, since
    only reports of the same time speak of it in the same way; without those, at its one known end; else at day 0.
    """
    if days is not None and not days.vague:
        return min(days.days or (0,)), max(days.days or (0,))
    last = published_end or published_start
    if last is not None:
        first = published_start or last
        start = max(first.toordinal() - _BEFORE_WRITING, last.toordinal() - LONGEST_WINDOW + 1)
        return max(start, 1), last.toordinal()
    known = days and (days.last or days.first)
    return (known, known) if known else (0, 0)


def day(ordinal: int) -> date | None:
    """The date of an ordinal; None for day 0, where what has no date stands."""
    return date.fromordinal(ordinal) if ordinal > 0 else None


def _ordinal(when: date | None) -> int | None:
    return when.toordinal() if when else None


def _span(first: int | None, last: int | None) -> Days | None:
    if first is None or last is None:
        return Days(first, last, None)
    if first > last:
        return None
    short = last - first < LONGEST_WINDOW
    return Days(first, last, frozenset(range(first, last + 1)) if short else None)


def _listed(days: frozenset[int]) -> Days | None:
    return Days(min(days), max(days), days) if days else None
