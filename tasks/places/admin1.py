"""What GeoNames' codes of first-order divisions stand for: `data/reference/places/admin1.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tasks.errors import ReferenceDataError
from tasks.places.own import TABLE
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Division:
    """What GeoNames' code of a first-order division stands for.

    Attributes:
        name: what the tables call it.
        iso: its ISO 3166-2 code, if it has one.
        others: more names of it.
    """

    name: str
    iso: str | None
    others: tuple[str, ...] = ()


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
        for code, (name, *rest) in codes.items():
            if rest and not _ISO.fullmatch(rest[0]):
                raise ReferenceDataError(f"{path}: {country} '{code}' has '{rest[0]}', expected an ISO 3166-2 code")
            found[country, code] = Division(name, rest[0] if rest else None, tuple(rest[1:]))
    return found
