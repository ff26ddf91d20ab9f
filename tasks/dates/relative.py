"""Relative expressions as seen from one day of writing: weekdays, shifts, spans up to now, parts of this week."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.dates import calendar_units as units
from tasks.dates.edtf import WEEK, bounds, interval
from tasks.dates.meaning import Meaning
from tasks.dates.relation import relation
from tasks.dates.tense import Tense

# "A few" and "several" of a unit: two to six of them.
FEW, MANY = 2, 6
# "The last two hours" are of the day of writing; half a day and more reach into the day before.
_HALF_DAY = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What a relative expression hangs on: a day of writing, the tense, the date that the text named last."""

    day: date
    tense: Tense
    named: str | None

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.tense == "future"


def relative(meaning: Meaning, frame: Frame) -> str | None:
    """The EDTF of a relative expression; None where it cannot be resolved or the kind is no relative one."""
    return _KINDS[meaning.kind](meaning, frame) if meaning.kind in _KINDS else None


def _weekday(meaning: Meaning, frame: Frame) -> str | None:
    assert meaning.weekday is not None  # noqa: S101 - the rule captures it
    forward = meaning.by == 1 or (meaning.by != -1 and frame.future)
    same = not meaning.by  # a bare weekday may be today
    day = units.weekday_near(frame.day, meaning.weekday, forward=forward, same=same)
    return day.isoformat() if day else None


def _night(meaning: Meaning, frame: Frame) -> str | None:
    """The night to a day is part of that day and of the one before; the night after one, of that and the next."""
    value = _weekday(meaning, frame) if meaning.weekday is not None else None
    last = bounds(value)[1] if value else None
    if last is None:
        return None
    other = units.step(last, "day", 1 if meaning.part == "late" else -1)
    return interval(min(last, other), max(last, other)) if other else None


def _shift(meaning: Meaning, frame: Frame) -> str | None:
    """Last, this or next day, week, month, year and so on, or a part of it."""
    unit, by = meaning.unit or "day", meaning.by or 0
    if unit in ("night", "weekend"):
        return _night_by(by, frame) if unit == "night" else _weekend(by, frame)
    day = units.step(_first_of(frame.day, unit), unit, by)
    if day is None:
        return None
    if unit == "week":
        return _week(day, meaning, frame)
    if meaning.part is not None and unit in ("month", "year"):
        return units.part_of_unit(meaning.part, day.year, day.month if unit == "month" else None)
    return units.unit_of(day, unit)


def _week(monday: date, meaning: Meaning, frame: Frame) -> str | None:
    if meaning.part is not None:
        return units.part_of_week(meaning.part, monday)
    first, last = monday, units.step(monday, "day", 6)
    if not meaning.by:  # this week: up to now in what has happened, from now on in what is to come
        first, last = (frame.day, last) if frame.future else (first, frame.day)
    return interval(first, last) if last else None


def _night_by(by: int, frame: Frame) -> str | None:
    other = units.step(frame.day, "day", 1 if by > 0 or (by == 0 and frame.future) else -1)
    return interval(min(frame.day, other), max(frame.day, other)) if other else None


def _first_of(day: date, unit: str) -> date:
    if unit == "week":
        return units.step(day, "day", -day.weekday()) or day
    if unit in ("month", "quarter"):
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit in ("year", "decade", "century") else day


def _weekend(by: int, frame: Frame) -> str | None:
    saturday = units.step(_first_of(frame.day, "week"), "day", units.SATURDAY)
    if saturday is None:
        return None
    if by == 0 and not frame.future and frame.day < saturday:
        by = -1
    moved = units.step(saturday, "week", by)
    sunday = units.step(moved, "day", 1) if moved else None
    return interval(moved, sunday) if sunday else None


def _ago(meaning: Meaning, frame: Frame) -> str | None:
    unit, by = meaning.unit or "day", meaning.by or -1
    if meaning.vague is not None:
        near, far = units.step(frame.day, unit, by * FEW), units.step(frame.day, unit, by * MANY)
        if near is None or (far is None and meaning.vague == "few"):
            return None
        if meaning.vague == "many":
            far = None
        first, last = (far, near) if by < 0 else (near, far)
        if unit not in ("month", "year"):
            return interval(first, last)
        ends = [units.unit_of(end, unit) if end else ".." for end in (first, last)]
        return "/".join(end or ".." for end in ends)
    count = 1.0 if meaning.count is None else meaning.count
    if count != int(count) and unit == "year":
        unit, count = "month", count * 12
    day = units.step(frame.day, unit, by * count)
    if day is None:
        return None
    if meaning.part == "earlier":  # more than a year ago
        return interval(None, day)
    return units.unit_of(day, {"decade": "year", "century": "decade"}.get(unit, unit if unit != "week" else "day"))


def _window(meaning: Meaning, frame: Frame) -> str | None:
    """The last or the next so many units, counted from the day of writing (or of saying, where the text names it)."""
    unit, by = meaning.unit or "day", meaning.by or -1
    count = float(MANY) if meaning.vague is not None else 1.0 if meaning.count is None else meaning.count
    if unit in ("hour", "minute"):
        return _hours(count if unit == "hour" else count / 60, by, frame.day)
    base_first, base_last = frame.day, frame.day
    if meaning.part == "said" and frame.named is not None:
        first, last = bounds(frame.named)
        base_first, base_last = first or frame.day, last or frame.day
    if by < 0:
        # Up to a week the day of writing counts as one of them; "the last two years" reach back to a January.
        back = count - 1 if unit == "day" and count <= WEEK and meaning.vague is None else count
        start = units.step(base_first, unit, -back)
        if start is not None and unit == "year" and count > 1 and meaning.vague is None:
            start = start.replace(month=1, day=1)
        return interval(start, base_last) if start else None
    if meaning.part == "within":
        end = units.step(frame.day, unit, count)
        return interval(frame.day, end) if end else None
    start, end = units.step(base_first, "day", 1), units.step(base_last, unit, count + (meaning.vague is not None))
    return interval(start, end) if start and end else None


def _hours(count: float, by: int, day: date) -> str | None:
    """The last or next so many hours: the day of writing and as many days as they reach."""
    other = units.step(day, "day", by * (0 if count < _HALF_DAY else math.ceil(count / 24)))
    return interval(min(day, other), max(day, other)) if other else None


def _part_of(meaning: Meaning, frame: Frame) -> str | None:
    """Earlier, later or so far in this week, month or year."""
    unit = meaning.unit or "week"
    first = _first_of(frame.day, unit)
    following = units.step(first, unit, 1)
    last = units.step(following, "day", -1) if following else None
    before, after = units.step(frame.day, "day", -1), units.step(frame.day, "day", 1)
    if last is None or before is None or after is None:
        return None
    if meaning.part == "so_far":
        return interval(first, frame.day)
    if meaning.part == "later":
        return interval(min(after, last), last)
    return interval(first, max(first, before))


def _nth(meaning: Meaning, frame: Frame) -> str | None:
    """The first Monday of next month, the last Sunday of this year."""
    unit = meaning.unit or "month"
    first = units.step(_first_of(frame.day, unit), unit, meaning.by or 0)
    following = units.step(first, unit, 1) if first else None
    if first is None or following is None or meaning.nth is None:
        return None
    return units.nth_in(first, following - timedelta(days=1), meaning.nth, unit=None, weekday=meaning.weekday)


_KINDS: dict[str, Callable[[Meaning, Frame], str | None]] = {
    "weekday": _weekday, "night": _night, "shift": _shift, "ago": _ago, "window": _window, "part_of": _part_of,
    "nth": _nth, "relation": lambda meaning, frame: relation(meaning, frame.named),
}  # fmt: skip
