"""Who a phrase means, put together of its items: `the Russian defence ministry`, `police in Oslo`, `IS-krigere`."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.found import BODY, NAMELESS, STATE, Found
from tasks.actors.heads import COUNTRIES
from tasks.actors.phrase import NAME, Item
from tasks.actors.piece import piece
from tasks.actors.scene import Scene
from tasks.actors.senses import OTHER

_QUOTES = ('"', "“", "«", "'", "‘")
_CLOSED = (")", "”", "»", '"')


def compose(items: Sequence[Item], scene: Scene) -> Found | None:
    """Who is meant by a noun phrase; None where nothing is known.

    Args:
        items: those of the phrase.
        scene: the text around it.
    """
    parts = _parts(items)
    found = [piece(part, scene) for part in parts]
    for part, one in zip(parts, found, strict=True):
        # A known name beside a description: `the exile group SOHR`, `the president of the Red Cross, Sven M`.
        if one and one.entity_id and one.kind not in (STATE, BODY) and part and part[0].cut != "(":
            return one
    first = next((one for one in found if one is not None), None)
    if first is not None and (first.entity_id or (parts and parts[0] and parts[0][-1].kind == NAME)):
        return first
    named = next((one for one in found if one is not None and one.entity_id and one.kind != STATE), None)
    return named if named is not None and found[0] is not None and found[0].kind == NAMELESS else first


def sector_behind(items: Sequence[Item]) -> str | None:
    """The sector of the noun that an adjective before these items belongs to: of `planes` in `and Russian planes`."""
    for item in items:
        if item.words[0].before.strip(" -"):
            return None
        if item.kind == "role":
            return item.value
        if item.kind not in ("and", "adjective", OTHER):
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
    """Whether a list of countries goes on: `Iraqi, Kurdish and Arab forces`; or a quotation mark parts nothing."""
    if item.cut == "," and part[-1].kind in COUNTRIES and item.kind in COUNTRIES:
        return True
    return item.cut.startswith(_QUOTES) or item.cut.endswith(_CLOSED)
