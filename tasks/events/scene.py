"""What a mention takes over from other sentences: a date or a place that its own sentence does not give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tasks.events.mention import Mention
from tasks.events.when import When, always_before, by_document, from_now_on, in_context
from tasks.events.where import Place

# Sentences over which a date or a place goes on; found on coded news to be better than shorter and longer ones.
_DATE_HOLDS, _PLACE_HOLDS = 4, 14
# A definite noun may mean an event told farther back.
_POINTS_BACK = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before its date and place are settled.

    Attributes:
        number: position of its sentence in the document.
        when, place: what its own sentence says, or None.
        spoken: it is done by speaking, so that it takes no place and date from events.
        past: the sentence tells of what has long been or often was.
        points_back: the trigger is a definite noun, so that it means an event told before.
    """

    mention: Mention
    number: int
    when: When | None
    place: Place | None
    spoken: bool
    past: bool
    points_back: bool


def settle(drafts: Sequence[Draft], published: str | None, set_by: Sequence[tuple[int, Place]]) -> list[Mention]:
    """The mentions with their dates and places.

    Args:
        drafts: the mentions of a document in the order of the text.
        published: the document's date, EDTF.
        set_by: the places that sentences name, with the number of the sentence; a dateline counts as before the first.
    """
    return [
        _placed(_dated(draft, _when(at, drafts, published)), _where(at, drafts, set_by))
        for at, draft in enumerate(drafts)
    ]


def _when(at: int, drafts: Sequence[Draft], published: str | None) -> When:
    draft = drafts[at]
    if draft.when is not None:
        return draft.when
    if draft.past:
        return always_before(published)
    if draft.mention.modality != "actual" and not draft.spoken:
        return from_now_on(published)
    told = next((one for one in _before(at, drafts, _DATE_HOLDS) if one.when and _same_type(one, draft)), None)
    if told is None and draft.points_back:
        told = next((one for one in _before(at, drafts, _POINTS_BACK) if one.when and _same_type(one, draft)), None)
    if told is None and not draft.spoken:
        told = next((one for one in _after(at, drafts, _DATE_HOLDS) if one.when and _same_type(one, draft)), None)
    return by_document(published) if told is None or told.when is None else in_context(told.when)


def _where(at: int, drafts: Sequence[Draft], set_by: Sequence[tuple[int, Place]]) -> Place | None:
    draft = drafts[at]
    if draft.place is not None or draft.spoken:
        return draft.place
    told = next((one for one in _before(at, drafts, _PLACE_HOLDS) if one.place and not one.spoken), None)
    behind = bisect_right(set_by, draft.number, key=lambda one: one[0])
    named = set_by[behind - 1] if behind and draft.number - set_by[behind - 1][0] <= _PLACE_HOLDS else None
    if told is not None and (named is None or told.number >= named[0] or _same_type(told, draft)):
        return told.place
    if named is not None:
        return named[1]
    # Nothing before sets the scene: what comes after does.
    return set_by[behind][1] if behind < len(set_by) else None


def _before(at: int, drafts: Sequence[Draft], reach: int) -> Iterator[Draft]:
    """The drafts before one, nearest first, at most `reach` sentences away."""
    earlier = (drafts[index] for index in range(at - 1, -1, -1))
    return takewhile(lambda one: drafts[at].number - one.number <= reach, earlier)


def _after(at: int, drafts: Sequence[Draft], reach: int) -> Iterator[Draft]:
    """The drafts of later sentences, nearest first, at most `reach` sentences away."""
    later = (drafts[index] for index in range(at + 1, len(drafts)))
    near = takewhile(lambda one: one.number - drafts[at].number <= reach, later)
    return (one for one in near if one.number > drafts[at].number)


def _same_type(one: Draft, other: Draft) -> bool:
    return one.mention.event_type == other.mention.event_type


def _dated(draft: Draft, when: When) -> Mention:
    return replace(
        draft.mention, event_date=when.event_date, date_start=when.date_start, date_end=when.date_end,
        date_prec=when.date_prec, date_basis=when.date_basis, date_text=when.date_text,
    )  # fmt: skip


def _placed(mention: Mention, place: Place | None) -> Mention:
    if place is None:
        return mention
    return replace(
        mention, place_text=place.text, place_start=place.start, place_end=place.end, where_prec=place.where_prec
    )
