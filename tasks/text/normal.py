"""The normal form of a text, that all offsets count in, and the way back to the text as it came."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tasks.text.mojibake import mojibake_repairs
from tasks.text.offsets import ByteOffsets, Edit, OffsetMap, edited, trimmed

_LINE_END = r"\r\n?|[\u2028\u2029\x85\v\f]"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Zero-width space, word joiner and byte order mark mean nothing. Joiners and non-joiners spell Persian, Hindi and
# emoji; between Latin letters they are left over from typesetting.
_JOINERS = r"(?<=[\x20-\u024f])[\u200c\u200d](?=[\x20-\u024f])"
_NOTHING = rf"[\u200b\u2060\ufeff]|\u00ad(?:(?:\r\n?|\n)(?=\w))?|{_JOINERS}"
_CHARACTERS = re.compile(
    # A run of blanks is looked at once, from its start, so that long runs cost no more than their length.
    rf"(?P<trailing>(?<![ \t{_SPACES}])[ \t{_SPACES}]++(?=[\r\n\u2028\u2029\x85\v\f]|\Z))"
    rf"|(?P<line_end>{_LINE_END})|(?P<space>[{_SPACES}])|(?P<nothing>{_NOTHING})"
)
_PUT = {"trailing": "", "line_end": "\n", "space": " ", "nothing": ""}
_COMPOSES = re.compile(r"[^\x00-\u02ff]+")
_MARKS = 500  # ordering n marks on one letter takes n² steps; text with more of them is no text and stays as it is
_JAMO = range(0x1160, 0x1200)  # Korean vowels and final consonants join the syllable before them


@dataclass(frozen=True)
class NormalText:
    """A text in normal form.

    Attributes:
        text: NFC, LF line ends, plain blanks, nothing invisible, no white space at line ends or at its ends.
        source: the text it was made from.
        offsets: from code points of `text` to code points of `source`.
    """

    text: str
    source: str = field(repr=False)
    offsets: OffsetMap = field(repr=False)

    def source_bytes(self, start: int, end: int) -> tuple[int, int]:
        """The bytes of the source, saved as UTF-8, that `text[start:end]` was made from."""
        first, behind = self.offsets.source_span(start, end)
        return self._bytes.byte(first), self._bytes.byte(behind)

    @cached_property
    def _bytes(self) -> ByteOffsets:
        return ByteOffsets(self.source)


def normal_form(text: str) -> NormalText:
    """A text in the form that Tidings reads.

    Repaired are UTF-8 read as Windows-1252 (where that is sure, see `mojibake`), line ends, no-break and other wide or
    narrow blanks, zero-width characters, soft hyphens and decomposed letters. Dashes, quotation marks and everything
    else stay as they are, for they tell sentences and quotations apart.
    """
    repaired, broken = edited(text, mojibake_repairs(text))
    plain, characters = edited(repaired, _character_edits(repaired))
    composed, marks = edited(plain, composition_edits(plain))
    stripped, ends = trimmed(composed)
    layers = tuple(layer for layer in (ends, marks, characters, broken) if layer.new_starts)
    return NormalText(stripped, text, OffsetMap(layers))


def align(original: str, normal: str) -> OffsetMap | None:
    """The map from a text back to the one it was made from by NFC, LF and the stripping of its ends.

    Args:
        original: the text as decoded.
        normal: what became of it; a piece, such as a header, may have been cut off its front.

    Returns:
        None if `normal` is no such text.
    """
    with_lf, ends = edited(original, ((m.start(), m.end(), "\n") for m in re.finditer(r"\r\n?", original)))
    composed, marks = edited(with_lf, composition_edits(with_lf))
    end = len(composed.rstrip())
    start = end - len(normal)
    if not composed.endswith(normal, 0, end):
        return None
    _, cut = edited(composed, [e for e in ((0, start, ""), (end, len(composed), "")) if e[0] < e[1]])
    return OffsetMap((cut, marks, ends))


def composition_edits(text: str) -> Iterator[Edit]:
    """The letters that NFC changes, each with its marks: start, end and what it becomes, in order."""
    if text.isascii():
        return
    for run in _COMPOSES.finditer(text):
        # The letter before the first mark belongs to it.
        start = max(0, run.start() - 1)
        while start < run.end():
            end = start + 1
            while end < run.end() and _joins(text[end]):
                end += 1
            piece = text[start:end]
            if end - start <= _MARKS and (composed := unicodedata.normalize("NFC", piece)) != piece:
                yield start, end, composed
            start = end


def _joins(character: str) -> bool:
    """Whether a character may become one with those before it."""
    return unicodedata.category(character)[0] == "M" or ord(character) in _JAMO


def _character_edits(text: str) -> Iterator[Edit]:
    for match in _CHARACTERS.finditer(text):
        put = _PUT[match.lastgroup or "nothing"]
        if match.group() != put:
            yield match.start(), match.end(), put
