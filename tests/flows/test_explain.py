"""`tidings extract --explain`: blocks that say what was found and why."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest

from flows.explain import explained
from tasks.events.mention import Casualty, Mention, Participant
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tests.flows.test_cli import tidings

TEXT = "Rebels said on Monday\nthat planes had bombed the port."


@dataclass(frozen=True, slots=True)
class Reasoned(Mention):
    """A mention of a reader that gives reasons, whatever the class itself holds."""

    reasons: tuple[str, ...] = ()
    reader: str = "rules"


def mention(**changed):
    document = analyse(RawDocument("d", "tests", "d", "", "2016-10-05", TEXT, language="en"))
    values = dict.fromkeys(field.name for field in fields(Mention) if field.name not in {"reader", "reasons"}) | {
        "sentence_start": 0, "sentence_end": len(TEXT), "trigger_start": TEXT.index("bombed"),
        "trigger_end": TEXT.index(" the port"), "event_type": "ASSAULT", "event_mode": "aerial", "contexts": (),
        "polarity": "positive", "modality": "actual", "confidence": 0.854, "participants": (), "casualties": (),
    }  # fmt: skip
    return explained(document, Reasoned(**values | changed)).splitlines()


def test_a_plain_mention_is_two_lines():
    assert mention() == [
        "ASSAULT/aerial (confidence 0.85, reader: rules)",
        "sentence   Rebels said on Monday that planes had [[bombed]] the port.",
    ]


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"event_mode": None}, "ASSAULT (confidence 0.85, reader: rules)"),
        ({"participants": (Participant("claimant", "Rebels", 0, 6),)}, "claimant   Rebels"),
        ({"participants": (Participant("actor", "the\nplanes", 0, 6, "pronoun"),)},
         "actor      the planes (via pronoun)"),
        ({"weapon": "barrel bomb"}, "weapon     barrel bomb"),
        ({"place_text": "the port", "where_prec": 2}, "where      the port (precision 2)"),
        ({"event_date": "2016-10-03", "date_text": "on Monday", "date_basis": "relative", "date_prec": 1},
         "when       2016-10-03 (“on Monday”, relative, precision 1)"),
        ({"event_date": "2016-09-29/2016-10-05", "date_basis": "document", "date_prec": 3},
         "when       2016-09-29/2016-10-05 (document, precision 3)"),
        ({"casualties": (Casualty("killed", "children", 5, None, "five", 0, 4),)},
         "figure     killed children 5 to ? (“five”)"),
        ({"casualties": (Casualty("injured", "", 0, 0, "nobody", 0, 6),)}, "figure     injured 0 (“nobody”)"),
        ({"polarity": "negative"}, "whether    negative, actual"),
        ({"modality": "planned"}, "whether    positive, planned"),
        ({"contexts": ("health", "military")}, "contexts   health, military"),
    ],
)  # fmt: skip
def test_each_field_has_a_line(changed, line):
    assert line in mention(**changed)


def test_parties_stand_in_the_order_of_their_roles():
    parties = [Participant(role, role.upper(), 0, 1) for role in ("claimant", "recipient", "actor", "recipient")]
    assert [line.split()[0] for line in mention(participants=tuple(parties))[2:]] == [
        "actor", "recipient", "recipient", "claimant",
    ]  # fmt: skip


def test_reasons_and_reader_are_told_where_a_mention_has_them():
    lines = mention(reader="both", reasons=("entry: bomb (v)", "subject of the clause: planes"))
    assert lines[0] == "ASSAULT/aerial (confidence 0.85, reader: both)"
    assert lines[-2:] == ["because    entry: bomb (v)", "           subject of the clause: planes"]


def test_the_command_prints_blocks(tmp_path):
    (tmp_path / "a.txt").write_text(f"date 2016-10-05 {TEXT}", encoding="utf-8")
    done = tidings("extract", tmp_path / "a.txt", "--language", "en", "--explain")
    assert done.returncode == 0
    head, block, *rest = done.stdout.strip().split("\n\n")
    assert head == "language en (1.00), published 2016-10-05"
    assert block.splitlines()[0].startswith("ASSAULT/aerial (confidence 0.")
    assert "had [[bombed]] the port." in block
    assert not rest


def test_blocks_and_json_exclude_each_other(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = tidings("extract", tmp_path / "a.txt", "--json", "--explain")
    assert done.returncode == 2
    assert "--json and --explain: give one of them" in done.stderr
