"""Trains the choice of places: which of those that a document names is the coded one, and whether one was coded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tasks.events.find import read_scene
from tasks.events.learned.arrays import FOLDER, Arrays, write_arrays
from tasks.events.learned.trees import Trees
from tasks.events.learned.where import CHOICE, GIVEN, PART, Places, given_rows, places_of
from tasks.events.learned.where_features import NAMES, spot_for
from tasks.events.settle_where import rule_where
from tasks.text.reference import languages
from training.events.coded import CodedDocument
from training.events.where_forest import forest_arrays

# Chosen by cross-validation over the coded documents.
_CHOICES, _GIVENS = 200, 120
_LEAST = 0.35
_LEARNING = {
    "num_leaves": 12,
    "learning_rate": 0.06,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}
_RANKING = {**_LEARNING, "objective": "lambdarank", "lambdarank_truncation_level": 30, "label_gain": [0, 1]}
# Words that say nothing of which place is meant.
_SMALL = frozenset("the a an of in and den det de en et av i og for på s to its his her their".split())

Rows = NDArray[np.float32]
Right = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The candidates of one coded mention: their features, and which of them is the coded place."""

    fold: int
    table: Rows
    right: Right
    given: bool


def train(documents: Sequence[CodedDocument], models: Path) -> None:
    """Writes `<models>/events/<language>/where.npz`: one choice, learned from all languages together, for each of them.

    Args:
        documents: coded documents.
        models: the folder of the models; parts learned before are read from it.
    """
    arrays = learn([one for document in documents for one in samples(document, models)])
    known = languages(having="places")
    for language in sorted({document.document.language for document in documents} & {*known}):
        write_arrays(models / FOLDER / language / f"{PART}.npz", arrays)


def samples(document: CodedDocument, models: Path) -> Iterator[Sample]:
    """The mentions of a coded document that are found, with their candidates."""
    scene = read_scene(document.document, document.times, parsed=document.parsed, models=models)
    places = places_of(scene, rule_where(scene))
    left = list(range(len(scene.drafts)))
    for mention in document.mentions:
        spans = ((at, scene.drafts[at].mention) for at in left)
        hit = next((at for at, one in spans if one.trigger_start < mention.end and mention.start < one.trigger_end), None)
        if hit is not None:
            left.remove(hit)
            yield _sample(document.fold, places, hit, mention.fields)


def learn(coded: Sequence[Sample]) -> Arrays:
    """The arrays of both forests: that of the choice, and that which says whether there is a place at all."""
    some = [one for one in coded if len(one.table)]
    # What the choice makes of mentions that it has not learned from is what it will make of new ones.
    parts = {fold: _choice([one for one in some if one.fold != fold]) for fold in sorted({one.fold for one in some})}
    rows = [given_rows(one.table, Trees.of(parts[one.fold], CHOICE).scores(one.table)) for one in some]
    told = np.array([float(one.given) for one in some])
    binary = {**_LEARNING, "objective": "binary"}
    given = lightgbm.train(binary, lightgbm.Dataset(np.concatenate(rows), told), _GIVENS)
    return {
        "features": np.array(NAMES),
        "least": np.array([_LEAST]),
        **_choice(some),
        **forest_arrays(given, GIVEN),
    }


def _choice(coded: Sequence[Sample]) -> dict[str, NDArray[Any]]:
    some = [one for one in coded if one.right.any()]
    data = lightgbm.Dataset(
        np.concatenate([one.table for one in some]),
        np.concatenate([one.right for one in some]),
        group=[len(one.right) for one in some],
    )
    return forest_arrays(lightgbm.train(_RANKING, data, _CHOICES), CHOICE)


def _sample(fold: int, places: Places, at: int, fields: Mapping[str, Any]) -> Sample:
    coded = fields.get("place") or []
    names = [coded] if isinstance(coded, str) else list(coded)
    texts = [spot_for(places.asked[at], candidate).place.text for candidate in places.candidates]
    right = np.array([float(any(same_place(name, text) for name in names)) for text in texts])
    return Sample(fold, places.tables[at], right, bool(names))


def same_place(coded: str, found: str) -> bool:
    """Whether two texts name one place: one holds the other, or they share half of their words."""
    one, other = (re.sub(r"\s+", " ", text.casefold()).strip(" .,:;\"'«»“”") for text in (coded, found))
    if one in other or other in one:
        return True
    words = [set(re.findall(r"\w+", text)) - _SMALL for text in (one, other)]
    return len(words[0] & words[1]) * 2 >= min(map(len, words)) > 0
