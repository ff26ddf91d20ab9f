"""One date or duration as it stands in a text, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, clock time, duration or set in a text, normalised.

    Attributes:
        start, end: code points in the text that was searched, end exclusive; `text` is that piece.
        kind: DATE, TIME, DURATION or SET.
        value: EDTF (ISO 8601-2) for a DATE or SET, ISO 8601 for a TIME or DURATION; None where it cannot be resolved.
        date_start, date_end: first and last possible day; None at an open end or where it cannot be resolved.
        precision: the unit that the words give: day, week, month, season, quarter, year, decade, century, span
            (several days), or none (a duration or a clock time alone).
        basis: explicit (a calendar date) or relative.
        anchor: the EDTF date that a relative expression was resolved against, else None.
        counted_from: of an expression beside the date that it equals (`Monday, two days after the raid`), the date that
            it counts from, EDTF; else None.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str | None
    date_start: date | None
    date_end: date | None
    precision: str
    basis: str
    anchor: str | None
    counted_from: str | None = None
