"""Sentences that hold words of the Bokmål lexicon and tell of no event: the rules and the whole reading find none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.events.tokens import read_sentence
from tasks.events.triggers import find_triggers
from tasks.text.document import Sentence

LANGUAGE = "nb"
_LINES = (Path(__file__).parent / f"kept_out_{LANGUAGE}.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in _LINES if line and not line.startswith("#")]
_BATCH = 40


def test_there_are_many_and_none_twice():
    assert len(SENTENCES) >= 150
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_the_rules_find_no_trigger():
    found = {}
    for text in SENTENCES:
        sentence = read_sentence(text, Sentence(0, 0, len(text)), number=0, language=LANGUAGE)
        triggers = find_triggers(sentence)
        if triggers:
            found[text] = [(one.event_type, one.entry.notation) for one in triggers]
    assert found == {}, "\n".join(f"{text} {told}" for text, told in found.items())


@pytest.mark.parametrize("first", range(0, len(SENTENCES), _BATCH))
def test_the_whole_reading_finds_no_mention(read, first):
    # A paragraph each, so that no sentence reads on from another.
    batch = "\n\n".join(SENTENCES[first : first + _BATCH])
    document, found = read(batch, LANGUAGE)
    assert [(one.event_type, document.text[one.sentence_start : one.sentence_end]) for one in found] == []
