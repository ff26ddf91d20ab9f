"""Where the sentences of a segment begin and end.

A full stop ends a sentence where white space and a likely beginning follow, unless it closes an abbreviation of the
language, an initial, or an ordinal number before a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages

_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)\s+(?=[\"'“‘«([–—-]*\s*[^\W_])")
_LAST_WORD = re.compile(r"[^\s(\[«“\"'‘/]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def sentences(text: str, start: int, end: int, language: str, reference: Path = REFERENCE) -> Iterator[tuple[int, int]]:
    """Start and end (exclusive, code points in `text`) of each sentence of `text[start:end]`, white space stripped.

    Args:
        text: the document's text.
        start, end: the segment.
        language: a BCP-47 tag; one without resources is split without abbreviations.
        reference: the reference folder.
    """
    abbreviations = _abbreviations(language, reference)
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _goes_on(text, match, abbreviations):
            yield begin, match.end("close")
            begin = match.end()
    if begin < end:
        yield begin, begin + len(text[begin:end].rstrip())


def _goes_on(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether the sentence goes on behind this stop."""
    follows = text[match.end() : match.end() + 1]
    if follows.islower():
        return True
    if match["stop"] != "." or match["close"]:
        return False
    # 40 characters hold any abbreviation; a longer look-back would make long lines slow.
    last = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    word = last.group() if last else ""
    # A full initial such as "U.N." or "J." may also end a sentence; joined sentences do less harm than cut names.
    return word in abbreviations or (word[:1].isupper() and _INITIALS.fullmatch(word) is not None)


@cache
def _abbreviations(language: str, reference: Path) -> frozenset[str]:
    if language not in languages(reference):
        return frozenset()
    words = language_file(language, "segments", reference)["abbreviations"]
    return frozenset(words) | frozenset(word[:1].upper() + word[1:] for word in words)
