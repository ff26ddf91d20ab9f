"""The phrases of a sentence that could be party to its events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.events.reading import Reading
from tasks.parse.grammar import Grammar, grammar
from tasks.parse.phrases import roles
from tasks.parse.tree import Tree, Word
from tasks.settings import REFERENCE

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
_LIKE_NOUNS = frozenset({"ADJ", "DET"})
# Parts of a name or number that another word heads.
_INNER = frozenset({"flat", "fixed", "goeswith", "expl", "det", "punct", "case", "cc", "mark", "discourse"})


@dataclass(frozen=True, slots=True)
class PartyPhrase:
    """A noun phrase as it stands in a sentence.

    Attributes:
        start, end: offsets in the document's text.
        head: its head among the words of the tree.
        first, last: its words, `last` exclusive.
    """

    start: int
    end: int
    head: int
    first: int
    last: int


def party_phrases(reading: Reading, reference: Path = REFERENCE) -> list[PartyPhrase]:
    """The noun phrases of a parsed sentence, in order, the longer first where two begin together.

    A means of attack is no party unless its owner is named in it (*a barrel bomb*, but *Russian missiles*).

    Nested ones and conjuncts stand for themselves, as do adjectives and nouns that name an owner before a noun
    (*syriske* in *syriske flyangrep*). Relative clauses, appositions and prepositions in front are left out.
    """
    tree, words = reading.parsed.tree, grammar(reading.text.language, reference)
    found: dict[tuple[int, int], PartyPhrase] = {}
    for head in range(len(tree)):
        for first, last, at in _spans(tree, head, words):
            while first < last and (not tree[first].text[0].isalnum() or (tree[first].upos == "ADP" and first < at)):
                first += 1  # noqa: PLW2901 - a mark or preposition in front belongs to no phrase
            if first < last and not _is_means(tree, first, last, at, words):
                start, end = tree[first].start, tree[last - 1].end
                found.setdefault((start, end), PartyPhrase(start, end, at, first, last))
    return sorted(found.values(), key=lambda one: (one.start, -one.end))


def _spans(tree: Tree, head: int, words: Grammar) -> Iterator[tuple[int, int, int]]:
    word = tree[head]
    owner = word.lower in words.owners
    if word.base in _INNER or not (owner or word.upos in _NAMING or (word.upos in _LIKE_NOUNS and _party(word))):
        return
    if word.feats.get("PronType") == "Rel":
        return
    if word.base in {"amod", "compound"}:
        if owner or word.upos == "PROPN" or words.is_group(word.lower):
            inside = [at for at in tree.subtree(head, frozenset({"conj", "cc"})) if at <= head or at == head + 1]
            yield inside[0], head + 1, head
        return
    starts = [one.start for one in tree.words]
    for role in roles(tree, head, "", words):
        at = bisect_left(starts, role.head_start)
        yield bisect_left(starts, role.start), bisect_left(starts, role.end), at


def _party(word: Word) -> bool:
    """Whether an adjective or determiner stands where nouns do, so that it names people: `the wounded`, `andre`."""
    return word.base in {"nsubj", "obj", "iobj", "obl", "nmod"} and len(word.text) > 1


def _is_means(tree: Tree, first: int, last: int, head: int, words: Grammar) -> bool:
    if tree[head].lower not in words.weapons:
        return False
    return not any(tree[at].upos == "PROPN" or tree[at].lower in words.owners for at in range(first, last))
