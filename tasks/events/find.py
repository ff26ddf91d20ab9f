"""The event mentions of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tasks.dates.expression import TimeExpression
from tasks.events.arbitrate import arbitrate
from tasks.events.claims import find_claims, quoted
from tasks.events.compose import compose
from tasks.events.draft import Draft, Scene
from tasks.events.mention import Mention
from tasks.events.merge import merge
from tasks.events.participants import names
from tasks.events.reading import Reading
from tasks.events.settle import settle
from tasks.events.tokens import read_sentence
from tasks.events.triggers import sightings
from tasks.events.when import counted_from
from tasks.events.where import Place, dateline_place, find_places, sure_places
from tasks.parse.parsed import Parsed
from tasks.settings import MODELS, REFERENCE
from tasks.text.document import Document
from tasks.text.reference import languages

# Words; what is longer is a table or a list run together, and would cost the square of its length.
_LONGEST_SENTENCE = 400


def find_mentions(
    document: Document,
    times: Sequence[TimeExpression],
    reference: Path = REFERENCE,
    parsed: Sequence[Parsed] = (),
    models: Path = MODELS,
) -> list[Mention]:
    """The reports of events in a document, in the order of the text.

    What a mention is and how its fields are coded is the coding guide's. Headings, credits, datelines and by-lines
    have no sentences and so give none; a segment in a language without resources, or a sentence of more than 400
    words, gives none either.

    Args:
        document: the text with its segments and sentences.
        times: its time expressions in order, with offsets in `document.text`.
        reference: the reference folder.
        parsed: what the parser made of each sentence; none at all where there is no pipeline.
        models: the folder of what was learned.

    Raises:
        ReferenceDataError: a language lacks a file, or a file does not say what it must.
        ModelError: what was learned is damaged.
    """
    return settle(read_scene(document, times, reference, parsed, models))


def read_scene(
    document: Document,
    times: Sequence[TimeExpression],
    reference: Path = REFERENCE,
    parsed: Sequence[Parsed] = (),
    models: Path = MODELS,
) -> Scene:
    """All that was read in a document before dates and places are settled; as in `find_mentions`."""
    paragraphs = read_paragraphs(document, times, reference, parsed)
    readings = [reading for paragraph in paragraphs for reading in paragraph]
    arbitrate(readings, models)
    for reading in readings:
        # The name of a claimant never runs over a trigger.
        own = {one.first for main, more in reading.triggers for one in (main, *more)}
        stops = sorted(own | {one.trigger.first for one in reading.sightings if one.taken})
        reading.claims = find_claims(reading.text, stops, reference)
    _share_people(readings)
    sure_places(readings)
    drafts: list[Draft] = []
    for paragraph in paragraphs:
        for reading in paragraph:
            drafts += compose(document, reading, paragraph, reference)
    set_by = list(_named_places(document, readings, reference))
    return Scene(document, readings, drafts, set_by, reference, models)


def read_paragraphs(
    document: Document,
    times: Sequence[TimeExpression],
    reference: Path = REFERENCE,
    parsed: Sequence[Parsed] = (),
) -> list[list[Reading]]:
    """The sentences of each paragraph as the rules read them, before it is known who speaks; as in `find_mentions`."""
    return list(_paragraphs(document, times, reference, parsed))


def _paragraphs(
    document: Document, times: Sequence[TimeExpression], reference: Path, parsed: Sequence[Parsed]
) -> Iterator[list[Reading]]:
    known = languages(reference, having="triggers")
    spoken = {segment.segment_no: segment.language for segment in document.segments}
    starts = [time.start for time in times]
    numbered = enumerate(document.sentences)
    for segment_no, group in groupby(numbered, key=lambda one: one[1].segment_no):
        language = spoken[segment_no]
        if language not in known:
            continue
        paragraph = []
        for number, sentence in group:
            within = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            own = tuple(counted_from(time) for time in within)
            text = read_sentence(document.text, sentence, own, reference, number=number, language=language)
            if len(text.tokens) > _LONGEST_SENTENCE:
                continue
            seen = sightings(text, reference)
            merged = merge([one.trigger for one in seen if one.taken], text.tokens)
            places = find_places(document.text, text, reference)
            paragraph.append(Reading(text, merged, (), places, own, sightings=seen))
        for reading, inside in zip(paragraph, quoted([one.text for one in paragraph], reference), strict=True):
            reading.quoted = inside
            if parsed:
                reading.parsed = parsed[reading.text.number]
        yield paragraph


def _share_people(readings: Sequence[Reading]) -> None:
    """Tell every sentence which named speaker stands last before it."""
    person: tuple[int, int] | None = None
    for reading in readings:
        reading.person = person
        for claim in reading.claims:
            if not claim.pronoun and names(reading, claim.phrase):
                person = reading.span(claim.phrase)


def _named_places(document: Document, readings: Sequence[Reading], reference: Path) -> Iterator[tuple[int, Place]]:
    """The places that set a scene, with the number of their sentence; the dateline's stand before the first."""
    for segment in document.segments:
        if segment.kind == "dateline":
            place = dateline_place(document.text, segment, reference)
            if place is not None:
                yield -1, place
    for reading in readings:
        first = next((place for place, plain in reading.places if plain), None)
        if first is not None:
            yield reading.text.number, first
