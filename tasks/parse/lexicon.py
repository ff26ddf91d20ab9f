"""The forms that words of `triggers.yaml` may have, for the gate and for nouns that tell of an event.

The events room reads the same file for what the words mean; here only their forms count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.parse.inflection import InflectionError, expand, forms_of
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

Forms = frozenset[str]

_SHORTEST_FIRST_PART = 2  # letters


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, and beginnings of words."""

    words: Forms
    prefixes: tuple[str, ...]

    def meets(self, words: frozenset[str]) -> bool:
        """Whether one of the words is in the set."""
        if not self.words.isdisjoint(words):
            return True
        return bool(self.prefixes) and any(word.startswith(self.prefixes) for word in words)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry: the forms of each of its words, and sets of words of which one must stand in the same sentence."""

    steps: tuple[Forms, ...]
    needs: tuple[WordSet, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The last part of a compound: which first parts it excludes, and which it takes where it takes but some."""

    excluded: Forms
    only: Forms | None

    def fits(self, part: str) -> bool:
        """Whether `part`, links included, may stand before the head."""
        part = part.rstrip("-")
        stems = {part, part.removesuffix("s"), part.removesuffix("e")}
        if len(part) < _SHORTEST_FIRST_PART or stems & self.excluded:
            return False
        return self.only is None or bool(stems & self.only)


@dataclass(frozen=True, slots=True)
class TriggerForms:
    """The trigger lexicon of a language by form.

    Attributes:
        candidates: by the form of their first word.
        nouns: single words that are, or may be, nouns.
        heads: last parts of compounds, by form.
        verb_lemmas, noun_lemmas: dictionary forms by inflected form.
    """

    candidates: Mapping[str, tuple[Candidate, ...]]
    nouns: Forms
    heads: Mapping[str, Head]
    verb_lemmas: Mapping[str, Forms]
    noun_lemmas: Mapping[str, Forms]

    def fits_head(self, word: str) -> bool:
        """Whether a word, in small letters, is a compound that tells of an event."""
        return any(word.endswith(form) and head.fits(word[: -len(form)]) for form, head in self.heads.items())


@cache
def trigger_forms(language: str, reference: Path = REFERENCE) -> TriggerForms:
    """The forms of a language that has `triggers.yaml`.

    Raises:
        ReferenceDataError: the file is missing, or an entry names an unknown class, lemma or group of words.
    """
    data = language_file(language, "triggers", reference)
    found: dict[str, list[Candidate]] = defaultdict(list)
    nouns: set[str] = set()
    try:
        for fields in _entries(data):
            steps, kind = _steps(str(fields["t"]), data)
            # Negative conditions are left out: more sentences may be kept than needed, never fewer.
            asked = tuple(_word_set(fields[name], data) for name in ("needs", "after", "before") if name in fields)
            for form in steps[0]:
                found[form].append(Candidate(steps[1:], asked))
            if len(steps) == 1 and kind[:1] in {"n", "x", ""}:
                nouns |= steps[0]
        heads = {form: head for item in data.get("compounds", ()) for form, head in _head(item, data)}
    except InflectionError as error:
        raise ReferenceDataError(f"languages/{language}/triggers.yaml: {error}") from error
    except KeyError as error:
        raise ReferenceDataError(f"languages/{language}/triggers.yaml: {error.args[0]!r} is not listed") from error
    candidates = {form: tuple(own) for form, own in found.items()}
    return TriggerForms(candidates, frozenset(nouns), heads, _lemmas(data, "vx"), _lemmas(data, "nx"))


def _entries(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for modes in data["triggers"].values():
        for items in modes.values():
            for item in items:
                yield item if isinstance(item, dict) else {"t": item}


def _steps(notation: str, data: Mapping[str, Any]) -> tuple[tuple[Forms, ...], str]:
    """The forms of each word of an entry, and the class of its first inflected one."""
    steps, kind = expand(notation, data["inflections"], data.get("irregular", {}))
    return tuple(step.forms for step in steps), kind


def _forms(part: str, data: Mapping[str, Any]) -> Forms:
    return forms_of(part, data["inflections"], data.get("irregular", {}))[0]


def _word_set(items: Sequence[object], data: Mapping[str, Any]) -> WordSet:
    words: set[str] = set()
    prefixes: set[str] = set()
    for item in items:
        text = str(item).lower()
        if text.startswith("@"):
            group = _word_set(data["words"][text[1:]], data)
            words |= group.words
            prefixes |= set(group.prefixes)
        elif text.endswith("*"):
            prefixes.add(text[:-1])
        else:
            words.add(text)
    return WordSet(frozenset(words), tuple(sorted(prefixes)))


def _lemmas(data: Mapping[str, Any], kinds: str) -> dict[str, Forms]:
    """The dictionary forms of each form of the words whose class begins with one of `kinds`.

    A class begins with the ending of the dictionary form; irregular words, which are verbs, stand under it.
    """
    found: dict[str, set[str]] = defaultdict(set)
    parts = {part for fields in _entries(data) for part in str(fields["t"]).split() if "|" in part}
    for part in parts:
        stem, _, name = part.partition("|")
        if name == "!":
            lemma = stem if "v" in kinds and stem in data["irregular"][stem] else None
        else:
            lemma = stem.lower() + data["inflections"][name][0] if name[0] in kinds else None
        if lemma is not None:
            for form in _forms(part, data):
                found[form].add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in found.items()}


def _head(item: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[tuple[str, Head]]:
    only = frozenset(map(str, item["only"])) if "only" in item else None
    for form in _forms(str(item["head"]), data):
        yield form, Head(frozenset(map(str, item["not"])), only)
