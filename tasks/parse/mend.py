"""What parsers often hang on the wrong word, and what can be told without them."""

from __future__ import annotations

from dataclasses import replace

from tasks.parse.grammar import Grammar
from tasks.parse.lexicon import TriggerForms
from tasks.parse.skeleton import is_untagged_verb
from tasks.parse.tree import Tree, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})

_PARTIES = frozenset({"nsubj", "obj", "iobj", "obl", "expl"})


def mend(tree: Tree, words: Grammar, forms: TriggerForms) -> Tree:
    """The tree with verbs freed from the nouns they were made to modify, parties on the verb and not on its auxiliary
    or on another noun, and the lemmas that the lexicon is sure of.

    Args:
        tree: as the parser gave it.
        words: the small words of the language.
        forms: its trigger words; trained lemmatizers invent lemmas for rare inflections.
    """
    mended = list(tree.words)
    if words.lexicon_lemmas:
        mended = [_with_lemma(tree, index, forms) for index in range(len(tree))]
    for index in range(len(mended)):
        if _is_speech(tree, index, words):
            _part_speech(mended, tree, index)
        if tree[index].base == "amod" and tree[index].upos == "VERB":
            _free_verb(mended, tree, index)
        above = tree[tree[index].head]
        if tree[index].base in _PARTIES and above.base in {"aux", "cop"} and above.head != tree[index].head:
            # `måtte leger gjemme seg`: the party is the verb's, not the auxiliary's.
            mended[index] = replace(mended[index], head=above.head)
    tree = Tree(tuple(mended))
    for index, word in enumerate(mended):
        if word.base == "nmod" and word.dep != "nmod:poss":
            verb = _verb_above(tree, index, words)
            if verb is not None and _is_loose_time(tree, index, words):
                mended[index] = replace(word, head=verb, dep="obl")
            elif verb is not None and _is_loose_agent(tree, index, verb, words):
                mended[index] = replace(word, head=verb, dep="obl:agent")
    return Tree(tuple(mended))


def _free_verb(mended: list[Word], tree: Tree, index: int) -> None:
    """Make the noun behind a verb its object where a subject before it shows that it modifies nothing: `he left it`."""
    noun, verb = tree[index].head, mended[index]
    subjects = [child for child in tree.below(index, "nsubj") if child < index]
    above = [child for child in tree.below(noun, "nsubj") if child < index]
    if noun < index or not (subjects or above) or tree.below(noun, "cop") or tree.below(index, "aux"):
        return
    above += [child for child in tree.below(noun, "mark", "aux", "advmod", "punct", "obl") if child < index]
    root = tree.is_root(noun)
    mended[index] = replace(verb, head=index if root else tree[noun].head, dep=tree[noun].dep)
    mended[noun] = replace(mended[noun], head=index, dep="obj")
    for child in above:
        mended[child] = replace(mended[child], head=index)


def _is_speech(tree: Tree, index: int, words: Grammar) -> bool:
    word = tree[index]
    return word.upos == "VERB" and (word.lower in words.reporting or words.has("speech_verbs", word.lemma.lower()))


def _part_speech(mended: list[Word], tree: Tree, index: int) -> None:
    """Give a clause around its speaker its subject back: in `The strike, he said, killed ten`, the strike killed."""
    if index + 1 >= len(tree) or tree[index + 1].text != ",":
        return
    subject = next((child for child in tree.below(index, "nsubj") if child < index), None)
    if subject is None or (first := tree.subtree(subject)[0]) == 0 or tree[first - 1].text != ",":
        return
    before = [child for child in tree.below(index, "obl", "obj", "nsubj", "dislocated", "dep") if child < first]
    behind = [child for child in tree.below(index, "ccomp", "conj", "advcl", "xcomp", "parataxis") if child > index]
    if not before or not behind or tree.below(before[0], "case") or tree.below(behind[0], "nsubj", "mark", "cc"):
        return
    mended[before[0]] = replace(mended[before[0]], head=behind[0], dep="nsubj")
    mended[behind[0]] = replace(mended[behind[0]], dep="ccomp")


def _is_loose_agent(tree: Tree, index: int, verb: int, words: Grammar) -> bool:
    """Whether a phrase tells who did what the passive verb says: `delivered to the town by the Red Cross`.

    Only prepositions that seldom stand between nouns are taken for that.
    """
    marks = {tree[child].lower for child in tree.below(index, "case")}
    passive = any(tree[child].dep in {"aux:pass", "nsubj:pass"} for child in tree.children[verb])
    by_agent = any(tree[child].dep == "obl:agent" for child in tree.children[verb])
    on_oblique = tree[tree[index].head].base == "obl"
    return passive and on_oblique and not by_agent and bool(marks & words.lists["loose_agent"])


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
    """Whether a time behind a noun tells when something was done: a weekday, or one without a preposition."""
    word = tree[index]
    known = {word.lower, word.lemma.lower()}
    if word.feats.get("Case") == "Gen" or tree.subtree(index)[0] < word.head:
        return False
    if known & words.lists["weekdays"]:
        return True
    return bool(known & words.lists["time_nouns"]) and not tree.below(index, "case")


def _verb_above(tree: Tree, index: int, words: Grammar) -> int | None:
    """The verb that the noun above a phrase hangs on; None where that noun is a time, or there is no verb."""
    for above in tree.above(index):
        word = tree[above]
        if word.upos in {"VERB", "AUX"} or tree.below(above, "cop"):
            return above
        if word.upos not in _NOMINAL or {word.lower, word.lemma.lower()} & words.lists["time_nouns"]:
            return None
    return None
