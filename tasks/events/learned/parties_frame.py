"""One trigger's sentence seen from the trigger: the way through the tree from each phrase to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.parse.clause import Clause, Report
from tasks.parse.parsed import Parsed
from tasks.parse.tree import Tree

_LIKE_FIRST = frozenset({"conj", "appos", "flat"})
_WHOLE = frozenset({"nsubj:pass", "nmod:poss", "acl:relcl", "obl:agent"})
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Way:
    """How a phrase and a trigger hang together in the tree.

    Attributes:
        up: labels from the phrase to where the two ways meet; `down`: from there to the trigger.
        joined: the phrase is a conjunct or an apposition of the one that the way starts at.
        head: where the way starts.
    """

    up: tuple[str, ...]
    down: tuple[str, ...]
    joined: bool
    head: int

    @property
    def text(self) -> str:
        """The way as one key, its middle left out where it is long."""
        return f"{_short(self.up)}|{_short(self.down)}"


def _short(labels: Sequence[str]) -> str:
    return ">".join(labels if len(labels) <= _LONGEST else (*labels[:2], "…", *labels[-1:]))


def word_at(tree: Tree, start: int, end: int) -> int | None:
    """The word that governs those that touch a span; None where none does."""
    first = bisect_right(tree.words, start, key=lambda word: word.end)
    last = bisect_left(tree.words, end, key=lambda word: word.start)
    inside = range(first, last)
    if not inside:
        return None
    return next((at for at in inside if tree.is_root(at) or tree[at].head not in inside), first)


def way(tree: Tree, head: int, trigger: int, nominal: frozenset[int]) -> Way:
    """The way from a phrase's head to a trigger; conjuncts and appositions of other phrases start at those."""
    start, joined = head, False
    while tree[start].base in _LIKE_FIRST and not tree.is_root(start) and tree[start].head in nominal:
        if start == trigger or tree[start].head == trigger:
            break
        start, joined = tree[start].head, True
    down_line = [trigger, *tree.above(trigger)]
    up: list[str] = []
    for at in (start, *tree.above(start)):
        if at in down_line:
            down = [_label(tree, one) for one in down_line[: down_line.index(at)]]
            return Way(tuple(up), tuple(down), joined, start)
        up.append(_label(tree, at))
    return Way(("none",), ("none",), joined, start)


def _label(tree: Tree, at: int) -> str:
    word = tree[at]
    return word.dep if word.dep in _WHOLE else word.base


def clause_at(parsed: Parsed, start: int, end: int) -> Clause | None:
    """The clause whose predicate touches a span."""
    return next((one for one in parsed.clauses if one.predicate.start < end and start < one.predicate.end), None)


def around(parsed: Parsed, trigger: int) -> Clause | None:
    """The clause that a word without one of its own stands in: that of the nearest predicate above it."""
    tree = parsed.tree
    starts = {one.predicate.start: one for one in parsed.clauses}
    return next((starts[tree[at].start] for at in tree.above(trigger) if tree[at].start in starts), None)


def reports(clause: Clause | None) -> list[Report]:
    """The reports that a clause stands in, the innermost first."""
    found: list[Report] = []
    report = clause.report if clause is not None else None
    while report is not None:
        found.append(report)
        report = report.outer
    return found
