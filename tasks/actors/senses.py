"""What spellings may mean for actors: the words of `actors.yaml`, names of countries, demonyms and known actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

from tasks.actors.known import Known
from tasks.actors.names import initial_capital, squash, without_article
from tasks.text.reference import language_file, languages

# Marks of a preposition of place, and of the words for a head of state who is no president.
PLACE, CROWN = "place", "crown"
# Marks of a form that is several, and of `a`, `some`: neither is the country's own.
MANY, INDEFINITE = "many", "indefinite"
# Marks of an adjective of a part of a country, and of who heads bodies alone.
REGION, CHIEF = "region", "chief"
# Of the meanings of one spelling the first that fits its capitals counts.
OTHER = "other"
KINDS = (
    *(OTHER, "actor", "country", "office", "body", "spokes", "against", "former", "coming", "deputy", "capital"),
    *("adjective", "people", "leader", "inner", "outer", "and", "article", "transparent", "role", "stranger", "member"),
)
# Lists of `actors.yaml` that give the kind its name; others are named for what they hold.
_LISTS = ("spokes", "against", "former", "coming", "deputy", "inner", "outer", "transparent")
_NAMED = {
    "members": "member",
    "strangers": "stranger",
    "leaders": "leader",
    "coordinators": "and",
}
_MARKED = {
    "inner_places": ("inner", PLACE),
    "indefinite": ("article", INDEFINITE),
    "chiefs": ("leader", CHIEF),
    "articles": ("article", ""),
}
_KEYED = {"offices": "office", "bodies": "body", "roles": "role"}
_NUMBERED = frozenset({"body", "leader"})
_INFLECTED = frozenset(
    {"role", "member", "spokes", "office", "body", "leader", "transparent", "former", "coming", "stranger"}
)
# Acronyms up to this length are words as well (`IS`, `WHO`), so they count in capitals only.
_ACRONYM = 6
_ALPHA3 = 3
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


def senses(
    data: Mapping[str, Any], tags: tuple[str, ...], known: Known, reference: Path
) -> Iterator[tuple[str, Sense]]:
    """Every spelling with what it may mean; one spelling may come several times.

    Args:
        data: `actors.yaml` of the language, laid over that of the language it is based on.
        tags: those whose names hold in it, its own first.
        known: the actors file.
        reference: the reference folder.
    """
    yield from _words(data)
    yield from _offices(data)
    yield from _countries(data, tags)
    yield from _demonyms(data, tags, reference)
    yield from _actors(tags, known, frozenset(data["articles"]))


def territories(tag: str) -> dict[str, str]:
    """Country and territory names of CLDR in a language, by alpha-3."""
    alpha3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | _USER_ASSIGNED
    names = Locale.parse(tag).territories
    return {alpha3[code]: str(name) for code, name in names.items() if code in alpha3}


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    lists: list[tuple[str, Iterable[str], str]] = [(kind, data[kind], "") for kind in _LISTS]
    lists += [(kind, data[key], "") for key, kind in _NAMED.items()]
    lists += [(kind, data[key], mark) for key, (kind, mark) in _MARKED.items()]
    lists += [(kind, some, str(value)) for key, kind in _KEYED.items() for value, some in data[key].items()]
    left_out = frozenset(data["crowned"])  # kings come by themselves
    owned = frozenset(data["needs_owner"])
    for kind, some, value in lists:
        listed = frozenset(some) - owned
        for word in some:
            if kind == "office" and word in left_out:
                continue
            upper = word.isupper() and len(word) > 1
            for ending in data["inflections"] if kind in _INFLECTED else ("",):
                several = kind in _NUMBERED and word + ending not in listed
                yield word + ending, Sense(kind, (value, MANY) if several else (value,), upper=upper)
    for word in data["nobody"]:
        yield word, Sense(OTHER, ())


def _offices(data: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    for ending in data["inflections"]:
        for word in data["crowned"]:
            yield word + ending, Sense("office", ("head-of-state", "", CROWN))
        for word, (office, of) in data["offices_of"].items():
            yield word + ending, Sense("office", (office, of))


def _countries(data: Mapping[str, Any], tags: tuple[str, ...]) -> Iterator[tuple[str, Sense]]:
    articles = frozenset(data["articles"])
    for alpha3, name in _each(data["country_names"]):
        yield name, Sense("country", (alpha3,), cap=True, upper=name.isupper() and len(name) <= _ALPHA3)
    ours = {squash(name) for _, name in _each(data["country_names"])}
    for alpha3, name in territories(tags[0]).items():
        bare = without_article(name, articles)
        if squash(bare) not in ours:
            yield bare, Sense("country", (alpha3,), cap=initial_capital(name, articles))
    for name in _continents(tags[0]):
        yield name, Sense(OTHER, (), cap=True)
    for actor_id, name in _each(data["seats"]):
        yield name, Sense("actor", (actor_id,), cap=True)
    for alpha3, name in _each(data["capitals"]):
        yield name, Sense("capital", (alpha3,), cap=True)


def _demonyms(data: Mapping[str, Any], tags: tuple[str, ...], reference: Path) -> Iterator[tuple[str, Sense]]:
    capital = bool(data["capital_demonyms"])
    regional = frozenset(data["regional"])
    having = languages(reference, having="demonyms")
    # English stands among the tags of every language for its names alone.
    own = [tag for tag in tags if tag in having and (tag == tags[0] or tag != tags[-1])]
    for tag in own:
        for alpha3, forms in language_file(tag, "demonyms", reference)["demonyms"].items():
            for kind, key in (("adjective", "adjectives"), ("people", "people")):
                for name in forms.get(key, ()):
                    yield str(name), Sense(kind, (alpha3, REGION) if name in regional else (alpha3,), cap=capital)


def _actors(tags: tuple[str, ...], known: Known, articles: frozenset[str]) -> Iterator[tuple[str, Sense]]:
    """The names of known actors; namesakes share a sense."""
    ids: dict[tuple[str, bool, bool], dict[str, None]] = defaultdict(dict)
    shown: dict[tuple[str, bool, bool], str] = {}
    for actor in known.actors.values():
        for name in actor.spellings(tags):
            bare = without_article(name, articles)
            upper = bare.replace(".", "").isupper() and len(bare) <= _ACRONYM
            key = (squash(bare), initial_capital(bare, articles), upper)
            ids[key][actor.actor_id] = None
            shown.setdefault(key, bare)
    for key, some in ids.items():
        yield shown[key], Sense("actor", tuple(sorted(some)), cap=key[1], upper=key[2])


def _each(lists: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((key, str(name)) for key, names in lists.items() for name in names)


def _continents(tag: str) -> list[str]:
    """Names of continents and their parts in CLDR (UN M49 codes)."""
    return [str(name) for code, name in Locale.parse(tag).territories.items() if code.isdigit()]
