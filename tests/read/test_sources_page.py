"""The examples of docs/sources.md, read as they stand there."""

import re
from pathlib import Path

import pytest

from tasks.errors import InputError
from tasks.read.description import Columns, Description, Feed, read_description
from tasks.read.folder import read_inputs
from tasks.settings import ReadLimits

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("seeds")
    for name, text in EXAMPLES:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_every_example_is_read(folder):
    entries = list(read_inputs([folder], 100_000))
    assert [entry for entry in entries if isinstance(entry, InputError)] == []
    assert [(d.uri, d.published, d.language, d.text[:12]) for d in entries] == [
        ("avis/saker.csv:2", "2016-10-03", "nb", "Opprørere sk"),
        ("avis/saker.csv:3", "2016-10-04", "nb", "Minst fem si"),
        ("blog/latest.rss:1", "2016-10-03", None, "The army and"),
        ("desk/001.txt", "2016-10-03", None, "ALEPPO (AFP)"),
        ("pages/hospital.html", "2016-10-03", None, "Tre personer"),
        ("table/reports.csv:2", "2016-10-03", None, "Rebels shell"),
        ("table/reports.csv:3", "2016-10-04", None, "A truce was "),
        ("wire/november.jsonl:1", "2016-11-04", "en", "Five civilia"),
        ("wire/november.jsonl:2", "2016-11", None, "Ti ble såret"),
    ]  # fmt: skip
    assert {d.doc_id for d in entries if d.source in {"desk", "pages", "blog"}} == {
        "001", "hospital", "https://blog.example/7",
    }  # fmt: skip


def test_the_feeds_of_the_example_are_described(folder):
    (feed,) = read_description(folder / "feeds", "feeds").feeds
    assert (feed.url, feed.full_texts) == ("https://news.example/rss", True)


def test_every_key_is_told():
    told = set(re.findall(r"`(\w+)`", PAGE.partition("## All that source.yaml may say")[2]))
    assert {*Description.model_fields, *Columns.model_fields, *Feed.model_fields} <= told


def test_the_limits_are_those_of_the_settings():
    limits = ReadLimits()
    for number in (limits.html_elements, limits.html_children, limits.zip_entries, limits.feed_entries, limits.ratio):
        assert f"{number:,}" in PAGE
    assert (limits.html_bytes, limits.total_bytes, limits.entry_bytes) == (5_000_000, 10_000_000_000, 2_000_000_000)
