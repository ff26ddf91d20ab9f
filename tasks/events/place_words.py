"""The words of `places.yaml` by which a language tells where something is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from tasks.settings import REFERENCE
from tasks.text.reference import language_file


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `places.yaml`, ready to be asked.

    Attributes:
        leads: what may stand before a name and belong to it (`eastern`, `byen`), articles left out.
        tails: what may stand behind a name and belong to it (`province`).
        kinds: a preposition to the way in which it means a place (`at`, `near`, `to`, `from`, ...).
        site_nouns: lemmas of buildings and grounds; site_endings: those that end compounds.
        stand_for: nouns that mean a place named before, to the kind that they mean (`country`, `town`, `area`).
        genitive_ending: how a name owns without an apostrophe; genitive_mark: the same wherever a word may be cut.
    """

    prepositions: frozenset[str]
    weak: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    directions: frozenset[str]
    part_prefixes: tuple[str, ...]
    division1: frozenset[str]
    division2: frozenset[str]
    regions: frozenset[str]
    water: frozenset[str]
    sites: frozenset[str]
    not_places: frozenset[str]
    countries: frozenset[str]
    leads: frozenset[str]
    tails: frozenset[str]
    inside: frozenset[str]
    kinds: Mapping[str, str]
    site_nouns: frozenset[str]
    site_endings: tuple[str, ...]
    stand_for: Mapping[str, str]
    genitive_ending: str
    genitive_mark: str

    def is_site(self, lemma: str) -> bool:
        """Whether a noun, by its lemma, is a building or ground where things happen."""
        return lemma in self.site_nouns or lemma.endswith(self.site_endings)


@cache
def place_words(language: str, reference: Path = REFERENCE) -> PlaceWords:
    """The words of a language that has `places.yaml`."""
    data = language_file(language, "places", reference)
    territories = Locale.parse(language).territories
    countries = {str(name).lower() for code, name in territories.items() if len(code) == 2}  # noqa: PLR2004 - ISO 3166
    cues = {name: frozenset(data[name]) for name in ("parts", "division1", "division2", "sites", "regions")}
    return PlaceWords(
        prepositions=frozenset(data["prepositions"]),
        weak=frozenset(data["weak_prepositions"]),
        parts=cues["parts"],
        near=frozenset(data["near"]),
        directions=frozenset(data["directions"]),
        part_prefixes=_endings(f"{part}-" for part in data.get("part_prefixes", ())),
        division1=cues["division1"],
        division2=cues["division2"],
        regions=cues["regions"],
        water=frozenset(data["water"]),
        sites=cues["sites"],
        not_places=frozenset(data["not_places"]),
        countries=frozenset(countries | set(data["countries"])),
        leads=frozenset().union(*cues.values(), data["inside"]),
        tails=frozenset().union(*(words for name, words in cues.items() if name != "parts")),
        inside=frozenset(data["inside"]),
        kinds={word: kind for kind, some in data.get("preposition_kinds", {}).items() for word in some},
        site_nouns=frozenset(data.get("site_nouns", ())),
        site_endings=_endings(data.get("site_endings", ())),
        stand_for={word: kind for kind, some in data.get("stand_for", {}).items() for word in some},
        genitive_ending=str(data["genitive_ending"]),
        genitive_mark=str(data.get("genitive_mark", "")),
    )


def _endings(words: Iterable[str]) -> tuple[str, ...]:
    # A tuple without members would make startswith and endswith true of nothing as well, but says less.
    return tuple(words) or ("\0",)
