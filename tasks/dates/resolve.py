"""Meanings to EDTF: what an expression says, seen from every day on which the document may have been written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from tasks.dates import calendar_units as units
from tasks.dates.calendar_dates import calendar_date, is_dated
from tasks.dates.durations import clock, duration
from tasks.dates.edtf import bounds
from tasks.dates.joined import joined
from tasks.dates.meaning import Meaning
from tasks.dates.relative import Frame, relative
from tasks.dates.tense import Tense
from tasks.dates.united import united


@lru_cache(maxsize=16384)
def resolve(meaning: Meaning, published: str | None, tense: Tense, named: str | None = None) -> str | None:
    """The EDTF of a meaning, or None where it cannot be resolved.

    Args:
        meaning: what the expression says.
        published: the document's date, EDTF day, month or year; every day of it is tried.
        tense: what the sentence speaks of.
        named: the date that the text named last, for what hangs on it (`two days later`); EDTF.
    """
    if meaning.kind in ("time", "duration"):
        return clock(meaning) if meaning.kind == "time" else duration(meaning)
    fixed = _value(meaning, None)
    if fixed is not None or published is None:
        return fixed
    first, last = bounds(published)
    if first is None or last is None:
        return None
    return united(_values(first, last, lambda day: _value(meaning, Frame(day, tense, named))))


def _values(first: date, last: date, value: Callable[[date], str | None]) -> set[str]:
    """What the days from the first to the last give.

    A later day of writing never gives an earlier date, so where both ends of a stretch agree the days between do too.
    """
    found: set[str] = set()
    stretches = [(first, value(first), last, value(last))]
    while stretches:
        start, at_start, end, at_end = stretches.pop()
        found |= {one for one in (at_start, at_end) if one is not None}
        if (end - start).days > 1 and (at_start != at_end or at_start is None):
            middle = start + (end - start) // 2
            at_middle = value(middle)
            stretches += [(start, at_start, middle, at_middle), (middle, at_middle, end, at_end)]
    return found


def _value(meaning: Meaning, frame: Frame | None) -> str | None:
    """The EDTF of a meaning as seen from one day of writing (None: the day is not known)."""
    if is_dated(meaning):
        return calendar_date(meaning, frame.day, frame.tense) if frame else calendar_date(meaning)
    if meaning.kind in ("decade", "century", "named"):
        return _fixed(meaning)
    if meaning.first is not None or meaning.last is not None:
        return joined(meaning, frame, _value)
    return relative(meaning, frame) if frame else None


def _fixed(meaning: Meaning) -> str | None:
    """Decades, centuries, wars: the same whenever it is written."""
    if meaning.kind == "named":
        return meaning.value
    if meaning.kind == "decade":
        first, count = meaning.year, 10
    else:
        first, count = (meaning.year if meaning.century is None else 100 * meaning.century - 99), 100
    if first is None:
        return None
    return units.years(first, count) if meaning.part is None else units.part_of_years(meaning.part, first, count)
