"""What parsers often hang on the wrong word, and what can be told without them."""

from __future__ import annotations

from dataclasses import replace

from tasks.parse.grammar import Grammar
from tasks.parse.lexicon import TriggerForms
from tasks.parse.skeleton import is_untagged_verb
from tasks.parse.tree import Tree, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})


def mend(tree: Tree, words: Grammar, forms: TriggerForms) -> Tree:
    """The tree with its times on the verb, and with the lemmas that the lexicon is sure of.

    A weekday, or a time without a preposition, tells when something was done, seldom which noun is meant: `fled the
    city on Saturday`, `drepte to menn i Homs fredag`. Trained lemmatizers invent lemmas for rare inflections.
    """
    mended = list(tree.words)
    if words.lexicon_lemmas:
        mended = [_with_lemma(tree, index, forms) for index in range(len(tree))]
    for index, word in enumerate(mended):
        if word.base == "nmod" and word.dep != "nmod:poss" and _is_loose_time(tree, index, words):
            verb = _verb_above(tree, index, words)
            if verb is not None:
                mended[index] = replace(word, head=verb, dep="obl")
    return Tree(tuple(mended)) if mended != list(tree.words) else tree


def _with_lemma(tree: Tree, index: int, forms: TriggerForms) -> Word:
    word = tree[index]
    verbal = (
        word.upos == "VERB"
        or is_untagged_verb(tree, index)
        or (word.upos == "ADJ" and word.feats.get("VerbForm") == "Part")
    )
    known = forms.verb_lemmas if verbal else forms.noun_lemmas if word.upos == "NOUN" else {}
    lemmas = known.get(word.lower, frozenset())
    return replace(word, lemma=min(lemmas)) if len(lemmas) == 1 and word.lemma not in lemmas else word


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
