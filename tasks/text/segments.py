"""Headings, paragraphs, picture credits, datelines and by-lines, told apart by form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages, reference_file

_LINE = re.compile(r"^[^\n]*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•*·▪]|\d{1,2}[.)])\s+\S")
_QUOTE_DASH = re.compile(r"[–—-]\s")
# Places in capitals before a dash: "WASHINGTON —", "DHAKA, BANGLADESH —", "BEIRUT (AP) —"; some sites run the
# headline into the same line before it.
_CAPITALS = r"[^\W\d_a-zæøåäöü][^\W\d_a-zæøåäöü.'’-]+"
_INLINE_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}(?:[ ,]+(?:{_CAPITALS}|[^\W\d_]\.)){{0,5}})"
    r"(?: \([^)\n]{2,30}\))? (?:—|–|--)\s+-?"
)
_HEADLINE_DATELINE = re.compile(rf"(?:\A|(?<=-)){_INLINE_DATELINE.pattern}")
# "Oslo (NTB):" or "KAIRO (©NTB):" before the first sentence.
_AGENCY_DATELINE = re.compile(r"(?P<place>[^\W\d_][\w .,/-]{1,40}) \(©?(?P<agency>[^)\n]{2,30})\)\s?[:–—-]\s*")
_HEADING_LENGTH = 110
_CREDIT_LENGTH = 160
_HEADLINE_REACH = 160  # how far into the first line a dateline may stand behind the headline
_WRAPPED = 50  # a line at least so long that ends without a stop may be a wrapped one


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment before its language is known; offsets in code points, end exclusive."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    agencies: dict[str, str]
    agency: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]


def find_segments(text: str, language: str, reference: Path = REFERENCE) -> list[Piece]:
    """The segments of a text in normal form, in order; together they cover all that is not white space.

    Args:
        text: a text in normal form.
        language: its BCP-47 tag; one without resources is read by form alone.
        reference: the reference folder.
    """
    words = _words(language, reference)
    blocks = list(_blocks(text))
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(blocks):
        pieces += _pieces(text, start, end, words, first=number == 0, last=number == len(blocks) - 1)
    return pieces


def find_agencies(text: str, pieces: list[Piece], language: str, reference: Path = REFERENCE) -> tuple[str, ...]:
    """The agencies named in a text's credits, datelines and by-lines, by their kept names, in order of appearance."""
    words = _words(language, reference)
    named = [
        words.agencies[match.group()]
        for piece in pieces
        if piece.kind in {"credit", "dateline", "byline"}
        for match in words.agency.finditer(text, piece.start, piece.end)
    ]
    return tuple(dict.fromkeys(named))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of lines that belong together."""
    start = 0
    for line in _LINE.finditer(text):
        if line.group().strip() and _wrapped(line.group(), text[line.end() + 1 : line.end() + 2]):
            continue
        block = text[start : line.end()]
        if block.strip():
            yield line.end() - len(block.lstrip()), start + len(block.rstrip())
        start = line.end() + 1


def _wrapped(line: str, follows: str) -> bool:
    """Whether a line goes on in the next, whose first character is given, as in texts wrapped at a fixed width."""
    if not follows.strip() or _SENTENCE_END.search(line[-5:]):
        return False
    return follows.islower() or (len(line) >= _WRAPPED and not follows.isupper())


def _pieces(text: str, start: int, end: int, words: _Words, *, first: bool, last: bool) -> Iterator[Piece]:
    kind = _kind(text[start:end], words, last=last)
    if kind != "paragraph":
        yield Piece(kind, start, end)
        return
    dateline = _dateline(text, start, end, words, first=first)
    if dateline is None:
        yield Piece(kind, start, end)
        return
    headline = text[start : dateline.start()].rstrip(" -")
    if headline:
        yield Piece("heading", start, start + len(headline))
    yield Piece("dateline", dateline.start(), dateline.start() + len(dateline.group().rstrip(" -\n")))
    if dateline.end() < end:
        yield Piece("paragraph", dateline.end(), end)


def _dateline(text: str, start: int, end: int, words: _Words, *, first: bool) -> re.Match[str] | None:
    """A dateline that opens a paragraph, or stands behind the headline in a document's first one."""
    agency = _AGENCY_DATELINE.match(text, start, end)
    if agency and words.agency.fullmatch(agency["agency"]):
        return agency
    if first:
        return _HEADLINE_DATELINE.search(text, start, min(end, start + _HEADLINE_REACH))
    return _INLINE_DATELINE.match(text, start, end)


def _kind(piece: str, words: _Words, *, last: bool) -> str:
    ends = _SENTENCE_END.search(piece) is not None
    short = len(piece) <= _HEADING_LENGTH and "\n" not in piece
    if len(piece) <= _CREDIT_LENGTH and _is_credit(piece, words, ends=ends):
        return "credit"
    if short and not ends and words.byline.match(piece):
        return "byline"
    if short and not ends and _is_dateline(piece, words):
        return "dateline"
    if _BULLET.match(piece):
        return "list"
    if short and not ends and not last and not _QUOTE_DASH.match(piece) and not piece.endswith((",", ";")):
        return "heading"
    return "paragraph"


def _is_credit(piece: str, words: _Words, *, ends: bool) -> bool:
    """`Foto: …`, or names with slashes of which one is an agency."""
    if words.credit.match(piece):
        return True
    parts = [part.strip(" ()©") for part in piece.split("/")]
    return not ends and len(parts) > 1 and any(words.agency.fullmatch(part) for part in parts)


def _is_dateline(piece: str, words: _Words) -> bool:
    """`AFP, ALEPPO, Syria`: an agency or a place in capitals, and nothing but names."""
    parts = [part.strip() for part in re.split(r"[,/–—-]", piece) if part.strip()]
    named = all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    marked = any(words.agency.fullmatch(part) for part in parts) or (len(parts) > 1 and parts[0].isupper())
    return bool(parts) and named and marked and len(piece.split()) <= 10  # noqa: PLR2004 - longer ones are sentences


@cache
def _words(language: str, reference: Path) -> _Words:
    names = reference_file(reference / "agencies.yaml")["agencies"]
    agencies = {spelling: name for name, spellings in names.items() for spelling in spellings}
    data = language_file(language, "segments", reference) if language in languages(reference) else {}

    def either(options: list[str]) -> str:
        return "|".join(sorted(map(re.escape, options), key=len, reverse=True)) or r"(?!)"

    credit_words, caption_words = either(data.get("credit_words", [])), either(data.get("caption_words", []))
    return _Words(
        agencies,
        re.compile(rf"(?<!\w)(?:{either(list(agencies))})(?!\w)"),
        re.compile(rf"\(?(?:(?i:{credit_words})\s*[:/(]|(?:{caption_words}) [-–—] )"),
        re.compile(rf"(?i:{either(data.get('byline_words', []))})(?::\s|\s(?=[^\W\d_a-zæøå]\S*\s+[^\W\d_a-zæøå]\S*$))"),
    )
