"""Names in a text, and the forms under which a gazetteer may know them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.places.names import forms_of, is_owner, kinds_behind, runs_of, words_of
from tasks.places.vocabulary import vocabulary


def texts(text, language="en"):
    return [" ".join(word.text for word in run.words) for run in runs_of(text, words_of(text), vocabulary(language))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a hospital in east Aleppo", "en", ["Aleppo"]),
        ("in Baton Rouge, Louisiana", "en", ["Baton Rouge", "Louisiana"]),
        ("The M10 hospital", "en", ["M10"]),
        ("in St. Louis today", "en", ["St Louis"]),
        ("They met in Paris. Smoke rose.", "en", ["They", "Paris", "Smoke"]),
        ("bydelene al-Shaar og Salaheddine", "nb", ["al-Shaar", "Salaheddine"]),
        ("hovedveien fra Øst-Aleppo og nordover", "nb", ["Øst-Aleppo"]),
        ("in Mazar-i-Sharif", "en", ["Mazar-i-Sharif"]),
        ("i Washington D.C. i dag", "nb", ["Washington D.C."]),
        ("Syria’s Idlib", "en", ["Syria’s Idlib"]),
        ("en landsby i fjellet", "nb", []),
        ("", "en", []),
    ],
)
def test_runs_of_names(text, language, expected):
    assert texts(text, language) == expected


def forms(text, language):
    return {form.text: form for form in forms_of(text, vocabulary(language))}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Øst-Aleppos", "nb", {"Øst-Aleppos", "Øst-Aleppo", "Aleppos", "Aleppo"}),
        ("Syria’s", "en", {"Syria’s", "Syria"}),
        ("Honduras'", "nb", {"Honduras'", "Honduras", "Hondura"}),
        ("Helmand Province", "en", {"Helmand Province", "Helmand"}),
        ("Helmand-provinsen", "nb", {"Helmand-provinsen", "Helmand"}),
        ("Helmandprovinsen", "nb", {"Helmandprovinsen", "Helmand"}),
        ("Northern Iraq", "en", {"Northern Iraq", "Iraq"}),
        ("Oslo-området", "nb", {"Oslo-området", "Oslo"}),
        ("City of Hama", "en", {"City of Hama", "City of the Hama", "Hama", "the Hama"}),
        ("Georgetown-studien", "nb", {"Georgetown-studien"}),
        ("Aleppo", "en", {"Aleppo"}),
    ],
)
def test_forms(text, language, expected):
    assert set(forms(text, language)) == expected


def test_a_form_says_what_was_taken_off():
    found = forms("Øst-Aleppo", "nb")["Aleppo"]
    assert found.part
    assert found.cost > forms("Øst-Aleppo", "nb")["Øst-Aleppo"].cost
    assert forms("Helmand-provinsen", "nb")["Helmand"].kinds == ("admin1",)
    assert forms("Oslo-området", "nb")["Oslo"].part
    assert forms("Oslos", "nb")["Oslo"].cut
    assert not forms("Oslo’s", "en")["Oslo"].cut


def test_the_text_itself_comes_first():
    for text in ("Øst-Aleppos", "Helmand Province", "Republic of Congo"):
        assert forms_of(text, vocabulary("en"))[0].text == text


@pytest.mark.parametrize(("text", "owner"), [("Syria's", True), ("Syria’s", True), ("Paris’", True), ("Paris", False)])
def test_owners(text, owner):
    assert is_owner(text) is owner


def test_a_noun_behind_a_name_makes_no_country_of_it():
    assert "country" in vocabulary("en").kinds["state"]
    assert "country" not in kinds_behind("state", vocabulary("en"))
    assert kinds_behind("tree", vocabulary("en")) == ()


@given(st.text(max_size=60))
def test_words_lie_where_they_say(text):
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        assert word.lower == word.text.lower()


@given(st.text(alphabet="Aab-'’ sS", min_size=1, max_size=20))
def test_forms_are_no_longer_than_the_text_but_for_an_article(text):
    known = vocabulary("nb")
    for form in forms_of(text, known):
        assert len(form.text) <= len(text)
        assert form.cost >= 0
