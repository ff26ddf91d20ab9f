"""What the parser made of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.parse.clause import Clause
from tasks.parse.tree import Tree, tree


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A sentence's words in their tree, its clauses, and a vector for each word.

    Attributes:
        tree: empty where the sentence was not parsed.
        clauses: in the order of their predicates.
        vectors: one row for each word of the tree: what the encoder of the pipeline makes of the word where it
            stands (float32); no columns where a pipeline has none.
    """

    tree: Tree
    clauses: tuple[Clause, ...]
    vectors: NDArray[np.float32]


NOT_PARSED = Parsed(tree([]), (), np.zeros((0, 0), np.float32))
