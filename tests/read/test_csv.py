"""CSV."""

import csv
import hashlib
import io
import logging
import tracemalloc
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.csvfile import read_csv
from tasks.read.description import parse_description
from tasks.read.raw import RawDocument
from tasks.read.record import Origin

MAX = 10_000


def read(data, yaml="", most=MAX):
    origin = Origin("x.csv", "s/x.csv", "s", parse_description(yaml.encode(), "s/source.yaml"))
    entries = []
    try:
        entries.extend(read_csv(io.BytesIO(data), origin, most))
    except InputError as error:
        entries.append(error)
    for error in entries:
        if isinstance(error, InputError):
            assert str(error).isprintable()
            assert not error.reason.endswith(".")
            assert len(error.found) <= 80
    return entries


def brief(entries):
    return [
        (e.uri.removeprefix("s/x.csv"), e.check if isinstance(e, InputError) else f"{e.doc_id}: {e.text}")
        for e in entries
    ]


def document(uri="s/x.csv:2", **stated):
    fields = {"doc_id": "a", "source": "s", "header": "", "published": None, "text": "Three were hurt."}
    return RawDocument(uri=uri, **fields | stated)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("id,text\na,Three were hurt.\n", document()),
        ("id,text\r\na,Three were hurt.\r\n", document()),
        ("id,text\ra,Three were hurt.\r", document()),
        ("id,text\na,Three were hurt.", document()),
        ("\ufeffid,text\na,Three were hurt.\n", document()),
        ("id;text\na;Three were hurt.\n", document()),
        ("id\ttext\na\tThree were hurt.\n", document()),
        ("id|text\na|Three were hurt.\n", document()),
        ('"id","text"\n"a","Three were hurt."\n', document()),
        (" id , text \na,Three were hurt.\n", document()),
        ("text,id\nThree were hurt.,a\n", document()),
        ('id,text\na,"Three, no four; were ""hurt""."\n', document(text='Three, no four; were "hurt".')),
        ('id,text\na,"One.\r\n\r\nTwo."\n', document(text="One.\n\nTwo.")),
        (("id,text,date,title,language,author,url,source\n"
          "a,Three were hurt.,2016-10-03,Sjukehus ra\u030aka,nn,Kari,https://example.org/1,desk\n"),
         document(published="2016-10-03", title="Sjukehus råka", language="nn", author="Kari",
                  url="https://example.org/1", source="desk")),
        ("id,text,date,title\na,Three were hurt.,, \n", document()),
        ("id,text,date\na,Three were hurt.,2016-10\n", document(published="2016-10")),
        ("id,text,date\na,Three were hurt.,2016-10-03T23:30:00+02:00\n", document(published="2016-10-03")),
        ("\n\nid,text\n\na,Three were hurt.\n", document(uri="s/x.csv:5")),
    ],
)  # fmt: skip
def test_a_row_is_a_document(data, expected):
    assert read(data.encode()) == [expected]


@pytest.mark.parametrize(
    ("row", "check", "reason"),
    [
        ("a", "ragged_row", "1 cells where the header has 3"),
        ("a,b,c,d", "ragged_row", "4 cells where the header has 3"),
        ("a,,2016", "missing_text", "the row has no 'text'"),
        ("a,  ,2016", "missing_text", "the row has no 'text'"),
        ("a,x,2016-13", "field_date", "month 13"),
        ("a,x,03/10/2016", "field_date", "could be day or month first; say 'date_order' in source.yaml"),
        ("a,x,October 2016", "field_date", "write YYYY"),
        ('a,"x" y,2016', "not_csv", "close and double its quotes"),
        ("a,caf\udce9,2016", "not_utf8", "byte 0xe9 is no UTF-8; save the file as UTF-8, or say its 'encoding'"),
        ("a,x\0,2016", "nul", "'text' holds a NUL"),
        ("x" * 201 + ",x,2016", "doc_id", "201 characters"),
        ("a," + "x" * 20_000 + ",2016", "too_large", "bytes, more than the 10000 allowed"),
    ],
)
def test_a_bad_row_is_rejected_and_the_others_read(row, check, reason):
    data = f"id,text,date\n1,One.,2016\n{row}\n2,Two.,2016\n".encode("utf-8", "surrogateescape")
    first, error, last = read(data)
    assert (first.doc_id, last.doc_id, last.uri) == ("1", "2", "s/x.csv:4")
    assert (error.uri, error.check) == ("s/x.csv:3", check)
    assert reason in error.reason


def test_the_line_told_is_the_one_where_the_row_begins():
    data = b'id,text\na,"1\n2\n3"\n\nb,\nc,"x\ny"\n'
    assert brief(read(data)) == [(":2", "a: 1\n2\n3"), (":6", "missing_text"), (":7", "c: x\ny")]


@pytest.mark.parametrize(
    ("data", "check", "reason"),
    [
        (b"", "no_header", "the file is empty"),
        (b"\n\n", "no_header", "the file is empty"),
        (b"id,tekst\na,x\n", "missing_column", "there is no column 'text' among id, tekst"),
        (b"Three were hurt.\n", "missing_column", "among Three were hurt."),
        (b"id,text,text\na,x,y\n", "column_twice", "the column 'text' stands twice"),
        (b'"id,text\na,x\n', "not_csv", "unexpected end of data"),
        (b'id,"te"xt\na,x\n', "not_csv", "expected after"),
        (b'id\t"te"xt\na\tx\n', "not_csv", r"'\t' expected after"),
        (b"x" * 20_000, "too_large", "20000 bytes"),
        (b"id,text,te\xe9\na,x,y\n", "not_utf8", "0xe9"),
    ],
)
def test_headers_that_cannot_be_read(data, check, reason):
    (error,) = read(data)
    assert error.check == check
    assert reason in error.reason


def test_a_column_that_nobody_reads_may_stand_twice(caplog):
    with caplog.at_level(logging.WARNING):
        assert brief(read(b"id,text,,\na,x,y,z\n")) == [(":2", "a: x")]
        assert brief(read(b"id,text,titel\na,x,y\n")) == [(":2", "a: x")]
    assert "key 'titel' is not read; known are id, date, text" in caplog.text


def test_a_quote_that_is_never_closed_does_not_take_the_file_for_a_text():
    data = b'id,text\na,x\nb,"y\n' + b"c,z\n" * 10_000
    first, error = read(data)
    assert first.doc_id == "a"
    assert (error.uri, error.check) == ("s/x.csv:3", "open_quote")
    assert "no row behind this line was read" in error.reason
    assert brief(read(b'id,text\na,x\nb,"y\n'))[1] == (":3", "not_csv")


def test_rows_without_an_id_are_named_by_their_url_or_by_all_they_say():
    data = b"text,url,title\nx,https://e.org/1,A\ny,https://e.org/1,B\nx,,A\nx,,A\nx,,B\n"
    ids = [entry.doc_id for entry in read(data)]
    assert ids[0] == ids[1]
    assert ids[2] == ids[3]
    assert len(set(ids)) == 3
    assert ids[0] == hashlib.sha256(b"https://e.org/1").hexdigest()[:20]  # the same on every machine, for ever


def test_columns_delimiter_encoding_and_dates_as_source_yaml_says():
    yaml = """
columns: {id: nr, text: brødtekst, date: dato, language: mål}
delimiter: ";"
encoding: windows-1252
date_order: day-first
language: nb
publisher: Avisa
time_zone: Europe/Oslo
"""
    data = "nr;brødtekst;dato;mål\n1;Tre såra – i natt;3.10.2016;nn\n2;To;2016-10-03T23:30Z;\n".encode("cp1252")
    one, two = read(data, yaml)
    assert one == document("s/x.csv:2", doc_id="1", text="Tre såra – i natt", published="2016-10-03", language="nn",
                           publisher="Avisa")  # fmt: skip
    assert (two.published, two.language) == ("2016-10-04", "nb")


def test_a_column_that_source_yaml_names_must_be_there():
    (error,) = read(b"id,text\na,x\n", "columns: {title: tittel}")
    assert (error.check, "'tittel'" in error.reason) == ("missing_column", True)


def test_utf_16_from_a_spreadsheet():
    assert brief(read("id,text\na,så\n".encode("utf-16"), "encoding: utf-16")) == [(":2", "a: så")]
    assert [e.check for e in read("id,text\na,så\n".encode("utf-16"))] == ["not_utf8"]
    assert brief(read("id,text\na,så\n".encode("utf-16")[:-1], "encoding: utf-16"))[-1][1] == "not_utf8"


LONG = [b"x" * 10_000] * 500


def test_little_is_held_of_a_long_file_and_of_a_long_line():
    class Long(io.RawIOBase):
        left: ClassVar = [
            b"id,text\n",
            *[b"%d,x\n" % n for n in range(20_000)],
            *[b"x" * 10_000] * 500,
            b"\n",
            b"last,x\n",
        ]

        def readable(self):
            return True

        def readinto(self, buffer):
            if not self.left:
                return 0
            piece, rest = self.left[0][: len(buffer)], self.left[0][len(buffer) :]
            self.left[:1] = [rest] if rest else []
            buffer[: len(piece)] = piece
            return len(piece)

    stream = io.BufferedReader(Long())
    tracemalloc.start()
    count, last = 0, None
    for entry in read_csv(stream, Origin("x.csv", "s/x.csv", "s"), MAX):
        count, last = count + 1, entry
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (count, last.doc_id) == (20_002, "last")
    assert peak < 2_000_000


_cells = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)


@given(st.lists(st.tuples(_cells, _cells), max_size=8), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_as_csv_is_read(rows, delimiter, end):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(("id", "text"))
    writer.writerows((n, f"x{title}{text}y") for n, (title, text) in enumerate(rows))
    found = read(out.getvalue().encode())
    assert [entry.doc_id for entry in found] == [str(n) for n in range(len(rows))]


@given(
    st.one_of(
        st.binary(max_size=200), st.text('id,text\n\r";|\tx', max_size=100).map(lambda t: b"id,text\n" + t.encode())
    )
)
def test_any_bytes_are_read_or_rejected(data):
    assert len(read(data)) <= data.count(b"\n") + data.count(b"\r") + 2
