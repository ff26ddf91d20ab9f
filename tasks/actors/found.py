"""What a phrase was found to mean, on the way to an `Identified`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tasks.actors.actor import Identified
from tasks.actors.actor_file import PERSON, Actor, Span, is_country
from tasks.actors.known import HEADS
from tasks.actors.lexicon import Names

# Who left an office so few days ago is still called by it.
_JUST = 30
STATE, BODY, NAMELESS, ADJECTIVE = "state", "composed", "nameless", "adjective"


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of who a phrase means.

    Attributes:
        kind: a kind of the actors file, `state`, `composed` (a ministry), `nameless`, or `adjective` (one alone).
        countries: alpha-3; several where the phrase names several.
    """

    kind: str
    entity_id: str | None = None
    name: str | None = None
    countries: tuple[str, ...] = ()
    sector: str | None = None

    @property
    def country(self) -> str | None:
        """Its country, where it is one."""
        return self.countries[0] if len(self.countries) == 1 else None

    def nameless(self, sector: str | None) -> Found:
        """Somebody of it, of a sector."""
        return Found(NAMELESS, countries=self.countries, sector=sector)

    def identified(self) -> Identified | None:
        """The columns; None where nothing is known."""
        found = Identified(self.entity_id, self.name, self.country, self.sector)
        return None if found == Identified(None, None, None, None) else found


def of_actor(actor: Actor, day: Span, names: Names, bodies: Mapping[str, Actor]) -> Found:
    """A known actor as it was at a time: a person's country and sector are those of the office then held.

    Args:
        actor: out of the file.
        day: when.
        names: sectors of offices.
        bodies: all actors by id: whose office a person holds.
    """
    country, sector = actor.country, actor.sector
    if actor.kind == PERSON and actor.offices:
        held = actor.held(day) or actor.held(day.stretched(_JUST))
        if held:
            office = max(held, key=lambda one: (one.key in HEADS, one.span.first or date.min))
            of = bodies.get(office.of)
            if of is not None:
                country, sector = of.country or country, of.sector or sector
            elif is_country(office.of):
                country, sector = office.of, names.offices.get(office.key, "GOV")
        elif sector == "GOV":
            # PLOVER: former officials are elites; who is not yet one is nothing that the file knows.
            sector = "ELI" if any(one.span.before(day) for one in actor.offices) else None
    return Found(actor.kind, actor.actor_id, actor.name, (country,) if country else (), sector)


def of_state(alpha3: str, names: Names) -> Found:
    """A country as an actor."""
    return Found(STATE, f"state:{alpha3}", names.countries.get(alpha3, alpha3), (alpha3,), "GOV")


def of_body(key: str, alpha3: str, names: Names, known: Mapping[str, Actor]) -> Found:
    """A body of a country, named by rule unless the file has it."""
    name, sector = names.bodies[key]
    actor = known.get(f"{key}:{alpha3}")
    if actor is not None:
        name, sector = actor.name, actor.sector or sector
    else:
        name = name.format(names.countries.get(alpha3, alpha3))
    return Found(BODY, f"{key}:{alpha3}", name, (alpha3,), sector)


def without_entity(found: Found) -> Found:
    """The same without its name: somebody of it."""
    return replace(found, kind=NAMELESS, entity_id=None, name=None)
