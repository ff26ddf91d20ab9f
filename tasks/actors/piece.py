"""The meaning of one piece of a phrase, without commas and brackets: its head, and whose that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tasks.actors.actor_file import PERSON
from tasks.actors.found import NAMELESS, STATE, Found
from tasks.actors.heads import COUNTRIES, Core, meaning
from tasks.actors.phrase import NAME, Item
from tasks.actors.scene import ALONE, BESIDE, FIRST, WITHIN, Scene
from tasks.actors.senses import INDEFINITE, MANY, OTHER, PLACE, REGION

_HEADS = frozenset({*COUNTRIES, "actor", "office", "body", "spokes", "member", "leader", "role", "stranger", "former"})
_SMALL = frozenset({"article", "transparent", "and"})


class _Tail(NamedTuple):
    """What stands behind a preposition, and whether that is one of place."""

    items: Sequence[Item]
    place: bool


def piece(items: Sequence[Item], scene: Scene, *, behind: bool = False) -> Found | None:
    """Who a piece means; None where nothing is known.

    Args:
        items: those of the piece.
        scene: the text around it.
        behind: whether it stands behind a preposition of place.
    """
    core, tail, place = _split(_named(items, scene))
    if not core:
        return piece(tail, scene, behind=behind) if tail else None
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
        inside = item.kind == "country" and last is not None and last.kind == NAME and not item.cut and not last.own
        if inside and last is not None and scene.place(_joined([last, item]), least=BESIDE):
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
    end = len(core)
    while end and core[end - 1].kind == NAME:
        end -= 1
    names, rest = core[end:], [one for one in core[:end] if one.kind not in _SMALL]
    known = [one for one in rest if one.kind != OTHER]
    head = next((one for one in reversed(known) if one.kind in _HEADS), None)
    if head is None:
        return _name(names, scene, place=behind)
    before = known[: known.index(head)]
    first = rest[:1] if rest[0].kind == OTHER and rest[1:2] == [head] else []
    found = meaning(
        Core(
            head,
            before,
            names,
            _owner([*first, *before], tail, scene),
            alone=len(rest) == 1 and not names and not tail.items,
            # `Facebook-gruppen` is no company.
            trailing=rest[-1].kind == OTHER or (core[end - 1].kind == "transparent" and core[end - 1].hyphened),
            strange=any(one.kind == OTHER for one in rest[: rest.index(head)]),
            indefinite=any(one.kind == "article" and one.value == INDEFINITE for one in core),
        ),
        scene,
    )
    return found.nameless(None) if found is not None and _mixed(core[:end]) else found


def _mixed(core: Sequence[Item]) -> bool:
    """Whether it is about people of two kinds: `civilians and rebels`."""
    kinds = zip(core, core[1:], core[2:], strict=False)
    return any(
        link.kind == "and" and one.kind == other.kind == "role" and one.value != other.value
        for one, link, other in kinds
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
    countries = tuple(dict.fromkeys(one.value for one in before if one.kind in COUNTRIES))
    if any(REGION in one.values for one in before):  # the Catalan government is not Spain's
        return Found(NAMELESS, countries=countries)
    actors = [found for one in before if one.kind == "actor" and (found := scene.actor(one.values))]
    owner = actors[-1] if actors else _states(countries)
    body = next((one for one in reversed(before) if one.kind == "body"), None)
    if body is not None:
        return meaning(
            Core(body, (), (), owner, alone=False, trailing=False, strange=False, indefinite=MANY in body.values), scene
        )
    if owner is not None:
        return owner
    names = [one for one in before if one.kind == NAME]
    if names:  # Unknown owners are owners: `Oslo-politiet` is of Norway, the police of nowhere known of nobody.
        town = scene.place(_joined(names), least=BESIDE)
        return _states((town,)) if town else Found(NAMELESS)
    role = next((one for one in reversed(before) if one.kind == "role"), None)
    if role is not None:
        behind = piece(tail.items, scene, behind=tail.place) if tail.items else None
        return Found(NAMELESS, sector=role.value, countries=behind.countries if behind else ())
    return _behind(tail, scene) if tail.items else _first_town(before, scene)


def _states(countries: tuple[str, ...]) -> Found | None:
    if not countries:
        return None
    return Found(STATE if len(countries) == 1 else NAMELESS, countries=countries)


def _first_town(before: Sequence[Item], scene: Scene) -> Found | None:
    """The country of a town that begins the phrase, and perhaps the sentence: `Texas police`."""
    first = next((one for one in before if one.kind == OTHER and one.words[0].cap), None)
    town = scene.place(first.text, least=FIRST) if first is not None else None
    return _states((town,)) if town else None


def _behind(tail: _Tail, scene: Scene) -> Found | None:
    """What stands behind the preposition: one owner, or the countries of several."""
    found = [one for part in _coordinated(tail.items) if (one := piece(part, scene, behind=tail.place))]
    if len(found) == 1:
        return found[0]
    countries = tuple(dict.fromkeys(country for one in found for country in one.countries))
    somebody = not tail.place and any(one.kind == NAME for one in tail.items)  # named, though nobody known
    return Found(NAMELESS, countries=countries) if countries or somebody else None


def _coordinated(items: Sequence[Item]) -> list[list[Item]]:
    parts: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "and" and parts[-1] and parts[-1][-1].kind in ("country", "capital", "actor", NAME):
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def _joined(names: Sequence[Item]) -> str:
    """Names as the text joins them: `North Carolina`, `Øst-Aleppo`."""
    return "".join(("" if at == 0 else one.words[0].before) + one.text for at, one in enumerate(names)).strip()
