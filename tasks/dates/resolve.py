"""Meanings to EDTF: what an expression says, seen from every day on which the document may have been written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from tasks.dates import calendar_units as units
from tasks.dates.calendar_dates import calendar_date, underspecified
from tasks.dates.durations import clock, duration
from tasks.dates.edtf import all_of, bounds, interval, possible_days
from tasks.dates.meaning import Meaning
from tasks.dates.relative import Frame, relative

# Spans longer than this overlap from one day of writing to the next; their hull says the same as their union.
_LONG_SPAN = 400


@lru_cache(maxsize=16384)
def resolve(meaning: Meaning, published: str | None, *, future: bool, named: str | None = None) -> str | None:
    """The EDTF of a meaning, or None where it cannot be resolved.

    Args:
        meaning: what the expression says.
        published: the document's date, EDTF day, month or year; every day of it is tried.
        future: the sentence speaks of what is to come.
        named: the date that the text named last, for `two days later`; EDTF.
    """
    if meaning.kind in ("time", "duration"):
        return clock(meaning) if meaning.kind == "time" else duration(meaning)
    if published is None:
        return _value(meaning, None)
    first, last = bounds(published)
    if first is None or last is None:
        return _value(meaning, None)
    # A calendar date hangs on the header's bounds alone, so one day of writing says what all of them would.
    tried = 1 if meaning.basis == "explicit" else (last - first).days + 1
    days = (first + timedelta(days=n) for n in range(tried))
    values = {_value(meaning, Frame(day, (first, last), future, named)) for day in days}
    return _united({value for value in values if value is not None})


def _united(values: set[str]) -> str | None:
    """One value for what the possible days of writing give."""
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
    covered: set[date] = set()
    if any((last - first).days > _LONG_SPAN for first, last in zip(firsts, lasts, strict=True)):
        return interval(min(firsts), max(lasts))
    for value in values:
        for item in value.strip("{}").split(","):
            first, last = bounds(item)
            if first is not None and last is not None:
                covered.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    if any("/" in value for value in values):  # spans: one day that none of them reaches (the Sunday between) is no gap
        numbers = {day.toordinal() for day in covered}
        covered |= {date.fromordinal(n + 1) for n in numbers if n + 2 in numbers}
    return possible_days(covered)


def _next_day(value: str) -> date | None:
    last = bounds(value)[1]
    return units.step(last, "day", 1) if last else None


def _value(meaning: Meaning, frame: Frame | None) -> str | None:
    """The EDTF of a meaning as seen from one day of writing (None: the day is not known)."""
    if meaning.kind == "calendar":
        return calendar_date(meaning, frame.day, frame.header, future=frame.future) if frame else calendar_date(meaning)
    if meaning.kind in ("decade", "century", "named") and not (meaning.value or "").startswith("--"):
        return _fixed(meaning)
    if meaning.kind in _JOINED:
        return _JOINED[meaning.kind](meaning, frame)
    return relative(meaning, frame) if frame else None


def _fixed(meaning: Meaning) -> str | None:
    """Decades, centuries, wars: the same whenever it is written."""
    if meaning.kind == "decade" and meaning.year is not None:
        return units.years(meaning.year, 10)
    if meaning.kind == "century":
        first = meaning.year if meaning.century is None else 100 * meaning.century - 99
        return units.years(first, 100) if first is not None else None
    return meaning.value


def _range(meaning: Meaning, frame: Frame | None) -> str | None:
    first, last = meaning.first, meaning.last
    assert first is not None and last is not None  # noqa: S101, PT018 - a range is made of two
    forward = (frame is not None and frame.future and underspecified(first)) or not underspecified(last)
    if underspecified(last) and (forward or not underspecified(first)):
        start = _value(first, frame)
        end = _beside(last, start, frame, forward=True)
    else:
        end = _value(last, frame)
        start = _beside(first, end, frame, forward=False) if underspecified(first) else _value(first, frame)
    if start is None or end is None:
        return None
    (a, _), (_, b) = bounds(start), bounds(end)
    if a is None or b is None or a > b:
        return None
    return f"{start}/{end}" if _simple(start) and _simple(end) and a != b else interval(a, b)


def _all(meaning: Meaning, frame: Frame | None) -> str | None:
    """Friday and Saturday, 2011, 2013 and 2015: each of them."""
    values: list[str] = []
    rest: Meaning | None = meaning
    while rest is not None and rest.kind == "all":
        value = _value(rest.last, frame) if rest.last else None
        if value is None:
            return None
        values.append(value)
        rest = rest.first
    value = _value(rest, frame) if rest else None
    return all_of(sorted({*values, value}, key=bounds)) if value is not None else None


def _beside(meaning: Meaning, other: str | None, frame: Frame | None, *, forward: bool) -> str | None:
    """An end of a range that names no year or is a bare weekday: the one nearest to the other end."""
    edge = bounds(other)[1 if forward else 0] if other is not None else None
    if edge is None:
        return None
    if meaning.kind == "weekday" and meaning.weekday is not None:
        day = units.weekday_near(edge, meaning.weekday, forward=forward, same=False)
        return day.isoformat() if day else None
    return _value(meaning, Frame(edge, (edge, edge), forward, frame.named if frame else None))


def _since(meaning: Meaning, frame: Frame | None) -> str | None:
    value = _value(meaning.first, frame) if meaning.first else None
    if value is None:
        return None
    first, last = bounds(value)
    if first is None:
        return None
    if meaning.first is not None and meaning.first.kind == "named" and last is not None:
        return interval(last, None)  # since the war: since it was over
    return f"{value}/.." if _simple(value) else interval(first, None)


def _until(meaning: Meaning, frame: Frame | None) -> str | None:
    value = _value(meaning.first, frame) if meaning.first else None
    if value is None or meaning.first is None:
        return None
    if frame is not None and not frame.future and underspecified(meaning.first) and meaning.first.kind == "calendar":
        # A limit without a year is the nearest one: "until 23 August" said in August is this year's.
        other = _value(meaning.first, replace(frame, future=True))
        value = min((v for v in (value, other) if v), key=lambda v: abs(((bounds(v)[1] or frame.day) - frame.day).days))
    last = bounds(value)[1]
    if last is None:
        return None
    return f"../{value}" if _simple(value) else interval(None, last)


def _simple(value: str) -> bool:
    """Whether a value is one day, month, season or year, which an interval can name as it stands."""
    return "/" not in value and value[0] not in "[{"


def _within(meaning: Meaning, frame: Frame | None) -> str | None:
    """Friday in last week, December last year: the first such day or month that begins in the longer span."""
    fine, coarse = meaning.first, _value(meaning.last, frame) if meaning.last else None
    if fine is None or coarse is None:
        return None
    first, last = bounds(coarse)
    if first is None or last is None:
        return None
    if fine.kind == "weekday" and fine.weekday is not None:
        day = units.weekday_near(first, fine.weekday, forward=True, same=True)
        if day is not None and day > last:
            # "Monday this week" said on Tuesday or to come on Friday: the week is whole for a weekday.
            day = units.step(day, "week", -1) if frame and not frame.future else day
        return day.isoformat() if day else None
    value = calendar_date(fine, first, (first, first), future=True)
    begins = bounds(value)[0] if value else None
    return value if begins is not None and begins <= last else None


_JOINED: dict[str, Callable[[Meaning, Frame | None], str | None]] = {
    "range": _range, "all": _all, "since": _since, "until": _until, "within": _within,
}  # fmt: skip
