"""What the head of a noun phrase and its owner mean together: `ministry` and Russia, `fighters` and IS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.actors.actor_file import PERSON, is_country
from tasks.actors.found import ADJECTIVE, BODY, NAMELESS, STATE, Found, of_body, of_state, without_entity
from tasks.actors.known import HEADS
from tasks.actors.names import skeleton
from tasks.actors.phrase import Item
from tasks.actors.scene import Scene
from tasks.actors.senses import CHIEF, CROWN, MANY

COUNTRIES = ("country", "adjective", "people", "capital")


@dataclass(frozen=True, slots=True)
class Core:
    """A noun phrase up to its first preposition, taken apart.

    Attributes:
        head: its last known item. before: the known ones before it. names: unknown names behind it.
        owner: whose the head is, from before it or from behind the preposition.
        alone: whether nothing else is in the whole phrase.
        trailing: whether an unknown noun behind the head is the true head.
        strange: whether unknown words stand before the head. indefinite: whether `a` or `some` does.
    """

    head: Item
    before: Sequence[Item]
    names: Sequence[Item]
    owner: Found | None
    alone: bool
    trailing: bool
    strange: bool
    indefinite: bool

    @property
    def lesser(self) -> bool:
        """Whether the office is not fully held: a deputy, somebody elect."""
        return any(one.kind in ("deputy", "coming") for one in self.before)

    @property
    def former(self) -> bool:
        """Whether the office is a past one."""
        return self.head.kind == "former" or any(one.kind == "former" for one in self.before)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries before the head, and the head where it is one."""
        items = [*self.before, self.head]
        return tuple(dict.fromkeys(one.value for one in items if one.kind in COUNTRIES))


def meaning(core: Core, scene: Scene) -> Found | None:  # noqa: PLR0911 - one for each kind of head
    """Who is meant; None where nothing is known."""
    owner, kind = core.owner, core.head.kind
    if kind == "actor":
        return _actor(core, scene)
    if kind == "stranger":
        # `its US allies` are of the US, `the allies of the US` are not.
        theirs = bool(core.before) and not core.before[-1].own
        return owner.nameless(None) if owner and theirs and not owner.entity_id else None
    if core.trailing:
        if kind in COUNTRIES:
            return Found(NAMELESS, countries=core.countries)
        return owner.nameless(None) if owner and owner.countries and not owner.entity_id else None
    if kind in COUNTRIES:
        return _country(core, scene)
    if core.former and kind in ("office", "leader", "former"):
        return Found(NAMELESS, countries=owner.countries if owner else (), sector="ELI")  # PLOVER: former officials
    return _BY_KIND[kind](core, scene)


def _actor(core: Core, scene: Scene) -> Found | None:
    found = scene.actor(core.head.values)
    others = core.countries
    if found is None:
        return Found(NAMELESS, countries=others) if others else None
    if found.kind != PERSON:
        if others and found.countries and not set(others) & set(found.countries):
            return Found(NAMELESS, countries=others)  # a namesake
        if core.names:  # `SAMS' Adham Sahloul`
            return without_entity(found)
    return None if core.trailing or core.names else found


def _country(core: Core, scene: Scene) -> Found | None:
    head, lexicon = core.head, scene.lexicon
    if core.alone and head.kind == "country":
        return of_state(head.value, lexicon.names)
    if core.alone and head.kind == "capital":
        return of_body("government", head.value, lexicon.names, lexicon.known.actors)
    if any(one.kind not in COUNTRIES for one in core.before):
        return None
    if core.names and head.kind in ("country", "capital") and not head.own:
        return None  # `Washington Post`
    return Found(ADJECTIVE if core.alone and head.kind == "adjective" else NAMELESS, countries=core.countries)


def _office(core: Core, scene: Scene) -> Found | None:
    office, fixed, crown = (*core.head.values, "", "")[:3]
    names = scene.lexicon.names
    sector = None if office in names.of_bodies else names.offices.get(office, "GOV")
    owner = core.owner
    if fixed and (owner is None or owner.country == fixed):
        owner = Found(STATE, countries=(fixed,))
    if owner is None:
        nameless = Found(NAMELESS, sector=sector) if sector else None
        return nameless if core.lesser or core.names else scene.bare_office(office, crowned=crown == CROWN) or nameless
    if owner.kind == PERSON:
        return None
    if owner.kind == BODY and not (owner.entity_id or "").startswith("government"):
        return without_entity(owner)
    known = owner.entity_id if owner.kind not in (STATE, BODY) else owner.country
    nobody = owner.nameless(sector or owner.sector)
    if core.lesser or known is None or owner.kind == NAMELESS or not _titled(office, crown, known, scene):
        return nobody
    holder = scene.holder(office, known)
    return holder if holder is not None and _is_named(core.names, holder) else nobody


def _is_named(names: Sequence[Item], holder: Found) -> bool:
    """Whether the name behind an office is its holder's, in whichever spelling, or there is none."""
    return not names or skeleton(names[-1].text) == skeleton((holder.name or "").rsplit(maxsplit=1)[-1])


def _titled(office: str, crown: str, of: str, scene: Scene) -> bool:
    """Whether a country has such a head of state: no president where there is a king."""
    return office != HEADS[0] or not is_country(of) or (of in scene.lexicon.names.monarchies) == (crown == CROWN)


def _body(core: Core, scene: Scene) -> Found | None:
    """A government, ministry or army: of a country by name, of a known group its own, else the text's country's."""
    head, owner, lexicon = core.head, core.owner, scene.lexicon
    sector = lexicon.names.bodies[head.value][1]
    if owner is None:
        own = not (core.strange or core.indefinite or MANY in head.values)  # not `western governments`, `a regime`
        country = scene.country() if own else None
        if country is None:
            return Found(NAMELESS, sector=sector)
        return of_body(head.value, country, lexicon.names, lexicon.known.actors)
    if owner.entity_id and owner.kind not in (STATE, BODY, PERSON):
        return without_entity(owner)
    if owner.country is None or owner.kind == NAMELESS:
        return owner.nameless(sector)
    return of_body(head.value, owner.country, lexicon.names, lexicon.known.actors)


def _spokes(core: Core, scene: Scene) -> Found | None:  # noqa: ARG001 - one of a table
    """A spokesperson speaks as the body itself."""
    owner = core.owner
    if owner is None:
        return None
    if owner.kind == STATE or (owner.kind == NAMELESS and owner.sector is None):
        return owner.nameless("GOV")
    return without_entity(owner) if owner.kind == PERSON else owner


def _member(core: Core, scene: Scene) -> Found | None:  # noqa: ARG001 - one of a table
    owner = core.owner
    if owner is None or (core.before and _topic(core.before[-1])):
        return None
    if owner.kind == STATE and owner.entity_id is None:
        return owner.nameless(None)
    return without_entity(owner)


def _topic(before: Item) -> bool:
    """Whether a country's plain name before a noun is what it is about: `a Syria analyst`, but `US members`."""
    return before.kind == "country" and not before.own and not all(word.upper for word in before.words)


def _leader(core: Core, scene: Scene) -> Found | None:
    """A leader of a country or group, who is known by name if he is the only one."""
    owner = core.owner
    if owner is None:
        return None
    if owner.kind == BODY:
        return without_entity(owner)
    state = owner.kind == STATE
    of = owner.country if state else owner.entity_id
    one = not (core.names or core.indefinite or MANY in core.head.values or owner.kind == PERSON)
    if of is not None and one and not (state and CHIEF in core.head.values):
        found = scene.leader(of)
        if found is not None:
            return found
    return owner.nameless("GOV") if state else without_entity(owner)


def _role(core: Core, scene: Scene) -> Found | None:  # noqa: ARG001 - one of a table
    owner, sector = core.owner, core.head.value
    if owner is None:
        return Found(NAMELESS, sector=sector)
    if owner.entity_id and owner.kind not in (STATE, BODY, PERSON) and owner.sector:
        return without_entity(owner)
    if owner.kind == PERSON and owner.sector == "GOV" and sector in ("UAF", "REB"):
        return owner.nameless("MIL")  # a government's fighters
    return owner.nameless(sector)


_BY_KIND = {
    "office": _office,
    "body": _body,
    "spokes": _spokes,
    "member": _member,
    "former": _member,
    "leader": _leader,
    "role": _role,
}
