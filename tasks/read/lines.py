"""The lines of a stream of any size, of which no more than one is ever held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_STEP = 65_536  # bytes of a too long line passed over at a time
_SHOWN = 100


def numbered_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes, int]]:
    """Number, bytes and length of each line, without its end; of one longer than `max_bytes` only the first bytes."""
    number = 0
    # The line end, one or two bytes, is not counted.
    while line := stream.readline(max_bytes + 2):
        number += 1
        length = len(line)
        if length > max_bytes and not line.endswith(b"\n"):
            while rest := stream.readline(_STEP):
                length += len(rest.rstrip(b"\r\n"))
                if rest.endswith(b"\n"):
                    break
            yield number, line[:_SHOWN], length
        else:
            line = line.removesuffix(b"\n").removesuffix(b"\r")
            yield number, line, len(line)
