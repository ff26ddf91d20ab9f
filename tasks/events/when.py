"""When it happened: the time expression that a mention hangs on, or what the document's date allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tasks.dates.edtf import bounds, date_prec, interval, published_precision
from tasks.dates.expression import TimeExpression
from tasks.events.tokens import Text

_WEEK_BEFORE = timedelta(days=6)
_WEEK, _MONTH = 3, 4


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event, as `Mention` has it; all None where nothing is known."""

    event_date: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_prec: int | None = None
    date_basis: str | None = None
    date_text: str | None = None


def find_when(
    sentence: Text,
    trigger: tuple[int, int],
    others: Sequence[tuple[int, int]],
    times: Sequence[TimeExpression],
    published: str | None,
) -> When | None:
    """The date that the sentence gives a trigger, or None where it gives none.

    Args:
        sentence: the sentence.
        trigger: offsets of the trigger in the text.
        others: offsets of the sentence's other triggers; a date nearer to one of them in another clause is theirs.
        times: the time expressions of the sentence.
        published: the document's date.
    """
    best: tuple[int, int, TimeExpression] | None = None
    for time in times:
        if time.kind != "DATE" or time.value is None:
            continue
        far = _distance(sentence, trigger, (time.start, time.end))
        nearest = min((_distance(sentence, other, (time.start, time.end)) for other in others), default=far)
        if nearest < far and _clauses_between(sentence, trigger, (time.start, time.end)):
            continue
        if best is None or far < best[0]:
            best = (far, time.start, time)
    return None if best is None else from_expression(best[2], published)


def counted_from(time: TimeExpression) -> TimeExpression:
    """The expression as the event after it is dated: *Monday, two days after the raid* dates the raid on Saturday."""
    if time.counted_from is None:
        return time
    first, last = bounds(time.counted_from)
    return replace(time, value=time.counted_from, date_start=first, date_end=last)


def from_expression(time: TimeExpression, published: str | None) -> When | None:
    """The date that a time expression gives; None where it is no date."""
    if time.value is None:
        return None
    first, last = bounds(time.value)
    precision = date_prec(time.value, published=published if time.basis == "relative" else None)
    if time.basis == "relative" and published_precision(published) == "month":
        precision = max(precision, _MONTH)
    return When(time.value, first, last, precision, time.basis, time.text)


def by_document(published: str | None) -> When:
    """What a document's date says of an undated event: it was in the seven days that end on the day of writing."""
    if published is None or published_precision(published) == "unknown":
        return When()
    first, last = bounds(published)
    if first is None or last is None:
        return When()
    start = first - _WEEK_BEFORE
    precision = {"day": _WEEK, "month": _MONTH}.get(published_precision(published), 5)
    return When(interval(start, last), start, last, precision, "document", None)


def always_before(published: str | None) -> When:
    """An undated past: up to the day of writing."""
    last = bounds(published)[1] if published is not None else None
    return When() if last is None else When(interval(None, last), None, last, 5, "document", None)


def from_now_on(published: str | None) -> When:
    """An undated future: from the day of writing on."""
    first = bounds(published)[0] if published is not None else None
    return When() if first is None else When(interval(first, None), first, None, 5, "document", None)


def in_context(when: When) -> When:
    """A date taken over from another sentence."""
    return When(when.event_date, when.date_start, when.date_end, when.date_prec, "context", when.date_text)


def _distance(sentence: Text, one: tuple[int, int], other: tuple[int, int]) -> int:
    gap = max(other[0] - one[1], one[0] - other[1], 0)
    return gap + 40 * _clauses_between(sentence, one, other)


def _clauses_between(sentence: Text, one: tuple[int, int], other: tuple[int, int]) -> int:
    low, high = min(one[1], other[1]), max(one[0], other[0])
    return sum(
        low <= token.start < high and (token.text in ",;:" or (token.has("sub", "rel") and not token.has("prep")))
        for token in sentence.tokens
    )
