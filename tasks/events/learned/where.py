"""The learned choice of places: which of those that a document names is that of a mention, and whether one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasks.errors import ModelError
from tasks.events.draft import Draft, Scene
from tasks.events.learned.arrays import FOLDER, learned_arrays
from tasks.events.learned.trees import Trees, probability
from tasks.events.learned.where_candidates import REACH, Asked, Candidate, candidates_of, near, spot_for
from tasks.events.learned.where_features import NAMES, rows
from tasks.events.learned.where_spots import Spot, find_spots
from tasks.events.where import Place

PART = "where"
CHOICE, GIVEN = "choice", "given"
# Spots among which one that overlaps a place must be.
_OVERLAPPING = 4
# Mentions read through the trees together.
_AT_ONCE = 32


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The mentions of a document, the candidates of each, and a row of features for each of those."""

    asked: Sequence[Asked]
    candidates: Sequence[Sequence[Candidate]]
    tables: Sequence[NDArray[np.float32]]


def choose(scene: Scene, by_rule: Sequence[Place | None]) -> list[Place | None]:
    """The place of each draft of a document, in their order; that of the rules where a language has nothing learned.

    Args:
        scene: the document.
        by_rule: the places that the rules give.

    Raises:
        ModelError: what was learned is damaged, or of another version.
    """
    chosen = list(by_rule)
    models = {one: _model(scene.models, one) for one in sorted({draft.mention.language for draft in scene.drafts})}
    if not any(models.values()):
        return chosen
    places = places_of(scene, by_rule)
    for language, model in models.items():
        some = [at for at, draft in enumerate(scene.drafts) if draft.mention.language == language]
        if model is None:
            continue
        for first in range(0, len(some), _AT_ONCE):
            for at, place in _chosen(model, places, some[first : first + _AT_ONCE]):
                chosen[at] = place
    return chosen


def places_of(scene: Scene, by_rule: Sequence[Place | None]) -> Places:
    """The candidates of a document and their features for each draft."""
    spots = find_spots(scene)
    starts = [spot.place.start for spot in spots]
    every = candidates_of(spots)
    paragraphs = {segment.segment_no: segment.start for segment in scene.document.segments}
    asked = [
        _asked(
            draft,
            paragraphs[draft.mention.segment_no],
            (_key(draft.place, spots, starts), _key(place, spots, starts)),
        )
        for draft, place in zip(scene.drafts, by_rule, strict=True)
    ]
    numbers = [one.number for one in asked]
    candidates, tables = [], []
    for one in asked:
        around = asked[bisect_left(numbers, one.number - REACH) : bisect_right(numbers, one.number + REACH)]
        candidates.append(near(one, every))
        tables.append(rows(one, around, candidates[-1]))
    return Places(asked, candidates, tables)


def given_rows(table: NDArray[np.float32], scores: NDArray[np.float64]) -> NDArray[np.float32]:
    """What decides whether a mention has a place at all: the best candidate, and how clearly it is that."""
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = int(np.argmax(scores))
    rest = np.delete(shares, best)
    extra = [shares[best], rest.max() if len(rest) else 0.0, scores[best]]
    return np.concatenate([table[best], np.array(extra, np.float32)])[None, :].astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    choice: Trees
    given: Trees
    least: float


def _model(models: Path, language: str) -> _Model | None:
    arrays = learned_arrays(models, language, PART)
    if arrays is None:
        return None
    path = models / FOLDER / language / f"{PART}.npz"
    try:
        if tuple(arrays["features"].tolist()) != NAMES:
            raise ModelError(path, "was trained for other features", "train it again with 'make models'")
        return _Model(Trees.of(arrays, CHOICE), Trees.of(arrays, GIVEN), float(arrays["least"].item()))
    except KeyError as error:
        raise ModelError(path, f"lacks {error}", "train it again with 'make models'") from error


def _chosen(model: _Model, places: Places, some: Sequence[int]) -> Iterator[tuple[int, Place | None]]:
    """The places of some mentions, read through the trees together: that is faster than one by one."""
    yield from ((at, None) for at in some if not len(places.tables[at]))
    some = [at for at in some if len(places.tables[at])]
    if not some:
        return
    ends = np.cumsum([len(places.tables[at]) for at in some])[:-1]
    scores = np.split(model.choice.scores(np.concatenate([places.tables[at] for at in some])), ends)
    decides = [given_rows(places.tables[at], own) for at, own in zip(some, scores, strict=True)]
    given = probability(model.given.scores(np.concatenate(decides)))
    for at, own, share in zip(some, scores, given, strict=True):
        spot = spot_for(places.asked[at], places.candidates[at][int(np.argmax(own))])
        yield at, spot.place if share >= model.least else None


def _asked(draft: Draft, paragraph: int, by_rule: tuple[str, str]) -> Asked:
    mention, sentence = draft.mention, draft.reading.text
    trigger = sentence.tokens[draft.trigger.first : draft.trigger.last]
    return Asked(
        number=draft.number,
        paragraph=paragraph,
        start=mention.trigger_start,
        end=mention.trigger_end,
        event_type=mention.event_type,
        spoken=draft.spoken,
        noun=draft.trigger.noun,
        actual=mention.modality == "actual",
        points_back=draft.points_back,
        quoted=draft.reading.quoted,
        tree=draft.reading.parsed.tree,
        parties=tuple((one.role, one.start, one.end) for one in mention.participants),
        own_rule=by_rule[0],
        rule=by_rule[1],
        word=" ".join(token.lower for token in trigger),
        named=frozenset(one.text.split()[-1].lower() for one in mention.participants),
    )


def _key(place: Place | None, spots: Sequence[Spot], starts: Sequence[int]) -> str:
    if place is None:
        return ""
    behind = bisect_left(starts, place.end)
    over = (
        spot.key for spot in reversed(spots[max(0, behind - _OVERLAPPING) : behind]) if place.start < spot.place.end
    )
    return next(over, "")
