"""Facts about rows that Great Expectations cannot work out itself, as columns of true and false beside them.

A few are measures: numbers of which only the mean over the table counts.

Each is named as in `expectations/`. A fact that does not apply to a row (no place, no date) is true. Where a
value is missing that must not be, a fact is true or false as it falls: that is another expectation's business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from expectations.from_contract import STAMP, items_fact, parent_fact, span_fact
from tasks.dates.edtf import published_precision
from tasks.tables.contract import Table
from tasks.tables.contracts import TABLES
from tasks.validate.dates import fits, fits_precision, is_edtf, value_fits

MEASURES = frozenset(("share_with_segments", "mentions_per_1000_chars"))
Fact = tuple[tuple[str, ...], Callable[..., object]]


@dataclass(frozen=True)
class Shard:
    """The tables of one shard, and what rows of one table need to know of another."""

    tables: Mapping[str, pa.Table]

    @cached_property
    def texts(self) -> dict[str, str]:
        """doc_id to text."""
        return dict(self._rows("documents", "doc_id", "text"))

    @cached_property
    def stamps(self) -> dict[str, tuple[object, ...]]:
        """doc_id to what the rows of a document have in common with it."""
        return {doc_id: tuple(stamp) for doc_id, *stamp in self._rows("documents", "doc_id", *STAMP)}

    @cached_property
    def segments(self) -> dict[tuple[str, int], tuple[int, int]]:
        """doc_id and segment_no to start and end."""
        rows = self._rows("segments", "doc_id", "segment_no", "start", "end")
        return {(doc, no): (s, e) for doc, no, s, e in rows if s is not None and e is not None}

    @cached_property
    def previous_ends(self) -> dict[tuple[str, int], int]:
        """doc_id and segment_no to the greatest end of the segments before it."""
        ends: dict[tuple[str, int], int] = {}
        furthest: dict[str, int] = {}
        for (doc, no), (_, end) in sorted((k, v) for k, v in self.segments.items() if None not in k):
            ends[doc, no] = furthest.get(doc, 0)
            furthest[doc] = max(end, furthest.get(doc, 0))
        return ends

    @cached_property
    def mention_documents(self) -> dict[str, str]:
        """mention_id to doc_id."""
        return dict(self._rows("mentions", "mention_id", "doc_id"))

    @cached_property
    def mention_counts(self) -> dict[str, int]:
        """doc_id to the number of its mentions."""
        counts: dict[str, int] = {}
        for (doc,) in self._rows("mentions", "doc_id"):
            counts[doc] = counts.get(doc, 0) + 1
        return counts

    @cached_property
    def segmented(self) -> set[str]:
        """The doc_ids that have segments."""
        return {doc for (doc,) in self._rows("segments", "doc_id")}

    def keys(self, table: str, column: str) -> set[object]:
        """The values of a key column that other tables point to."""
        return {value for (value,) in self._rows(table, column)} - {None}

    def _rows(self, table: str, *columns: str) -> Iterator[Any]:
        return _rows(self.tables[table], columns) if table in self.tables else iter(())


def facts(name: str, shard: Shard) -> dict[str, pa.Array]:
    """The facts and measures of every row of a table, by name.

    Args:
        name: the table's name; the shard has it, with the columns of its contract.
        shard: the table with those that it hangs on.
    """
    table, contract = shard.tables[name], TABLES[name]
    rules = _from_contract(contract, shard)
    if name in _OWN:
        rules |= _OWN[name](shard)
    return {
        fact: pa.array((holds(*row) for row in _rows(table, columns)), pa.float64() if fact in MEASURES else pa.bool_())
        for fact, (columns, holds) in rules.items()
    }


def _rows(table: pa.Table, columns: tuple[str, ...]) -> Iterator[Any]:
    return zip(*(table.column(column).to_pylist() for column in columns), strict=True)


def _from_contract(contract: Table, shard: Shard) -> dict[str, Fact]:
    rules: dict[str, Fact] = {}
    for column in contract.columns:
        if column.type == "strings":
            rules[items_fact(column.name)] = ((column.name,), _Items(frozenset(column.values), column.nullable))
    for span in contract.spans:
        columns = ("doc_id", span.start, span.end, *((span.text,) if span.text else ()))
        optional = contract.column(span.start).nullable
        rules[span_fact(span)] = (columns, _Cut(shard.texts, quoted=span.text is not None, optional=optional))
    for column_name, parent in contract.parents:
        rules[parent_fact(column_name, parent)] = ((column_name,), shard.keys(parent, column_name).__contains__)
    return rules


@dataclass(frozen=True)
class _Items:
    """Whether every item of a list is there and allowed."""

    allowed: frozenset[str]
    optional: bool

    def __call__(self, items: list[str | None] | None) -> bool:
        if items is None:
            return self.optional
        return all(item is not None and (not self.allowed or item in self.allowed) for item in items)


@dataclass(frozen=True)
class _Cut:
    """Whether two offsets lie in the document's text and cut out the piece that is stored."""

    texts: Mapping[str, str]
    quoted: bool
    optional: bool

    def __call__(self, doc_id: str, start: int | None, end: int | None, piece: str | None = None) -> bool:
        if start is None and end is None and piece is None:
            return self.optional
        text = self.texts.get(doc_id)
        if text is None or start is None or end is None or not 0 <= start < end <= len(text):
            return False
        return not self.quoted or text[start:end] == piece


def _documents(shard: Shard) -> dict[str, Fact]:
    def density(doc_id: str, n_chars: int | None) -> float | None:
        return 1000 * shard.mention_counts.get(doc_id, 0) / n_chars if n_chars else None

    segmented = shard.segmented.__contains__
    return {
        "text_in_normal_form": (("text",), _is_normal),
        "n_chars_of_text": (("text", "n_chars"), lambda text, n: text is None or len(text) == n),
        "published_bounds": (("published", "published_start", "published_end"), fits),
        "published_prec_of_form": (("published", "published_prec"), lambda d, prec: published_precision(d) == prec),
        "partition_of_published": (("published_start", "published_year", "published_month"), _is_partition),
        "has_segments": (("doc_id",), segmented),
        "share_with_segments": (("doc_id",), lambda doc_id: float(segmented(doc_id))),
        "mentions_per_1000_chars": (("doc_id", "n_chars"), density),
    }


def _is_normal(text: str | None) -> bool:
    return text is None or (unicodedata.is_normalized("NFC", text) and "\r" not in text and text == text.strip())


def _is_partition(day: date | None, year: int | None, month: int | None) -> bool:
    # A date known to the year only may leave the month empty.
    return (day is None and year is None and month is None) or (
        day is not None and day.year == year and month in {day.month, None}
    )


def _of_document(shard: Shard) -> dict[str, Fact]:
    def same(doc_id: str, *stamp: object) -> bool:
        _, _, *never_empty = stamp  # only the day of publication may be unknown
        return shard.stamps.get(doc_id, stamp) == stamp and None not in never_empty

    return {"stamp_of_document": (("doc_id", *STAMP), same)}


def _segments(shard: Shard) -> dict[str, Fact]:
    def follows(doc_id: str, segment_no: int, start: int | None) -> bool:
        return start is None or start >= shard.previous_ends.get((doc_id, segment_no), 0)

    return {**_of_document(shard), "after_previous_segment": (("doc_id", "segment_no", "start"), follows)}


def _in_segment(shard: Shard) -> Callable[..., bool]:
    def inside(doc_id: str, segment_no: int, start: int | None, end: int | None) -> bool:
        around = shard.segments.get((doc_id, segment_no))
        return around is not None and _inside(start, end, *around)

    return inside


def _inside(start: int | None, end: int | None, first: int | None, last: int | None) -> bool:
    if start is None or end is None or first is None or last is None:
        return False
    return first <= start and end <= last


def _time_expressions(shard: Shard) -> dict[str, Fact]:
    return {
        **_of_document(shard),
        "text_in_segment": (("doc_id", "segment_no", "start", "end"), _in_segment(shard)),
        "value_bounds": (("kind", "value", "date_start", "date_end"), value_fits),
        "anchor_is_edtf": (("anchor",), lambda anchor: anchor is None or is_edtf(anchor)),
        "anchor_of_relative": (
            ("basis", "value", "anchor"),
            lambda basis, value, anchor: basis != "relative" or value is None or anchor is not None,
        ),
    }


def _coded_event(_: Shard) -> dict[str, Fact]:
    return {
        "event_date_bounds": (("event_date", "date_start", "date_end"), fits),
        "date_prec_of_interval": (("event_date", "date_start", "date_end", "date_prec"), fits_precision),
        "coordinates_together": (("latitude", "longitude"), _together),
    }


def _placed(precision: int | None, *place: str | None) -> bool:
    return precision is None or any(name is not None for name in place)


def _together(first: object, second: object) -> bool:
    return (first is None) == (second is None)


def _mentions(shard: Shard) -> dict[str, Fact]:
    return {
        **_of_document(shard),
        **_coded_event(shard),
        "sentence_in_segment": (("doc_id", "segment_no", "sentence_start", "sentence_end"), _in_segment(shard)),
        "trigger_in_sentence": (("trigger_start", "trigger_end", "sentence_start", "sentence_end"), _inside),
        "where_prec_of_place": (("where_prec", "place_text", "place_name"), _placed),
        "date_basis_of_date": (("event_date", "date_basis"), _together),
    }


def _of_mention(shard: Shard) -> dict[str, Fact]:
    def same(mention_id: str, doc_id: str) -> bool:
        return shard.mention_documents.get(mention_id, doc_id) == doc_id

    return {**_of_document(shard), "document_of_mention": (("mention_id", "doc_id"), same)}


def _participants(shard: Shard) -> dict[str, Fact]:
    return {**_of_mention(shard), "entity_with_name": (("entity_id", "entity_name"), _together)}


def _casualties(shard: Shard) -> dict[str, Fact]:
    return {**_of_mention(shard), "figure_given": (("low", "high"), lambda *figures: figures != (None, None))}


def _events(shard: Shard) -> dict[str, Fact]:
    def partition(start: date | None, end: date | None, year: int | None, month: int | None) -> bool:
        day = start or end
        return (year, month) == ((day.year, day.month) if day else (None, None))

    return {
        **_coded_event(shard),
        "where_prec_of_place": (("where_prec", "place_name", "country"), _placed),
        "n_mentions_counted": (
            ("n_mentions", "mention_ids"),
            lambda n, ids: ids is None or len(ids) == len(set(ids)) == n,
        ),
        "partition_of_date": (("date_start", "date_end", "event_year", "event_month"), partition),
    }


_OWN: dict[str, Callable[[Shard], dict[str, Fact]]] = {
    "documents": _documents,
    "segments": _segments,
    "time_expressions": _time_expressions,
    "mentions": _mentions,
    "participants": _participants,
    "casualties": _casualties,
    "events": _events,
}
