"""The places of a document beside the mention that asks for one, each with all the spots that name it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.events.learned.where_spots import Spot
from tasks.parse.tree import Tree

COUNTRY = 6  # UCDP's code
# Sentences from which on it does not matter how far away something stands, and over which nothing is looked for.
FAR, REACH = 20, 40
_NEVER = 99
_LABELS = ("GPE", "LOC", "FAC", "ORG", "PER")
_KINDS = ("country", "town", "area")


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention whose place is asked for.

    Attributes:
        number: its sentence.
        start, end: of the trigger.
        parties: role, start and end of each participant.
        word: the trigger in small letters; named: the last words of the participants.
        own_rule, rule: key of the place that the rules find in its sentence, and in the whole document.
    """

    number: int
    paragraph: int
    start: int
    end: int
    event_type: str
    spoken: bool
    noun: bool
    actual: bool
    points_back: bool
    quoted: bool
    tree: Tree
    parties: tuple[tuple[str, int, int], ...]
    own_rule: str
    rule: str
    word: str
    named: frozenset[str]


@dataclass(slots=True)
class Candidate:
    """All spots of one place in a document."""

    key: str
    spots: list[Spot]
    numbers: list[int] = field(init=False)
    facts: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = [spot.number for spot in self.spots]


def candidates_of(spots: Sequence[Spot]) -> list[Candidate]:
    """The places of a document, in the order of their first spots."""
    found: dict[str, list[Spot]] = {}
    for spot in spots:
        found.setdefault(spot.key, []).append(spot)
    named = [
        Candidate(key, sorted(some, key=lambda spot: (spot.number, spot.place.start))) for key, some in found.items()
    ]
    total = len(spots)
    counts = sorted(len(one.spots) for one in named)
    firsts = sorted(spot.place.start for one in named for spot in [_first_plain(one)] if spot is not None)
    for candidate in named:
        rank = len(counts) - bisect_right(counts, len(candidate.spots))
        first = _first_plain(candidate)
        order = _NEVER if first is None else bisect_left(firsts, first.place.start)
        candidate.facts = _facts(candidate, len(candidate.spots) / total, rank, order)
    return named


def near(asked: Asked, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that are named in reach of a mention: long documents tell of many things."""
    low, high = asked.number - REACH, asked.number + REACH
    return [one for one in candidates if bisect_left(one.numbers, low) < bisect_right(one.numbers, high)]


def spot_for(asked: Asked, candidate: Candidate) -> Spot:
    """The spot of a place that stands for it beside a mention: in its sentence, else the last before, else the next."""
    first, last = span_of(candidate, asked.number)
    if first < last:
        return min(candidate.spots[first:last], key=lambda spot: (not spot.plain, distance_to(asked, spot)))
    return candidate.spots[first - 1 if first else last]


def span_of(candidate: Candidate, number: int) -> tuple[int, int]:
    """From which to which of its spots, exclusive, stand in a sentence."""
    return bisect_left(candidate.numbers, number), bisect_right(candidate.numbers, number)


def distance_to(asked: Asked, spot: Spot) -> int:
    """The characters between the trigger and a spot."""
    return max(spot.place.start - asked.end, asked.start - spot.place.end, 0)


FACTS = (
    *(f"label {label}" for label in _LABELS), "site", "named", "precision", "country", "times named", "share of names",
    "rank of names", "sentences", "first sentence", "in dateline", "in heading", "on top", "times plain", "times at",
    "times to", "times from", "times owner", "first plain", *(f"stands for {kind}" for kind in _KINDS),
)  # fmt: skip


def _first_plain(candidate: Candidate) -> Spot | None:
    return next((spot for spot in candidate.spots if spot.plain), None)


def _facts(candidate: Candidate, share: float, rank: int, order: int) -> list[float]:
    spots = candidate.spots
    labels = {spot.label for spot in spots}
    return [
        *(float(label in labels) for label in _LABELS),
        float(spots[0].source == "site"),
        float(any(spot.source == "name" for spot in spots)),
        float(min(spot.place.where_prec for spot in spots)),
        float(any(spot.place.where_prec == COUNTRY for spot in spots)),
        float(len(spots)),
        share,
        float(rank),
        float(len(set(candidate.numbers))),
        float(min(FAR, next((number for number in candidate.numbers if number >= 0), FAR))),
        float(any(spot.source == "dateline" for spot in spots)),
        float(any(spot.source == "heading" for spot in spots)),
        float(any(number < 0 for number in candidate.numbers)),
        float(sum(spot.plain for spot in spots)),
        float(sum(spot.way == "at" for spot in spots)),
        float(sum(spot.way == "to" for spot in spots)),
        float(sum(spot.way == "from" for spot in spots)),
        float(sum(spot.owner for spot in spots)),
        float(order),
        *(float(spots[0].stands_for == kind) for kind in _KINDS),
    ]
