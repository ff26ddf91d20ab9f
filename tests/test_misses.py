"""What `benchmarks/misses.py` counts, on a report of four sentences that the rules read alone."""

import json
from collections import Counter

import pytest

from benchmarks.misses import alike, misses_of, read
from training.events.coded import read_coded

TEXT = (
    "date 2016-10-03 Rebels shelled a hospital in Latakia on Saturday, the governor said. "
    "Police arrested twelve students in Homs. The storm gutted a school in Tartus. "
    "He was taken ill with a heart attack."
)
SHELLED = {
    "quote": "[[shelled]] a", "type": "ASSAULT", "actors": ["Rebels"], "recipients": ["a hospital"],
    "claimants": ["the governor"], "place": "Latakia", "date": "2016-10-01",
}  # fmt: skip
ARRESTED = {
    "quote": "Police [[arrested]]", "type": "COERCE", "actors": ["Police"], "recipients": ["twelve students"],
    "place": "Homs", "date": "2016-09-27/2016-10-03", "casualties": [{"kind": "detained", "low": 12, "high": 12}],
}  # fmt: skip
GUTTED = {"quote": "storm [[gutted]] a", "type": "ASSAULT"}


@pytest.fixture(scope="module")
def count(tmp_path_factory):
    def counted(*mentions):
        folder = tmp_path_factory.mktemp("coded")
        (folder / "one.txt").write_text(TEXT, encoding="utf-8")
        (folder / "one.yaml").write_text(json.dumps({"doc": "one", "mentions": mentions}), encoding="utf-8")
        (document,) = read_coded(folder)
        return Counter((one.part, one.kind) for one in misses_of(read(document, folder)))

    return counted


@pytest.mark.parametrize(
    ("shelled", "expected"),
    [
        ({}, []),
        ({"type": "COERCE"}, [("type", "COERCE read as ASSAULT")]),
        ({"modality": "possible"}, [("modality", "possible read as actual")]),
        ({"polarity": "negative"}, [("polarity", "negative read as positive")]),
        ({"date": "2016-10-02"}, [("date", "coded worked out, found by relative")]),
        ({"date": "../2016-10-02"}, [("date", "coded open, found by relative")]),
        ({"date": "2016-09-27/2016-10-03"}, [("date", "coded nothing said, found by relative")]),
        ({"place": "Homs"}, [("place", "coded in another sentence, another given")]),
        ({"place": None}, [("place", "given where none is coded")]),
        ({"actors": ["Police"]}, [("actor", "missed: named in another sentence")]),
        ({"actors": ["the governor"]}, [("actor", "missed: given another role")]),
        ({"actors": []}, [("actor", "false: not coded")]),
        ({"actors": [], "claimants": ["Rebels"]}, [("actor", "false: coded in another role"),
                                                   ("claimant", "missed: given another role")]),
        ({"casualties": [{"kind": "killed", "low": 2, "high": None}]}, [("casualties", "missed: none of the kind")]),
        ({"casualties": [{"kind": "detained", "low": 12, "high": 12}]}, [("casualties", "missed: none of the kind")]),
    ],
)  # fmt: skip
def test_what_is_not_as_coded_is_told_by_its_kind(count, shelled, expected):
    assert count({**SHELLED, **shelled}, ARRESTED) == Counter(expected)


def test_a_figure_is_missed_false_or_another_one(count):
    others = [{"kind": "detained", "low": 11, "high": 11}]
    assert count(SHELLED, {**ARRESTED, "casualties": others}) == {("casualties", "another figure of the kind"): 1}
    assert count(SHELLED, {**ARRESTED, "casualties": []}) == {("casualties", "false: none of the kind coded"): 1}


def test_mentions_are_missed_or_false(count):
    assert count(SHELLED, ARRESTED, GUTTED) == {("missed mention", "no entry, and none in the sentence"): 1}
    assert count(SHELLED) == {("false mention", "a sentence of its own"): 1}


def test_a_word_that_an_entry_begins_with_says_why_it_was_missed(count):
    (kind,) = count(SHELLED, ARRESTED, {"quote": "heart [[attack]]", "type": "ASSAULT"})
    assert kind[0] == "missed mention"
    assert kind[1].startswith("entry refused: condition")


def test_an_optional_coding_counts_neither_way(count):
    assert count(SHELLED, {"quote": ARRESTED["quote"], "type": "ASSAULT", "optional": True}) == {}
    assert count(SHELLED, ARRESTED, {**GUTTED, "optional": True}) == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the governor", "The governor of Latakia", True),
        ("rebel fighters", "armed rebel groups", True),
        ("the army", "the police", False),
        ("", "the police", False),
    ],
)
def test_phrases_that_name_the_same_are_alike(one, other, expected):
    assert alike(one, other) is expected
