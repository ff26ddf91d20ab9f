"""The forms of a lexicon entry, from its short notation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_GAP = re.compile(r"~(\d?)")
_WORDS_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a trigger: its possible forms, and how many words may stand before it."""

    forms: frozenset[str]
    gap: int = 0


class InflectionError(ValueError):
    """An entry that names an unknown class or lemma, or says nothing."""


def expand(
    notation: str, classes: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> tuple[tuple[Step, ...], str]:
    """The steps of an entry, and the name of the class that its first inflected word has (empty for fixed words).

    Args:
        notation: as the head of `triggers.yaml` tells: `stem|class`, `lemma|!`, `a/b`, `~`, plain words.
        classes: endings by class.
        irregular: forms by lemma.

    Raises:
        InflectionError: an unknown class or lemma, or an entry without words.
    """
    steps: list[Step] = []
    gap, kind = 0, ""
    for part in notation.split():
        between = _GAP.fullmatch(part)
        if between is not None:
            gap = int(between[1] or _WORDS_BETWEEN)
            continue
        forms, name = forms_of(part, classes, irregular)
        kind = kind or name
        steps.append(Step(forms, gap))
        gap = 0
    if not steps or steps[0].gap:
        raise InflectionError(f"{notation!r} does not begin with a word")
    return tuple(steps), kind


def forms_of(
    part: str, classes: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> tuple[frozenset[str], str]:
    """The forms of one word of an entry, and the name of its class; see `expand`."""
    stem, bar, name = part.partition("|")
    if not bar:
        return frozenset(part.lower().split("/")), ""
    if name == "!":
        if stem not in irregular:
            raise InflectionError(f"{stem!r} is not listed under 'irregular'")
        return frozenset(irregular[stem]), "v"
    if name not in classes:
        raise InflectionError(f"{part!r} has the class {name!r}, which is not listed under 'inflections'")
    return frozenset(stem.lower() + ending for ending in classes[name]), name
