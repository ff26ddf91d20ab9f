"""What a contract says of a table and its columns."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int": pa.int64(),
    "small": pa.int32(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "instant": pa.timestamp("us", tz="UTC"),
    "strings": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type (a key of `ARROW_TYPES`), one line of meaning, and what may stand in it.

    Attributes:
        unit: unit or form of the value, where it has one.
        values: the allowed values; empty where the list is open.
        low, high: bounds of a number, inclusive.
    """

    name: str
    type: str
    meaning: str
    nullable: bool = False
    unit: str | None = None
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Two offset columns into `documents.text`, and the column that holds that piece of it."""

    start: str
    end: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row is, its key, its partition columns, and how it hangs on other tables.

    Attributes:
        parents: foreign keys as (columns, parent table); the columns have the same names there.
        spans: offsets that must lie inside the document's text.
    """

    name: str
    row: str
    key: tuple[str, ...]
    partition: tuple[str, ...]
    columns: tuple[Column, ...]
    parents: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def arrow(self) -> pa.Schema:
        """The Arrow schema; a Delta table is made from the same one."""
        return pa.schema([pa.field(c.name, ARROW_TYPES[c.type], nullable=c.nullable) for c in self.columns])

    def column(self, name: str) -> Column:
        """A column by its name. Raises KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)
