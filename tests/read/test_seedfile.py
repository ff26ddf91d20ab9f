"""Text files, and texts given as such."""

import os
import tracemalloc
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.inputfile import InputFile
from tasks.read.raw import RawDocument
from tasks.read.seedfile import read_seed, read_text

MAX = 100_000
BODY = "date 2016-11 Sjukehuset på Ås blei råka.\n\nTre døde – éin såra, sa «kjelda» 한국."
EXPECTED = RawDocument("001", "s", "s/001.txt", "date 2016-11", "2016-11", BODY.removeprefix("date 2016-11 "))


def seed(folder, data, name="001.txt"):
    path = folder / name
    path.write_bytes(data)
    return InputFile(path, f"s/{name}", "s", len(data))


def error_of(call):
    with pytest.raises(InputError) as caught:
        call()
    error = caught.value
    assert len(error.found) <= 80
    assert error.found.isprintable()
    assert str(error).isprintable()
    assert not error.reason.endswith(".")
    return error


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode(),
        BODY.encode("utf-8-sig"),
        unicodedata.normalize("NFD", BODY).encode(),
        BODY.replace("\n", "\r\n").encode(),
        BODY.replace("\n", "\r").encode(),
        (BODY + "\n").encode(),
        ("\n  " + BODY + " \r\n\r\n").encode(),
        unicodedata.normalize("NFD", BODY.replace("\n", "\r\n") + "\r\n").encode("utf-8-sig"),
    ],
    ids=["plain", "bom", "nfd", "crlf", "cr", "newline", "spaces", "all"],
)
def test_one_text_is_read_alike_however_it_was_saved(tmp_path, data):
    document = read_seed(seed(tmp_path, data), MAX)
    assert document == EXPECTED
    assert document.content_hash == EXPECTED.content_hash


@pytest.mark.parametrize(
    ("data", "check", "found", "reason"),
    [
        (b"", "empty_text", "", "there is no text"),
        (b" \r\n\t ", "empty_text", "", "there is no text"),
        (b"\xef\xbb\xbf", "empty_text", "", "there is no text"),
        (b" date 2016-11 \n", "empty_text", "", "there is no text"),
        (b"A bare text.", "no_header", "A bare text.", "'date' and YYYY"),
        (b"A bare text. " * 50, "no_header", ("A bare text. " * 50)[:79] + "…", "'date' and YYYY"),
        (b"date 2016-13 x", "header_date", "2016-13", "month 13"),
        (b"date 2016-11 caf\xe9.", "not_utf8", "byte 0xe9 at offset 16", "byte 0xe9 at offset 16 is no UTF-8"),
        (b"date 2016 \xed\xa0\x80", "not_utf8", "byte 0xed at offset 10", "save the text as UTF-8"),
        ("date 2016 æ".encode("utf-16"), "not_utf8", "byte 0xff at offset 0", "UTF-8"),
        ("date x".encode("utf-16-le"), "nul", r"d\x00a\x00t\x00e\x00 \x00x\x00", "UTF-16"),
        (b"date 2016 a\0b", "nul", r"date 2016 a\x00b", "NUL at character 11"),
        (("date 2016 a" + "\u0315\u0316" * 5000).encode(), "combining_marks",
         "500 combining marks in a row at character 11", "no script writes so"),
    ],
)  # fmt: skip
def test_bad_texts(tmp_path, data, check, found, reason):
    error = error_of(lambda: read_seed(seed(tmp_path, data), MAX))
    assert (error.uri, error.check) == ("s/001.txt", check)
    assert error.found == (found if len(found) <= 80 else found[:79] + "…")
    assert reason in error.reason


@pytest.mark.parametrize("before", [0, 1, 498, 499, 500, 501, 777])
@pytest.mark.parametrize(
    ("marks", "check"), [(30, None), (499, None), (500, "combining_marks"), (99_000, "combining_marks")]
)
def test_heaps_of_combining_marks_are_found_wherever_they_stand(tmp_path, before, marks, check):
    text = "date 2016 " + "q" * before + "".join("\u0315\u0316"[n % 2] for n in range(marks)) + "q" * 600
    found = outcome(lambda: read_seed(seed(tmp_path, text.encode()), 10 * MAX))
    assert (found.check if isinstance(found, InputError) else None) == check
    if check:
        assert f"at character {10 + before};" in found.reason


@pytest.mark.parametrize("size", [MAX + 1, 50_000_000])
def test_a_file_too_large_is_never_read(tmp_path, size):
    file = seed(tmp_path, b"date 2016 x")
    os.truncate(file.path, size)
    tracemalloc.start()
    error = error_of(lambda: read_seed(file, MAX))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (error.check, error.found) == ("too_large", f"{size} bytes")
    assert peak < 2 * MAX


def test_a_file_of_just_the_size_is_read(tmp_path):
    data = b"date 2016 " + b"x" * (MAX - 10)
    assert len(read_seed(seed(tmp_path, data), MAX).text) == MAX - 10


def test_a_huge_limit_takes_no_memory(tmp_path):
    assert read_seed(seed(tmp_path, BODY.encode()), 1 << 60) == EXPECTED


@pytest.mark.parametrize(
    ("name", "check"),
    [("a\nb.txt", "doc_id"), ("a\x1b[31m.txt", "doc_id"), (" .txt", "doc_id"), ("x" * 201 + ".txt", "doc_id"),
     ("a\u2028b.txt", "doc_id")],
)  # fmt: skip
def test_what_cannot_name_a_document(tmp_path, name, check):
    error = error_of(lambda: read_seed(seed(tmp_path, BODY.encode(), name), MAX))
    assert error.check == check


def test_a_name_is_composed_and_loses_only_its_suffix(tmp_path):
    name = unicodedata.normalize("NFD", "blå.2016.txt")
    assert read_seed(seed(tmp_path, BODY.encode(), name), MAX).doc_id == "blå.2016"


class TestGivenText:
    def read(self, text, published=None, language=None):
        return read_text(text, doc_id="-", source="stdin", uri="-", published=published, language=language)

    @pytest.mark.parametrize(
        ("text", "published", "header", "expected", "rest"),
        [
            ("Three were hurt.\r\n", None, "", None, "Three were hurt."),
            ("Three were hurt.", "2016-11", "", "2016-11", "Three were hurt."),
            ("date 2016-10-03 Three were hurt.", None, "date 2016-10-03", "2016-10-03", "Three were hurt."),
            ("date 2016-10-03 Three were hurt.", "2017", "date 2016-10-03", "2016-10-03", "Three were hurt."),
            ("date night ended badly.", None, "", None, "date night ended badly."),
            ("\ufeffdate 2016\nA\u030as.", None, "date 2016", "2016", "Ås."),
        ],
    )
    def test_header_is_honoured_if_there(self, text, published, header, expected, rest):
        document = self.read(text, published, "nb")
        assert document == RawDocument("-", "stdin", "-", header, expected, rest, language="nb")

    @pytest.mark.parametrize(
        ("text", "published", "check"),
        [("", None, "empty_text"), (" \n", None, "empty_text"), ("date 2016", None, "empty_text"),
         ("date 2016-13 x", None, "header_date"), ("x", "2016-13", "published_date"), ("a\0", None, "nul"),
         ("caf\udce9", None, "lone_surrogate")],
    )  # fmt: skip
    def test_bad_texts(self, text, published, check):
        assert error_of(lambda: self.read(text, published)).check == check

    @given(st.text(st.characters(exclude_categories=())))
    def test_any_text_is_read_or_rejected(self, text):
        found = outcome(lambda: self.read(text))
        if isinstance(found, InputError):
            assert str(found).isprintable()
        else:
            assert found.text == found.text.strip() != ""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@given(st.one_of(st.binary(), st.builds(lambda b: b"date 2016 " + b, st.binary()), st.text().map(str.encode)))
@example(b"date 2016 \xef\xbb\xbf")
def test_any_bytes_are_read_or_rejected(folder, data):
    found = outcome(lambda: read_seed(seed(folder, data), MAX))
    if isinstance(found, InputError):
        assert str(found).isprintable()
        assert len(found.found) <= 80
    else:
        assert found.text == found.text.strip() != ""
        assert unicodedata.is_normalized("NFC", found.text)
        assert "\r" not in found.text


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r"), min_size=1))
def test_saving_it_otherwise_changes_nothing(folder, text):
    text = "date 2016-11-03 " + text
    variants = [
        text.encode(),
        text.encode("utf-8-sig"),
        unicodedata.normalize("NFC", text).encode(),
        unicodedata.normalize("NFD", text).encode(),
        (unicodedata.normalize("NFD", text).replace("\n", "\r\n") + "\r\n").encode("utf-8-sig"),
    ]
    found = [outcome(lambda data=data: read_seed(seed(folder, data), MAX)) for data in variants]
    assert len({str(one) if isinstance(one, InputError) else (one, one.content_hash) for one in found}) == 1


def outcome(call):
    try:
        return call()
    except InputError as error:
        return error
