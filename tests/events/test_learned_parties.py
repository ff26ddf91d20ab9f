"""Parties by what was learned: the phrases, the choice among them, the counts, and what happens without a file."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from tasks.dates.expression import TimeExpression
from tasks.errors import ModelError
from tasks.events.find import read_scene
from tasks.events.learned.arrays import learned_arrays, write_arrays
from tasks.events.learned.parties import settle_parties
from tasks.events.learned.parties_choice import choose
from tasks.events.learned.parties_features import ROLES
from tasks.events.learned.parties_phrases import party_phrases
from tasks.events.learned.parties_tables import Tables
from tasks.events.learned.trees import Trees
from tasks.parse.documents import parse_documents
from tasks.parse.parsed import NOT_PARSED
from tasks.read.raw import RawDocument
from tasks.settings import MODELS
from tasks.text.analyse import analyse


@pytest.fixture
def scene_of():
    def read(text, language, models=MODELS):
        document = analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language))
        times: tuple[TimeExpression, ...] = ()
        [parsed] = parse_documents([(document, times)])
        return read_scene(document, times, parsed=parsed, models=models)

    return read


def told(scene, at=0):
    return {(one.role, one.text) for one in settle_parties(scene)[at]}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The army attacked the village.", ["The army", "the village"]),
        ("en", "Rebels and soldiers attacked the head of the council.",
         ["Rebels", "soldiers", "the head of the council", "the council"]),
        ("nb", "Syriske og russiske fly bombet sykehuset.", ["Syriske", "russiske fly", "russiske", "sykehuset"]),
        ("nb", "Opprørerne som flyktet, angrep politiet.", ["Opprørerne", "politiet"]),
        # A means of attack is no party, but one that names its owner is.
        ("en", "A bomb hit the market.", ["the market"]),
        ("nb", "Russiske raketter traff markedet.", ["Russiske raketter", "Russiske", "markedet"]),
    ],
)  # fmt: skip
def test_phrases(scene_of, language, text, expected):
    scene = scene_of(text, language)
    assert [text[one.start : one.end] for one in party_phrases(scene.readings[0])] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The army attacked the village.", ({"The army"}, {"the village"}, set())),
        ("en", "The village was attacked by rebels, the ministry said.",
         ({"rebels"}, {"The village"}, {"the ministry"})),
        ("en", "Police arrested three men in the capital.", ({"Police"}, {"three men"}, set())),
        ("nb", "Hæren angrep landsbyen.", ({"Hæren"}, {"landsbyen"}, set())),
        ("nb", "Landsbyen ble angrepet av opprørere, opplyser departementet.",
         ({"opprørere"}, {"Landsbyen"}, {"departementet"})),
        ("nb", "Ifølge hæren drepte opprørerne to politimenn.", ({"opprørerne"}, {"to politimenn"}, {"hæren"})),
    ],
)  # fmt: skip
def test_parties(scene_of, language, text, expected):
    named = {(role, one) for role, own in zip(ROLES, expected, strict=True) for one in own}
    assert told(scene_of(text, language)) == named


@pytest.mark.parametrize("language", ["en", "nb"])
def test_without_a_file_the_rules_speak(scene_of, tmp_path, language):
    text = {"en": "The army attacked the village.", "nb": "Hæren angrep landsbyen."}[language]
    scene = scene_of(text, language, models=tmp_path)
    assert settle_parties(scene) == [one.mention.participants for one in scene.drafts]


def test_a_damaged_file_says_so(scene_of, tmp_path):
    path = tmp_path / "events" / "en" / "parties.npz"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"PK no archive")
    with pytest.raises(ModelError, match=r"parties\.npz"):
        settle_parties(scene_of("The army attacked the village.", "en", models=tmp_path))


@pytest.mark.parametrize("change", ["features", "missing"])
def test_a_file_for_other_features_says_so(scene_of, tmp_path, change):
    arrays = dict(learned_arrays(MODELS, "en", "parties"))
    if change == "features":
        arrays["names"] = arrays["names"][1:]
    else:
        del arrays["bars"]
    write_arrays(tmp_path / "events" / "en" / "parties.npz", arrays)
    with pytest.raises(ModelError, match=r"other features|lacks"):
        settle_parties(scene_of("The army attacked the village.", "en", models=tmp_path))


def test_the_same_twice(scene_of, tmp_path):
    text = "The army attacked the village. Rebels fled, the ministry said. They killed two policemen."
    shutil.copytree(MODELS / "events", tmp_path / "events")
    assert settle_parties(scene_of(text, "en")) == settle_parties(scene_of(text, "en", models=tmp_path))


def test_no_phrase_is_two_parties(scene_of):
    text = "Rebels and soldiers attacked the head of the council."
    scene = scene_of(text, "en")
    reading = scene.readings[0]
    phrases = party_phrases(reading)
    chances = np.full((len(phrases), 3), 0.9)
    found = choose(text, reading.parsed.tree, phrases, chances, (0.5, 0.5, 0.5))
    spans = [(one.start, one.end) for one in found]
    assert len(set(spans)) == len(spans)
    assert not [1 for a in spans for b in spans if a != b and a[0] < b[1] and b[0] < a[1]]


def test_nobody_is_above_the_bar(scene_of):
    text = "The army attacked the village."
    reading = scene_of(text, "en").readings[0]
    phrases = party_phrases(reading)
    assert choose(text, reading.parsed.tree, phrases, np.zeros((len(phrases), 3)), (0.5, 0.5, 0.5)) == []


def test_counts_are_drawn_to_the_mean():
    roles = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0]], np.float32)
    tables = Tables.counted([("a",), ("a",), ("b",), ("a",)], roles)
    seen, once, unseen = tables.columns([("a",), ("b",), ("c",)])
    assert seen[3] == 3
    assert seen[0] == pytest.approx((2 + 4 * 0.5) / (3 + 4))
    assert once.tolist() == unseen.tolist() == [0.5, 0.25, 0, 0]


def test_counts_go_through_a_file(tmp_path):
    tables = Tables.counted([("a", "x"), ("a", "x"), ("b", "x")], np.eye(3, dtype=np.float32))
    write_arrays(tmp_path / "events" / "en" / "t.npz", tables.arrays())
    again = Tables.of(learned_arrays(tmp_path, "en", "t"))
    keys = [("a", "x"), ("b", "y")]
    assert again.columns(keys).tolist() == tables.columns(keys).tolist()


def test_sentences_that_are_not_parsed_keep_the_rules_parties(scene_of):
    scene = scene_of("The army attacked the village.", "en")
    for reading in scene.readings:
        reading.parsed = NOT_PARSED
    assert settle_parties(scene) == [one.mention.participants for one in scene.drafts]


@pytest.mark.parametrize("role", [*ROLES, *(f"earlier_{role}" for role in ROLES)])
def test_every_row_ends_in_the_leaves_that_its_answers_lead_to(role):
    trees = Trees.of(learned_arrays(MODELS, "en", "parties"), role)
    rows = np.random.default_rng(1).normal(0, 3, (20, int(trees.feature.max()) + 1)).astype(np.float32)
    rows[::2] = np.round(rows[::2])
    assert trees.scores(rows).tolist() == [_walked(trees, row) for row in rows]
    assert trees.scores(rows[:0]).tolist() == []


def _walked(trees, row):
    total = 0.0
    for tree, feature in enumerate(trees.feature):
        node = 0
        while feature[node] >= 0:
            side = trees.left if row[feature[node]] <= trees.threshold[tree, node] else trees.right
            node = side[tree, node]
        total += float(trees.value[tree, node])
    return total
