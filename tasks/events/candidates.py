"""The words of a sentence that an entry begins with, whatever the rules say of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.events.reading import Reading
from tasks.events.triggers import Sighting, Trigger
from tasks.parse.tree import Tree


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be the trigger of a mention.

    Attributes:
        first, last: its tokens in the sentence's text, those of the rules' phrase where one stands there.
        word: its index in the sentence's tree.
        sighting: what the rules saw there.
        merged: `main` where they make a mention of it, `other` where it tells of the same event as another trigger,
            `content` where it is what is demanded or promised, else `none`.
    """

    first: int
    last: int
    word: int
    sighting: Sighting
    merged: str


def candidates_of(reading: Reading) -> list[Candidate]:
    """The candidates of a sentence in the order of the text; none where it was not parsed.

    They do not stand inside a phrase that the rules take.
    """
    tree = reading.parsed.tree
    if not len(tree) or not reading.sightings:
        return []
    words = _words_of_tokens(reading, tree)
    inside = {at for one in reading.sightings if one.taken for at in range(one.trigger.first + 1, one.trigger.last)}
    mains = {main for main, _ in reading.triggers}
    others = {other for _, more in reading.triggers for other in more}
    found = []
    for seen in reading.sightings:
        trigger, word = seen.trigger, words[seen.trigger.first]
        if word is None or trigger.first in inside:
            continue
        merged = _merged(trigger, mains, others) if seen.taken else "none"
        found.append(Candidate(trigger.first, trigger.last if seen.taken else trigger.first + 1, word, seen, merged))
    return found


def _merged(trigger: Trigger, mains: set[Trigger], others: set[Trigger]) -> str:
    return "main" if trigger in mains else "other" if trigger in others else "content"


def _words_of_tokens(reading: Reading, tree: Tree) -> Sequence[int | None]:
    """The word of the tree for each token; the uppermost where the parser cut a token into several."""
    tokens = reading.text.tokens
    starts = [token.start for token in tokens]
    found: list[int | None] = [None] * len(tokens)
    for index, word in enumerate(tree.words):
        at = bisect_right(starts, word.start) - 1
        if at < 0 or tokens[at].end <= word.start:
            continue
        before = found[at]
        if before is None or _depth(tree, index) < _depth(tree, before):
            found[at] = index
    return found


def _depth(tree: Tree, index: int) -> int:
    return sum(1 for _ in tree.above(index))
