"""What one sentence was found to hold, before it is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.dates.expression import TimeExpression
from tasks.events.claims import Claim
from tasks.events.phrases import Phrase
from tasks.events.tokens import Text
from tasks.events.triggers import Sighting, Trigger
from tasks.events.where import Place
from tasks.parse.parsed import NOT_PARSED, Parsed


@dataclass(slots=True)
class Reading:
    """A sentence with its triggers, claimants, places and time expressions.

    Attributes:
        triggers: one per event, each with the others that tell of the same event.
        places: each with whether its preposition is a plain one of place.
        quoted: it stands wholly or partly in a quotation.
        parsed: what the parser made of it.
        sightings: the entries whose words stand in it, also those that do not count.
        person: offsets of the named speaker who stands last before it.
    """

    text: Text
    triggers: Sequence[tuple[Trigger, tuple[Trigger, ...]]]
    claims: Sequence[Claim]
    places: list[tuple[Place, bool]]
    times: Sequence[TimeExpression]
    quoted: bool = False
    parsed: Parsed = NOT_PARSED
    person: tuple[int, int] | None = None
    sightings: Sequence[Sighting] = ()

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """The offsets of a phrase in the document's text."""
        return self.text.tokens[phrase.first].start, self.text.tokens[phrase.last - 1].end
