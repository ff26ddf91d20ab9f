"""The learned reader of triggers: what it is asked, who speaks, and what happens without it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tasks.errors import ModelError
from tasks.events.arbitrate import decide
from tasks.events.candidates import candidates_of
from tasks.events.find import find_mentions, read_paragraphs
from tasks.events.learned.arrays import FOLDER, write_arrays
from tasks.events.learned.trigger_features import rows_of
from tasks.events.learned.triggers import RATES, matrix, trigger_model
from tasks.events.triggers import sightings
from tasks.extract import find_times
from tasks.parse.documents import parse_documents
from tasks.read.raw import RawDocument
from tasks.settings import MODELS, ROOT
from tasks.text.analyse import analyse

NOWHERE = Path("nothing-learned")


def parsed(text, language="en"):
    document = analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language))
    times = tuple(find_times(document))
    return document, times, parse_documents([(document, times)])[0]


def rows(text, language="en"):
    document, times, trees = parsed(text, language)
    readings = [one for paragraph in read_paragraphs(document, times, parsed=trees) for one in paragraph]
    return rows_of([(reading, candidates_of(reading)) for reading in readings])


def fixed(folder, *, likely, language="en"):
    """A model of one leaf: every candidate is as likely."""
    score = 4.0 if likely else -4.0
    nodes = {"feature": np.full((1, 1), -1, np.int16), "threshold": np.zeros((1, 1), np.float32)}
    nodes |= {side: np.zeros((1, 1), np.int16) for side in ("left", "right")}
    nodes["value"] = np.full((1, 1), score, np.float32)
    arrays = {f"trees_{name}": array for name, array in nodes.items()}
    arrays |= {"names": np.array(["depth"]), "kinds": np.array(["x"]), "threshold": np.array([0.5])}
    arrays |= {"coded": np.array([1]), "seen": np.array([2]), "scored": np.array([0.0, 1.0])}
    arrays["right"] = np.array([0.1, 0.9])
    write_arrays(folder / FOLDER / language / "triggers.npz", arrays)
    return folder


def read(text, models, language="en"):
    document, times, trees = parsed(text, language)
    return find_mentions(document, times, parsed=trees, models=models)


@pytest.mark.parametrize(
    ("text", "language", "word", "verdict"),
    [
        ("Rebels bombed a school in Aleppo.", "en", "bombed", "taken"),
        ("Opprørere bombet en skole i Aleppo.", "nb", "bombet", "taken"),
        ("The army bombed the town and fled after the attack.", "en", "attack", "points_back"),
        ("Hæren bombet byen og mistet en bro etter angrepet.", "nb", "angrepet", "points_back"),
    ],
)
def test_the_rules_say_of_every_entry_why_it_counts(text, language, word, verdict):
    found = {row.reading.text.tokens[row.candidate.first].lower: row for row in rows(text, language)}
    assert found[word].candidate.sighting.verdict == verdict
    assert found[word].features[f"rules={verdict}"] == 1


def test_what_is_taken_never_overlaps():
    for row in rows("Police arrested ten men, carried out air strikes and took part in talks after the attack."):
        taken = [one.trigger for one in sightings(row.reading.text) if one.taken]
        assert all(one.last <= other.first for one, other in pairwise(taken))


def test_kinds_that_were_seen_often_move_their_rate():
    one = rows("Rebels bombed a school in Aleppo.")[0]
    lemma, entry = one.keys
    low, high, out = (
        matrix([one], ["depth"], counts, own)[0, -len(RATES) :]
        for counts, own in (
            ({lemma: (0, 20), entry: (0, 20)}, None),
            ({lemma: (20, 20), entry: (20, 20)}, None),
            ({lemma: (20, 20), entry: (20, 20)}, {lemma: (20, 20), entry: (20, 20)}),
        )
    )
    assert low[0] < out[0] < high[0]
    assert out[1] == 0


def test_without_a_model_the_rules_speak():
    found = read("Rebels bombed a school in Aleppo on Monday.", NOWHERE)
    assert [(one.event_type, one.reader) for one in found] == [("ASSAULT", "rules")]
    assert found[0].reasons[0] == "reader: rules"


def test_a_likely_trigger_is_read_by_both(tmp_path):
    found = read("Rebels bombed a school in Aleppo on Monday.", fixed(tmp_path, likely=True))
    assert [(one.event_type, one.reader) for one in found] == [("ASSAULT", "both")]
    assert found[0].confidence == pytest.approx(0.1 + 0.8 * 0.982, abs=0.01)
    assert any(reason.startswith("entry: ") for reason in found[0].reasons)


def test_what_the_rules_refuse_may_be_learned(tmp_path):
    text = "The army bombed the town and lost a bridge after the attack."
    by_rules = {one.trigger_start for one in read(text, NOWHERE)}
    learned = [one for one in read(text, fixed(tmp_path, likely=True)) if one.reader == "learned"]
    assert learned
    assert by_rules.isdisjoint(one.trigger_start for one in learned)
    assert any(reason.startswith("against: ") for one in learned for reason in one.reasons)


def test_what_is_unlikely_is_no_mention(tmp_path):
    assert read("Rebels bombed a school in Aleppo on Monday.", fixed(tmp_path, likely=False)) == []


def test_a_language_without_a_model_is_left_to_the_rules(tmp_path):
    folder = fixed(tmp_path, likely=False, language="nb")
    assert [one.reader for one in read("Rebels bombed a school in Aleppo.", folder)] == ["rules"]


def test_the_more_specific_word_speaks_for_both():
    own = rows("Bombeangrepet drepte tre mennesker på et marked.", "nb")
    reading = own[0].reading
    first = {reading.text.tokens[row.candidate.first].lower: row.candidate.first for row in own}
    found = decide(reading, own, {first["bombeangrepet"]: 0.1, first["drepte"]: 0.9}, 0.4)
    assert list(found) == [first["bombeangrepet"]]
    assert list(found[first["bombeangrepet"]]) == [first["drepte"]]


def test_what_is_demanded_is_no_mention():
    own = rows("Regjeringen krever at hæren trekker seg ut av byen.", "nb")
    found = decide(own[0].reading, own, {row.candidate.first: 0.99 for row in own}, 0.4)
    merged = {row.candidate.first: row.candidate.merged for row in own}
    assert all(merged[first] != "content" for first in found)


def test_a_damaged_file_is_told(tmp_path):
    path = fixed(tmp_path, likely=True) / FOLDER / "en" / "triggers.npz"
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ModelError):
        read("Rebels bombed a school in Aleppo.", tmp_path)


def test_a_file_that_lacks_an_array_is_told(tmp_path):
    write_arrays(tmp_path / FOLDER / "en" / "triggers.npz", {"names": np.array(["depth"])})
    with pytest.raises(ModelError, match="lacks"):
        read("Rebels bombed a school in Aleppo.", tmp_path)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_models_of_the_project_are_whole(language):
    model = trigger_model(language, MODELS)
    assert model is not None
    assert 0.2 < model.threshold < 0.7
    assert np.all(np.diff(model.right) >= 0)
    assert len(model.trees.feature) > 50


def test_the_seeds_are_read_the_same_every_time():
    text = next((ROOT / "seeds" / "aleppo-2016").glob("003*.txt")).read_text(encoding="utf-8").split(maxsplit=2)[-1]
    assert read(text, MODELS) == read(text, MODELS)
