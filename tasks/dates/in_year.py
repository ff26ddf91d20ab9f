"""What a calendar date is in a given year: the ways in which the calendar names days, weeks, months and their parts."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

from tasks.dates.calendar_units import nth_in, part_of_unit, quarter, season_bounds
from tasks.dates.edtf import all_of, interval
from tasks.dates.feasts import feasts_in
from tasks.dates.meaning import Meaning


def in_year(meaning: Meaning, year: int) -> tuple[str, ...]:
    """The EDTF of a calendar date or feast in a year; nothing where the calendar has no such day."""
    if not MINYEAR <= year < MAXYEAR:
        return ()
    if meaning.value is not None:
        return feasts_in(year, meaning.value)
    value = _value(meaning, year)
    return () if value is None else (value,)


def _value(meaning: Meaning, year: int) -> str | None:
    if meaning.nth is not None:
        return _nth(meaning, year)
    if meaning.day is not None and meaning.month is not None:
        return _days(meaning, year, meaning.month, meaning.day)
    if meaning.week is not None:
        return _week(meaning.week, meaning.weekday, year)
    if meaning.season is not None or meaning.quarter is not None or meaning.half_year is not None:
        return _months(meaning, year)
    if meaning.part is not None:
        return part_of_unit(meaning.part, year, meaning.month)
    return f"{year:04}-{meaning.month:02}" if meaning.month is not None else _years(meaning, year)


def _nth(meaning: Meaning, year: int) -> str | None:
    assert meaning.nth is not None  # noqa: S101 - asked before
    first = date(year, meaning.month or 1, 1)
    last = date(year, meaning.month or 12, calendar.monthrange(year, meaning.month or 12)[1])
    return nth_in(first, last, meaning.nth, unit=meaning.unit, weekday=meaning.weekday)


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


def _week(week: int, weekday: int | None, year: int) -> str | None:
    """A week of ISO 8601, Monday to Sunday, or a day of it."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:  # most years have no week 53
        return None
    if weekday is not None:
        return (monday + timedelta(days=weekday)).isoformat()
    return interval(monday, monday + timedelta(days=6))


def _months(meaning: Meaning, year: int) -> str | None:
    if meaning.season is not None:
        return f"{year:04}-{meaning.season}" if season_bounds(year, meaning.season) else None
    if meaning.quarter is not None:
        return quarter(year, meaning.quarter)
    return f"{year:04}-01/{year:04}-06" if meaning.half_year == 1 else f"{year:04}-07/{year:04}-12"


def _years(meaning: Meaning, year: int) -> str | None:
    if meaning.last_year is None:
        return f"{year:04}"
    last = meaning.last_year if meaning.last_year > 99 else year - year % 100 + meaning.last_year  # noqa: PLR2004
    return f"{year:04}/{last:04}" if last > year else None
