"""One input file as it was listed, and opening it without ever waiting for it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tasks.errors import InputError
from tasks.read.reject import rejected

_SPECIAL = {stat.S_IFIFO: "a FIFO", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read.

    Attributes:
        path: where it lies on this machine.
        uri: `<source>/<file name>` in NFC, so that rows do not depend on the machine.
        source: the name of the folder it lies in.
        size: bytes when it was listed; None where nobody looked.
    """

    path: Path
    uri: str
    source: str
    size: int | None = field(default=None, compare=False)


@contextmanager
def opened(file: InputFile) -> Iterator[tuple[BinaryIO, int]]:
    """The open file and its size in bytes; closed at the end of the block.

    Raises:
        InputError: it is gone, smaller than when it was listed, no regular file, or cannot be opened or read;
            any OSError inside the block becomes one too.
    """
    try:
        with open(file.path, "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise not_a_file(file.uri, status.st_mode)
            if file.size is not None and status.st_size < file.size:
                raise changed(file.uri, file.size, status.st_size)
            yield stream, status.st_size
    except OSError as error:
        raise unreadable(file.uri, error) from error


def read_whole(stream: BinaryIO, uri: str, size: int | None, max_bytes: int) -> bytes:
    """All bytes of a file.

    Args:
        stream: the file, at its beginning.
        uri: its uri, for messages.
        size: the bytes that it has; None where that is not known beforehand.
        max_bytes: the most that is read.

    Raises:
        InputError: it has more, or not as many as it had.
    """
    if size is not None and size > max_bytes:
        raise too_large(uri, "file", size, max_bytes)
    # One byte more tells whether somebody is still writing.
    data = stream.read((max_bytes if size is None else size) + 1)
    if size is None and len(data) > max_bytes:
        raise too_large(uri, "file", len(data), max_bytes)
    if size is not None and len(data) != size:
        raise changed(uri, size, len(data))
    return data


def changed(uri: str, expected: int, size: int) -> InputError:
    """The signal for a file that had `expected` bytes and then gave `size`, so that its text may be half of one."""
    found = f"{expected} bytes, then {size}"
    reason = f"it changed during the run ({found}); run again once nothing writes to it"
    return rejected(uri, "file_changed", found, reason)


def too_large(uri: str, what: str, size: int, max_bytes: int) -> InputError:
    """The signal for a file or line (`what`) of `size` bytes or more, more than are read."""
    reason = f"the {what} has {size} bytes, more than the {max_bytes} allowed; split it, or allow more"
    return rejected(uri, "too_large", f"{size} bytes", reason)


def unreadable(uri: str, error: OSError) -> InputError:
    """The signal for a file or folder that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return rejected(uri, "vanished", "", "it was there when the run began and is gone; run again with it in place")
    cause = error.strerror or type(error).__name__
    return rejected(uri, "unreadable", cause, f"it cannot be read ({cause}); check its permissions and its disk")


def not_a_file(uri: str, mode: int) -> InputError:
    """The signal for what a read could wait on for ever; `mode` is its `st_mode`."""
    kind = _SPECIAL.get(stat.S_IFMT(mode), "no regular file")
    return rejected(uri, "not_a_file", kind, f"it is {kind}, which is never opened; give a regular file")


def _open_at_once(path: str, flags: int) -> int:
    # A FIFO that took the file's place after it was listed would block a plain open; Windows has neither.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
