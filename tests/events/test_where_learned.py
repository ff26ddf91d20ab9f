"""The learned choice of places: what it chooses among, and what it does without its file or with a damaged one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.errors import ModelError
from tasks.events.find import read_scene
from tasks.events.learned.arrays import FOLDER, learned_arrays, write_arrays
from tasks.events.learned.where import PART, choose, places_of
from tasks.events.learned.where_features import NAMES
from tasks.events.learned.where_spots import find_spots
from tasks.events.settle_where import rule_where, settle_where
from tasks.parse.documents import parse_documents
from tasks.read.raw import RawDocument
from tasks.settings import MODELS
from tasks.text.analyse import analyse

_TEXT = {
    "en": (
        "Soldiers shelled the outskirts of Aleppo. Rebels attacked the hospital. "
        "Syrian troops then killed a man in Aleppo's market, and police arrested two men in Oslo."
    ),
    "nb": (
        "Soldater beskjøt utkanten av Aleppo. Opprørere angrep sykehuset. "
        "Syriske styrker drepte så en mann i Aleppos gater, og politiet pågrep to menn i Oslo."
    ),
}


@pytest.fixture(scope="module")
def scene_of():
    """Gives all that was read in a text."""

    def read(text, language):
        document = analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language))
        return read_scene(document, (), parsed=parse_documents([(document, ())])[0])

    return read


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"Aleppo": "aleppo", "Oslo": "oslo", "the hospital": "~hospital"}),
        ("nb", {"utkanten av Aleppo": "aleppo", "Aleppo": "aleppo", "Oslo": "oslo", "sykehuset": "~sykehus"}),
    ],
)
def test_candidates_are_names_and_sites(scene_of, language, expected):
    scene = scene_of(_TEXT[language], language)
    spots = {spot.place.text: spot for spot in find_spots(scene)}
    assert {text: spots[text].key for text in expected if text in spots} == expected, list(spots)
    for spot in find_spots(scene):
        assert scene.document.text[spot.place.start : spot.place.end] == spot.place.text


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_row_for_each_candidate(scene_of, language):
    scene = scene_of(_TEXT[language], language)
    places = places_of(scene, rule_where(scene))
    assert scene.drafts
    for candidates, table in zip(places.candidates, places.tables, strict=True):
        assert table.shape == (len(candidates), len(NAMES))
        assert table.dtype == np.float32
        assert np.isfinite(table).all()


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_choice_is_one_of_the_spots_and_always_the_same(scene_of, language):
    scene = scene_of(_TEXT[language], language)
    named = {spot.place for spot in find_spots(scene)}
    chosen = settle_where(scene)
    assert chosen == settle_where(scene)
    assert {place for place in chosen if place is not None} <= named
    assert any(place is not None and "Aleppo" in place.text for place in chosen)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_without_its_file_the_rules_speak(scene_of, language, tmp_path):
    scene = replace(scene_of(_TEXT[language], language), models=tmp_path)
    assert settle_where(scene) == rule_where(scene)


def test_a_damaged_file_is_told(scene_of, tmp_path):
    path = tmp_path / FOLDER / "en" / f"{PART}.npz"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not what it should be")
    with pytest.raises(ModelError, match=r"where\.npz"):
        settle_where(replace(scene_of(_TEXT["en"], "en"), models=tmp_path))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda arrays: arrays.pop("choice_left"), "choice_left"),
        (lambda arrays: arrays.update(features=arrays["features"][:-1]), "other features"),
    ],
)
def test_a_file_of_another_version_is_told(scene_of, tmp_path, change, message):
    arrays = dict(learned_arrays(MODELS, "en", PART))
    change(arrays)
    write_arrays(tmp_path / FOLDER / "en" / f"{PART}.npz", arrays)
    with pytest.raises(ModelError, match=message):
        settle_where(replace(scene_of(_TEXT["en"], "en"), models=tmp_path))


def test_without_mentions_nothing_is_asked(scene_of):
    scene = scene_of("Oslo is the capital of Norway.", "en")
    assert choose(scene, []) == []


@given(st.text(alphabet="Aleppo Oslo's.,-–\n“”ß İı bombed in the hospital", max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_spots_that_stand_in_it(text):
    document = analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language="en"))
    scene = read_scene(document, ())
    for spot in find_spots(scene):
        assert scene.document.text[spot.place.start : spot.place.end] == spot.place.text
    assert len(settle_where(scene)) == len(scene.drafts)
