"""Days that come every year by a rule: Easter and what hangs on it, weekdays after a date, feasts of the Islamic year.

A rule is one term or two (`first/last`), as `value` of a rule of kind `named` in `dates.yaml`:

- `--12-25`: the same date every year;
- `easter`, `easter-2`, `easter+39`: so many days from Easter Sunday of the western churches;
- `on:11-22-4`: the first such weekday (1 Monday to 7 Sunday) on or after a date (here Thanksgiving);
- `islamic:10-1`, `islamic:9`: a day or a month of the Islamic calendar, with one day more at either side, since the
  arithmetic of the calendar and the sighting of the moon differ by that much.

Any term may end in `+n` or `-n` days. A last term before the first one is of the next year (`--12-31/--01-01`).
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from tasks.dates.edtf import interval

_TERM = re.compile(r"(?P<base>easter|--\d\d-\d\d|on:\d\d-\d\d-[1-7]|islamic:\d+(?:-\d+)?)(?P<days>[+-]\d+)?")
# Day 1 of the tabular Islamic calendar: 15 July 622 of the Julian calendar (the astronomical epoch, nearer to what is
# observed than the civil one of the day after), as an ordinal of Python.
_EPOCH = 227014
_CYCLE_YEARS, _CYCLE_DAYS = 30, 10631


def is_feast(value: str) -> bool:
    """Whether a value is a rule for every year, not the EDTF of one day or period."""
    return all(_TERM.fullmatch(term) for term in value.split("/"))


@lru_cache(maxsize=4096)
def feasts_in(year: int, rule: str) -> tuple[str, ...]:
    """The EDTF of a feast in a year: once, or as often as the Islamic year brings it (none or twice at times)."""
    # The terms reach into the years beside this one, and the Islamic ones into one more.
    if not MINYEAR + 2 < year < MAXYEAR - 5:
        return ()
    terms = rule.split("/")
    found = []
    for first, end in _term(year, terms[0]):
        last = end
        if len(terms) > 1:
            lasts = [other for candidate in (year, year + 1) for _, other in _term(candidate, terms[1])]
            last = min(other for other in lasts if other >= first)
        found.append(interval(first, last))
    return tuple(found)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    shift = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * over + 2 * (rest // 4) - shift - rest % 4) % 7
    month, day = divmod(shift + week - 7 * ((golden + 11 * shift + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the tabular Islamic calendar (Dershowitz and Reingold, Calendrical Calculations, ch. 7).

    Leap years of its thirty-year cycle are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29; months have 30 and 29 days.
    """
    return _EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def _term(year: int, term: str) -> list[tuple[date, date]]:
    match = _TERM.fullmatch(term)
    assert match is not None  # noqa: S101 - the grammar has refused other rules
    base, moved = match["base"], timedelta(days=int(match["days"] or 0))
    if base == "easter":
        days = [(easter(year), easter(year))]
    elif base.startswith("islamic:"):
        days = _islamic(year, *(int(part) for part in base[8:].split("-")))
    else:
        days = _fixed(year, *(int(part) for part in re.findall(r"\d+", base)))
    return [(first + moved, last + moved) for first, last in days]


def _fixed(year: int, month: int, day: int, weekday: int | None = None) -> list[tuple[date, date]]:
    try:
        found = date(year, month, day)
    except ValueError:  # 29 February
        return []
    if weekday is not None:
        found += timedelta(days=(weekday - found.isoweekday()) % 7)
    return [(found, found)]


def _islamic(year: int, month: int, day: int | None = None) -> list[tuple[date, date]]:
    """Such days that fall into a year, from one day before to one day after."""
    near = int((date(year, 1, 1).toordinal() - _EPOCH) * _CYCLE_YEARS / _CYCLE_DAYS)
    found = []
    for islamic_year in range(max(near, 1), near + 4):
        first = islamic_day(islamic_year, month, day or 1)
        last = first if day is not None else islamic_day(islamic_year, month + 1, 1) - 1
        if date.fromordinal(first).year == year:
            found.append((date.fromordinal(first - 1), date.fromordinal(last + 1)))
    return found
