"""Languages, triggers, types and modes are added as data alone; Danish is the proof."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tasks.errors import ReferenceDataError
from tasks.extract import extract
from tasks.parse.gate import parsed_languages
from tasks.parse.models import ModelChoice
from tasks.parse.ready import check_models
from tasks.read.raw import RawDocument
from tasks.settings import MODELS, REFERENCE
from tests.events.extending import read_table, shares

HERE = Path(__file__).parent
DANISH = list(read_table(HERE / "extend_da.txt"))
BOKMAL = ModelChoice.of(named={"da": str(MODELS / "nb")})


CATAPULT = "Oprørerne katapulterede mursten mod soldaterne."


@pytest.fixture
def reference(tmp_path):
    """A copy of the reference folder, to be edited."""
    return shutil.copytree(REFERENCE, tmp_path / "reference")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(text, language, reference):
    raw = RawDocument("d", "tests", "d", "", "2016-10-05", text, language=language)
    return [(one.event_type, one.event_mode) for one in extract(raw, reference).mentions]


def test_the_table_is_long_enough_to_say_something():
    assert len(DANISH) >= 40
    assert {line.event_type for line in DANISH} == {"ASSAULT", "CONSULT", "PROTEST"}


def test_danish_is_read_by_the_rules_alone():
    # Observed: 1.0, 0.84, 0.82.
    right = shares(DANISH, "da")
    assert right["type"] >= 0.95
    assert right["actor"] >= 0.80
    assert right["recipient"] >= 0.78


def test_the_pipeline_of_bokmal_serves_danish_roughly(reference):
    shutil.copy(HERE / "extend_da_grammar.yaml", reference / "languages" / "da" / "grammar.yaml")
    assert parsed_languages(reference) == ["da", "en", "nb"]
    check_models(BOKMAL, reference)
    # Observed: 1.0, 0.82, 0.76. Names of roles that the rules find come out no better for a parse of another language.
    right = shares(DANISH, "da", BOKMAL, reference)
    assert right["type"] >= 0.95
    assert right["actor"] >= 0.78
    assert right["recipient"] >= 0.70


def test_without_a_grammar_for_parsing_no_pipeline_is_asked_for():
    assert parsed_languages() == ["en", "nb"]
    check_models()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Børnene fik et hjerteanfald, og prisen faldt.", []),
        ("Danmark vandt kampen med to mål, og målmanden blev slået.", []),
        ("Hæren har ikke bombet byen.", [("ASSAULT", "aerial")]),
        ("Partiet vil demonstrere mod loven lørdag.", [("PROTEST", "demo")]),
        ("Et missilangreb ramte havnen.", [("ASSAULT", "heavy-weapons")]),
    ],
)
def test_danish_sentences(text, expected):
    assert found(text, "da", REFERENCE) == expected


def test_a_trigger_is_added_as_a_line(reference):
    assert found(CATAPULT, "da", REFERENCE) == []
    add_trigger(reference, "      - katapulter|v1\n")
    assert found(CATAPULT, "da", reference) == [("ASSAULT", None)]


def test_a_mode_is_added_as_a_word_and_its_triggers(reference):
    edit(reference / "taxonomy.yaml", "ASSAULT: [abduct,", "ASSAULT: [arson, abduct,")
    edit(reference / "languages" / "da" / "triggers.yaml", "  ASSAULT:\n",
         "  ASSAULT:\n    arson:\n      - ildspåsættelse|nc\n")  # fmt: skip
    assert found("Politiet meldte om en ildspåsættelse i Odense.", "da", reference) == [("ASSAULT", "arson")]


def test_a_type_is_added_as_a_line_and_its_triggers(reference):
    edit(reference / "taxonomy.yaml", "  AGREE: []", "  AGREE: []\n  ELECT: []")
    edit(reference / "languages" / "da" / "triggers.yaml", "triggers:\n",
         "triggers:\n  ELECT:\n    plain:\n      - {t: valgte, subject: actor}\n")  # fmt: skip
    assert found("Folketinget valgte en ny formand.", "da", reference) == [("ELECT", None)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("      - katapulter|v9\n", "katapulter"),
        ("      - {t: katapulter|v1, neds: [mod]}\n", "unknown keys"),
        ("      - {t: katapulter|v1, needs: ['@nothing']}\n", "unknown group of words @nothing"),
        ("      - angribe|!\n", "stands there twice"),
    ],
)
def test_a_wrong_line_is_named(reference, line, message):
    add_trigger(reference, line)
    with pytest.raises(ReferenceDataError, match=message):
        found(CATAPULT, "da", reference)


def add_trigger(reference, line):
    edit(
        reference / "languages" / "da" / "triggers.yaml", "  ASSAULT:\n    plain:\n", f"  ASSAULT:\n    plain:\n{line}"
    )
