"""Feeds in files."""

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.description import parse_description
from tasks.read.feed import read_feed
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.settings import ReadLimits

MAX = 1_000_000


def rss(items, head=""):
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Avisa</title>{items}</channel></rss>'
    )


def atom(entries):
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Avisa</title>{entries}</feed>'


def read(data, yaml="", limits=None):
    data = data if isinstance(data, bytes) else data.encode()
    origin = Origin("x.rss", "s/x.rss", "s", parse_description(yaml.encode(), "s/source.yaml"), len(data))
    entries = []
    try:
        entries.extend(read_feed(io.BytesIO(data), origin, MAX, limits or ReadLimits()))
    except InputError as error:
        entries.append(error)
    assert all(str(e).isprintable() and len(e.found) <= 80 for e in entries if isinstance(e, InputError))
    return entries


ITEM = (
    "<item><guid>nr-1</guid><link>https://avisa.example/1</link><title>Sykehus &amp;amp; skole</title>"
    "<pubDate>Mon, 03 Oct 2016 23:30:00 GMT</pubDate><dc:creator>Kari</dc:creator>"
    "<description>&lt;p&gt;Tre ble &lt;b&gt;såret&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;To døde.&lt;/p&gt;</description></item>"
)
ENTRY = (
    "<entry><id>nr-1</id><link href='https://avisa.example/1'/><title>Sykehus &amp; skole</title>"
    "<published>2016-10-03T23:30:00Z</published><updated>2016-11-01T00:00:00Z</updated><author><name>Kari</name></author>"
    "<content type='html'>&lt;p&gt;Tre ble såret.&lt;/p&gt;&lt;p&gt;To døde.&lt;/p&gt;</content></entry>"
)


@pytest.mark.parametrize("data", [rss(ITEM), atom(ENTRY), rss(ITEM).encode("utf-8-sig")])
def test_an_entry_is_a_document(data):
    expected = RawDocument(
        doc_id="nr-1", source="s", uri="s/x.rss:1", header="", published="2016-10-03",
        text="Tre ble såret.\n\nTo døde.", title="Sykehus & skole", url="https://avisa.example/1", author="Kari",
    )  # fmt: skip
    assert read(data) == [expected]


def test_the_day_is_that_of_the_source():
    (document,) = read(rss(ITEM), "{time_zone: Europe/Oslo, language: nb, publisher: Avisa}")
    assert (document.published, document.language, document.publisher) == ("2016-10-04", "nb", "Avisa")


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<description>Tre &amp;lt; fire</description>", "Tre < fire"),
        ("<description>Tre ble såret.</description>", "Tre ble såret."),
        ("<description>Kort.</description><content:encoded>&lt;p&gt;Langt.&lt;/p&gt;</content:encoded>", "Langt."),
        ("<description><![CDATA[<p>Ein<br>to</p><script>x</script>]]></description>", "Ein\nto"),
        ("<description>&lt;img src='x' onerror='y'&gt;Tre</description>", "Tre"),
    ],
)
def test_the_text_is_the_content_or_else_the_summary(item, text):
    (document,) = read(rss(f"<item><guid>a</guid>{item}</item>"))
    assert document.text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<content type='text'>1 &lt; 2 &amp; &lt;b&gt;</content>", "1 < 2 & <b>"),
        (
            "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Ein</p><p>to</p></div></content>",
            "Ein\n\nto",
        ),
        ("<summary>Kort &amp; godt</summary>", "Kort & godt"),
    ],
)
def test_kinds_of_content_in_atom(content, text):
    (document,) = read(atom(f"<entry><id>a</id>{content}</entry>"))
    assert document.text == text


def test_ids_and_dates_that_are_left_out():
    text = "<description>Tre.</description>"
    link = "<link>https://e.org/1</link>"
    long = f"<guid>{'x' * 300}</guid>"
    entries = read(rss(f"<item>{text}{link}</item><item>{text}</item><item>{long}{link}{text}</item>"))
    assert entries[0].doc_id == entries[2].doc_id == "355ccc7c8db8d56ec7a4"
    assert len(entries[1].doc_id) == 20
    assert {e.published for e in entries} == {None}
    (updated,) = read(atom("<entry><id>a</id><summary>x</summary><updated>2016-10-03</updated></entry>"))
    assert updated.published == "2016-10-03"


@pytest.mark.parametrize(
    ("item", "check"),
    [
        ("<guid>b</guid>", "missing_text"),
        ("<guid>b</guid><description>&lt;p&gt;&lt;/p&gt;</description>", "missing_text"),
        ("<guid>b</guid><description>x</description><pubDate>i går</pubDate>", "entry_date"),
        ("<guid>b</guid><description>x</description><pubDate>Mon, 35 Oct 2016 10:00 GMT</pubDate>", "entry_date"),
        (f"<guid>b</guid><description>{'&lt;p&gt;' * 30_000}</description>", "html_shape"),
    ],
)
def test_a_bad_entry_is_rejected_and_the_others_read(item, check):
    good = "<item><guid>{}</guid><description>x</description></item>"
    first, error, last = read(rss(f"{good.format('a')}<item>{item}</item>{good.format('c')}"))
    assert (first.doc_id, last.doc_id, last.uri) == ("a", "c", "s/x.rss:3")
    assert (error.uri, error.check) == ("s/x.rss:2", check)


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "check"),
    [
        (rss("<item><description>&j;</description></item>", LAUGHS), "xml_entities"),
        (rss(ITEM, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"), "xml_entities"),
        (rss(ITEM, "<!DOCTYPE x [<!ENTITY % e SYSTEM 'file:///etc/passwd'> %e;]>"), "xml_entities"),
        (rss(ITEM, f"<!DOCTYPE x [<!ENTITY a '{'x' * 100_000}'>]>"), "xml_entities"),
        ("", "not_xml"),
        ("<rss", "not_xml"),
        (rss(ITEM)[:-8], "not_xml"),
        (rss("<item><description>&nbsp;</description></item>"), "not_xml"),
        ("<?xml version='1.0' encoding='nonsense'?><rss version='2.0'/>", "not_xml"),
        (b"<?xml version='1.0' encoding='utf-8'?>" + rss(ITEM).encode("latin-1")[21:], "not_xml"),
        ("<html><body><p>Nei.</p></body></html>", "not_a_feed"),
        ("<a>" * 200 + "</a>" * 200, "xml_shape"),
        ("<a>" * 300_000, "xml_shape"),
        (rss("").replace("<channel>", "<channel " + " ".join(f"a{n}=''" for n in range(50_000)) + ">"), "xml_shape"),
        ("x" * (MAX + 1), "too_large"),
    ],
)
def test_feeds_that_are_not_read(data, check):
    started = time.perf_counter()
    (error,) = read(data)
    assert error.check == check
    assert time.perf_counter() - started < 1


def test_a_named_dtd_is_not_fetched():
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
    assert [e.doc_id for e in read(rss(ITEM, dtd))] == ["nr-1"]


def test_a_feed_without_entries_and_one_with_too_many():
    assert read(rss("")) == []
    items = "<item><guid>{}</guid><description>x</description></item>"
    *some, error = read(rss("".join(items.format(n) for n in range(5))), limits=ReadLimits(feed_entries=3))
    assert [e.doc_id for e in some] == ["0", "1", "2"]
    assert (error.uri, error.check) == ("s/x.rss:4", "too_many_entries")


def test_a_feed_in_latin_1():
    data = rss(ITEM).replace("?>", " encoding='iso-8859-1'?>", 1).encode("latin-1")
    assert [e.text for e in read(data)] == ["Tre ble såret.\n\nTo døde."]


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=100)
    | st.text("<>/=&;'\" \n!-abitem", max_size=100).map(lambda t: rss(f"<item>{t}</item>").encode())
)
def test_any_bytes_are_read_or_rejected(data):
    read(data)
