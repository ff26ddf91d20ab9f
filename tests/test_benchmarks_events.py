"""What the benchmarks of events count, on small inputs; the figures themselves are not tests."""

import pytest

from benchmarks import scoring, voa


def test_a_table_has_a_column_for_each_folder_and_a_dash_for_what_was_not_asked():
    table = scoring.table({"nb": {"mention_f1": 0.5, "odd": 1.0}, "en": {"mention_f1": 0.25, "place_accuracy": 1.0}})
    lines = table.splitlines()
    assert lines[:2] == ["| figure | nb | en |", "|---|---:|---:|"]
    assert "| mention F1 | 0.500 | 0.250 |" in lines
    assert "| place | – | 1.000 |" in lines
    assert lines[-1] == "| odd | 1.000 | – |"


@pytest.mark.parametrize(
    ("type_", "trigger", "sentence", "expected"),
    [
        ("Conflict:Attack", "bombed", "Rebels bombed the port of Latakia", (1, 1, 1)),
        ("Life:Die", "killed", "The air strike killed three farmers", (1, 0, 1)),  # an outcome within a mention
        ("Contact:Meet", "rally", "The stock market closed after a rally", (0, 0, 0)),
        ("Conflict:Attack", "arm", "Rebels bombed the farm", (0, 0, 1)),  # no part of a word
    ],
)
def test_triggers_of_another_corpus_are_counted(type_, trigger, sentence, expected):
    counted = voa.count(iter([{"sentence": sentence, "events": [{"trigger": trigger, "type": type_}]}]))[type_]
    assert (counted.rules, counted.mentions, counted.told) == expected
    assert counted.asked == 1
    assert dict(counted.missing) == ({} if expected[2] else {trigger: 1})
