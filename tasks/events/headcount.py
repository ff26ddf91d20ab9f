"""How many people a noun phrase names, read off its tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.parse.tree import Tree, Word
from tasks.settings import REFERENCE
from tasks.text.numbers import Amount
from tasks.text.reference import language_file

Phrases = Mapping[tuple[str, ...], int]

_MOST = 10_000_000
_LONGEST = 4  # words of a vague quantity
_MANY = 2
# What hangs on a noun without being part of how many it names.
_BESIDE = frozenset({"acl", "acl:relcl", "advcl", "appos", "conj", "cc", "parataxis", "case", "mark", "punct"})
_COUNTING = frozenset({"nummod", "amod", "det", "advmod", "nmod", "compound", "flat", "obl", "dep"})
_NO_PERSON = frozenset({"ORG"})


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people a phrase names.

    Attributes:
        first, last: the words that say so, `last` exclusive.
        low, high: None where the text sets no bound.
        group: who they are (`children`, `soldiers`, …), or empty.
        stated: a figure or a quantity is given; else the number of the noun tells.
        known: the noun is one of people.
        numbered: the figure is a number and counts a noun.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    group: str
    stated: bool
    known: bool
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    vague: Phrases
    exact: Phrases
    at_least: frozenset[tuple[str, ...]]
    at_most: frozenset[tuple[str, ...]]
    groups: Mapping[str, str]
    people: frozenset[str]
    not_people: frozenset[str]
    collectives: frozenset[str]
    parts: frozenset[str]
    single: frozenset[str]
    several: frozenset[str]


def headcount(
    tree: Tree, head: int, amounts: Mapping[int, tuple[int, Amount]], language: str, reference: Path = REFERENCE
) -> Headcount | None:
    """How many people the phrase of a noun or pronoun names; None where it names none, or nobody can tell.

    Args:
        tree: the sentence.
        head: the head of the phrase.
        amounts: the amounts of the sentence by the index of their first word, each with that behind its last.
        language: a BCP-47 tag that has `casualties.yaml`.
        reference: the reference folder.
    """
    words = _words(language, reference)
    chain = _chain(tree, head, words)
    counted = chain[-1]
    if tree[counted].lower in words.not_people or tree[head].lower in words.not_people:
        return None
    group, known = _group(tree, counted, words)
    first, found = _figure(tree, chain, amounts, words) or (counted, None)
    last = max(counted, head, *tree.below(counted, "flat")) + 1
    if found is not None:
        numbered = tree[counted].upos != "NUM" and any(at in amounts for at in range(first, last))
        # `Nobody was hurt` counts people without naming any.
        nobody = found[1] == 0
        return Headcount(first, last, *found, group, stated=True, known=known or nobody, numbered=numbered)
    size = _size(tree, counted, words, known=known, part=len(chain) > 1)
    if size is None:
        return None
    first = min((at for at in tree.below(counted, "det", "amod", "nmod", "compound") if at < counted), default=counted)
    high = size if size == 1 else None
    return Headcount(first, last, size, high, group, stated=False, known=known or _is_person(tree[counted], words))


def _chain(tree: Tree, head: int, words: _Words) -> list[int]:
    """The head and, where it is a quantity or a part (`dozens of`, `two of`), the nouns that are counted by it."""
    chain = [head]
    while True:
        at = chain[-1]
        word = tree[at]
        counts = word.upos in {"NUM", "DET", "ADJ"} or word.lower in words.parts or (word.lower,) in words.vague
        # `mer enn 1.500 sivile`: the parser may hang the noun on the comparison.
        below = (*tree.below(at, "nmod"), *(one for one in tree.below(at, "advmod", "obl") if _is_compared(tree, one)))
        inside = [child for child in below if child > at] if counts else []
        if not inside:
            return chain
        chain.append(inside[0])


def _is_compared(tree: Tree, index: int) -> bool:
    return tree[tree.subtree(index)[0]].base == "case"


def _figure(
    tree: Tree, chain: Sequence[int], amounts: Mapping[int, tuple[int, Amount]], words: _Words
) -> tuple[int, tuple[int | None, int | None]] | None:
    """The first word of the figure of a phrase, and its bounds."""
    last = max(chain)
    inside = [at for at in tree.subtree(chain[0], _BESIDE - {"case"}) if at <= last]
    counting = {at for at in inside if _counts(tree, at, chain)}
    stated = [at for at in inside if at in amounts and counting & {*range(at, amounts[at][0])}]
    # Wherever the parser hangs it, a number right before the phrase counts it.
    stated = stated or [at for at, (behind, _) in amounts.items() if at not in inside and behind in inside]
    vague = [
        (at, found[1])
        for at in inside
        if (found := _match(tree, at, words.vague)) and counting & {*range(at, at + found[0])}
    ]
    for at, low in vague:
        # `several hundred` holds a number; `as many as 40` holds a word for many.
        if not stated or at < stated[0]:
            before = _bounded(tree, stated[0], amounts[stated[0]][1], words)[0] if stated else at + 1
            if before > at:
                return at, (low, None)
    several = [
        (at, found[1])
        for at in inside
        if (found := _match(tree, at, words.exact))
        and counting & {*range(at, at + found[0])}
        # `two dozen` and `no one` hold a number.
        and (not stated or (found[0] > 1 and at <= stated[0] < at + found[0]))
    ]
    for at, value in several[:1]:
        return _bounded(tree, at, Amount(0, 0, value, value, in_words=True), words)
    if stated and amounts[stated[0]][1].high <= _MOST:
        return _bounded(tree, stated[0], amounts[stated[0]][1], words)
    return None


def _counts(tree: Tree, at: int, chain: Sequence[int]) -> bool:
    """Whether a word counts one of the nouns of a chain: it stands in it, or hangs on it through other quantities."""
    while at not in chain:
        word, above = tree[at], tree[at].head
        if above == at or word.base not in _COUNTING:
            return False
        if above in chain:
            # `a two-star general`, `17 years old`: what counts another noun counts nobody.
            return True
        if tree[above].upos not in {"NUM", "ADJ", "ADV", "DET"}:
            return False
        if word.base == "nummod" and tree[above].upos == "ADJ":
            return False
        at = above
    return True


def _match(tree: Tree, at: int, phrases: Phrases) -> tuple[int, int] | None:
    """The length and the value of the longest of the phrases that begins at a word."""
    for size in range(_LONGEST, 0, -1):
        value = phrases.get(_phrase(tree, at, size))
        if value is not None and at + size <= len(tree):
            return size, value
    return None


def _bounded(tree: Tree, at: int, amount: Amount, words: _Words) -> tuple[int, tuple[int | None, int | None]]:
    """The bounds with `at least`, `up to` and the like before the figure."""
    low, high = int(amount.low), int(amount.high)
    for size in range(_LONGEST, 0, -1):
        before = _phrase(tree, at - size, size) if at >= size else ()
        if before in words.at_least:
            return at - size, (low, None)
        if before in words.at_most:
            return at - size, (None, high)
    return at, (low, high)


def _size(tree: Tree, counted: int, words: _Words, *, known: bool, part: bool) -> int | None:
    """How many a phrase without a figure names at least."""
    word = tree[counted]
    if word.lower in words.several | words.single:
        return _MANY if word.lower in words.several else 1
    if word.upos == "PROPN" or word.label == "PER":
        return _named(tree, counted)
    if word.upos not in {"NOUN", "ADJ"} or word.lower in words.collectives:
        return None
    if part or word.feats.get("Number") == "Plur":
        return _MANY
    return 1 if known or (word.upos == "NOUN" and word.feats.get("Number") == "Sing") else None


def _named(tree: Tree, index: int) -> int | None:
    word: Word = tree[index]
    if word.label in _NO_PERSON:
        return None
    return _MANY if word.feats.get("Number") == "Plur" and word.label != "PER" else 1


def _is_person(word: Word, words: _Words) -> bool:
    return word.label == "PER" or word.lower in words.single


def _group(tree: Tree, counted: int, words: _Words) -> tuple[str, bool]:
    """Who the counted are, and whether they are known for people."""
    before = counted - 1
    beside = [f"{tree[before].lower} {tree[counted].lower}"] if before >= 0 else []
    described = [tree[at].lower for at in tree.below(counted, "amod", "compound")]
    for word in (*beside, tree[counted].lower, tree[counted].lemma.lower(), *described):
        if word in words.groups:
            return words.groups[word], True
    return "", not words.people.isdisjoint((tree[counted].lower, tree[counted].lemma.lower()))


def _phrase(tree: Tree, at: int, size: int) -> tuple[str, ...]:
    return tuple(tree[i].lower for i in range(at, min(len(tree), at + size)))


@cache
def _words(language: str, reference: Path) -> _Words:
    data = language_file(language, "casualties", reference)

    def phrases(name: str) -> Iterator[tuple[str, ...]]:
        return (tuple(str(one).split()) for one in data[name])

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, data[name]))

    return _Words(
        vague=dict(zip(phrases("vague"), data["vague"].values(), strict=True)),
        exact=dict(zip(phrases("exact"), data["exact"].values(), strict=True)),
        at_least=frozenset(phrases("at_least")),
        at_most=frozenset(phrases("at_most")),
        groups={str(word): group for group, listed in data["groups"].items() for word in listed},
        people=words("people"),
        not_people=words("not_people"),
        collectives=words("collectives"),
        parts=words("parts"),
        single=words("single"),
        several=words("several_pronouns"),
    )
