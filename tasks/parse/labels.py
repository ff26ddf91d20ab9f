"""Labels of other pipelines, turned into ours: ClearNLP trees to UD trees, and names' labels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.parse.tree import Tree, Word, tree

# OntoNotes, NorNE and CoNLL to the inventory of our own pipelines; what stands for no name has None.
_NAMES = {
    "PERSON": "PER", "GPE_LOC": "GPE", "GPE_ORG": "GPE", "DRV": "NORP", "EVT": "MISC", "PROD": "MISC", "EVENT": "MISC",
    "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "DATE": None, "TIME": None, "PERCENT": None,
    "MONEY": None, "QUANTITY": None, "ORDINAL": None, "CARDINAL": None, "LANGUAGE": None, "": None,
}  # fmt: skip
_RELATIONS = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt", "neg": "advmod", "npadvmod": "obl:unmarked",
    "oprd": "xcomp", "nn": "compound", "intj": "discourse", "meta": "parataxis", "preconj": "cc:preconj",
    "predet": "det:predet", "quantmod": "advmod", "possessive": "case", "rcmod": "acl:relcl", "partmod": "acl",
    "infmod": "acl", "tmod": "obl:tmod", "number": "nummod", "num": "nummod", "nmod": "compound", "ROOT": "root",
}  # fmt: skip
_CLEAR = frozenset({"dobj", "pobj", "nsubjpass"})
_BRINGS = frozenset({"ADP", "SCONJ", "PART", "VERB", "ADV"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
# What hangs on a copula in ClearNLP, and in UD on what the subject is said to be.
_WITH_SUBJECT = frozenset({"nsubj", "aux", "advmod", "mark", "punct", "ccomp", "advcl", "prep", "csubj", "cc", "conj",
                           "obl:unmarked", "parataxis"})  # fmt: skip


def name_label(label: str) -> str | None:
    """The label of a name in our inventory (PER, ORG, GPE, LOC, FAC, NORP, MISC); None for none."""
    return _NAMES.get(label, label)


def is_clear_nlp(labels: Collection[str]) -> bool:
    """Whether a parser's labels are ClearNLP's, as those of the English pipelines that spaCy offers."""
    return not _CLEAR.isdisjoint(labels)


def to_ud(words: Sequence[Word]) -> Tree:
    """A ClearNLP tree as a UD tree.

    Prepositions hang on their nouns, the copula on what the subject is said to be, and labels have UD's names.
    """
    renamed = [replace(word, dep=_RELATIONS.get(word.dep, word.dep)) for word in words]
    turned = _turn_prepositions(_turn_copulas(renamed))
    return tree([_settled(turned, index, word) for index, word in enumerate(turned)])


def _turn_prepositions(words: list[Word]) -> list[Word]:
    found = list(words)
    for index, word in enumerate(words):
        verbal = word.upos == "VERB" and word.dep != "prep"  # `according to` is a preposition, `of bombing` is none
        if word.dep not in {"prep", "agent", "dative", "pcomp"} or word.upos not in _BRINGS or verbal:
            continue
        inner = [at for at, other in enumerate(words) if other.head == index and at != index]
        below = next((at for at in inner if words[at].dep in {"pobj", "pcomp"}), None)
        if below is None:
            if word.dep != "dative":
                found[index] = replace(word, dep="obl" if word.dep == "prep" else "advmod")
            continue
        above = word.head if word.head != index else below
        nominal = words[above].upos in {"NOUN", "PROPN", "PRON", "NUM"} and not _has_copula(words, above)
        clause = words[below].dep == "pcomp" and words[below].upos in {"VERB", "AUX"}
        label = "obl:agent" if word.dep == "agent" else "nmod" if nominal else "obl"
        if clause:
            label = "acl" if nominal else "advcl"
        found[below] = replace(found[below], head=above, dep=label)
        found[index] = replace(word, head=below, dep="mark" if clause else "case")
        for at in inner:
            if at != below and words[at].dep != "prep":
                found[at] = replace(found[at], head=below)
    return found


def _turn_copulas(words: list[Word]) -> list[Word]:
    found = list(words)
    for index, word in enumerate(words):
        if word.lemma != "be" or word.base == "aux":
            continue
        inner = [at for at, other in enumerate(words) if other.head == index and at != index]
        said = next((at for at in inner if words[at].dep in {"attr", "acomp"}), None)
        if said is None or any(words[at].dep == "expl" for at in inner):
            continue
        root = word.head == index
        found[said] = replace(found[said], head=said if root else word.head, dep="root" if root else word.dep)
        found[index] = replace(word, head=said, dep="cop", upos="AUX")
        for at in inner:
            if at != said and words[at].dep in _WITH_SUBJECT:
                found[at] = replace(found[at], head=said)
    return found


def _has_copula(words: Sequence[Word], index: int) -> bool:
    return any(word.head == index and word.dep in {"cop", "attr"} for word in words)


def _settled(words: Sequence[Word], index: int, word: Word) -> Word:
    """A word with what is left of ClearNLP's labels turned."""
    if word.head == index:
        return replace(word, dep="root")
    if word.dep in {"attr", "acomp"}:
        # `There was an attack`, `became president`.
        expletive = any(other.head == word.head and other.dep == "expl" for other in words)
        return replace(word, dep="nsubj" if expletive else "xcomp")
    if word.dep == "pobj":
        return replace(word, dep="obl" if words[word.head].upos in _VERBAL else "nmod")
    return replace(word, dep="iobj") if word.dep == "dative" else word
