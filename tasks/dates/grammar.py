"""The rules of `dates.yaml`, read once for each language: what may stand in a text, and what it means.

A language may leave out the section `day_lists` with `before` and `after`, patterns of one more day in front of a date
(`1, 2 and` before `3 May`) or behind it (`, 2 and 3` after `May 1`), and `year`, of the year behind the latter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.dates.edtf import bounds
from tasks.dates.feasts import is_feast
from tasks.dates.lexicon import Lexicon, build_lexicon
from tasks.dates.meaning import FIELDS
from tasks.dates.pattern import Pattern, compile_pattern, literals
from tasks.errors import ReferenceDataError
from tasks.text.reference import language_file

_TENSE = ("future", "past", "pause", "cancel_future", "infinitive", "be", "present", "beside", "article")
_SECTIONS = ("cldr", "capitals", "months", "weekdays", "words", "endings", "parts", "rules", "links")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the meaning that the rule itself gives; captured words fill in the rest."""

    pattern: Pattern
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """How two expressions, or a word and one, make a longer one: the words before, and those between."""

    kind: str
    before: Pattern | None
    between: Pattern | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is known of a language's time expressions, compiled.

    Attributes:
        rules: every rule. starting: the rules that can begin with a code.
        links: how expressions join, in the order in which they are tried.
        tense: the codes of each category of words of tense (`tense`).
        listed_before, listed_after, listed_year: a day of a list before or after a date, and the year (`day_lists`).
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    starting: Mapping[str, tuple[Rule, ...]]
    links: tuple[Link, ...]
    tense: Mapping[str, frozenset[str]]
    listed_before: Pattern | None
    listed_after: Pattern | None
    listed_year: Pattern | None


@cache
def grammar(language: str, reference: Path) -> Grammar:
    """The grammar of a language.

    Raises:
        ReferenceDataError: the language has no `dates.yaml`, or a rule in it makes no sense.
    """
    data = language_file(language, "dates", reference)
    missing = [name for name in _SECTIONS if name not in data]
    if missing:
        raise ReferenceDataError(
            f"{language}/dates.yaml: lacks the section {missing[0]!r}; see another language's file"
        )
    parts = {name: [choice] if isinstance(choice, str) else choice for name, choice in data["parts"].items()}
    patterns = [pattern for rule in data["rules"] for pattern in rule["patterns"]]
    lists: Mapping[str, str] = data.get("day_lists", {})
    joins = [text for link in data["links"] for text in (link.get("before"), link.get("between")) if text]
    lexicon = build_lexicon(data, language_file(language, "numbers", reference))
    lexicon.seal(literals([*patterns, *joins, *lists.values()], parts))
    rules = _rules(data["rules"], lexicon, parts)
    starting: dict[str, list[Rule]] = {}
    for rule in rules:
        for code in rule.pattern.first:
            starting.setdefault(code, []).append(rule)
    return Grammar(
        lexicon,
        tuple(rules),
        {code: tuple(some) for code, some in starting.items()},
        tuple(_link(link, lexicon, parts) for link in data["links"]),
        {name: frozenset(lexicon.chars(name)) for name in _TENSE},
        *(
            compile_pattern(lists[side], lexicon, parts) if side in lists else None
            for side in ("before", "after", "year")
        ),
    )


def _rules(data: Sequence[Mapping[str, Any]], lexicon: Lexicon, parts: Mapping[str, Sequence[str]]) -> list[Rule]:
    rules = []
    for entry in data:
        given = {name: value for name, value in entry.items() if name != "patterns"}
        for text in entry["patterns"]:
            pattern = compile_pattern(text, lexicon, parts)
            strange = given.keys() - FIELDS
            if strange:
                raise ReferenceDataError(f"dates.yaml: pattern {text!r} fills {min(strange)!r}, which means nothing")
            if given["kind"] == "named" and not is_feast(given["value"]) and not _is_edtf(given["value"]):
                raise ReferenceDataError(f"dates.yaml: {given['value']!r} of {text!r} is neither EDTF nor a rule")
            rules.append(Rule(pattern, given))
    return rules


def _is_edtf(value: str) -> bool:
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def _link(data: Mapping[str, Any], lexicon: Lexicon, parts: Mapping[str, Sequence[str]]) -> Link:
    before, between = (
        compile_pattern(data[side], lexicon, parts) if data.get(side) else None for side in ("before", "between")
    )
    return Link(data["kind"], before, between)
