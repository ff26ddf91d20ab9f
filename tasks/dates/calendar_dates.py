"""Calendar dates, with or without their year, to EDTF."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date

from tasks.dates.calendar_units import part_of_unit, quarter, season_bounds
from tasks.dates.edtf import all_of, bounds
from tasks.dates.meaning import Meaning

# From one 29 February to the next there are eight years at most.
_FARTHEST = 8


def calendar_date(
    meaning: Meaning,
    day: date | None = None,
    header: tuple[date, date] | None = None,
    *,
    future: bool = False,
) -> str | None:
    """The EDTF of a calendar date.

    Args:
        meaning: of kind calendar.
        day: the day of writing, for dates without a year.
        header: first and last possible day of writing. A day or month without its year is the last one that begins
            on or before the header's end, or the first one that ends on or after its start where `future` says so.
        future: the sentence speaks of what is to come.
    """
    if meaning.year is not None:
        return _in_year(meaning, meaning.year)
    if day is None or header is None:
        return None
    if meaning.by is not None:
        return _shifted(meaning, day, meaning.by, future=future)
    if future:
        return _nearest(meaning, header[0].year - 1, lambda _, last: last >= header[0], +1)
    return _nearest(meaning, header[1].year + 1, lambda first, _: first <= header[1], -1)


def underspecified(meaning: Meaning) -> bool:
    """Whether a date could be in any year or week: no year is named, or it is a bare weekday."""
    if meaning.kind == "weekday":
        return meaning.by is None
    return meaning.kind == "calendar" and meaning.year is None and meaning.by is None


def _shifted(meaning: Meaning, day: date, by: int, *, future: bool) -> str | None:
    """Last, this or next March or summer; `by` -1 is over, 1 has not begun."""
    if by == 0 and meaning.season is None:
        return _in_year(meaning, day.year)
    if by == 0 and future:
        return _nearest(meaning, day.year - 1, lambda _, last: last >= day, +1)
    if by == 0:
        return _nearest(meaning, day.year + 1, lambda first, _: first <= day, -1)
    if by < 0:
        return _nearest(meaning, day.year + 1, lambda _, last: last < day.replace(day=1), -1)
    return _nearest(meaning, day.year - 1, lambda first, _: first > day, +1)


def _nearest(meaning: Meaning, year: int, fits: Callable[[date, date], bool], way: int) -> str | None:
    for candidate in range(year, year + way * (_FARTHEST + 2), way):
        value = _in_year(meaning, candidate)
        if value is not None:
            first, last = bounds(value)
            if first is not None and last is not None and fits(first, last):
                return value
    return None


def _in_year(meaning: Meaning, year: int) -> str | None:
    """The date in a year; None where the calendar has no such day."""
    if not MINYEAR <= year < MAXYEAR:
        return None
    if meaning.day is not None and meaning.month is not None:
        return _days(meaning, year, meaning.month, meaning.day)
    if meaning.season is not None:
        return f"{year:04}-{meaning.season}" if season_bounds(year, meaning.season) else None
    if meaning.quarter is not None:
        return quarter(year, meaning.quarter)
    if meaning.part is not None:
        return part_of_unit(meaning.part, year, meaning.month)
    return f"{year:04}-{meaning.month:02}" if meaning.month is not None else _years(meaning, year)


def _days(meaning: Meaning, year: int, month: int, day: int) -> str | None:
    longest = calendar.monthrange(year, month)[1]
    if day > longest:
        return None
    first = f"{year:04}-{month:02}-{day:02}"
    if meaning.last_day is None:
        return first
    if not day < meaning.last_day <= longest:
        return None
    last = f"{year:04}-{month:02}-{meaning.last_day:02}"
    return all_of([first, last]) if meaning.part == "both" else f"{first}/{last}"


def _years(meaning: Meaning, year: int) -> str | None:
    if meaning.last_year is None:
        return f"{year:04}"
    last = meaning.last_year if meaning.last_year > 99 else year - year % 100 + meaning.last_year  # noqa: PLR2004
    return f"{year:04}/{last:04}" if last > year else None
