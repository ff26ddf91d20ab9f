"""What is known of an actor, and what a participant was found to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identified:
    """What a participant was found to be: the columns of `participants`.

    Attributes:
        entity_id, entity_name: the known actor; None for a nameless one (`rebels`, `Russian planes`).
        country: ISO 3166-1 alpha-3, or None.
        sector: PLOVER's, or None.
    """

    entity_id: str | None
    entity_name: str | None
    country: str | None
    sector: str | None
