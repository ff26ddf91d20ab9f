"""The bytes of one input to its documents: which reader, and what is unpacked for it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from tasks.errors import InputError
from tasks.read.csvfile import read_csv
from tasks.read.feed import read_feed
from tasks.read.formats import GZIP, ZIP, format_of, is_gzip, known_suffixes
from tasks.read.inputfile import changed, read_whole
from tasks.read.jsonl import read_line_stream
from tasks.read.packed import Entry, gunzipped, unzipped
from tasks.read.page import read_page
from tasks.read.parquet import read_parquet
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.read.reject import printable, rejected
from tasks.read.seedfile import read_seed_stream
from tasks.settings import ReadLimits

_PASSED_OVER = frozenset((".md", ".yaml", ".yml"))
_FOLDERS_OF_OTHERS = frozenset(("__MACOSX",))

Documents = Iterator[RawDocument | InputError]


def read_content(stream: BinaryIO, origin: Origin, size: int, max_bytes: int, limits: ReadLimits) -> Documents:
    """The documents of an open file, or why they are not read.

    Args:
        stream: the file; it can be sought in.
        origin: its name, source and description.
        size: its bytes.
        max_bytes: the largest text that is read.
        limits: how much it may unpack to.

    Raises:
        InputError: nothing behind what was given can be read.
    """
    if PurePath(origin.name).suffix.lower() == ZIP:
        for entry in unzipped(stream, size, origin.uri, limits):
            if isinstance(entry, InputError):
                yield entry
            elif not _passed_over(entry.name):
                yield from _entry(entry, origin, max_bytes, limits)
    elif is_gzip(origin.name):
        yield from _read(gunzipped(stream, origin.uri, limits), origin, max_bytes, limits)
    else:
        yield from _read(stream, replace(origin, size=size), max_bytes, limits)
        # What was cut off while it was read may have ended in the middle of a text.
        if _kind(origin) != "parquet" and stream.tell() < size:
            raise changed(origin.uri, size, stream.tell())


def _read(stream: BinaryIO, origin: Origin, max_bytes: int, limits: ReadLimits) -> Documents:
    kind = _kind(origin)
    if kind == "text":
        yield from read_seed_stream(stream, origin, max_bytes)
    elif kind == "jsonl":
        yield from read_line_stream(stream, origin, max_bytes)
    elif kind == "csv":
        yield from read_csv(stream, origin, max_bytes)
    elif kind == "html":
        yield from read_page(stream, origin, max_bytes, limits)
    elif kind == "feed":
        yield from read_feed(stream, origin, max_bytes, limits)
    elif origin.size is None:
        # Parquet is read from its end, so a packed one is held whole.
        yield from read_parquet(io.BytesIO(read_whole(stream, origin.uri, None, max_bytes)), origin, max_bytes, limits)
    else:
        yield from read_parquet(stream, origin, max_bytes, limits)


def _kind(origin: Origin) -> str | None:
    return origin.description.format or format_of(origin.name)


def _entry(entry: Entry, archive: Origin, max_bytes: int, limits: ReadLimits) -> Documents:
    uri = f"{archive.uri}/{entry.name}"
    path = PurePath(entry.name)
    try:
        if path.suffix.lower() in {GZIP, ZIP}:
            reason = "it is packed inside a zip; unpack the outer one"
            raise rejected(uri, "packed_twice", path.name, reason)
        if format_of(path.name) is None:
            reason = f"files with {printable(path.suffix) or 'no suffix'} are not read; give {known_suffixes()}"
            raise rejected(uri, "unknown_format", path.name, reason)
        origin = replace(archive, name=path.name, uri=uri)
        with entry.open() as stream:
            yield from _read(stream, origin, max_bytes, limits)
    except InputError as error:
        if error.uri == archive.uri:  # all entries together are too large
            raise
        yield error


def _passed_over(name: str) -> bool:
    parts = name.split("/")
    if any(part.startswith(".") or part in _FOLDERS_OF_OTHERS for part in parts):
        return True
    return PurePath(name).suffix.lower() in _PASSED_OVER or parts[-1] == "LICENSE"
