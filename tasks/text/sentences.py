"""Where the sentences of a segment begin and end.

A full stop ends a sentence where white space and a likely beginning follow, unless it closes an abbreviation of the
language, an initial, or an ordinal number before a small letter. Where it is open, sentences stay joined: that does
less harm than a name cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import language_file

# Stops and what closes behind them are taken whole or not at all, so that long runs of them are read once.
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>(?:[\"'”’»)\]]|\s?\[\d{1,3}\])*+)\s++"
    r"(?=[^\w\s.!?…]{0,4}(?:\s[^\w\s.!?…]{1,3})?\s?[^\W_])"
)
_NEXT_WORD = re.compile(r"[^\w]*(?P<word>\w[\w’']*)")
_LAST_WORD = re.compile(r"[^\s(\[«“\"'‘/]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ITEM_NUMBER = re.compile(r"[^\w]*\d{1,2}")
_LONGEST = 40  # characters hold any abbreviation; a longer look-back would make long lines slow
_PLAIN_WORD = 4  # letters; a shorter word before a stop and a small letter may be an abbreviation nobody listed


def sentences(text: str, start: int, end: int, language: str, reference: Path = REFERENCE) -> Iterator[tuple[int, int]]:
    """Start and end (exclusive, code points in `text`) of each sentence of `text[start:end]`, white space stripped.

    Args:
        text: the document's text.
        start, end: the segment.
        language: a BCP-47 tag; one without resources is split without abbreviations.
        reference: the reference folder.
    """
    stops = _stops(language, reference)
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _goes_on(text, begin, match, stops):
            yield begin, match.end("close")
            begin = match.end()
    if begin < end:
        yield begin, begin + len(text[begin:end].rstrip())


@dataclass(frozen=True, slots=True)
class _Stops:
    never: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    after_number: frozenset[str]


def _goes_on(text: str, begin: int, match: re.Match[str], stops: _Stops) -> bool:
    """Whether the sentence goes on behind this stop."""
    word = _LAST_WORD.search(text[max(begin, match.start() - _LONGEST) : match.start()])
    last = word.group() if word else ""
    following = _NEXT_WORD.match(text, match.end(), match.end() + _LONGEST)
    follows = following["word"] if following else ""
    if follows[:1].islower():
        # Many write without capitals; but a quotation goes on so behind its mark, and dots trail off.
        return match["stop"] != "." or bool(match["close"]) or not _is_plain(last, stops)
    if match["stop"] != "." or match["close"]:
        return False
    if last in stops.never:
        return True
    if last in stops.may_end or (last[:1].isupper() and _INITIALS.fullmatch(last)):
        return follows not in stops.starters
    if last.isdigit() and follows in stops.after_number:
        return True
    # The number of an item is no sentence of its own.
    return _ITEM_NUMBER.fullmatch(text, begin, match.start()) is not None


def _is_plain(word: str, stops: _Stops) -> bool:
    return len(word) >= _PLAIN_WORD and word.isalpha() and word.islower() and word not in stops.never | stops.may_end


@cache
def _stops(language: str, reference: Path) -> _Stops:
    if not (reference / "languages" / language / "segments.yaml").is_file():
        return _Stops(frozenset(), frozenset(), frozenset(), frozenset())
    data = language_file(language, "segments", reference)
    never, may_end = (_with_capitals(data.get(name, [])) for name in ("abbreviations", "may_end"))
    starters, after_number = (frozenset(data.get(name, [])) for name in ("starters", "after_number"))
    return _Stops(never - may_end, may_end, starters, after_number)


def _with_capitals(words: list[str]) -> frozenset[str]:
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}
