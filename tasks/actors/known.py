"""All actors of `data/reference/actors/`, and the ways to find one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from babel.core import get_global

from tasks.actors.actor_file import PERSON, Actor, Span, read_actor
from tasks.actors.names import bare_surname, skeleton, squash, surname
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

HEADS = ("head-of-state", "head-of-government")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)
_VOICE = "spokesperson"
# A reader still knows by surname alone who left an office so many days ago.
_REMEMBERED = 365 * 4


@dataclass(frozen=True, slots=True)
class Known:
    """All actors, and the ways to find one.

    Attributes:
        actors: by id.
        holders: by office and country or actor: who held it when.
        surnames: by squashed surname: the ids of persons. surnames_of: the other way round.
        offices_of: by country or actor: the offices that somebody held there.
        sounds: by the skeletons of a whole name: the ids of persons whose names come from another script.
    """

    actors: Mapping[str, Actor]
    holders: Mapping[tuple[str, str], tuple[tuple[Span, str], ...]]
    surnames: Mapping[str, tuple[str, ...]]
    surnames_of: Mapping[str, tuple[str, ...]]
    offices_of: Mapping[str, tuple[str, ...]]
    sounds: Mapping[tuple[str, ...], tuple[str, ...]]

    def holder(self, office: str, of: str, day: Span) -> Actor | None:
        """Who held an office at a time; None where nobody known did, or the time spans a change."""
        found = {who for span, who in self.holders.get((office, of), ()) if span.meets(day)}
        return self.actors[found.pop()] if len(found) == 1 else None

    def incumbent(self, of: str, day: Span) -> Actor | None:
        """Who held the only office of an actor that is itself an office, such as an envoy's."""
        found = {
            who
            for office in self.offices_of.get(of, ())
            if office != _VOICE
            for span, who in self.holders[office, of]
            if span.meets(day)
        }
        return self.actors[found.pop()] if len(found) == 1 else None

    def in_force(self, ids: Sequence[str], day: Span) -> Actor | None:
        """Which of several actors of one name is meant at a time: the one that existed then; None where two did."""
        ids = [one for one in ids if one in self.actors]
        found = [one for one in ids if self.actors[one].span.meets(day)]
        if not found:  # What is no more is still told of, what is not yet never is.
            found = [one for one in ids if self.actors[one].span.before(day)]
        if len(found) > 1:
            # Of namesakes the one in office is meant: the president, not an official of the same name.
            found = [one for one in found if self.actors[one].held(day)] or found
        return self.actors[found[0]] if len(found) == 1 else None

    def by_surname(self, name: str, day: Span, office: str | None = None) -> Actor | None:
        """The only person of a surname who held an office (this one, if one is named) then or shortly before."""
        near = day.stretched(_REMEMBERED)
        found = []
        for one in self.surnames.get(name, ()):
            person = self.actors[one]
            offices = [held for held in person.held(near) if office is None or held.key == office]
            if offices and person.span.meets(day):
                found.append(one)
        return self.in_force(found, day) if found else None


@cache
def known_actors(surname_first: frozenset[str], particles: frozenset[str], reference: Path = REFERENCE) -> Known:
    """The actors file, ready to be asked.

    Args:
        surname_first: countries (alpha-3) whose people's first word is the surname.
        particles: words that may stand before a surname and be left out.
        reference: the reference folder.

    Raises:
        ReferenceDataError: an entry lacks what every actor has, or a date is none.
    """
    files = sorted((reference / "actors").glob("*.yaml"))
    read = [read_actor(entry, path) for path in files for entry in reference_file(path).get("actors", ())]
    persons = [actor for actor in read if actor.kind == PERSON]
    surnames = [(name, one.actor_id) for one in persons for name in _surnames(one, surname_first, particles)]
    offices = [(office, one.actor_id) for one in read for office in one.offices]
    return Known(
        actors={actor.actor_id: actor for actor in read},
        holders=_lists(((office.key, office.of), (office.span, one)) for office, one in offices),
        surnames=_lists(surnames),
        surnames_of=_lists((one, name) for name, one in surnames),
        offices_of=_lists((office.of, office.key) for office, _ in offices),
        sounds=_lists((key, one.actor_id) for one in persons for key in _sounds(one, particles)),
    )


def sound(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """The skeletons of a whole name's words, particles left out."""
    parts = name.replace("-", " ").split()
    return tuple(skeleton(part) for part in parts if part.casefold() not in particles and squash(part))


def _lists(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, dict[V, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _surnames(person: Actor, surname_first: frozenset[str], particles: frozenset[str]) -> Iterator[str]:
    first = person.country in surname_first
    for name in sorted(person.spellings(person.names)):
        yield surname(name, particles, first=first) if " " in name else bare_surname([name], particles)
    for name in person.surnames:
        yield bare_surname([name], particles)


def _sounds(person: Actor, particles: frozenset[str]) -> Iterator[tuple[str, ...]]:
    if person.country is not None and _other_script(person.country):
        for name in sorted(person.spellings(person.names)):
            key = sound(name, particles)
            if len(key) > 1:
                yield key


def _other_script(alpha3: str) -> bool:
    """Whether a country's names reach our texts by romanisation (CLDR's likely script of the country)."""
    alpha2 = get_global("territory_aliases").get(alpha3, [alpha3])[0]
    return "_Latn" not in str(get_global("likely_subtags").get(f"und_{alpha2}", "_Latn"))
