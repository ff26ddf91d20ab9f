"""Which phrases are parties, out of the scores of all: no phrase twice, none inside another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.parties_earlier import Named
from tasks.events.learned.parties_features import ROLES
from tasks.events.learned.parties_phrases import PartyPhrase
from tasks.events.mention import Participant
from tasks.parse.tree import Tree

_JOINED = 0.5  # what a phrase needs of the bar that is joined with a party: `a hospital and the blood bank`


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
        other = next((at for at, one in enumerate(taken) if _is_name_of(tree, (role, phrase), one)), None)
        if other is not None:
            taken[other] = (role, phrase)
        elif not any(_excludes(text, tree, (role, phrase), other) for other in taken):
            taken.append((role, phrase))
    for role, party in tuple(taken):
        for at, phrase in enumerate(phrases):
            joined = _coordinated(tree, party.head, phrase.head) and chances[at, role] > bars[role] * _JOINED
            if joined and not any(_excludes(text, tree, (role, phrase), one) for one in taken):
                taken.append((role, phrase))
    return [
        Participant(ROLES[role], text[phrase.start : phrase.end], phrase.start, phrase.end)
        for role, phrase in sorted(taken, key=lambda one: (one[0], one[1].start))
    ]


def choose_earlier(
    text: str,
    named: Sequence[Named],
    chances: NDArray[np.float64],
    bars: Sequence[float],
    found: Sequence[Participant],
) -> list[Participant]:
    """For each role that the sentence leaves open, the likeliest of those named before it; arguments as in `choose`."""
    told: list[Participant] = []
    for column, role in enumerate(ROLES):
        if not named or any(one.role == role for one in found):
            continue
        at = int(np.argmax(chances[:, column]))
        one = named[at]
        if chances[at, column] > bars[column] and all(one.start != other.start for other in told):
            told.append(Participant(role, text[one.start : one.end], one.start, one.end, "pronoun"))
    return told


def _excludes(text: str, tree: Tree, one: tuple[int, PartyPhrase], other: tuple[int, PartyPhrase]) -> bool:
    """Whether a phrase cannot be a party beside another: one inside the other, or the same by another name."""
    (role, phrase), (other_role, other_phrase) = one, other
    if phrase.start < other_phrase.end and other_phrase.start < phrase.end:
        return True
    if text[phrase.start : phrase.end] == text[other_phrase.start : other_phrase.end]:
        return True
    apposed = _names(tree, phrase.head, other_phrase.head) or _names(tree, other_phrase.head, phrase.head)
    return role == other_role and apposed


def _coordinated(tree: Tree, one: int, other: int) -> bool:
    """Whether two heads are joined by *and*, *or* or commas."""
    return one != other and _first_of(tree, one) == _first_of(tree, other)


def _first_of(tree: Tree, head: int) -> int:
    while tree[head].base == "conj" and not tree.is_root(head):
        head = tree[head].head
    return head


def _is_name_of(tree: Tree, one: tuple[int, PartyPhrase], other: tuple[int, PartyPhrase]) -> bool:
    """Whether a name stands behind what somebody is, both in one role: `the spokesman, Igor Konasjenkov`."""
    head, described = one[1].head, other[1].head
    named = tree[head].upos == "PROPN" and tree[described].upos == "NOUN"
    return one[0] == other[0] and named and _names(tree, head, described)


def _names(tree: Tree, one: int, other: int) -> bool:
    return tree[one].base == "appos" and tree[one].head == other
