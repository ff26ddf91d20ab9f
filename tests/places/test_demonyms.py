"""Words for peoples and own names of places, and whose data a language is read with."""

import pytest

from tasks.places.demonyms import demonyms, exonyms, people
from tasks.places.names import words_of
from tasks.places.tongue import home_countries, tongue
from tasks.places.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("language", "word", "country"),
    [
        ("nb", "syriske", "SYR"),
        ("nb", "russerne", "RUS"),
        ("nn", "norske", "NOR"),
        ("en", "syrian", "SYR"),
        ("en", "americans", "USA"),
        ("xx", "syrian", None),
    ],
)
def test_a_word_means_a_country(language, word, country):
    assert demonyms(language).get(word) == country


def test_exonyms_lead_to_names_that_the_gazetteer_has():
    assert exonyms("nb")["hviterussland"] == "Belarus"
    assert exonyms("xx") == {}


def country_of(text, language="en"):
    words = words_of(text)
    found = (people(words, at, vocabulary(language), demonyms(language)) for at in range(len(words)))
    return next((one for one in found if one is not None), None)


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("a Polish town", "en", "POL"),
        ("to polish it", "en", None),
        ("a Costa Rican judge", "en", "CRI"),
        ("North Korean soldiers", "en", "PRK"),
        ("polske byer", "nb", "POL"),
    ],
)
def test_peoples_in_a_text(text, language, country):
    assert country_of(text, language) == country


@pytest.mark.parametrize(
    ("language", "read_with"), [("nb", "nb"), ("nn", "nb"), ("en", "en"), ("da", "da"), ("xx", None)]
)
def test_a_language_is_read_with_its_nearest_relative(language, read_with):
    assert tongue(language, "places") == read_with


def test_countries_of_a_language():
    assert "NOR" in home_countries("nb")
    assert {"USA", "GBR"} <= set(home_countries("en"))
    assert home_countries("xx") == ()
