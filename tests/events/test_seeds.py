"""What a reader of the first three documents must recognise."""

from __future__ import annotations

import pytest

from tasks.extract import extract
from tasks.read.raw import RawDocument
from tasks.settings import ROOT

_FOLDER = ROOT / "seeds" / "aleppo-2016"


@pytest.fixture(scope="module")
def rows():
    """The mentions of each seed as (mention, trigger's text), by the number in its name."""
    found = {}
    for path in sorted(_FOLDER.glob("*.txt")):
        _, published, text = path.read_text(encoding="utf-8").split(maxsplit=2)
        language = "en" if path.name.startswith("003") else "nb"
        done = extract(RawDocument(path.stem, "seeds", path.name, "", published, text, language=language))
        body = done.document.text
        found[path.name[:3]] = [(one, body[one.trigger_start : one.trigger_end]) for one in done.mentions]
    return found


def _of(mention, role):
    return [one.text for one in mention.participants if one.role == role]


def test_the_strike_on_the_childrens_hospital(rows):
    mention, trigger = rows["000"][0]
    assert trigger == "flyangrep"
    assert (mention.event_type, mention.event_mode) == ("ASSAULT", "aerial")
    assert _of(mention, "claimant") == ["den syriske eksilgruppen SOHR"]
    assert {"et barnesykehus", "den lokale blodbanken"} <= set(_of(mention, "recipient"))
    figures = {(one.kind, one.group, one.low, one.high) for one in mention.casualties}
    assert figures == {("killed", "children", 5, None), ("killed", "health-workers", 1, None)}
    assert mention.event_date == "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"
    assert "health" in mention.contexts


def test_the_russian_denial_is_negative(rows):
    denied = [one for one, _ in rows["000"] if "russiske militærfly" in _of(one, "actor")]
    assert [(one.event_type, one.event_mode, one.polarity) for one in denied] == [("ASSAULT", "aerial", "negative")]
    assert _of(denied[0], "claimant") == ["talsmannen Igor Konasjenkov"]


def test_the_corridors(rows):
    mention, trigger = rows["001"][0]
    assert (trigger, mention.event_type, mention.event_mode) == ("åpnet", "RETREAT", "access")


def test_the_rockets_on_the_corridor(rows):
    mention, trigger = rows["001"][1]
    assert trigger == "skjøt"
    assert (mention.event_type, mention.event_mode, mention.weapon) == ("ASSAULT", "heavy-weapons", "raketter")
    assert _of(mention, "actor") == ["opprørsgrupper"]
    assert _of(mention, "recipient") == ["en av korridorene"]
    assert _of(mention, "claimant") == ["statlige syriske medier", "det russiske forsvarsdepartementet"]


def test_the_truce_of_a_friday(rows):
    fridays = "[2016-10-28,2016-11-04,2016-11-11,2016-11-18,2016-11-25]"
    truces = [one for one, _ in rows["001"] if one.event_mode == "ceasefire" and one.date_basis == "relative"]
    assert fridays in [one.event_date for one in truces]


def test_the_barrel_bombs_on_the_hospital(rows):
    hits = [one for one, trigger in rows["003"] if trigger == "hit" and "the M10 hospital" in _of(one, "recipient")]
    (mention,) = hits
    assert (mention.event_mode, mention.weapon, mention.event_date) == ("aerial", "barrel bombs", "2016-10-01")
    assert any("Sahloul" in name for name in _of(mention, "claimant"))


def test_the_accusation_and_the_demand(rows):
    spoken = {(one.event_type, name) for one, _ in rows["003"] for name in _of(one, "actor")}
    assert ("ACCUSE", "European Parliament President Martin Schulz") in spoken
    assert ("REQUEST", "The six-nation Gulf Cooperation Council") in spoken
