"""One source text through the rooms: text, dates, parse, events, places, actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tasks.actors.identify import identify
from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates
from tasks.events.find import find_mentions
from tasks.events.mention import Mention
from tasks.events.where import Place
from tasks.parse.documents import parse_documents
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.places.locate import locate
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
    known = _identified(document, _located(document, mentions, reference), reference)
    return Extracted(document, times, tuple(known), superseded_hash)


def find_times(document: Document, reference: Path = REFERENCE) -> Iterator[TimeExpression]:
    """The time expressions of every segment, with offsets in the document's text.

    A segment in a language without a grammar of dates is read with that of no language, which knows digits alone.
    """
    known = languages(reference, having="dates")
    named: str | None = None
    for segment in document.segments:
        language = segment.language if segment.language in known else UNDETERMINED
        if language in known:
            text = document.text[segment.start : segment.end]
            for time in find_dates(text, language, document.published, reference, named):
                if time.kind == "DATE" and time.date_start is not None and time.date_end is not None:
                    named = time.value
                yield replace(time, start=time.start + segment.start, end=time.end + segment.start)


def _located(document: Document, mentions: Sequence[Mention], reference: Path) -> list[Mention]:
    """The mentions with what the gazetteer knows of their places."""
    found = locate(document, [_place(mention) for mention in mentions], reference)
    return [
        replace(
            mention, place_id=place.place_id, place_name=place.place_name, admin1=place.admin1, country=place.country,
            latitude=place.latitude, longitude=place.longitude, where_prec=place.where_prec,
        ) if place else mention
        for mention, place in zip(mentions, found, strict=True)
    ]  # fmt: skip


def _place(mention: Mention) -> Place | None:
    text, start, end, where_prec = mention.place_text, mention.place_start, mention.place_end, mention.where_prec
    if text is None or start is None or end is None or where_prec is None:
        return None
    return Place(text, start, end, where_prec)


def _identified(document: Document, mentions: Sequence[Mention], reference: Path) -> list[Mention]:
    """The mentions with what is known of their participants."""
    found = iter(identify(document, [one for mention in mentions for one in mention.participants], reference))
    known = [
        tuple(
            replace(
                one, entity_id=actor.entity_id, entity_name=actor.entity_name, country=actor.country,
                sector=actor.sector,
            ) if actor else one
            for one, actor in zip(mention.participants, found, strict=False)
        )
        for mention in mentions
    ]  # fmt: skip
    return [replace(mention, participants=parties) for mention, parties in zip(mentions, known, strict=True)]
