"""A headline that a web page's text ran into the first line: `Seven Killed in Paris-Three activists were shot`."""

from __future__ import annotations

import re
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.datelines import find_dateline

_JOINT = re.compile(r"(?P<headline>\S) {0,2}(?:-|–|—) ?(?=[\"“‘'«]?[^\W_])|(?P<stop>[.?!]) (?=[^\W\d_a-z]{3})")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_REACH = 160  # how far into the line a headline may end
_LEAST_WORDS = 3
_LONG_WORD = 4  # shorter ones (of, in, and) are small in a title too
_TITLE_SHARE = 0.75  # of a headline's long words begin with a capital where titles are written so
_PROSE_SHARE = 0.6  # of the first words of a report at most begin with one
_PROSE_WORDS = 12
_LEAST_PROSE = 6  # long words that are needed to see that it is prose


def headline_end(text: str, start: int, end: int, reference: Path = REFERENCE) -> tuple[int, int] | None:
    """Where a headline that opens `text[start:end]` ends, and where the report begins; None without a headline.

    A dateline behind a dash shows it. Else it is seen by capitals: English titles have them on nearly every long word,
    and prose does not; a hyphen inside a name (`Trump-Putin Phone Call`) has titles on both sides.
    """
    if find_dateline(text, start, end, reference):
        return None
    found = None
    for joint in _JOINT.finditer(text, start, min(end, start + _REACH)):
        stop = joint.end("stop") if joint["stop"] else joint.end("headline")
        if len(_WORD.findall(text, start, stop)) < _LEAST_WORDS:
            continue
        if find_dateline(text, joint.end(), end, reference):
            return stop, joint.end()
        # The last one, for the hyphen of a compound in the headline has prose behind it too, only further off.
        if joint["stop"] is None and _is_title(text[start:stop]) and _is_prose(text, joint.end(), end):
            found = stop, joint.end()
    return found


def _is_title(headline: str) -> bool:
    return _capitals(_WORD.findall(headline)) >= _TITLE_SHARE


def _is_prose(text: str, start: int, end: int) -> bool:
    words = _WORD.findall(text, start, min(end, start + _REACH))
    # The first word has its capital from the sentence.
    long_words = [word for word in words[1:] if len(word) >= _LONG_WORD][:_PROSE_WORDS]
    return not text[start].islower() and len(long_words) >= _LEAST_PROSE and _capitals(long_words) <= _PROSE_SHARE


def _capitals(words: list[str]) -> float:
    long_words = [word for word in words if len(word) >= _LONG_WORD]
    if not long_words:
        return 0.0
    return sum(not word[0].islower() for word in long_words) / len(long_words)
