"""The models that ship: they load with no network, hold nothing that runs, and parse plain sentences."""

import json
import socket
from pathlib import Path

import pytest
import spacy

from training.labels import LABELS

MODELS = Path(__file__).resolve().parents[2] / "data" / "models"
LANGUAGES = ("en", "nb")
LARGEST = 25_000_000
# What the configurations may name: built-in parts of spaCy only, none of which reads a file or runs a command.
REGISTERED = (
    "spacy.Tok2Vec.",
    "spacy.MultiHashEmbed.",
    "spacy.MaxoutWindowEncoder.",
    "spacy.Tagger.",
    "spacy.TransitionBasedParser.",
    "spacy.Tok2VecListener.",
    "spacy.Tokenizer.",
    "spacy.Vectors.",
    "spacy.morphologizer_scorer.",
    "spacy.parser_scorer.",
    "spacy.ner_scorer.",
    "spacy.lemmatizer_scorer.",
    "spacy.attribute_ruler_scorer.",
)


@pytest.fixture(scope="module")
def pipelines():
    def refuse(*_, **__):
        raise OSError("no network in tests")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        return {language: spacy.load(MODELS / language) for language in LANGUAGES}


def files(language):
    return [path for path in (MODELS / language).rglob("*") if path.is_file()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_is_small(language):
    assert sum(path.stat().st_size for path in files(language)) <= LARGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_is_a_pickle_or_code(language):
    for path in files(language):
        assert path.suffix in {"", ".cfg", ".json", ".md", ".bin"}
        start = path.read_bytes()[:4]
        assert start[:1] != b"\x80" or b"cnumpy" not in path.read_bytes()
        assert not (
            start[:1] == b"\x80"
            and start[1:2] in {b"\x02", b"\x03", b"\x04", b"\x05"}
            and path.read_bytes().endswith(b".")
        )
        assert start != b"PK\x03\x04"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_configuration_names_built_in_parts_only(language):
    lines = (MODELS / language / "config.cfg").read_text(encoding="utf-8").splitlines()
    named = [line.split("=")[1].strip().strip('"') for line in lines if line.startswith("@")]
    assert named
    assert [name for name in named if not name.startswith(REGISTERED)] == []
    assert not [line for line in lines if "/" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_meta_names_versions_sources_licences_and_scores(language):
    meta = json.loads((MODELS / language / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["license"], meta["spacy_version"]) == (language, "CC BY-SA 4.0", ">=3.8.18,<3.9.0")
    assert meta["name"]
    assert meta["version"].count(".") == 2
    assert len(meta["sources"]) > 3
    assert all(source[key] for source in meta["sources"] for key in ("name", "url", "author", "license"))
    assert {"POS", "lemma", "UAS", "LAS"} <= set(meta["performance"]["syntax"])
    assert all(0 <= value <= 1 for part in meta["performance"].values() for value in part.values())
    assert set(meta["labels"]["ner"]) <= set(LABELS)


# What the models reached when they were packed, less a hair: a worse one is not to replace them unseen.
@pytest.mark.parametrize(
    ("language", "part", "measure", "least"),
    [
        ("nb", "syntax", "POS", 0.97),
        ("nb", "syntax", "LAS", 0.87),
        ("nb", "syntax", "lemma", 0.96),
        ("nb", "treebank", "F", 0.85),
        ("en", "syntax", "POS", 0.945),
        ("en", "syntax", "LAS", 0.81),
        ("en", "syntax", "lemma", 0.96),
        ("en", "news", "F", 0.85),
        ("en", "open corpora", "F", 0.70),
    ],
)
def test_scores_do_not_fall(language, part, measure, least):
    meta = json.loads((MODELS / language / "meta.json").read_text(encoding="utf-8"))
    assert meta["performance"][part][measure] >= least


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_gives_the_scores_of_meta(language):
    card = (MODELS / language / "MODEL_CARD.md").read_text(encoding="utf-8")
    meta = json.loads((MODELS / language / "meta.json").read_text(encoding="utf-8"))
    for part, values in meta["performance"].items():
        for name, value in values.items():
            assert f"| {part} | {name} | {value:.3f} |" in card


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Soldiers attacked the village on Friday.",
            "attack VERB ROOT attacked; soldier NOUN nsubj attacked; village NOUN obj attacked",
        ),
        (
            "en",
            "Three doctors were killed by a bomb.",
            "kill VERB ROOT killed; doctor NOUN nsubj:pass killed; bomb NOUN obl:agent killed",
        ),
        (
            "en",
            "The army did not bomb the hospital.",
            "bomb VERB ROOT bomb; army NOUN nsubj bomb; hospital NOUN obj bomb",
        ),
        (
            "nb",
            "Soldatene angrep landsbyen fredag.",
            "angripe VERB ROOT angrep; soldat NOUN nsubj angrep; landsby NOUN obj angrep",
        ),
        (
            "nb",
            "Tre leger ble drept av en bombe.",
            "drepe VERB ROOT drept; lege NOUN nsubj:pass drept; bombe NOUN obl drept",
        ),
        (
            "nb",
            "Soldatene bombet ikke sykehuset.",
            "bombe VERB ROOT bombet; soldat NOUN nsubj bombet; sykehus NOUN obj bombet",
        ),
    ],
)
def test_plain_sentences_are_parsed(pipelines, language, text, expected):
    found = [f"{t.lemma_} {t.pos_} {t.dep_} {t.head.text}" for t in pipelines[language](text)]
    assert [row for row in expected.split("; ") if row not in found] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Ban Ki-moon met officials in Damascus.", {"Ban Ki-moon": "PER", "Damascus": "GPE"}),
        (
            "en",
            "Russian planes struck Aleppo, the Red Cross said.",
            {"Russian": "NORP", "Aleppo": "GPE", "Red Cross": "ORG"},
        ),
        (
            "nb",
            "Jens Stoltenberg møtte Røde Kors i Oslo.",
            {"Jens Stoltenberg": "PER", "Røde Kors": "ORG", "Oslo": "GPE"},
        ),
        ("nb", "Flyene angrep Aleppo, ifølge Reuters.", {"Aleppo": "GPE", "Reuters": "ORG"}),
    ],
)
def test_names_are_found(pipelines, language, text, names):
    assert {e.text: e.label_ for e in pipelines[language](text).ents} == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_parsed_alike_alone_and_in_a_batch(pipelines, language):
    texts = ["Aleppo.", "", "Assad 2016 «x» – hm?", "A" * 300]
    alone = [[(t.pos_, t.head.i, t.ent_type_) for t in pipelines[language](text)] for text in texts]
    batch = [[(t.pos_, t.head.i, t.ent_type_) for t in doc] for doc in pipelines[language].pipe(texts)]
    assert alone == batch
