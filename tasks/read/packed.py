"""Unpacked bytes of gzip and zip files, a piece at a time and never on disk, within the limits of a run."""

from __future__ import annotations

import gzip
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from tasks.errors import InputError
from tasks.read.reject import printable, rejected
from tasks.settings import ReadLimits

# What the two libraries raise on damaged or hostile archives; some of it is not documented.
_DAMAGE = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error,
           ValueError, OverflowError, IndexError, LookupError)  # fmt: skip
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_ENCRYPTED = 0x1
_READ = 65_536


class _Readable(Protocol):
    def read(self, n: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip: its name with `/` between folders, and a way to open it, once."""

    name: str
    open: Callable[[], BinaryIO]


def unzipped(stream: BinaryIO, size: int, uri: str, limits: ReadLimits) -> Iterator[Entry | InputError]:
    """The files in a zip in the order of their names, folders left out; an error for each that is not opened.

    Args:
        stream: the archive; it can be sought in.
        size: its bytes.
        uri: the archive's; `/<entry>` is added.
        limits: how much it may unpack to.

    Raises:
        InputError: it is no zip, or has too many entries.
    """
    try:
        archive = zipfile.ZipFile(_Bounded(stream, limits.zip_directory_bytes))
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    except (*_DAMAGE, OSError) as error:
        raise _damaged(uri, "zip", error) from None
    if len(entries) > limits.zip_entries:
        found = f"{len(entries)} entries"
        reason = f"the zip has {found}, more than the {limits.zip_entries} allowed; split it, or allow more"
        raise rejected(uri, "too_many_entries", found, reason)
    total = _Total(uri, limits)
    before = ""
    for entry in entries:
        fault = _fault(entry, before)
        before = entry.filename
        where = f"{uri}/{printable(entry.filename, 500)}"
        if fault is not None:
            yield rejected(where, *fault)
        elif not entry.is_dir():
            yield Entry(entry.filename, lambda entry=entry, where=where: _open(archive, entry, where, size, total))  # type: ignore[misc]  # binds the loop's values


def gunzipped(stream: BinaryIO, uri: str, limits: ReadLimits) -> BinaryIO:
    """What a gzip file holds; reading raises InputError where it is damaged or unpacks to more than is allowed."""
    inner = gzip.GzipFile(fileobj=stream, mode="rb")
    return io.BufferedReader(_Unpacking(inner, uri, "gzip", stream.tell, _Total(uri, limits)), _READ)


def _fault(entry: zipfile.ZipInfo, before: str) -> tuple[str, str, str] | None:
    """Check, finding and reason for an entry that is never opened."""
    name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\\" in name:
        return "entry_name", name, "the entry's name leads out of the zip; pack the files under plain relative names"
    if not name.isprintable():
        return "entry_name", name, "the entry's name cannot be printed; rename the file and pack it again"
    if name == before:
        return "entry_twice", name, "the zip has this name twice; only the first is read, pack each once"
    if kind and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        return (
            "entry_kind",
            oct(kind),
            "the entry is a link or no regular file, which is not followed; pack the file itself",
        )
    return _packing_fault(entry)


def _packing_fault(entry: zipfile.ZipInfo) -> tuple[str, str, str] | None:
    if entry.flag_bits & _ENCRYPTED:
        return "encrypted", entry.filename, "the entry is encrypted; pack it without a password"
    if entry.compress_type not in _METHODS:
        found = f"method {entry.compress_type}"
        return "entry_method", found, f"the entry is packed with {found}; pack it with deflate, as zip does by itself"
    return None


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, uri: str, size: int, total: _Total) -> BinaryIO:
    try:
        inner = archive.open(entry)
    except (*_DAMAGE, OSError) as error:
        raise _damaged(uri, "zip entry", error) from None
    packed = min(entry.compress_size, size)
    return io.BufferedReader(_Unpacking(inner, uri, "zip entry", lambda: packed, total), _READ)


class _Total:
    """What all entries of an archive have unpacked to."""

    def __init__(self, uri: str, limits: ReadLimits) -> None:
        self.uri, self.limits, self.bytes = uri, limits, 0

    def add(self, count: int) -> None:
        self.bytes += count
        if self.bytes > self.limits.total_bytes:
            found = f"more than {self.limits.total_bytes} bytes"
            raise rejected(
                self.uri, "unpacks_too_large", found, f"it unpacks to {found} in all; split it, or allow more"
            )


class _Unpacking(io.RawIOBase):
    """Counts what comes out, and stops where that is too much or too much for what went in."""

    def __init__(self, inner: _Readable, uri: str, what: str, packed: Callable[[], int], total: _Total) -> None:
        self._inner, self._uri, self._what, self._packed, self._total = inner, uri, what, packed, total
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # all that io hands in
        try:
            data = self._inner.read(min(len(buffer), _READ))
        except (*_DAMAGE, OSError) as error:
            raise _damaged(self._uri, self._what, error) from None
        self._count += len(data)
        self._total.add(len(data))
        limits = self._total.limits
        if self._count > limits.entry_bytes:
            found = f"more than {limits.entry_bytes} bytes"
            raise rejected(self._uri, "unpacks_too_large", found, f"it unpacks to {found}; split it, or allow more")
        if self._count > limits.ratio_free_bytes and self._count > limits.ratio * max(1, self._packed()):
            found = f"{self._count} bytes out of {self._packed()}"
            reason = f"it unpacks to {found}, more than {limits.ratio} times; text does not, pack less or allow more"
            raise rejected(self._uri, "ratio", found, reason)
        buffer[: len(data)] = data
        return len(data)


class _Bounded:
    """A file of which the zip library, which takes the size of a directory from the file, reads no more than that."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most = stream, most
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, count: int = -1) -> bytes:
        data = self._stream.read(self._most + 1 if count < 0 else min(count, self._most + 1))
        if len(data) > self._most:
            raise zipfile.BadZipFile(f"its directory has more than {self._most} bytes")
        return data


def _damaged(uri: str, what: str, error: Exception) -> InputError:
    cause = printable(str(error) or type(error).__name__, 120)
    return rejected(
        uri, f"damaged_{what.partition(' ')[0]}", cause, f"the {what} is damaged or none ({cause}); pack it again"
    )
