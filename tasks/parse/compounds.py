"""Compounds taken apart: `flyangrep` is an attack by plane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.parse.lexicon import trigger_forms
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

_LONGEST = 60  # letters; no word is longer, and a line of signs is not worth the search


@lru_cache(maxsize=20_000)
def split_compound(word: str, language: str, reference: Path = REFERENCE) -> tuple[str, ...]:
    """The parts of a compound without links and endings, in order; the word itself where it is none.

    It is split only into known words: a last part and first parts that `compounds.yaml` of the language lists.

    Args:
        word: in small letters.
        language: a BCP-47 tag; one without `compounds.yaml` splits nothing.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the file does not say what it must.
    """
    parts = _parts(language, reference)
    if parts is None or len(word) > _LONGEST:
        return (word,)
    for form, stem in parts.heads.items():
        if word.endswith(form) and len(word) > len(form):
            firsts = _firsts(word[: -len(form)], parts)
            if firsts is not None:
                return (*firsts, stem)
    return (word,)


def has_event_head(word: str, language: str, reference: Path = REFERENCE) -> bool:
    """Whether a word is a compound whose last part tells of an event."""
    return len(split_compound(word, language, reference)) > 1 or trigger_forms(language, reference).fits_head(word)


@dataclass(frozen=True, slots=True)
class _Parts:
    """`heads`: the dictionary form by inflected form, longest first."""

    heads: Mapping[str, str]
    firsts: frozenset[str]
    links: tuple[str, ...]


def _firsts(rest: str, parts: _Parts) -> tuple[str, ...] | None:
    """The known words that `rest` is made of, with or without a link behind each; None where it is not."""
    for link in parts.links:
        if rest.endswith(link):
            known = rest.removesuffix(link)
            if known in parts.firsts:
                return (known,)
            for size in range(2, len(known) - 1):
                if known[-size:] in parts.firsts:
                    before = _firsts(known[:-size], parts)
                    if before is not None:
                        return (*before, known[-size:])
    return None


@cache
def _parts(language: str, reference: Path) -> _Parts | None:
    if not (reference / "languages" / language / "compounds.yaml").is_file():
        return None
    data = language_file(language, "compounds", reference)
    heads: dict[str, str] = {}
    for notation in data["heads"]:
        stem, _, name = str(notation).partition("|")
        for ending in _endings(name, notation, data, language):
            # The shortest form is the one that a dictionary has.
            heads.setdefault(stem + ending, stem + data["inflections"][name][0])
    return _Parts(
        heads=dict(sorted(heads.items(), key=lambda item: -len(item[0]))),
        firsts=frozenset(map(str, data["firsts"])),
        links=("", *map(str, data["links"])),
    )


def _endings(name: str, notation: object, data: Mapping[str, Any], language: str) -> list[str]:
    if name not in data["inflections"]:
        raise ReferenceDataError(
            f"languages/{language}/compounds.yaml: {notation!r} has the class {name!r}, not listed under 'inflections'"
        )
    return [str(ending) for ending in data["inflections"][name]]
