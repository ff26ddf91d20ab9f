"""Where two readings of the same text differ, by classes, for `benchmarks/dates.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tasks.dates.expression import TimeExpression

_WEEK = 7
_AROUND = 40  # characters shown beside an expression
_SPAN = ("/", "..")

# What is behind each class, looked at in the examples.
WHY = {
    "agree: the same day": "",
    "agree: their day lies in our span": "we keep the month, year or week that the words give; they fill in a day",
    "both: no date for us": "'25 years' is a duration for us; they count it back from the document's day",
    "both: not resolved by us": "nothing says which day it counts from; they take the document's",
    "both: an open span for us": "'since 2014' goes on; they take the year alone",
    "both: torn apart by them": "'Wednesday, Feb. 9, 2011': the stop of an abbreviation parts it for them",
    "both: another year": "a year left out: by the tense for us, always in the past for them",
    "both: day and month in another order": "'3/4/2016': by the language's custom",
    "both: a weekday in another week": "the day of writing itself counts for us, and words beside it lead them astray",
    "both: another day": "they read a part of it, or take words beside it for a part",
    "both: another span": "'earlier this month' ends before the day of writing for us",
    "only ours: a clock time, duration or set": "they give dates only",
    "only ours: not resolved": "it is found, and said to be unknown",
    "only ours: a decade, century, season or quarter": "they have no words for them",
    "only ours: relative": "'last year', 'i kveld': the sentence around hides it from them, or the word is not known",
    "only ours: a span": "two dates and what stands between",
    "only ours: calendar": "the signs around hide it from them",
    "only theirs: four digits": "a count ('4000 kroner'); a bare year is none for us where it is far off",
    "only theirs: a number": "figures, scores, prices",
    "only theirs: words with a number": "'27 år gammel', 'a $15 billion': ages and counts",
    "only theirs: words": "'we', 'now', 'the march': abbreviated days, and what says nothing of a day",
}


@dataclass(frozen=True, slots=True)
class Theirs:
    """What `search_dates` gives: a piece of the text, put to its place, and a day."""

    start: int
    end: int
    text: str
    day: date


def located(text: str, found: Sequence[tuple[str, datetime]] | None) -> Iterator[Theirs]:
    """Their answers with places: they come in the order of the text, white space not always as it stands there."""
    at = 0
    for piece, moment in found or ():
        match = re.compile(r"\s+".join(map(re.escape, piece.split()))).search(text, at)
        if match is not None:
            at = match.end()
            yield Theirs(match.start(), match.end(), match.group(), moment.date())


def classes(text: str, ours: Sequence[TimeExpression], theirs: Sequence[Theirs]) -> Iterator[tuple[str, str]]:
    """For each expression of either side the class that it falls into, and an example to print."""
    left = list(theirs)
    for our in ours:
        hits = [their for their in theirs if their.start < our.end and our.start < their.end]
        left = [their for their in left if their not in hits]
        if hits:
            yield _both(our, hits), _shown(text, our, hits)
        else:
            yield _only_ours(our), _shown(text, our, hits)
    for their in left:
        yield _only_theirs(their), _shown(text, None, [their])


def _only_ours(our: TimeExpression) -> str:
    if our.kind != "DATE":
        return "only ours: a clock time, duration or set"
    if our.value is None:
        return "only ours: not resolved"
    if our.precision in {"decade", "century", "season", "quarter"}:
        return "only ours: a decade, century, season or quarter"
    if our.basis == "relative":
        return "only ours: relative"
    return "only ours: a span" if any(sign in our.value for sign in _SPAN) else "only ours: calendar"


def _only_theirs(their: Theirs) -> str:
    if re.fullmatch(r"[\d\s.,:;/%+()-]+", their.text):
        four = re.fullmatch(r"\s*\d{4}\s*", their.text)
        return "only theirs: four digits" if four else "only theirs: a number"
    return "only theirs: words with a number" if any(map(str.isdigit, their.text)) else "only theirs: words"


def _both(our: TimeExpression, hits: Sequence[Theirs]) -> str:
    first, last, day = our.date_start, our.date_end, hits[0].day
    if our.kind != "DATE" or our.value is None:
        return "both: no date for us" if our.kind != "DATE" else "both: not resolved by us"
    if len(hits) > 1:
        return "both: torn apart by them"
    if first is None or last is None:
        return "both: an open span for us"
    return _other_day(first, hits[0]) if first == last else _other_span(our.precision, (first, last), day)


def _other_span(precision: str, span: tuple[date, date], day: date) -> str:
    if span[0] <= day <= span[1]:
        return "agree: their day lies in our span"
    same_months = precision in {"month", "season"} and span[0].month <= day.month <= span[1].month
    return "both: another year" if same_months else "both: another span"


def _other_day(our: date, their: Theirs) -> str:
    day = their.day
    if our == day:
        return "agree: the same day"
    if (our.month, our.day) == (day.month, day.day):
        return "both: another year"
    if (our.month, our.day) == (day.day, day.month):
        return "both: day and month in another order"
    if not any(map(str.isdigit, their.text)) and (our - day).days % _WEEK == 0:
        return "both: a weekday in another week"
    return "both: another day"


def _shown(text: str, our: TimeExpression | None, hits: Sequence[Theirs]) -> str:
    spans = [(hit.start, hit.end) for hit in hits] + ([(our.start, our.end)] if our else [])
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    around = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    said = f"{our.text!r} {our.value}" if our else "-"
    return f"{said} | {'; '.join(f'{h.text!r} {h.day}' for h in hits) or '-'} | …{around}…"
