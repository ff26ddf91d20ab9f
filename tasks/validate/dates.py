"""Whether a date, its first and last day, and its stated precision say the same."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tasks.dates.edtf import bounds

# Possible days (first and last counted) of UCDP's date precision, after the coding guide; 5 may also have an open end.
# A week may count both of its end days. A date that hangs on a month-only one reaches into the months beside it.
_DAYS = {1: (1, 1), 2: (2, 6), 3: (2, 8), 4: (2, 92), 5: (29, None)}
_ISO_8601 = {"DURATION": re.compile(r"P.*\d.*"), "TIME": re.compile(r"(\d{4}-\d{2}-\d{2})?T.+|\d{2}:.+|\d{4}.*")}


def fits(edtf: str | None, start: date | None, end: date | None) -> bool:
    """Whether EDTF has this first and last possible day; without EDTF both are empty."""
    if edtf is None:
        return start is None and end is None
    return _bounds(edtf) == (start, end)


def value_fits(kind: str, value: str | None, start: date | None, end: date | None) -> bool:
    """Whether a time expression's value has the form of its kind, and a date's value its days."""
    if kind == "DATE" or value is None:
        return fits(value, start, end)
    return kind not in _ISO_8601 or _ISO_8601[kind].fullmatch(value) is not None


def is_edtf(text: str) -> bool:
    """Whether a text is EDTF."""
    return _bounds(text) is not None


def fits_precision(edtf: str | None, start: date | None, end: date | None, precision: int | None) -> bool:
    """Whether UCDP's date precision fits the interval; a date has one and nothing else does."""
    if edtf is None or precision not in _DAYS:
        return edtf is None and precision is None
    least, most = _DAYS[precision]
    if start is None or end is None:
        return most is None
    return least <= (end - start).days + 1 <= (most or date.max.toordinal())


@lru_cache(maxsize=65536)  # a shard repeats a few dates thousands of times
def _bounds(edtf: str) -> tuple[date | None, date | None] | None:
    try:
        return bounds(edtf)
    except ValueError:
        return None
