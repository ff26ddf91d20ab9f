"""UTF-8 that was read as Windows-1252 or Latin-1 (`pÃ¥` for `på`), found where it is sure.

A line is repaired only if three agree: some characters of it are, byte by byte, strict UTF-8; ftfy's measure of
badness, which counts letter sequences that no language writes, calls the line bad; and ftfy's own repair of the whole
line is the same as ours. Good text that merely could be bytes of UTF-8, such as `«PÅ»`, fails the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad

from tasks.text.offsets import Edit

_AS_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xA0)
}
_AS_BYTES.pop("\ufffd", None)
_CONTINUES = "".join(re.escape(c) for c, byte in _AS_BYTES.items() if byte in range(0x80, 0xC0))
_SEQUENCE = rf"[Â-ß][{_CONTINUES}]|[à-ï][{_CONTINUES}]{{2}}|[ð-ô][{_CONTINUES}]{{3}}"
_BROKEN = re.compile(f"(?:{_SEQUENCE})+")
_LINE = re.compile(r"[^\n]+")
_MARK = "\ufeff"
_TIMES = 3  # that a text may have been broken


def mojibake_repairs(text: str) -> Iterator[Edit]:
    """Start, end and right text of every piece that is surely broken, in order."""
    for match in _BROKEN.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        break
    else:
        return
    for line in _LINE.finditer(text, line_start):
        edits = [
            (line.start() + match.start(), line.start() + match.end(), right)
            for match in _BROKEN.finditer(line.group())
            if (right := _right(match.group())) != match.group()
        ]
        if edits and _ftfy_agrees(line.group(), _repaired(text, line, edits)):
            yield from edits


def _repaired(text: str, line: re.Match[str], edits: list[Edit]) -> str:
    parts, done = [], line.start()
    for start, end, right in edits:
        parts += [text[done:start], right]
        done = end
    return "".join((*parts, text[done : line.end()]))


def _ftfy_agrees(line: str, repaired: str) -> bool:
    # A byte order mark stands for no byte of the line, and ftfy would give up at it.
    return is_bad(line) and ftfy.fix_encoding(line.replace(_MARK, "")) == repaired.replace(_MARK, "")


def _right(piece: str) -> str:
    for _ in range(_TIMES):
        if not _BROKEN.fullmatch(piece):
            break
        try:
            piece = bytes(_AS_BYTES[c] for c in piece).decode("utf-8")
        except UnicodeDecodeError:
            break
    return piece
