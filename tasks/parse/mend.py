"""What parsers often hang on the wrong word, and what can be told without them."""

from __future__ import annotations

from dataclasses import replace

from tasks.parse.grammar import Grammar
from tasks.parse.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})


def mend(tree: Tree, words: Grammar) -> Tree:
    """The tree with its times on the verb: `fled the city on Saturday`, `drepte to menn i Homs fredag`.

    A weekday, or a time without a preposition, tells when something was done, seldom which noun is meant.
    """
    mended = list(tree.words)
    for index, word in enumerate(tree.words):
        if word.base == "nmod" and word.dep != "nmod:poss" and _is_loose_time(tree, index, words):
            verb = _verb_above(tree, index, words)
            if verb is not None:
                mended[index] = replace(word, head=verb, dep="obl")
    return Tree(tuple(mended)) if mended != list(tree.words) else tree


def _is_loose_time(tree: Tree, index: int, words: Grammar) -> bool:
    word = tree[index]
    known = {word.lower, word.lemma.lower()}
    if word.feats.get("Case") == "Gen" or tree.subtree(index)[0] < word.head:
        return False
    if known & words.lists["weekdays"]:
        return True
    return bool(known & words.lists["time_nouns"]) and not tree.below(index, "case")


def _verb_above(tree: Tree, index: int, words: Grammar) -> int | None:
    """The verb that the noun above a time hangs on; None where that noun is a time itself, or there is no verb."""
    for above in tree.above(index):
        word = tree[above]
        if word.upos in {"VERB", "AUX"} or tree.below(above, "cop"):
            return above
        if word.upos not in _NOMINAL or {word.lower, word.lemma.lower()} & words.lists["time_nouns"]:
            return None
    return None
