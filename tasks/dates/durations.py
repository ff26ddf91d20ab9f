"""Clock times and durations in ISO 8601."""

from __future__ import annotations

from tasks.dates.meaning import Meaning

_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = ("second", "minute", "hour")
_NOON, _MIDNIGHT = 12, 24


def duration(meaning: Meaning) -> str | None:
    """`P29D`, `PT10H`, `P1W`; None where the text gives no number (*several weeks*) or half a unit has no own form."""
    if meaning.vague is not None or meaning.unit is None:
        return None
    unit, count = meaning.unit, 1.0 if meaning.count is None else meaning.count
    if unit in ("decade", "century"):
        unit, count = "year", count * (10 if unit == "decade" else 100)
    if unit in ("night", "weekend") or count < 0:
        return None
    amount = f"{count:g}" if count < 1e6 else str(int(count))  # noqa: PLR2004 - %g would write an exponent
    return f"P{'T' if unit in _CLOCK else ''}{amount}{_LETTERS[unit]}"


def clock(meaning: Meaning) -> str | None:
    """`T09:00`, `T14:00Z`; hours of the afternoon as 13 to 23."""
    if meaning.hour is None:
        return None
    hour = meaning.hour
    if meaning.half == "pm" and hour < _NOON:
        hour += _NOON
    elif meaning.half == "am" and hour == _NOON:
        hour = 0
    hour, minute = divmod((hour * 60 + (meaning.minute or 0)) % (24 * 60 + (hour == _MIDNIGHT)), 60)
    return f"T{hour:02}:{minute:02}{meaning.zone or ''}"
