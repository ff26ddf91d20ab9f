"""Which words of a sentence are predicates, and which predicate governs which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tasks.parse.compounds import has_event_head
from tasks.parse.grammar import Grammar
from tasks.parse.lexicon import trigger_forms
from tasks.parse.tree import Tree, Word
from tasks.settings import REFERENCE

_RELATIONS = {
    "root": "main", "ROOT": "main", "conj": "conjunct", "ccomp": "content", "xcomp": "complement",
    "advcl": "adverbial", "acl:relcl": "relative", "advcl:relcl": "relative", "acl": "participle", "csubj": "subject",
    "parataxis": "parataxis", "dep": "parataxis", "list": "parataxis", "appos": "parataxis",
}  # fmt: skip
_CLAUSAL = frozenset({"conj", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "root", "ROOT"})
# Verbs that do the work of a small word: `according to`, `including`.
_SMALL_WORK = frozenset({"case", "mark", "fixed", "cc", "amod", "aux", "cop", "flat", "compound", "det", "advmod"})


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A tree with its predicates.

    Attributes:
        kinds: `verb`, `noun` or `copular`, by the predicate's index, in the order of the text.
        parents: index of the predicate that governs it, None for a main one.
    """

    tree: Tree
    words: Grammar
    kinds: Mapping[int, str]
    parents: Mapping[int, int | None]

    def relation(self, index: int) -> str:
        """How the clause of a predicate hangs on its parent, as `Clause.relation`."""
        word = self.tree[index]
        if self.kinds[index] == "noun":
            return "nominal"
        if self.is_stated(index):
            return "content"
        return _RELATIONS.get(word.dep) or _RELATIONS.get(word.base, "parataxis")

    def is_stated(self, index: int) -> bool:
        """Whether a clause begins with the mark of what is stated (*that*) and nothing else: `after` tells a time."""
        if self.tree[index].dep in {"csubj", "conj", "root"}:
            return False
        marks = {self.tree[child].lower for child in self.tree.below(index, "mark", "case")}
        if self.tree[self.tree[index].head].dep == "iobj" and self.tree.below(index, "nsubj"):
            # `told reporters that they fled`: whom one tells is seldom described
            marks |= {self.tree[child].lower for child in self.tree.below(index, "obj")} & self.words.that
        return bool(marks & self.words.that) and marks <= self.words.that | self.words.lists["stated_prepositions"]

    def light_verb(self, index: int) -> int | None:
        """The verb that makes the event of a noun happen (*carried out strikes*); None where there is none."""
        at = index
        while self.tree[at].base == "conj":
            at = self.tree[at].head
        verb = self.tree[at].head
        brings = self.tree[at].base in {"obj", "nsubj", "obl"} and self.kinds.get(verb) == "verb"
        return verb if brings and self.words.has("light_verbs", self.tree[verb].lemma.lower()) else None

    def top_down(self) -> list[int]:
        """The predicates, each behind the one that governs it."""
        return sorted(self.kinds, key=lambda index: (sum(1 for _ in self.tree.above(index)), index))

    def first_conjunct(self, index: int) -> int | None:
        """The predicate that a coordinated one shares its parties with; None where it is not coordinated."""
        parent = self.tree[index].head
        shares = self.tree[index].base == "conj" and parent in self.kinds and self.kinds[parent] != "noun"
        return parent if shares and self.kinds[index] != "noun" else None


def skeleton(tree: Tree, words: Grammar, reference: Path = REFERENCE) -> Skeleton:
    """The predicates of a tree: verbs, copular nouns and adjectives, and nouns that tell of an event."""
    kinds: dict[int, str] = {}
    for index, word in enumerate(tree.words):
        kind = _kind(tree, index, word, words.language, reference)
        if kind is not None:
            kinds[index] = kind
    parents = {index: next((above for above in tree.above(index) if above in kinds), None) for index in kinds}
    return Skeleton(tree, words, kinds, parents)


def _kind(tree: Tree, index: int, word: Word, language: str, reference: Path) -> str | None:
    copula = bool(tree.below(index, "cop"))
    if _is_participle(tree, index, word, copula=copula) or is_untagged_verb(tree, index):
        return "verb"
    if copula and word.upos != "VERB":
        # `Det var sammenstøt`: with nothing that it is said of, the noun tells of the event itself.
        alone = word.upos == "NOUN" and not tree.below(index, "nsubj") and _tells_of_event(word, language, reference)
        return "noun" if alone else "copular"
    if word.upos == "VERB" or (word.upos == "AUX" and word.base in _CLAUSAL):
        return None if word.base in _SMALL_WORK and not tree.below(index, "nsubj", "obj") else "verb"
    nominal = word.upos in {"NOUN", "PROPN"} or (word.upos == "ADJ" and word.base in {"obj", "nsubj", "obl", "nmod"})
    if nominal and _tells_of_event(word, language, reference):
        return "noun"
    if word.upos == "ADJ" and word.base in _CLAUSAL and tree.below(index, "nsubj"):
        return "copular"
    return None


def is_untagged_verb(tree: Tree, index: int) -> bool:
    """Whether a noun has what only verbs have: taggers take `angrep` for a noun where the tree knows better."""
    word = tree[index]
    if not tree.children[index] or tree.below(index, "cop"):
        return False
    parties = {tree[child].dep for child in tree.children[index]}
    asked = {"NOUN": {"obj", "nsubj:pass", "aux"}, "ADJ": {"obj", "nsubj:pass"}}.get(word.upos, set())
    if word.upos == "NOUN" and "nsubj" in parties and not parties & asked:
        # `The union plans to strike`: a noun that is said of something has a copula.
        return any(tree[child].feats.get("VerbForm") == "Inf" for child in tree.below(index, "acl", "xcomp"))
    return word.base in _CLAUSAL and bool(parties & asked)


def _is_participle(tree: Tree, index: int, word: Word, *, copula: bool) -> bool:
    """Whether an adjective is a verb's participle: `er såret`, `personer skadd i ulykken`."""
    if word.upos != "ADJ" or word.feats.get("VerbForm") != "Part":
        return False
    return copula or word.base in _CLAUSAL or bool(tree.below(index, "aux"))


def _tells_of_event(word: Word, language: str, reference: Path) -> bool:
    if word.base in {"compound", "flat", "fixed"}:
        return False
    # A capital inside a sentence is a name's.
    if word.upos == "PROPN" and word.text[:1].isupper() and not word.text.isupper():
        return False
    nouns = trigger_forms(language, reference).nouns
    return word.lower in nouns or word.lemma.lower() in nouns or has_event_head(word.lower, language, reference)
