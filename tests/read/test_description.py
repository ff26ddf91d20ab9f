"""`source.yaml`."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.description import NOTHING, Description, parse_description
from tasks.read.folder import read_inputs
from tasks.read.scope import scope_of

MAX = 100_000
SEED = "date 2016-11 Three were hurt."


def test_everything_that_can_be_said():
    description = parse_description(
        """
format: csv
columns: {id: nr, date: dato, text: tekst, title: tittel, language: mål, url: lenke, author: av, source: kilde}
delimiter: "\\t"
encoding: Windows-1252
language: no
publisher: Avisa
time_zone: Europe/Oslo
date_order: day-first
""".encode(),
        "s/source.yaml",
    )
    assert (description.format, description.columns.theirs("text"), description.encoding) == (
        "csv",
        "tekst",
        "windows-1252",
    )
    assert description.language == "no"  # a word, not false
    feeds = b"""
feeds:
  - {url: "https://avisa.example/rss", allowed_hosts: [avisa.example, "127.0.0.1:8080"], full_texts: true}
"""
    description = parse_description(feeds, "s/source.yaml")
    assert description.feeds[0].allowed_hosts == ("avisa.example", "127.0.0.1:8080")


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"{}", b"---\n", b"\xef\xbb\xbflanguage:\n", b"feeds: []"])
def test_nothing_need_be_said(data):
    assert parse_description(data, "s/source.yaml") == NOTHING == Description()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("langauge: nb", "the key 'langauge' is not known; write one of format, columns,"),
        ("columns: {txt: x}", "the key 'columns.txt' is not known; write one of id, date, text"),
        ("columns: [text]", "'columns' is ['text']: "),
        ("columns: {id: a, text: a}", "names one column of the source twice"),
        ("columns: {id: 1}", "'columns.id' is 1: input should be a valid string"),
        ("columns: {id: ''}", "'columns.id' is ''"),
        ("language: norsk språk", "'language' is 'norsk språk': it is no language tag"),
        ("language: [nb]", "'language' is ['nb']"),
        ("format: pdf", "'format' is 'pdf': input should be 'text', 'jsonl'"),
        ("delimiter: ab", "'delimiter' is 'ab'"),
        ("encoding: rot13", "'encoding' is 'rot13': it is not known; write utf-8"),
        ("encoding: utf-7", "it is not known"),
        ("time_zone: Europe/Bergen", "'time_zone' is 'Europe/Bergen': it is no time zone"),
        ("time_zone: ../../etc/passwd", "it is no time zone"),
        ("time_zone: Europe", "it is no time zone"),
        ("time_zone: ''", "it is no time zone"),
        ("date_order: year-first", "'date_order' is 'year-first'"),
        ("date_format: '%d.%m.%y'", "must hold %Y"),
        ("date_format: '%d %B %Y'", "must hold %Y"),
        ("date_format: '%d %Y'", "must hold %Y, and %m where it holds %d"),
        ("date_format: '%Y%Y'", "holds the same part twice"),
        ("date_format: '%Y%'", "must hold %Y"),
        ("{date_format: '%Y', date_order: day-first}", "stand side by side; keep one"),
        (
            "feeds: [{url: 'file:///etc/passwd', allowed_hosts: [a]}]",
            "'feeds.0.url' is 'file:///etc/passwd': it is no address",
        ),
        ("feeds: [{url: 'https://u:p@a.example/', allowed_hosts: [a]}]", "without a user name"),
        ("feeds: [{url: 'https://a.example/'}]", "the key 'feeds.0.allowed_hosts' is missing; add it"),
        ("feeds: [{url: 'https://a.example/', allowed_hosts: []}]", "'feeds.0.allowed_hosts' is []"),
        ("feeds: [{url: 'https://a.example/', allowed_hosts: ['a/b']}]", "'feeds.0.allowed_hosts.0' is 'a/b'"),
        (
            "feeds: [{url: 'https://a.example/', allowed_hosts: [a], often: 1}]",
            "write one of url, allowed_hosts, full_texts",
        ),
        (
            "{feeds: [{url: 'https://a.example/', allowed_hosts: [a]}], format: csv}",
            "give the feeds a folder of their own",
        ),
        ("feeds: {}", "'feeds' is {}"),
        ("[a, b]", "it holds no 'key: value' lines"),
        ("nb", "it holds no 'key: value' lines"),
        ("language: nb\nlanguage: nn", "the key 'language' stands twice"),
        ("language: nb: nn", "it is no plain YAML"),
        ("language: [", "it is no plain YAML"),
        ("a: &a [x]\nb: [*a, *a]", "an anchor or alias stands in line 1"),
        ("language: !!python/object/apply:os.system ['true']", "a tag stands in line 1"),
        ("language: !!str nb", "a tag stands in line 1"),
        ("a: " + "[" * 30 + "]" * 30, "more than 20 levels lie in each other in line 1"),
        ("a: " + "[" * 50_000, "it is no plain YAML"),
        ("? [a]\n: b", "is no plain YAML"),
        ("1: 2", "keys should be strings"),
        ("publisher: " + "9" * 5000, "Exceeds the limit (4300 digits)"),
        ("publisher: ''", "'publisher' is ''"),
        ("language: 'nb\0'", "holds a NUL"),
    ],
)
def test_what_it_may_not_say(data, reason):
    with pytest.raises(InputError) as caught:
        parse_description(data.encode(), "s/source.yaml")
    error = caught.value
    assert error.uri == "s/source.yaml"
    assert reason in error.reason
    assert str(error).isprintable()
    assert len(error.found) <= 80
    assert len(error.reason) < 1000


def put(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_source_that_is_described_wrongly_is_not_read_and_the_others_are(tmp_path):
    for source in "abc":
        put(tmp_path, f"{source}/{source}1.txt", SEED)
        put(tmp_path, f"{source}/{source}2.txt", SEED)
    put(tmp_path, "b/source.yaml", "langauge: nb")
    put(tmp_path, "b/deep/d.txt", SEED)
    found = [(e.uri, e.check if isinstance(e, InputError) else e.doc_id) for e in read_inputs([tmp_path], MAX)]
    assert found == [("a/a1.txt", "a1"), ("a/a2.txt", "a2"), ("b/source.yaml", "source_yaml"), ("c/c1.txt", "c1"),
                     ("c/c2.txt", "c2"), ("deep/d.txt", "d")]  # fmt: skip
    (error,) = read_inputs([tmp_path / "b" / "b1.txt"], MAX)
    assert error.check == "source_yaml"
    assert "the files beside it are not read until then" in error.reason


def test_it_holds_for_its_own_folder(tmp_path):
    put(tmp_path, "a/source.yaml", "{language: nn, publisher: Avisa, format: text}")
    put(tmp_path, "a/1.txt", SEED)
    put(tmp_path, "a/2.xml", SEED)
    put(tmp_path, "a/deep/3.txt", SEED)
    assert [(d.doc_id, d.language, d.publisher) for d in read_inputs([tmp_path], MAX)] == [
        ("1", "nn", "Avisa"), ("2", "nn", "Avisa"), ("3", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("make", ["link", "folder", "large", "bytes"])
def test_one_that_cannot_be_read(tmp_path, make):
    put(tmp_path, "a/1.txt", SEED)
    path = tmp_path / "a" / "source.yaml"
    if make == "link":
        path.symlink_to(put(tmp_path, "elsewhere/source.yml", "language: nb"))
    elif make == "folder":
        path.mkdir()
    elif make == "large":
        path.write_text("# " + "x" * 200_000)
    else:
        path.write_bytes(b"publisher: \xe5")
    (error,) = (e for e in read_inputs([tmp_path / "a"], MAX))
    assert error.uri == "a/source.yaml"
    assert error.check in {"source_yaml", "unreadable", "too_large", "not_utf8"}


def test_it_is_in_the_scope_of_a_single_file(tmp_path):
    scope = scope_of([put(tmp_path, "a/x.zip", "")])
    assert scope.covers("a", "a/source.yaml")
    assert scope.covers("a", "a/x.zip/deep/1.txt:3")
    assert not scope.covers("b", "b/source.yaml")
    assert not scope.covers("a", "a/x.zipper/1.txt")


@given(st.text(max_size=60) | st.text("{}[]:,-&*!|>%@`'\"\n abz019.#?", max_size=60))
def test_any_text_says_something_or_is_rejected(text):
    try:
        parse_description(text.encode("utf-8", "surrogatepass"), "s/source.yaml")
    except InputError as error:
        told = str(error)
    else:
        told = ""
    assert not told or told.isprintable()


@given(st.sampled_from(sorted(Description.model_fields)),
       st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
                    max_leaves=5))  # fmt: skip
def test_any_value_is_taken_or_named(key, value):
    try:
        parse_description(json.dumps({key: value}).encode(), "s/source.yaml")
    except InputError as error:
        told = (str(error), error.check)
    else:
        told = ("-", "source_yaml")
    assert told[0].isprintable()
    assert told[1] in {"source_yaml", "nul"}
