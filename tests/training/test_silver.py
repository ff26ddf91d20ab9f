import json

import pytest
import spacy

from training.silver import project, read_names, swap

TEXT = "Robert Mardini left Russia for Aleppo. The UNHCR and Robert Mardini met."
NAMES = {"Robert Mardini": "PER", "Russia": "GPE", "Aleppo": "GPE", "UNHCR": "ORG"}
COMMON = frozenset({"samtidig", "han"})


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("nb")


@pytest.fixture
def marked(tmp_path):
    entities = [[TEXT.index(name), TEXT.index(name) + len(name), label] for name, label in NAMES.items()]
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"doc": "twin", "text": TEXT, "entities": entities}) + "\n", encoding="utf-8")
    return read_names(path)


def tags(doc):
    return " ".join(t.ent_type_ or {"O": "-", "": "?"}[t.ent_iob_] for t in doc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Mardini dro til Aleppo", "PER PER - - GPE"),
        ("Han dro fra Russland", "- - - GPE"),
        ("Samtidig kom UNHCRs folk", "- - ORG -"),
        ("Helgesen kom til Aleppo", "? - - GPE"),
        ("Han så UNHCR Sør-Sudan", "- - ? ?"),
        ("Han så Hilde i Øst-Aleppo", "- - ? - ?"),
        ("han sov", "- -"),
    ],
)
def test_names_of_the_twin_are_marked_and_doubt_is_missing(marked, nlp, text, expected):
    [doc] = project([("twin", text)], marked, nlp, COMMON)
    assert tags(doc) == expected


def test_a_text_without_twin_is_left_out_and_lines_are_documents(marked, nlp):
    assert [d.text for d in project([("other", "Aleppo"), ("twin", "Aleppo\n\nAleppo")], marked, nlp, COMMON)] == [
        "Aleppo"
    ] * 2


def test_countries_get_their_norwegian_names(marked):
    assert marked[0].names == NAMES | {"Russland": "GPE"}


def sample(nlp):
    words = ["Ola", "Dunk", "bor", "i", "Bergen", ",", "i", "Norges", "minste", "hus", "."]
    return spacy.tokens.Doc(
        nlp.vocab,
        words=words,
        spaces=[True] * 4 + [False] + [True] * 6,
        ents=["B-PER", "I-PER", "O", "O", "B-GPE", "O", "O", "B-GPE", "", "O", "O"],
    )


def test_swapped_names_keep_their_labels_and_the_words_around_them(marked, nlp):
    docs = list(swap([sample(nlp) for _ in range(40)], marked, seed=1))
    assert len({doc.text for doc in docs}) > 2
    for doc in docs:
        assert [e.label_ for e in doc.ents] == ["PER", "GPE", "GPE"]
        assert " ".join(t.text for t in doc if not t.ent_type_) == "bor i , i minste hus ."
        assert next(t for t in doc if t.text == "minste").ent_iob_ == ""
        assert doc.ents[2].text == "Norges"  # a genitive stays
        assert ", i" in doc.text
        assert " ," not in doc.text


def test_the_same_seed_swaps_the_same_names(marked, nlp):
    once, twice = ([d.text for d in swap([sample(nlp)] * 9, marked, seed=3)] for _ in range(2))
    assert once == twice
