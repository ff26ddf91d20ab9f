"""A text in normal form, with its segments, sentences and languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a document between line breaks. Offsets count code points in `Document.text`, end exclusive."""

    segment_no: int
    kind: str
    language: str
    language_confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph. Offsets as in `Segment`."""

    segment_no: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source text in NFC with LF line ends, its header removed and its ends stripped.

    Attributes:
        published: EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where unknown.
        language: BCP-47 tag of most of the text, `und` where it has no words.
        agencies: news agencies named in credits and datelines, in order of appearance.
        sentences: those of paragraphs and list items; headings, credits and by-lines have none.
    """

    doc_id: str
    source: str
    uri: str
    header: str
    title: str | None
    published: str | None
    language: str
    language_confidence: float
    agencies: tuple[str, ...]
    text: str
    content_hash: str
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
