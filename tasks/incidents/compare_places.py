"""Whether two reports can be of one place."""

from __future__ import annotations

import math
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from tasks.incidents.names import skeleton
from tasks.incidents.report import Report

# UCDP precision: up to which a place is a point, and at which it is a country.
_POINT, _COUNTRY = 2, 6
_FLOATING = frozenset({2, 5, 7})
_KM_PER_DEGREE = 111.2
# A name that another begins with, and how alike that makes them (`Hormuz`, `Hormuzstredet`).
_STEM, _COMPOUND = 5, 0.9


def place_weight(a: Report, b: Report, weights: Mapping[str, float]) -> float:
    """The weight of two places; minus infinity where no incident can have both."""
    if a.place_id is not None and b.place_id is not None:
        return _known(a, b, weights)
    a_names, b_names = names_of_place(a), names_of_place(b)
    if not a_names or not b_names:
        return 0.0 if a_names is b_names else weights["one_unknown"]
    likeness = _likeness(a_names, b_names)
    if likeness == 1:
        return weights["same_text"]
    if likeness >= weights["like"]:
        return weights["like_text"]
    return weights["other_text" if a.language == b.language else "other_tongue"]


def distance(a: Report, b: Report) -> float | None:
    """Kilometres between the coordinates of two reports; None where one has none."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    middle = math.cos(math.radians((a.latitude + b.latitude) / 2))
    return _KM_PER_DEGREE * math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * middle)


def contains(wide: Report, narrow: Report) -> bool:
    """Whether the place of the first is a country, division or region in which that of the second can lie."""
    if wide.country is not None and narrow.country is not None and wide.country != narrow.country:
        return False
    wide_prec, narrow_prec = wide.where_prec or _COUNTRY, narrow.where_prec or _COUNTRY
    if wide_prec == _COUNTRY and wide.country is not None:
        return narrow.country == wide.country
    if wide.place_id == narrow.place_id:
        return True
    # "Northwestern Syria" lies in no division that is known.
    if wide_prec > narrow_prec and wide.admin1 is None and wide.country is not None:
        return wide.country == narrow.country
    # A division or the main town of one: what lies in the same division can lie in it.
    return wide_prec > narrow_prec and wide.admin1 is not None and wide.admin1 == narrow.admin1


def _known(a: Report, b: Report, weights: Mapping[str, float]) -> float:
    a_prec, b_prec = a.where_prec or _COUNTRY, b.where_prec or _COUNTRY
    if a.place_id == b.place_id:
        prec = max(a_prec, b_prec)
        if prec > _POINT:
            return weights["same_country" if prec == _COUNTRY else "same_wide"]
        # "West of the town" and "in its east" are found as the same town.
        parted = prec == _POINT and a.place_text != b.place_text
        return weights["same_part" if parted else "same"]
    apart = distance(a, b)
    near = apart is not None and apart <= weights["near_km"]
    if contains(a, b) or contains(b, a) or (near and _part(a, b)):
        return weights["contained"]
    if near and (a_prec in _FLOATING or b_prec in _FLOATING):
        return weights["near"]
    # Two named points, two districts of one town among them, are two places.
    return weights["apart"] if max(a_prec, b_prec) > _POINT else -math.inf


def _part(a: Report, b: Report) -> bool:
    """Whether one is a town and the other can be a part of it: parts have ids of our own, which are paths."""
    one, other = sorted((a.place_id or "", b.place_id or ""), key=lambda place: (place.count("/"), place))
    if a.admin1 is not None and b.admin1 is not None and a.admin1 != b.admin1:
        return False
    return other.startswith(f"{one}/") or ("/" in other and "/" not in one)


def names_of_place(report: Report) -> frozenset[str]:
    """The names in the words for a place and in what it was found to be; none of `the market`."""
    return _names(report.place_text or "") | _names(report.place_name or "")


@lru_cache(maxsize=1 << 16)
def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How alike the names of two places are, 0 to 1: the best pair; one that begins with the other is a compound."""
    if a & b:
        return 1.0
    pairs = [(min(x, y), max(x, y)) for x in a for y in b]
    if any(longer.startswith(shorter) and len(shorter) >= _STEM for shorter, longer in pairs):
        return _COMPOUND
    return max(SequenceMatcher(None, x, y).ratio() for x, y in pairs)


@lru_cache(maxsize=1 << 16)
def _names(text: str) -> frozenset[str]:
    return frozenset(skeleton(word) for word in text.replace("-", " ").split() if word[:1].isupper())
