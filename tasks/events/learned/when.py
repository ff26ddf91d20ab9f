"""The date of each mention of a document, chosen among those that it may have by what coded documents taught."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasks.errors import ModelError
from tasks.events.draft import Scene
from tasks.events.learned.arrays import learned_arrays
from tasks.events.learned.trees import Trees
from tasks.events.learned.when_features import Dates
from tasks.events.when import When

PART = "when"
# The choice is made twice: the second time it knows what the first one chose for the other mentions.
ROUNDS = ("first", "second")
_NOTHING: NDArray[np.float32] = np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """The trees of both rounds, and the names of the features that their columns hold."""

    features: Mapping[str, int]
    trees: tuple[Trees, ...]


def choose_when(scene: Scene, ruled: Sequence[When]) -> list[When]:
    """The date of each mention; that of the rules where its language has learned nothing.

    Args:
        scene: the document.
        ruled: what the rules say of each mention.

    Raises:
        ModelError: what was learned is damaged.
    """
    choosers = [_chooser(scene.models, draft.mention.language) for draft in scene.drafts]
    if not any(choosers):
        return list(ruled)
    dates = Dates(scene, ruled)
    rows = [matrix(dates, at, chooser.features) if chooser else _NOTHING for at, chooser in enumerate(choosers)]
    first = _scores(rows, choosers, 0)
    shares = [share(scores) for scores in first]
    for at, chooser in enumerate(choosers):
        if chooser:
            fill(rows[at], dates.agreement(at, shares), chooser.features)
    second = _scores(rows, choosers, 1)
    return [
        dates.candidates[at][int(np.argmax(scores))].when if len(scores) else ruled[at]
        for at, scores in enumerate(second)
    ]


def _scores(
    rows: Sequence[NDArray[np.float32]], choosers: Sequence[Chooser | None], step: int
) -> list[NDArray[np.float64]]:
    """The score of each date of each mention; none where nothing was learned."""
    found = [np.zeros(0) for _ in rows]
    for chooser in {id(one): one for one in choosers if one}.values():
        own = [at for at, one in enumerate(choosers) if one is chooser]
        summed = chooser.trees[step].scores(np.concatenate([rows[at] for at in own]))
        ends = np.cumsum([len(rows[at]) for at in own])[:-1]
        for at, scores in zip(own, np.split(summed, ends), strict=True):
            found[at] = scores
    return found


def matrix(dates: Dates, at: int, features: Mapping[str, int]) -> NDArray[np.float32]:
    """The features of a mention with each of its dates, one row for each; unknown features are left out.

    Args:
        dates: the document.
        at: number of the mention.
        features: the column of each feature.
    """
    candidates = dates.candidates[at]
    rows = np.zeros((len(candidates), len(features)), np.float32)
    shared = dates.of_mention(at)
    fill(rows, [shared] * len(rows), features)
    fill(rows, [dates.of_pair(at, candidate) for candidate in candidates], features)
    return rows


def fill(rows: NDArray[np.float32], values: Sequence[Mapping[str, float]], features: Mapping[str, int]) -> None:
    """Writes named features into their columns, those of each row."""
    for row, named in zip(rows, values, strict=True):
        for name, value in named.items():
            column = features.get(name)
            if column is not None:
                row[column] = value


def share(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """How sure each date of a mention is, all together 1."""
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


@cache
def _chooser(models: Path, language: str) -> Chooser | None:
    arrays = learned_arrays(models, language, PART)
    if arrays is None:
        return None
    try:
        names = [str(name) for name in arrays["features"]]
        return Chooser({name: at for at, name in enumerate(names)}, tuple(Trees.of(arrays, step) for step in ROUNDS))
    except KeyError as error:
        path = models / "events" / language / f"{PART}.npz"
        raise ModelError(path, f"lacks {error}", "train it again with 'make models'") from error
