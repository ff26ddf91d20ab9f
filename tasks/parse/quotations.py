"""Who speaks in a quotation of several sentences, where only one of them names the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tasks.parse.clause import Clause, Report
from tasks.text.document import Document
from tasks.text.quotations import Quotation, find_quotations

Found = list[tuple[Clause, ...]]


def share_speakers(document: Document, clauses: Sequence[tuple[Clause, ...]]) -> Found:
    """The clauses of a document's sentences, those of quotations with the speaker that a neighbour names.

    A quotation between marks has the speaker of any of its clauses; one without takes over that of the quotation
    before it in the same segment. Direct speech behind a dash goes on until the sentence that names the speaker.

    Args:
        document: the text with its sentences.
        clauses: those of each of its sentences, in order; none for a sentence that was not parsed.
    """
    found = list(clauses)
    quotations = find_quotations(document)
    for _, group in groupby(enumerate(document.sentences), key=lambda one: one[1].segment_no):
        numbers = [number for number, _ in group]
        segment_no = document.sentences[numbers[0]].segment_no
        own = [one for one in quotations if one.segment_no == segment_no]
        _between_marks(found, numbers, [one for one in own if one.mark != "dash"])
        _behind_dashes(document, found, numbers, [one for one in own if one.mark == "dash"])
    return found


def _between_marks(found: Found, numbers: Sequence[int], quotations: Sequence[Quotation]) -> None:
    speaker: Report | None = None
    for one in quotations:
        inside = [(number, clause) for number in numbers for clause in found[number] if _stands_in(clause, one)]
        told = [report for _, clause in inside for report in _chain(clause.report) if _from_outside(report, one)]
        speaker = told[0] if told else speaker
        if speaker is not None:
            for number, clause in inside:
                if not any(_from_outside(report, one) for report in _chain(clause.report)):
                    _put(found, number, clause, speaker)


def _behind_dashes(document: Document, found: Found, numbers: Sequence[int], dashes: Sequence[Quotation]) -> None:
    """Give the sentences from a dash on to the speaker whom the last of them names behind its content."""
    for dash in dashes:
        run: list[int] = []
        for number in numbers:
            if document.sentences[number].end < dash.end:
                continue
            if run and any(other.end == document.sentences[number].end for other in dashes):
                break
            run.append(number)
            speaker = next((report for clause in found[number] for report in _named_behind(clause)), None)
            if speaker is not None:
                for at in run[:-1]:
                    for clause in found[at]:
                        _put(found, at, clause, speaker)
                break


def _named_behind(clause: Clause) -> Iterator[Report]:
    """The reports whose verb and speaker stand behind what they report: `…, sier Mollekleiv`."""
    for report in _chain(clause.report):
        if report.kind == "verb" and report.speakers and clause.predicate.end < report.cue_start:
            yield report


def _put(found: Found, number: int, clause: Clause, speaker: Report) -> None:
    quoted = replace(speaker, kind="quotation", clause=None, outer=None)
    report = _within(clause.report, quoted)
    found[number] = tuple(replace(one, report=report) if one is clause else one for one in found[number])


def _within(report: Report | None, outer: Report) -> Report:
    return outer if report is None else replace(report, outer=_within(report.outer, outer))


def _chain(report: Report | None) -> Iterator[Report]:
    while report is not None:
        yield report
        report = report.outer


def _stands_in(clause: Clause, quotation: Quotation) -> bool:
    return quotation.start <= clause.predicate.start < quotation.end


def _from_outside(report: Report, quotation: Quotation) -> bool:
    """Whether the words that report stand outside the quotation and name somebody."""
    return bool(report.speakers) and not quotation.start <= report.cue_start < quotation.end
