"""What words elsewhere in the sentence say of an event: its means, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tasks.errors import ReferenceDataError
from tasks.events.clauses import clause_of
from tasks.events.condition import WordSet, word_set
from tasks.events.reading import Reading
from tasks.events.taxonomy import taxonomy
from tasks.events.tokens import Text
from tasks.events.triggers import Trigger
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
    return _named(sentence.language, sentence.words, reference)


def contexts_around(reading: Reading, trigger: Trigger, reference: Path = REFERENCE) -> tuple[str, ...]:
    """The PLOVER contexts that the words around a trigger stand for, sorted.

    Those of its own clause are asked, without the clauses inside it and without whoever reports it; in a sentence
    that is not parsed, all words.
    """
    return _named(reading.text.language, _around(reading, trigger), reference)


def _named(language: str, words: frozenset[str], reference: Path) -> tuple[str, ...]:
    return tuple(sorted(name for name, cues in _contexts(language, reference).items() if cues.meets(words)))


def _around(reading: Reading, trigger: Trigger) -> frozenset[str]:
    clause = clause_of(reading, trigger)
    if clause is None:
        return reading.text.words
    if clause.relation == "nominal" and clause.parent is not None:
        # What is said of an event noun is said in the clause that it stands in.
        clause = reading.parsed.clauses[clause.parent]
    apart = [
        (other.start, other.end)
        for other in reading.parsed.clauses
        if other.number != clause.number
        and clause.start <= other.start
        and other.end <= clause.end
        and other.relation not in {"nominal", "complement"}
    ]
    report = clause.report
    while report is not None:
        apart += [(one.start, one.end) for one in report.speakers]
        report = report.outer
    own = [(one.start, one.end) for one in clause.roles]
    return frozenset(
        token.lower
        for token in reading.text.tokens
        if _inside(token.start, own) or (clause.start <= token.start < clause.end and not _inside(token.start, apart))
    )


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


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
