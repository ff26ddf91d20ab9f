"""One expectation as plain data, and the few kinds that the tables use.

Great Expectations takes seconds to import: the modules of the tables only describe, and `suites.suite` builds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Severity = Literal["critical", "warning"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected of a table, its rows, or a column.

    Attributes:
        type: Great Expectations' name of it, in snake case.
        kwargs: what Great Expectations is given.
        columns: the columns of the contract that it is about; empty where it is about the whole table.
        expected: what should stand there, to follow the word "expected".
        name: a name of its own where the type says too little; becomes `rejects.expectation`.
        severity: critical rejects the row (or the whole batch, where it is about the table); warning counts.
        min_rows: shares and means say nothing of fewer rows, so it is left out below.
    """

    type: str
    kwargs: Mapping[str, Any]
    columns: tuple[str, ...]
    expected: str
    name: str
    severity: Severity = "critical"
    min_rows: int = 0

    @property
    def label(self) -> str:
        """Name and columns, as in `rejects` and the counts of warnings; unique in a table."""
        return f"{self.name}({', '.join(self.columns)})"

    def warns(self, name: str | None = None, *, mostly: float | None = None) -> Expectation:
        """The same as a warning.

        Args:
            name: a name of its own, where the table has a critical expectation of this type and column as well.
            mostly: the share of rows that must hold for it to keep silent; all of them by default.
        """
        kwargs = dict(self.kwargs) if mostly is None else {**self.kwargs, "mostly": mostly}
        return replace(self, severity="warning", kwargs=kwargs, name=name or self.name)

    def configuration(self) -> dict[str, Any]:
        """The form that a Great Expectations suite is built from."""
        return {
            "type": self.type,
            "kwargs": dict(self.kwargs),
            "severity": self.severity,
            "meta": {"label": self.label},
            "description": self._description(),
        }

    def _description(self) -> str | None:
        """For the Data Docs, where Great Expectations' own words say too little."""
        if self.severity == "warning":
            return f"{', '.join(self.columns)}: expected {self.expected} (a warning)."
        own = self.name != self.type or len(self.columns) != 1
        return f"{', '.join(self.columns)}: expected {self.expected}." if own and self.columns else None


def not_null(column: str) -> Expectation:
    """The column has a value."""
    return _of_column("expect_column_values_to_not_be_null", column, "a value")


def one_of(column: str, values: Collection[str]) -> Expectation:
    """The column holds one of the values, or nothing."""
    return _of_column("expect_column_values_to_be_in_set", column, f"one of {_listed(values)}", value_set=list(values))


def none_of(column: str, values: Collection[str]) -> Expectation:
    """The column holds none of the values."""
    kwargs = {"value_set": list(values)}
    return _of_column("expect_column_values_to_not_be_in_set", column, f"anything but {_listed(values)}", **kwargs)


def between(column: str, low: float | None, high: float | None) -> Expectation:
    """The number lies between the bounds, inclusive; None is no bound."""
    bounds = {"min_value": low, "max_value": high}
    return _of_column("expect_column_values_to_be_between", column, f"a number {_range(low, high)}", **bounds)


def matches(column: str, regex: str, expected: str) -> Expectation:
    """The whole value has the form of a regular expression."""
    return _of_column("expect_column_values_to_match_regex", column, expected, regex=rf"\A(?:{regex})\Z")


def not_empty(column: str) -> Expectation:
    """The text has at least one character."""
    return _of_column("expect_column_value_lengths_to_be_between", column, "at least one character", min_value=1)


def json(column: str) -> Expectation:
    """The text is JSON."""
    return _of_column("expect_column_values_to_be_json_parseable", column, "JSON")


def unique(columns: tuple[str, ...]) -> Expectation:
    """No two rows share the values of the columns."""
    expected = "values that no other row of the batch has"
    if len(columns) == 1:
        return _of_column("expect_column_values_to_be_unique", columns[0], expected)
    type_ = "expect_compound_columns_to_be_unique"
    kwargs = {"column_list": list(columns), "ignore_row_if": "any_value_is_missing"}
    return Expectation(type_, kwargs, columns, expected, type_)


def ordered(lower: str, upper: str) -> Expectation:
    """The one column is at most the other, where both have a value."""
    type_ = "expect_column_pair_values_a_to_be_greater_than_b"
    kwargs = {"column_A": upper, "column_B": lower, "or_equal": True, "ignore_row_if": "either_value_is_missing"}
    return Expectation(type_, kwargs, (lower, upper), f"{lower} at most {upper}", type_)


def paired(first: str, second: str, pairs: Collection[tuple[str, str]], expected: str) -> Expectation:
    """The two columns hold one of the pairs, where both have a value."""
    type_ = "expect_column_pair_values_to_be_in_set"
    kwargs = {"column_A": first, "column_B": second, "value_pairs_set": list(pairs),
              "ignore_row_if": "either_value_is_missing"}  # fmt: skip
    return Expectation(type_, kwargs, (first, second), expected, type_)


def mean_between(measure: str, low: float, high: float, *, columns: tuple[str, ...], min_rows: int) -> Expectation:
    """The mean of a measure (see `tasks.validate.facts`) over the table lies between the bounds."""
    type_ = "expect_column_mean_to_be_between"
    kwargs = {"column": measure, "min_value": low, "max_value": high}
    expected = f"a mean {_range(low, high)} of {measure}"
    return Expectation(type_, kwargs, columns, expected, f"mean_{measure}", min_rows=min_rows)


def fact(name: str, columns: tuple[str, ...], expected: str) -> Expectation:
    """What Great Expectations cannot work out itself: a column of true and false from `tasks.validate.facts`."""
    kwargs = {"column": name, "value_set": [True]}
    return Expectation("expect_column_values_to_be_in_set", kwargs, columns, expected, name)


def has_columns(columns: tuple[str, ...]) -> Expectation:
    """The table has at least these columns."""
    type_ = "expect_table_columns_to_match_set"
    return Expectation(type_, {"column_set": list(columns), "exact_match": False}, (), "every column of the contract",
                       type_)  # fmt: skip


def _of_column(type_: str, column: str, expected: str, **kwargs: object) -> Expectation:
    return Expectation(type_, {"column": column, **kwargs}, (column,), expected, type_)


def _listed(values: Collection[str], most: int = 8) -> str:
    shown = ", ".join(list(values)[:most])
    return shown if len(values) <= most else f"{shown}, … ({len(values)} values)"


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return f"of at most {high:,g}"
    return f"of at least {low:,g}" if high is None else f"from {low:,g} to {high:,g}"
