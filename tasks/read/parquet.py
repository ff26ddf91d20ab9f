"""Parquet to `RawDocument`s, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from tasks.errors import InputError
from tasks.read.decode import check_characters
from tasks.read.raw import RawDocument
from tasks.read.record import Origin, document_of
from tasks.read.reject import printable, rejected
from tasks.read.tabular import columns_read
from tasks.settings import ReadLimits

_ROWS = 32  # of a batch, so that little is held at a time


def read_parquet(
    stream: BinaryIO, origin: Origin, max_bytes: int, limits: ReadLimits
) -> Iterator[RawDocument | InputError]:
    """The document of each row in order, or why it is not read. Errors name the number of the row, from 1.

    Columns are those of CSV. `id` may be a whole number, `date` a date or timestamp; everything else is text.

    Args:
        stream: the file; it can be sought in.
        origin: where it comes from.
        max_bytes: the longest text that is read, in characters.
        limits: how much of a column may be unpacked at once.

    Raises:
        InputError: it is no Parquet, or has not the columns.
    """
    # Both libraries cost a third of a second to load, which only sources with Parquet pay.
    import pyarrow as pa
    import pyarrow.parquet as pq

    broken = (pa.ArrowException, OSError, ValueError, NotImplementedError, KeyError, IndexError, OverflowError)
    try:
        file = pq.ParquetFile(stream)
        header = list(file.schema_arrow.names)
    except broken as error:
        raise _damaged(origin, error) from None
    columns = columns_read(header, origin)
    _check_size(file.metadata, origin, limits)
    names = {header[place]: name for name, place in columns.items()}
    number = 0
    batches = file.iter_batches(batch_size=_ROWS, columns=list(names), use_threads=False)
    while True:
        try:
            batch = next(batches, None)
        except broken as error:
            raise _damaged(origin, error) from None
        if batch is None:
            return
        arrays = {names[name]: batch.column(name) for name in batch.schema.names}
        for row in range(batch.num_rows):
            number += 1
            uri = f"{origin.uri}:{number}"
            try:
                record = {name: _value(array[row], name, uri, max_bytes) for name, array in arrays.items()}
                yield document_of(record, uri, origin, "row")
            except InputError as error:
                yield error


def _value(scalar: Any, name: str, uri: str, max_bytes: int) -> str | None:
    try:
        value = scalar.as_py()
    except UnicodeDecodeError as error:
        found = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise rejected(uri, "not_utf8", found, f"{found} of '{name}' is no UTF-8; write it as UTF-8") from None
    except (ValueError, OverflowError, ArithmeticError):  # a date that no calendar has
        value = scalar
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if name == "date" and isinstance(value, date):
        # A timestamp without a zone is a day as it is written; with one, it ends in its offset.
        return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
    if not isinstance(value, str):
        expected = {"id": "a text or a whole number", "date": "a text, date or timestamp"}.get(name, "a text")
        found = str(scalar.type)
        raise rejected(uri, "wrong_type", found, f"'{name}' is of type {printable(found, 40)}; write {expected}")
    if len(value) > max_bytes:
        found = f"{len(value)} characters"
        reason = f"'{name}' has {found}, more than the {max_bytes} allowed; split it, or allow more"
        raise rejected(uri, "too_large", found, reason)
    return check_characters(value, uri, f"'{name}'") if value.strip() else None


def _check_size(metadata: Any, origin: Origin, limits: ReadLimits) -> None:
    # Never `.column()` of a group: on damaged statistics pyarrow 26 does not raise but ends the process.
    sizes = [metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups)]
    largest = max(sizes, default=0)
    if largest > limits.parquet_group_bytes:
        found = f"{largest} bytes"
        reason = f"a row group has {found} unpacked; write smaller row groups, or allow more"
        raise rejected(origin.uri, "too_large", found, reason)


def _damaged(origin: Origin, error: Exception) -> InputError:
    cause = printable(str(error) or type(error).__name__, 120)
    return rejected(origin.uri, "not_parquet", cause, f"it is no Parquet that can be read ({cause}); write it again")
