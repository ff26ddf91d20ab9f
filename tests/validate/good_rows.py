"""Small tables that pass every expectation, and a way to change one cell of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from tasks.tables.contracts import DOCUMENT_TABLES, TABLES

Row = dict[str, Any]
Rows = dict[str, list[Row]]

TEXT = "Hospital bombed\n\nRebels shelled the hospital in Aleppo on Saturday, killing two children, SOHR said."
HOSTILE = '<script>alert("1")</script> $x {{ 7 * 7 }} \u202e\x00 ${PARAMETER} %s VALUE0MASKED &amp; DROP TABLE x;--'
STAMP = {"pipeline_version": "0.1.0+ref.00000000", "run_id": "run-1"}
PARTITION = {"published_year": 2016, "published_month": 10}


def at(piece: str, text: str = TEXT) -> dict[str, int]:
    """The offsets of a piece that the text has once."""
    start = text.index(piece)
    return {"start": start, "end": start + len(piece)}


def shard(doc_id: str = "d1") -> Rows:
    """The rows of one document with one mention."""
    mention_id, saturday = f"m-{doc_id}", date(2016, 10, 1)
    of = {"doc_id": doc_id, **PARTITION, **STAMP}
    sentence, trigger, place = at(TEXT.split("\n")[2]), at("shelled"), at("Aleppo")
    segment = {"language": "en", "language_confidence": 0.99, **of}
    participant = {"mention_id": mention_id, "ordinal": 0, **of}
    return {
        "documents": [
            {
                "source": "s", "uri": f"s/{doc_id}.txt", "header": "date 2016-10-03", "published": "2016-10-03",
                "published_start": date(2016, 10, 3), "published_end": date(2016, 10, 3), "published_prec": "day",
                "language": "en", "language_confidence": 0.99, "agencies": ["AFP"], "text": TEXT, "n_chars": len(TEXT),
                "content_hash": "0f" * 32, **of,
            }
        ],
        "segments": [
            {"segment_no": 0, "kind": "heading", **at("Hospital bombed"), **segment},
            {"segment_no": 1, "kind": "paragraph", **sentence, **segment},
        ],
        "time_expressions": [
            {
                "segment_no": 1, "text": "on Saturday", **at("on Saturday"), "kind": "DATE", "value": "2016-10-01",
                "date_start": saturday, "date_end": saturday, "precision": "day", "basis": "relative",
                "anchor": "2016-10-03", **of,
            }
        ],
        "mentions": [
            {
                "mention_id": mention_id, "segment_no": 1, "language": "en", "sentence_start": sentence["start"],
                "sentence_end": sentence["end"], "evidence": TEXT.split("\n")[2], "trigger_text": "shelled",
                "trigger_start": trigger["start"], "trigger_end": trigger["end"], "event_type": "ASSAULT",
                "event_mode": "heavy-weapons", "contexts": ["health", "military"], "place_text": "Aleppo",
                "place_start": place["start"], "place_end": place["end"], "confidence": 0.8, "reader": "both",
                "polarity": "positive", "modality": "actual", "date_basis": "relative", "date_text": "on Saturday",
                **coded(), **of,
            }
        ],
        "participants": [
            {"role": "actor", "text": "Rebels", **at("Rebels"), "country": "SYR", "sector": "REB", **participant},
            {"role": "recipient", "text": "the hospital", **at("the hospital"), **participant},
            {
                "role": "claimant", "text": "SOHR", **at("SOHR"), "entity_id": "sohr", **participant,
                "entity_name": "Syrian Observatory for Human Rights", "sector": "NGO",
            },
        ],
        "casualties": [
            {"mention_id": mention_id, "ordinal": 0, "kind": "killed", "group": "children", "low": 2, "high": 2,
             "text": "two children", **at("two children"), **of},
        ],
    }  # fmt: skip


def coded() -> Row:
    """What a mention and an event have in common."""
    return {
        "event_date": "2016-10-01", "date_start": date(2016, 10, 1), "date_end": date(2016, 10, 1), "date_prec": 1,
        "place_id": "170063", "place_name": "Aleppo", "admin1": "Aleppo", "country": "SYR", "latitude": 36.2,
        "longitude": 37.16, "where_prec": 1, "killed_low": 2, "killed_high": 2,
    }  # fmt: skip


def event(event_id: str = "e1") -> Row:
    return {
        "event_id": event_id, "event_type": "ASSAULT", "event_mode": "heavy-weapons", "contexts": ["health"],
        "actors": ["Rebels"], "recipients": ["the hospital"], "claimants": ["SOHR"], "killed_best": 2, "n_mentions": 2,
        "n_documents": 1, "languages": ["en"], "disputed": False, "mention_ids": ["m-d1", "m-d2"],
        "first_published": date(2016, 10, 3), "last_published": date(2016, 10, 4), "event_year": 2016,
        "event_month": 10, "pipeline_version": "0.1.0+ref.00000000", **coded(),
    }  # fmt: skip


def event_mention(mention_id: str = "m-d1") -> Row:
    saturday, party = date(2016, 10, 1), '["Rebels", null, "SYR", "REB", ["rebel"]]'
    return {
        "mention_id": mention_id, "event_id": "e1", "doc_id": "d1", "published_start": date(2016, 10, 3),
        "published_end": date(2016, 10, 3), "language": "en", "segment_no": 1, "sentence_start": 17,
        "trigger_start": 24, "trigger_text": "shelled", "position": 0.2, "definite": False, "event_type": "ASSAULT",
        "event_mode": "heavy-weapons", "contexts": ["health"], "place_text": "Aleppo", "date_basis": "relative",
        "actors": [party], "recipients": [], "claimants": [], "figures": ['["killed", "children", 2, 2]'],
        "polarity": "positive", "modality": "actual", "names": ["alepo", "sohr"], "doc_names": ["alepo", "sohr"],
        "window_start": saturday, "window_end": saturday, "event_year": 2016, "event_month": 10,
        "pipeline_version": "0.1.0+ref.00000000", **coded(),
    }  # fmt: skip


def superseded_event(event_id: str = "e0") -> Row:
    return {
        "event_id": event_id, "ordinal": 0, "superseded_by": "e1", "reason": "merged",
        "pipeline_version": "0.1.0+ref.00000000",
    }  # fmt: skip


def reject() -> Row:
    return {
        "reject_id": "r1", "table_name": "mentions", "doc_id": "d1", "row_key": '{"mention_id": "m1"}',
        "expectation": "trigger_in_sentence", "reason": "it is not", "row": "{}", "content_hash": "0f" * 32, **STAMP,
    }  # fmt: skip


def run() -> Row:
    return {
        "run_id": "run-1", "flow": "ingest", "started": datetime(2026, 1, 1, tzinfo=UTC),
        "finished": datetime(2026, 1, 2, tzinfo=UTC), "parameters": "{}", "versions": "{}", "warnings": "{}",
        "rows": "{}", "pipeline_version": "0.1.0+ref.00000000",
        **{column.name: 0 for column in TABLES["runs"].columns if column.type == "int"},
    }  # fmt: skip


def table(name: str, rows: list[Row]) -> pa.Table:
    """Rows in the contract's schema; a cell that a row does not have is empty."""
    nullable = pa.schema([field.with_nullable(True) for field in TABLES[name].arrow])
    return pa.Table.from_pylist(rows, schema=nullable)


def tables(*shards: Rows) -> dict[str, pa.Table]:
    """The document tables of several documents."""
    return {name: table(name, [row for one in shards for row in one[name]]) for name in DOCUMENT_TABLES}


def changed(rows: Rows, name: str, changes: Mapping[str, Any], number: int = 0) -> Rows:
    """The rows with some cells of one row changed."""
    return {**rows, name: [{**row, **changes} if i == number else row for i, row in enumerate(rows[name])]}
