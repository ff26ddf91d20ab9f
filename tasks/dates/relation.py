"""Expressions that hang on another date: two days later, the day before, the following Wednesday."""

from __future__ import annotations

from datetime import date

from tasks.dates import calendar_units as units
from tasks.dates.edtf import bounds, interval
from tasks.dates.meaning import Meaning

# What is counted must be as fine as its anchor: nothing is two days after a year.
_LONGEST_ANCHOR = {"month": 31, "year": 366, "decade": 3653, "century": 36525}


def relation(meaning: Meaning, named: str | None) -> str | None:
    """The EDTF of an expression counted from a date; None where no date is known or it has an open end.

    Args:
        meaning: of kind relation or offset; `by` is the direction, 0 the same day.
        named: the date that the text named last, or the one inside the expression; EDTF.
    """
    first, last = bounds(named) if named is not None else (None, None)
    if first is None or last is None or (last - first).days >= _LONGEST_ANCHOR.get(meaning.unit or "day", 31):
        return None
    if meaning.weekday is not None:  # the following Wednesday
        day = units.weekday_near(last, meaning.weekday, forward=meaning.by != -1, same=meaning.by == 0)
        return day.isoformat() if day else None
    return _moved(meaning, first, last, named or "") if meaning.by else named


def _moved(meaning: Meaning, first: date, last: date, named: str) -> str | None:
    unit, count = meaning.unit or "day", (meaning.by or 0) * (1.0 if meaning.count is None else meaning.count)
    moved_first, moved_last = units.step(first, unit, count), units.step(last, unit, count)
    if moved_first is None or moved_last is None:
        return None
    if unit in _LONGEST_ANCHOR and (first == last or len(named) in (4, 7)):
        return units.unit_of(moved_first, "month" if unit == "month" else "year")
    return interval(moved_first, moved_last)
