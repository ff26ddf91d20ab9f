"""What a gazetteer knows of a place, and what a place in a text was found to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        place_id: the GeoNames id where there is one; the ISO 3166-2 code of a division; else the id in our own file.
        name: what the tables call it.
        kind: country, region, admin1, admin2, city, town, district, village, camp, hospital, site, road, front,
            crossing, base, airport, island, mountain, dam or water.
        country: ISO 3166-1 alpha-3; None for what lies in several or in none.
        admin1: name of the first-order division that it lies in (of a division of that order: its own), or None.
        latitude, longitude: degrees WGS 84 of a point inside it, or None.
        population: 0 where unknown.
        within: `place_id` of the next larger place that it is part of, where that is known.
    """

    place_id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """What a place in a text was found to be: the columns of `mentions`.

    A name that no gazetteer knows keeps its text and its `where_prec`, and all else is None.
    """

    place_id: str | None
    place_name: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None
