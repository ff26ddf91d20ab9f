"""One mention as incidents see it: all that linking needs, and all that an event's row is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tasks.incidents.days import Days


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, recipient or claimant.

    Attributes:
        name: the known actor's name, else the words of the text.
        entity_id, country, sector: as in `participants`; None where unknown.
        words: the folded words of the text that carry meaning.
    """

    name: str
    entity_id: str | None
    country: str | None
    sector: str | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated figure: at least `low`, at most `high` of `kind`."""

    kind: str
    group: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with its parties, figures and the names around it. Columns as in `mentions`, and:

    Attributes:
        position: the share of the text that stands before the trigger, 0 to 1.
        definite: whether the trigger points back to something told before (`the attack`).
        container: the noun by which the text calls the offensive or siege that it is part of; None mostly.
        names: names, numbers and things (`=market`) of its sentence; doc_names: the signature of its document.
        days: the possible days of `event_date`; None without one.
        window: first and last day (ordinals) at which it is looked for.
    """

    mention_id: str
    doc_id: str
    published_start: date | None
    published_end: date | None
    language: str
    segment_no: int
    sentence_start: int
    trigger_start: int
    trigger_text: str
    position: float
    definite: bool
    event_type: str
    event_mode: str | None
    contexts: tuple[str, ...]
    weapon: str | None
    event_date: str | None
    date_start: date | None
    date_end: date | None
    date_prec: int | None
    date_basis: str | None
    place_text: str | None
    place_id: str | None
    place_name: str | None
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    claimants: tuple[Party, ...]
    figures: tuple[Figure, ...]
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    polarity: str
    modality: str
    container: str | None
    names: frozenset[str]
    doc_names: frozenset[str]
    pipeline_version: str
    days: Days | None
    window: tuple[int, int]

    @property
    def order(self) -> tuple[date, str, int, str]:
        """The canonical order of reports: by day of writing, document, and place in it."""
        return (self.published_start or date.max, self.doc_id, self.trigger_start, self.mention_id)


@dataclass(frozen=True, slots=True)
class Held:
    """A report with the event that the lake holds it in."""

    report: Report
    event_id: str
