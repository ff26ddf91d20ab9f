"""Who a phrase means, put together of its items: `the Russian defence ministry`, `police in Oslo`, `IS-krigere`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tasks.actors.found import ADJECTIVE, BODY, NAMELESS, STATE, Found, of_body, of_state, without_entity
from tasks.actors.known import HEADS, PERSON, is_country
from tasks.actors.lexicon import CHIEF, CROWN, INDEFINITE, MANY, OTHER, PLACE, REGION, Lexicon
from tasks.actors.names import skeleton
from tasks.actors.phrase import NAME, Item

_HEADS = ("actor", "country", "adjective", "people", "capital", "office", "body", "spokes", "member", "leader", "role",
          "stranger", "former")  # fmt: skip
# The less says that a name is a town, the larger it must be: it has its capital perhaps from the sentence, it stands
# alone, beside a role noun, behind `in`.
FIRST, ALONE, BESIDE, WITHIN = 500_000, 300_000, 15_000, 10_000
_COUNTRIES = ("country", "adjective", "people", "capital")
_SMALL = ("article", "coming", "deputy", "transparent", "and", "against")


class _Tail(NamedTuple):
    """What stands behind a preposition, and whether that is one of place."""

    items: Sequence[Item]
    place: bool


class Scene(Protocol):
    """What the text around a phrase tells."""

    lexicon: Lexicon

    def actor(self, ids: Sequence[str]) -> Found | None:
        """Which of the actors of one name is meant when the text was written."""

    def person(self, name: str, office: str | None) -> Found | None:
        """The known person that a name stands for, alone or behind the words of an office."""

    def holder(self, office: str, of: str) -> Found | None:
        """Who held an office when the text was written."""

    def leader(self, of: str) -> Found | None:
        """Who led a country or group when the text was written, by whichever office."""

    def bare_office(self, office: str, *, crowned: bool) -> Found | None:
        """Whom an office means where the phrase names no country."""

    def place(self, name: str, *, least: int) -> str | None:
        """The country (alpha-3) of a town of so many people, where there can be no doubt of it."""

    def country(self) -> str | None:
        """The country that the text is about, where that is clear."""


def compose(items: Sequence[Item], scene: Scene) -> Found | None:
    """Who is meant by a noun phrase; None where nothing is known.

    Args:
        items: those of the phrase.
        scene: the text around it.
    """
    parts = _parts(items)
    found = [_part(part, scene) for part in parts]
    for part, one in zip(parts, found, strict=True):
        # A known name beside a description: `the exile group SOHR`, `the president of the Red Cross, Sven M`.
        if one and one.entity_id and one.kind not in (STATE, BODY) and part and part[0].cut != "(":
            return one
    first = next((one for one in found if one is not None), None)
    if first is not None and (first.entity_id or (parts and parts[0] and parts[0][-1].kind == NAME)):
        return first
    named = next((one for one in found if one is not None and one.entity_id and one.kind not in (STATE,)), None)
    return named if named is not None and found[0] is not None and found[0].kind == NAMELESS else first


def sector_behind(items: Sequence[Item]) -> str | None:
    """The sector of the noun that an adjective before these items belongs to: of `planes` in `and Russian planes`."""
    for item in items:
        if item.kind == "role":
            return item.value
        if item.cut or item.kind not in ("and", "adjective", OTHER):
            return None
    return None


def _parts(items: Sequence[Item]) -> list[list[Item]]:
    """The pieces between commas and brackets, each up to words such as `who` and `against`."""
    parts: list[list[Item]] = [[]]
    closed = False
    for item in items:
        if item.cut and parts[-1] and not _continues(parts[-1], item):
            parts.append([])
            closed = False
        if item.kind == "outer" and parts[-1]:
            closed = True
        if not closed:
            parts[-1].append(item)
    return [part for part in parts if part] or [[]]


def _continues(part: Sequence[Item], item: Item) -> bool:
    """Whether a list of countries goes on: `Iraqi, Kurdish and Arab forces`; or an acronym stands in brackets."""
    if item.cut == "," and part[-1].kind in _COUNTRIES and item.kind in _COUNTRIES:
        return True
    return item.cut.startswith(("\"", "“", "«", "'", "‘")) or item.cut.endswith((")", "”", "»", "\""))  # noqa: RUF001


def _part(items: Sequence[Item], scene: Scene, *, behind: bool = False) -> Found | None:
    """The meaning of one piece; `behind`: it stands behind a preposition of place."""
    core, tail, place = _split(_named(items, scene))
    if not core:
        return _part(tail, scene, behind=behind) if tail else None
    return _core(core, _Tail(tail, place), scene, behind=behind)


def _named(items: Sequence[Item], scene: Scene) -> list[Item]:
    """The items, each run of unknown names that is a known person's made one item."""
    items = _towns(items, scene)
    found: list[Item] = []
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and items[end].kind == NAME and (end == at or not items[end].cut):
            end += 1
        if end == at:
            found.append(items[at])
            at += 1
            continue
        run = items[at:end]
        office = next((one.value for one in reversed(found) if one.kind == "office"), None)
        person = scene.person(" ".join(one.text for one in run), office)
        if person is not None and person.kind == PERSON and person.entity_id is not None:
            joined = tuple(word for one in run for word in one.words)
            text = " ".join(one.text for one in run)
            found.append(Item("actor", (person.entity_id,), text, joined, own=run[-1].own, cut=run[0].cut))
        else:
            found.extend(run)
        at = end
    return found


def _towns(items: Sequence[Item], scene: Scene) -> list[Item]:
    """The items, with countries that are but part of a place's name made part of it: `New Jersey`."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if item.kind == "country" and last is not None and last.kind == NAME and not item.cut and not last.own:
            if scene.place(_joined([last, item]), least=BESIDE):
                item = Item(NAME, (), item.text, item.words, item.own, item.cut)  # noqa: PLW2901 - another reading of it
        found.append(item)
    return found


def _split(items: Sequence[Item]) -> tuple[list[Item], list[Item], bool]:
    """The phrase up to the first preposition, what stands behind it, and whether that is where something is."""
    core: list[Item] = []
    for at, item in enumerate(items):
        if item.kind != "inner":
            core.append(item)
            continue
        tail, place = list(items[at + 1 :]), item.value == PLACE
        if any(one.kind in _HEADS or one.kind == NAME for one in core):
            return core, tail, place
        if core:
            # `dozens of civilians` are civilians, `a friend of the army` is nobody known.
            return [], tail if any(one.kind == "transparent" for one in core) else [], False
    return core, [], False


def _core(core: list[Item], tail: _Tail, scene: Scene, *, behind: bool) -> Found | None:
    """The meaning of the words before a preposition: their last known one is the head."""
    unnamed = len(core)
    while unnamed and core[unnamed - 1].kind == NAME:
        unnamed -= 1
    mixed = _mixed(core[:unnamed])
    names, rest = core[unnamed:], [one for one in core[:unnamed] if one.kind not in _SMALL or one.kind in ("deputy", "coming")]
    grouped = core[unnamed - 1].kind == "transparent" and core[unnamed - 1].hyphened  # `Facebook-gruppen`
    trailing = grouped or (bool(rest) and rest[-1].kind == OTHER)
    known = [one for one in rest if one.kind != OTHER]
    heads = [one for one in known if one.kind in _HEADS]
    if not heads:
        return _name(names, scene, place=behind)
    head = heads[-1]
    before = known[: known.index(head)]
    first = rest[:1] if rest[0].kind == OTHER and rest[1:2] == [head] else []
    owner = _owner([*first, *before], tail, scene)
    if head.kind == "actor":
        return _actor(head, before, names, trailing, scene)
    if head.kind == "stranger":
        theirs = bool(before) and not before[-1].own  # `its US allies` are of the US, `the allies of the US` are not
        return owner.nameless(None) if owner and theirs and not owner.entity_id else None
    if trailing:
        return owner.nameless(None) if owner and not owner.entity_id and head.kind in _COUNTRIES else _unknown_head(head, owner)
    if head.kind in _COUNTRIES:
        return _country(head, before, names, tail, len(rest), scene)
    if any(one.kind == "former" for one in known) and head.kind in ("office", "leader", "former"):
        return Found(NAMELESS, countries=owner.countries if owner else (), sector="ELI")
    if head.kind == "office":
        return _office(head, known, names, owner, scene)
    strange = any(one.kind == OTHER for one in rest[: rest.index(head)])  # `western governments`
    if head.kind == "body" and owner is None and (strange or MANY in head.values or _indefinite(core)):
        return Found(NAMELESS, sector=scene.lexicon.names.bodies[head.value][1])
    if head.kind == "member" and before and _topic(before[-1]):
        return None
    if head.kind == "leader" and _indefinite(core):
        head = Item(head.kind, (*head.values, MANY), head.text, head.words, head.own, head.cut)
    found = _COMBINE[head.kind](head, names, owner, scene)
    return found.nameless(None) if found is not None and mixed else found


def _topic(before: Item) -> bool:
    """Whether a country's plain name before a noun is what it is about: `a Syria analyst`, but `US members`."""
    return before.kind == "country" and not before.own and not all(word.upper for word in before.words)


def _indefinite(core: Sequence[Item]) -> bool:
    return any(one.kind == "article" and one.value == INDEFINITE for one in core)


def _mixed(core: Sequence[Item]) -> bool:
    """Whether it is about people of two kinds: `civilians and rebels`."""
    kinds = zip(core, core[1:], core[2:], strict=False)
    return any(
        link.kind == "and" and one.kind == other.kind == "role" and one.value != other.value for one, link, other in kinds
    )


def _name(names: Sequence[Item], scene: Scene, *, place: bool) -> Found | None:
    """What the text tells elsewhere of somebody whom it names: `Sahloul` of SAMS; else the country of a town."""
    if not names:
        return None
    found = scene.person(" ".join(one.text for one in names), None)
    if found is not None:
        return found
    country = scene.place(_joined(names), least=WITHIN if place else ALONE)
    return Found(NAMELESS, countries=(country,)) if country else None


def _owner(before: Sequence[Item], tail: _Tail, scene: Scene) -> Found | None:
    """Whose the head is: what stands before it, else what stands behind its preposition."""
    countries = dict.fromkeys(one.value for one in before if one.kind in _COUNTRIES)
    if any(REGION in one.values for one in before):  # the Catalan government is not Spain's
        return Found(NAMELESS, countries=tuple(countries))
    actors = [found for one in before if one.kind == "actor" and (found := scene.actor(one.values))]
    bodies = [one for one in before if one.kind == "body"]
    if bodies:
        return _body(bodies[-1], (), _of(countries, actors), scene)
    if actors or countries:
        return _of(countries, actors)
    names = [one for one in before if one.kind == NAME]
    if names:  # Unknown owners are owners: `Oslo-politiet` is of Norway, the police of nowhere known of nobody.
        town = scene.place(_joined(names), least=BESIDE)
        return Found(STATE, countries=(town,)) if town else Found(NAMELESS)
    roles = [one for one in before if one.kind == "role"]
    if roles:
        return Found(NAMELESS, sector=roles[-1].value, countries=_countries(tail, scene))
    if not tail.items:
        capital = [one for one in before if one.kind == OTHER and one.words[0].cap]
        town = scene.place(capital[-1].text, least=FIRST) if capital else None
        return Found(STATE, countries=(town,)) if town else None
    behind = [found for part in _coordinated(tail.items) if (found := _part(part, scene, behind=tail.place))]
    if len(behind) == 1:
        return behind[0]
    many = dict.fromkeys(country for one in behind for country in one.countries)
    if many or not tail.place:
        return Found(NAMELESS, countries=tuple(many)) if many or _of_somebody(tail.items) else None
    return None


def _joined(names: Sequence[Item]) -> str:
    """Names as the text joins them: `North Carolina`, `Øst-Aleppo`."""
    return "".join(("" if at == 0 else one.words[0].before) + one.text for at, one in enumerate(names)).strip()


def _of_somebody(tail: Sequence[Item]) -> bool:
    """Whether somebody is named behind `of` or `for`, though it is nobody known."""
    return any(one.kind == NAME for one in tail)


def _countries(tail: _Tail, scene: Scene) -> tuple[str, ...]:
    found = _part(tail.items, scene, behind=tail.place) if tail.items else None
    return found.countries if found is not None else ()


def _coordinated(items: Sequence[Item]) -> list[list[Item]]:
    parts: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "and" and parts[-1] and parts[-1][-1].kind in ("country", "capital", "actor", NAME):
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def _of(countries: dict[str, None], actors: Sequence[Found]) -> Found | None:
    if actors:
        return actors[-1]
    if len(countries) == 1:
        return Found(STATE, countries=tuple(countries))
    return Found(NAMELESS, countries=tuple(countries)) if countries else None


def _actor(head: Item, before: Sequence[Item], names: Sequence[Item], trailing: bool, scene: Scene) -> Found | None:  # noqa: FBT001 - private
    found = scene.actor(head.values)
    if found is None:
        return _of(dict.fromkeys(one.value for one in before if one.kind in _COUNTRIES), [])
    if found.kind != PERSON:
        others = tuple(dict.fromkeys(one.value for one in before if one.kind in _COUNTRIES))
        if others and found.countries and not set(others) & set(found.countries):
            return Found(NAMELESS, countries=others)  # a namesake
        if names:  # `SAMS' Adham Sahloul`
            return without_entity(found)
    return None if trailing or names else found


def _unknown_head(head: Item, owner: Found | None) -> Found | None:
    """A head that no list has behind known words: `Russian rescue crews` are of Russia, whatever they are."""
    if head.kind in _COUNTRIES:
        return Found(NAMELESS, countries=tuple(dict.fromkeys((*(owner.countries if owner else ()), head.value))))
    return owner.nameless(None) if owner and owner.countries and not owner.entity_id else None


def _country(
    head: Item, before: Sequence[Item], names: Sequence[Item], tail: _Tail, size: int, scene: Scene
) -> Found | None:
    countries = tuple(dict.fromkeys([*(one.value for one in before if one.kind in _COUNTRIES), head.value]))
    if len(countries) == 1 and size == 1 and not names and not tail.items:
        if head.kind == "country":
            return of_state(head.value, scene.lexicon.names)
        if head.kind == "capital":
            return of_body("government", head.value, scene.lexicon.names, scene.lexicon.known.actors)
    if any(one.kind not in _COUNTRIES for one in before):
        return None
    if names and head.kind in ("country", "capital") and not head.own:
        return None  # `Washington Post`
    alone = size == 1 and head.kind == "adjective" and not names and not tail.items
    return Found(ADJECTIVE if alone else NAMELESS, countries=countries)


def _office(
    head: Item, known: Sequence[Item], names: Sequence[Item], owner: Found | None, scene: Scene
) -> Found | None:
    office, fixed, crown = (*head.values, "", "")[:3]
    sector = _sector(office, scene)
    if fixed and (owner is None or owner.country == fixed):
        owner = Found(STATE, countries=(fixed,))
    lesser = any(one.kind in ("deputy", "coming") for one in known)
    if owner is None:
        if lesser or names:
            return Found(NAMELESS, sector=sector) if sector else None
        return scene.bare_office(office, crowned=crown == CROWN) or (Found(NAMELESS, sector=sector) if sector else None)
    if owner.kind == PERSON:
        return None
    if owner.kind == BODY and not (owner.entity_id or "").startswith("government"):
        return without_entity(owner)
    nameless = owner.nameless(sector or owner.sector)
    of = owner.entity_id if owner.entity_id and owner.kind not in (STATE, BODY) else owner.country
    if lesser or of is None or owner.kind == NAMELESS:
        return nameless
    holder = scene.holder(office, of) if _titled(office, crown, of, scene) else None
    if holder is None:
        return nameless
    if names and skeleton(names[-1].text) != skeleton((holder.name or "").split()[-1]):
        return nameless
    return holder


def _sector(office: str, scene: Scene) -> str | None:
    names = scene.lexicon.names
    return None if office in names.of_bodies else names.offices.get(office, "GOV")


def _titled(office: str, crown: str, of: str, scene: Scene) -> bool:
    """Whether a country has such a head of state: no president where there is a king."""
    return office != HEADS[0] or not is_country(of) or (of in scene.lexicon.names.monarchies) == (crown == CROWN)


def _body(head: Item, _names: Sequence[Item], owner: Found | None, scene: Scene) -> Found | None:
    """A government, ministry or army: of a country by name, of a known group its own, else the text's country's."""
    names = scene.lexicon.names
    if owner is None:
        country = scene.country()
        if country is None:
            return Found(NAMELESS, sector=names.bodies[head.value][1])
        return of_body(head.value, country, names, scene.lexicon.known.actors)
    if owner.entity_id and owner.kind not in (STATE, BODY, PERSON):
        return without_entity(owner)
    if owner.country is None or owner.kind == NAMELESS:
        return owner.nameless(names.bodies[head.value][1])
    return of_body(head.value, owner.country, names, scene.lexicon.known.actors)


def _spokes(head: Item, names: Sequence[Item], owner: Found | None, scene: Scene) -> Found | None:
    if owner is None:
        return None
    if owner.kind == STATE or (owner.kind == NAMELESS and owner.sector is None):
        return owner.nameless("GOV")
    return owner


def _member(head: Item, names: Sequence[Item], owner: Found | None, scene: Scene) -> Found | None:
    if owner is None:
        return None
    if owner.kind == STATE and owner.entity_id is None:
        return owner.nameless(None)
    return without_entity(owner)


def _leader(head: Item, names: Sequence[Item], owner: Found | None, scene: Scene) -> Found | None:
    """A leader of a country or group, who is known by name if he is the only one."""
    if owner is None:
        return None
    if owner.kind == BODY or (owner.kind == STATE and CHIEF in head.values):
        return without_entity(owner) if owner.kind == BODY else owner.nameless("GOV")
    of = owner.country if owner.kind == STATE else owner.entity_id
    if of is not None and not names and owner.kind != PERSON and MANY not in head.values:
        found = scene.leader(of)
        if found is not None:
            return found
    return owner.nameless("GOV") if owner.kind == STATE else without_entity(owner)


def _role(head: Item, names: Sequence[Item], owner: Found | None, scene: Scene) -> Found | None:
    if owner is None:
        return Found(NAMELESS, sector=head.value)
    if owner.entity_id and owner.kind not in (STATE, BODY, PERSON) and owner.sector:
        return without_entity(owner)
    if owner.kind == PERSON and owner.sector == "GOV" and head.value in ("UAF", "REB"):
        return owner.nameless("MIL")  # a government's fighters
    return owner.nameless(head.value)


_COMBINE = {"body": _body, "spokes": _spokes, "member": _member, "leader": _leader, "role": _role, "former": _member}
__all__ = ["HEADS", "Scene", "compose"]
