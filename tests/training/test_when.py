"""The training of the choice of dates, on a few documents of its own."""

from __future__ import annotations

import pytest

from tasks.events.find import read_scene
from tasks.events.settle_when import settle_when
from training.events.coded import read_coded

pytest.importorskip("lightgbm")  # of the extra for training

_PLACES = ("Karsa", "Melun", "Tarim", "Sovar", "Belen", "Dorun", "Hagel", "Irsa")
_TEXT = " date 2016-10-05 Rebels attacked {place} on Monday. Troops have often attacked the town.\n"
_CODED = """
doc: {doc}
published: 2016-10-05
language: en
source: tests
mentions:
- quote: Rebels [[attacked]] {place}
  type: ASSAULT
  date: 2016-10-03
- quote: often [[attacked]] the
  type: ASSAULT
  date: ../2016-10-05
"""


@pytest.fixture(scope="module")
def coded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("coded")
    for number, place in enumerate(_PLACES):
        (folder / f"{number}.txt").write_text(_TEXT.format(place=place), encoding="utf-8")
        (folder / f"{number}.yaml").write_text(_CODED.format(place=place, doc=number), encoding="utf-8")
    return list(read_coded(folder))


def test_what_was_coded_is_learned_and_the_same_each_time(coded, tmp_path, monkeypatch):
    from training.events import when

    monkeypatch.setitem(when._LEARNING, "min_data_in_leaf", 1)
    monkeypatch.setattr(when, "_LEAST", 2)
    files = []
    for name in ("one", "two"):
        when.train(coded, tmp_path / name)
        files.append((tmp_path / name / "events" / "en" / "when.npz").read_bytes())
    assert files[0] == files[1]
    document = coded[0]
    scene = read_scene(document.document, document.times, parsed=document.parsed, models=tmp_path / "one")
    assert [one.event_date for one in settle_when(scene)] == ["2016-10-03", "../2016-10-05"]


def test_trees_of_the_library_are_walked_as_it_walks_them():
    import lightgbm
    import numpy as np

    from tasks.events.learned.trees import Trees
    from training.events.forest import forest_arrays

    random = np.random.default_rng(1)
    rows = random.normal(size=(400, 6)).round(1).astype(np.float32)
    target = (rows[:, 0] * rows[:, 1] > rows[:, 2]).astype(float)
    settings = {"objective": "binary", "num_leaves": 9, "verbose": -1, "num_threads": 1, "boost_from_average": False}
    booster = lightgbm.train(settings, lightgbm.Dataset(rows, target), 20)
    trees = Trees.of(forest_arrays(booster, "trees"), "trees")
    assert np.allclose(trees.scores(rows), booster.predict(rows, raw_score=True), atol=1e-5)
