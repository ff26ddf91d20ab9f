"""RSS and Atom feeds that lie in files to `RawDocument`s, an entry each."""

from __future__ import annotations

import io
import xml.sax
import xml.sax.handler
from collections.abc import Iterator, Mapping, Sized
from dataclasses import replace
from typing import Any, BinaryIO

from tasks.errors import InputError
from tasks.read.decode import check_characters, normal_name
from tasks.read.identity import check_name
from tasks.read.inputfile import read_whole
from tasks.read.markup import parse_html, text_of
from tasks.read.published import mail_date
from tasks.read.raw import RawDocument
from tasks.read.record import Origin, document_of
from tasks.read.reject import printable, rejected
from tasks.settings import ReadLimits

_DEPTH = 100  # of elements; feeds have ten, with XHTML in them some thirty
_ATTRIBUTES = 50  # the library that reads them takes n² steps for n in an element, three minutes for 100,000
_PLAIN = "text/plain"


def read_feed(
    stream: BinaryIO, origin: Origin, max_bytes: int, limits: ReadLimits
) -> Iterator[RawDocument | InputError]:
    """The document of each entry in order, or why it is not read. Errors name the number of the entry, from 1.

    An entry's id is its own (`guid`, `id`), or a hash of its link; its date is the day on which it was published,
    or else updated; its text is its content, or else its summary, without the HTML.

    Args:
        stream: the feed, RSS 0.9 to 2.0 or Atom.
        origin: where it comes from.
        max_bytes: the largest feed that is read.
        limits: how many entries it may have, and the shape of the HTML in it.

    Raises:
        InputError: it is no well-formed XML, defines entities, or is no feed.
    """
    data = read_whole(stream, origin.uri, origin.size, max_bytes)
    _check_xml(data, origin.uri)
    entries = _entries(data, origin.uri)
    for number, entry in enumerate(entries, start=1):
        uri = f"{origin.uri}:{number}"
        if number > limits.feed_entries:
            found = f"{len(entries)} entries"
            yield rejected(uri, "too_many_entries", found, f"the feed has {found}; the rest was not read, allow more")
            return
        try:
            yield _document(entry, uri, origin, limits)
        except InputError as error:
            yield error


def _check_xml(data: bytes, uri: str) -> None:
    """Refuses what could grow while it is parsed, before anything builds on it."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # it has no types
    from defusedxml.sax import parseString  # type: ignore[import-untyped]  # it has no types

    try:
        # RSS 0.91 names a DTD, which is not fetched; entities of its own have no place in a feed.
        parseString(data, _Shape(uri), forbid_dtd=False, forbid_entities=True, forbid_external=False)
    except DefusedXmlException as error:
        found = type(error).__name__
        raise rejected(uri, "xml_entities", found, f"it defines entities ({found}); save the feed without") from None
    except xml.sax.SAXException as error:
        found = printable(error.getMessage(), 100)
        line = getattr(error, "getLineNumber", lambda: 0)()
        reason = f"it is no well-formed XML ({found} in line {line}); save the feed as it was sent"
        raise rejected(uri, "not_xml", found, reason) from None
    except (ValueError, LookupError) as error:  # an encoding that is none
        found = printable(str(error), 100)
        raise rejected(uri, "not_xml", found, f"it is no well-formed XML ({found}); save it as UTF-8") from None


class _Shape(xml.sax.handler.ContentHandler):
    def __init__(self, uri: str) -> None:
        super().__init__()
        self._uri, self._depth = uri, 0

    def startElement(self, name: str, attrs: Sized) -> None:  # noqa: N802, ARG002 - the library's
        self._depth += 1
        if self._depth > _DEPTH:
            found = f"{self._depth} elements in each other"
            raise _misshapen(self._uri, found)
        if len(attrs) > _ATTRIBUTES:
            raise _misshapen(self._uri, f"{len(attrs)} attributes in one element")

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002 - the library's
        self._depth -= 1


def _misshapen(uri: str, found: str) -> InputError:
    return rejected(uri, "xml_shape", found, f"it has {found}, which no feed has; save the feed as it was sent")


def _entries(data: bytes, uri: str) -> list[Mapping[str, Any]]:
    import feedparser  # type: ignore[import-untyped]  # it has no types

    try:
        # A stream, never a string, which would be taken for an address or a file and opened.
        feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # noqa: BLE001 - on hostile input it raises what it happens to meet
        found = type(error).__name__
        raise rejected(
            uri, "not_a_feed", found, f"it cannot be read as a feed ({found}); save it as it was sent"
        ) from None
    if not feed.version:
        root = data[:80].decode("utf-8", "replace")
        raise rejected(uri, "not_a_feed", root, "it is XML, but neither RSS nor Atom; give a feed")
    entries: list[Mapping[str, Any]] = feed.entries
    return entries


def _document(entry: Mapping[str, Any], uri: str, origin: Origin, limits: ReadLimits) -> RawDocument:
    stated = entry.get("published") or entry.get("updated")
    contents = [content for content in entry.get("content", ()) if content.get("value")]
    content = contents[0] if contents else entry.get("summary_detail") or {}
    title = entry.get("title_detail") or {}
    record = {
        "id": _id(_plain(entry.get("id"), uri, "id")),
        "date": mail_date(_plain(stated, uri, "date") or "", uri, origin.description) if stated else None,
        "text": _text(content, uri, limits),
        "title": _text(title, uri, limits),
        "url": _plain(entry.get("link"), uri, "link"),
        "author": _plain(entry.get("author"), uri, "author"),
    }
    # The date is settled, and would not be understood twice where source.yaml has a format of its own.
    return replace(document_of(record | {"date": None}, uri, origin, "entry"), published=record["date"])


def _id(value: str | None) -> str | None:
    """The entry's own id, where it can be one of ours; long ones are hashed with the link."""
    if value is None:
        return None
    try:
        return check_name(normal_name(value.strip()), "", "doc_id")
    except InputError:
        return None


def _text(detail: Mapping[str, Any], uri: str, limits: ReadLimits) -> str | None:
    value = _plain(detail.get("value"), uri, "text")
    if value is None or detail.get("type") == _PLAIN or ("<" not in value and "&" not in value):
        return value
    return text_of(parse_html(f"<div>{value}</div>", uri, limits)) or None


def _plain(value: object, uri: str, what: str) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return check_characters(value, uri, f"'{what}'")
