"""`RawDocument` to `Document`: the way into the room."""

from __future__ import annotations

from pathlib import Path

from tasks.read.raw import RawDocument
from tasks.settings import REFERENCE
from tasks.text.document import Document, Segment, Sentence
from tasks.text.language import canonical_tag, detect_language
from tasks.text.mixed import tell_languages
from tasks.text.normal import normal_form
from tasks.text.segments import find_agencies, find_segments
from tasks.text.sentences import sentences

_WITH_SENTENCES = frozenset({"paragraph", "list"})
_NAMES = frozenset({"credit", "dateline", "byline"})
_OPENING = 600  # characters tell which language a by-line is in
_CAPTION = 100  # characters; a longer credit is a caption, which is prose


def analyse(raw: RawDocument, reference: Path = REFERENCE) -> Document:
    """A source text in normal form, with its segments, sentences, agencies, and the language of each segment.

    The language that the source states is what is thought of a text before it is read; plain evidence overrides it,
    for the document as for a segment.
    """
    text = normal_form(raw.text).text
    stated = canonical_tag(raw.language, reference)
    # By-lines are found with the words of one language; which one must be told before there are segments.
    first = stated or detect_language(text[:_OPENING], reference)[0]
    pieces = find_segments(text, first, reference)
    whole, languages = tell_languages(
        [text[piece.start : piece.end] for piece in pieces],
        [piece.kind in _NAMES and piece.end - piece.start < _CAPTION for piece in pieces],
        stated,
        reference,
    )
    segments = tuple(
        Segment(number, piece.kind, language, confidence, piece.start, piece.end)
        for number, (piece, (language, confidence)) in enumerate(zip(pieces, languages, strict=True))
    )
    return Document(
        doc_id=raw.doc_id,
        source=raw.source,
        uri=raw.uri,
        header=raw.header,
        title=raw.title,
        published=raw.published,
        language=whole[0],
        language_confidence=whole[1],
        agencies=find_agencies(text, pieces, first, reference),
        text=text,
        content_hash=raw.content_hash,
        segments=segments,
        sentences=tuple(
            Sentence(segment.segment_no, start, end)
            for segment in segments
            if segment.kind in _WITH_SENTENCES
            for start, end in sentences(text, segment.start, segment.end, segment.language, reference)
        ),
    )
