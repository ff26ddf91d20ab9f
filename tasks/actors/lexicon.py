"""The words of a language that tell actors, ready to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.actors.known import Known, known_actors
from tasks.actors.names import squash
from tasks.actors.senses import KINDS, Sense, senses, territories
from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages

FILE = "actors"
# The language that composed actors are named in.
_NAMING = "en"
# Letters by which it is told how long a spelling may get.
REACH = 3


@dataclass(frozen=True, slots=True)
class Names:
    """How the tables, which are in English, call what is composed; sectors of offices and bodies.

    Attributes:
        countries: by alpha-3. bodies: by key: a name with `{}` for the country, and a sector.
        offices: sectors of offices that are not GOV. of_bodies: offices that no state has.
        monarchies: countries (alpha-3) whose head of state is no president.
    """

    countries: Mapping[str, str]
    bodies: Mapping[str, tuple[str, str]]
    offices: Mapping[str, str]
    of_bodies: frozenset[str]
    monarchies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of a language's words for actors.

    Attributes:
        language: its tag. senses: by squashed spelling. longest: words of the longest spelling.
        reach: by the first letters of a spelling: the most that one has.
        starts: beginnings of compounds to sectors, longest first.
        backed: participles that take the first part of a compound out: `US-backed`, `russiskstøttede`.
        genitive: the ending by which a name owns, or empty. binding: what ties the parts of a compound.
        home: the country that a text means where it names none, or None.
        not_towns: squashed words that are no town's name, though a town has it.
    """

    language: str
    senses: Mapping[str, tuple[Sense, ...]]
    longest: int
    reach: Mapping[str, int]
    starts: tuple[tuple[str, str], ...]
    backed: frozenset[str]
    genitive: str
    binding: str
    home: str | None
    not_towns: frozenset[str]
    particles: frozenset[str]
    known: Known
    names: Names

    def sense(self, key: str, *, cap: bool, upper: bool) -> Sense | None:
        """The first sense of a squashed spelling that its capitals allow."""
        for sense in self.senses.get(key, ()):
            if (cap or not sense.cap) and (upper or not sense.upper):
                return sense
        return None


@cache
def lexicon(language: str, reference: Path = REFERENCE) -> Lexicon | None:
    """The lexicon of a language; None where it, or English, which names what is composed, has no `actors.yaml`."""
    if not {language, _NAMING} <= set(languages(reference, having=FILE)):
        return None
    data = _data(language, reference)
    particles = frozenset(data["particles"])
    known = known_actors(frozenset(data["surname_first"]), particles, reference)
    found: dict[str, list[Sense]] = defaultdict(list)
    longest = 1
    for name, sense in senses(data, _tags(language, reference), known, reference):
        key = squash(name)
        if key and sense not in found[key]:
            found[key].append(sense)
            longest = max(longest, len(name.replace("-", " ").split()))
    return Lexicon(
        language=language,
        senses={key: _ordered(some) for key, some in found.items()},
        longest=longest,
        reach=_reach(found),
        starts=tuple(sorted(((squash(k), v) for k, v in data["starts"].items()), key=lambda one: -len(one[0]))),
        backed=frozenset(squash(word) for word in data["backed"]),
        genitive=str(data["genitive_ending"]),
        binding=str(data["binding"]),
        home=data["home"],
        not_towns=frozenset(squash(name) for name in data["not_towns"]),
        particles=particles,
        known=known,
        names=_names(reference),
    )


def _data(language: str, reference: Path) -> Mapping[str, Any]:
    """A language's file, laid over the one that it is based on: lists and words are added, settings replaced."""
    own = language_file(language, FILE, reference)
    if "based_on" not in own:
        return own
    merged = dict(_data(own["based_on"], reference))
    for key, value in own.items():
        base = merged.get(key)
        merged[key] = _added(base, value) if isinstance(base, dict | list) else value
    return merged


def _added(base: Any, more: Any) -> Any:
    if isinstance(base, list) and isinstance(more, list):
        return [*base, *(one for one in more if one not in base)]
    if isinstance(base, dict) and isinstance(more, dict):
        return {**base, **{key: _added(base.get(key), value) for key, value in more.items()}}
    return more


def _tags(language: str, reference: Path) -> tuple[str, ...]:
    """The tags whose names hold in a language: its own, those it is based on, and English, which news quotes."""
    own = language_file(language, FILE, reference)
    base = _tags(own["based_on"], reference) if "based_on" in own else (_NAMING,)
    return tuple(dict.fromkeys((language, *base)))


@cache
def _names(reference: Path) -> Names:
    data = language_file(_NAMING, FILE, reference)
    countries = territories(_NAMING) | dict(data["country_titles"])
    bodies = {key: (str(name), str(sector)) for key, (name, sector) in data["body_names"].items()}
    return Names(
        countries,
        bodies,
        dict(data["office_sectors"]),
        frozenset(data["offices_of_bodies"]),
        frozenset(data["monarchies"]),
    )


def _reach(keys: Iterable[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for key in keys:
        reach[key[:REACH]] = max(reach.get(key[:REACH], REACH), len(key))
    return reach


def _ordered(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    return tuple(sorted(senses, key=lambda sense: (KINDS.index(sense.kind), not sense.upper, not sense.cap)))
