"""What denies a clause, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tasks.parse.clause import Negation
from tasks.parse.skeleton import Skeleton
from tasks.parse.verbs import auxiliaries

# Clauses and conjuncts that a denial does not reach into.
_BEYOND = frozenset({"advcl", "parataxis", "conj", "acl:relcl", "ccomp", "cc"})
_INHERITS = frozenset({"complement", "nominal", "participle"})


def negation(frame: Skeleton, index: int, known: Mapping[int, Negation | None]) -> Negation | None:
    """The denial that reaches a predicate: a word of its own clause, or one above it that reaches down to it.

    Args:
        frame: the sentence.
        index: the predicate.
        known: the denials of the predicates above it.
    """
    own = next((at for at in _candidates(frame, index) if _denies(frame, at)), None)
    if own is not None:
        return _negation(frame, own, index)
    parent = frame.parents[index]
    if parent is None:
        return None
    first = frame.first_conjunct(index)
    if first is not None:
        shares = auxiliaries(frame, index) == auxiliaries(frame, first) != []
        alternative = any(_denies_each(frame, at) for at in frame.tree.below(index, "cc"))
        return known.get(first) if shares or alternative else None
    if frame.words.has("reversing", frame.tree[parent].lemma.lower()) or not _reached(frame, index):
        return None
    if frame.relation(index) == "complement" and frame.tree[parent].lower in frame.words.denying:
        return _negation(frame, parent, index)
    return known.get(parent)


def _candidates(frame: Skeleton, index: int) -> Iterator[int]:
    """The words of a clause that may deny it: its adverbs and marks, and the determiners of its parties."""
    tree = frame.tree
    for at in (*tree.below(index, "aux", "cop"), index):
        yield from tree.below(at, "advmod", "det", "cc", "mark", "case", "discourse", "dep")
    for party in tree.below(index, "nsubj", "obj"):
        yield party
        yield from tree.below(party, "det", "cc")
    if tree[index].dep == "acl:relcl":
        # `Nobody who …`, `det var ingen som …`: what nobody did was not done.
        yield tree[index].head


def _denies(frame: Skeleton, at: int) -> bool:
    tree, word = frame.tree, frame.tree[at]
    if word.lower not in frame.words.negators:
        return False
    following = tree[at + 1].lower if at + 1 < len(tree) else ""
    return (word.lower, following) not in frame.words.not_negative


def _denies_each(frame: Skeleton, at: int) -> bool:
    """Whether a coordinator carries a denial on: `not attacked or shelled`."""
    return frame.tree[at].lower in frame.words.alternatives


def _reached(frame: Skeleton, index: int) -> bool:
    relation = frame.relation(index)
    if relation not in _INHERITS:
        return False
    if relation != "nominal":
        return relation == "complement" or frame.tree[index].feats.get("VerbForm") == "Inf"
    # What is not condemned, or not done after an event, leaves the event as it is.
    return frame.light_verb(index) is not None


def _negation(frame: Skeleton, cue: int, index: int) -> Negation:
    tree = frame.tree
    scope = tree.subtree(index, _BEYOND)
    return Negation(tree[cue].lower, tree[cue].start, tree[cue].end, tree[scope[0]].start, tree[scope[-1]].end)
