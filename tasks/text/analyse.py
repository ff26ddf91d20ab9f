"""`RawDocument` to `Document`: the way into the room."""

from __future__ import annotations

from pathlib import Path

from tasks.read.raw import RawDocument
from tasks.settings import REFERENCE
from tasks.text.document import Document, Segment, Sentence
from tasks.text.language import detect_language
from tasks.text.normal import normal_form
from tasks.text.segments import find_agencies, find_segments
from tasks.text.sentences import sentences

_WITH_SENTENCES = frozenset({"paragraph", "list"})


def analyse(raw: RawDocument, reference: Path = REFERENCE) -> Document:
    """A source text in normal form, with its segments, sentences, language and agencies.

    A language that the source states is believed; else it is told from the text. Segments have the document's.
    """
    text = normal_form(raw.text)
    language, confidence = (raw.language, 1.0) if raw.language else detect_language(text, reference)
    pieces = find_segments(text, language, reference)
    return Document(
        doc_id=raw.doc_id,
        source=raw.source,
        uri=raw.uri,
        header=raw.header,
        title=raw.title,
        published=raw.published,
        language=language,
        language_confidence=confidence,
        agencies=find_agencies(text, pieces, language, reference),
        text=text,
        content_hash=raw.content_hash,
        segments=tuple(
            Segment(number, piece.kind, language, confidence, piece.start, piece.end)
            for number, piece in enumerate(pieces)
        ),
        sentences=tuple(
            Sentence(number, start, end)
            for number, piece in enumerate(pieces)
            if piece.kind in _WITH_SENTENCES
            for start, end in sentences(text, piece.start, piece.end, language, reference)
        ),
    )
