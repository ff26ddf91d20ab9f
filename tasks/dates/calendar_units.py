"""Days, weeks, months and the other units of the calendar: where a unit begins and ends, and steps between them."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

from tasks.dates.edtf import interval

SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
THURSDAY, SATURDAY = 3, 5
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7}
# Early, mid and late as first, second and last third; start and end of a year as its first and last month.
_PARTS_OF_MONTH = {
    "early": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31), "end": (21, 31),
}  # fmt: skip
_PARTS_OF_YEAR = {
    "early": (1, 4), "start": (1, 1), "mid": (5, 8), "middle": (6, 7), "late": (9, 12), "end": (12, 12),
}  # fmt: skip
# Of decades and centuries: which thirds.
_THIRDS = {"early": (0, 1), "start": (0, 1), "mid": (1, 2), "middle": (1, 2), "late": (2, 3), "end": (2, 3)}
_PARTS_OF_WEEK = {"early": (0, 1), "start": (0, 1), "mid": (2, 3), "middle": (2, 3), "late": (4, 6), "end": (4, 6)}


def step(day: date, unit: str, count: float) -> date | None:
    """A day moved by so many units; None beyond the calendar. Half months and years are taken as days and months."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        if unit in _MONTHS:
            months = count * _MONTHS[unit]
            whole = day.year * 12 + day.month - 1 + int(months)
            year, month = whole // 12, whole % 12 + 1
            moved = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
            return moved + timedelta(days=round((months - int(months)) * 30))
    except (OverflowError, ValueError):
        return None
    return day  # hours and minutes stay on the day


def unit_of(day: date, unit: str) -> str | None:
    """The EDTF of the unit that a day lies in: `2016-11`, `2016`, or an interval where EDTF has no such unit."""
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "week":
        monday = step(day, "day", -day.weekday())
        sunday = step(day, "day", 6 - day.weekday())
        return interval(monday, sunday) if monday and sunday else None
    if unit == "quarter":
        return quarter(day.year, (day.month - 1) // 3 + 1)
    if unit in ("decade", "century"):
        return years(day.year - day.year % (_MONTHS[unit] // 12), _MONTHS[unit] // 12)
    return day.isoformat()


def quarter(year: int, number: int) -> str:
    """Three months of a year."""
    return f"{year:04}-{3 * number - 2:02}/{year:04}-{3 * number:02}"


def years(first: int, count: int) -> str | None:
    """A run of years, or None beyond the calendar."""
    return f"{first:04}/{first + count - 1:04}" if MINYEAR <= first <= MAXYEAR - count else None


def season_bounds(year: int, season: int) -> tuple[date, date] | None:
    """First and last day of a season; a winter runs into the next year."""
    month = SEASON_MONTHS[season]
    last_year, last = (year, month + 2) if month < 12 else (year + 1, 2)  # noqa: PLR2004 - December
    if not MINYEAR <= year <= last_year <= MAXYEAR:
        return None
    return date(year, month, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def part_of_unit(part: str, year: int, month: int | None) -> str:
    """Early, mid or late in a month or a year, or the start, middle or end of it."""
    if month is None:
        first, last = _PARTS_OF_YEAR[part]
        return f"{year:04}-{first:02}" if first == last else f"{year:04}-{first:02}/{year:04}-{last:02}"
    first, last = _PARTS_OF_MONTH[part]
    return interval(date(year, month, first), date(year, month, min(last, calendar.monthrange(year, month)[1])))


def part_of_years(part: str, first: int, count: int) -> str | None:
    """The first, second or last third of a decade or century, rounded to years."""
    if part not in _THIRDS or not MINYEAR <= first <= MAXYEAR - count:
        return None
    start, end = (round(third * count / 3) for third in _THIRDS[part])
    return f"{first + start:04}/{first + end - 1:04}"


def nth_in(first: date, last: date, nth: int, *, unit: str | None, weekday: int | None) -> str | None:
    """The nth weekday, day, week or weekend between two days (-1: the last one); None where there are fewer.

    A week belongs to the month or year in which most of its days lie, so in which its Thursday lies.
    """
    if unit == "day" and weekday is None:
        day = first + timedelta(days=nth - 1) if nth > 0 else last + timedelta(days=nth + 1)
        return day.isoformat() if first <= day <= last else None
    mark = {"week": THURSDAY, "weekend": SATURDAY}.get(unit or "", weekday)
    if mark is None:
        return None
    if nth > 0:
        day = first + timedelta(days=(mark - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - mark) % 7 + 7 * (-nth - 1))
    if not first <= day <= last:
        return None
    if unit == "week":
        return interval(day - timedelta(days=THURSDAY), day + timedelta(days=6 - THURSDAY))
    return interval(day, day + timedelta(days=1)) if unit == "weekend" else day.isoformat()


def part_of_week(part: str, monday: date) -> str:
    """Early, mid or late in a week, which begins on Monday."""
    first, last = _PARTS_OF_WEEK[part]
    return interval(monday + timedelta(days=first), monday + timedelta(days=last))


def weekday_near(day: date, weekday: int, *, forward: bool, same: bool) -> date | None:
    """The nearest such weekday before or after a day; the day itself where `same` allows it."""
    away = (weekday - day.weekday()) % 7 if forward else (day.weekday() - weekday) % 7
    away = 7 if away == 0 and not same else away
    return step(day, "day", away if forward else -away)
