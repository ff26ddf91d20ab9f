"""What must stand around a word, or must not, for it to tell of an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.events.tokens import Token

REACH = 4


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, beginnings of words (`bomb*`) and kinds of words (`<cap>`: the tags of a token)."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    tags: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        return word in self.words or (bool(self.prefixes) and isinstance(word, str) and word.startswith(self.prefixes))

    def meets(self, words: Iterable[str]) -> bool:
        """Whether one of the words is in the set; kinds of words are not looked at."""
        return any(word in self for word in words)

    def among(self, tokens: Iterable[Token]) -> bool:
        """Whether one of the tokens is in the set."""
        # A plain loop: this is the innermost question of the whole matching.
        words, prefixes, tags = self.words, self.prefixes, self.tags
        for token in tokens:
            lower = token.lower
            if (
                lower in words
                or (prefixes and lower.startswith(prefixes))
                or (tags and not tags.isdisjoint(token.tags))
            ):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Condition:
    """Neighbours that a trigger needs or excludes; an absent set asks nothing."""

    needs: WordSet | None = None
    unless: WordSet | None = None
    after: WordSet | None = None
    not_after: WordSet | None = None
    before: WordSet | None = None
    not_before: WordSet | None = None
    next: WordSet | None = None
    not_next: WordSet | None = None
    prev: WordSet | None = None
    not_prev: WordSet | None = None

    @property
    def strength(self) -> int:
        """How many things are asked."""
        asked = (self.needs, self.after, self.before, self.next, self.prev)
        refused = (self.unless, self.not_after, self.not_before, self.not_next, self.not_prev)
        return sum(one is not None for one in (*asked, *refused))

    def holds(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether the neighbours of the tokens from `first` up to `last` (exclusive) are as asked."""
        beside = (
            (self.next, self.not_next, last, last + 1),
            (self.prev, self.not_prev, max(0, first - 1), first),
            (self.after, self.not_after, last, last + REACH),
            (self.before, self.not_before, max(0, first - REACH), first),
        )
        for asked, refused, start, stop in beside:
            if (asked is not None or refused is not None) and not _fits(asked, refused, tokens[start:stop]):
                return False
        if self.needs is None and self.unless is None:
            return True
        return _fits(self.needs, self.unless, (*tokens[:first], *tokens[last:]))


def _fits(asked: WordSet | None, refused: WordSet | None, tokens: Sequence[Token]) -> bool:
    return (asked is None or asked.among(tokens)) and (refused is None or not refused.among(tokens))


def word_set(items: Iterable[object], groups: Mapping[str, Sequence[object]]) -> WordSet:
    """The set that a list of words, `prefix*`, `<tag>` and `@group` stands for.

    Raises:
        KeyError: a group that is not listed under `words`.
    """
    words: set[str] = set()
    prefixes: set[str] = set()
    tags: set[str] = set()
    for item in items:
        text = str(item).lower()
        if text.startswith("@"):
            group = word_set(groups[text[1:]], groups)
            words |= group.words
            prefixes |= set(group.prefixes)
            tags |= group.tags
        elif text.endswith("*"):
            prefixes.add(text[:-1])
        elif text.startswith("<") and text.endswith(">"):
            tags.add(text[1:-1])
        else:
            words.add(text)
    return WordSet(frozenset(words), tuple(sorted(prefixes)), frozenset(tags))
