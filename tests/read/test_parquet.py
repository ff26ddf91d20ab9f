"""Parquet."""

import io
from datetime import UTC, date, datetime, timedelta, timezone

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasks.errors import InputError
from tasks.read.description import parse_description
from tasks.read.parquet import read_parquet
from tasks.read.record import Origin
from tasks.settings import ReadLimits

MAX = 10_000


def written(columns, **options):
    out = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), out, **options)
    return out.getvalue()


def read(data, yaml="", limits=None):
    origin = Origin("x.parquet", "s/x.parquet", "s", parse_description(yaml.encode(), "s/source.yaml"))
    entries = []
    try:
        entries.extend(read_parquet(io.BytesIO(data), origin, MAX, limits or ReadLimits()))
    except InputError as error:
        entries.append(error)
    assert all(str(e).isprintable() for e in entries if isinstance(e, InputError))
    return entries


def test_rows_are_documents():
    entries = read(written({"id": ["a", "b"], "text": ["Ein.", "To."], "title": ["T", None], "more": [1, 2]}))
    assert [(e.doc_id, e.uri, e.text, e.title, e.published) for e in entries] == [
        ("a", "s/x.parquet:1", "Ein.", "T", None), ("b", "s/x.parquet:2", "To.", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "published"),
    [
        (pa.array(["2016-10"]), "2016-10"),
        (pa.array(["2016-10-03 14:05:00"]), "2016-10-03"),
        (pa.array([date(2016, 10, 3)]), "2016-10-03"),
        (pa.array([datetime(2016, 10, 3, 23, 30)]), "2016-10-03"),  # noqa: DTZ001 - without a zone
        (pa.array([datetime(2016, 10, 3, 23, 30, tzinfo=UTC)]), "2016-10-03"),
        (pa.array([datetime(2016, 10, 3, 23, 30, 1, 5, tzinfo=timezone(timedelta(hours=2)))]), "2016-10-03"),
        (pa.array([datetime(2016, 10, 3)]).cast(pa.timestamp("ns")), "2016-10-03"),  # noqa: DTZ001 - without a zone
        (pa.array([None], pa.date32()), None),
    ],
)
def test_dates_of_every_type(column, published):
    (entry,) = read(written({"id": ["a"], "text": ["x"], "date": column}))
    assert entry.published == published


def test_a_moment_falls_on_a_day_in_the_zone_of_the_source():
    column = pa.array([datetime(2016, 10, 3, 23, 30, tzinfo=UTC)])
    (entry,) = read(written({"id": ["a"], "text": ["x"], "date": column}), "time_zone: Europe/Oslo")
    assert entry.published == "2016-10-04"


@pytest.mark.parametrize(
    ("columns", "check", "reason"),
    [
        ({"id": ["a"], "text": [1]}, "wrong_type", "'text' is of type int64; write a text"),
        ({"id": [1.5], "text": ["x"]}, "wrong_type", "'id' is of type double; write a text or a whole number"),
        ({"id": [True], "text": ["x"]}, "wrong_type", "'id' is of type bool"),
        ({"id": ["a"], "text": [["x"]]}, "wrong_type", "'text' is of type list"),
        ({"id": ["a"], "text": ["x"], "date": [2016]}, "wrong_type", "write a text, date or timestamp"),
        ({"id": ["a"], "text": [b"x"]}, "wrong_type", "'text' is of type binary"),
        ({"id": ["a"], "text": pa.array([None], pa.string())}, "missing_text", "the row has no 'text'"),
        ({"id": ["a"], "text": ["x" * 20_000]}, "too_large", "20000 characters, more than the 10000"),
        ({"id": ["a"], "text": ["x\0"]}, "nul", "NUL"),
        ({"id": ["a"], "text": ["x"], "date": ["2016-13"]}, "field_date", "month 13"),
    ],
)
def test_a_bad_row_is_rejected(columns, check, reason):
    (error,) = read(written(columns))
    assert (error.uri, error.check) == ("s/x.parquet:1", check)
    assert reason in error.reason


def test_a_row_that_is_no_utf_8_does_not_hide_the_others():
    bad = pa.Array.from_buffers(pa.string(), 3, pa.array([b"x", b"\xe9", b"y"]).buffers())
    first, error, last = read(written({"id": [1, 2, 3], "text": bad}))
    assert (first.doc_id, last.doc_id, error.uri, error.check) == ("1", "3", "s/x.parquet:2", "not_utf8")


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.string_view()])
def test_texts_of_every_type(kind):
    (entry,) = read(written({"id": ["a"], "text": pa.array(["Så."]).cast(kind)}))
    assert entry.text == "Så."


def test_many_rows_keep_their_numbers_across_batches_and_groups():
    entries = read(written({"id": range(200), "text": ["x"] * 200}, row_group_size=70))
    assert [(e.doc_id, e.uri) for e in entries] == [(str(n), f"s/x.parquet:{n + 1}") for n in range(200)]


def test_files_that_are_not_read():
    good = written({"id": ["a"], "text": ["x"]})
    for data in (b"", b"PAR1", b"x" * 100, good[:-1], good[:50], good[10:], b"PAR1" + b"\xff" * 50 + b"PAR1"):
        (error,) = read(data)
        assert error.check == "not_parquet"
    (error,) = read(written({"id": ["a"], "tekst": ["x"]}))
    assert error.check == "missing_column"
    (error,) = read(written(pa.table([pa.array(["x"])] * 2, names=["text", "text"])))
    assert error.check == "column_twice"
    (error,) = read(written({"id": ["a" * 5000], "text": ["b" * 5000]}), limits=ReadLimits(parquet_group_bytes=1000))
    assert (error.check, "smaller row groups" in error.reason) == ("too_large", True)


def test_names_of_the_source_and_rows_without_an_id():
    (entry,) = read(written({"tekst": ["x"], "lenke": ["https://e.org/1"]}), "columns: {text: tekst, url: lenke}")
    assert (entry.text, entry.url, entry.doc_id) == ("x", "https://e.org/1", "355ccc7c8db8d56ec7a4")


def test_damage_in_the_middle_is_told_and_nothing_else_breaks():
    good = bytearray(written({"id": range(500), "text": [f"text number {n}" for n in range(500)]}, compression="zstd"))
    for place in range(4, len(good) - 8, 41):
        data = bytes(good[:place]) + bytes([good[place] ^ 0x55]) + bytes(good[place + 1 :])
        assert len(read(data)) >= 1
