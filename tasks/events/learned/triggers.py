"""How likely it is that careful readers would code a trigger: boosted trees over what the rules and the parse say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasks.errors import ModelError
from tasks.events.learned.arrays import FOLDER, learned_arrays
from tasks.events.learned.trees import Trees, probability
from tasks.events.learned.trigger_features import Row
from tasks.settings import MODELS

Counts = Mapping[str, tuple[int, int]]  # by kind of trigger: how many were coded, of how many seen

PART = "triggers"
RATES = ("rate.lemma", "seen.lemma", "rate.entry", "seen.entry")
# What a kind that was never seen counts as, where the rules take it and where they do not (share coded in training).
_TAKEN, _REFUSED = 0.65, 0.2
_WEIGHT = 3  # as many sightings as that guess is worth
_MOST_SEEN = 30


@dataclass(frozen=True, slots=True, eq=False)
class TriggerModel:
    """What was learned of the triggers of a language.

    Attributes:
        names: of the features, in the order of the columns.
        threshold: a score (0 to 1) from which the learned reader takes a trigger.
        scored, right: what a score is worth: the share of coded ones, at rising scores.
    """

    names: tuple[str, ...]
    trees: Trees
    counts: Counts
    threshold: float
    scored: NDArray[np.float64]
    right: NDArray[np.float64]

    def scores(self, rows: Sequence[Row]) -> NDArray[np.float64]:
        """A score for each candidate, 0 to 1, to be compared with the threshold."""
        return probability(self.trees.scores(matrix(rows, self.names, self.counts)))

    def confidence(self, score: float) -> float:
        """The probability that a candidate of some score is coded."""
        return float(np.interp(score, self.scored, self.right))


@cache
def trigger_model(language: str, models: Path = MODELS) -> TriggerModel | None:
    """The model of a language, or None where it has none.

    Raises:
        ModelError: its file is damaged.
    """
    arrays = learned_arrays(models, language, PART)
    if arrays is None:
        return None
    try:
        seen = zip(arrays["kinds"].tolist(), arrays["coded"].tolist(), arrays["seen"].tolist(), strict=True)
        return TriggerModel(
            names=tuple(arrays["names"].tolist()),
            trees=Trees.of(arrays, "trees"),
            counts={kind: (coded, of) for kind, coded, of in seen},
            threshold=float(arrays["threshold"][0]),
            scored=arrays["scored"].astype(np.float64),
            right=arrays["right"].astype(np.float64),
        )
    except (KeyError, ValueError, IndexError) as error:
        path = models / FOLDER / language / f"{PART}.npz"
        raise ModelError(path, f"lacks {error}", "restore it from the project, or train it again") from error


def matrix(rows: Sequence[Row], names: Sequence[str], counts: Counts, own: Counts | None = None) -> NDArray[np.float32]:
    """The features of candidates: the named ones, then how often their kind was coded.

    Args:
        rows: the candidates.
        names: of the columns; other features are passed over.
        counts: of the documents that were learned from.
        own: the part of them that the candidates themselves are, which is then left out.
    """
    column = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(rows), len(names) + len(RATES)), np.float32)
    for line, row in enumerate(rows):
        for name, value in row.features.items():
            at = column.get(name)
            if at is not None:
                found[line, at] = value
        guess = _TAKEN if row.candidate.sighting.taken else _REFUSED
        for at, kind in enumerate(row.keys):
            coded, seen = counts.get(kind, (0, 0))
            if own is not None:
                own_coded, own_seen = own.get(kind, (0, 0))
                coded, seen = coded - own_coded, seen - own_seen
            found[line, len(names) + 2 * at] = (coded + _WEIGHT * guess) / (seen + _WEIGHT)
            found[line, len(names) + 2 * at + 1] = min(seen, _MOST_SEEN)
    return found
