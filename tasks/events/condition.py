"""What must stand around a word, or must not, for it to tell of an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.events.tokens import Token

REACH = 4


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words and beginnings of words (`bomb*`)."""

    words: frozenset[str]
    prefixes: tuple[str, ...]

    def __contains__(self, word: object) -> bool:
        return word in self.words or (bool(self.prefixes) and isinstance(word, str) and word.startswith(self.prefixes))

    def meets(self, words: Iterable[str]) -> bool:
        """Whether one of the words is in the set."""
        return any(word in self for word in words)


@dataclass(frozen=True, slots=True)
class Condition:
    """Neighbours that a trigger needs or excludes; an absent set asks nothing."""

    needs: WordSet | None = None
    unless: WordSet | None = None
    after: WordSet | None = None
    not_after: WordSet | None = None
    before: WordSet | None = None
    not_before: WordSet | None = None

    @property
    def strength(self) -> int:
        """How many things are asked."""
        asked = (self.needs, self.unless, self.after, self.not_after, self.before, self.not_before)
        return sum(one is not None for one in asked)

    def holds(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether the neighbours of the tokens from `first` up to `last` (exclusive) are as asked."""
        beside = (
            (self.after, self.not_after, range(last, min(len(tokens), last + REACH))),
            (self.before, self.not_before, range(max(0, first - REACH), first)),
            (self.needs, self.unless, (*range(first), *range(last, len(tokens)))),
        )
        for asked, refused, indices in beside:
            if asked is not None and not asked.meets(tokens[at].lower for at in indices):
                return False
            if refused is not None and refused.meets(tokens[at].lower for at in indices):
                return False
        return True


def word_set(items: Iterable[object], groups: Mapping[str, Sequence[object]]) -> WordSet:
    """The set that a list of words, `prefix*` and `@group` stands for.

    Raises:
        KeyError: a group that is not listed under `words`.
    """
    words: set[str] = set()
    prefixes: set[str] = set()
    for item in items:
        text = str(item).lower()
        if text.startswith("@"):
            group = word_set(groups[text[1:]], groups)
            words |= group.words
            prefixes |= set(group.prefixes)
        elif text.endswith("*"):
            prefixes.add(text[:-1])
        else:
            words.add(text)
    return WordSet(frozenset(words), tuple(sorted(prefixes)))
