"""Headings, paragraphs, picture credits, datelines, by-lines and lists, told apart by form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.agencies import agencies
from tasks.text.blocks import find_blocks
from tasks.text.credits import Piece, credit_words, is_byline, is_caption, is_credit, is_names, trailing_credit
from tasks.text.datelines import find_dateline, is_dateline
from tasks.text.headline import headline_end
from tasks.text.sentences import sentences

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•*·▪■►‣◦]\s+\S")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+[\"“«]?[^\W\d_]")
_DASH = re.compile(r"[–—-]\s")
_TAIL = 12  # characters hold a stop and what closes behind it
_HEADING_LENGTH = 110
_DATELINE_LENGTH = 80


def find_segments(text: str, language: str, reference: Path = REFERENCE) -> list[Piece]:
    """The segments of a text in normal form, in order; together they hold all its words.

    Args:
        text: a text in normal form.
        language: its BCP-47 tag; one without resources is read by form alone.
        reference: the reference folder.
    """
    blocks = find_blocks(text)
    lists = _lists(text, blocks)
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(blocks):
        if number in lists:
            pieces.append(Piece("list", start, end))
            continue
        if pieces and _names_credit(text, pieces[-1], start, end, reference):
            pieces.append(Piece("credit", start, end))
            continue
        body = _behind_caption(text, start, end, language, reference)
        if body > start:
            pieces.append(Piece("credit", start, start + len(text[start:body].rstrip())))
        if body == end:
            continue
        kind = _kind(text, body, end, language, reference, last=number == len(blocks) - 1)
        if kind == "paragraph":
            pieces += _paragraph(text, body, end, reference, first=number == 0)
        else:
            pieces.append(Piece(kind, body, end))
    return pieces


def find_agencies(text: str, pieces: list[Piece], language: str, reference: Path = REFERENCE) -> tuple[str, ...]:  # noqa: ARG001 - agencies are spelt alike in all languages
    """The agencies named in a text's credits, datelines and by-lines, by their kept names, in order of appearance."""
    marked = [(piece.start, piece.end) for piece in pieces if piece.kind in {"credit", "dateline", "byline"}]
    return agencies(reference).named(text, marked)


def _names_credit(text: str, before: Piece, start: int, end: int, reference: Path) -> bool:
    """Whether a line names the source that a credit before it (`Foto:`) left open."""
    opened = before.kind == "credit" and text[before.end - 1] == ":"
    return opened and end - start <= _HEADING_LENGTH and is_names(text[start:end], reference)


def _behind_caption(text: str, start: int, end: int, language: str, reference: Path) -> int:
    """Where what follows a caption begins: some pages run the next paragraph into it, and its own is one sentence."""
    if not is_caption(text, start, end, credit_words(language, reference)):
        return start
    _, *more = sentences(text, start, end, language, reference)
    return more[0][0] if more else end


def _kind(text: str, start: int, end: int, language: str, reference: Path, *, last: bool) -> str:
    words = credit_words(language, reference)
    ends = _SENTENCE_END.search(text, max(start, end - _TAIL), end) is not None
    # First, for "tekst og foto" credits a picture too.
    if end - start <= _HEADING_LENGTH and is_byline(text[start:end], words, reference):
        return "byline"
    if is_credit(text, start, end, words, reference):
        return "credit"
    if end - start > _HEADING_LENGTH:
        return "paragraph"
    piece = text[start:end]
    if not ends and len(piece) <= _DATELINE_LENGTH and is_dateline(piece, reference):
        return "dateline"
    plain = not ends and "\n" not in piece and not piece.endswith((",", ";", "-", "–"))
    if plain and not last and not _DASH.match(piece):
        return "heading"
    return "paragraph"


def _paragraph(text: str, start: int, end: int, reference: Path, *, first: bool) -> Iterator[Piece]:
    """A paragraph, with the headline and dateline before it and the agency behind it as segments of their own."""
    headline = headline_end(text, start, end, reference) if first else None
    if headline is not None:
        yield Piece("heading", start, headline[0])
        start = headline[1]
    dateline = find_dateline(text, start, end, reference)
    if dateline is not None:
        yield Piece("dateline", start, start + len(dateline.group().rstrip(" -\n")))
        start = dateline.end()
    credit = trailing_credit(text, start, end, reference)
    stop = end if credit is None else start + len(text[start:credit].rstrip())
    if start < stop:
        yield Piece("paragraph", start, stop)
    if credit is not None:
        yield Piece("credit", credit, end)


def _lists(text: str, blocks: list[tuple[int, int]]) -> set[int]:
    """The blocks that are items of a list.

    A bullet shows it. A number does from 1 on, or beside its neighbour: `22. September` alone is a date. A dash does
    only on short lines right below each other without a stop, for it also opens direct speech and headings of it.
    """
    bullets = {i for i, (start, end) in enumerate(blocks) if _BULLET.match(text, start, end)}
    numbers = {i: int(m["number"]) for i, (start, end) in enumerate(blocks) if (m := _NUMBERED.match(text, start, end))}
    numbered = {
        i
        for i, number in numbers.items()
        if numbers.get(i + 1) == number + 1 or numbers.get(i - 1) == number - 1 or _is_first(text, blocks[i], number)
    }
    dashes = {i for i, (start, end) in enumerate(blocks) if _is_short_dash_line(text, start, end)}
    return bullets | numbered | {i for i in dashes if _beside(text, blocks, i, dashes)}


def _is_first(text: str, block: tuple[int, int], number: int) -> bool:
    """Whether a number opens a list: 1 before a capital. A small letter follows where it is a date."""
    match = _NUMBERED.match(text, *block)
    return number == 1 and match is not None and not match.group()[-1].islower()


def _beside(text: str, blocks: list[tuple[int, int]], i: int, others: set[int]) -> bool:
    """Whether a block's next or last line is one of the others, with no empty line between."""
    above = i - 1 in others and text.count("\n", blocks[i - 1][1], blocks[i][0]) == 1
    return above or (i + 1 in others and text.count("\n", blocks[i][1], blocks[i + 1][0]) == 1)


def _is_short_dash_line(text: str, start: int, end: int) -> bool:
    short = end - start <= _HEADING_LENGTH and _DASH.match(text, start, end) is not None
    return short and not _SENTENCE_END.search(text, max(start, end - _TAIL), end)
