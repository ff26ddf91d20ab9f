"""Boosted trees of LightGBM as the arrays that `tasks.events.learned.trees` walks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray


def forest_arrays(booster: lightgbm.Booster | None, name: str) -> dict[str, NDArray[np.generic]]:
    """The trees of a booster under `<name>_feature` and so on; it must ask nothing but `<=` of numbers.

    None has no trees.
    """
    grown = booster.dump_model()["tree_info"] if booster is not None else []
    trees = [list(_nodes(tree["tree_structure"])) for tree in grown]
    shape = (len(trees), max(map(len, trees), default=1))
    feature = np.full(shape, -1, np.int16)
    threshold, value = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    left, right = np.zeros(shape, np.int16), np.zeros(shape, np.int16)
    for row, nodes in enumerate(trees):
        for at, node in enumerate(nodes):
            if "leaf_value" in node:
                value[row, at] = node["leaf_value"]
                continue
            feature[row, at], threshold[row, at] = node["split_feature"], _down(node["threshold"])
            left[row, at], right[row, at] = nodes.index(node["left_child"]), nodes.index(node["right_child"])
    found = {"feature": feature, "threshold": threshold, "left": left, "right": right, "value": value}
    return {f"{name}_{part}": array for part, array in found.items()}


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for side in ("left_child", "right_child"):
        if side in node:
            yield from _nodes(node[side])


def _down(threshold: float) -> np.float32:
    """The greatest single-precision number that is not above a threshold, so that the same rows go left."""
    near = np.float32(threshold)
    return near if near <= threshold else np.nextafter(near, np.float32(-np.inf))
