"""EDTF (ISO 8601-2) strings as the coding guide uses them: bounds, precision, writers.

Known forms: day, month, season (`2016-21` spring to `2016-24` winter, which runs into the next year), year, interval
`a/b` with open ends `../b` and `a/..`, one-of set `[a,b]`, all-of set `{a,b}`, and ranges `a..b` inside sets.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

WEEK, MONTH = 7, 31
# Relative expressions under a month-only header reach from the month before into the next one: still "a month".
HANGS_ON_MONTH = 62
# Two days in a row are listed in a set, three and more are written as a range.
SHORTEST_RANGE = 3
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SHAPES = {4: "year", 7: "month", 10: "day"}


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last possible day of an EDTF value; None at an open end.

    Raises:
        ValueError: the text is none of the known forms, or names a day that does not exist.
    """
    if edtf[:1] in ("[", "{"):
        points = [_point(end) for item in edtf[1:-1].split(",") for end in item.split("..") if end.strip()]
        if not points:
            raise ValueError(f"{edtf!r} is no EDTF set; expected dates between the brackets")
        return min(first for first, _ in points), max(last for _, last in points)
    if "/" in edtf:
        first, last = edtf.split("/")
        return (None if first in ("", "..") else _point(first)[0]), (None if last in ("", "..") else _point(last)[1])
    return _point(edtf)


def date_prec(edtf: str, *, published: str | None = None) -> int:
    """How precise an event's date is, in UCDP's steps.

    Args:
        edtf: the event's date.
        published: the document's date; what hangs on a month-only one is precise to the month (4).

    Returns:
        1 the day is known, 2 within 2 to 6 days, 3 within a week, 4 within a month, 5 within a year or more.
    """
    first, last = bounds(edtf)
    if first is None or last is None:
        return 5
    days = (last - first).days + 1
    if days == 1:
        return 1
    if days <= WEEK:
        return 2 if days < WEEK else 3
    month = HANGS_ON_MONTH if published_precision(published) == "month" else MONTH
    return 4 if days <= month else 5


def published_precision(edtf: str | None) -> str:
    """`day`, `month` or `year` of a document's date, `unknown` where there is none."""
    return _SHAPES.get(len(edtf), "unknown") if edtf is not None and _POINT.fullmatch(edtf) else "unknown"


def interval(first: date | None, last: date | None) -> str:
    """The EDTF of a span of days: one day alone where both are the same, `..` at an open end."""
    if first is not None and first == last:
        return first.isoformat()
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def one_of(days: Iterable[date]) -> str:
    """The EDTF of one day out of several: a set, with ranges for three and more days in a row."""
    runs = day_runs(days)
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return runs[0][0].isoformat()
    items = []
    for first, last in runs:
        length = (last - first).days + 1
        if length >= SHORTEST_RANGE:
            items.append(f"{first.isoformat()}..{last.isoformat()}")
        else:
            items += [(first + timedelta(days=n)).isoformat() for n in range(length)]
    return f"[{','.join(items)}]"


def all_of(values: Sequence[str]) -> str:
    """The EDTF of all of several dates; one alone is written as it is."""
    return values[0] if len(values) == 1 else f"{{{','.join(values)}}}"


def possible_days(days: Iterable[date]) -> str:
    """The EDTF of the days that the possible days of writing give.

    Days in a row become an interval (*yesterday* under a month), others a set (*Wednesday* under a month).
    """
    runs = day_runs(days)
    return interval(*runs[0]) if len(runs) == 1 else one_of(day for run in runs for day in _days(*run))


def day_runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days as runs of consecutive ones (first, last), in order."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _point(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text.strip().strip("?~%"))
    if match is None:
        raise ValueError(f"{text!r} is no EDTF date; expected YYYY, YYYY-MM, YYYY-SS or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern demands it
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    if month in _SEASON_START:
        start = _SEASON_START[month]
        last_year, last = (year, start + 2) if start < 12 else (year + 1, 2)  # noqa: PLR2004 - December
        return date(year, start, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise ValueError(f"{text!r} is no EDTF date (month {month}); expected 01 to 12 or a season, 21 to 24")
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
