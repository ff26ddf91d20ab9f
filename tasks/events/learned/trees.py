"""Boosted trees as arrays: the walk that a trained model needs, without the library that trained it."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        walk: the same, laid out for walking.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    walk: _Walk = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "walk", _Walk.of(self))

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Trees:
        """Those that `arrays` hold under `<name>_feature` and so on."""
        return cls(*(arrays[f"{name}_{part}"] for part in ("feature", "threshold", "left", "right", "value")))  # type: ignore[arg-type]  # the file says the type

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The summed log odds of each row of features."""
        if not len(rows):
            return np.zeros(0)
        walk = self.walk
        flat = np.ascontiguousarray(rows).ravel()
        lines = np.arange(len(rows))[:, None] * rows.shape[1]
        node = np.broadcast_to(walk.roots, (len(rows), len(walk.roots)))
        for _ in range(walk.depth):
            low = flat.take(walk.feature.take(node) + lines) <= walk.threshold.take(node)
            node = walk.below.take(2 * node + low)
        # One order of summing, whatever the library does with the shape.
        return np.add.accumulate(walk.value.take(node), axis=1)[:, -1]


@dataclass(frozen=True, slots=True, eq=False)
class _Walk:
    """A forest as it is walked fastest: all nodes in one line, every row as many steps down, a leaf below itself.

    Attributes:
        roots: the number of each tree's root.
        depth: the steps to the deepest leaf.
        below: for each node where values above the threshold go, then where the others go.
    """

    roots: NDArray[np.intp]
    depth: int
    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    below: NDArray[np.intp]
    value: NDArray[np.float64]

    @classmethod
    def of(cls, trees: Trees) -> _Walk:
        count, nodes = trees.feature.shape
        roots = np.arange(count) * nodes
        leaf, own = trees.feature == _LEAF, np.arange(nodes)
        left, right = (np.where(leaf, own, side) + roots[:, None] for side in (trees.left, trees.right))
        below = np.stack([right, left], axis=-1).reshape(-1, 2)
        level, depth = roots, 0
        while (inner := level[~leaf.ravel()[level]]).size and depth < nodes:
            level, depth = below[inner].ravel(), depth + 1
        feature = np.where(leaf, 0, trees.feature).astype(np.intp)
        return cls(
            roots,
            depth,
            feature.ravel(),
            trees.threshold.ravel(),
            below.ravel(),
            trees.value.astype(np.float64).ravel(),
        )


def probability(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds as probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -40, 40))))
