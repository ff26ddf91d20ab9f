"""The things, people and matters that a sentence is about, by names that all languages share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from tasks.incidents.names import fold
from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages

_WORD = re.compile(r"[^\W\d_]+")
# What a thing is written with among the names of a sentence, which are letters and digits.
MARK = "="
# The shortest last part by which a compound is taken for a thing (`barnesykehus`).
_SHORTEST_PART = 4


def things_of(sentence: str, language: str, reference: Path = REFERENCE) -> frozenset[str]:
    """The things that a sentence names, each with `MARK` before it; none in a language without a list of them.

    Args:
        sentence: as it stands in the text.
        language: BCP-47.
        reference: the reference folder.
    """
    if language not in languages(reference, "incidents"):
        return frozenset()
    found = (_thing(match.group().casefold(), language, reference) for match in _WORD.finditer(sentence))
    return frozenset(MARK + thing for thing in found if thing is not None)


@lru_cache(maxsize=65536)
def _thing(word: str, language: str, reference: Path) -> str | None:
    forms, compounds = _forms(language, reference)
    folded = fold(word)
    if folded in forms or not compounds:
        return forms.get(folded)
    parts = (folded[at:] for at in range(2, len(folded) - _SHORTEST_PART + 1))
    return next((forms[part] for part in parts if part in forms), None)


@cache
def _forms(language: str, reference: Path) -> tuple[Mapping[str, str], bool]:
    """Folded forms to things, and whether the language writes compounds as one word."""
    values = language_file(language, "incidents", reference)
    forms = {fold(str(form)): str(thing) for thing, listed in values["things"].items() for form in listed}
    return forms, values.get("compounds") is True
