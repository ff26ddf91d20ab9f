from pathlib import Path

import pytest

from training.labels import LABELS, MISSING, OUTSIDE, from_conll, from_norne, peoples

PEOPLES = peoples(Path("none.jsonl")) | {"Houthi"}


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("PER", "Kari Nordmann", "PER"),
        ("ORG", "Stortinget", "ORG"),
        ("LOC", "Nordsjøen", "LOC"),
        ("GPE_LOC", "Bergen", "GPE"),
        ("GPE_ORG", "Norge", "GPE"),
        ("DRV", "amerikanerne", "NORP"),
        ("DRV", "nordmenn", "NORP"),
        ("DRV", "EU-landene", MISSING),
        ("DRV", "Obama-koden", MISSING),
        ("PROD", "Windows 7", OUTSIDE),
        ("EVT", "Uefa-cupen", OUTSIDE),
        ("NEW", "x", MISSING),
    ],
)
def test_norne(label, text, expected):
    assert from_norne(label, text) == expected


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("PER", "Mary Smith", "PER"),
        ("ORG", "Red Cross", "ORG"),
        ("LOC", "Syria", "GPE"),
        ("LOC", "U.S.", "GPE"),
        ("LOC", "Bavaria", "GPE"),
        ("LOC", "Little Rock", "GPE"),
        ("LOC", "Lake Victoria", "LOC"),
        ("LOC", "Middle East", "LOC"),
        ("LOC", "Pacific Ocean", "LOC"),
        ("LOC", "Heathrow Airport", "FAC"),
        ("LOC", "Tishrin Dam", "FAC"),
        ("MISC", "Japanese", "NORP"),
        ("MISC", "Houthi", "NORP"),
        ("MISC", "Zorvanian", MISSING),
        ("MISC", "World War II", OUTSIDE),
        ("MISC", "Hamlet", OUTSIDE),
        ("DATE", "May", MISSING),
    ],
)
def test_conll(label, text, expected):
    assert from_conll(label, text, PEOPLES) == expected


def test_the_inventory_is_that_of_the_models():
    assert LABELS == ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")


def test_words_for_peoples_come_from_marked_news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(
        '{"doc": "x", "text": "Kurds left Rome.", "entities": [[0, 5, "NORP"], [11, 15, "GPE"]]}\n', encoding="utf-8"
    )
    assert "Kurds" in peoples(path)
    assert "Rome" not in peoples(path)
    assert "Norwegian" in peoples(Path("none.jsonl"))
