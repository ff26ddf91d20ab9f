"""Which of the places that bear a name a document means, or that none of them is likely enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.places.context import Context
from tasks.places.fold import fold_name
from tasks.places.holders import Holder, lies_in
from tasks.places.place import Entry
from tasks.places.senses import Sense

# All on the scale of `Sense.weight`: log10 of inhabitants. Below this nothing is taken, so that a hamlet needs more
# than its name, and no two places so near to each other in likelihood are told apart.
LEAST, _MARGIN = 4.8, 0.25
# A country of which all the document speaks lifts its places as a thousand times the inhabitants would.
_COUNTRY, _COUNTRY_ITSELF = 3.0, 1.5
# Less where the name is that of a city so much larger that everybody thinks of it: Warsaw, Indiana.
_COUNTRY_OF_SMALL, _FAMOUS, _DWARFED = 1.0, 150_000, 20
_DIVISION = 0.9
# Degrees of a great circle (60 nautical miles each) from another place of the document, and what that adds.
_NEAR, _FAR, _NEAR_BONUS, _FAR_BONUS = 0.6, 2.0, 1.2, 0.5
# What stands beside the name says where it lies; beside the same name elsewhere, it says so less.
_BESIDE, _ELSEWHERE, _OUTSIDE, _SAME_DIVISION, _NOT_THERE = 4.0, 2.5, -1.5, 1.0, -3.0
# Another name of the document is said to lie in the country or division: `Brunswick in Georgia`.
_HOLDS = 1.0
_KIND, _LIKE_KIND, _OTHER_KIND = 2.5, 1.5, -1.5
_ORDINARY = -1.5
# A name without a noun is the town rather than the division that is called after it.
_CALLED_AFTER, _LARGE = -2.0, 100_000
# Places that stand for one place (a town and a district in it), in degrees.
_SAME = 0.6
SETTLED = frozenset({"city", "town", "village", "district"})
_DIVISIONS = frozenset({"admin1", "admin2", "region"})
_NATURAL = frozenset({"water", "mountain"})
SITES = frozenset({"site", "hospital", "road", "base", "airport", "crossing", "front", "dam", "camp"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words beside a name say of it.

    Attributes:
        kinds: the kinds of place that a noun says it is; empty without one.
        holders: the larger places that stand beside it.
    """

    kinds: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()


def choose(senses: Sequence[Sense], wanted: Wanted, context: Context) -> Sense | None:
    """The sense that a name has in a document, or None where none is likely enough or two are alike.

    Args:
        senses: what it may mean.
        wanted: what the words beside it say.
        context: what the document says.
    """
    scored = sorted(
        ((score(sense, senses, wanted, context), sense) for sense in senses),
        key=lambda one: (-one[0], -one[1].weight, one[1].entry.place_id),
    )
    if not scored or scored[0][0] < LEAST:
        return None
    best, sense = scored[0]
    rivals = (other for much, other in scored[1:] if best - much < _MARGIN)
    return None if any(not _together(sense.entry, other.entry) for other in rivals) else sense


def score(sense: Sense, senses: Sequence[Sense], wanted: Wanted, context: Context) -> float:
    """How likely a sense is in a document, as log10 of inhabitants."""
    entry = sense.entry
    share = context.share(entry.country, sense.key)
    largest = max((one.entry.population for one in senses), default=0)
    # The gazetteer calls every capital a city.
    small = entry.kind in SETTLED - {"city"} and largest >= _FAMOUS and entry.population * _DWARFED < largest
    country = _COUNTRY_OF_SMALL if small else _COUNTRY_ITSELF if entry.kind == "country" else _COUNTRY
    points = [point for key, point in context.points.items() if key != sense.key]
    return (
        sense.weight
        + country * math.sqrt(share)
        + (_DIVISION if any(_same_division(entry, point) for point in points) else 0.0)
        + _nearness(entry, points)
        + _held(entry, senses, wanted, context.holders.get(sense.key, ()))
        + (_HOLDS if _holder(entry) in context.confirmed else 0.0)
        + _of_kind(entry, tuple(dict.fromkeys((*wanted.kinds, *sense.kinds))))
        + (_CALLED_AFTER if not (wanted.kinds or sense.kinds) and _called_after(sense, senses) else 0.0)
        + (_ORDINARY if entry.kind != "country" and sense.key in context.small else 0.0)
    )


def _holder(entry: Entry) -> Holder | None:
    """What a country or division is to the places in it."""
    if entry.country is None or entry.kind not in {"country", "admin1"}:
        return None
    return Holder(entry.country, entry.admin1 if entry.kind == "admin1" else None)


def _called_after(sense: Sense, senses: Sequence[Sense]) -> bool:
    """Whether a division is called after a town in it that bears the name too, or a town is called as its country."""
    entry = sense.entry
    if entry.kind in SETTLED:
        return any(other.entry.kind == "country" and other.entry.country == entry.country for other in senses)
    return entry.kind in {"admin1", "admin2"} and any(
        other.entry.kind in SETTLED and not other.part and _gives_its_name(other.entry, entry) for other in senses
    )


def _gives_its_name(town: Entry, division: Entry) -> bool:
    if town.within == division.place_id or _same_division(town, division):
        return True
    # Capitals are divisions of their own, and what surrounds them another.
    return town.country == division.country and town.population >= _LARGE


def _same_division(entry: Entry, point: Entry) -> bool:
    same = entry.admin1 is not None and point.admin1 is not None and entry.country == point.country
    return same and fold_name(entry.admin1 or "") == fold_name(point.admin1 or "")


def _nearness(entry: Entry, points: Sequence[Entry]) -> float:
    if entry.kind in {"country", "region", "water", "admin1"}:
        return 0.0
    nearest = min((distance(entry, point) for point in points if point.kind not in {"region", "water"}), default=_FAR)
    return _NEAR_BONUS if nearest < _NEAR else _FAR_BONUS if nearest < _FAR else 0.0


def distance(one: Entry, other: Entry) -> float:
    """Degrees of a great circle between two places; infinite where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.sin(math.radians(one.longitude - other.longitude) / 2) ** 2
    along = math.sin((north - south) / 2) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(along + math.cos(north) * math.cos(south) * across))))


def _held(entry: Entry, senses: Sequence[Sense], wanted: Wanted, others: Sequence[Holder]) -> float:
    """What the larger places beside a name say of an entry; nothing where no entry of that name lies in them."""
    for holders, bonus in ((wanted.holders, _BESIDE), (others, _ELSEWHERE)):
        inside = [holder for holder in holders if any(lies_in(sense.entry, holder) for sense in senses)]
        if inside:
            return max(_lift(entry, holder, bonus) for holder in inside)
    # `Iraqi Kurdistan` is no Kurdistan of another country, even where we know none in Iraq.
    elsewhere = any(holder.sure for holder in wanted.holders) and entry.kind in SETTLED | {"admin1", "admin2"}
    return _NOT_THERE if elsewhere else 0.0


def _lift(entry: Entry, holder: Holder, bonus: float) -> float:
    if not lies_in(entry, holder):
        return _OUTSIDE
    return bonus + (_SAME_DIVISION if holder.admin1 is not None else 0.0)


def _of_kind(entry: Entry, kinds: Sequence[str]) -> float:
    if not kinds:
        return 0.0
    if entry.kind in kinds or (entry.kind == "admin1" and "island" in kinds):
        return _KIND
    # No country is a province, and no town a sea.
    if (entry.kind == "country" and not set(kinds) <= SITES) or set(kinds) <= _NATURAL:
        return -math.inf
    if any(group & set(kinds) and entry.kind in group for group in (SETTLED, _DIVISIONS, SITES)):
        return _LIKE_KIND
    # `Kabul university`, `Ås kommune`: a site or municipality is called by its town.
    return 0.0 if entry.kind in SETTLED and set(kinds) <= SITES | {"admin2"} else _OTHER_KIND


def _together(one: Entry, other: Entry) -> bool:
    """Whether it makes little difference which of two places is meant."""
    if one.country == other.country and {one.kind, other.kind} & _DIVISIONS:
        return one.admin1 == other.admin1 or {one.kind, other.kind} <= _DIVISIONS
    return distance(one, other) < _SAME
