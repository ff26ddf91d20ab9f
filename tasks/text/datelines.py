"""Datelines: the place, and often the agency or the day, that stand before a report's first words."""

from __future__ import annotations

import re
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.agencies import Agencies, agencies
from tasks.text.document import Document

_CAPITALS = r"[^\W\d_a-zæøåäöüß][^\W\d_a-zæøåäöüß.'’-]+"
_NAME = r"[^\W\d_a-zæøåäöüß][\w.'’-]*"
_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_REGION = rf"(?:, ?(?:{_NAME}|\d{{1,2}}\.?)(?: (?:{_NAME}|\d{{1,2}}\.?|[^\W\d_A-ZÆØÅÄÖÜ]{{3,9}})){{0,3}}){{0,2}}"
_PAREN = r" ?\(©?(?P<paren>[^()\n]{2,40})\)"
# Such as WASHINGTON — or DHAKA, BANGLADESH — or KABUL, Afghanistan (AP) — before the first words.
_DASHED = re.compile(rf"(?P<place>{_PLACE}){_REGION}(?:{_PAREN})? ?(?P<mark>—|–|--|-)\s+-?\s?(?=\S)")
# Such as Oslo (NTB): or MOSKVA/OSLO (NTB-AFP) – or ALEPPO (Syria): before the first words.
_BRACKETED = re.compile(rf"(?P<place>{_NAME}(?:[ /-]{_NAME}){{0,3}}){_REGION}{_PAREN}\s?[:–—-]?\s*")
_LINE_PARTS = re.compile(r"[^,/–—\n()-]+(?:-[^\s,/–—()-]+)*")
_NAMES = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}}")
_LENGTH = 120  # of any dateline
_PARTS = 5
_LOOSE = " .:–—-©()"


def find_dateline(text: str, start: int, end: int, reference: Path = REFERENCE) -> re.Match[str] | None:
    """The dateline that opens `text[start:end]`, with the blanks behind it; groups `place` and `paren`."""
    known, end = agencies(reference), min(end, start + _LENGTH)
    bracketed = _BRACKETED.match(text, start, end)
    if bracketed and _ends_dateline(text, bracketed, end, known):
        return bracketed
    dashed = _DASHED.match(text, start, end)
    # A bare hyphen joins and lists too ("EU - og resten"); behind an agency it does not.
    if dashed and (dashed["mark"] != "-" or (dashed["paren"] and known.are_all(dashed["paren"]))):
        return dashed
    return None


def _ends_dateline(text: str, match: re.Match[str], end: int, known: Agencies) -> bool:
    """Whether a bracket closes a dateline, and not just the name of a body: `Norsk Telegrambyrå (NTB) melder`."""
    marked = match.group().rstrip()[-1] in ":–—-"
    if not known.are_all(match["paren"]):
        return marked and match["place"].isupper()
    return marked or match.end() == end or not text[match.end()].islower()


def is_dateline(line: str, reference: Path = REFERENCE) -> bool:
    """Whether a line of its own is a dateline, as `AFP, ALEPPO, Syria`: names, with an agency or capitals."""
    known = agencies(reference)
    parts = [part.group().strip(_LOOSE) for part in _LINE_PARTS.finditer(line)]
    parts = [part for part in parts if part]
    if not parts or len(parts) > _PARTS or not all(map(_NAMES.fullmatch, parts)):
        return False
    places = [part for part in parts if not known.are_all(part)]
    return bool(places) and (len(places) < len(parts) or (len(parts) > 1 and parts[0].isupper()))


def dateline_place(document: Document, reference: Path = REFERENCE) -> tuple[str, int, int] | None:
    """The place of a document's first dateline: its text, start and end (code points in `Document.text`).

    A country or state that the dateline gives with it belongs to it (`ALEPPO, Syria`); of several places it is the
    first. None where there is no dateline, or one without a place.
    """
    for segment in document.segments:
        if segment.kind == "dateline":
            return _place(document.text, segment.start, segment.end, agencies(reference))
    return None


def _place(text: str, start: int, end: int, known: Agencies) -> tuple[str, int, int] | None:
    bracket = text.find("(", start, end)
    stop = bracket if bracket >= 0 and known.are_all(text[bracket:end].rstrip(" :–—-")) else end
    found: tuple[int, int] | None = None
    for part in _LINE_PARTS.finditer(text, start, stop):
        piece = part.group().strip(_LOOSE)
        begin = part.start() + len(part.group()) - len(part.group().lstrip(_LOOSE))
        if not piece or known.are_all(piece):
            continue
        if any(map(str.isdigit, piece)):
            break
        if found is None:
            found = begin, begin + len(piece)
        elif text[found[1] : begin].strip() == ",":
            found = found[0], begin + len(piece)
        else:
            break
    return None if found is None else (text[found[0] : found[1]], *found)
