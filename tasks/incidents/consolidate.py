"""Mentions to events. In this first version each mention is an event of its own; matching reports comes later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

Row = Mapping[str, Any]
Month = tuple[int | None, int | None]

_COPIED = (
    "event_type", "event_mode", "contexts", "event_date", "date_start", "date_end", "date_prec", "place_id",
    "place_name", "admin1", "country", "latitude", "longitude", "where_prec", "killed_low", "killed_high",
    "injured_low", "injured_high", "pipeline_version",
)  # fmt: skip


def month_of(date_start: date | None, date_end: date | None) -> Month:
    """The partition (year, month) that an event stands in: of its first possible day, else of its last, else none."""
    day = date_start or date_end
    return (day.year, day.month) if day else (None, None)


def consolidate(mentions: Iterable[Row], participants: Iterable[Row], documents: Iterable[Row]) -> list[dict[str, Any]]:
    """The events that mentions report, as rows of the `events` contract.

    Args:
        mentions: rows of `mentions`.
        participants: the rows of `participants` that belong to them, in any order.
        documents: `doc_id`, `published_start` and `published_end` of their documents.
    """
    names: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for row in participants:
        names.setdefault((row["mention_id"], row["role"]), []).append((row["ordinal"], row["text"]))
    published = {row["doc_id"]: row for row in documents}
    return [_event(mention, names, published[mention["doc_id"]]) for mention in mentions]


def _event(mention: Row, names: Mapping[tuple[str, str], Sequence[tuple[int, str]]], document: Row) -> dict[str, Any]:
    mention_id = mention["mention_id"]
    year, month = month_of(mention["date_start"], mention["date_end"])

    def named(role: str) -> list[str]:
        return [text for _, text in sorted(names.get((mention_id, role), ()))]

    return {column: mention[column] for column in _COPIED} | {
        "event_id": hashlib.sha256(mention_id.encode()).hexdigest()[:20],
        "actors": named("actor"),
        "recipients": named("recipient"),
        "claimants": named("claimant"),
        # With a single claim the best estimate is what it surely states.
        "killed_best": mention["killed_low"],
        "injured_best": mention["injured_low"],
        "n_mentions": 1,
        "n_documents": 1,
        "languages": [mention["language"]],
        "disputed": False,
        "part_of": None,
        "mention_ids": [mention_id],
        "first_published": document["published_start"],
        "last_published": document["published_end"],
        "event_year": year,
        "event_month": month,
    }
