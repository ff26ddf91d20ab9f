import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tasks.text.language import detect_language
from tasks.text.normal import normal_form


def raw(text, language=None):
    return RawDocument("d", "s", "s/d.txt", "", "2016-11", text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minst fem mennesker ble drept da byen ble angrepet onsdag, melder nyhetsbyrået.", "nb"),
        ("Minst fem menneske vart drepne då byen vart åtaka onsdag. Ingen veit korleis det gjekk, seier ho.", "nn"),
        ("Mindst fem mennesker blev dræbt, da byen blev angrebet onsdag, oplyser nyhedsbureauet.", "da"),
        ("Minst fem människor dödades när staden attackerades i onsdags, uppger nyhetsbyrån.", "sv"),
        ("At least five people were killed when the city was attacked on Wednesday.", "en"),
        ("Mindestens fünf Menschen wurden getötet, als die Stadt am Mittwoch angegriffen wurde.", "de"),
        ("По меньшей мере пять человек погибли.", "ru"),
        ("12345 – 67", "und"),
        ("", "und"),
    ],
)
def test_language(text, language):
    assert detect_language(text)[0] == language
    assert 0 <= detect_language(text)[1] <= 1


def test_a_stated_language_is_believed():
    document = analyse(raw("At least five people were killed.", language="nb"))
    assert (document.language, document.language_confidence) == ("nb", 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Én by.\r\n\r\nTo byer.",
        "\ufeffÉn by.\n\nTo byer.\n",
        unicodedata.normalize("NFD", "Én by.\n\nTo byer."),
        "  Én by.  \n \t\nTo byer.\u2028",
    ],
)
def test_normal_form(text):
    assert normal_form(text).text == "Én by.\n\nTo byer."


def test_headings_and_credits_have_no_sentences():
    text = "Nye luftangrep\n\nByen ble angrepet. Fem ble drept.\n\nFoto: Ola Nordmann"
    document = analyse(raw(text))
    assert [s.kind for s in document.segments] == ["heading", "paragraph", "credit"]
    assert [document.text[s.start : s.end] for s in document.sentences] == ["Byen ble angrepet.", "Fem ble drept."]


@given(st.text(max_size=300))
def test_any_text(text):
    document = analyse(raw(text))
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    for part in (*document.segments, *document.sentences):
        assert 0 <= part.start < part.end <= len(document.text)
    segments = {s.segment_no: s for s in document.segments}
    for sentence in document.sentences:
        assert segments[sentence.segment_no].start <= sentence.start < sentence.end
        assert sentence.end <= segments[sentence.segment_no].end
