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
    if kind in _SPANS or meaning.last_day or meaning.last_year or meaning.part in _PARTS:
        return "span"
    if kind == "within" and meaning.first is not None:
        return precision(meaning.first, value)
    if kind == "calendar":
        return next((name for name in ("day", "season", "quarter", "month") if getattr(meaning, name)), "year")
    if kind in ("shift", "ago", "relation"):
        return _unit(meaning)
    return _other(kind, value)


def _other(kind: str, value: str | None) -> str:
    if kind in ("decade", "century"):
        return kind
    return "span" if kind == "named" and value is not None and "/" in value else "day"


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
