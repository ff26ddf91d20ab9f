"""Our own places: `data/reference/places/*.yaml`, for what news names and gazetteers lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

TABLE = "admin1.yaml"  # stands beside our places: names of divisions, read when the index is built
ANY = "all"  # the key of names that hold in every language
KINDS = frozenset({
    "country", "region", "admin1", "admin2", "city", "town", "district", "village", "camp", "hospital", "site", "road",
    "front", "crossing", "base", "airport", "island", "mountain", "dam", "water",
})  # fmt: skip
_KEYS = frozenset({
    "id", "geonames", "iso", "name", "kind", "country", "admin1", "within", "latitude", "longitude", "population",
    "names", "source",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of our own file; None is what the file does not say.

    Attributes:
        place_id: the GeoNames id or ISO 3166-2 code if it has one, else the id in the file.
        names: its names by language, under `all` those of every language, its main name among them.
        within: `place_id` of the next larger place.
    """

    place_id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int | None
    within: str | None
    names: Mapping[str, tuple[str, ...]]


@cache
def own_places(reference: Path = REFERENCE) -> tuple[OwnPlace, ...]:
    """All places of our own files, in the order of the files' names; none where there are no files.

    Raises:
        ReferenceDataError: an entry does not say what it must, or an id stands twice.
    """
    found: dict[str, tuple[Path, Mapping[str, Any]]] = {}
    for path in sorted(path for path in (reference / "places").glob("*.yaml") if path.name != TABLE):
        for values in _listed(path):
            key = str(values["id"])
            if key in found:
                raise ReferenceDataError(f"{path}: the id '{key}' stands in {found[key][0].name} too; take another")
            found[key] = (path, values)
    ids = {key: _place_id(values) for key, (_, values) in found.items()}
    places: dict[str, OwnPlace] = {}
    for path, values in found.values():
        place = _place(path, values, ids)
        if place.place_id in places:
            raise ReferenceDataError(f"{path}: '{place.place_id}' has two entries; make one of them")
        places[place.place_id] = place
    return tuple(places.values())


def _listed(path: Path) -> list[Mapping[str, Any]]:
    entries = reference_file(path).get("places")
    if not isinstance(entries, list):
        raise ReferenceDataError(f"{path}: has no list 'places' of entries")
    for entry in entries:
        if not isinstance(entry, dict) or not {"id", "name", "kind"} <= entry.keys():
            raise ReferenceDataError(f"{path}: {str(entry)[:80]!r} has not all of 'id', 'name' and 'kind'")
        strange = sorted(entry.keys() - _KEYS)
        if strange:
            raise ReferenceDataError(f"{path}: '{entry['id']}' has the key '{strange[0]}', expected {sorted(_KEYS)}")
    return entries


def _place_id(values: Mapping[str, Any]) -> str:
    return str(values.get("geonames") or values.get("iso") or values["id"])


def _place(path: Path, values: Mapping[str, Any], ids: Mapping[str, str]) -> OwnPlace:
    def wrong(found: str) -> ReferenceDataError:
        return ReferenceDataError(f"{path}: '{values['id']}' {found}")

    if values["kind"] not in KINDS:
        raise wrong(f"is of kind '{values['kind']}', expected one of {sorted(KINDS)}")
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if (latitude is None) != (longitude is None):
        raise wrong("has only one of 'latitude' and 'longitude'")
    for degrees, limit in ((latitude, 90), (longitude, 180)):
        if degrees is not None and not (isinstance(degrees, int | float) and abs(degrees) <= limit):
            raise wrong(f"has {degrees!r} for degrees, expected a number up to {limit}")
    names = values.get("names", {})
    if not isinstance(names, dict) or not all(isinstance(listed, list) for listed in names.values()):
        raise wrong("has 'names' that are no lists by language")
    within = values.get("within")
    return OwnPlace(
        place_id=_place_id(values),
        name=str(values["name"]),
        kind=values["kind"],
        country=values.get("country"),
        admin1=values.get("admin1"),
        latitude=None if latitude is None else float(latitude),
        longitude=None if longitude is None else float(longitude),
        population=values.get("population"),
        within=None if within is None else ids.get(str(within), str(within)),
        names={ANY: (str(values["name"]),)}
        | {
            str(language): tuple(map(str, ([values["name"]] if language == ANY else []) + listed))
            for language, listed in names.items()
        },
    )
