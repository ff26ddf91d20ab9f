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
TREES = "choice"


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """The trees, and the column of each feature that they ask for."""

    features: Mapping[str, int]
    trees: Trees


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
    found = list(ruled)
    for chooser in {id(one): one for one in choosers if one}.values():
        own = [at for at, one in enumerate(choosers) if one is chooser and dates.candidates[at]]
        if not own:
            continue
        rows = [matrix(dates, at, chooser.features) for at in own]
        scores = chooser.trees.scores(np.concatenate(rows))
        ends = np.cumsum([len(one) for one in rows])[:-1]
        for at, each in zip(own, np.split(scores, ends), strict=True):
            found[at] = dates.candidates[at][int(np.argmax(each))].when
    return found


def matrix(dates: Dates, at: int, features: Mapping[str, int]) -> NDArray[np.float32]:
    """The features of a mention with each of its dates, one row for each; unknown features are left out.

    Args:
        dates: the document.
        at: number of the mention.
        features: the column of each feature.
    """
    pairs = [dates.of_pair(at, candidate) for candidate in dates.candidates[at]]
    shared = {**dates.of_mention(at), **dates.of_all(pairs)}
    rows = np.zeros((len(pairs), len(features)), np.float32)
    for name, value in shared.items():
        if name in features:
            rows[:, features[name]] = value
    for row, pair in zip(rows, pairs, strict=True):
        for name, value in pair.items():
            if name in features:
                row[features[name]] = value
    return rows


@cache
def _chooser(models: Path, language: str) -> Chooser | None:
    arrays = learned_arrays(models, language, PART)
    if arrays is None:
        return None
    try:
        names = [str(name) for name in arrays["features"]]
        return Chooser({name: at for at, name in enumerate(names)}, Trees.of(arrays, TREES))
    except KeyError as error:
        path = models / "events" / language / f"{PART}.npz"
        raise ModelError(path, f"lacks {error}", "train it again with 'make models'") from error
