"""Every entry of the Bokmål lexicon has an example, and the rules find it there.

A line of `examples/nb/<TYPE>.txt`: `mode or plain | entry as triggers.yaml writes it | sentence with [[the trigger]]`.
Who adds an entry adds a line; entries that are written alike (with other conditions) have a line each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from tasks.events.lexicon import Entry, lexicon
from tasks.events.taxonomy import taxonomy
from tasks.events.tokens import read_sentence
from tasks.events.triggers import find_triggers
from tasks.text.document import Sentence

LANGUAGE = "nb"
EXAMPLES = Path(__file__).parent / "examples" / LANGUAGE
TYPES = sorted(taxonomy().event_types)


@cache
def _lines(event_type: str) -> list[tuple[str, str, str]]:
    lines = (EXAMPLES / f"{event_type}.txt").read_text(encoding="utf-8").splitlines()
    return [(mode, entry, sentence) for mode, entry, sentence in (line.split(" | ", 2) for line in lines)]


def _entries(event_type: str) -> Counter[tuple[str, str]]:
    entries = lexicon(LANGUAGE).entries
    return Counter((one.mode or "plain", one.notation) for one in entries if one.event_type == event_type)


def _faults(event_type: str) -> Iterator[str]:
    for mode, notation, marked in _lines(event_type):
        first = marked.index("[[")
        last = marked.index("]]") - 2
        text = marked.replace("[[", "").replace("]]", "")
        sentence = read_sentence(text, Sentence(0, 0, len(text)), number=0, language=LANGUAGE)
        found = find_triggers(sentence)
        told = [
            (one.event_type, one.mode or "plain", one.entry.notation)
            for one in found
            if sentence.tokens[one.first].start < last and first < sentence.tokens[one.last - 1].end
        ]
        if not any((one[0], one[1]) == (event_type, mode) for one in told):
            yield f"{mode} | {notation} | {marked}: {told or 'nothing found'}"


@pytest.mark.parametrize("event_type", TYPES)
def test_every_entry_has_an_example_and_every_example_an_entry(event_type):
    entries = _entries(event_type)
    lines = Counter((mode, notation) for mode, notation, _ in _lines(event_type))
    assert sorted((entries - lines).elements()) == [], "entries without a line"
    assert sorted((lines - entries).elements()) == [], "lines without an entry"


@pytest.mark.parametrize("event_type", TYPES)
def test_every_example_is_found(event_type):
    faults = list(_faults(event_type))
    assert faults == [], "\n".join(faults)


def test_no_sentence_stands_twice():
    sentences = Counter(marked for event_type in TYPES for _, _, marked in _lines(event_type))
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_no_two_entries_say_the_same():
    seen: dict[tuple[object, ...], Entry] = {}
    twice = []
    for entry in lexicon(LANGUAGE).entries:
        for forms in product(*(sorted(step.forms) for step in entry.steps)):
            # A noun and a verb may share a form: the words around tell which it is.
            kinds = "n" if entry.kinds == {"n"} else "v"
            key = (forms, tuple(step.gap for step in entry.steps), entry.condition, kinds)
            other = seen.setdefault(key, entry)
            if other is not entry:
                twice.append(
                    f"{' '.join(forms)}: {entry.event_type} {entry.notation}, {other.event_type} {other.notation}"
                )
    assert twice == [], "\n".join(twice)
