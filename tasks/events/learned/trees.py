"""Boosted trees as arrays: the walk that a trained model needs, without the library that trained it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.arrays import Arrays

_LEAF = -1


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Binary trees of one forest; arrays of shape (trees, nodes), the root of each at 0.

    Attributes:
        feature: column that a node asks for; -1 for a leaf.
        threshold: values up to it go left.
        left, right: numbers of the nodes below.
        value: what a leaf adds to the score (log odds).
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Trees:
        """Those that `arrays` hold under `<name>_feature` and so on."""
        return cls(*(arrays[f"{name}_{part}"] for part in ("feature", "threshold", "left", "right", "value")))  # type: ignore[arg-type]  # the file says the type

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The summed log odds of each row of features."""
        if not len(rows):
            return np.zeros(0)
        trees = np.arange(len(self.feature))[None, :]
        lines = np.arange(len(rows))[:, None]
        node = np.zeros((len(rows), len(self.feature)), np.int64)
        while True:
            asked = self.feature[trees, node]
            inner = asked != _LEAF
            if not inner.any():
                # One order of summing, whatever the library does with the shape.
                return np.add.accumulate(self.value[trees, node].astype(np.float64), axis=1)[:, -1]
            low = rows[lines, np.maximum(asked, 0)] <= self.threshold[trees, node]
            node = np.where(inner, np.where(low, self.left[trees, node], self.right[trees, node]), node)


def probability(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds as probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -40, 40))))
