"""Picture credits, captions and by-lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.settings import REFERENCE
from tasks.text.agencies import agencies
from tasks.text.reference import language_file, languages

_CREDIT_LENGTH = 160
_CAPTION_LENGTH = 400
_TAIL_LENGTH = 100  # of the credit behind a caption
_BYLINE_NAMES = 8
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{4}[.!?] [^\W\d_a-zæøåäöüß]")
_NAME = r"[^\W\d_a-zæøåäöüß][\w.'’-]*"
_NAMES = rf"{_NAME}(?: (?:(?:van|von|der|de|bin|al|el|af|ben|den|la|da|di) )?{_NAME}){{0,4}}"
_BRACKETED_NAME = re.compile(rf"\(©?{_NAMES}\)")  # a paper: (Dagens Nyheter)
_ADDRESS = re.compile(r"(?:[^@\n]{0,60}[\s<(:])?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,3}[>)]?")
_LAST_BRACKET = re.compile(r"[(\[]©?[^()\[\]\n]{2,40}[)\]]\.?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment before its language is known; offsets in code points, end exclusive."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CreditWords:
    """What a language marks credits and by-lines with, as patterns for the start of a line and for its inside."""

    credit: re.Pattern[str]
    caption: re.Pattern[str]
    inner_credit: re.Pattern[str]
    byline: re.Pattern[str]


def is_credit(text: str, start: int, end: int, words: CreditWords, reference: Path = REFERENCE) -> bool:
    """Whether `text[start:end]` credits a picture or an agency, or is a caption.

    `Foto: …`, `(AP Photo/…)`, names with slashes of which one is an agency, agencies alone, or a caption that
    closes with `Foto: …`.
    """
    if end - start > _CAPTION_LENGTH or "\n" in text[start:end]:
        return False
    if end - start <= _CREDIT_LENGTH:
        if words.credit.match(text, start, end):
            return _SENTENCE_INSIDE.search(text, start, end) is None
        known, line = agencies(reference), text[start:end]
        if known.are_all(line) or (_BRACKETED_NAME.fullmatch(line) and not known.pattern.search(line)):
            return True
        parts = [part.strip(" ()[]©") for part in line.split("/")]
        if len(parts) > 1 and any(map(known.are_all, parts)) and not _STOP.search(line.rstrip(")]")):
            return all(re.fullmatch(rf"{_NAMES}|.*:.*", part) or known.are_all(part) for part in parts)
    tails = [match.end() for match in words.inner_credit.finditer(text, max(start, end - _TAIL_LENGTH), end)]
    return bool(tails) and is_names(text[tails[-1] : end], reference)


def is_caption(text: str, start: int, end: int, words: CreditWords) -> bool:
    """Whether `text[start:end]` opens with a caption: `FILE - Smoke rises over the city.`"""
    return words.caption.match(text, start, end) is not None


def trailing_credit(text: str, start: int, end: int, reference: Path = REFERENCE) -> int | None:
    """Where an agency in brackets behind a paragraph's last stop begins: `… sier han. (©NTB)`; else None."""
    tail = _LAST_BRACKET.search(text, max(start, end - 45), end)
    if tail is None or not agencies(reference).are_all(tail.group()):
        return None
    return tail.start() if _STOP.search(text[max(start, tail.start() - 8) : tail.start()].rstrip()) else None


def is_byline(line: str, words: CreditWords, reference: Path = REFERENCE) -> bool:
    """Whether a line names who wrote the text: `Av Ola Nordmann`, `By JANE DOE, Reuters`, an e-mail address."""
    if "@" in line and _ADDRESS.fullmatch(line):
        return True
    match = words.byline.match(line)
    return match is not None and is_names(line[match.end() :], reference)


def is_names(text: str, reference: Path = REFERENCE) -> bool:
    """Whether a text is but names of people and agencies, with commas, slashes and `and` between them."""
    known = agencies(reference)
    text = text.strip(" ()[].©")
    parts = [part.strip(" ()[]©.") for part in re.split(r"[/,(|–]| - ", re.sub(r"\S+@\S+", "", text)) if part.strip()]
    joins = _joins(reference)
    names = [name for part in parts for name in joins.split(part)]
    one_is_long = any(" " in name or known.are_all(name) for name in names)
    return (
        0 < len(names) <= _BYLINE_NAMES
        and one_is_long
        and all(known.are_all(name) or re.fullmatch(_NAMES, name.strip()) for name in names)
    )


@cache
def credit_words(language: str, reference: Path = REFERENCE) -> CreditWords:
    """The patterns for a text in one language: credits of all languages, for pictures come from anywhere; by-lines of
    its own, since `by` and `av` are words in several.
    """
    every = [_data(tag, reference) for tag in languages(reference)]
    credit = _either({word for data in every for word in data.get("credit_words", [])})
    caption = _either({word for data in every for word in data.get("caption_words", [])})
    by = _either({word for data in every for word in data.get("credit_before_name", [])})
    byline = _either(_data(language, reference).get("byline_words", []))
    agency = _either(agencies(reference).names)
    return CreditWords(
        credit=re.compile(
            rf"[(\[]?(?:(?i:{credit})\s?(?:[:/(]|\.?$|© ?)|(?i:{by})\s(?={_NAME})|(?:{agency})/{_NAME}|©)"
        ),
        caption=re.compile(rf"[(\[]?(?:{caption})\s?(?:[-–—:]|(?<=:))\s"),
        inner_credit=re.compile(
            rf"(?<!\w)[(\[]?(?i:{credit})\s?[:/]\s?|(?<!\w)[(\[](?i:{by})\s|[(\[](?=(?:{agency})/)"
        ),
        byline=re.compile(rf"(?i:{byline})(?::\s|\s)"),
    )


@cache
def _joins(reference: Path) -> re.Pattern[str]:
    words = {word for tag in languages(reference) for word in _data(tag, reference).get("byline_joins", [])}
    return re.compile(rf"\s+(?:{_either(words)}|&)\s+")


def _data(language: str, reference: Path) -> dict[str, Any]:
    """What the language's folder says of segments; empty where it says nothing."""
    if not (reference / "languages" / language / "segments.yaml").is_file():
        return {}
    return dict(language_file(language, "segments", reference))


def _either(options: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, options), key=len, reverse=True)) or r"(?!)"
