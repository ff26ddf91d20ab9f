"""The lexicons that people edit: the real files are sound, and faulty ones are told apart by name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tasks.errors import ReferenceDataError
from tasks.events.condition import word_set
from tasks.events.cues import contexts_of, mode_of
from tasks.events.lexicon import lexicon
from tasks.events.taxonomy import taxonomy
from tasks.events.tokens import read_sentence
from tasks.parse.inflection import InflectionError, expand
from tasks.settings import REFERENCE
from tasks.text.document import Sentence
from tasks.text.reference import language_file

LANGUAGES = ("en", "nb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_file_loads_and_covers_every_type(language):
    words = lexicon(language)
    assert {entry.event_type for entry in words.entries} == set(taxonomy().event_types)
    assert len(words.entries) >= 600


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mode_has_an_entry(language):
    covered = {(entry.event_type, entry.mode) for entry in lexicon(language).entries}
    missing = {
        (name, mode) for name, modes in taxonomy().event_types.items() for mode in modes if (name, mode) not in covered
    }
    # Modes that no word tells by itself.
    assert missing <= {("REJECT", "change")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_in_lower_case_and_plain(language):
    for entry in lexicon(language).entries:
        for step in entry.steps:
            for form in step.forms:
                assert form
                assert form == form.lower(), entry.notation
                assert not set(form) & set("|~/ "), entry.notation


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_and_irregular_verb_is_used(language):
    data = language_file(language, "triggers")
    text = yaml.safe_dump(data["triggers"], allow_unicode=True) + yaml.safe_dump(data.get("compounds", []))
    unused = [name for name in data["inflections"] if f"|{name}" not in text]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_and_contexts_load(language):
    sentence = read_sentence("x", Sentence(0, 0, 1), number=0, language=language)
    assert mode_of("ASSAULT", sentence) is None
    assert contexts_of(sentence) == ()


@pytest.mark.parametrize(
    ("notation", "forms"),
    [
        ("bomb|v", [{"bomb", "bombs", "bombed"}]),
        ("take|! over", [{"take", "took"}, {"over"}]),
        ("set/put fire", [{"set", "put"}, {"fire"}]),
    ],
)
def test_notation(notation, forms):
    steps, _ = expand(notation, {"v": ["", "s", "ed"]}, {"take": ["take", "took"]})
    assert [set(step.forms) for step in steps] == forms


def test_a_gap_stands_before_the_next_word():
    steps, _ = expand("open ~ fire ~2 on", {}, {})
    assert [step.gap for step in steps] == [0, 3, 2]


@pytest.mark.parametrize("notation", ["bomb|zz", "take|!", "~ fire", ""])
def test_faulty_notation(notation):
    with pytest.raises(InflectionError):
        expand(notation, {"v": [""]}, {})


def test_word_sets():
    words = word_set(["bomb*", "jet", "@more"], {"more": ["gun*"]})
    assert "bomber" in words
    assert "jet" in words
    assert "guns" in words
    assert "jets" not in words


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"triggers": {"NOTYPE": {"plain": ["x"]}}}, "unknown event type 'NOTYPE'"),
        ({"triggers": {"AID": {"aerial": ["x"]}}}, "AID has no mode 'aerial'"),
        ({"triggers": {"AID": {"plain": ["help|zz"]}}}, "help|zz"),
        ({"triggers": {"AID": {"plain": ["help", "help"]}}}, "'help' under AID stands there twice"),
        ({"triggers": {"AID": {"plain": ["help"]}, "AGREE": {"plain": ["help"]}}}, "give one of them a condition"),
        ({"triggers": {"AID": {"plain": [{"t": "help", "neds": ["x"]}]}}}, "unknown keys ['neds']"),
        ({"triggers": {"AID": {"plain": [{"t": "help", "needs": ["@nobody"]}]}}}, "@nobody"),
        ({"triggers": {"AID": {"plain": [{"t": "help", "needs": "x"}]}}}, "expected a list"),
        ({"triggers": {"AID": {"plain": [{"t": "help", "subject": "nobody"}]}}}, "subject 'nobody'"),
        ({"compounds": [{"head": "help", "type": "AID", "mode": "aerial", "first": {}, "not": []}]}, "aerial"),
    ],
)
def test_a_faulty_file_is_named_with_its_entry(tmp_path, change, says):
    folder = tmp_path / "languages" / "en"
    folder.mkdir(parents=True)
    shutil.copy(REFERENCE / "taxonomy.yaml", tmp_path)
    data = {"inflections": {"v": [""]}, "irregular": {}, "words": {}, "triggers": {}, **change}
    Path(folder / "triggers.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(ReferenceDataError) as error:
        lexicon("en", tmp_path)
    assert says in str(error.value)
    assert "languages/en/triggers.yaml" in str(error.value)
