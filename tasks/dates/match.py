"""The expressions of a text, as their meanings, longest first, before they are joined and resolved."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tasks.dates.grammar import Grammar, Rule
from tasks.dates.lexicon import NUMERIC, Lexicon, Tokens
from tasks.dates.meaning import Meaning
from tasks.text.numbers import parse_number

# Signs that make the digits beside them something else than a date: money, versions, telephone numbers, scores.
_BEFORE_DIGITS, _AFTER_DIGITS = frozenset("$€£¥#@+/.,:-–_=&°"), frozenset("%°€$£_@=")
_BETWEEN_DIGITS = frozenset("./,:-–")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its tokens (end exclusive) and what it means."""

    start: int
    end: int
    meaning: Meaning


def match(tokens: Tokens, grammar: Grammar, language: str, reference: Path) -> list[Found]:
    """The expressions of a text, left to right; of those that overlap the first, then the longest, then the first rule.

    Every rule is tried once at every token it can begin with, and no rule repeats: time is linear in the text.
    """
    codes, starting = tokens.codes, grammar.starting
    found: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for at, code in enumerate(codes):
        for rule in starting.get(code, ()):
            hit = rule.pattern.regex.match(codes, at)
            if hit is not None and stands_alone(tokens, *hit.span("span")):
                start, end = hit.span("span")
                found.append((start, -end, len(found), rule, hit))
    found.sort(key=lambda item: item[:3])
    chosen: list[Found] = []
    reached = 0
    for start, end, _, rule, hit in found:
        if start < reached:
            continue
        meaning = _meaning(tokens, rule, hit, grammar.lexicon, lambda word: _number(word, language, reference))
        reached = -end
        # No shorter reading is looked for in a day that does not exist: "30 February" is not February.
        if exists(meaning) and meaning.kind != "ignore":
            chosen.append(Found(start, -end, meaning))
    return chosen


def stands_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Whether no letter or digit runs on at either side, and digits at the edge are no part of a longer figure."""
    texts = tokens.texts
    before, after = texts[start - 1] if start else " ", texts[end] if end < len(texts) else " "
    first, last = texts[start], texts[end - 1]
    if before[-1].isalnum() and (first[0].isalnum()):
        return False
    if after[0].isalnum() and last[-1].isalnum():
        return False
    if first.isdigit():
        joined = start > 1 and texts[start - 2][-1]
        digits_before = joined and (joined.isdigit() if before == "–" else joined.isalnum())  # F-16, but June–3 July
        if before in _BEFORE_DIGITS and (digits_before or before not in "-–."):
            return False
    if last.isdigit():
        if after in _AFTER_DIGITS:
            return False
        if after in _BETWEEN_DIGITS and end + 1 < len(texts) and texts[end + 1][0].isdigit():
            return False
    return True


def _meaning(
    tokens: Tokens, rule: Rule, hit: re.Match[str], lexicon: Lexicon, number: Callable[[str], float | None]
) -> Meaning:
    values: dict[str, Any] = dict(rule.given)
    for group, name, category in rule.pattern.captures:
        start, end = hit.span(group)
        if start < 0:
            continue
        word = "".join(tokens.texts[start:end])
        if category == "count":
            values[name] = number(word)
        elif category in NUMERIC:
            values[name] = int(word)
        elif category == "clock_digits":
            values[name] = int(word[:2]) * 60 + int(word[2:])
        else:
            values[name] = lexicon.values[category][" ".join(word.casefold().split())]
    return Meaning(**values)


@lru_cache(maxsize=4096)
def _number(word: str, language: str, reference: Path) -> float | None:
    return float(word) if word.isdigit() else parse_number(word, language, reference)


def exists(meaning: Meaning) -> bool:
    """Whether the calendar has such a day; 30 February is left alone, never bent."""
    for day in (meaning.day, meaning.last_day):
        if day is not None and meaning.month is not None:
            year = meaning.year if meaning.year is not None else 2000  # a leap year
            if not 1 <= day <= calendar.monthrange(year, meaning.month)[1]:
                return False
    return not (meaning.last_day and meaning.day and meaning.last_day <= meaning.day)
