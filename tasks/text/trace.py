"""From a document's text back to the bytes of the file that it was read from."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.read.description import NOTHING, Description
from tasks.read.raw import RawDocument
from tasks.text.normal import align, normal_form
from tasks.text.offsets import ByteOffsets, Edit, OffsetMap, edited

_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BETWEEN = re.compile(r"[\s:,]*")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*+)"')
# Two escapes that are halves of one character go together.
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")


@dataclass(frozen=True, slots=True)
class Trace:
    """The way from a document's text in normal form to the bytes that it was made from.

    Attributes:
        offsets: from code points of `Document.text` to code points of what was saved.
        saved: the byte at which each of those begins.
    """

    offsets: OffsetMap
    saved: ByteOffsets

    def source_bytes(self, start: int, end: int) -> tuple[int, int]:
        """The first byte of the file that `text[start:end]` was made from, and the one behind its last.

        Decoded and brought into normal form again they are that piece, where it begins and ends with whole letters:
        they hold what was dropped inside it (half of a line end, soft hyphens), and nothing that was dropped beside it.
        """
        first, behind = self.offsets.source_span(start, end)
        return self.saved.byte(first), self.saved.byte(behind)


def trace(data: bytes, raw: RawDocument, form: str, description: Description = NOTHING) -> Trace | None:
    """How to find the bytes of a file that pieces of a document were made from.

    Args:
        data: the file as it lies there, unpacked.
        raw: the document that was read from it.
        form: its format, such as `text` or `jsonl`; see `format_of`.
        description: what its source says of its files.

    Returns:
        None where the text does not stand in the file as such (CSV, Parquet, feeds, the main text of a page), or where
        the file is no longer the one that the document was read from.
    """
    try:
        if form == "text":
            return _of_text(data, raw, description.encoding or "utf-8")
        return _of_line(data, raw, description.columns.theirs("text")) if form == "jsonl" else None
    except (ValueError, IndexError):  # it cannot be decoded, or has no such line or key
        return None


def _of_text(data: bytes, raw: RawDocument, encoding: str) -> Trace | None:
    first = 0
    if encoding == "utf-16":  # the mark says the order of bytes, and is no character
        encoding, first = next(((name, 2) for mark, name in _MARKS.items() if data.startswith(mark)), ("utf-16-le", 0))
    saved = data[first:].decode(encoding)
    return _traced(saved, OffsetMap(), raw, ByteOffsets(saved, encoding, first))


def _of_line(data: bytes, raw: RawDocument, key: str) -> Trace | None:
    number = int(raw.uri.rpartition(":")[2])
    first = 0
    for _ in range(number - 1):
        first = data.index(b"\n", first) + 1
    behind = data.find(b"\n", first)
    line = data[first : len(data) if behind < 0 else behind].decode()
    start, end = _literal(line, key)
    value, layer = edited(line, _unescaped(line, start, end))
    return _traced(value, OffsetMap((layer,)), raw, ByteOffsets(line, first=first))


def _traced(value: str, to_saved: OffsetMap, raw: RawDocument, saved: ByteOffsets) -> Trace | None:
    read = align(value, raw.text)
    return None if read is None else Trace(normal_form(raw.text).offsets.after(read).after(to_saved), saved)


def _literal(line: str, key: str) -> tuple[int, int]:
    """Where the text behind a key of a JSON object stands, without its quotation marks."""
    decoder = json.JSONDecoder()
    at = line.index("{") + 1
    while True:
        name, at = decoder.raw_decode(line, _behind(line, at))
        at = _behind(line, at)
        if name == key and (literal := _LITERAL.match(line, at)):
            return literal.span(1)
        _, at = decoder.raw_decode(line, at)


def _behind(line: str, at: int) -> int:
    between = _BETWEEN.match(line, at)
    return between.end() if between else at


def _unescaped(line: str, start: int, end: int) -> Iterator[Edit]:
    """What makes a line of JSON the text of a literal in it."""
    yield 0, start, ""
    for escape in _ESCAPE.finditer(line, start, end):
        yield escape.start(), escape.end(), json.loads(f'"{escape.group()}"')
    yield end, len(line), ""
