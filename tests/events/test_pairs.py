"""The same report in English and in Norwegian gives the same events: type, mode, whether, when and how many."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

PAIRS = Path(__file__).with_name("pairs.txt")
LEAST = 80


@dataclass(frozen=True)
class Pair:
    """One report in two languages; `known` says why they still differ, None where they must not."""

    english: str
    norwegian: str
    events: tuple[str, ...]
    triggers: tuple[tuple[str, ...], tuple[str, ...]]
    known: str | None


def pairs():
    """The pairs of the file, as it tells at its beginning."""
    found = []
    for block in PAIRS.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        english, norwegian, *told = lines
        known = next((line.removeprefix("? ") for line in told if line.startswith("? ")), None)
        events = [line.removeprefix("= ").split(" : ") for line in told if line.startswith("= ")]
        triggers = tuple(tuple(one[1].split(" | ")[i] for one in events) for i in (0, 1))
        found.append(Pair(english, norwegian, tuple(one[0] for one in events), triggers, known))
    return found


def told(mentions_of, text, language):
    """What the text gives, an event a line, and the trigger of each."""
    mentions = mentions_of(text, language)
    events = tuple(
        " ".join(
            [f"{one.event_type}/{one.event_mode or '-'}", one.polarity, one.modality, str(one.event_date)]
            + [f"{c.kind}({c.group})={shown(c.low)}..{shown(c.high)}" for c in one.casualties]
        )
        for one in mentions
    )
    return events, tuple(text[one.trigger_start : one.trigger_end] for one in mentions)


def shown(bound):
    return "" if bound is None else str(bound)


ALL = pairs()


@pytest.mark.parametrize("pair", [one for one in ALL if one.known is None], ids=lambda one: one.english)
def test_both_tell_the_same(mentions_of, pair):
    assert told(mentions_of, pair.english, "en") == (pair.events, pair.triggers[0])
    assert told(mentions_of, pair.norwegian, "nb") == (pair.events, pair.triggers[1])


@pytest.mark.parametrize("pair", [one for one in ALL if one.known is not None], ids=lambda one: one.english)
def test_known_differences_are_still_there(mentions_of, pair):
    # One that is mended belongs to those above.
    assert told(mentions_of, pair.english, "en")[0] != told(mentions_of, pair.norwegian, "nb")[0]


def test_there_are_enough_pairs():
    assert sum(one.known is None for one in ALL) >= LEAST
