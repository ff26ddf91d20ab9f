"""What the rooms found, as rows of the contracts' tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tasks.dates.edtf import bounds, published_precision
from tasks.dates.expression import TimeExpression
from tasks.events.mention import Casualty, Mention
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.text.document import Document

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extracted:
    """All that was read out of one document; offsets of the time expressions count in `document.text`."""

    document: Document
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    superseded_hash: str | None = None


def document_tables(extracted: Iterable[Extracted], pipeline_version: str, run_id: str) -> dict[str, pa.Table]:
    """The six document tables of a shard, in their contracts' schemas."""
    rows: dict[str, list[Row]] = {name: [] for name in DOCUMENT_TABLES}
    for one in extracted:
        stamp = {**_published(one.document), "pipeline_version": pipeline_version, "run_id": run_id}
        for name, found in _rows(one).items():
            rows[name] += [row | stamp for row in found]
    return {name: as_table(name, found) for name, found in rows.items()}


def as_table(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table in the contract's schema; a column that a row does not hold is empty."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=TABLES[name].arrow)


def _rows(one: Extracted) -> dict[str, list[Row]]:
    document, doc_id = one.document, {"doc_id": one.document.doc_id}
    starts = [segment.start for segment in document.segments]
    return {
        "documents": [_document(document, one.superseded_hash)],
        "segments": [_fields(segment, "segments") | doc_id for segment in document.segments],
        "time_expressions": [
            _fields(time, "time_expressions")
            | doc_id
            | {"segment_no": document.segments[bisect_right(starts, time.start) - 1].segment_no}
            for time in one.times
        ],
        "mentions": [_mention(mention, document.text) | doc_id for mention in one.mentions],
        "participants": [row | doc_id for mention in one.mentions for row in _participants(mention)],
        "casualties": [
            _fields(casualty, "casualties") | doc_id | {"mention_id": mention.mention_id, "ordinal": ordinal}
            for mention in one.mentions
            for ordinal, casualty in enumerate(mention.casualties)
        ],
    }


def _fields(value: object, table: str) -> Row:
    """The attributes of a value that are columns of a table."""
    return {name: getattr(value, name) for name in TABLES[table].names if hasattr(value, name)}


def _document(document: Document, superseded_hash: str | None) -> Row:
    start, end = bounds(document.published) if document.published else (None, None)
    return _fields(document, "documents") | {
        "published_start": start,
        "published_end": end,
        "published_prec": published_precision(document.published),
        "n_chars": len(document.text),
        "superseded_hash": superseded_hash,
    }


def _mention(mention: Mention, text: str) -> Row:
    row = _fields(mention, "mentions") | {
        "evidence": text[mention.sentence_start : mention.sentence_end],
        "trigger_text": text[mention.trigger_start : mention.trigger_end],
    }
    for kind in ("killed", "injured"):
        row[f"{kind}_low"], row[f"{kind}_high"] = _toll(mention.casualties, kind)
    return row


def _toll(casualties: Sequence[Casualty], kind: str) -> tuple[int | None, int | None]:
    """Bounds over all figures of a kind: groups of the same people overlap, so they are never added up."""
    figures = [c for c in casualties if c.kind == kind]
    if not figures:
        return None, None
    lows = [c.low for c in figures if c.low is not None]
    highs = [c.high for c in figures]
    low = max(lows, default=None)
    high = None if None in highs else max(h for h in highs if h is not None)
    return low, high


def _participants(mention: Mention) -> list[Row]:
    ordinals: dict[str, int] = {}
    rows = []
    for participant in mention.participants:
        ordinal = ordinals.get(participant.role, 0)
        ordinals[participant.role] = ordinal + 1
        rows.append(_fields(participant, "participants") | {"mention_id": mention.mention_id, "ordinal": ordinal})
    return rows


def _published(document: Document) -> Row:
    parts = (document.published or "").split("-")
    return {
        "published_year": int(parts[0]) if parts[0] else None,
        "published_month": int(parts[1]) if len(parts) > 1 else None,
    }
