"""The dates that a mention may have: those that the text tells, and what the header allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tasks.dates.edtf import bounds, published_precision
from tasks.dates.expression import TimeExpression
from tasks.events.draft import Draft, Scene
from tasks.events.when import When, always_before, by_document, from_expression, from_now_on, in_context

# Sentences over which a date told of another mention may go on, backward and forward.
_BACK, _AHEAD = 40, 6
# Expressions of other sentences: so many before, so many after.
_READ_BEFORE, _READ_AFTER = 5, 2
_DURATION = re.compile(r"P(\d{1,3})([DWMY])")
_YEAR = 5

Bounds = tuple[date | None, date | None]
Source = TimeExpression | Draft | None


@dataclass(slots=True)
class Candidate:
    """A date, and what speaks of it: each source with the expression or the mention that it comes from."""

    when: When
    sources: dict[str, list[Source]] = field(default_factory=dict)

    @property
    def bounds(self) -> Bounds:
        """First and last possible day."""
        return self.when.date_start, self.when.date_end


def candidates(scene: Scene, at: int, times: Mapping[int, Sequence[TimeExpression]]) -> list[Candidate]:
    """The dates that one mention may have, no two with the same days; the nearest source says how it is written.

    Args:
        scene: the document.
        at: number of the mention.
        times: the dates and durations of each sentence, by the number of the sentence.
    """
    found: dict[Bounds, Candidate] = {}
    for source, when, told_by in _offered(scene, at, times):
        if when is None or when.event_date is None:
            continue
        candidate = found.setdefault((when.date_start, when.date_end), Candidate(when))
        candidate.sources.setdefault(source, []).append(told_by)
    return list(found.values())


def _offered(
    scene: Scene, at: int, times: Mapping[int, Sequence[TimeExpression]]
) -> Iterator[tuple[str, When | None, Source]]:
    draft, published = scene.drafts[at], scene.document.published
    own = [(time, from_expression(time, published)) for time in times.get(draft.number, ()) if time.kind == "DATE"]
    told = list(_told(scene, at))
    for time, when in own:
        yield "own", when, time
    for one, when in told:
        yield "told", when, one
    for time in _read(draft.number, times):
        when = from_expression(time, published)
        yield "read", None if when is None else in_context(when), time
    if published is None or published_precision(published) == "unknown":
        return
    for time, when in own:
        yield from _opened("own", when, time, published)
    for time in times.get(draft.number, ()):
        yield from _lasting(time, published)
    for one, when in told:
        yield from _opened("told", when, one, published)
    yield "default", by_document(published), None
    yield "history", always_before(published), None
    yield "future", from_now_on(published), None
    yield "written", _written(published), None


def _told(scene: Scene, at: int) -> Iterator[tuple[Draft, When]]:
    """The mentions of other sentences that have a date of their own."""
    number = scene.drafts[at].number
    for one in (*scene.before(at, _BACK), *scene.after(at, _AHEAD)):
        if one.when is not None and one.number != number:
            yield one, in_context(one.when)


def _read(number: int, times: Mapping[int, Sequence[TimeExpression]]) -> Iterator[TimeExpression]:
    """Dates of other sentences, the nearest first, and the first one of the document."""
    before = [time for at in sorted(times, reverse=True) if at < number for time in reversed(times[at])]
    after = [time for at in sorted(times) if at > number for time in times[at]]
    dates = [time for time in before if time.kind == "DATE"]
    yield from dates[:_READ_BEFORE]
    yield from dates[_READ_BEFORE:][-1:]
    yield from [time for time in after if time.kind == "DATE"][:_READ_AFTER]


def _opened(
    source: str, when: When | None, told_by: TimeExpression | Draft, published: str
) -> Iterator[tuple[str, When, Source]]:
    """What began then and went on until the day of writing or beyond it, and what was over by then."""
    first, last = bounds(published)
    if when is None or last is None:
        return
    begun, ended = when.date_start, when.date_end
    if begun is not None and begun < last:
        yield f"{source}_since", _span(when, (begun, last), f"{_edge(when, 0)}/{published}"), told_by
        if source == "own":
            yield "own_on", _span(when, (begun, None), f"{_edge(when, 0)}/.."), told_by
    if ended is not None and first is not None and ended < first and source == "own":
        yield "own_until", _span(when, (None, ended), f"../{_edge(when, -1)}"), told_by


def _span(like: When, days: Bounds, written: str) -> When:
    return When(written, *days, date_precision(*days), like.date_basis, like.date_text)


def _edge(when: When, side: int) -> str:
    """How the first (0) or last (-1) of some days is written: as the text gave it, `2012` or `2016-09`."""
    value = when.event_date or ""
    if value[:1] in "[{":
        day = when.date_start if side == 0 else when.date_end
        return "" if day is None else day.isoformat()
    return value.split("/")[side]


def _lasting(time: TimeExpression, published: str) -> Iterator[tuple[str, When, Source]]:
    """`for three weeks`: from so long ago to the day of writing; years and months are counted as such."""
    match = _DURATION.fullmatch(time.value or "") if time.kind == "DURATION" else None
    first, last = bounds(published)
    if match is None or first is None or last is None:
        return
    begun = _ago(first, int(match[1]), match[2])
    if begun is not None:
        written = begun.isoformat()[: {"Y": 4, "M": 7}.get(match[2], 10)]
        span = _span(When(), (begun, last), f"{written}/{published}")
        yield "lasting", replace(span, date_basis="relative", date_text=time.text), time


def _ago(day: date, count: int, unit: str) -> date | None:
    if unit in "DW":
        days = count * (7 if unit == "W" else 1)
        return day - timedelta(days) if days < day.toordinal() else None
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "Y" else 1)
    if months < 12:  # noqa: PLR2004 - before the first year
        return None
    return date(months // 12, 1 if unit == "Y" else months % 12 + 1, 1)


def _written(published: str) -> When:
    """The day of writing itself: what is done by the report."""
    first, last = bounds(published)
    return When(published, first, last, date_precision(first, last), "document", None)


def date_precision(first: date | None, last: date | None) -> int:
    """UCDP's step of a span of days."""
    if first is None or last is None:
        return _YEAR
    days = (last - first).days + 1
    return next((step for step, most in ((1, 1), (2, 6), (3, 7), (4, 62)) if days <= most), _YEAR)
