"""Trains the choice of dates: which of the days that a mention may have is the coded one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tasks.dates.edtf import bounds
from tasks.events.find import read_scene
from tasks.events.learned.arrays import FOLDER, Arrays, write_arrays
from tasks.events.learned.when import PART, TREES, matrix
from tasks.events.learned.when_candidates import Bounds
from tasks.events.learned.when_features import Dates
from tasks.events.settle_when import rule_when
from training.events.coded import CodedDocument
from training.events.forest import forest_arrays

# Chosen by cross-validation over the coded documents.
_ROUNDS = 150
# Mentions in which a feature must show for it to be learned.
_LEAST = 20
_LEARNING = {
    "seed": 1,
    "num_leaves": 20,
    "max_depth": 7,
    "learning_rate": 0.1,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}

Rows = NDArray[np.float32]


@dataclass(slots=True)
class Sample:
    """A document with the dates that its mentions may have, and the days that were coded of some."""

    dates: Dates
    coded: Mapping[int, Bounds]


def train(documents: Sequence[CodedDocument], models: Path) -> None:
    """Writes `<models>/events/<language>/when.npz`: one choice, learned from all languages together, for each of them.

    Args:
        documents: coded documents.
        models: the folder of the models; learned triggers in it are read.
    """
    samples = [sample(document, models) for document in documents]
    arrays = learn(samples)
    for language in sorted({draft.mention.language for one in samples for draft in one.dates.scene.drafts}):
        write_arrays(models / FOLDER / language / f"{PART}.npz", arrays)


def sample(document: CodedDocument, models: Path) -> Sample:
    """A coded document as the choice sees it."""
    scene = read_scene(document.document, document.times, parsed=document.parsed, models=models)
    left, coded = dict(enumerate(draft.mention for draft in scene.drafts)), {}
    for mention in document.mentions:
        touched = (
            at for at, one in left.items() if one.trigger_start < mention.end and mention.start < one.trigger_end
        )
        hit = next(touched, None)
        if hit is not None:
            del left[hit]
            if mention.fields.get("date"):
                coded[hit] = bounds(str(mention.fields["date"]))
    return Sample(Dates(scene, rule_when(scene)), coded)


def learn(samples: Sequence[Sample]) -> Arrays:
    """The arrays of the choice: the names of its features, and its trees."""
    features = {name: at for at, name in enumerate(_features(samples))}
    arrays: dict[str, NDArray[np.generic]] = {"features": np.array(list(features))}
    return arrays | forest_arrays(_forest(list(_groups(samples, features))), TREES)


def _features(samples: Sequence[Sample]) -> list[str]:
    """The features that show in enough mentions."""
    count: Counter[str] = Counter()
    for one in samples:
        for at, candidates in enumerate(one.dates.candidates):
            pairs = [one.dates.of_pair(at, candidate) for candidate in candidates]
            every = (one.dates.of_mention(at), one.dates.of_all(pairs), *pairs)
            count.update({name for named in every for name, value in named.items() if value})
    return sorted(name for name, times in count.items() if times >= _LEAST)


def _groups(samples: Sequence[Sample], features: Mapping[str, int]) -> Iterator[tuple[Rows, NDArray[np.float64]]]:
    """The rows of each coded mention with 1 for the coded date; mentions that have no such candidate are left out."""
    for one in samples:
        for at, coded in one.coded.items():
            right = np.array([float(candidate.bounds == coded) for candidate in one.dates.candidates[at]])
            if right.any():
                yield matrix(one.dates, at, features), right


def _forest(groups: Sequence[tuple[Rows, NDArray[np.float64]]]) -> lightgbm.Booster | None:
    if not groups:
        return None
    rows = np.concatenate([one for one, _ in groups])
    right = np.concatenate([one for _, one in groups])
    sizes = np.array([len(one) for _, one in groups])
    settings = {**_LEARNING, "objective": _choice(sizes, right)}
    return lightgbm.train(settings, lightgbm.Dataset(rows, right), _ROUNDS)


def _choice(sizes: NDArray[np.int64], right: NDArray[np.float64]) -> Callable[..., Any]:
    """The objective: one date out of those of a mention (softmax over the group)."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def gradients(scores: NDArray[np.float64], _: object) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        shares = raised / np.add.reduceat(raised, starts)[group]
        return shares - right, np.maximum(2 * shares * (1 - shares), 1e-6)

    return gradients
