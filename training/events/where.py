"""Trains the choice of places: which of those that a document names is the coded one, and whether one was coded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from tasks.events.learned.where_candidates import spot_for
from tasks.events.learned.where_features import NAMES
from tasks.events.settle_where import rule_where
from tasks.text.reference import languages
from training.events.coded import CodedDocument
from training.events.forest import forest_arrays

# Chosen by cross-validation over the coded documents.
# More of them, or several seeds, gained less than they cost at each mention.
_CHOICES, _GIVENS = 200, 80
_LEARNING = {
    "num_leaves": 12,
    "learning_rate": 0.06,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
_SEED = 1
# From which share on a mention is given a place: as many without a coded one are given one as by the rules.
_LEAST = 0.33
# Words that say nothing of which place is meant.
_SMALL = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "den",
        "det",
        "de",
        "en",
        "et",
        "av",
        "i",
        "og",
        "for",
        "på",
        "s",
        "to",
        "its",
    )
)

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
        found = ((at, scene.drafts[at].mention) for at in left)
        touched = (at for at, one in found if one.trigger_start < mention.end and mention.start < one.trigger_end)
        hit = next(touched, None)
        if hit is not None:
            left.remove(hit)
            yield _sample(document.fold, places, hit, mention.fields)


def learn(coded: Sequence[Sample]) -> Arrays:
    """The arrays of both forests: that of the choice, and that which says whether there is a place at all."""
    some = [one for one in coded if len(one.table)]
    # What the choice makes of mentions that it has not learned from is what it will make of new ones.
    folds = sorted({one.fold for one in some})
    parts = {fold: _choice([one for one in some if one.fold != fold]) for fold in folds}
    rows = [given_rows(one.table, Trees.of(parts[one.fold], CHOICE).scores(one.table)) for one in some]
    told = np.array([float(one.given) for one in some])
    binary = {**_LEARNING, "objective": "binary", "seed": _SEED}
    given = lightgbm.train(binary, lightgbm.Dataset(np.concatenate(rows), told), _GIVENS)
    return {
        "features": np.array(NAMES),
        "least": np.array([_LEAST]),
        **_choice(some),
        **forest_arrays(given, GIVEN),
    }


def _choice(coded: Sequence[Sample]) -> dict[str, NDArray[Any]]:
    some = [one for one in coded if one.right.any()]
    rows, right = np.concatenate([one.table for one in some]), np.concatenate([one.right for one in some])
    objective = _one_of_each(np.array([len(one.right) for one in some]), right)
    settings = {**_LEARNING, "seed": _SEED, "objective": objective}
    return forest_arrays(lightgbm.train(settings, lightgbm.Dataset(rows, right), _CHOICES), CHOICE)


def _one_of_each(sizes: NDArray[np.int64], right: Right) -> Callable[..., Any]:
    """The objective: one place out of those of a mention (softmax over the group), any of the right ones."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def gradients(scores: Right, _: object) -> tuple[Right, Right]:
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        shares = raised / np.add.reduceat(raised, starts)[group]
        among = shares * right
        among /= np.maximum(np.add.reduceat(among, starts)[group], 1e-12)
        return shares - among, np.maximum(2 * shares * (1 - shares), 1e-6)

    return gradients


def _sample(fold: int, places: Places, at: int, fields: Mapping[str, Any]) -> Sample:
    coded = fields.get("place") or []
    names = [coded] if isinstance(coded, str) else list(coded)
    texts = [spot_for(places.asked[at], candidate).place.text for candidate in places.candidates[at]]
    right = np.array([float(any(same_place(name, text) for name in names)) for text in texts])
    return Sample(fold, places.tables[at], right, bool(names))


def same_place(coded: str, found: str) -> bool:
    """Whether two texts name one place: one holds the other, or they share half of their words."""
    one, other = (re.sub(r"\s+", " ", text.casefold()).strip(" .,:;\"'«»“”") for text in (coded, found))
    if one in other or other in one:
        return True
    words = [set(re.findall(r"\w+", text)) - _SMALL for text in (one, other)]
    return len(words[0] & words[1]) * 2 >= min(map(len, words)) > 0
