"""What the words of a language mean for actors: `actors.yaml`, names of countries, demonyms and the known actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

from tasks.actors.known import Known, known_actors
from tasks.actors.names import initial_capital, squash, without_article
from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages

FILE = "actors"
# Marks of a preposition of place, and of the words for a head of state who is no president.
PLACE, CROWN = "place", "crown"
# Marks of a form that is several, and of `a`, `some`: neither is the country's own.
MANY, INDEFINITE = "many", "indefinite"
# Marks of an adjective of a part of a country, and of who heads bodies alone.
REGION, CHIEF = "region", "chief"
# Of the meanings of one spelling the first that fits its capitals counts.
OTHER = "other"
KINDS = (
    OTHER, "actor", "country", "office", "body", "spokes", "against", "former", "coming", "deputy", "capital", "people",
    "adjective", "leader", "inner", "outer", "and", "article", "transparent", "role", "stranger", "member",
)  # fmt: skip
_LISTS = ("spokes", "against", "former", "coming", "deputy", "inner", "outer", "transparent")
_NUMBERED = frozenset({"body", "leader"})
_INFLECTED = frozenset(
    {"role", "member", "spokes", "office", "body", "leader", "transparent", "former", "coming", "stranger"}
)
# Acronyms up to this length are words as well (`IS`, `WHO`), so they count in capitals only.
_ACRONYM = 6
# Codes in use that ISO 3166 leaves to its users.
_USER_ASSIGNED = {"XK": "XKX"}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a spelling may mean.

    Attributes:
        kind: one of `KINDS`.
        values: the ids of actors, a country, an office's or body's key, a sector.
        cap, upper: whether it needs a capital, or nothing but capitals.
    """

    kind: str
    values: tuple[str, ...]
    cap: bool = False
    upper: bool = False


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
        starts: beginnings of compounds to sectors, longest first.
        backed: participles that take the first part of a compound out: `US-backed`, `russiskstøttede`.
        genitive: the ending by which a name owns, or empty. binding: what ties the parts of a compound.
        home: the country that a text means where it names none, or None.
        not_towns: squashed words that are no town's name, though a town has it.
    """

    language: str
    senses: Mapping[str, tuple[Sense, ...]]
    longest: int
    starts: tuple[tuple[str, str], ...]
    backed: frozenset[str]
    genitive: str
    binding: str
    home: str | None
    not_towns: frozenset[str]
    articles: frozenset[str]
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
    """The lexicon of a language; None for one that has no `actors.yaml`."""
    if language not in languages(reference, having=FILE):
        return None
    data = _data(language, reference)
    tags = _tags(language, reference)
    articles = frozenset(data["articles"])
    particles = frozenset(data["particles"])
    known = known_actors(frozenset(data["surname_first"]), particles, reference)
    found: dict[str, list[Sense]] = defaultdict(list)
    longest = 1
    for name, sense in _senses(data, tags, known, articles, reference):
        key = squash(name)
        if key and sense not in found[key]:
            found[key].append(sense)
            longest = max(longest, len(name.replace("-", " ").split()))
    senses = {key: _ordered(some) for key, some in found.items()}
    return Lexicon(
        language=language,
        senses=senses,
        longest=longest,
        starts=tuple(sorted(((squash(k), v) for k, v in data["starts"].items()), key=lambda one: -len(one[0]))),
        backed=frozenset(squash(word) for word in data["backed"]),
        genitive=str(data["genitive_ending"]),
        binding=str(data["binding"]),
        home=data["home"],
        not_towns=frozenset(squash(name) for name in data["not_towns"]),
        articles=articles,
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
    base = _tags(own["based_on"], reference) if "based_on" in own else ("en",)
    return tuple(dict.fromkeys((language, *base)))


def _senses(
    data: Mapping[str, Any], tags: tuple[str, ...], known: Known, articles: frozenset[str], reference: Path
) -> Iterator[tuple[str, Sense]]:
    yield from _words(data)
    yield from _countries(data, tags, reference)
    by_name: dict[tuple[str, bool, bool], dict[str, None]] = defaultdict(dict)
    for actor in known.actors.values():
        for name in actor.spellings(tags):
            bare = without_article(name, articles)
            upper = bare.replace(".", "").isupper() and len(bare) <= _ACRONYM
            by_name[bare, initial_capital(bare, articles), upper][actor.actor_id] = None
    merged: dict[tuple[str, bool, bool], dict[str, None]] = defaultdict(dict)
    first: dict[tuple[str, bool, bool], str] = {}
    for (name, cap, upper), ids in by_name.items():
        key = (squash(name), cap, upper)
        merged[key].update(ids)
        first.setdefault(key, name)
    for key, ids in merged.items():
        yield first[key], Sense("actor", tuple(ids), key[1], key[2])


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    endings = data["inflections"]
    plain: list[tuple[str, Iterable[str], str]] = [(kind, data[kind], "") for kind in _LISTS]
    plain += [
        ("inner", data["inner_places"], PLACE),
        ("article", data["articles"], ""),
        ("article", data["indefinite"], INDEFINITE),
        ("and", data["coordinators"], ""),
    ]
    plain += [("member", data["members"], ""), ("stranger", data["strangers"], ""), ("leader", data["leaders"], "")]
    plain += [("leader", data["chiefs"], CHIEF)]
    for key, kind in (("offices", "office"), ("bodies", "body"), ("roles", "role")):
        plain += [(kind, some, str(value)) for value, some in data[key].items()]
    crowned = frozenset(data["crowned"])
    owned = frozenset(data["needs_owner"])
    for word in data["nobody"]:
        yield word, Sense(OTHER, ())
    for kind, some, value in plain:
        listed = frozenset(some)
        for word in some:
            if kind == "office" and word in crowned:
                continue
            upper = word.isupper() and len(word) > 1
            for ending in endings if kind in _INFLECTED else ("",):
                own = word + ending in listed and word not in owned
                number = () if own else (MANY,) if kind in _NUMBERED else ()
                yield word + ending, Sense(kind, (value, *number), upper=upper)
    for word in data["crowned"]:
        for ending in endings:
            yield word + ending, Sense("office", ("head-of-state", "", CROWN))
    for word, (office, of) in data["offices_of"].items():
        for ending in endings:
            yield word + ending, Sense("office", (office, of))


def _countries(data: Mapping[str, Any], tags: tuple[str, ...], reference: Path) -> Iterator[tuple[str, Sense]]:
    capital = bool(data.get("capital_demonyms", False))
    regional = frozenset(data["regional"])
    for alpha3, names in data["country_names"].items():
        for name in names:
            yield name, Sense("country", (alpha3,), cap=True, upper=name.isupper() and len(name) <= 3)  # noqa: PLR2004
    taken = {squash(name) for names in data["country_names"].values() for name in names}
    for alpha3, name in _territories(tags[0]).items():
        bare = without_article(name, frozenset(data["articles"]))
        if squash(bare) not in taken:
            yield bare, Sense("country", (alpha3,), cap=initial_capital(name, frozenset(data["articles"])))
    for name in _continents(tags[0]):
        yield name, Sense(OTHER, (), cap=True)
    for actor_id, names in data["seats"].items():
        for name in names:
            yield name, Sense("actor", (actor_id,), cap=True)
    for alpha3, names in data["capitals"].items():
        for name in names:
            yield name, Sense("capital", (alpha3,), cap=True)
    for tag in reversed(tags[: tags.index("en")] if tags[0] != "en" else tags):
        if tag in languages(reference, having="demonyms"):
            for alpha3, forms in language_file(tag, "demonyms", reference)["demonyms"].items():
                for kind, key in (("adjective", "adjectives"), ("people", "people")):
                    for name in forms.get(key, ()):
                        part = (REGION,) if name in regional else ()
                        yield str(name), Sense(kind, (alpha3, *part), cap=capital)


def _territories(tag: str) -> dict[str, str]:
    """Country and territory names of CLDR, by alpha-3."""
    alpha3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | _USER_ASSIGNED
    names = Locale.parse(tag).territories
    return {alpha3[code]: str(name) for code, name in names.items() if code in alpha3}


def _continents(tag: str) -> list[str]:
    """Names of continents and their parts in CLDR (UN M49 codes)."""
    return [str(name) for code, name in Locale.parse(tag).territories.items() if code.isdigit()]


@cache
def _names(reference: Path) -> Names:
    data = language_file("en", FILE, reference)
    countries = _territories("en") | dict(data["country_titles"])
    bodies = {key: (str(name), str(sector)) for key, (name, sector) in data["body_names"].items()}
    return Names(
        countries,
        bodies,
        dict(data["office_sectors"]),
        frozenset(data["offices_of_bodies"]),
        frozenset(data["monarchies"]),
    )


def _ordered(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    return tuple(sorted(senses, key=lambda sense: (KINDS.index(sense.kind), not sense.upper, not sense.cap)))
