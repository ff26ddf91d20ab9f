"""One source text through the rooms: text, dates, parse, events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates
from tasks.events.find import find_mentions
from tasks.parse.documents import parse_documents
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.read.raw import RawDocument
from tasks.settings import REFERENCE
from tasks.tables.rows import Extracted
from tasks.text.analyse import analyse
from tasks.text.document import Document
from tasks.text.language import UNDETERMINED
from tasks.text.reference import languages


def extract(
    raw: RawDocument,
    reference: Path = REFERENCE,
    superseded_hash: str | None = None,
    models: ModelChoice = OUR_MODELS,
) -> Extracted:
    """All that Tidings reads out of a text. One in a language without resources gives its segments, and full dates in
    digits.

    Args:
        raw: the text as its source gave it.
        reference: the folder of the language data.
        superseded_hash: `content_hash` of the version that this one replaces.
        models: which pipelines read its sentences.

    Raises:
        ModelError: one of them cannot be loaded.
    """
    document = analyse(raw, reference)
    times = tuple(find_times(document, reference))
    parsed = parse_documents([(document, times)], models, reference)[0]
    mentions = find_mentions(document, times, reference, parsed, models.folder)
    return Extracted(document, times, tuple(mentions), superseded_hash)


def find_times(document: Document, reference: Path = REFERENCE) -> Iterator[TimeExpression]:
    """The time expressions of every segment, with offsets in the document's text.

    A segment in a language without a grammar of dates is read with that of no language, which knows digits alone.
    """
    known = languages(reference, having="dates")
    for segment in document.segments:
        language = segment.language if segment.language in known else UNDETERMINED
        if language in known:
            text = document.text[segment.start : segment.end]
            for time in find_dates(text, language, document.published, reference):
                yield replace(time, start=time.start + segment.start, end=time.end + segment.start)
