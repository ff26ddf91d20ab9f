"""A shard's tables, parted into good rows and rejected ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from expectations.expectation import Expectation
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.validate.check import Checked, check, new_context, unfit_columns
from tasks.validate.facts import Shard
from tasks.validate.rejects import Rejected, as_rejects, batch_failed, failed, parent_failed


@dataclass(frozen=True, slots=True)
class Validated:
    """What came of a validation.

    Attributes:
        good: the tables without the rejected rows, in their contracts' schemas.
        rejects: one row for every rejected row and critical expectation that it fails, or `parent_rejected`.
        warnings: `table.expectation(columns)` to the number of rows that fail it; 1 where it is about the table.
        results: Great Expectations' validation result of each table as JSON values, for `docs.save_results`.
    """

    good: dict[str, pa.Table]
    rejects: pa.Table
    warnings: dict[str, int]
    results: dict[str, dict[str, Any]]


def validate_shard(tables: Mapping[str, pa.Table]) -> Validated:
    """Parts the rows of a shard's document tables.

    What hangs on a rejected row is rejected with it. A table without a column of its contract, an expectation that
    cannot be checked, or a critical one about the table as a whole fails the batch: every document is rejected.

    Args:
        tables: all of `DOCUMENT_TABLES`, with all rows of the shard's documents; any of them may be empty.
    """
    names = tuple(name for name in TABLES if name in DOCUMENT_TABLES)  # parents before children
    return _validate({name: tables.get(name, pa.table({})) for name in names}, run_id="unknown")


def validate_table(name: str, table: pa.Table, run_id: str = "unknown") -> Validated:
    """Parts the rows of one table that hangs on no other, such as `events`; if the batch fails, all of its rows do.

    Args:
        name: the table's name.
        table: its rows.
        run_id: the run, for the rejects of a table whose rows do not say it.
    """
    return _validate({name: table}, run_id)


def _validate(tables: Mapping[str, pa.Table], run_id: str) -> Validated:
    shard, context = Shard(tables), new_context()
    checked: dict[str, Checked] = {}
    # A table of another shape goes first: what is known of the others hangs on it.
    for name in sorted(tables, key=lambda name: not unfit_columns(name, tables[name])):
        checked[name] = check(name, shard, context)
        if checked[name].batch_failure is not None:
            return _nothing_good(tables, checked, run_id)
    bad: dict[str, set[int]] = {}
    rejected = [one for name in tables for one in _rejected(name, tables, checked[name], bad)]
    good = {name: _without(table, bad[name]).cast(TABLES[name].arrow) for name, table in tables.items()}
    return _validated(tables, good, rejected, checked, run_id)


def _rejected(
    name: str, tables: Mapping[str, pa.Table], checked: Checked, bad: dict[str, set[int]]
) -> Iterator[Rejected]:
    """The rejected rows of a table; `bad` holds the row numbers of its parents, and gets those of this table."""
    failures: dict[int, list[Expectation]] = {}
    for failure in checked.failures:
        failures.setdefault(failure.row, []).append(failure.expectation)
    orphans: dict[int, tuple[str, str]] = {}
    for column, parent in TABLES[name].parents:
        lost = set(tables[parent].column(column).take(_numbers(bad[parent])).to_pylist())
        for number, value in enumerate(tables[name].column(column).to_pylist()):
            if value in lost and number not in failures:
                orphans.setdefault(number, (column, parent))
    bad[name] = {*failures, *orphans}
    for number in sorted(bad[name]):
        (row,) = tables[name].slice(number, 1).to_pylist()
        yield from (failed(name, row, expectation) for expectation in failures.get(number, ()))
        if number in orphans:
            yield parent_failed(name, row, *orphans[number])


def _without(table: pa.Table, numbers: set[int]) -> pa.Table:
    return table.take(_numbers(set(range(table.num_rows)) - numbers))


def _numbers(numbers: set[int]) -> pa.Array:
    return pa.array(sorted(numbers), pa.int64())


def _nothing_good(tables: Mapping[str, pa.Table], checked: Mapping[str, Checked], run_id: str) -> Validated:
    failure = next(one.batch_failure for one in checked.values() if one.batch_failure is not None)
    name = "documents" if "documents" in tables else failure.table
    rejected = [batch_failed(name, row, failure) for row in tables[name].to_pylist()]
    good = {name: TABLES[name].arrow.empty_table() for name in tables}
    return _validated(tables, good, rejected, checked, run_id)


def _validated(
    tables: Mapping[str, pa.Table],
    good: dict[str, pa.Table],
    rejected: list[Rejected],
    checked: Mapping[str, Checked],
    run_id: str,
) -> Validated:
    documents = tables["documents"].to_pylist() if rejected and "documents" in tables else []
    return Validated(
        good=good,
        rejects=as_rejects(rejected, documents, run_id),
        warnings={f"{name}.{label}": n for name, one in checked.items() for label, n in one.warnings.items()},
        results={name: one.result for name, one in checked.items()},
    )
