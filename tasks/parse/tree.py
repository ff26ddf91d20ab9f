"""A sentence as a dependency tree with UD labels, in plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `head` is the index of its governor, its own for a root; offsets count code points in the document.

    Attributes:
        lower: the word in small letters, its apostrophes straight.
        base: the label without its subtype: `nsubj` of `nsubj:pass`.
    """

    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    dep: str
    start: int
    end: int
    label: str | None = None
    lower: str = field(init=False, compare=False)
    base: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower().replace("’", "'"))
        object.__setattr__(self, "base", self.dep.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence, and the children of each. There may be several roots."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != index:
                below[word.head].append(index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        return self.words[index]

    def below(self, index: int, *bases: str) -> list[int]:
        """The children with one of the labels, subtypes included; all of them without labels."""
        children = self.children[index]
        if not bases or not children:
            return list(children)
        words = self.words
        return [child for child in children if words[child].base in bases]

    def is_root(self, index: int) -> bool:
        """Whether nothing governs the word."""
        return self.words[index].head == index

    def above(self, index: int) -> Iterator[int]:
        """The governors of a word, nearest first."""
        while not self.is_root(index):
            index = self.words[index].head
            yield index

    def subtree(self, index: int, leaving_out: frozenset[str] = frozenset()) -> list[int]:
        """The word and all that hangs on it, in order; children with a label in `leaving_out` are cut off.

        A label stands for its subtypes; `acl:relcl` for itself alone.
        """
        found, open_ = [], [index]
        while open_:
            at = open_.pop()
            found.append(at)
            for child in self.children[at]:
                word = self.words[child]
                if word.base not in leaving_out and word.dep not in leaving_out:
                    open_.append(child)
        return sorted(found)


def tree(words: Sequence[Word]) -> Tree:
    """The tree of some words, made sound: a head outside the sentence or on a ring makes a root, and roots say so."""
    return Tree(tuple(_sound(words, index) for index in range(len(words))))


def _sound(words: Sequence[Word], index: int) -> Word:
    word, at = words[index], index
    for _ in range(len(words)):
        above = words[at].head
        if not 0 <= above < len(words):
            break
        if above == at:
            return word if word.head != index else replace(word, dep="root")
        at = above
    return replace(word, head=index, dep="root")
