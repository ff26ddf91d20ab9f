"""The lines of a text, those of a wrapped paragraph joined."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NEW_BLOCK = re.compile(r"[•*·▪■►‣◦–—-]\s|\d{1,2}[.)]\s|[«“\"(]")
_WRAPPED = 50  # a line at least so long that ends without a stop may be a wrapped one


def find_blocks(text: str) -> list[tuple[int, int]]:
    """Start and end of each run of lines that belong together, without the white space around them."""
    blocks: list[tuple[int, int]] = []
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    begin: int | None = None
    for number, (start, end) in enumerate(lines):
        begin = start if begin is None else begin
        follows = lines[number + 1][0] if number + 1 < len(lines) else None
        if follows != end + 1 or not _wrapped(text, start, end, follows):
            blocks.append(_stripped(text, begin, end))
            begin = None
    return blocks


def _wrapped(text: str, start: int, end: int, follows: int) -> bool:
    """Whether a line goes on in the next, as in texts wrapped at a fixed width."""
    if _SENTENCE_END.search(text, max(start, end - 5), end) or _NEW_BLOCK.match(text, follows):
        return False
    first = text[follows]
    return first.islower() or (end - start >= _WRAPPED and not first.isupper())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
