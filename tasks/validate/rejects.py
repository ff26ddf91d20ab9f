"""Rows of `rejects`: what failed, where it came from, and what stands in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from expectations.expectation import Expectation
from tasks.tables.contracts import TABLES
from tasks.validate.check import BatchFailure

Row = Mapping[str, Any]

PARENT_REJECTED = "parent_rejected"
_VALUE_LENGTH = 200
_FOUND_LENGTH = 80
_TEXT_LENGTH = 1000
_STAMP = ("pipeline_version", "run_id")
_REMEDY = "please report it with this row, which is left out until a new version makes its document anew"


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row is rejected: `expectation`, `column`, `value` and `reason` as in the table `rejects`."""

    table: str
    row: Row
    expectation: str
    column: str | None
    value: str | None
    reason: str


def failed(table: str, row: Row, expectation: Expectation) -> Rejected:
    """A row that fails a critical expectation itself."""
    value = _shown({column: row[column] for column in expectation.columns})
    reason = f"expected {expectation.expected}, found {_short(value, _FOUND_LENGTH)}; {_REMEDY}"
    return Rejected(table, row, expectation.name, ", ".join(expectation.columns) or None, value, reason)


def parent_failed(table: str, row: Row, column: str, parent: str) -> Rejected:
    """A row whose parent is rejected."""
    value = str(row[column])
    reason = f"its row in {parent} is rejected, so it would hang on nothing; see the rejects of {parent} with {value}"
    return Rejected(table, row, PARENT_REJECTED, column, value, reason)


def batch_failed(table: str, row: Row, failure: BatchFailure) -> Rejected:
    """A row of a batch that failed as a whole."""
    where = f"{failure.table}: " if failure.table != table else ""
    reason = (
        f"the whole batch is rejected: {where}expected {failure.expectation.expected}, "
        f"found {_short(failure.found, _FOUND_LENGTH)}; {_REMEDY}"
    )
    column = ", ".join(failure.expectation.columns) or None
    return Rejected(table, row, failure.expectation.name, column, failure.found, reason)


def as_rejects(rejected: Iterable[Rejected], documents: Iterable[Row], run_id: str) -> pa.Table:
    """The table `rejects`.

    Args:
        rejected: one for every row and expectation.
        documents: where `source`, `uri` and `content_hash` are looked up.
        run_id: the run, for tables whose rows do not say it.
    """
    origins = {row.get("doc_id"): row for row in documents}
    rows: list[dict[str, Any]] = []
    times: dict[str, int] = {}
    for one in rejected:
        row = _reject(one, origins.get(one.row.get("doc_id"), {}), run_id)
        identity = json.dumps([row["table_name"], row["row_key"], row["expectation"], row["column"], row["row"]])
        times[identity] = times.get(identity, 0) + 1  # rows that are alike in everything are still several
        digest = hashlib.sha256(f"{identity}\0{times[identity]}".encode())
        rows.append({**row, "reject_id": digest.hexdigest()[:20]})
    return pa.Table.from_pylist(rows, schema=TABLES["rejects"].arrow)


def _reject(one: Rejected, origin: Row, run_id: str) -> dict[str, Any]:
    return {
        "table_name": one.table,
        "source": origin.get("source"),
        "uri": origin.get("uri"),
        "doc_id": one.row.get("doc_id"),
        "row_key": _json({column: one.row.get(column) for column in TABLES[one.table].key}),
        "expectation": one.expectation,
        "column": one.column,
        "value": None if one.value is None else _short(one.value, _VALUE_LENGTH),
        "reason": one.reason,
        # The stamp stands beside it; without it, the same failure is the same row in every run.
        "row": _json({column: _cut(value) for column, value in one.row.items() if column not in _STAMP}),
        "content_hash": origin.get("content_hash"),
        "pipeline_version": one.row.get("pipeline_version") or "unknown",
        "run_id": one.row.get("run_id") or run_id,
    }


def _shown(values: Row) -> str:
    if len(values) == 1:
        (value,) = values.values()
        return "nothing" if value is None else value if isinstance(value, str) else _json(value)
    return ", ".join(f"{column}={'nothing' if value is None else value}" for column, value in values.items())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)  # dates and instants become ISO 8601


def _cut(value: object) -> object:
    if isinstance(value, str) and len(value) > _TEXT_LENGTH:
        return f"{value[:_TEXT_LENGTH]}… ({len(value)} characters)"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_cut(item) for item in value]
    return value


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
