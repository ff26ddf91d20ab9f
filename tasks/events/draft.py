"""A mention before its date and place are settled, and the document around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tasks.events.mention import Mention
from tasks.events.reading import Reading
from tasks.events.triggers import Trigger
from tasks.events.when import When
from tasks.events.where import Place
from tasks.settings import MODELS, REFERENCE
from tasks.text.document import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before its date and place are settled.

    Attributes:
        number: position of its sentence in the document.
        when, place: what its own sentence says, or None.
        spoken: it is done by speaking, so that it takes no place and date from events.
        past: the sentence tells of what has long been or often was.
        points_back: the trigger is a definite noun, so that it means an event told before.
        reading, trigger: what it was read from.
    """

    mention: Mention
    number: int
    when: When | None
    place: Place | None
    spoken: bool
    past: bool
    points_back: bool
    reading: Reading
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Scene:
    """All that was read in a document, for what a mention takes over from other sentences.

    Attributes:
        readings: its sentences, in order.
        drafts: its mentions, in the order of the text.
        set_by: the places that sentences name, with the number of the sentence; a dateline counts as before the first.
        models: the folder of what was learned.
    """

    document: Document
    readings: Sequence[Reading]
    drafts: Sequence[Draft]
    set_by: Sequence[tuple[int, Place]]
    reference: Path = REFERENCE
    models: Path = MODELS

    def before(self, at: int, reach: int) -> Iterator[Draft]:
        """The drafts before one, nearest first, at most `reach` sentences away."""
        number = self.drafts[at].number
        earlier = (self.drafts[index] for index in range(at - 1, -1, -1))
        return takewhile(lambda one: number - one.number <= reach, earlier)

    def after(self, at: int, reach: int) -> Iterator[Draft]:
        """The drafts of later sentences, nearest first, at most `reach` sentences away."""
        number = self.drafts[at].number
        later = (self.drafts[index] for index in range(at + 1, len(self.drafts)))
        return (one for one in takewhile(lambda one: one.number - number <= reach, later) if one.number > number)


def same_type(one: Draft, other: Draft) -> bool:
    """Whether both tell of an event of one type."""
    return one.mention.event_type == other.mention.event_type
