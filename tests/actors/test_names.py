"""Words of a name, and the forms in which spellings of it meet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.actors.names import bare_surname, initial_capital, skeleton, squash, surname, without_article, words

PARTICLES = frozenset({"al", "el", "von", "de"})
ARTICLES = frozenset({"the", "den", "det"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nusrafronten", "Nusra-fronten"),
        ("Støre", "store"),
        ("François Hollande", "Francois Hollande"),
        ("Zeid Ra'ad", "Zeid Ra’ad"),
        ("U.N.", "UN"),
        ("Erdoğan", "Erdogan"),
        ("Ærø", "aero"),
    ],
)
def test_spellings_that_fold_to_one(one, other):
    assert squash(one) == squash(other)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sjoigu", "Shoigu", "Sjojgu", "Shoygu"),
        ("Lavrov", "Lavrov"),
        ("Sergej", "Sergei", "Sergey"),
        ("Gaddafi", "Qadhafi", "Khadafi", "Kadhafi"),
        ("Konasjenkov", "Konashenkov"),
        ("Lukasjenko", "Lukashenko"),
        ("Zelenskyj", "Zelensky", "Zelenskij", "Zelenskiy"),
        ("Medvedjev", "Medvedev"),
        ("Jeltsin", "Yeltsin"),
        ("Janukovytsj", "Yanukovych"),
        ("Muhammad", "Mohammed", "Mohamed"),
        ("Mursi", "Morsi"),
    ],
)
def test_romanisations_of_one_name_have_one_skeleton(spellings):
    assert len({skeleton(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Putin", "Peskov"), ("Lavrov", "Larov"), ("Assad", "Asaf"), ("Erna", "Arne"), ("Kim", "Kil")]
)
def test_other_names_have_other_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia’s army", [("Russia", True), ("army", False)]),
        ("the Houthis' rockets", [("the", False), ("Houthis", True), ("rockets", False)]),
        ("U.S. forces", [("U.S.", False), ("forces", False)]),
        ("Oslo-politiet", [("Oslo", False), ("politiet", False)]),
        ("Sana'a", [("Sana'a", False)]),
    ],
)
def test_words_and_who_owns(text, found):
    assert [(word.text, word.own) for word in words(text)] == found


def test_a_hyphen_ties_and_a_comma_parts():
    krigere = words("IS-krigere")[1]
    sven = words("presidenten, Sven")[1]
    assert (krigere.hyphened, krigere.joined) == (True, True)
    assert (sven.hyphened, sven.joined) == (False, False)


@given(st.text(max_size=60))
def test_offsets_are_those_of_the_text_and_go_on(text):
    found = words(text)
    assert all(text[word.start : word.end].startswith(word.text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(squash(word.text) == word.key for word in found)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text):
    assert squash(squash(text)) == squash(text)


@pytest.mark.parametrize(
    ("name", "first", "expected"),
    [
        ("Bashar al-Assad", False, "assad"),
        ("Abdel Fattah el-Sisi", False, "sisi"),
        ("Jens Stoltenberg", False, "stoltenberg"),
        ("Kim Jong-un", True, "kim"),
        ("", False, ""),
    ],
)
def test_surname(name, first, expected):
    assert surname(name, PARTICLES, first=first) == expected


def test_a_surname_alone_loses_its_particle_and_keeps_its_only_word():
    assert bare_surname(["al-Assad"], PARTICLES) == "assad"
    assert bare_surname(["al"], PARTICLES) == "al"


@pytest.mark.parametrize(
    ("name", "bare", "capital"),
    [
        ("The Guardian", "Guardian", True),
        ("Det hvite hus", "hvite hus", False),
        ("al-Shabaab", "al-Shabaab", False),
        ("den", "den", False),
    ],
)
def test_articles_and_capitals(name, bare, capital):
    assert without_article(name, ARTICLES) == bare
    assert initial_capital(bare, ARTICLES) is capital
