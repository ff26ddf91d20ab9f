"""The learned choice of dates: read from a folder, or not there, or damaged."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.errors import ModelError
from tasks.events.find import read_scene
from tasks.events.learned.arrays import write_arrays
from tasks.events.learned.trees import Trees
from tasks.events.learned.when import choose_when, matrix
from tasks.events.learned.when_features import Dates
from tasks.events.settle_when import rule_when, settle_when
from tasks.extract import find_times
from tasks.parse.documents import parse_documents
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse

_TEXT = "Rebels attacked the barracks on Monday. Police have arrested two men since the attack."


def _scene(text, models, language="en", published="2016-10-05"):
    document = analyse(RawDocument("d", "tests", "d.txt", "", published, text, language=language))
    times = tuple(find_times(document))
    return read_scene(document, times, parsed=parse_documents([(document, times)])[0], models=models)


def _prefers(source):
    """Trees that give one source the highest score, whatever the mention."""
    return {
        "features": np.array([f"from {source}"]),
        "choice_feature": np.array([[0, -1, -1]], np.int16),
        "choice_threshold": np.array([[0.5, 0, 0]], np.float32),
        "choice_left": np.array([[1, 0, 0]], np.int16),
        "choice_right": np.array([[2, 0, 0]], np.int16),
        "choice_value": np.array([[0, -1, 1]], np.float32),
    }


@pytest.mark.parametrize(
    ("source", "dates"),
    [
        ("history", ["../2016-10-05", "../2016-10-05"]),
        ("future", ["2016-10-05/..", "2016-10-05/.."]),
        ("written", ["2016-10-05", "2016-10-05"]),
        ("default", ["2016-09-29/2016-10-05", "2016-09-29/2016-10-05"]),
    ],
)
def test_the_trees_choose(tmp_path, source, dates):
    write_arrays(tmp_path / "events" / "en" / "when.npz", _prefers(source))
    assert [one.event_date for one in settle_when(_scene(_TEXT, tmp_path))] == dates


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_language_that_has_learned_nothing_goes_by_the_rules(tmp_path, language):
    write_arrays(tmp_path / "events" / "sv" / "when.npz", _prefers("history"))
    text = {"en": _TEXT, "nb": "Opprørere angrep kasernen mandag. Politiet har arrestert to menn."}[language]
    scene = _scene(text, tmp_path, language)
    assert len(scene.drafts) > 1
    assert settle_when(scene) == rule_when(scene)


def test_a_text_without_mentions_has_no_dates(tmp_path):
    write_arrays(tmp_path / "events" / "en" / "when.npz", _prefers("history"))
    assert settle_when(_scene("The weather was fine on Monday.", tmp_path)) == []


@pytest.mark.parametrize("published", [None, "2016", "2016-10"])
def test_any_header_is_dated_or_left_to_the_rules(tmp_path, published):
    write_arrays(tmp_path / "events" / "en" / "when.npz", _prefers("history"))
    scene = _scene("Rebels attacked the barracks.", tmp_path, published=published)
    (when,) = settle_when(scene)
    assert when.date_basis == ("document" if published else None)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no archive"),
        lambda path: path.write_bytes(path.read_bytes()[:200]),
        lambda path: write_arrays(path, {"features": np.array(["from own"])}),
        lambda path: write_arrays(path, {name: one for name, one in _prefers("own").items() if name != "features"}),
    ],
    ids=["no archive", "cut off", "no trees", "no features"],
)
def test_a_damaged_file_is_an_error_that_names_it(tmp_path, damage):
    path = tmp_path / "events" / "en" / "when.npz"
    write_arrays(path, _prefers("own"))
    damage(path)
    with pytest.raises(ModelError, match=r"when\.npz"):
        settle_when(_scene(_TEXT, tmp_path))


def test_features_are_numbers_and_unknown_ones_are_left_out(tmp_path):
    scene = _scene(_TEXT, tmp_path)
    dates = Dates(scene, rule_when(scene))
    names = ["from own", "no such feature", "tense=past", "own before", "best own near"]
    for at in range(len(scene.drafts)):
        rows = matrix(dates, at, {name: column for column, name in enumerate(names)})
        assert rows.shape == (len(dates.candidates[at]), len(names))
        assert rows.dtype == np.float32
        assert np.isfinite(rows).all()
        assert not rows[:, 1].any()


@pytest.mark.parametrize(
    ("text", "at", "name", "value"),
    [
        (_TEXT, 0, "tense=past", 1),
        (_TEXT, 1, "tense=perfect", 1),
        (_TEXT, 1, "sentence", 1),
        (_TEXT, 0, "dated", 1),
        (_TEXT, 1, "aux: have", 1),
        ("The police will arrest the men.", 0, "finite tense=future", 1),
        ("The group that attacked the barracks is small.", 0, "relative above", 1),
        ("Rebels attacked the barracks. The rebels attacked a bridge.", 1, "same word before", 1),
        ("Rebels attacked the barracks. The rebels attacked a bridge.", 1, "back to same type", 1),
    ],
)
def test_what_a_mention_says_of_its_date(tmp_path, text, at, name, value):
    scene = _scene(text, tmp_path)
    assert Dates(scene, rule_when(scene)).of_mention(at).get(name) == value


def test_the_choice_is_the_same_each_time(tmp_path):
    write_arrays(tmp_path / "events" / "en" / "when.npz", _prefers("told"))
    scene = _scene(_TEXT, tmp_path)
    ruled = rule_when(scene)
    assert choose_when(scene, ruled) == choose_when(scene, ruled)


def test_trees_hold_what_the_file_says():
    trees = Trees.of(_prefers("own"), "choice")
    assert list(trees.scores(np.array([[0], [1]], np.float32))) == [-1, 1]
