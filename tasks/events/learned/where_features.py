"""What is known of a mention and a place that it may have happened at, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.where_beside import OWN, ROLES, beside, walk_up
from tasks.events.learned.where_candidates import COUNTRY, FACTS, FAR, Asked, Candidate, span_of
from tasks.events.learned.where_spots import Spot
from tasks.parse.tree import Tree, Word

_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_SHARED_LETTERS = 4  # by which `Syrian` is known to be of `Syria`

MENTION = (
    *(f"type {name}" for name in _TYPES), "spoken", "noun", "actual", "points back", "quoted", "sentence",
    "candidates", "candidates in sentence", "plain in sentence",
)  # fmt: skip

AROUND = (
    "since", "since plain", "since at", "more recent", "more recent plain", "until", "until plain", "in paragraph",
    "kin in sentence", *(f"kin in {role}" for role in ROLES), "kin before",
    "rule here", "rule", "mentions here", "last mention here", "same type here", "same word here", "same party here",
    "next mention here", "same type next", "stood for", "stood for at",
)  # fmt: skip

NAMES = (*MENTION, *FACTS, *OWN, *AROUND)


def rows(asked: Asked, others: Sequence[Asked], candidates: Sequence[Candidate]) -> NDArray[np.float32]:
    """A row of features for each candidate.

    Args:
        asked: the mention.
        others: the mentions around it, in the order of the text, this one too.
        candidates: the places around it.
    """
    mine = [span_of(one, asked.number) for one in candidates]
    here = [spot for one, (first, last) in zip(candidates, mine, strict=True) for spot in one.spots[first:last]]
    about = _about(asked, candidates, here)
    walk = walk_up(asked)
    triggers = [other for other in others if other.number == asked.number]
    recent = [
        (_since(one, first, plain=False), _since(one, first, plain=True))
        for one, (first, _) in zip(candidates, mine, strict=True)
    ]
    told = _told(asked, others)
    stems = _stems(asked.tree)
    table = []
    for at, (one, (first, last)) in enumerate(zip(candidates, mine, strict=True)):
        own = one.spots[first:last]
        stands = beside(asked, own, here, triggers, walk)
        table.append(
            [
                *about,
                *one.facts,
                *stands,
                *_around(asked, one, (first, last), recent, at),
                *_context(asked, one, told, (here, stems)),
            ]
        )
    return np.array(table, np.float32).reshape(len(candidates), len(NAMES))


def _about(asked: Asked, candidates: Sequence[Candidate], here: Sequence[Spot]) -> list[float]:
    return [
        *(float(asked.event_type == name) for name in _TYPES),
        float(asked.spoken),
        float(asked.noun),
        float(asked.actual),
        float(asked.points_back),
        float(asked.quoted),
        float(min(FAR, asked.number)),
        float(len(candidates)),
        float(len({spot.key for spot in here})),
        float(sum(spot.plain for spot in here)),
    ]


def _since(candidate: Candidate, first: int, *, plain: bool) -> int:
    """Where the last spot before the mention's sentence begins; -1 without one."""
    return next((spot.place.start for spot in reversed(candidate.spots[:first]) if spot.plain or not plain), -1)


def _around(
    asked: Asked, candidate: Candidate, mine: tuple[int, int], recent: Sequence[tuple[int, int]], at: int
) -> Iterator[float]:
    """How far the spots in other sentences are."""
    before, after = candidate.spots[: mine[0]], candidate.spots[mine[1] :]
    for asks in (lambda _: True, lambda spot: spot.plain, lambda spot: spot.way == "at"):
        last = next((spot.number for spot in reversed(before) if asks(spot)), None)
        yield float(99 if last is None else min(FAR, asked.number - last))
    yield float(sum(one > recent[at][0] for one, _ in recent))
    yield float(sum(one > recent[at][1] for _, one in recent))
    for asks in (lambda _: True, lambda spot: spot.plain):
        following = next((spot.number for spot in after if asks(spot)), None)
        yield float(99 if following is None else min(FAR, following - asked.number))
    yield float(any(spot.place.start >= asked.paragraph for spot in before))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the other mentions say: counts of their own places, the last one, the last of the same type."""

    counts: Mapping[str, int]
    last: str
    alike: str
    word: str
    party: str
    following: str
    following_alike: str


def _told(asked: Asked, others: Sequence[Asked]) -> _Told:
    told = [other for other in others if other is not asked and other.own_rule]
    before = [other for other in reversed(told) if other.start < asked.start]
    after = [other for other in told if other.start > asked.start]
    stem = asked.word[:_SHARED_LETTERS]

    def first(some: Iterable[Asked]) -> str:
        return next((one.own_rule for one in some), "")

    return _Told(
        Counter(other.own_rule for other in told),
        first(before),
        first(one for one in before if one.event_type == asked.event_type),
        first(one for one in (*before, *after) if one.word[:_SHARED_LETTERS] == stem),
        first(one for one in before if one.named & asked.named),
        first(after),
        first(one for one in after if one.event_type == asked.event_type),
    )


def _stems(tree: Tree) -> Mapping[str, list[Word]]:
    """The words of a sentence by their first letters."""
    found: dict[str, list[Word]] = {}
    for word in tree.words:
        found.setdefault(word.lower[:_SHARED_LETTERS], []).append(word)
    return found


def _context(
    asked: Asked, candidate: Candidate, told: _Told, read: tuple[Sequence[Spot], Mapping[str, list[Word]]]
) -> Iterator[float]:
    key = candidate.key
    here, stems = read
    alike = stems.get(key[:_SHARED_LETTERS], ())
    kin = [word for word in alike if _is_kin(word.start, candidate, asked.number)]
    yield float(len(kin))
    for role in ROLES:
        yield float(any(start <= word.start < end for word in kin for one, start, end in asked.parties if one == role))
    yield float(any(word.start < asked.start for word in kin))
    yield float(asked.own_rule == key)
    yield float(asked.rule == key)
    yield float(told.counts.get(key, 0))
    yield float(told.last == key)
    yield float(told.alike == key)
    yield float(told.word == key)
    yield float(told.party == key)
    yield float(told.following == key)
    yield float(told.following_alike == key)
    fitting = [spot for spot in here if spot.stands_for and spot.stands_for in _kinds(candidate)]
    yield float(len(fitting))
    yield float(any(spot.way == "at" for spot in fitting))


def _kinds(candidate: Candidate) -> tuple[str, ...]:
    """What a named place may be called."""
    if candidate.key[0] == "~":
        return ()
    if any(spot.place.where_prec == COUNTRY for spot in candidate.spots):
        return ("country",)
    return ("town", "area") if any(spot.label == "GPE" for spot in candidate.spots) else ("area",)


def _is_kin(start: int, candidate: Candidate, number: int) -> bool:
    """Whether a word is made from the name of a place: `Syrian`, `syriske`."""
    key = candidate.key
    if len(key) < _SHARED_LETTERS or key[0] == "~":
        return False
    return not any(spot.number == number and spot.place.start <= start < spot.place.end for spot in candidate.spots)
