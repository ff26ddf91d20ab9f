"""Words for peoples (`syrisk`, `Syrians`) and a language's own names of foreign places, from `demonyms.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tasks.places.names import Word
from tasks.places.tongue import tongue
from tasks.places.vocabulary import Vocabulary
from tasks.settings import REFERENCE
from tasks.text.reference import language_file


@cache
def demonyms(language: str, reference: Path = REFERENCE) -> Mapping[str, str]:
    """Adjectives and names of peoples to ISO 3166-1 alpha-3, in small letters; empty for a language without any.

    Args:
        language: a BCP-47 tag; one without a file of its own is read with its nearest relative's.
        reference: the reference folder.
    """
    words: dict[str, str] = {}
    for country, forms in _file(language, reference).get("demonyms", {}).items():
        for word in (*forms.get("adjectives", ()), *forms.get("people", ())):
            # A word of two countries is the one's that stands first in the file.
            words.setdefault(str(word).lower(), str(country))
    return MappingProxyType(words)


@cache
def exonyms(language: str, reference: Path = REFERENCE) -> Mapping[str, str]:
    """A language's own names of places, in small letters, to names that the gazetteer knows."""
    own = _file(language, reference).get("exonyms", {})
    return MappingProxyType({str(name).lower(): str(known) for name, known in own.items()})


def people(tokens: Sequence[Word], at: int, words: Vocabulary, peoples: Mapping[str, str]) -> str | None:
    """The country whose people or adjective a word is, alone or with the one before it (`Costa Rican`), or None."""
    if words.capitals and not tokens[at].is_name:
        return None
    both = f"{tokens[at - 1].lower} {tokens[at].lower}" if at else ""
    return peoples.get(both) or peoples.get(tokens[at].lower)


def _file(language: str, reference: Path) -> Mapping[str, Any]:
    known = tongue(language, "demonyms", reference)
    return language_file(known, "demonyms", reference) if known else {}
