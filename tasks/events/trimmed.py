"""The last word on parties: none begins with a word such as *also*, and none stands inside another of its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tasks.events.grammar import grammar
from tasks.events.mention import Participant
from tasks.settings import REFERENCE

_FIRST_WORD = re.compile(r"([^\W\d_]+)\s+(?=\S)")


def trimmed(parties: Sequence[Participant], language: str, reference: Path = REFERENCE) -> tuple[Participant, ...]:
    """The parties of a mention, in their order: `også opprørerne` becomes `opprørerne`.

    Args:
        parties: as they were found.
        language: that of the sentence, for its words that stand before a party.
        reference: the reference folder.
    """
    bare = [_without_focus(one, grammar(language, reference).focus) for one in parties]
    return tuple(one for one in dict.fromkeys(bare) if not any(_inside(one, other) for other in bare))


def _without_focus(party: Participant, focus: frozenset[str]) -> Participant:
    first = _FIRST_WORD.match(party.text)
    if first is None or first[1].lower() not in focus:
        return party
    return replace(party, text=party.text[first.end() :], start=party.start + first.end())


def _inside(party: Participant, other: Participant) -> bool:
    smaller = party.end - party.start < other.end - other.start
    return smaller and party.role == other.role and other.start <= party.start and party.end <= other.end
