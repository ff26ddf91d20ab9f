"""Where every offset of a changed text stands in the text it was made from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

Edit = tuple[int, int, str]
_PAGE = 1024  # code points between two counted byte offsets


@dataclass(frozen=True)
class Layer:
    """One step from an older text to a newer one, as the places where they differ.

    Attributes:
        new_starts, new_ends, old_starts, old_ends: code points of each difference in both texts, in order; between
            two differences the texts are the same.
    """

    new_starts: tuple[int, ...] = ()
    new_ends: tuple[int, ...] = ()
    old_starts: tuple[int, ...] = ()
    old_ends: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the older text that `[start, end)` of the newer one was made from."""
        if start == end:
            at = self._first(start)
            return at, at
        return self._first(start), self._behind(end - 1)

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the newer text that `[start, end)` of the older one became; empty where it was dropped."""
        return self._mirror.back(start, end)

    def _first(self, at: int) -> int:
        """Where the character at an offset begins in the older text; behind the last one, the end."""
        i = bisect_right(self.new_starts, at) - 1
        if i < 0:
            return at
        # Several differences may begin at one offset of the newer text, where nothing was put for the earlier ones.
        if at < self.new_ends[i]:
            return self.old_starts[i]
        return self.old_ends[i] + at - self.new_ends[i]

    def _behind(self, last: int) -> int:
        """Where the character at an offset ends in the older text."""
        i = bisect_right(self.new_starts, last) - 1
        if i < 0:
            return last + 1
        if last < self.new_ends[i]:
            return self.old_ends[i]
        return self.old_ends[i] + last - self.new_ends[i] + 1

    @cached_property
    def _mirror(self) -> Layer:
        return Layer(self.old_starts, self.old_ends, self.new_starts, self.new_ends)


@dataclass(frozen=True)
class OffsetMap:
    """The way from a text back to the one it was made from, through any number of layers, the newest first."""

    layers: tuple[Layer, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the source that `[start, end)` was made from, in code points.

        What was dropped beside the piece does not belong to it; what was dropped inside it does.
        """
        for layer in self.layers:
            start, end = layer.back(start, end)
        return start, end

    def source_offset(self, offset: int) -> int:
        """Where the character at an offset begins in the source; never falls as the offset rises."""
        return self.source_span(offset, offset)[0]

    def normal_span(self, start: int, end: int) -> tuple[int, int]:
        """The piece that was made from `[start, end)` of the source; empty where all of it was dropped."""
        for layer in reversed(self.layers):
            start, end = layer.forth(start, end)
        return start, end

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """The map through this one and then through that of the step before, down to its source."""
        return OffsetMap(self.layers + earlier.layers)


class ByteOffsets:
    """The byte at which each code point of a saved text begins.

    Args:
        text: the text.
        encoding: one that puts no mark at the beginning (`utf-16-le`, not `utf-16`).
        first: the byte of the first code point.
    """

    def __init__(self, text: str, encoding: str = "utf-8", first: int = 0) -> None:
        """Counts the bytes of each page, so that a look-up reads one page at most."""
        self._text, self._encoding = text, encoding
        self._pages = [first]
        for start in range(0, len(text), _PAGE):
            self._pages.append(self._pages[-1] + self._size(text[start : start + _PAGE]))

    def byte(self, offset: int) -> int:
        """The byte for an offset in code points, 0 to the text's length."""
        page = offset // _PAGE
        return self._pages[page] + self._size(self._text[page * _PAGE : offset])

    def offset(self, byte: int) -> int:
        """The code point that a byte belongs to; the text's length for the byte behind the last."""
        page = max(0, bisect_left(self._pages, byte + 1, hi=len(self._pages) - 1) - 1)
        counted, at = self._pages[page], page * _PAGE
        while at < len(self._text) and counted + self._size(self._text[at]) <= byte:
            counted += self._size(self._text[at])
            at += 1
        return at

    def _size(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogatepass"))


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Layer]:
    """A text with pieces replaced, and the layer back to it.

    Args:
        text: the older text.
        edits: start, end and replacement, in order, never overlapping.
    """
    parts, new_starts, new_ends, old_starts, old_ends = [], [], [], [], []
    done = length = 0
    for start, end, put in edits:
        parts += [text[done:start], put]
        length += start - done
        new_starts.append(length)
        length += len(put)
        new_ends.append(length)
        old_starts.append(start)
        old_ends.append(end)
        done = end
    if not parts:
        return text, Layer()
    return "".join((*parts, text[done:])), Layer(*map(tuple, (new_starts, new_ends, old_starts, old_ends)))


def trimmed(text: str) -> tuple[str, Layer]:
    """A text without white space at its ends, and the layer back to it."""
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    return edited(text, _cuts(start, end, len(text)))


def _cuts(start: int, end: int, length: int) -> Iterator[Edit]:
    if start:
        yield 0, start, ""
    if end < length:
        yield end, length, ""
