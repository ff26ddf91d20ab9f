"""Named values (of a line, a row or an entry) to a `RawDocument`."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tasks.read.decode import normal_name, normal_text
from tasks.read.description import NOTHING, TAG, Description
from tasks.read.identity import check_name
from tasks.read.published import published_of
from tasks.read.raw import RawDocument
from tasks.read.reject import printable, rejected

_log = logging.getLogger(__name__)

NAMES = ("id", "date", "text", "title", "url", "source", "language", "author")
_MOST_WARNINGS = 20  # unknown names told per file; names that are data must not fill the log
_SAID_BY = 1000  # characters of a URL or author that are kept
_HASH = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from, for the reader that they are given to.

    Attributes:
        name: the file's name, or that of an entry of a zip; its suffixes are read.
        uri: the file's uri; lines, rows and entries add `:n`.
        source: the name of the folder.
        description: what the source says of its files.
        size: bytes of a file that lies there unpacked; None where that is not known beforehand.
    """

    name: str
    uri: str
    source: str
    description: Description = NOTHING
    size: int | None = None


def document_of(record: Mapping[str, str | None], uri: str, origin: Origin, what: str) -> RawDocument:
    """The document that named values describe; those that are absent are None.

    Args:
        record: values by our names (see `NAMES`), their characters checked.
        uri: the line, row or entry.
        origin: the file.
        what: what to call a record in messages, such as `line`.

    Raises:
        InputError: there is no text, or a value is not what it must be.
    """
    told = {name: record.get(name) for name in NAMES}
    doc_id, date, text, title, url, source, language, author = told.values()
    if text is None:
        raise rejected(uri, "missing_text", "", f"the {what} has no 'text'; give the document's text there")
    body = normal_text(text, uri)
    if not body:
        raise rejected(uri, "empty_text", text, f"there is no text; give one, or remove the {what}")
    if language is not None and not TAG.fullmatch(language):
        reason = f"'language' is '{printable(language, 40)}', no language tag; write BCP-47, such as en or nb"
        raise rejected(uri, "language", language, reason)
    return RawDocument(
        doc_id=check_name(normal_name(doc_id), uri, "doc_id") if doc_id is not None else hashed_id(told),
        source=origin.source if source is None else check_name(normal_name(source), uri, "source"),
        uri=uri,
        header="",
        published=None if date is None else published_of(date, uri, origin.description),
        text=body,
        title=None if title is None else normal_text(title, uri) or None,
        language=origin.description.language if language is None else language,
        url=None if url is None else url.strip()[:_SAID_BY] or None,
        author=None if author is None else normal_text(author[:_SAID_BY], uri) or None,
        publisher=origin.description.publisher,
    )


def hashed_id(record: Mapping[str, str | None]) -> str:
    """The id of a document whose source gives none: a hash of its URL, else of all that is told of it."""
    url = (record.get("url") or "").strip()
    parts = [url] if url else [record.get(name) or "" for name in NAMES]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def warn_of_unknown(names: Collection[str], known: Collection[str], uri: str, seen: set[str]) -> None:
    """Tells once per file of each name that is not read: it may be one of the known ones misspelt."""
    for name in sorted(printable(name, 40) for name in set(names) - set(known)):
        if name not in seen and len(seen) < _MOST_WARNINGS:
            seen.add(name)
            _log.warning("%s: key '%s' is not read; known are %s", uri, name, ", ".join(known))
