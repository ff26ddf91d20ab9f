"""One text with its header to a `RawDocument`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tasks.read.decode import check_characters, decode, normal_name, normal_text
from tasks.read.formats import stem_of
from tasks.read.header import check_published, has_header, parse_header
from tasks.read.identity import check_name
from tasks.read.inputfile import InputFile, opened, read_whole
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.read.reject import rejected


def read_seed(file: InputFile, max_bytes: int) -> RawDocument:
    """The document of a text file that lies there as such; see `read_seed_stream`."""
    with opened(file) as (stream, size):
        return next(read_seed_stream(stream, Origin(file.path.name, file.uri, file.source, size=size), max_bytes))


def read_seed_stream(stream: BinaryIO, origin: Origin, max_bytes: int) -> Iterator[RawDocument]:
    """The document of a text; its id is the file's stem.

    The text comes in NFC with LF line ends and its ends stripped, so that the same text saved in another way has
    the same `content_hash`.

    Args:
        stream: a text that begins with a header, in UTF-8 or as source.yaml says.
        origin: where it comes from.
        max_bytes: the largest file that is read.

    Raises:
        InputError: the file cannot be read, or is no such text.
    """
    uri, description = origin.uri, origin.description
    doc_id = check_name(stem_of(normal_name(origin.name)), uri, "doc_id")
    data = read_whole(stream, uri, origin.size, max_bytes)
    text = _filled(normal_text(decode(data, uri, description.encoding or "utf-8"), uri), uri)
    header, published, rest = parse_header(text, uri)
    yield RawDocument(
        doc_id, origin.source, uri, header, published, _filled(rest, uri),
        language=description.language, publisher=description.publisher,
    )  # fmt: skip


def read_text(
    text: str, *, doc_id: str, source: str, uri: str, published: str | None = None, language: str | None = None
) -> RawDocument:
    """The document of a text that is given as such, with or without a header.

    Args:
        text: any text; a header in it wins over `published`.
        doc_id: what to call the document.
        source: who the text came from.
        uri: where it came from.
        published: EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where unknown.
        language: BCP-47 tag, or None where it is to be found out.

    Raises:
        InputError: the text is empty, holds what no text does, or a date is none.
    """
    check_name(doc_id, uri, "doc_id")
    rest = _filled(normal_text(check_characters(text, uri, "the text"), uri), uri)
    header = ""
    if has_header(rest):
        header, published, rest = parse_header(rest, uri)
    elif published is not None:
        check_published(published, uri, "published date")
    return RawDocument(doc_id, source, uri, header, published, _filled(rest, uri), language=language)


def _filled(text: str, uri: str) -> str:
    if not text:
        raise rejected(uri, "empty_text", "", "there is no text; give one, or remove the file")
    return text
