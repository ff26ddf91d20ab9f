"""An HTML page to a `RawDocument`: its main text, and what it says of itself."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tasks.errors import InputError
from tasks.read.decode import normal_name, normal_text
from tasks.read.formats import stem_of
from tasks.read.identity import check_name
from tasks.read.inputfile import read_whole
from tasks.read.markup import decode_html, parse_html
from tasks.read.published import published_of
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.read.reject import printable, rejected
from tasks.settings import ReadLimits

_log = logging.getLogger(__name__)

# In the order in which they are believed; those of a change or of the download are not among them.
_DATES = ("article:published_time", "og:published_time", "datepublished", "date.published", "publishdate",
          "publish-date", "publish_date", "parsely-pub-date", "pubdate", "sailthru.date", "dcterms.issued",
          "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date")  # fmt: skip
_FULL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_LONGEST = 500  # characters of a title or name


def read_page(stream: BinaryIO, origin: Origin, max_bytes: int, limits: ReadLimits) -> Iterator[RawDocument]:
    """The document of a page; its id is the file's stem.

    Its date is one that the page states whole (in `<meta>`, JSON-LD or `<time>`), a day; a year in a footer or
    an address is never taken for one, and the date is unknown without. The page's `lang` is not read either:
    it is that of the template.

    Args:
        stream: the page; see `decode_html` for its encoding.
        origin: where it comes from.
        max_bytes: the largest page that is read; never more than `limits.html_bytes`.
        limits: the shape that it may have.

    Raises:
        InputError: it cannot be read, or has no main text.
    """
    data = read_whole(stream, origin.uri, origin.size, min(max_bytes, limits.html_bytes))
    doc_id = check_name(stem_of(normal_name(origin.name)), origin.uri, "doc_id")
    yield parse_page(data, doc_id, origin, limits)


def parse_page(data: bytes, doc_id: str, origin: Origin, limits: ReadLimits) -> RawDocument:
    """The document of a page's bytes; see `read_page`."""
    uri = origin.uri
    tree = parse_html(decode_html(data, uri, origin.description), uri, limits)
    stated = _stated(tree)
    found = _main_text(tree, uri)
    text = normal_text(re.sub(r"\n+", "\n\n", found), uri)
    if not text:
        raise rejected(uri, "no_main_text", "", "the page has no main text; give the page of an article, or its text")
    return RawDocument(
        doc_id=doc_id,
        source=origin.source,
        uri=uri,
        header="",
        published=_published(tree, stated, origin),
        text=text,
        title=_line(stated, ("og:title", "headline", "twitter:title")) or _element(tree, "title"),
        language=origin.description.language,
        url=_line(stated, ("og:url", "canonical")),
        author=_line(stated, ("author", "article:author", "dc.creator", "byl")),
        publisher=origin.description.publisher or _line(stated, ("og:site_name", "application-name", "publisher")),
    )


def _main_text(tree: Any, uri: str) -> str:
    # It costs a third of a second to load, which only sources with pages pay.
    from trafilatura import bare_extraction

    # It logs what it makes of each page at a level meant for its own developers.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # `fast`: its other extractors are slower by far and find the same on news pages. A tree, never an address:
        # it fetches nothing. The copy is because it takes the tree apart.
        document = bare_extraction(copy.deepcopy(tree), fast=True, include_comments=False, with_metadata=False)
    except Exception as error:  # noqa: BLE001 - on hostile input it raises what it happens to meet
        _log.debug("%s: no main text", uri, exc_info=True)
        cause = printable(type(error).__name__)
        reason = f"its main text cannot be told ({cause}); give the text itself"
        raise rejected(uri, "no_main_text", cause, reason) from None
    return (document.text or "") if document is not None and not isinstance(document, dict) else ""


def _stated(tree: Any) -> dict[str, str]:
    """What the page says of itself, by lower-case name, the first of each: `<meta>`, then JSON-LD, then `<link>`."""
    stated: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                stated.setdefault(name, content)
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            _add_json(element.text or "", stated)
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            stated.setdefault("canonical", element.get("href").strip())
    return stated


def _add_json(text: str, stated: dict[str, str]) -> None:
    try:
        pending = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    # Articles stand alone, in a list or in a "@graph"; nothing deeper is about this page.
    for _ in range(100):
        if not pending:
            return
        value = pending.pop(0)
        if isinstance(value, list):
            pending += value[:100]
        elif isinstance(value, dict):
            pending += [value["@graph"]] if isinstance(value.get("@graph"), list) else []
            for key in ("datePublished", "headline"):
                if isinstance(value.get(key), str) and value[key].strip():
                    stated.setdefault(key.lower(), value[key].strip())
            author = value.get("author")
            author = author[0] if isinstance(author, list) and author else author
            author = author.get("name") if isinstance(author, dict) else author
            if isinstance(author, str) and author.strip():
                stated.setdefault("author", author.strip())


def _published(tree: Any, stated: dict[str, str], origin: Origin) -> str | None:
    values = [stated[name] for name in _DATES if name in stated]
    # A <time> counts where it is marked, or stands alone: others may be those of neighbouring articles.
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [e for e in times if e.get("pubdate") is not None or (e.get("itemprop") or "").lower() == "datepublished"]
    values += [element.get("datetime") for element in (marked or (times if len(times) == 1 else []))[:1]]
    for value in values:
        try:
            published = published_of(value, origin.uri, origin.description)
        except InputError:
            continue
        if _FULL.match(published):
            return published
    return None


def _line(stated: dict[str, str], names: tuple[str, ...]) -> str | None:
    value = next((stated[name] for name in names if name in stated), "")
    return " ".join(value[:_LONGEST].split()) or None


def _element(tree: Any, tag: str) -> str | None:
    element = next(tree.iter(tag), None)
    return " ".join((element.text or "")[:_LONGEST].split()) or None if element is not None else None
