"""The words by which a language says what kind of place a name is, and which part of it is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.place_words import place_words
from tasks.places.tongue import tongue
from tasks.settings import REFERENCE
from tasks.text.reference import language_file


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lists of `places.yaml`, in small letters; all empty for a language without one.

    Attributes:
        kinds: a noun to the kinds of place of the gazetteer that it calls by name.
        around: nouns of what lies around a place or in a part of it.
        parts: words that mean a part of a place (`eastern`, `nord`); part_prefixes: the same, before a hyphen.
        plural_divisions: nouns that make each of the names beside them a division.
        joins: what stands between two names that are both meant.
        definite: articles that may stand inside a name, behind a link.
        of: what stands between a part and its whole.
        links: what stands between a noun and the name that it calls; inside: between a name and a larger place.
        points_back: a phrase that means a place named before, to what that is (`town`, `country`).
        borders: nouns of both sides of a border.
        no_towns: names that some town bears, and that mean something else.
        before: prepositions behind which a name is a place, whatever else it may be.
        countries: names of countries beside those of the gazetteer.
        abbreviations: of larger places behind a name (`Melbourne, Fla.`).
        genitive: the ending by which a name owns without an apostrophe.
        capitals: whether names of peoples are written with one.
    """

    kinds: Mapping[str, tuple[str, ...]]
    around: frozenset[str]
    parts: frozenset[str]
    part_prefixes: tuple[str, ...]
    plural_divisions: frozenset[str]
    joins: frozenset[str]
    articles: frozenset[str]
    definite: tuple[str, ...]
    links: frozenset[str]
    of: frozenset[str]
    inside: frozenset[str]
    points_back: Mapping[str, str]
    borders: frozenset[str]
    no_towns: frozenset[str]
    before: frozenset[str]
    countries: frozenset[str]
    abbreviations: Mapping[str, str]
    genitive: str
    capitals: bool

    def is_part(self, word: str) -> bool:
        """Whether a word in small letters means a part of a place; `south-eastern` is `southeastern`."""
        return word in self.parts or word.replace("-", "") in self.parts


@cache
def vocabulary(language: str, reference: Path = REFERENCE) -> Vocabulary:
    """The words of a language, or of its nearest relative that has any.

    Args:
        language: a BCP-47 tag.
        reference: the reference folder.
    """
    none: frozenset[str] = frozenset()
    known = tongue(language, "places", reference)
    if known is None:
        return Vocabulary(
            kinds={}, around=none, parts=none, part_prefixes=(), plural_divisions=none, joins=none, articles=none,
            definite=(), links=none, of=none, inside=none, points_back={}, borders=none, no_towns=none, before=none,
            countries=none, abbreviations={}, genitive="", capitals=False,
        )  # fmt: skip
    data, words = language_file(known, "places", reference), place_words(known, reference)
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, nouns in data.get("kind_nouns", {}).items():
        for noun in nouns:
            kinds[noun].append(kind)

    def listed(name: str) -> frozenset[str]:
        return frozenset(data.get(name, ()))

    return Vocabulary(
        kinds={noun: tuple(several) for noun, several in kinds.items()},
        around=listed("around_words"),
        parts=words.parts | words.directions,
        part_prefixes=words.part_prefixes,
        plural_divisions=listed("plural_divisions"),
        joins=listed("joins"),
        articles=listed("articles"),
        definite=tuple(data.get("definite_in_names", ())),
        links=listed("noun_links"),
        of=words.inside,
        inside=listed("in_words"),
        points_back={phrase: kind for kind, some in data.get("points_back", {}).items() for phrase in some},
        borders=listed("border_nouns"),
        no_towns=listed("no_towns") | words.not_places,
        before=words.prepositions - words.weak,
        countries=words.countries,
        abbreviations=dict(data.get("abbreviations", {})),
        genitive=words.genitive_ending,
        capitals=bool(data.get("demonym_capitals", False)),
    )
