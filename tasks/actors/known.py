"""The known actors of `data/reference/actors/`: who they are, when they existed and which offices they held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import get_global

from tasks.actors.names import bare_surname, skeleton, squash, surname
from tasks.dates.edtf import bounds
from tasks.errors import ReferenceDataError
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_VOICE = "spokesperson"
PERSON, OFFICE = "person", "office"
HEADS = ("head-of-state", "head-of-government")
# A reader still knows by surname alone who left an office so many days ago.
_REMEMBERED = 365 * 4


@dataclass(frozen=True, slots=True)
class Span:
    """First and last possible day; None where it is open or unknown."""

    first: date | None
    last: date | None

    def meets(self, other: Span) -> bool:
        """Whether they share a day."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def stretched(self, days: int) -> Span:
        """The same, begun so many days earlier."""
        return Span(self.first - timedelta(days) if self.first else None, self.last)

    def before(self, other: Span) -> bool:
        """Whether it ended before the other begins."""
        return self.last is not None and other.first is not None and self.last < other.first


ALWAYS = Span(None, None)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: its key, of which country (alpha-3) or actor (id), and when."""

    key: str
    of: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the file; see docs/actors.md for its fields."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    span: Span
    offices: tuple[Office, ...]
    names: Mapping[str, tuple[str, ...]]
    surnames: tuple[str, ...]
    parent: str | None

    def spellings(self, tags: Iterable[str]) -> set[str]:
        """Its names in some languages, and those of all."""
        return {self.name, *(name for tag in ("all", *tags) for name in self.names.get(tag, ()))}

    def held(self, day: Span) -> tuple[Office, ...]:
        """The offices that a person held at a time."""
        return tuple(office for office in self.offices if office.span.meets(day))


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
    actors: dict[str, Actor] = {}
    for path in sorted((reference / "actors").glob("*.yaml")):
        for entry in reference_file(path).get("actors", ()):
            actor = _actor(entry, path)
            actors[actor.actor_id] = actor
    holders: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
    surnames: dict[str, set[str]] = defaultdict(set)
    sounds: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for actor in actors.values():
        for office in actor.offices:
            holders[office.key, office.of].append((office.span, actor.actor_id))
        if actor.kind != PERSON:
            continue
        foreign = actor.country is not None and _other_script(actor.country)
        for name in actor.spellings(actor.names):
            if " " not in name:
                surnames[bare_surname([name], particles)].add(actor.actor_id)
                continue
            surnames[surname(name, particles, first=actor.country in surname_first)].add(actor.actor_id)
            if foreign:
                sounds[sound(name, particles)].add(actor.actor_id)
        for name in actor.surnames:
            surnames[bare_surname([name], particles)].add(actor.actor_id)
    surnames_of: dict[str, set[str]] = defaultdict(set)
    offices_of: dict[str, set[str]] = defaultdict(set)
    for key, of in holders:
        offices_of[of].add(key)
    for name, some in surnames.items():
        for one in some:
            surnames_of[one].add(name)
    return Known(
        actors,
        {key: tuple(some) for key, some in holders.items()},
        {key: tuple(sorted(some)) for key, some in surnames.items() if key},
        {key: tuple(sorted(some)) for key, some in surnames_of.items()},
        {of: tuple(sorted(some)) for of, some in offices_of.items()},
        {key: tuple(sorted(some)) for key, some in sounds.items() if len(key) > 1},
    )


def is_country(of: str) -> bool:
    """Whether an office is of a country (alpha-3) rather than of an actor (id)."""
    return len(of) == 3 and of.isupper()  # noqa: PLR2004 - alpha-3


def sound(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """The skeletons of a whole name's words, particles left out."""
    parts = name.replace("-", " ").split()
    return tuple(skeleton(part) for part in parts if part.casefold() not in particles and squash(part))


def _actor(entry: Mapping[str, Any], path: Path) -> Actor:
    try:
        names = {tag: tuple(str(name) for name in some) for tag, some in entry.get("names", {}).items()}
        return Actor(
            actor_id=str(entry["id"]),
            name=str(entry["name"]),
            kind=str(entry["kind"]),
            country=entry.get("country"),
            sector=entry.get("sector"),
            span=_span(entry),
            offices=tuple(Office(str(one["office"]), str(one["of"]), _span(one)) for one in entry.get("offices", ())),
            names=names,
            surnames=tuple(str(name) for name in entry.get("surname", ())),
            parent=entry.get("parent"),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise ReferenceDataError(
            f"{path}: actor {entry.get('id', entry)!r} cannot be read ({error}); see docs/actors.md for its fields"
        ) from error


def _span(entry: Mapping[str, Any]) -> Span:
    first, last = entry.get("from"), entry.get("to")
    return Span(bounds(str(first))[0] if first else None, bounds(str(last))[1] if last else None)


def _other_script(alpha3: str) -> bool:
    """Whether a country's names reach our texts by romanisation (CLDR's likely script of the country)."""
    alpha2 = get_global("territory_aliases").get(alpha3, [alpha3])[0]
    return "_Latn" not in str(get_global("likely_subtags").get(f"und_{alpha2}", "_Latn"))
