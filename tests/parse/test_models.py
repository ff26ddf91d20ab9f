"""Loading pipelines: what is refused, and how it is said."""

# ruff: noqa: E501 - the table has a case a line

import json
import pickle
import shutil

import pytest

from tasks.errors import ModelError
from tasks.parse.models import ModelChoice, load_model, model_facts
from tasks.parse.parse import SentenceText, clauses, parse_sentences


@pytest.fixture
def copy(pipeline, tmp_path):
    """The pipeline in a folder of its own, to be spoilt."""
    return shutil.copytree(pipeline, tmp_path / "nb")


def choice(folder):
    return ModelChoice(folder.parent)


def test_a_pipeline_is_loaded_once(pipeline):
    assert load_model("nb", choice(pipeline)) is load_model("nb", choice(pipeline))


def test_a_pipeline_that_the_settings_name_goes_first(pipeline, tmp_path):
    named = ModelChoice.of(tmp_path, {"nb": str(pipeline)})
    assert load_model("nb", named) is load_model("nb", choice(pipeline))
    assert named.reads("nb")
    assert not named.reads("en")


def test_the_facts_of_a_pipeline(pipeline):
    facts = model_facts("nb", choice(pipeline))
    assert facts.name == "nb_pipeline"
    assert facts.scores == {"dep_las": 0.5}


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_meta(folder, **values):
    path = folder / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


SPOILT = [
    ("no folder", shutil.rmtree, "nb: there is no such folder"),
    ("no meta", lambda f: (f / "meta.json").unlink(), "meta.json: the file is missing"),
    ("no config", lambda f: (f / "config.cfg").unlink(), "config.cfg: the file is missing"),
    ("no strings", lambda f: (f / "vocab" / "strings.json").unlink(), "strings.json: the file is missing"),
    ("no component", lambda f: shutil.rmtree(f / "parser"), "parser: the component's folder is missing"),
    ("no weights", lambda f: (f / "parser" / "model").unlink(), "parser: cannot be loaded"),
    ("cut weights", lambda f: (f / "parser" / "model").write_bytes((f / "parser" / "model").read_bytes()[:500]), "parser: cannot be loaded"),
    ("noise for weights", lambda f: (f / "morphologizer" / "model").write_bytes(b"\xff" * 99), "morphologizer: cannot be loaded"),
    ("cut meta", lambda f: (f / "meta.json").write_text("{"), "meta.json: is no JSON"),
    ("a list for meta", lambda f: (f / "meta.json").write_text("[]"), "meta.json: holds a list, expected a mapping"),
    ("cut config", lambda f: (f / "config.cfg").write_text("[nlp"), "config.cfg: is no configuration of a pipeline"),
    ("empty config", lambda f: (f / "config.cfg").write_text(""), "config.cfg: is no configuration of a pipeline"),
    ("another version", lambda f: with_meta(f, spacy_version=">=2.0.0,<2.1.0"), "is for spaCy >=2.0.0,<2.1.0, installed is 3."),
    ("no version", lambda f: with_meta(f, spacy_version=""), "it does not say which"),
    ("nonsense for a version", lambda f: with_meta(f, spacy_version="new"), "spacy_version 'new' is no version"),
    ("a path for a component", lambda f: with_meta(f, pipeline=["../x"]), "has the pipeline"),
    ("a pickle", lambda f: (f / "parser" / "x.pkl").write_bytes(pickle.dumps(1)), "x.pkl: holds code or pickled objects"),
    ("code", lambda f: (f / "x.py").write_text("raise SystemExit"), "x.py: holds code or pickled objects"),
    ("a strange language", lambda f: replaced(f / "config.cfg", 'lang = "nb"', 'lang = "../os"'), "names the language '../os'"),
    ("a strange component", lambda f: replaced(f / "config.cfg", 'factory = "parser"', 'factory = "runner"'), "component 'runner', which is not allowed"),
    ("a strange function", lambda f: replaced(f / "config.cfg", "spacy.TransitionBasedParser.v2", "evil.Run.v1"), "function 'evil.Run.v1', which is not allowed"),
    ("another of spaCy's functions", lambda f: replaced(f / "config.cfg", "spacy.TransitionBasedParser.v2", "spacy.read_labels.v1"), "not allowed"),
    ("a callback", lambda f: replaced(f / "config.cfg", "after_creation = null", 'after_creation = {"@callbacks":"x.v1"}'), "after_creation is set"),
    ("a function inside a list", lambda f: replaced(f / "config.cfg", "[nlp]", '[nlp]\nother = [{"@misc":"x.v1"}]'), "function inside a value"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_what_cannot_be_loaded_is_told_in_one_sentence(copy, spoil, message):
    spoil(copy)
    with pytest.raises(ModelError) as caught:
        load_model("nb", choice(copy))
    text = str(caught.value)
    assert message in text
    assert "; " in text
    assert "\n" not in text
    assert str(pickle.loads(pickle.dumps(caught.value))) == text  # noqa: S301 - our own, as between processes


def test_functions_that_only_training_names_are_not_looked_at(copy):
    config = copy / "config.cfg"
    config.write_text(
        config.read_text(encoding="utf-8") + '\n[training.extra]\n@callbacks = "own.recipe.v1"\n', encoding="utf-8"
    )
    assert load_model("nb", choice(copy)).lang == "nb"


def test_a_package_that_is_not_installed():
    with pytest.raises(ModelError, match="en_core_web_none: is neither a folder nor an installed pipeline; install"):
        load_model("en", ModelChoice.of(named={"en": "en_core_web_none"}))


def test_sentences_of_many_documents_are_read_in_order(pipeline):
    texts = [
        SentenceText("Han kom ."),
        SentenceText(""),
        SentenceText(" \n"),
        SentenceText("x " * 5000),
        SentenceText("Han kom ."),
    ]
    found = parse_sentences(texts, "nb", choice(pipeline))
    assert len(found) == len(texts)
    assert found[0] == found[4] == clauses("Han kom .", "nb", choice(pipeline))
    assert found[1:4] == [(), (), ()]


def test_more_sentences_than_are_held_at_once(pipeline, monkeypatch):
    monkeypatch.setattr("tasks.parse.parse._CHUNK", 2)
    assert len(parse_sentences([SentenceText("Han kom .")] * 5, "nb", choice(pipeline))) == 5
