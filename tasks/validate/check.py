"""One table against its suite: which rows fail what, and whether the whole batch has failed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from expectations.expectation import Expectation
from expectations.suites import expected_of, suite
from tasks.tables.contracts import TABLES
from tasks.validate.facts import Shard, facts

log = logging.getLogger(__name__)

_SHOWN = 5  # failing values that go into the stored result of an expectation
_VALUE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """A row (its number in the table) that fails a critical expectation."""

    row: int
    expectation: Expectation


@dataclass(frozen=True, slots=True)
class BatchFailure:
    """A critical expectation that the table as a whole fails, or that could not be checked, and what was found."""

    table: str
    expectation: Expectation
    found: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a table: failures by row and expectation, warnings by label, and the result as plain JSON values."""

    failures: tuple[Failure, ...]
    warnings: Mapping[str, int]
    batch_failure: BatchFailure | None
    result: dict[str, Any]


def new_context() -> Any:
    """A Great Expectations context that keeps all in memory, sends nothing anywhere and draws no progress bars.

    It is for one shard: a context or frame shared between threads gives silently wrong results.
    """
    import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        analytics_enabled=False,
        progress_bars=ProgressBarsConfig(globally=False),
    )
    return gx.get_context(mode="ephemeral", project_config=config)


def check(name: str, shard: Shard, context: Any) -> Checked:
    """Checks one table of a shard.

    Args:
        name: the table's name.
        shard: that table, and those of its document; only this one is checked.
        context: the shard's `new_context`.
    """
    odd = unfit_columns(name, shard.tables[name])
    if odd:
        return _without_columns(name, shard.tables[name], odd, context)
    expectations = expected_of(name, shard.tables[name].num_rows)
    by_label = {expectation.label: expectation for expectation in expectations}
    batch = _Batch(name, _frame(name, shard), context)
    result = batch.validate(expectations, "BASIC")
    failed = [
        (by_label[one["expectation_config"]["meta"]["label"]], one) for one in result["results"] if not one["success"]
    ]
    failed.sort(key=lambda pair: expectations.index(pair[0]))  # Great Expectations keeps no order
    broken = [pair for pair in failed if _concerns_batch(*pair)]
    return Checked(
        failures=batch.failures([expectation for expectation, one in failed if not _concerns_batch(expectation, one)]),
        warnings={e.label: one["result"].get("unexpected_count", 1) for e, one in failed if e.severity == "warning"},
        batch_failure=BatchFailure(name, broken[0][0], _found(broken[0][1])) if broken else None,
        result=result,
    )


def unfit_columns(name: str, table: pa.Table) -> dict[str, str]:
    """The columns of the contract that a table lacks or holds in another type, with what was found."""
    found = {}
    for field in TABLES[name].arrow:
        if field.name not in table.column_names:
            found[field.name] = "no such column"
        elif table.schema.field(field.name).type != field.type:
            found[field.name] = f"type {table.schema.field(field.name).type} instead of {field.type}"
    return found


def _without_columns(name: str, table: pa.Table, odd: Mapping[str, str], context: Any) -> Checked:
    """Nothing can be said of rows of another shape, so only the expectation of the shape is run."""
    shape = expected_of(name, table.num_rows)[0]
    fitting = table.select([column for column in table.column_names if column not in odd])
    result = _Batch(name, _to_pandas(fitting), context).validate((shape,), "BASIC")
    found = ", ".join(f"{column}: {what}" for column, what in odd.items())
    return Checked((), {}, BatchFailure(name, shape, found), result)


def _concerns_batch(expectation: Expectation, result: Mapping[str, Any]) -> bool:
    """Whether the failure names no rows: a table-level expectation, or one that raised."""
    return "unexpected_count" not in result["result"] and (
        expectation.severity == "critical" or _exception(result) is not None
    )


def _found(result: Mapping[str, Any]) -> str:
    raised = _exception(result)
    return raised if raised is not None else str(result["result"].get("observed_value"))


def _exception(result: Mapping[str, Any]) -> str | None:
    """The message of what an expectation raised. Great Expectations gives one record, or one for each metric."""
    info = result["exception_info"]
    records = [info] if "raised_exception" in info else list(info.values())
    return next((str(record["exception_message"]) for record in records if record["raised_exception"]), None)


def _frame(name: str, shard: Shard) -> Any:
    table = shard.tables[name]
    for fact, values in facts(name, shard).items():
        table = table.append_column(fact, values)
    return _to_pandas(table)


def _to_pandas(table: pa.Table) -> Any:
    import pandas as pd

    # Arrow-backed columns keep integers with gaps, dates and missing values as they are.
    return table.to_pandas(types_mapper=pd.ArrowDtype)


class _Batch:
    """A frame as Great Expectations takes it."""

    def __init__(self, name: str, frame: Any, context: Any) -> None:
        asset = context.data_sources.add_pandas(name).add_dataframe_asset(name)
        definition = asset.add_batch_definition_whole_dataframe("shard")
        self._name = name
        self._batch = definition.get_batch(batch_parameters={"dataframe": frame})

    def validate(self, expectations: tuple[Expectation, ...], result_format: str) -> dict[str, Any]:
        form = {"result_format": result_format, "return_unexpected_index_query": False}
        result = self._batch.validate(suite(self._name, expectations), result_format=form).to_json_dict()
        for one in result["results"]:
            _shorten(one)
        # The rest of `meta` is when and in which memory it ran.
        result["meta"] = {"great_expectations_version": result["meta"]["great_expectations_version"]}
        return dict(result)

    def failures(self, expectations: list[Expectation]) -> tuple[Failure, ...]:
        """The failing rows of expectations that are known to fail; row numbers are dear where all is well."""
        critical = tuple(expectation for expectation in expectations if expectation.severity == "critical")
        if not critical:
            return ()
        rows = {
            one["expectation_config"]["meta"]["label"]: one["result"]["unexpected_index_list"]
            for one in self.validate(critical, "COMPLETE")["results"]
        }
        return tuple(Failure(int(row), expectation) for expectation in critical for row in rows[expectation.label])


def _shorten(result: dict[str, Any]) -> None:
    """Keeps a few failing values, none of them long, and no stack: a result is stored with the run."""
    found = result["result"]
    if "partial_unexpected_list" in found:
        # That a fact is false or a value is missing says nothing that the count does not.
        telling = [value for value in found["partial_unexpected_list"] if value is not None and value is not False]
        found["partial_unexpected_list"] = [_cut(value) for value in telling[:_SHOWN]]
    if isinstance(found.get("observed_value"), list):
        found["observed_value"] = f"{len(found['observed_value'])} columns"
    raised = _exception(result)
    result["exception_info"] = {
        "raised_exception": raised is not None,
        "exception_message": raised,
        "exception_traceback": None,
    }


def _cut(value: Any) -> Any:
    if isinstance(value, list):
        return [_cut(item) for item in value]
    return value[:_VALUE_LENGTH] if isinstance(value, str) else value
