"""Lines in, their dates out, for `tidings dates`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from tasks.dates.find import find_dates
from tasks.errors import InputError
from tasks.read.decode import decode
from tasks.read.inputfile import too_large
from tasks.read.lines import numbered_lines
from tasks.text.normal import normal_form

_LONGEST = 1_000_000  # bytes of a line; a paragraph has some thousand


def date_rows(
    stream: BinaryIO, language: str, published: str | None, reference: Path
) -> Iterator[list[dict[str, Any]] | InputError]:
    """The time expressions of each line, offsets in code points of the line as it came, or why it is not read."""
    for number, data, length in numbered_lines(stream, _LONGEST):
        uri = f"<stdin>:{number}"
        try:
            if length > _LONGEST:
                raise too_large(uri, "line", length, _LONGEST)
            yield _rows(decode(data, uri), language, published, reference)
        except InputError as error:
            yield error


def _rows(line: str, language: str, published: str | None, reference: Path) -> list[dict[str, Any]]:
    normal = normal_form(line)
    rows = []
    for time in find_dates(normal.text, language, published, reference):
        start, end = normal.offsets.source_span(time.start, time.end)
        row = {name: getattr(time, name) for name in type(time).__dataclass_fields__}
        rows.append(row | {"start": start, "end": end, "text": line[start:end]})
    return rows
