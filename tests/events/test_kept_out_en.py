"""Sentences that use words of the English lexicon and tell of no event: `kept_out_en.txt`, one a line.

Sport, disease, weather and accidents, business, fiction, science, animals, and words taken in another sense.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.events.tokens import read_sentence
from tasks.events.triggers import find_triggers
from tasks.text.document import Sentence

LANGUAGE = "en"
SENTENCES = (Path(__file__).parent / "kept_out_en.txt").read_text(encoding="utf-8").splitlines()
AT_A_TIME = 40


def test_there_are_enough_of_them_and_none_stands_twice():
    assert len(SENTENCES) >= 150
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_the_lexicon_finds_no_trigger_in_them():
    faults = []
    for line in SENTENCES:
        text = read_sentence(line, Sentence(0, 0, len(line)), number=0, language=LANGUAGE)
        found = [f"{one.event_type}: {one.entry.notation}" for one in find_triggers(text)]
        if found:
            faults.append(f"{line} {found}")
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


@pytest.mark.parametrize("first", range(0, len(SENTENCES), AT_A_TIME))
def test_the_whole_extraction_finds_no_event_in_them(read, first):
    # A paragraph each: what is known of one sentence must not help another.
    document, found = read("\n\n".join(SENTENCES[first : first + AT_A_TIME]), LANGUAGE)
    assert [(one.event_type, document.text[one.sentence_start : one.sentence_end]) for one in found] == []
