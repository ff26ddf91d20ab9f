"""The unit that the words of an expression give, whatever the header makes of it."""

from __future__ import annotations

from tasks.dates.meaning import Meaning

_SPANS = ("range", "all", "since", "until", "window", "part_of", "night", "night_to")
_PARTS = ("early", "mid", "late", "start", "middle", "end")
_PLAIN = ("day", "week", "month", "quarter", "year", "decade", "century")


def precision(meaning: Meaning, value: str | None) -> str:
    """day, week, month, season, quarter, year, decade, century, span (several days) or none (durations, times)."""
    kind = meaning.kind
    if kind in ("time", "duration", "each"):
        return "none"
    if kind in ("either", "nth", "named", "offset") and value is not None:
        return _of_value(value)
    if kind in _SPANS or meaning.last_day or meaning.last_year or meaning.part in _PARTS:
        return "span"
    if kind == "within" and meaning.first is not None:
        return precision(meaning.first, value)
    return _calendar(meaning) if kind == "calendar" else _unit(meaning)


def _calendar(meaning: Meaning) -> str:
    if meaning.half_year is not None or meaning.unit == "weekend":
        return "span"
    if meaning.unit == "week" or (meaning.week is not None and meaning.weekday is None):
        return "week"
    if meaning.nth is not None or meaning.week is not None:
        return "day"
    return next((name for name in ("day", "season", "quarter", "month") if getattr(meaning, name)), "year")


def _of_value(value: str) -> str:
    """Day or span, as the value says it."""
    return "span" if "/" in value or value[0] == "{" else {4: "year", 7: "month"}.get(len(value), "day")


def _unit(meaning: Meaning) -> str:
    if meaning.kind == "ago":
        return _ago(meaning)
    if meaning.kind in ("decade", "century"):
        return meaning.kind
    if meaning.unit in ("weekend", "night"):
        return "span"
    return meaning.unit if meaning.unit in (*_PLAIN, "season") else "day"


def _ago(meaning: Meaning) -> str:
    """How near "so long ago" is: weeks are counted to the day, decades to the year."""
    if meaning.vague is not None or meaning.part == "earlier" or meaning.unit in ("weekend", "night"):
        return "span"
    if meaning.unit in ("decade", "century"):
        return "year"
    return meaning.unit if meaning.unit in _PLAIN and meaning.unit != "week" else "day"
