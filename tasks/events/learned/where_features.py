"""What is known of a mention and a place that it may have happened at, as numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.where_spots import Spot
from tasks.parse.tree import Tree

_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_WAYS = ("at", "near", "to", "from", "of", "against", "other", "")
_LABELS = ("GPE", "LOC", "FAC", "ORG", "PER")
_ROLES = ("actor", "recipient", "claimant")
_KINDS = ("country", "town", "area")
# Labels of the dependency by which a phrase hangs on what is above it.
_DEPS = ("obl", "nmod", "nsubj", "obj", "appos", "compound", "amod", "conj", "root", "acl", "advcl", "ccomp", "xcomp")
_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "conj"})
# Sentences from which on it does not matter how far away something stands.
_FAR = 20
_COUNTRY = 6  # UCDP's code
_SHARED_LETTERS = 4  # by which `Syrian` is known to be of `Syria`


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
    for candidate in named:
        candidate.facts = _facts(candidate, named)
    return named


FACTS = (
    *(f"label {label}" for label in _LABELS), "site", "named", "precision", "country", "times named", "share of names",
    "rank of names", "sentences", "first sentence", "in dateline", "in heading", "on top", "times plain", "times at",
    "times to", "times from", "times owner", "first plain", *(f"stands for {kind}" for kind in _KINDS),
)  # fmt: skip


def _facts(candidate: Candidate, every: Sequence[Candidate]) -> list[float]:
    spots = candidate.spots
    labels = {spot.label for spot in spots}
    total = sum(len(one.spots) for one in every)
    plain = [spot for spot in spots if spot.plain]
    firsts = [next((spot.place.start for spot in one.spots if spot.plain), 10**9) for one in every]
    own = plain[0].place.start if plain else 10**9
    return [
        *(float(label in labels) for label in _LABELS),
        float(spots[0].source == "site"),
        float(any(spot.source == "name" for spot in spots)),
        float(min(spot.place.where_prec for spot in spots)),
        float(any(spot.place.where_prec == _COUNTRY for spot in spots)),
        float(len(spots)),
        len(spots) / total,
        float(sum(len(one.spots) > len(spots) for one in every)),
        float(len(set(candidate.numbers))),
        float(min(_FAR, next((number for number in candidate.numbers if number >= 0), _FAR))),
        float(any(spot.source == "dateline" for spot in spots)),
        float(any(spot.source == "heading" for spot in spots)),
        float(any(number < 0 for number in candidate.numbers)),
        float(len(plain)),
        float(sum(spot.way == "at" for spot in spots)),
        float(sum(spot.way == "to" for spot in spots)),
        float(sum(spot.way == "from" for spot in spots)),
        float(sum(spot.owner for spot in spots)),
        float(sum(first < own for first in firsts)) if plain else 99.0,
        *(float(spots[0].stands_for == kind) for kind in _KINDS),
    ]


MENTION = (
    *(f"type {name}" for name in _TYPES), "spoken", "noun", "actual", "points back", "quoted", "sentence",
    "candidates", "candidates in sentence", "plain in sentence",
)  # fmt: skip

OWN = (
    "in sentence", "distance", "behind trigger", "nearer ones", "trigger is nearest", "names between",
    *(f"way {way or 'none'}" for way in _WAYS), "owner", "site here", "precision here", "by rule here",
    *(f"in {role}" for role in _ROLES), "is party", "inside next", "contains last",
    "linked", "steps up", "steps down", "clauses up", "clauses down", *(f"hangs by {dep}" for dep in _DEPS),
    *(f"branch {dep}" for dep in _DEPS), "begins sentence",
)  # fmt: skip

AROUND = (
    "since", "since plain", "since at", "more recent", "more recent plain", "until", "until plain", "in paragraph",
    "kin in sentence", *(f"kin in {role}" for role in _ROLES), "kin before",
    "rule here", "rule", "mentions here", "last mention here", "same type here", "same word here", "same party here",
    "next mention here", "same type next", "stood for", "stood for at",
)  # fmt: skip

NAMES = (*MENTION, *FACTS, *OWN, *AROUND)


def rows(asked: Asked, others: Sequence[Asked], candidates: Sequence[Candidate]) -> NDArray[np.float32]:
    """A row of features for each candidate.

    Args:
        asked: the mention.
        others: all mentions of the document, in the order of the text, this one too.
        candidates: the places of the document.
    """
    mine = [_span(one, asked.number) for one in candidates]
    here = [spot for one, (first, last) in zip(candidates, mine, strict=True) for spot in one.spots[first:last]]
    about = _about(asked, candidates, here)
    walk = _walk(asked)
    triggers = [other for other in others if other.number == asked.number]
    recent = [
        (_since(one, first, plain=False), _since(one, first, plain=True))
        for one, (first, _) in zip(candidates, mine, strict=True)
    ]
    told = _told(asked, others)
    table = []
    for at, (one, (first, last)) in enumerate(zip(candidates, mine, strict=True)):
        own = one.spots[first:last]
        beside = _beside(asked, own, here, triggers, walk)
        table.append(
            [
                *about,
                *one.facts,
                *beside,
                *_around(asked, one, (first, last), recent, at),
                *_context(asked, one, told, here),
            ]
        )
    return np.array(table, np.float32).reshape(len(candidates), len(NAMES))


def spot_for(asked: Asked, candidate: Candidate) -> Spot:
    """The spot of a place that stands for it beside a mention: in its sentence, else the last before, else the next."""
    first, last = _span(candidate, asked.number)
    if first < last:
        return min(candidate.spots[first:last], key=lambda spot: (not spot.plain, _distance(asked, spot)))
    return candidate.spots[first - 1 if first else last]


def _span(candidate: Candidate, number: int) -> tuple[int, int]:
    return bisect_left(candidate.numbers, number), bisect_right(candidate.numbers, number)


def _about(asked: Asked, candidates: Sequence[Candidate], here: Sequence[Spot]) -> list[float]:
    return [
        *(float(asked.event_type == name) for name in _TYPES),
        float(asked.spoken),
        float(asked.noun),
        float(asked.actual),
        float(asked.points_back),
        float(asked.quoted),
        float(min(_FAR, asked.number)),
        float(len(candidates)),
        float(len({spot.key for spot in here})),
        float(sum(spot.plain for spot in here)),
    ]


def _beside(
    asked: Asked,
    own: Sequence[Spot],
    here: Sequence[Spot],
    triggers: Sequence[Asked],
    walk: Mapping[int, tuple[int, int]],
) -> list[float]:
    """How the nearest spot in the mention's own sentence stands to its trigger."""
    if not own:
        return _ABSENT
    spot = min(own, key=lambda one: (not one.plain, _distance(asked, one)))
    place, tree = spot.place, asked.tree
    distance = _distance(asked, spot)
    parties = [(role, start, end) for role, start, end in asked.parties if start <= place.start and place.end <= end]
    roles = {role for role, _, _ in parties}
    between = sorted((asked.end, place.start) if place.start >= asked.end else (place.end, asked.start))
    return [
        float(len(own)),
        float(distance),
        float(place.start > asked.start),
        float(sum(_distance(asked, one) < distance for one in here)),
        float(all(_distance(other, spot) >= distance for other in triggers)),
        float(sum(between[0] <= one.place.start < between[1] for one in here)),
        *(float(spot.way == way) for way in _WAYS),
        float(spot.owner),
        float(spot.source == "site"),
        float(place.where_prec),
        float(spot.source == "rule"),
        *(float(role in roles) for role in _ROLES),
        float(any(place.end - place.start > _MOST * (end - start) for _, start, end in parties)),
        float(any(0 <= one.place.start - place.end <= _CLOSE for one in here)),
        float(any(0 <= place.start - one.place.end <= _CLOSE for one in here)),
        *_path(tree, spot.head, walk),
        float(bool(len(tree)) and place.start - tree[0].start < 12),  # noqa: PLR2004 - letters of a preposition and an article
    ]


_MOST = 0.6
_CLOSE = 6  # letters of `, ` and ` in the `
_ABSENT = [0.0, 999.0, *[0.0] * (len(OWN) - 2)]


def _distance(asked: Asked, spot: Spot) -> int:
    return max(spot.place.start - asked.end, asked.start - spot.place.end, 0)


def _walk(asked: Asked) -> dict[int, tuple[int, int]]:
    """The words above the trigger, each with the steps and clauses up to it."""
    tree = asked.tree
    if not len(tree):
        return {}
    starts = [word.start for word in tree.words]
    at = max(0, bisect_right(starts, asked.start) - 1)
    last = max(at + 1, bisect_left(starts, asked.end))
    at = next((one for one in range(at, last) if not at <= tree[one].head < last), at)
    found, clauses = {at: (0, 0)}, 0
    for steps, above in enumerate(tree.above(at), 1):
        clauses += tree[at].base in _CLAUSAL
        found[above] = (steps, clauses)
        at = above
    return found


def _path(tree: Tree, head: int, walk: Mapping[int, tuple[int, int]]) -> Iterator[float]:
    """The way through the tree from the trigger to a spot."""
    if head < 0 or not walk:
        yield from [0.0] * (5 + 2 * len(_DEPS))
        return
    down, clauses, at, branch = 0, 0, head, ""
    while at not in walk and not tree.is_root(at):
        branch = tree[at].base
        clauses += branch in _CLAUSAL
        down += 1
        at = tree[at].head
    linked = at in walk
    steps, above = walk.get(at, (99, 9))
    yield from (float(linked), float(steps), float(down), float(above), float(clauses))
    own = tree[head].base
    yield from (float(own == dep) for dep in _DEPS)
    yield from (float(branch == dep) for dep in _DEPS)


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
        yield float(99 if last is None else min(_FAR, asked.number - last))
    yield float(sum(one > recent[at][0] for one, _ in recent))
    yield float(sum(one > recent[at][1] for _, one in recent))
    for asks in (lambda _: True, lambda spot: spot.plain):
        following = next((spot.number for spot in after if asks(spot)), None)
        yield float(99 if following is None else min(_FAR, following - asked.number))
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


def _context(asked: Asked, candidate: Candidate, told: _Told, here: Sequence[Spot]) -> Iterator[float]:
    key = candidate.key
    kin = [word for word in asked.tree.words if _is_kin(word.lower, word.start, candidate, asked.number)]
    yield float(len(kin))
    for role in _ROLES:
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
    if any(spot.place.where_prec == _COUNTRY for spot in candidate.spots):
        return ("country",)
    return ("town", "area") if any(spot.label == "GPE" for spot in candidate.spots) else ("area",)


def _is_kin(lower: str, start: int, candidate: Candidate, number: int) -> bool:
    """Whether a word is made from the name of a place: `Syrian`, `syriske`."""
    key = candidate.key
    if len(key) < _SHARED_LETTERS or key[0] == "~" or lower[:_SHARED_LETTERS] != key[:_SHARED_LETTERS]:
        return False
    return not any(spot.number == number and spot.place.start <= start < spot.place.end for spot in candidate.spots)
