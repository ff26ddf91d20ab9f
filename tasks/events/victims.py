"""Victims that are named but not counted: a single one, or a bare plural."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.mention import Casualty
from tasks.events.phrases import Phrase, split_phrase
from tasks.events.reading import Reading
from tasks.events.tokens import Token
from tasks.events.triggers import Trigger
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

# What acts of a mode do to those that they are done to.
_BY_MODE = {"arrest": "detained", "abduct": "abducted", "targeted": "killed"}
_PLURAL = 2


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: dict[str, str]
    groups: dict[str, str]
    people: frozenset[str]
    plural_endings: tuple[str, ...]


def uncounted(
    text: str, reading: Reading, trigger: Trigger, recipients: Sequence[Phrase], reference: Path = REFERENCE
) -> Iterator[Casualty]:
    """Casualties of a trigger whose victims stand beside it without a figure.

    One named or definite person counts one; a bare plural counts at least two.

    Args:
        text: the document's text.
        reading: the sentence.
        trigger: a trigger with no figure of its own.
        recipients: the phrases of those that it was done to.
        reference: the reference folder.
    """
    words = _words(reading.text.language, reference)
    tokens = reading.text.tokens
    told = (words.kinds.get(token.lower) for token in tokens[trigger.first : trigger.last])
    kind = next((one for one in told if one is not None), _BY_MODE.get(trigger.mode or ""))
    if kind is None and trigger.entry.consequence:
        kind = "killed"
    if kind is None:
        return
    for phrase in recipients:
        for part in split_phrase(tokens, phrase):
            size = _size(tokens, part, words, alone=not trigger.noun)
            if size is not None:
                start, end = reading.span(part)
                group = next(
                    (words.groups[t.lower] for t in tokens[part.first : part.last] if t.lower in words.groups), ""
                )
                yield Casualty(kind, group, size, size if size == 1 else None, text[start:end], start, end)


def _size(tokens: Sequence[Token], phrase: Phrase, words: _Words, *, alone: bool) -> int | None:
    """How many a phrase names at least; a single capital may be a place, so it counts only where `alone` is set."""
    inside = tokens[phrase.first : phrase.last]
    if any(token.has("number") for token in inside):
        return None
    if len(inside) == 1 and inside[0].has("third"):
        return 1
    head = next((at - 1 for at in range(phrase.first + 1, phrase.last) if tokens[at].has("prep")), phrase.last - 1)
    lower = tokens[head].lower
    if lower in words.people or lower in words.groups:
        return _PLURAL if lower.endswith(words.plural_endings) else 1
    return 1 if tokens[head].has("cap") and (alone or head > phrase.first) else None


@cache
def _words(language: str, reference: Path) -> _Words:
    data = language_file(language, "casualties", reference)
    return _Words(
        kinds={str(word): kind for kind, listed in data["kinds"].items() for word in listed},
        groups={str(word): group for group, listed in data["groups"].items() for word in listed},
        people=frozenset(map(str, data["people"])),
        plural_endings=tuple(data["plural_endings"]),
    )
