"""Whether an oblique or adverb tells the time, the place, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.parse.grammar import Grammar
from tasks.parse.phrases import preposition
from tasks.parse.tree import Tree

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_YEAR = range(1000, 2100)
_YEAR_DIGITS = 4

Spans = Sequence[tuple[int, int]]


def oblique_kind(tree: Tree, index: int, words: Grammar, times: Spans) -> str:
    """`time`, `place` or `oblique`: what a noun with or without a preposition is to its predicate.

    Args:
        tree: the sentence.
        index: the noun.
        words: the language's small words.
        times: spans of time expressions that are already known.
    """
    word = tree[index]
    if any(start <= word.start < end for start, end in times) or _is_time(tree, index, words):
        return "time"
    prep = preposition(tree, index)
    if prep is not None and not set(prep.split()).isdisjoint(words.place_prepositions):
        named = {tree[at].label for at in (index, *tree.below(index, "flat", "compound", "appos"))}
        if named & _PLACES or word.lower in words.place_nouns or word.lemma.lower() in words.place_nouns:
            return "place"
    return "oblique"


def adverb_kind(tree: Tree, index: int, words: Grammar, times: Spans) -> str | None:
    """`time` or `place` for an adverb that tells one, else None."""
    word = tree[index]
    known = {word.lower, word.lemma.lower()}
    if any(start <= word.start < end for start, end in times) or known & words.lists["time_adverbs"]:
        return "time"
    return "place" if known & words.lists["place_adverbs"] else None


def _is_time(tree: Tree, index: int, words: Grammar) -> bool:
    word = tree[index]
    if {word.lower, word.lemma.lower()} & words.lists["time_nouns"]:
        return True
    if word.upos == "NUM" and any(tree[at].lower in words.lists["time_nouns"] for at in tree.children[index]):
        return True  # `on Sept. 22`
    bare = word.text.rstrip(".")  # the stop of a sentence, which tokenizers leave on numbers
    return len(bare) == _YEAR_DIGITS and bare.isdecimal() and int(bare) in _YEAR
