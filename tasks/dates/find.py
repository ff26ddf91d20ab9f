"""The time expressions of a text, normalised to EDTF."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tasks.dates.day_lists import with_listed_days
from tasks.dates.edtf import bounds, published_precision
from tasks.dates.expression import TimeExpression
from tasks.dates.grammar import grammar
from tasks.dates.join import join
from tasks.dates.match import match
from tasks.dates.meaning import Meaning
from tasks.dates.precision import precision
from tasks.dates.resolve import resolve
from tasks.dates.tense import masked, tense
from tasks.dates.written_numbers import settled
from tasks.settings import REFERENCE

# "Not once in 29 days" counts from the day of saying it: a day named this many characters before, at most.
SAID_WITHIN = 300
# What may part an expression from the date that it equals, in the same sentence.
_BESIDE = re.compile(r",? |(?:(?![.!?]\s)[^\n])*, ")
# After these nothing follows that an open expression could count from.
_ENDS = ("", ",", ".", ";")
_KINDS = {"time": "TIME", "duration": "DURATION", "each": "SET"}


def find_dates(
    text: str, language: str, published: str | None, reference: Path = REFERENCE, named: str | None = None
) -> list[TimeExpression]:
    """The dates, clock times, durations and sets of a text, left to right, never overlapping.

    Args:
        text: any text; an expression never runs over a line break.
        language: a BCP-47 tag that has `dates.yaml` and `numbers.yaml`.
        published: the document's date, EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Under a month or a year a relative
            expression gives every day that the possible days of writing give. None: it is found, but not resolved.
        reference: the reference folder.
        named: the date that the text before this one named last, EDTF; a first `two days later` hangs on it.

    Raises:
        ReferenceDataError: the language lacks a file, or a rule in it makes no sense.
        ValueError: `published` is no such date.
    """
    if published is not None and published_precision(published) == "unknown":
        raise ValueError(f"published {published!r} is no date; expected YYYY, YYYY-MM, YYYY-MM-DD or None")
    rules = grammar(language, reference)
    tokens = rules.lexicon.read(text)
    expressions: list[TimeExpression] = []
    said: tuple[int, str] | None = None
    single = with_listed_days(match(tokens, rules, language, reference), tokens, rules)
    found = join(settled(single, published), tokens, rules)
    around = masked(tokens, ((one.start, one.end) for one in found))
    for one in found:
        start, end = tokens.start(one.start), tokens.start(one.end)
        against = named
        if one.meaning.part == "said":
            against = said[1] if said is not None and start - said[0] <= SAID_WITHIN else None
        against = against if one.meaning.hangs_on_named else None
        if one.meaning.part == "open" and not expressions and text[end : end + 1] not in _ENDS:
            against = None  # counted from what follows, not from what the text before this one named
        value = resolve(one.meaning, published, tense(around, rules, one.start, one.end), against)
        counted_from = None
        if one.meaning.part == "open" and expressions and _beside(expressions[-1], text, start):
            back = replace(one.meaning, by=-(one.meaning.by or 0))
            value, counted_from = against, resolve(back, published, "none", against)
        kind = _KINDS.get(one.meaning.kind, "DATE")
        first, last = bounds(value) if kind == "DATE" and value is not None else (None, None)
        expressions.append(
            TimeExpression(
                start=start,
                end=end,
                text=text[start:end],
                kind=kind,
                value=value,
                date_start=first,
                date_end=last,
                precision=precision(one.meaning, value),
                basis=one.meaning.basis,
                anchor=_anchor(one.meaning, published, against) if value is not None else None,
                counted_from=counted_from,
            )
        )
        if kind == "DATE" and value is not None and first is not None and last is not None:
            named = value
            if one.meaning.kind in ("weekday", "calendar", "shift") and expressions[-1].precision == "day":
                said = end, value
    return expressions


def _beside(last: TimeExpression, text: str, start: int) -> bool:
    """Whether the expression at `start` says of the day before it how long after something it was."""
    return last.precision == "day" and last.value is not None and bool(_BESIDE.fullmatch(text[last.end : start]))


def _anchor(meaning: Meaning, published: str | None, named: str | None) -> str | None:
    if meaning.basis == "explicit":
        return None
    return named if meaning.hangs_on_named and named is not None else published
