"""Back from offsets in a document to the bytes of the file that it came from."""

import codecs
import json
import re
import unicodedata
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.content import read_content
from tasks.read.description import NOTHING, Description
from tasks.read.formats import format_of
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.settings import ROOT, ReadLimits
from tasks.text.analyse import analyse
from tasks.text.normal import normal_form
from tasks.text.trace import trace

PIECES = [
    "å", "a\u030a", "é", "e\u0301\u0323", "Ola", "byen", "x", "7.", "«ja»", "–", "한", "\u1112\u1161\u11ab", "😀",
    "\r\n", "\r", "\n", "\r\n\r\n", " ", "\u00a0", "\t", "\u2028", "\u200b", "\u00ad", "over\u00adskrift", "\u2060",
    "\ufeff", "Al\u200deppo", "👨\u200d👩", '"', "\\", "\\u00e5", "/",
]  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)
HEADERS = st.sampled_from(["date 2016-11 ", "date 2016\r\n", "\n date 2016-11-03\n\n", "date 2016-11-03\u00a0"])
NARROW = Description.model_validate({"encoding": "windows-1252"})
WIDE = Description.model_validate({"encoding": "utf-16"})


def read(data, name="a.txt", description=NOTHING):
    origin = Origin(name, f"s/{name}", "s", description)
    return [
        one
        for one in read_content(BytesIO(data), origin, len(data), 1_000_000, ReadLimits())
        if isinstance(one, RawDocument)
    ]


def one_of(data, name="a.txt", description=NOTHING):
    try:
        return next(iter(read(data, name, description)), None)
    except InputError:
        return None


def words(text):
    """Pieces that begin and end with whole letters: words, and runs of them."""
    spans = [m.span() for m in re.finditer(r"\S+", text) if not unicodedata.combining(m.group()[0])]
    return spans + [(spans[i][0], spans[-1][1]) for i in range(len(spans))]


def check(data, raw, decoded, form="text", description=NOTHING):
    """Each piece is what its bytes, decoded and brought into normal form, are."""
    way = trace(data, raw, form, description)
    text = normal_form(raw.text).text
    assert way is not None
    for start, end in words(text):
        first, behind = way.source_bytes(start, end)
        assert 0 <= first < behind <= len(data)
        assert normal_form(decoded(data[first:behind])).text == text[start:end]


@given(HEADERS, BODIES, st.sampled_from(["utf-8", "utf-8-sig"]), st.sampled_from(["NFC", "NFD"]))
@example("date 2016-11 ", "å\u00ad\rå", "utf-8", "NFC")
@example("date 2016-11\r\n", "A\u030as.\r\n\r\nGjo\u0308r\u00addet\u200b nå.\r\n", "utf-8-sig", "NFD")
def test_every_piece_of_a_seed_file_is_found_in_its_bytes(header, body, encoding, form):
    data = unicodedata.normalize(form, header + body).encode(encoding)
    raw = one_of(data)
    if raw is not None:
        check(data, raw, bytes.decode)


@given(HEADERS, BODIES, st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "windows-1252"]))
def test_every_piece_is_found_in_other_encodings(header, body, encoding):
    description, codec = (NARROW, encoding) if encoding == "windows-1252" else (WIDE, "utf-16-le")
    data = (header + body).encode(encoding, "ignore")
    if encoding == "utf-16-be":
        data, codec = codecs.BOM_UTF16_BE + data, encoding
    raw = one_of(data, description=description)
    if raw is not None:
        check(data, raw, lambda part: part.decode(codec), description=description)


@given(st.lists(BODIES, min_size=1, max_size=3), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n  "]))
def test_every_piece_of_json_lines_is_found_in_its_bytes(bodies, ascii_only, line_end):
    lines = [
        json.dumps({"meta": {"text": "no"}, "id": number, "title": "text", "text": body}, ensure_ascii=ascii_only)
        for number, body in enumerate(bodies)
    ]
    data = codecs.BOM_UTF8 + line_end.join(lines).encode()
    for raw in read(data, "a.jsonl"):
        check(data, raw, lambda part: json.loads(b'"' + part + b'"'), "jsonl")


def test_the_words_of_a_file_with_everything():
    data = "\ufeffdate 2016-11\r\nA\u030as\u00a0og Gjo\u0308vik:\r\n\r\nover\u00adskrift\u200b her.\r\n".encode()
    raw = one_of(data)
    text = analyse(raw).text
    way = trace(data, raw, "text")
    assert text == "Ås og Gjövik:\n\noverskrift her."
    for word, there in [
        ("Ås", "A\u030as"), ("Gjövik", "Gjo\u0308vik"), ("overskrift", "over\u00adskrift"), ("her.", "her."),
        ("Gjövik:\n\noverskrift", "Gjo\u0308vik:\r\n\r\nover\u00adskrift"),
    ]:  # fmt: skip
        start = text.index(word)
        assert data[slice(*way.source_bytes(start, start + len(word)))].decode() == there


def test_mojibake_is_traced_to_what_it_was_read_from():
    data = "date 2016 Det er pÃ¥ tide, sa han.".encode()
    raw = one_of(data)
    start = analyse(raw).text.index("på")
    assert data[slice(*trace(data, raw, "text").source_bytes(start, start + 2))].decode() == "pÃ¥"


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "aleppo-2016").glob("*.txt")), ids=lambda path: path.stem)
def test_every_sentence_of_the_seeds_is_found_in_its_file(path):
    data = path.read_bytes()
    raw = one_of(data, path.name)
    document, way = analyse(raw), trace(data, raw, "text")
    for sentence in document.sentences:
        there = data[slice(*way.source_bytes(sentence.start, sentence.end))].decode()
        assert normal_form(there).text == document.text[sentence.start : sentence.end]


ROW = b"id,text\n1,Ti ble drept.\n"
PAGE = "<html><body><article><p>Tre ble såret da en granat traff sykehuset.</p></article></body></html>".encode()


@pytest.mark.parametrize(("name", "data"), [("a.csv", ROW), ("a.html", PAGE)])
def test_a_text_that_does_not_stand_in_the_file_has_no_bytes(name, data):
    assert trace(data, one_of(data, name), format_of(name)) is None


@pytest.mark.parametrize(
    "data", [b"", b"date 2016 Another text.", b"date 2016 caf\xe9", b'{"id": 1}\n', b'{"id": 1, "text": 5}', b"\n" * 5]
)
def test_a_file_that_is_another_one_now_has_no_bytes(data):
    line = b'\n\n{"id": 1, "text": "Ti ble drept."}\n'
    assert trace(data, one_of(b"date 2016 Ti ble drept."), "text") is None
    assert trace(data, one_of(line, "a.jsonl"), "jsonl") is None


@given(st.binary(max_size=200))
def test_any_bytes_are_traced_or_not(data):
    raw = RawDocument("1", "s", "s/a.jsonl:2", "", None, "Ti")
    for form in ("text", "jsonl", "csv"):
        assert trace(data, raw, form) is None or b"Ti" in data
