"""The gazetteer: which places bear a name, out of GeoNames, ISO 3166 and CLDR, with our own places laid over them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from tasks.places.fold import fold_name
from tasks.places.index_file import connect, damaged, ready_index
from tasks.places.own import ANY, OwnPlace, own_places
from tasks.places.place import Entry
from tasks.places.territories import kindred, territory_names
from tasks.settings import GAZETTEER, REFERENCE
from tasks.text.reference import languages

_COLUMNS = "place_id, name, kind, country, admin1, latitude, longitude, population, within"
_BY_NAME = f"SELECT {_COLUMNS} FROM names JOIN entries USING (rank) WHERE names.key = ? ORDER BY rank"  # noqa: S608 - our own columns
_BY_ID = f"SELECT {_COLUMNS} FROM entries WHERE place_id = ?"  # noqa: S608 - our own columns
_COUNTRIES = f"SELECT {_COLUMNS} FROM entries WHERE rank IN (SELECT rank FROM countries)"  # noqa: S608 - our own columns
_ANSWERS = 20_000  # answers held: a name comes again, in its document and in others


@cache
def open_gazetteer(reference: Path = REFERENCE, folder: Path = GAZETTEER) -> Gazetteer:
    """The gazetteer, opened once in a process; its index is built first if it is not there or is damaged.

    Args:
        reference: the folder of the reference data, with our own places in `places/`.
        folder: where the index is, or will be.

    Raises:
        ReferenceDataError: the index cannot be built or read, or a file of our own places is wrong.
    """
    return Gazetteer(ready_index(reference, folder), reference)


class Gazetteer:
    """Places by name. Nothing in it changes, so the same question has the same answer."""

    def __init__(self, path: Path, reference: Path = REFERENCE) -> None:
        self.path = path
        self._reference = reference
        self._connection: tuple[int, sqlite3.Connection] | None = None
        own = {place.place_id: place for place in own_places(reference)}
        self._own: dict[str, Entry] = {}
        for place in own.values():
            self._lay_over(place, own)
        self._own_names = _by_name(own.values())
        self._countries = {entry.country: entry for entry in self._read(_COUNTRIES)}
        self._countries |= {entry.country: entry for entry in self._own.values() if entry.kind == "country"}
        self._answer = lru_cache(maxsize=_ANSWERS)(self._look_up)

    def find(self, name: str, language: str | None = None) -> tuple[Entry, ...]:
        """All places that bear a name: our own first, then the rest, both with the most populous first.

        Args:
            name: as it stands in a text, without inflection; it is compared folded (see `fold_name`).
            language: BCP-47. Names of countries and of our own places then hold in that language only, else in every
                one that Tidings has resources for; names in GeoNames and ISO 3166 hold in all.

        Raises:
            ReferenceDataError: the index cannot be read.
        """
        return self._answer(fold_name(name), language)

    def entry(self, place_id: str) -> Entry | None:
        """The place of an id, or None if there is none."""
        return self._own.get(place_id) or next(iter(self._read(_BY_ID, place_id)), None)

    def country(self, alpha3: str) -> Entry | None:
        """The country or territory of an ISO 3166-1 alpha-3 code (`XKX` for Kosovo), or None."""
        return self._countries.get(alpha3)

    def _look_up(self, key: str, language: str | None) -> tuple[Entry, ...]:
        if language is None:
            tongues = languages(self._reference)
            own = [one for listed in self._own_names.get(key, {}).values() for one in listed]
        else:
            tongues = kindred(language, self._reference)
            own = [one for tongue in (ANY, *tongues) for one in self._own_names.get(key, {}).get(tongue, ())]
        states = [self.country(alpha3) for tongue in tongues for alpha3 in territory_names(tongue).get(key, ())]
        known = [*filter(None, states), *self._read(_BY_NAME, key)]
        ranked = _ranked([*map(self._own.__getitem__, own), *(one for one in known if one.place_id in self._own)])
        ranked += _ranked(known)
        return tuple({one.place_id: self._own.get(one.place_id, one) for one in ranked}.values())

    def _lay_over(self, place: OwnPlace, own: Mapping[str, OwnPlace], below: tuple[str, ...] = ()) -> None:
        """Makes the entry of a place of our own; what its file does not say comes from the index or from around.

        Its first-order division is called what the index calls it, if that is known: one division has one name in the
        tables.
        """
        if place.place_id in self._own:
            return
        known = next(iter(self._read(_BY_ID, place.place_id)), None)
        if known is None:
            known = Entry(place.place_id, place.name, place.kind, None, None, None, None)
        within = known.within if place.within is None else place.within
        if within is not None and within in own and within not in below:
            self._lay_over(own[within], own, (*below, place.place_id))
        around = self.entry(within) if within is not None else None
        country, admin1 = place.country or known.country, place.admin1
        if place.kind == "admin1":
            admin1 = place.admin1 or place.name
        if around is not None and country in (None, around.country):
            country = around.country
            admin1 = admin1 if place.kind == "admin1" else around.admin1 or admin1
        self._own[place.place_id] = Entry(
            place_id=place.place_id,
            name=place.name,
            kind=place.kind,
            country=country,
            admin1=known.admin1 or admin1,
            latitude=known.latitude if place.latitude is None else place.latitude,
            longitude=known.longitude if place.longitude is None else place.longitude,
            population=known.population if place.population is None else place.population,
            within=within,
        )

    def _read(self, query: str, *arguments: str) -> list[Entry]:
        try:
            return [Entry(*row) for row in self._index().execute(query, arguments)]
        except sqlite3.Error as error:
            raise damaged(self.path, f"cannot be read ({error})") from error

    def _index(self) -> sqlite3.Connection:
        """The connection of this process: SQLite allows none to be taken along into a forked one."""
        process = os.getpid()
        if self._connection is None or self._connection[0] != process:
            self._connection = (process, connect(self.path))
        return self._connection[1]


def _ranked(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-entry.population, entry.place_id))


def _by_name(places: Iterable[OwnPlace]) -> Mapping[str, Mapping[str, list[str]]]:
    """By folded name and language, the ids of the places that bear it."""
    found: dict[str, dict[str, list[str]]] = {}
    for place in places:
        for language, names in place.names.items():
            for name in names:
                listed = found.setdefault(fold_name(name), {}).setdefault(language, [])
                if place.place_id not in listed:
                    listed.append(place.place_id)
    return found
