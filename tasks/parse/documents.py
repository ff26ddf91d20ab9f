"""Documents to clauses: the gate, the pipelines of their languages, and the speakers of quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tasks.dates.expression import TimeExpression
from tasks.parse.gate import worth_parsing
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.parse.parse import SentenceText, parse_whole
from tasks.parse.parsed import NOT_PARSED, Parsed
from tasks.parse.quotations import share_speakers
from tasks.settings import REFERENCE
from tasks.text.document import Document

Place = tuple[int, int]


def parse_documents(
    documents: Sequence[tuple[Document, Sequence[TimeExpression]]],
    models: ModelChoice = OUR_MODELS,
    reference: Path = REFERENCE,
) -> list[list[Parsed]]:
    """What the parser makes of each sentence of each document; `NOT_PARSED` where the gate passes by.

    Sentences of all documents go through a pipeline together, so that a shard of short texts costs no more than one
    long text. Languages without a pipeline are not parsed.

    Args:
        documents: each with its time expressions in order.
        models: which pipelines read.
        reference: the reference folder.

    Raises:
        ModelError: a pipeline cannot be loaded.
        ReferenceDataError: a language lacks a file.
    """
    starts = [[time.start for time in times] for _, times in documents]
    found = [[NOT_PARSED for _ in document.sentences] for document, _ in documents]
    for language, places in _by_language(documents, models, reference).items():
        texts = (_sentence(*documents[at], starts[at], number) for at, number in places)
        for (at, number), parsed in zip(places, parse_whole(texts, language, models, reference), strict=True):
            found[at][number] = parsed
    return [_with_speakers(document, own) for (document, _), own in zip(documents, found, strict=True)]


def _with_speakers(document: Document, parsed: Sequence[Parsed]) -> list[Parsed]:
    told = share_speakers(document, [one.clauses for one in parsed])
    return [
        one if clauses is one.clauses else replace(one, clauses=clauses)
        for one, clauses in zip(parsed, told, strict=True)
    ]


def _by_language(
    documents: Sequence[tuple[Document, Sequence[TimeExpression]]], models: ModelChoice, reference: Path
) -> dict[str, list[Place]]:
    """The sentences that are worth parsing, as numbers of document and sentence."""
    places: dict[str, list[Place]] = defaultdict(list)
    for at, (document, _) in enumerate(documents):
        for number in worth_parsing(document, reference):
            language = document.segments[document.sentences[number].segment_no].language
            if models.reads(language):
                places[language].append((at, number))
    return places


def _sentence(document: Document, times: Sequence[TimeExpression], starts: Sequence[int], number: int) -> SentenceText:
    sentence = document.sentences[number]
    own = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    spans = tuple((time.start, time.end) for time in own if time.kind != "DURATION")
    return SentenceText(document.text[sentence.start : sentence.end], sentence.start, spans)
