"""What words elsewhere in the sentence say of an event: its means, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tasks.errors import ReferenceDataError
from tasks.events.condition import WordSet, word_set
from tasks.events.taxonomy import taxonomy
from tasks.events.tokens import Text
from tasks.settings import REFERENCE
from tasks.text.reference import language_file


def mode_of(event_type: str, sentence: Text, reference: Path = REFERENCE) -> str | None:
    """The mode that the means named in a sentence gives an event of a type, or None."""
    for mode, words in _modes(sentence.language, reference).get(event_type, {}).items():
        if words.meets(sentence.words):
            return mode
    return None


def contexts_of(sentence: Text, reference: Path = REFERENCE) -> tuple[str, ...]:
    """The PLOVER contexts that words of a sentence stand for, sorted."""
    found = _contexts(sentence.language, reference)
    return tuple(sorted(name for name, words in found.items() if words.meets(sentence.words)))


@cache
def _modes(language: str, reference: Path) -> Mapping[str, Mapping[str, WordSet]]:
    data, types = language_file(language, "triggers", reference), taxonomy(reference).event_types
    for event_type, modes in data["cues"].items():
        for mode in modes:
            if mode not in types.get(event_type, ()):
                raise ReferenceDataError(
                    f"languages/{language}/triggers.yaml: cues: no {event_type} with mode {mode!r}"
                )
    return {
        event_type: {mode: word_set(words, data["words"]) for mode, words in modes.items()}
        for event_type, modes in data["cues"].items()
    }


@cache
def _contexts(language: str, reference: Path) -> Mapping[str, WordSet]:
    data, known = language_file(language, "triggers", reference), taxonomy(reference).contexts
    for name in data["contexts"]:
        if name not in known:
            raise ReferenceDataError(f"languages/{language}/triggers.yaml: contexts: {name!r} is no PLOVER context")
    return {name: word_set(words, data["words"]) for name, words in data["contexts"].items()}
