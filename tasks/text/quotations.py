"""What a text quotes: direct speech behind a dash, and words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.text.document import Document

_SPEECH_DASH = re.compile(r"[–—-]\s?(?=[^\W_])")
# By what opens a quotation: what may close it. Danish and German books turn the guillemets round.
_CLOSES = {"«": "»", "»": "«", "“": "”", "„": "“”", "”": "”", "‟": "”", '"': '"'}
_MARKS = re.compile("[" + "".join(sorted({*_CLOSES, *"".join(_CLOSES.values())})) + "]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted piece without its marks; offsets in code points of `Document.text`, end exclusive.

    Attributes:
        mark: `dash`, where the piece is a sentence of direct speech and holds its speaker too (`Vi venter, sier han.`),
            or the opening quotation mark.
    """

    segment_no: int
    start: int
    end: int
    mark: str


def find_quotations(document: Document) -> list[Quotation]:
    """The quotations of a document's paragraphs and list items, in order of where they begin.

    A sentence that a dash opens is direct speech; the sentences behind it are not, unless they have a dash again. A
    mark left open reaches to the paragraph's end if it opened the paragraph, as in speech of several paragraphs.
    """
    found: list[Quotation] = []
    marked: set[int] = set()
    for sentence in document.sentences:
        segment = document.segments[sentence.segment_no]
        dash = _SPEECH_DASH.match(document.text, sentence.start, sentence.end)
        if dash:
            found.append(Quotation(segment.segment_no, dash.end(), sentence.end, "dash"))
        if segment.segment_no not in marked:
            marked.add(segment.segment_no)
            found += (
                Quotation(segment.segment_no, start, end, mark)
                for start, end, mark in _between_marks(document.text, segment.start, segment.end)
            )
    return sorted(found, key=lambda quotation: (quotation.start, quotation.end))


def _between_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            if mark.group() in _CLOSES and _opens(text, mark, start, end):
                opened = mark
        elif mark.group() in _CLOSES[opened.group()]:
            if opened.end() < mark.start():
                yield opened.end(), mark.start(), opened.group()
            opened = None
    if opened is not None and opened.start() == start and opened.end() < end:
        yield opened.end(), end, opened.group()


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark stands where a quotation may begin: no word before it, no blank behind it."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    behind = text[mark.end()] if mark.end() < end else " "
    return not before.isalnum() and not behind.isspace()
