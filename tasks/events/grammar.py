"""The small words of a language that the patterns for participants are built on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.condition import WordSet, word_set
from tasks.events.tokens import Text
from tasks.settings import REFERENCE
from tasks.text.reference import language_file


@dataclass(frozen=True, slots=True)
class Grammar:
    """What `roles.yaml` says of prepositions, word order and known groups."""

    verb_second: bool
    links: frozenset[str]
    object_links: frozenset[str]
    focus: frozenset[str]
    agent: frozenset[str]
    recipient: frozenset[str]
    noun_actor: frozenset[str]
    noun_recipient: frozenset[str]
    by_type: Mapping[str, frozenset[str]]
    passive_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    that: frozenset[str]
    between: frozenset[str]
    joint: Mapping[str, frozenset[str]]
    definite: frozenset[str]
    definite_endings: tuple[str, ...]
    clauses_first: frozenset[str]
    known_groups: WordSet
    weapons: WordSet


def is_definite(sentence: Text, noun: int, reference: Path = REFERENCE) -> bool:
    """Whether the noun at a token is definite, so that it points back: `the attack`, `angrepet`."""
    rules = grammar(sentence.language, reference)
    if rules.definite_endings and sentence.tokens[noun].lower.endswith(rules.definite_endings):
        return True
    return any(token.lower in rules.definite for token in sentence.tokens[max(0, noun - 2) : noun])


@cache
def grammar(language: str, reference: Path = REFERENCE) -> Grammar:
    """The grammar of a language.

    Raises:
        ReferenceDataError: `roles.yaml` is missing.
    """
    data = language_file(language, "roles", reference)
    return Grammar(
        verb_second=bool(data["verb_second"]),
        links=frozenset(data["links"]),
        object_links=frozenset(data["object_links"]),
        focus=frozenset(data.get("focus", ())),
        agent=frozenset(data["agent"]),
        recipient=frozenset(data["recipient"]),
        noun_actor=frozenset(data["noun_actor"]),
        noun_recipient=frozenset(data["noun_recipient"]),
        by_type={name: frozenset(words) for name, words in data["by_type"].items()},
        passive_endings=tuple(data["passive_endings"]),
        participle_endings=tuple(data["participle_endings"]),
        that=frozenset(data["that"]),
        between=frozenset(data["between"]),
        joint={name: frozenset(words) for name, words in data["joint"].items()},
        definite=frozenset(data["definite"]),
        definite_endings=tuple(data["definite_endings"]),
        clauses_first=frozenset(data.get("clauses_first", ())),
        known_groups=word_set(data["known_groups"], {}),
        weapons=word_set(data["weapons"], {}),
    )
