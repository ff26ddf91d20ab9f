"""One text with its header to a `RawDocument`."""

from __future__ import annotations

from pathlib import PurePath

from tasks.read.decode import check_characters, decode, normal_name, normal_text
from tasks.read.header import check_published, has_header, parse_header
from tasks.read.identity import check_name
from tasks.read.inputfile import InputFile, changed, opened, too_large
from tasks.read.raw import RawDocument
from tasks.read.reject import rejected


def read_seed(file: InputFile, max_bytes: int) -> RawDocument:
    """The document of a text file; its id is the file's stem.

    The text comes in NFC with LF line ends and its ends stripped, so that the same text saved in another way has
    the same `content_hash`.

    Args:
        file: a UTF-8 text that begins with a header.
        max_bytes: the largest file that is read.

    Raises:
        InputError: the file cannot be read, or is no such text.
    """
    doc_id = check_name(PurePath(normal_name(file.path.name)).stem, file.uri, "doc_id")
    text = _filled(normal_text(decode(_content(file, max_bytes), file.uri), file.uri), file.uri)
    header, published, rest = parse_header(text, file.uri)
    return RawDocument(doc_id, file.source, file.uri, header, published, _filled(rest, file.uri))


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


def _content(file: InputFile, max_bytes: int) -> bytes:
    with opened(file) as (stream, size):
        if size > max_bytes:
            raise too_large(file.uri, "file", size, max_bytes)
        # One byte more tells whether somebody is still writing.
        data = stream.read(size + 1)
    if len(data) != size:
        raise changed(file.uri, size, len(data))
    return data


def _filled(text: str, uri: str) -> str:
    if not text:
        raise rejected(uri, "empty_text", "", "there is no text; give one, or remove the file")
    return text
