"""CSV with a header to `RawDocument`s, a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from tasks.errors import InputError
from tasks.read.decode import check_characters
from tasks.read.inputfile import too_large
from tasks.read.raw import RawDocument
from tasks.read.record import NAMES, Origin, document_of
from tasks.read.reject import printable, rejected
from tasks.read.tabular import columns_read

_DELIMITERS = ",;\t|"
_STEP = 65_536  # characters of a too long line passed over at a time


def read_csv(stream: BinaryIO, origin: Origin, max_bytes: int) -> Iterator[RawDocument | InputError]:
    """The document of each row in order, or why it is not read; blank lines are passed over.

    The first line names the columns (see `record.NAMES`; source.yaml may map others to them). A cell may be quoted
    with `"`, and then hold line ends; an empty one counts as absent. Errors name the line on which a row begins.

    Args:
        stream: UTF-8, or the encoding that source.yaml says.
        origin: where it comes from.
        max_bytes: the longest row that is read, in characters.

    Raises:
        InputError: the header cannot be read, or a quote is never closed, so that no row behind it can be told.
    """
    # The only way to set it is for the whole process; it bounds nothing else here, and only ever grows.
    csv.field_size_limit(max(csv.field_size_limit(), min(max_bytes, 2**31 - 1)))
    lines = _Lines(stream, origin, max_bytes)
    delimiter = origin.description.delimiter or _delimiter(lines.peek(), origin)
    rows = _rows(lines, delimiter, origin, max_bytes)
    header = next(rows, None)
    if header is None:
        raise rejected(origin.uri, "no_header", "", "the file is empty; its first line must name the columns")
    if isinstance(header, InputError):
        raise header
    width = len(header[1])
    columns = columns_read([_decoded(name.strip(), "the header", header[0], origin) for name in header[1]], origin)
    for row in rows:
        if isinstance(row, InputError):
            yield row
            continue
        uri, cells = row
        try:
            if len(cells) != width:
                found = f"{len(cells)} cells"
                reason = f"the row has {found} where the header has {width}; quote cells that hold the delimiter"
                raise rejected(uri, "ragged_row", found, reason)
            record = {
                name: _decoded(cells[place], f"'{name}'", uri, origin) if cells[place].strip() else None
                for name, place in columns.items()
            }
            yield document_of(record, uri, origin, "row")
        except InputError as error:
            yield error


def _rows(
    lines: _Lines, delimiter: str, origin: Origin, max_bytes: int
) -> Iterator[tuple[str, list[str]] | InputError]:
    """Uri and cells of each row that is not blank, or why it has none."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin()
        row: list[str] = []
        fault = ""
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            fault = printable(str(error))  # it may quote a tab
        uri = f"{origin.uri}:{lines.first}"
        if lines.overlong:
            yield too_large(uri, "line", lines.overlong, max_bytes)
        elif fault:
            yield rejected(uri, "not_csv", fault, f"the row is no CSV ({fault}); close and double its quotes")
        elif row:
            yield uri, row


def _decoded(cell: str, what: str, uri: str, origin: Origin) -> str:
    stray = None if cell.isascii() else next((c for c in cell if "\udc80" <= c <= "\udcff"), None)
    if stray is not None:
        encoding = origin.description.encoding or "UTF-8"
        found = f"byte 0x{ord(stray) - 0xDC00:02x}"
        reason = f"{found} is no {encoding}; save the file as UTF-8, or say its 'encoding' in source.yaml"
        raise rejected(uri, "not_utf8", found, reason)
    return check_characters(cell, uri, what)


def _delimiter(first: str, origin: Origin) -> str:
    """The delimiter under which the first line names most of our columns, then the one that stands there most."""
    ours = {origin.description.columns.theirs(name) for name in NAMES}

    def named(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip(' "\r\n') for cell in first.split(delimiter)]
        return len(ours & set(cells)), len(cells)

    return max(_DELIMITERS, key=named)


class _Lines:
    """The physical lines of a CSV, no longer than allowed, and where the row that is being read began."""

    def __init__(self, stream: BinaryIO, origin: Origin, max_bytes: int) -> None:
        encoding = origin.description.encoding or "utf-8"
        encoding = "utf-8-sig" if encoding == "utf-8" else encoding
        # Wrapped so that the stream, which is not ours, is left open.
        self._text = io.TextIOWrapper(
            io.BufferedReader(_Raw(stream)), encoding=encoding, errors="surrogateescape", newline=""
        )
        self._origin, self._most = origin, max_bytes
        self._ahead: str | None = None
        self.number = self.first = self._length = self.overlong = 0

    def begin(self) -> None:
        """A new row begins on the next line."""
        self.first, self._length, self.overlong = self.number + 1, 0, 0

    def peek(self) -> str:
        if self._ahead is None:
            self._ahead = self._readline(self._most + 2)
        return self._ahead

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.peek()
        self._ahead = None
        if not line:
            raise StopIteration
        self.number += 1
        length = len(line)
        if length > self._most and not line.endswith(("\n", "\r")):
            while rest := self._readline(_STEP):
                length += len(rest)
                if rest.endswith(("\n", "\r")):
                    break
        if length > self._most + 2:
            self.overlong, line = length, "\n"
        self._length += len(line)
        if self._length > self._most + 2:
            reason = (
                f"the row that begins here is longer than the {self._most} allowed, so a quote may never be closed; "
                "close it, or allow more; no row behind this line was read"
            )
            raise rejected(f"{self._origin.uri}:{self.first}", "open_quote", printable(line), reason)
        return line

    def _readline(self, most: int) -> str:
        try:
            return self._text.readline(most)
        except UnicodeError as error:  # UTF-16 can break so that nothing behind can be read
            found = printable(str(error), 60)
            raise rejected(
                self._origin.uri, "not_utf8", found, f"it cannot be decoded ({found}); save it as UTF-8"
            ) from None


class _Raw(io.RawIOBase):
    """A stream that is read through, and not closed with its reader."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # all that io hands in
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
