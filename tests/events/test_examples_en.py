"""Every entry of the English lexicon has a sentence of its own that the rules read: `examples/en/<TYPE>.txt`.

A line is `mode-or-plain | entry as triggers.yaml has it | sentence with the [[trigger]] in double brackets`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from tasks.events.lexicon import Entry, lexicon
from tasks.events.taxonomy import taxonomy
from tasks.events.tokens import Text, read_sentence
from tasks.events.triggers import find_triggers
from tasks.text.document import Sentence

LANGUAGE = "en"
EXAMPLES = Path(__file__).parent / "examples" / LANGUAGE
PLAIN = "plain"


def _examples(event_type: str) -> list[tuple[str, str, str]]:
    path = EXAMPLES / f"{event_type}.txt"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" | ", 2)) for line in lines if line.strip()]


def _entries(event_type: str) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in lexicon(LANGUAGE).entries:
        if entry.event_type == event_type:
            found[entry.mode or PLAIN, entry.notation].append(entry)
    return found


def _fits(entry: Entry, text: Text, start: int, stop: int) -> bool:
    """Whether the entry itself, and not only another one of its type, may begin within the brackets."""
    tokens = text.tokens
    for first, token in enumerate(tokens):
        if not (start <= token.start < stop and token.lower in entry.steps[0].forms):
            continue
        places = [first]
        for step in entry.steps[1:]:
            reach = range(places[-1] + 1, min(len(tokens), places[-1] + 2 + step.gap))
            place = next((at for at in reach if tokens[at].lower in step.forms), None)
            if place is None:
                break
            places.append(place)
        last = next(at for at in range(first + 1, len(tokens) + 2) if at not in places)
        if len(places) == len(entry.steps) and entry.condition.holds(tokens, first, last):
            return True
    return False


def _fault(event_type: str, mode: str, entries: list[Entry], marked: str) -> str | None:
    before, bracketed, after = marked.partition("[[")[0], *marked.partition("[[")[2].partition("]]")[::2]
    if not bracketed or not marked.startswith(f"{before}[[{bracketed}]]{after}"):
        return "no [[trigger]]"
    plain, start, stop = before + bracketed + after, len(before), len(before) + len(bracketed)
    text = read_sentence(plain, Sentence(0, 0, len(plain)), number=0, language=LANGUAGE)
    found = [
        (trigger.event_type, trigger.mode or PLAIN)
        for trigger in find_triggers(text)
        if text.tokens[trigger.first].start < stop and start < text.tokens[trigger.last - 1].end
    ]
    if (event_type, mode) not in found:
        return f"gives {found or 'nothing'}"
    return None if any(_fits(entry, text, start, stop) for entry in entries) else "another entry of its type is read"


@pytest.mark.parametrize("event_type", taxonomy().event_types)
def test_every_entry_has_an_example_that_is_read(event_type):
    entries, examples = _entries(event_type), _examples(event_type)
    lines = Counter(line[:2] for line in examples)
    faults = [f"no line for {key}" for key, own in entries.items() if lines[key] < len(own)]
    faults += [f"no entry for {key}" for key in lines if key not in entries]
    for mode, notation, marked in examples:
        if (mode, notation) in entries:
            fault = _fault(event_type, mode, entries[mode, notation], marked)
            if fault is not None:
                faults.append(f"{mode} | {notation} | {marked}: {fault}")
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


def test_no_sentence_stands_twice():
    sentences = Counter(line[2] for event_type in taxonomy().event_types for line in _examples(event_type))
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


def _covers(one: Entry, other: Entry) -> bool:
    """Whether all that the other entry finds is found by this one, and to the same effect."""
    return (
        (one.event_type, one.mode, one.subject, one.consequence, one.denies)
        == (other.event_type, other.mode, other.subject, other.consequence, other.denies)
        and (not one.weak or other.weak)
        and (one.condition == other.condition or not one.condition.strength)
        and (one.kinds == other.kinds or bool(one.kinds & frozenset("xp")))
        and len(one.steps) == len(other.steps)
        and all(
            wide.forms >= narrow.forms and wide.gap >= narrow.gap
            for wide, narrow in zip(one.steps, other.steps, strict=True)
        )
    )


def test_no_entry_is_covered_by_another_one():
    entries = lexicon(LANGUAGE).entries
    covered = [
        f"{one.event_type} {one.mode}: {one.notation} and {other.notation}"
        for one, other in combinations(entries, 2)
        if one.steps[0].forms & other.steps[0].forms and (_covers(one, other) or _covers(other, one))
    ]
    assert covered == []
