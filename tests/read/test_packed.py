"""gzip and zip: bounded, streamed, and no way out."""

import gzip
import io
import json
import stat
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.folder import read_inputs
from tasks.read.raw import RawDocument
from tasks.settings import ReadLimits

MAX = 100_000
SEED = b"date 2016-11 Three were hurt."
LINE = json.dumps({"id": "a", "text": "Three were hurt."}).encode() + b"\n"
PAGE = (
    b"<html><head><title>T</title></head><body><article><p>" + b"Three people were hurt there. " * 9 + b"</p></article>"
)
FEED = b"<rss version='2.0'><channel><item><guid>f</guid><description>Three.</description></item></channel></rss>"


def put(folder, name, data):
    path = folder / "s" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def found(folder, limits=None):
    """Uri and doc_id or check of everything read."""
    entries = list(read_inputs([folder], MAX, limits or ReadLimits()))
    for error in entries:
        if isinstance(error, InputError):
            assert str(error).isprintable()
            assert len(error.found) <= 80
    return [(e.uri, e.check if isinstance(e, InputError) else e.doc_id) for e in entries]


def zipped(entries, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.txt.gz", SEED, ("s/x.txt.gz", "x")),
        ("X.TXT.GZ", SEED, ("s/X.TXT.GZ", "X")),
        ("x.jsonl.gz", LINE, ("s/x.jsonl.gz:1", "a")),
        ("x.csv.gz", b"id,text\na,x\n", ("s/x.csv.gz:2", "a")),
        ("x.html.gz", PAGE, ("s/x.html.gz", "x")),
        ("a.b.HTML.GZ", PAGE, ("s/a.b.HTML.GZ", "a.b")),
        ("x.rss.gz", FEED, ("s/x.rss.gz:1", "f")),
    ],
)
def test_a_gzip_of_each_format(tmp_path, name, data, expected):
    put(tmp_path, name, gzip.compress(data))
    assert found(tmp_path) == [expected]


def test_a_gzip_of_several_members(tmp_path):
    put(tmp_path, "x.jsonl.gz", gzip.compress(LINE[:10]) + gzip.compress(LINE[10:]))
    assert found(tmp_path) == [("s/x.jsonl.gz:1", "a")]


def test_a_zip_of_every_format_in_the_order_of_names(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = io.BytesIO()
    pq.write_table(pa.table({"id": ["p"], "text": ["x"]}), table)
    entries = [
        ("z/deep/1.txt", SEED), ("b.jsonl", LINE), ("c.csv", b"id,text\nc,x\n"), ("d.html", PAGE), ("e.xml", FEED),
        ("t.parquet", table.getvalue()), ("z/", b""), ("__MACOSX/._1.txt", b"\0"), (".hidden.txt", b""),
        ("README.md", b"x"), ("LICENSE", b"x"), ("source.yaml", b"x"), ("y.pdf", b"x"), ("y", b"x"),
    ]  # fmt: skip
    put(tmp_path, "x.zip", zipped(entries))
    assert found(tmp_path) == [
        ("s/x.zip/b.jsonl:1", "a"), ("s/x.zip/c.csv:2", "c"), ("s/x.zip/d.html", "d"), ("s/x.zip/e.xml:1", "f"),
        ("s/x.zip/t.parquet:1", "p"), ("s/x.zip/y", "unknown_format"), ("s/x.zip/y.pdf", "unknown_format"),
        ("s/x.zip/z/deep/1.txt", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("cut", [1, 5, 12, 20, 200, 1000])
def test_a_truncated_gzip_gives_what_is_whole_and_says_so(tmp_path, cut):
    lines = b"".join(json.dumps({"id": n, "text": f"{n * 7919} x"}).encode() + b"\n" for n in range(1000))
    put(tmp_path, "x.jsonl.gz", gzip.compress(lines)[:-cut])
    *documents, last = found(tmp_path)
    assert last == ("s/x.jsonl.gz", "damaged_gzip")
    assert [uri for uri, _ in documents] == [f"s/x.jsonl.gz:{n}" for n in range(1, len(documents) + 1)]


@pytest.mark.parametrize(
    "data",
    [b"", b"\x1f", b"x" * 50, gzip.compress(SEED) + b"rest", gzip.compress(SEED)[:-8] + b"\0" * 8,
     b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 30],
)  # fmt: skip
def test_what_is_no_gzip(tmp_path, data):
    put(tmp_path, "x.txt.gz", data)
    ((_, check),) = found(tmp_path)
    assert check == ("empty_text" if data == b"" else "damaged_gzip")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.txt.gz", gzip.compress(bytes(10_000_000))),
        ("x.jsonl.gz", gzip.compress(bytes(10_000_000))),
        ("x.csv.gz", gzip.compress(bytes(10_000_000))),
        ("x.csv.gz", gzip.compress(b"id,text\n" + b'a,"' + b"\n" * 10_000_000)),
        ("x.html.gz", gzip.compress(bytes(10_000_000))),
        ("x.zip", zipped([("x.jsonl", bytes(10_000_000))])),
        ("x.zip", zipped([("x.txt", bytes(10_000_000))])),
    ],
)
def test_a_bomb_of_ten_million_zeros(tmp_path, name, data):
    assert len(data) < 20_000
    put(tmp_path, name, data)
    tracemalloc.start()
    ((_, check),) = found(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert check in {"ratio", "too_large", "open_quote"}
    assert peak < 6_000_000


def test_the_ratio_counts_where_lines_are_short(tmp_path):
    put(tmp_path, "x.jsonl.gz", gzip.compress(b"\n" * 10_000_000))
    put(tmp_path, "y.zip", zipped([("x.jsonl", b"\n" * 10_000_000), ("y.jsonl", LINE)]))
    assert found(tmp_path) == [("s/x.jsonl.gz", "ratio"), ("s/y.zip/x.jsonl", "ratio"), ("s/y.zip/y.jsonl:1", "a")]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"zip_entries": 2}, [("s/x.zip", "too_many_entries")]),
        ({"zip_directory_bytes": 50}, [("s/x.zip", "damaged_zip")]),
        (
            {"entry_bytes": 40},
            [("s/x.zip/1.txt", "1"), ("s/x.zip/2.jsonl", "unpacks_too_large"), ("s/x.zip/3.txt", "3")],
        ),
        ({"total_bytes": 40}, [("s/x.zip/1.txt", "1"), ("s/x.zip", "unpacks_too_large")]),
    ],
)
def test_limits_of_a_zip(tmp_path, limits, expected):
    put(tmp_path, "x.zip", zipped([("1.txt", SEED), ("2.jsonl", LINE * 3), ("3.txt", SEED)]))
    assert found(tmp_path, ReadLimits(**limits)) == expected


def named(name, data=SEED, mode=None, **fields):
    entry = zipfile.ZipInfo("placeholder")
    entry.filename = name
    entry.compress_type = zipfile.ZIP_DEFLATED
    if mode is not None:
        entry.external_attr = mode << 16
    for key, value in fields.items():
        setattr(entry, key, value)
    return entry, data


@pytest.mark.parametrize(
    ("entry", "check"),
    [
        (named("/etc/1.txt"), "entry_name"),
        (named("../1.txt"), "entry_name"),
        (named("a/../../1.txt"), "entry_name"),
        (named("..\\1.txt"), "entry_name"),
        (named("\\1.txt"), "entry_name"),
        (named("C:/1.txt"), "entry_name"),
        (named("a\n.txt"), "entry_name"),
        (named("a\u202e.txt"), "entry_name"),
        (named("x" * 201 + ".txt"), "doc_id"),
        (named("l.txt", b"/etc/passwd", stat.S_IFLNK | 0o777), "entry_kind"),
        (named("l.txt", b"", stat.S_IFIFO | 0o777), "entry_kind"),
        (named("l.txt", b"", stat.S_IFCHR | 0o777), "entry_kind"),
        (named("in.zip", zipped([("1.txt", SEED)])), "packed_twice"),
        (named("in.txt.gz", gzip.compress(SEED)), "packed_twice"),
        (named("b.txt", compress_type=zipfile.ZIP_BZIP2), "entry_method"),
        (named("b.txt", compress_type=zipfile.ZIP_LZMA), "entry_method"),
    ],
)
def test_entries_that_are_never_opened(tmp_path, entry, check):
    put(tmp_path, "x.zip", zipped([entry, ("good.txt", SEED)]))
    results = found(tmp_path)
    assert [what for _, what in results if what != "good"] == [check]
    assert ("s/x.zip/good.txt", "good") in results
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["s", "x.zip"]


def test_an_encrypted_entry(tmp_path):
    data = bytearray(zipped([("1.txt", SEED)]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    put(tmp_path, "x.zip", bytes(data))
    assert found(tmp_path) == [("s/x.zip/1.txt", "encrypted")]


def test_a_name_that_stands_twice(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        put(tmp_path, "x.zip", zipped([("1.txt", SEED), ("1.txt", SEED + b" No.")]))
    assert found(tmp_path) == [("s/x.zip/1.txt", "1"), ("s/x.zip/1.txt", "entry_twice")]


def test_an_entry_that_lies_about_its_size_or_sum(tmp_path):
    data = zipped([("1.txt", SEED * 50)])
    central = data.index(b"PK\x01\x02")
    for offset, value in ((16, 1), (20, 3), (24, 5), (42, 9)):
        lie = bytearray(data)
        struct.pack_into("<I", lie, central + offset, value)
        put(tmp_path, "x.zip", bytes(lie))
        ((uri, check),) = found(tmp_path)
        assert check in {"damaged_zip", "ratio"}
        assert uri.startswith("s/x.zip")


@pytest.mark.parametrize("cut", [1, 10, 30, 60, 100])
def test_a_truncated_zip(tmp_path, cut):
    put(tmp_path, "x.zip", zipped([("1.txt", SEED)])[:-cut])
    assert found(tmp_path) == [("s/x.zip", "damaged_zip")]


def test_a_directory_of_a_zip_is_not_read_whole_because_it_says_so(tmp_path):
    data = zipped([(f"{n:05}" + "x" * 200 + ".md", b"") for n in range(3000)])
    put(tmp_path, "x.zip", data)
    assert found(tmp_path, ReadLimits(zip_directory_bytes=100_000)) == [("s/x.zip", "damaged_zip")]
    assert found(tmp_path) == []


def test_ids_repeat_across_archives_as_they_do_across_files(tmp_path):
    put(tmp_path, "1.txt", SEED)
    put(tmp_path, "2.zip", zipped([("1.txt", SEED)]))
    assert found(tmp_path) == [("s/1.txt", "1"), ("s/2.zip/1.txt", "duplicate_doc_id")]


def test_source_yaml_holds_for_what_is_packed(tmp_path):
    put(tmp_path, "source.yaml", b"language: nn\ncolumns: {text: t}\n")
    put(tmp_path, "x.zip", zipped([("a.csv", b"id,t\na,x\n"), ("b.txt", SEED)]))
    documents = list(read_inputs([tmp_path], MAX))
    assert [(d.doc_id, d.language, d.source) for d in documents] == [("a", "nn", "s"), ("b", "nn", "s")]


_sound = zipped([("1.txt", SEED), ("2.jsonl", LINE), ("3.csv", b"id,text\nq,x\n")])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@given(st.lists(st.tuples(st.integers(0, len(_sound) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_zip_with_changed_bytes_is_read_or_rejected(folder, changes):
    data = bytearray(_sound)
    for place, value in changes:
        data[place] = value
    put(folder, "x.zip", bytes(data))
    found(folder)


@given(st.binary(max_size=100), st.integers(0, 9))
def test_any_bytes_as_gzip(folder, data, level):
    put(folder, "x.zip", zlib.compress(data, level))
    put(folder, "x.txt.gz", gzip.compress(data, level, mtime=0))
    assert len(found(folder)) == 2


def test_nothing_is_written(tmp_path):
    put(tmp_path, "x.zip", zipped([("a/1.txt", SEED)]))
    assert [type(e) for e in read_inputs([tmp_path], MAX)] == [RawDocument]
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["x.zip"]
