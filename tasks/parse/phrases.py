"""Noun phrases: their spans, their conjuncts, and the roles they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.parse.clause import Role
from tasks.parse.grammar import Grammar
from tasks.parse.tree import Tree

# What hangs on a noun, or on a word below it, but is not of its shortest full phrase.
_APART = frozenset({
    "acl", "parataxis", "advcl", "discourse", "list", "dislocated", "ccomp", "csubj", "nsubj",
    "cop", "aux", "mark", "expl", "vocative", "orphan", "punct", "reparandum", "dep",
})  # fmt: skip
_INNER_MARKS = frozenset("-–/'’.\"“”«»&")


def conjuncts(tree: Tree, head: int) -> list[int]:
    """A noun and those coordinated with it, in order."""
    found, open_ = [], [head]
    while open_:
        at = open_.pop()
        found.append(at)
        open_ += [c for c in tree.below(at, "conj") if tree[c].upos not in {"VERB", "AUX"} and not tree.below(c, "cop")]
    return sorted(found)


def roles(tree: Tree, head: int, kind: str, words: Grammar, via: str | None = None) -> Iterator[Role]:
    """The roles that a noun and its conjuncts make, each with the first one's preposition unless it has its own."""
    shared = preposition(tree, head)
    for one in conjuncts(tree, head):
        own = preposition(tree, one) or shared
        for indices in _owned(tree, one, words):
            yield role(tree, one, kind, indices, own, via=via)


def role(tree: Tree, head: int, kind: str, indices: Sequence[int], prep: str | None, *, via: str | None = None) -> Role:
    """The role of a phrase that is made of some words; its head is `head` if that is among them, else the last."""
    at = tree[head if head in indices else indices[-1]]
    start, end = tree[indices[0]].start, tree[indices[-1]].end
    text, beside = _text(tree, indices), _apposition(tree, head, end)
    return Role(kind, text, start, end, at.start, at.end, at.lemma, at.upos, prep, at.label, via, beside)


def _apposition(tree: Tree, head: int, end: int) -> tuple[int, int] | None:
    """The span of what a phrase is also called, where it stands behind it: `the spokesman, Igor Konasjenkov`."""
    for child in tree.below(head, "appos"):
        if tree[child].start >= end:
            inside = phrase(tree, child)
            return tree[inside[0]].start, tree[inside[-1]].end
    return None


def preposition(tree: Tree, head: int) -> str | None:
    """The words that bring a noun in, `in front of`; None without any."""
    found = [
        at
        for child in tree.below(head, "case")
        if child < head and tree[child].upos != "PART"
        for at in tree.subtree(child)
    ]
    return " ".join(tree[at].lower for at in found) or None


def phrase(tree: Tree, head: int) -> list[int]:
    """The words of the shortest full phrase around a noun: without its preposition, clauses, appositions, conjuncts."""
    inside = set(tree.subtree(head, _APART))
    for child in tree.below(head, "case", "conj", "cc"):
        inside -= set(tree.subtree(child))
    first = last = head
    while _reaches(tree, first, -1, inside):
        first -= 1 if first - 1 in inside else 2
    while _reaches(tree, last, 1, inside):
        last += 1 if last + 1 in inside else 2
    return list(range(first, last + 1))


def _reaches(tree: Tree, at: int, step: int, inside: set[int]) -> bool:
    """Whether the phrase goes on in a direction, at most over a mark that may stand inside it."""
    if at + step in inside:
        return True
    return at + 2 * step in inside and tree[at + step].text in _INNER_MARKS


def _owned(tree: Tree, head: int, words: Grammar) -> Iterator[list[int]]:
    """The phrase, or one for each of its coordinated owners: `syriske`, `russiske fly`."""
    whole = phrase(tree, head)
    owners = [
        [child, *(c for c in tree.below(child, "conj") if tree[c].lower in words.owners)]
        for child in tree.below(head, "amod")
        if tree[child].lower in words.owners
    ]
    several = next((group for group in owners if len(group) > 1), None)
    if several is None or several[-1] > head:
        yield whole
        return
    for one, following in pairwise([*several, whole[-1] + 1]):
        if one == several[-1]:
            yield list(range(one, following))
        else:
            yield [one]


def _text(tree: Tree, indices: Sequence[int]) -> str:
    """The words with the blanks that stand between them in the text."""
    text = ""
    for at in range(indices[0], indices[-1] + 1):
        if text:
            text += " " * min(1, tree[at].start - tree[at - 1].end)
        text += tree[at].text
    return text
