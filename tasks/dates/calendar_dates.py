"""Calendar dates, with or without their year, to EDTF.

A date without its year is the one that the tense asks for. In the past it is the last one that begins on or before the
end of the month of writing, in the future the first one that ends on or after the start of that month. Where nothing
shows the tense it is the nearest one, a coming one counting double its distance.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from tasks.dates.edtf import bounds
from tasks.dates.feasts import is_feast
from tasks.dates.in_year import in_year
from tasks.dates.meaning import Meaning
from tasks.dates.tense import Tense

# From one 29 February to the next there are eight years at most.
_FARTHEST = 8
# A day that has come is looked for before one that is still to come.
_COMING_COUNTS = 2


def calendar_date(meaning: Meaning, day: date | None = None, tense: Tense = "none") -> str | None:
    """The EDTF of a calendar date or of a feast that comes every year.

    Args:
        meaning: of kind calendar, or named with a rule for every year.
        day: the day of writing, for dates without a year.
        tense: what the sentence speaks of.
    """
    if meaning.year is not None:
        values = in_year(meaning, meaning.year)
        return values[0] if len(values) == 1 else None  # twice in a year: which one is not said
    if day is None:
        return None
    if meaning.by is not None:
        return _shifted(meaning, day, meaning.by, tense)
    if tense == "none":
        return _nearest(meaning, day)
    if tense == "past":
        return _last(meaning, day, lambda first, _: first <= _end_of_month(day))
    return _first(meaning, day, lambda _, last: last >= day.replace(day=1))


def underspecified(meaning: Meaning) -> bool:
    """Whether a date could be in any year or week: no year is named, or it is a bare weekday."""
    if meaning.kind == "weekday":
        return meaning.by is None
    return is_dated(meaning) and meaning.year is None and meaning.by is None


def is_dated(meaning: Meaning) -> bool:
    """Whether a meaning names a date of the calendar, which a year completes."""
    if meaning.kind == "named":
        return meaning.value is not None and is_feast(meaning.value)
    return meaning.kind == "calendar"


def _shifted(meaning: Meaning, day: date, by: int, tense: Tense) -> str | None:
    """Last, this or next March: `by` -1 is over, 1 has not begun. With `unit` year it is the one of last year."""
    if meaning.unit == "year" and meaning.nth is None:
        values = in_year(meaning, day.year + by)
        return values[0] if values else None
    if by == 0 and meaning.season is None and meaning.value is None:
        values = in_year(meaning, day.year)
        return values[0] if values else None
    if by == 0 and tense != "none":
        future = tense == "future"
        return (
            _first(meaning, day, lambda _, last: last >= day)
            if future
            else _last(meaning, day, lambda first, _: first <= day)
        )
    if by == 0:
        return _nearest(meaning, day)
    if by < 0:
        return _last(meaning, day, lambda _, last: last < day.replace(day=1))
    return _first(meaning, day, lambda first, _: first > day)


def _nearest(meaning: Meaning, day: date) -> str | None:
    gone, coming = (
        _last(meaning, day, lambda first, _: first <= day),
        _first(meaning, day, lambda first, _: first > day),
    )
    if gone is None or coming is None:
        return gone or coming
    last, first = bounds(gone)[1], bounds(coming)[0]
    assert last is not None and first is not None  # noqa: S101, PT018 - both ends of a date are known
    return gone if (day - last).days <= _COMING_COUNTS * (first - day).days else coming


def _last(meaning: Meaning, day: date, fits: Callable[[date, date], bool]) -> str | None:
    return _search(meaning, range(day.year + 1, day.year - _FARTHEST - 2, -1), fits, slice(None, None, -1))


def _first(meaning: Meaning, day: date, fits: Callable[[date, date], bool]) -> str | None:
    return _search(meaning, range(day.year - 1, day.year + _FARTHEST + 2), fits, slice(None))


def _search(meaning: Meaning, years: range, fits: Callable[[date, date], bool], order: slice) -> str | None:
    for year in years:
        for value in in_year(meaning, year)[order]:
            first, last = bounds(value)
            if first is not None and last is not None and fits(first, last):
                return value
    return None


def _end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
