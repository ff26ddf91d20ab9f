"""JSON Lines."""

import json
import logging
import tracemalloc
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.inputfile import InputFile
from tasks.read.jsonl import read_lines
from tasks.read.raw import RawDocument

MAX = 100_000
GOOD = {"id": "a", "text": "Three were hurt."}


def lines(folder, data, name="x.jsonl"):
    path = folder / name
    path.write_bytes(data)
    return list(read_lines(InputFile(path, f"s/{name}", "s", len(data)), MAX))


def document(number=1, **stated):
    fields = {"doc_id": "a", "source": "s", "header": "", "published": None, "text": "Three were hurt."} | stated
    return RawDocument(uri=f"s/x.jsonl:{number}", **fields)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (GOOD, document()),
        (GOOD | {"id": 17}, document(doc_id="17")),
        (GOOD | {"id": 0}, document(doc_id="0")),
        (GOOD | {"id": "a\u030a"}, document(doc_id="å")),
        (GOOD | {"date": "2016"}, document(published="2016")),
        (GOOD | {"date": "2016-10-03"}, document(published="2016-10-03")),
        (GOOD | {"date": None, "title": None, "url": None, "source": None, "language": None}, document()),
        (
            GOOD | {"title": " Sjukehus ra\u030aka\r\n", "language": "nn"},
            document(title="Sjukehus råka", language="nn"),
        ),
        (GOOD | {"title": " "}, document()),
        (
            GOOD | {"source": "desk", "url": "https://example.org/1"},
            document(source="desk", url="https://example.org/1"),
        ),
        (GOOD | {"language": "sr-Latn-RS"}, document(language="sr-Latn-RS")),
        (GOOD | {"text": "\ufeff A\u030a\r\n\r\nb\rc \n"}, document(text="Å\n\nb\nc")),
        (GOOD | {"text": "date 2016 is no header here"}, document(text="date 2016 is no header here")),
        (GOOD | {"text": "\u2028 is no line end here \U0001f3e5"}, document(text="is no line end here \U0001f3e5")),
    ],
)
def test_a_line_is_a_document(tmp_path, record, expected):
    assert lines(tmp_path, json.dumps(record).encode()) == [expected]
    assert lines(tmp_path, json.dumps(record, ensure_ascii=False).encode("utf-8-sig") + b"\r\n") == [expected]


GOOD_LINE = json.dumps(GOOD).encode()


@pytest.mark.parametrize(
    ("line", "check", "reason"),
    [
        (b"{", "not_json", "write one object on each line"),
        (b"Three were hurt.", "not_json", "the line is no JSON (Expecting value at character 0)"),
        (GOOD_LINE * 2, "not_json", "Extra data"),
        (b'{"id": "a", "text": "x", "id": "b"}', "not_json", "a key stands twice"),
        (b'{"id": NaN, "text": "x"}', "not_json", "NaN is no JSON value"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "not_json", "Exceeds the limit (4300 digits)"),
        (b'{"id": "a", "text": "x", "z": ' + b"[" * 50_000, "not_json", "nested too deeply"),
        (b'{"id": "a", "text": "tab\there"}', "not_json", "Invalid control character"),
        (b"[1]", "not_an_object", "the line is a list"),
        (b"17", "not_an_object", "the line is a number"),
        (b"true", "not_an_object", "the line is true or false"),
        (b"null", "not_an_object", "the line is null"),
        (b'"x"', "not_an_object", "the line is a text"),
        (b"{}", "missing_id", "no 'id'"),
        (b'{"id": null, "text": "x"}', "missing_id", "no 'id'"),
        (b'{"id": "a"}', "missing_text", "no 'text'"),
        (b'{"id": "a", "text": null}', "missing_text", "no 'text'"),
        (b'{"id": "a", "text": " \\n"}', "empty_text", "there is no text"),
        (b'{"id": "", "text": "x"}', "doc_id", "the doc_id is empty"),
        (b'{"id": " ", "text": "x"}', "doc_id", "the doc_id is empty"),
        (b'{"id": "a\\nb", "text": "x"}', "doc_id", "control character"),
        (b'{"id": "' + b"x" * 201 + b'", "text": "x"}', "doc_id", "201 characters"),
        (b'{"id": true, "text": "x"}', "wrong_type", "'id' is true or false; write a text or a whole number"),
        (b'{"id": 1.5, "text": "x"}', "wrong_type", "'id' is a number"),
        (b'{"id": "a", "text": ["x"]}', "wrong_type", "'text' is a list; write a text"),
        (b'{"id": "a", "text": "x", "date": 2016}', "wrong_type", "'date' is a number; write a text"),
        (b'{"id": "a", "text": "x", "title": {}}', "wrong_type", "'title' is an object"),
        (b'{"id": "a", "text": "x", "url": 1}', "wrong_type", "'url' is a number"),
        (b'{"id": "a", "text": "x", "date": "2016-13"}', "field_date", "field date '2016-13' is no date (month 13)"),
        (b'{"id": "a", "text": "x", "date": ""}', "field_date", "field date '' is no date"),
        (b'{"id": "a", "text": "x", "source": " "}', "source", "the source is empty"),
        (b'{"id": "a", "text": "x", "language": "Norwegian"}', "language", "write BCP-47"),
        (b'{"id": "a", "text": "x", "language": ""}', "language", "write BCP-47"),
        (b'{"id": "a", "text": "x\\ud83c"}', "lone_surrogate", r"half a surrogate pair, \ud83c, at character 1"),
        (b'{"id": "\\udc00", "text": "x"}', "lone_surrogate", "'id' holds"),
        (b'{"id": "a", "text": "x\\u0000"}', "nul", "'text' holds a NUL at character 1"),
        (b'{"id": "a", \0"text": "x"}', "nul", "the text holds a NUL"),
        (b'{"id": "a", "text": "caf\xe9"}', "not_utf8", "byte 0xe9 at offset 24"),
        (b'{"id": "a", "text": "' + b"x" * MAX + b'"}', "too_large", "the line has 100023 bytes, more than the 100000"),
        (b" " * (MAX + 2), "too_large", "the line has 100002 bytes"),
    ],
)  # fmt: skip
def test_a_bad_line_is_rejected_and_the_others_read(tmp_path, line, check, reason):
    first, error, last = lines(tmp_path, GOOD_LINE + b"\n" + line + b"\n" + GOOD_LINE)
    assert (first, last) == (document(1), document(3))
    assert isinstance(error, InputError)
    assert (error.uri, error.check) == ("s/x.jsonl:2", check)
    assert reason in error.reason
    assert not error.reason.endswith(".")
    assert len(error.found) <= 80
    assert error.found.isprintable()
    assert str(error).isprintable()


def test_blank_lines_are_passed_over_but_counted(tmp_path):
    data = b"\xef\xbb\xbf\r\n\n  \t\n" + GOOD_LINE + b"\n\n"
    assert lines(tmp_path, data) == [document(4)]
    assert lines(tmp_path, b"") == []


def test_a_line_of_50_mb_is_never_held(tmp_path):
    path = tmp_path / "x.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"id": "long", "text": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n' + GOOD_LINE)
    tracemalloc.start()
    error, read = read_lines(InputFile(path, "s/x.jsonl", "s"), MAX)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (error.uri, error.check) == ("s/x.jsonl:1", "too_large")
    assert "50000026 bytes" in error.reason
    assert read == document(2)
    assert peak < 10 * MAX


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_the_longest_line_allowed_is_read(tmp_path, end):
    line = b'{"id": "a", "text": "' + b"x" * (MAX - 23) + b'"}'
    (read,) = lines(tmp_path, line + end)
    assert len(read.text) == MAX - 23


def test_unknown_keys_are_named_once_in_the_log(tmp_path, caplog):
    data = json.dumps(GOOD | {"titel": "x", "a\nb": 1}).encode() + b"\n"
    with caplog.at_level(logging.WARNING):
        assert len(lines(tmp_path, data * 3)) == 3
    assert sorted(record.getMessage()[:41] for record in caplog.records) == [
        r"s/x.jsonl: key 'a\nb' is not read; known ",
        "s/x.jsonl: key 'titel' is not read; known",
    ]


def test_keys_that_are_data_do_not_fill_the_log(tmp_path, caplog):
    data = b"\n".join(json.dumps(GOOD | {f"k{n}": 1}).encode() for n in range(100))
    assert len(lines(tmp_path, data)) == 100
    assert len(caplog.records) == 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
_records = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("id", "date", "text", "title", "url", "source", "language", "other"), _values)
)


@given(st.one_of(st.binary(), st.lists(_records).map(lambda records: "\n".join(map(json.dumps, records)).encode())))
@example(b'{"id": "a", "text": "x", "z": ' + b"[" * 900 + b"]" * 900 + b"}")
@example(b'{"id": ' + b"[" * 900 + b"]" * 900 + b', "text": "x"}')
def test_any_bytes_are_read_or_rejected(folder, data):
    found = lines(folder, data)
    assert len(found) <= data.count(b"\n") + 1
    for one in found:
        if isinstance(one, InputError):
            assert str(one).isprintable()
            assert len(one.found) <= 80
        else:
            assert one.doc_id.strip()
            assert one.text == one.text.strip() != ""
            assert unicodedata.is_normalized("NFC", one.text)
