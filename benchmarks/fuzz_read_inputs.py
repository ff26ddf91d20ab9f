"""What `fuzz_read.py` feeds the read room: samples of each kind to change, and inputs made to take long."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

LINE = '{"id": "a1", "date": "2016-10-03", "text": "Tre ble såret i Aleppo.", "title": "T", "language": "nb"}\n'
TABLE = 'id;text;date;title\n1;"Tre ble ""såret"".\nTo døde.";2016-10-03;T\n2;Ingen;2016-11;\n'
PAGE = (
    "<!DOCTYPE html><html lang='nb'><head><meta charset='utf-8'><title>Sykehus råka</title>"
    "<meta property='article:published_time' content='2016-10-03T10:00:00+02:00'>"
    '<script type=\'application/ld+json\'>{"datePublished": "2016-10-03", "author": {"name": "K"}}</script></head>'
    "<body><nav><a href='/'>Heim</a></nav><article><h1>Sykehus råka</h1><p>Tre personer ble såret da en granat traff "
    "sykehuset i går kveld.</p><ul><li>Ein</li><li>To</li></ul><table><tr><td>3</td></tr></table></article></body>"
    "</html>"
)
RSS = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
    "<title>Avisa</title><item><guid>n1</guid><link>https://a.example/1</link><title>Sykehus &amp; skole</title>"
    "<pubDate>Mon, 03 Oct 2016 23:30:00 GMT</pubDate><description>&lt;p&gt;Tre ble såret.&lt;/p&gt;</description>"
    "</item>"
    "<item><guid>n2</guid><description><![CDATA[<b>To</b>]]></description></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>n1</id><link href='https://a.example/1'/><title>S</title>"
    "<published>2016-10-03T23:30:00Z</published><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Tre"
    "</p></div></content></entry></feed>"
)
YAML = (
    "columns: {id: nr, text: tekst}\ndelimiter: ';'\nencoding: windows-1252\nlanguage: nb\npublisher: Avisa\n"
    "time_zone: Europe/Oslo\ndate_order: day-first\n"
)
FEEDS = "feeds:\n  - url: https://a.example/rss\n    allowed_hosts: [a.example]\n    full_texts: true\n"


def packed(entries: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": ["Tre.", "To."], "date": ["2016", None]}), out)
    return out.getvalue()


@dataclass(frozen=True)
class Kind:
    """Samples, pieces that mean something in them, share of the inputs, and the file's name for readers of files."""

    share: float
    samples: tuple[bytes, ...]
    tokens: tuple[bytes, ...]
    name: str = ""


def texts(*values: str) -> tuple[bytes, ...]:
    return tuple(value.encode() for value in values)


MARKS = (
    *texts("\0", "\ufeff", "\u0301" * 600, "\u2028", "\r", "\r\n", "\n\n", "å", "\U0001f3e5"),
    b"\xff",
    b"\xed\xa0\x80",
)
ENTITIES = "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d SYSTEM 'file:///etc/passwd'>]>"
HTML_TOKENS = texts(
    "<",
    ">",
    "<p>",
    "</p>",
    "<div>",
    "<script>",
    "<!--",
    "-->",
    "&",
    "&#0;",
    "&#x110000;",
    "<table>",
    "<br>",
    "<svg>",
    "<meta charset=utf-16>",
    "<meta charset=rot13>",
    "<base href='file:///'>",
    "<iframe src=x>",
    "<time datetime='",
    "='",
    '"',
    "<![CDATA[",
    "<?php",
    "<title>",
    "<plaintext>",
    "<body>",
    "<html>",
)
KINDS = {
    "header": Kind(
        0.31,
        texts("date 2016-10-03 AFP, ALEPPO\n\nThree hurt.", "\n date  2016 \nTre.", "date 2016-11 x"),
        texts("date ", "2016", "-13", "-00", "-02-30", "0000", "９", " ", "date 2016-11 ") + MARKS,
    ),
    "date": Kind(
        0.16,
        texts("2016-10-03T10:00:00+02:00", "03/10/2016", "Mon, 03 Oct 2016 23:30:00 GMT", "2016-10", "3.10.2016"),
        texts("-", "+99:99", "T", "Z", "0", "9", "24:60", "-0000", "BST", "(", ")", ",", "/"),
    ),
    "jsonl": Kind(
        0.19,
        texts(LINE * 2),
        texts(
            "{", "}", "[" * 500, '"', "\\u0000", "\\ud800", "NaN", "9" * 400, "null", ":", ",", '"id"', "true", "1e999"
        )
        + MARKS,
        "x.jsonl",
    ),
    "csv": Kind(
        0.13,
        texts(TABLE, "id,text,url\n,x,https://a.example\n"),
        texts('"', '""', ";", ",", "\t", "\n", "text", "id;id") + MARKS,
        "x.csv",
    ),
    "gzip": Kind(
        0.06,
        (gzip.compress(LINE.encode() * 3, mtime=0), gzip.compress(bytes(3_000_000), mtime=0)),
        (b"\x1f\x8b\x08", b"\0" * 8, b"\xff" * 4, gzip.compress(b"x", mtime=0)),
        "x.jsonl.gz",
    ),
    "zip": Kind(
        0.04,
        (
            packed([("a.txt", b"date 2016 Tre."), ("b.jsonl", LINE.encode()), ("c.csv", TABLE.encode())]),
            packed([("../a.txt", b"date 2016 x"), ("/etc/b.txt", b"x"), ("d.zip", packed([]))]),
        ),
        (
            b"PK\x03\x04",
            b"PK\x01\x02",
            b"PK\x05\x06",
            b"PK\x06\x06",
            b"PK\x06\x07",
            b"\xff\xff\xff\xff",
            b"../",
            b"\0\0",
        ),
        "x.zip",
    ),
    "yaml": Kind(
        0.06,
        texts(YAML, FEEDS, "format: csv\ndate_format: '%d.%m.%Y'\n"),
        texts(
            "&a",
            "*a",
            "!!python/object:os.system",
            "[" * 30,
            "{",
            "}",
            ": ",
            "- ",
            "? ",
            "|\n",
            "%",
            "'",
            '"',
            "\t",
            "../../etc/passwd",
            "9" * 400,
            "no",
            "<<: ",
            "---\n",
            "...\n",
            "%Y",
        )
        + MARKS,
    ),
    "feed": Kind(
        0.03,
        texts(RSS, ATOM),
        texts(
            ENTITIES,
            "&b;",
            "&d;",
            "<item>",
            "<entry>",
            "<content type='xhtml'>",
            "]]>",
            "<?xml version='1.0' encoding='utf-16'?>",
        )
        + HTML_TOKENS,
        "x.rss",
    ),
    "html": Kind(0.015, texts(PAGE), HTML_TOKENS + MARKS, "x.html"),
    "parquet": Kind(0.005, (parquet(),), (b"PAR1", b"\xff" * 4, b"\0" * 4), "x.parquet"),
}


ITEM = (b"<rss version='2.0'><channel><item>", b"</item></channel></rss>")
XHTML = (
    b"<content xmlns='http://www.w3.org/2005/Atom' type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>",
    b"</div></content>",
)
LONG: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "seed, one word": ("x.txt", lambda n: b"date 2016 " + b"x" * n),
    "seed, white space": ("x.txt", lambda n: b" " * n),
    "seed, header of spaces": ("x.txt", lambda n: b"date" + b" " * n),
    "seed, line ends": ("x.txt", lambda n: b"date 2016 x" + b"\r\n" * (n // 2) + b"x"),
    "seed, combining marks": ("x.txt", lambda n: b"date 2016 " + ("a" + "\u0301\u0323" * 200).encode() * (n // 801)),
    "jsonl, deep": ("x.jsonl", lambda n: b'{"id": ' + b"[" * n),
    "jsonl, escapes": ("x.jsonl", lambda n: b'{"id": "a", "text": "' + b"\\u00e5" * (n // 6) + b'"}'),
    "jsonl, keys": ("x.jsonl", lambda n: json.dumps({f"k{k}": 1 for k in range(n // 12)}).encode()),
    "jsonl, digits": ("x.jsonl", lambda n: b'{"id": ' + b"9" * n + b"}"),
    "jsonl, blank lines": ("x.jsonl", lambda n: b"\n" * n),
    "csv, quotes": ("x.csv", lambda n: b"id,text\n" + b'""' * (n // 2)),
    "csv, open quote": ("x.csv", lambda n: b'id,text\na,"' + b"\n" * n),
    "csv, cells": ("x.csv", lambda n: b"text" + b"," * n),
    "csv, short rows": ("x.csv", lambda n: b"id,text\n" + b"a\n" * (n // 2)),
    "csv, carriage returns": ("x.csv", lambda n: b"id,text\n" + b"\r" * n),
    "gzip, zeros": ("x.jsonl.gz", lambda n: gzip.compress(bytes(n * 10), mtime=0)),
    "gzip, members": ("x.jsonl.gz", lambda n: gzip.compress(b"", mtime=0) * (n // 20)),
    "zip, entries": ("x.zip", lambda n: packed([(f"{k}.md", b"") for k in range(min(n // 100, 9_000))])),
    "zip, comments": ("x.zip", lambda n: b"PK\x05\x06" * (n // 4)),
    "yaml, brackets": ("source.yaml", lambda n: b"a: " + b"[" * min(n, 99_000)),
    "yaml, keys": ("source.yaml", lambda n: b"".join(b"k%d: 1\n" % k for k in range(min(n, 99_000) // 10))),
    "feed, deep": ("x.rss", lambda n: b"<a>" * (n // 3)),
    "feed, entries": (
        "x.rss",
        lambda n: b"<rss version='2.0'><channel>" + b"<item><guid>a</guid></item>" * (n // 27) + b"</channel></rss>",
    ),
    "feed, brackets": (
        "x.rss",
        lambda n: (
            b"<rss version='2.0'><channel><item><description>"
            + b"&lt;" * (n // 4)
            + b"</description></item></channel></rss>"
        ),
    ),
    "feed, doctype": (
        "x.rss",
        lambda n: b"<!DOCTYPE a [" + b"<!ELEMENT b ANY>" * (n // 16) + b"]><rss version='2.0'/>",
    ),
    "feed, comments": ("x.rss", lambda n: b"<rss version='2.0'>" + b"<!---->" * (n // 7) + b"</rss>"),
    "feed, attributes": (
        "x.rss",
        lambda n: b"<rss version='2.0' " + b" ".join(b"a%d=''" % k for k in range(n // 9)) + b"/>",
    ),
    "feed, categories": ("x.rss", lambda n: ITEM[0] + b"<category>a</category>" * (n // 22) + ITEM[1]),
    "feed, links": ("x.rss", lambda n: ITEM[0] + b"<link href='a' rel='b'/>" * (n // 24) + ITEM[1]),
    "feed, authors": ("x.rss", lambda n: ITEM[0] + b"<author>a b (c)</author>" * (n // 24) + ITEM[1]),
    "feed, contents": ("x.rss", lambda n: ITEM[0] + b"<description>a</description>" * (n // 28) + ITEM[1]),
    "feed, references": ("x.rss", lambda n: ITEM[0] + b"<title>" + b"&amp;" * (n // 5) + b"</title>" + ITEM[1]),
    "feed, dates": ("x.rss", lambda n: ITEM[0] + b"<pubDate>" + b"1 " * (n // 2) + b"</pubDate>" + ITEM[1]),
    "feed, an author": ("x.rss", lambda n: ITEM[0] + b"<author>" + b"a@" * (n // 2) + b"</author>" + ITEM[1]),
    "feed, XHTML": ("x.rss", lambda n: ITEM[0] + XHTML[0] + b"<p>a</p>" * (n // 8) + XHTML[1] + ITEM[1]),
    "feed, namespaces": (
        "x.rss",
        lambda n: ITEM[0] + b"".join(b"<a xmlns:b%d='c%d'/>" % (k, k) for k in range(n // 24)) + ITEM[1],
    ),
    "html, deep": ("x.html", lambda n: b"<div>" * (n // 5)),
    "html, brackets": ("x.html", lambda n: b"<" * n),
    "html, comments": ("x.html", lambda n: b"<!--" * (n // 4)),
    "html, spans": (
        "x.html",
        lambda n: b"<article>" + (b"<p>" + b"<span>Tre</span> ble " * 1000 + b"</p>") * (n // 24_000 + 1),
    ),
    "html, spans in one": ("x.html", lambda n: b"<article><p>" + b"<span>Tre</span> ble " * (n // 22)),
    "html, lines": ("x.html", lambda n: b"<article><p>" + b"Tre ble hardt skadd der.<br>" * (n // 28)),
    "html, rows": ("x.html", lambda n: b"<article><table>" + b"<tr><td>Tre<td>ble" * (n // 18)),
    "html, paragraphs": (
        "x.html",
        lambda n: b"<article>" + b"".join(b"<p>Nr. %d ble skadd der i natt.</p>" % k for k in range(n // 38)),
    ),
    "html, one paragraph": ("x.html", lambda n: b"<article><p>" + b"Tre ble skadd. " * (n // 15)),
    "html, references": ("x.html", lambda n: b"<p>" + b"&amp;" * (n // 5)),
    "html, meta": ("x.html", lambda n: b"<meta charset" + b" " * n),
    "html, marks": ("x.html", lambda n: b"<p>a" + "\u0301".encode() * (n // 2)),
}
