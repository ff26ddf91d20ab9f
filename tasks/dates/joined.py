"""What two expressions mean together, or one with a word before it: ranges, lists, since, until, Friday last week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tasks.dates import calendar_units as units
from tasks.dates.calendar_dates import calendar_date, is_dated, underspecified
from tasks.dates.edtf import all_of, bounds, interval
from tasks.dates.meaning import Meaning
from tasks.dates.relation import relation
from tasks.dates.relative import Frame

Value = Callable[[Meaning, Frame | None], str | None]


def joined(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """The EDTF of a meaning that is made of others.

    Args:
        meaning: of kind range, all, since, until, within, either, offset or night_to.
        frame: what its parts hang on; None where the day of writing is not known.
        value: gives the EDTF of any meaning, this one's parts too.
    """
    return _KINDS[meaning.kind](meaning, frame, value) if meaning.kind in _KINDS else None


def _range(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    first, last = meaning.first, meaning.last
    assert first is not None and last is not None  # noqa: S101, PT018 - a range is made of two
    forward = (frame is not None and frame.future and underspecified(first)) or not underspecified(last)
    if underspecified(last) and (forward or not underspecified(first)):
        start = value(first, frame)
        end = _beside(last, start, frame, value, forward=True)
    else:
        end = value(last, frame)
        start = _beside(first, end, frame, value, forward=False) if underspecified(first) else value(first, frame)
    if start is None or end is None:
        return None
    (a, _), (_, b) = bounds(start), bounds(end)
    if a is None or b is None or a > b:
        return None
    return f"{start}/{end}" if _simple(start) and _simple(end) and a != b else interval(a, b)


def _all(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """Friday and Saturday, 2011 and 2013: each of them; one without a year or week stays near its neighbour."""
    parts: list[Meaning] = []
    rest: Meaning | None = meaning
    while rest is not None and rest.kind == "all":
        if rest.last is None:
            return None
        parts.append(rest.last)
        rest = rest.first
    if rest is None:
        return None
    parts.append(rest)
    forward = frame is not None and frame.future
    values: list[str] = []
    for part in reversed(parts) if forward else parts:
        near = values and underspecified(part)
        found = _beside(part, values[-1], frame, value, forward=forward) if near else value(part, frame)
        if found is None or found[0] in "[{" or ".." in found:
            return None
        values.append(found)
    return all_of([value.replace("/", "..") for value in sorted(set(values), key=bounds)])


def _beside(meaning: Meaning, other: str | None, frame: Frame | None, value: Value, *, forward: bool) -> str | None:
    """A date that names no year or is a bare weekday: the one nearest to another one, on the side that is asked for."""
    edge = bounds(other)[1 if forward else 0] if other is not None else None
    if edge is None:
        return None
    if meaning.kind == "weekday" and meaning.weekday is not None:
        day = units.weekday_near(edge, meaning.weekday, forward=forward, same=False)
        return day.isoformat() if day else None
    found = value(meaning, Frame(edge, "future" if forward else "past", frame.named if frame else None))
    first, last = bounds(found) if found is not None else (None, None)
    if found is None or first is None or last is None or not is_dated(meaning):
        return found
    # The rule of tense looks at months; here the other day itself is the limit.
    if (forward and first < edge) or (not forward and last > edge):
        moved = units.step(edge, "month", 1 if forward else -1)
        return value(meaning, Frame(moved, "future" if forward else "past", None)) if moved else None
    return found


def _since(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    past = replace(frame, tense="past") if frame is not None else None
    found = value(meaning.first, past) if meaning.first else None
    if found is None:
        return None
    first, last = bounds(found)
    if first is None:
        return None
    if meaning.first is not None and meaning.first.kind == "named" and last is not None:
        return interval(last, None)  # since the war: since it was over
    return f"{found}/.." if _simple(found) else interval(first, None)


def _until(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    first = meaning.first
    if first is None:
        return None
    if frame is not None and frame.tense == "none" and first.kind == "weekday":
        frame = replace(frame, tense="future")  # a limit that nobody says has passed is still to come
    found = value(first, frame)
    if found is None:
        return None
    if frame is not None and not frame.future and underspecified(first) and is_dated(first):
        # A limit without a year is the nearest one: "until 23 August" said in August is this year's.
        day, other = frame.day, value(first, replace(frame, tense="future"))
        found = min((one for one in (found, other) if one), key=lambda one: abs(((bounds(one)[1] or day) - day).days))
    last = bounds(found)[1]
    if last is None:
        return None
    return f"../{found}" if _simple(found) else interval(None, last)


def _within(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """Friday in last week, December last year: the first such day or month that begins in the longer span."""
    fine, coarse = meaning.first, value(meaning.last, frame) if meaning.last else None
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
    found = calendar_date(fine, first, "future")
    begins = bounds(found)[0] if found else None
    return found if begins is not None and first <= begins <= last else None


def _either(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """A date that can be read in two ways."""
    found = {value(end, frame) for end in (meaning.first, meaning.last) if end is not None} - {None}
    known = sorted((one for one in found if one is not None), key=bounds)
    if len(known) > 1 and all(_simple(one) for one in known):
        return f"[{','.join(known)}]"
    return known[0] if known else None


def _offset(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """Two days before Christmas, a week from Friday: counted from the date inside the expression."""
    if meaning.last is None:
        return None
    if frame is not None and underspecified(meaning.last) and meaning.part == "bound":
        frame = replace(frame, tense="future" if (meaning.by or 0) > 0 else "past")
    return relation(replace(meaning, first=None, last=None), value(meaning.last, frame))


def _night(meaning: Meaning, frame: Frame | None, value: Value) -> str | None:
    """The night to a date: the day before and that day."""
    found = value(meaning.first, frame) if meaning.first else None
    day = bounds(found)[0] if found is not None else None
    before = units.step(day, "day", -1) if day else None
    return interval(before, day) if before and found is not None and _simple(found) else None


def _simple(value: str) -> bool:
    """Whether a value is one day, month, season or year, which an interval can name as it stands."""
    return "/" not in value and value[0] not in "[{"


_KINDS: dict[str, Callable[[Meaning, Frame | None, Value], str | None]] = {
    "range": _range, "all": _all, "since": _since, "until": _until, "within": _within, "either": _either,
    "offset": _offset, "night_to": _night,
}  # fmt: skip
