import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.numbers import find_amounts, find_numbers, parse_number

NB = {
    "fem": 5,
    "én": 1,
    "sju": 7,
    "syv": 7,
    "tolv": 12,
    "tjuetre": 23,
    "tjue-tre": 23,
    "nittini": 99,
    "hundre": 100,
    "to hundre": 200,
    "to hundre og fem": 205,
    "et tusen": 1000,
    "ett tusen tre hundre": 1300,
    "to tusen": 2000,
    "2,5 millioner": 2_500_000,
    "3 millioner": 3_000_000,
    "250.000": 250_000,
    "250 000": 250_000,
    "1.234.567": 1_234_567,
    "40": 40,
    "0": 0,
}
EN = {
    "five": 5,
    "twelve": 12,
    "a dozen": 12,
    "twenty-three": 23,
    "twenty three": 23,
    "ninety-nine": 99,
    "hundred": 100,
    "a hundred": 100,
    "two hundred": 200,
    "two hundred and five": 205,
    "two hundred five": 205,
    "three thousand two hundred and fifty": 3250,
    "two hundred thousand": 200_000,
    "2.5 million": 2_500_000,
    "250,000": 250_000,
    "1,234,567": 1_234_567,
    "40": 40,
}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("nb", text, value) for text, value in NB.items()] + [("en", text, value) for text, value in EN.items()],
)
def test_a_number_alone_and_in_a_sentence(language, text, value):
    assert parse_number(text, language) == value
    sentence = f"x {text} y"
    [found] = find_numbers(sentence, language)
    assert (sentence[found.start : found.end], found.value) == (text, value)


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "M10"), ("nb", "ingen"), ("nb", ""), ("nb", "1.2.2016"), ("en", "none"), ("en", "M10"), ("en", "tenor")],
)
def test_what_is_no_number(language, text):
    assert parse_number(text, language) is None


def test_words_are_told_from_digits():
    assert [n.in_words for n in find_numbers("fem barn og 40 mål", "nb")] == [True, False]


@given(st.text(max_size=200), st.sampled_from(["nb", "en"]))
def test_any_text(text, language):
    found = find_numbers(text, language)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= n.start < n.end <= len(text) and n.value >= 0 for n in found)


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("en", "between 30 and 40 people", [(30, 40)]),
        ("en", "1,200 to 1,500 arrests", [(1200, 1500)]),
        ("en", "five or six men", [(5, 6)]),
        ("en", "30 and 40", [(30, 30), (40, 40)]),
        ("en", "6 to 5", [(6, 6), (5, 5)]),
        ("nb", "mellom 500.000 og 1 million", [(500_000, 1_000_000)]),
        ("nb", "fem til seks", [(5, 6)]),
        ("nb", "ti og tolv", [(10, 10), (12, 12)]),
    ],
)
def test_ranges(language, text, amounts):
    assert [(one.low, one.high) for one in find_amounts(text, language)] == amounts
