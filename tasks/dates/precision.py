"""The unit that the words of an expression give, whatever the header makes of it."""

from __future__ import annotations

from tasks.dates.meaning import Meaning

_SPANS = ("range", "all", "since", "until", "window", "part_of", "night")
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
    if kind == "calendar":
        return _calendar(meaning)
    if kind in ("shift", "ago", "relation"):
        return _unit(meaning)
    return _other(kind)


def _calendar(meaning: Meaning) -> str:
    if meaning.nth is not None or meaning.week is not None:
        return (
            "span"
            if meaning.unit == "weekend"
            else "day"
            if meaning.unit != "week" and meaning.week is None
            else "week"
        )
    if meaning.half_year is not None:
        return "span"
    return next((name for name in ("day", "season", "quarter", "month") if getattr(meaning, name)), "year")


def _of_value(value: str) -> str:
    """Day or span, as the value says it."""
    return "span" if "/" in value or value[0] == "{" else {4: "year", 7: "month"}.get(len(value), "day")


def _other(kind: str) -> str:
    if kind in ("decade", "century"):
        return kind
    return "day"


def _unit(meaning: Meaning) -> str:
    if meaning.kind == "ago" and (meaning.vague is not None or meaning.part == "earlier"):
        return "span"
    if meaning.unit == "season":
        return "season"
    if meaning.kind == "ago" and meaning.unit == "week":
        return "day"
    if meaning.kind == "ago" and meaning.unit in ("decade", "century"):
        return "year"
    if meaning.unit in ("weekend", "night"):
        return "span"
    return meaning.unit if meaning.unit in _PLAIN else "day"
