"""The expectations that a table's contract already says: columns, values, bounds, forms, key, offsets, parents."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from expectations.expectation import (
    Expectation,
    between,
    fact,
    has_columns,
    matches,
    not_empty,
    not_null,
    one_of,
    unique,
)
from tasks.tables.contract import Column, Span, Table

# The forms of units that a regular expression can tell; EDTF is left to `tasks.dates`.
FORMS = {
    "BCP-47": r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?",
    "ISO 3166-1 alpha-3": r"[A-Z]{3}",
}
SHA_256 = r"[0-9a-f]{64}"


# What a row has from its document; the fact `stamp_of_document` compares it.
STAMP = ("published_year", "published_month", "pipeline_version", "run_id")


def from_contract(table: Table, covered: Collection[str] = ()) -> tuple[Expectation, ...]:
    """The basic expectations of a table, all of them critical: a row that fails one cannot be stored.

    A column of a span or a foreign key needs no more: its fact is false of a missing or impossible value as well.

    Args:
        table: the contract.
        covered: more columns of which a fact says all that the contract does.
    """
    spans = (fact(span_fact(span), _span_columns(span), _span_expected(span)) for span in table.spans)
    parents = (
        fact(parent_fact(column, parent), (column,), f"a {column} of a row in {parent}")
        for column, parent in table.parents
    )
    of_facts = {column for span in table.spans for column in _span_columns(span)} | {name for name, _ in table.parents}
    rows = (
        expectation
        for column in table.columns
        if column.name not in of_facts | set(covered)
        for expectation in _of_column(column, table)
    )
    return (has_columns(table.names), *rows, unique(table.key), *spans, *parents)


def span_fact(span: Span) -> str:
    """The name of the fact that the offsets lie in the text and cut out what is stored."""
    return f"{span.text or span.start}_at_offsets"


def parent_fact(column: str, parent: str) -> str:
    """The name of the fact that a foreign key is there."""
    return f"{column}_in_{parent}"


def items_fact(column: str) -> str:
    """The name of the fact that every item of a list is allowed."""
    return f"{column}_items"


def _of_column(column: Column, table: Table) -> Iterator[Expectation]:
    if column.type == "strings":
        yield fact(items_fact(column.name), (column.name,), f"a list of {', '.join(column.values) or 'values'}")
        return
    if not column.nullable:
        yield not_null(column.name)
    if column.values:
        yield one_of(column.name, column.values)
    elif column.name in table.key and column.type == "string":
        yield not_empty(column.name)
    if column.low is not None or column.high is not None:
        yield between(column.name, column.low, column.high)
    if column.unit in FORMS:
        yield matches(column.name, FORMS[column.unit], f"a code of {column.unit}")


def _span_columns(span: Span) -> tuple[str, ...]:
    return tuple(name for name in (span.start, span.end, span.text) if name)


def _span_expected(span: Span) -> str:
    inside = f"{span.start} < {span.end}, both inside the document's text"
    return f"{inside}, and {span.text} to be that piece of it" if span.text else inside
