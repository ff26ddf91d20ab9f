"""Numbers of a date that can be read in two ways: two-digit years, and days and months in an unsure order."""

from __future__ import annotations

from dataclasses import replace

from tasks.dates.edtf import bounds
from tasks.dates.match import Found, exists
from tasks.dates.meaning import Meaning

# A two-digit year is one of the hundred that end 20 years after the document's; without a document's date it is one of
# 1970 to 2069. A decade is one that has begun.
_AHEAD, _LAST = 20, 2069
_MONTHS = 12


def settled(found: list[Found], published: str | None) -> list[Found]:
    """The expressions with four-digit years, and with days and months in the order that the text uses elsewhere.

    Where no other date of the text fits one order alone, an unsure date becomes one of two.
    """
    orders = {m.order for m in (one.meaning for one in found) if m.order is not None and not _unsure(m)}
    order = next(iter(orders)) if len(orders) == 1 else None
    year = bounds(published)[0] if published is not None else None
    out = []
    for one in found:
        meaning = one.meaning
        if meaning.short_year is not None:
            decade = meaning.kind == "decade"
            latest = year.year + (0 if decade else _AHEAD) if year else _LAST - (_AHEAD + 30) * decade
            meaning = replace(meaning, year=latest - (latest - meaning.short_year) % 100, short_year=None)
        if meaning.order is not None:
            meaning = _ordered(meaning, order)
        if meaning.kind == "either" or exists(meaning):
            out.append(Found(one.start, one.end, meaning))
    return out


def _unsure(meaning: Meaning) -> bool:
    return meaning.order is not None and meaning.day != meaning.month and (meaning.day or 0) <= _MONTHS


def _ordered(meaning: Meaning, order: str | None) -> Meaning:
    unsure = _unsure(meaning)
    plain = replace(meaning, order=None)
    if not unsure or order == meaning.order:
        return plain
    swapped = replace(plain, day=meaning.month, month=meaning.day)
    return swapped if order is not None else Meaning("either", first=plain, last=swapped)
