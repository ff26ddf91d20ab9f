"""Which phrases are parties, out of the scores of all: no phrase twice, none inside another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.parties_features import ROLES
from tasks.events.learned.parties_phrases import PartyPhrase
from tasks.events.mention import Participant
from tasks.parse.tree import Tree


def choose(
    text: str, tree: Tree, phrases: Sequence[PartyPhrase], chances: NDArray[np.float64], bars: Sequence[float]
) -> list[Participant]:
    """The parties of a mention, the surest first taken; in the order of roles, then of the text.

    Args:
        text: the document's text.
        tree: the sentence.
        phrases: those that could be parties.
        chances: for each phrase and role how likely it is, 0 to 1.
        bars: for each role how likely a party must be.
    """
    over = [
        (chances[at, role] - bars[role], -at, role)
        for at in range(len(phrases))
        for role in range(len(ROLES))
        if chances[at, role] > bars[role]
    ]
    taken: list[tuple[int, PartyPhrase]] = []
    for _, negative, role in sorted(over, reverse=True):
        phrase = phrases[-negative]
        if not any(_excludes(text, tree, role, phrase, *other) for other in taken):
            taken.append((role, phrase))
    return [
        Participant(ROLES[role], text[phrase.start : phrase.end], phrase.start, phrase.end)
        for role, phrase in sorted(taken, key=lambda one: (one[0], one[1].start))
    ]


def _excludes(text: str, tree: Tree, role: int, phrase: PartyPhrase, other_role: int, other: PartyPhrase) -> bool:
    """Whether a phrase cannot be a party beside another: one inside the other, or the same by another name."""
    if phrase.start < other.end and other.start < phrase.end:
        return True
    if text[phrase.start : phrase.end] == text[other.start : other.end]:
        return True
    apposed = _names(tree, phrase.head, other.head) or _names(tree, other.head, phrase.head)
    return role == other_role and apposed


def _names(tree: Tree, one: int, other: int) -> bool:
    return tree[one].base == "appos" and tree[one].head == other
