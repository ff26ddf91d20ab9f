"""One report of one event in one sentence, with its participants and figures.

What each field means is the coding guide's; types and modes are PLOVER 0.8's, precision codes UCDP's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor, recipient or claimant as it stands in the text (offsets in `Document.text`, end exclusive).

    Attributes:
        role: actor, recipient or claimant.
        via: how a name stands for a pronoun (`pronoun`, `apposition`), or None where the text names it itself.
        entity_id, entity_name: the known actor that it names; None until one is found.
        country: ISO 3166-1 alpha-3. sector: PLOVER's. Both may be known of a nameless actor (`Russian planes`).
    """

    role: str
    text: str
    start: int
    end: int
    via: str | None = None
    entity_id: str | None = None
    entity_name: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """One stated figure: at least `low`, at most `high` (None where the text sets no bound) of `kind`."""

    kind: str
    group: str
    low: int | None
    high: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention. Offsets count code points in `Document.text`, end exclusive.

    Attributes:
        mention_id: a hash of the document's id, the trigger's place and the type.
        contexts: PLOVER contexts, sorted.
        where_prec: UCDP 1 to 7, None without a place.
        place_id, place_name, admin1, country, latitude, longitude: the place in the gazetteer, as the contract of
            `mentions` says; None until it is found.
        event_date: EDTF; None where neither the text nor the header says anything.
        date_prec: UCDP 1 to 5.
        date_basis: explicit, relative, context or document.
        polarity: positive or negative. modality: actual, planned or possible.
        confidence: 0 to 1: the probability that careful readers would code it.
        reader: who took the trigger: rules, learned, or both.
        reasons: why, in short phrases.
    """

    mention_id: str
    segment_no: int
    language: str
    sentence_start: int
    sentence_end: int
    trigger_start: int
    trigger_end: int
    event_type: str
    event_mode: str | None
    contexts: tuple[str, ...]
    weapon: str | None
    place_text: str | None
    place_start: int | None
    place_end: int | None
    where_prec: int | None
    event_date: str | None
    date_start: date | None
    date_end: date | None
    date_prec: int | None
    date_basis: str | None
    date_text: str | None
    polarity: str
    modality: str
    confidence: float
    participants: tuple[Participant, ...]
    casualties: tuple[Casualty, ...]
    place_id: str | None = None
    place_name: str | None = None
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    reader: str = "rules"
    reasons: tuple[str, ...] = ()
