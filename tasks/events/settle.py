"""The mentions of a document with what they take over from other sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.draft import Scene
from tasks.events.learned.parties import settle_parties
from tasks.events.mention import Mention, Participant
from tasks.events.settle_when import settle_when
from tasks.events.settle_where import settle_where
from tasks.events.trimmed import trimmed
from tasks.events.when import When
from tasks.events.where import Place


def settle(scene: Scene) -> list[Mention]:
    """The mentions of a document with their parties, dates and places, in the order of the text."""
    settled = zip(scene.drafts, settle_parties(scene), settle_when(scene), settle_where(scene), strict=True)
    return [
        _placed(_dated(_joined(draft.mention, parties, scene), when), place) for draft, parties, when, place in settled
    ]


def _joined(mention: Mention, parties: Sequence[Participant], scene: Scene) -> Mention:
    return replace(mention, participants=trimmed(parties, mention.language, scene.reference))


def _dated(mention: Mention, when: When) -> Mention:
    return replace(
        mention, event_date=when.event_date, date_start=when.date_start, date_end=when.date_end,
        date_prec=when.date_prec, date_basis=when.date_basis, date_text=when.date_text,
    )  # fmt: skip


def _placed(mention: Mention, place: Place | None) -> Mention:
    if place is None:
        return mention
    return replace(
        mention, place_text=place.text, place_start=place.start, place_end=place.end, where_prec=place.where_prec
    )
