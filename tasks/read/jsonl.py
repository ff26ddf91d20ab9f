"""JSON Lines to `RawDocument`s, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from tasks.errors import InputError
from tasks.read.decode import check_characters, decode
from tasks.read.inputfile import InputFile, changed, opened, too_large
from tasks.read.lines import numbered_lines
from tasks.read.raw import RawDocument
from tasks.read.record import NAMES, Origin, document_of, warn_of_unknown
from tasks.read.reject import printable, rejected

_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
_BOM = b"\xef\xbb\xbf"


def read_lines(file: InputFile, max_bytes: int) -> Iterator[RawDocument | InputError]:
    """The documents of a file that lies there as such; see `read_line_stream`."""
    try:
        with opened(file) as (stream, size):
            yield from read_line_stream(stream, Origin(file.path.name, file.uri, file.source), max_bytes)
            if stream.tell() < size:
                raise changed(file.uri, size, stream.tell())
    except InputError as error:
        yield error


def read_line_stream(stream: BinaryIO, origin: Origin, max_bytes: int) -> Iterator[RawDocument | InputError]:
    """The document of each line in order, or why it is not read; blank lines are passed over.

    A line is an object with `id` (text or whole number) and `text`, and where they are known `date` (as in a header),
    `title`, `url`, `source` (else the folder's name), `author` and `language` (BCP-47); null counts as absent.
    source.yaml may map other names to these. Other keys are not read; each is named in the log once per file, since
    it may be one of these misspelt.

    Args:
        stream: one JSON object per line, in UTF-8, of any size.
        origin: where it comes from.
        max_bytes: the longest line that is read; a longer one is rejected without holding it.
    """
    unknown: set[str] = set()
    theirs = {name: origin.description.columns.theirs(name) for name in NAMES}
    for number, line, length in _lines(stream, max_bytes):
        uri = f"{origin.uri}:{number}"
        try:
            if length > max_bytes:
                raise too_large(uri, "line", length, max_bytes)
            record = _record(line, uri)
            warn_of_unknown(record.keys(), theirs.values(), origin.uri, unknown)
            named = {name: _field(record, name, key, uri) for name, key in theirs.items()}
            if named["id"] is None:
                reason = f"the line has no '{theirs['id']}'; give a text or whole number to name it by"
                raise rejected(uri, "missing_id", "", reason)
            yield document_of(named, uri, origin, "line")
        except InputError as error:
            yield error


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes, int]]:
    """Number, bytes and length of each line that is not blank; of a too long one only the first bytes."""
    for number, line, length in numbered_lines(stream, max_bytes):
        if length > max_bytes:
            yield number, line, length
        elif stripped := (line.removeprefix(_BOM) if number == 1 else line).strip():
            yield number, stripped, len(stripped)


def _record(line: bytes, uri: str) -> dict[str, Any]:
    text = decode(line, uri)
    try:
        record = json.loads(text, object_pairs_hook=_unrepeated, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        fault = f"{error.msg} at character {error.pos}"
    except RecursionError:
        fault = "nested too deeply"
    except ValueError as error:
        # A repeated key, NaN or Infinity, or a whole number of thousands of digits.
        fault = str(error).partition(";")[0]
    else:
        if isinstance(record, dict):
            return record
        kind = _TYPES.get(type(record), "a text" if isinstance(record, str) else "null")
        raise rejected(uri, "not_an_object", text, f'the line is {kind}, not an object; write {{"id": …, "text": …}}')
    raise rejected(uri, "not_json", text, f"the line is no JSON ({printable(fault)}); write one object on each line")


def _field(record: dict[str, Any], name: str, key: str, uri: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    # A truth value is a whole number to Python, not to the source.
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        expected = "a text or a whole number" if name == "id" else "a text"
        reason = f"'{key}' is {_TYPES[type(value)]}; write {expected}"
        raise rejected(uri, "wrong_type", _TYPES[type(value)], reason)
    return check_characters(value, uri, f"'{key}'")


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a key stands twice")
    return record


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
