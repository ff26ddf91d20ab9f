"""JSON Lines to `RawDocument`s, a line each."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from tasks.errors import InputError
from tasks.read.decode import check_characters, decode, normal_name, normal_text
from tasks.read.header import check_published
from tasks.read.identity import check_name
from tasks.read.inputfile import InputFile, changed, opened, too_large
from tasks.read.raw import RawDocument
from tasks.read.reject import printable, rejected

_log = logging.getLogger(__name__)

# `url` is checked and then goes nowhere: no table has a place for it, and the uri must not depend on it.
_KEYS = ("id", "date", "text", "title", "url", "source", "language")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
_BOM = b"\xef\xbb\xbf"
_STEP = 65_536  # bytes of a too long line passed over at a time
_MOST_WARNINGS = 20  # unknown keys named per file; keys that are data must not fill the log


def read_lines(file: InputFile, max_bytes: int) -> Iterator[RawDocument | InputError]:
    """The document of each line in order, or why it is not read; blank lines are passed over.

    A line is an object with `id` (text or whole number) and `text`, and where they are known `date` (as in a header),
    `title`, `url`, `source` (else the folder's name) and `language` (BCP-47); null counts as absent. Other keys are not
    read; each is named in the log once per file, since it may be one of these misspelt.

    Args:
        file: a file with one JSON object per line, in UTF-8; the file may be of any size.
        max_bytes: the longest line that is read; a longer one is rejected without holding it.
    """
    unknown: set[str] = set()
    try:
        with opened(file) as (stream, size):
            for number, line, length in _lines(stream, max_bytes):
                uri = f"{file.uri}:{number}"
                try:
                    if length > max_bytes:
                        raise too_large(uri, "line", length, max_bytes)
                    record = _record(line, uri)
                    _warn_of_unknown(record, file.uri, unknown)
                    yield _document(record, file.source, uri)
                except InputError as error:
                    yield error
            if stream.tell() < size:
                raise changed(file.uri, size, stream.tell())
    except InputError as error:
        yield error


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes, int]]:
    """Number, bytes and length of each line that is not blank; of a too long one only the first bytes."""
    number = 0
    # The line end, one or two bytes, is not counted.
    while line := stream.readline(max_bytes + 2):
        number += 1
        length = len(line)
        if length > max_bytes and not line.endswith(b"\n"):
            line = line[:100]
            while rest := stream.readline(_STEP):
                length += len(rest.rstrip(b"\r\n"))
                if rest.endswith(b"\n"):
                    break
        else:
            line = (line.removeprefix(_BOM) if number == 1 else line).strip()
            length = len(line)
        if line:
            yield number, line, length


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


def _document(record: dict[str, Any], source: str, uri: str) -> RawDocument:
    doc_id, date, text, title, _, stated_source, language = (_field(record, key, uri) for key in _KEYS)
    if doc_id is None:
        raise rejected(uri, "missing_id", "", "the line has no 'id'; give a text or whole number to name it by")
    if text is None:
        raise rejected(uri, "missing_text", "", "the line has no 'text'; give the document's text there")
    body = normal_text(text, uri)
    if not body:
        raise rejected(uri, "empty_text", text, "there is no text; give one, or remove the line")
    if language is not None and not _TAG.fullmatch(language):
        reason = f"'language' is '{printable(language, 40)}', no language tag; write BCP-47, such as en or nb"
        raise rejected(uri, "language", language, reason)
    return RawDocument(
        doc_id=check_name(normal_name(doc_id), uri, "doc_id"),
        source=source if stated_source is None else check_name(normal_name(stated_source), uri, "source"),
        uri=uri,
        header="",
        published=None if date is None else check_published(date, uri, "field date"),
        text=body,
        title=None if title is None else normal_text(title, uri) or None,
        language=language,
    )


def _field(record: dict[str, Any], key: str, uri: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    # A truth value is a whole number to Python, not to the source.
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        expected = "a text or a whole number" if key == "id" else "a text"
        reason = f"'{key}' is {_TYPES[type(value)]}; write {expected}"
        raise rejected(uri, "wrong_type", _TYPES[type(value)], reason)
    return check_characters(value, uri, f"'{key}'")


def _warn_of_unknown(record: dict[str, Any], uri: str, seen: set[str]) -> None:
    for key in record.keys() - set(_KEYS):
        name = printable(key, 40)
        if name not in seen and len(seen) < _MOST_WARNINGS:
            seen.add(name)
            _log.warning("%s: key '%s' is not read; known are %s", uri, name, ", ".join(_KEYS))


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a key stands twice")
    return record


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
