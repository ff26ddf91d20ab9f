import pytest

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse

NB = "Regjeringen sier at minst fem mennesker ble drept da byen ble angrepet onsdag kveld."
NN = "Regjeringa seier at minst fem menneske vart drepne då byen vart åtaka onsdag kveld."
DA = "Regeringen siger, at mindst fem mennesker blev dræbt, da byen blev angrebet onsdag aften."
SV = "Regeringen säger att minst fem människor dödades när staden attackerades i onsdags kväll."
EN = "The government says at least five people were killed when the city was attacked on Wednesday."
DE = "Die Regierung sagt, dass mindestens fünf Menschen getötet wurden, als die Stadt angegriffen wurde."


def document(*paragraphs, stated=None):
    return analyse(RawDocument("d", "s", "s/d.txt", "", None, "\n\n".join(paragraphs), language=stated))


@pytest.mark.parametrize(
    ("paragraphs", "stated", "whole", "each"),
    [
        ([NB, NB, NB], None, "nb", ["nb", "nb", "nb"]),
        ([NB, EN, NB], None, "nb", ["nb", "en", "nb"]),
        ([EN, NB, EN, EN], None, "en", ["en", "nb", "en", "en"]),
        ([NB, NN, NB], None, "nb", ["nb", "nn", "nb"]),
        ([NN, NB, NN, NN], None, "nn", ["nn", "nb", "nn", "nn"]),
        ([NB, DA, SV, NB], None, "nb", ["nb", "da", "sv", "nb"]),
        ([DE, DE, EN], None, "de", ["de", "de", "en"]),
        ([NB, "Nye angrep i Homs", NB], None, "nb", ["nb", "nb", "nb"]),
        ([EN, "Kari Berg", EN], None, "en", ["en", "en", "en"]),
        ([EN, "Homs, Hama", EN, NB, NB, NB], None, "nb", ["en", "en", "en", "nb", "nb", "nb"]),
        (["Khalil Ashawi / Reuters / NTB scanpix", NB], None, "nb", ["nb", "nb"]),
        (["Foto: Jean-Pierre du Bois / AFP", NB], None, "nb", ["nb", "nb"]),
        (["123 456", NN, "– 7 –"], None, "nn", ["nn", "nn", "nn"]),
        ([NB, EN], "nb", "nb", ["nb", "en"]),
        ([EN, EN, EN, NB], "nb", "en", ["en", "en", "en", "nb"]),
        ([NB, NB, NB], "no", "nb", ["nb", "nb", "nb"]),
        ([NN, NN], "no", "nn", ["nn", "nn"]),
        ([EN, EN], "en-GB", "en", ["en", "en"]),
        ([EN, EN, EN], "nb", "en", ["en", "en", "en"]),
        (["Nyt angreb i Homs"], "da", "da", ["da"]),
        (["Bombe i Homs"], "sv", "sv", ["sv"]),
        (["Kari Berg"], "da", "da", ["da"]),
        (["123"], "da", "da", ["da"]),
        (["123"], None, "und", ["und"]),
        ([NB], "sma", "sma", ["sma"]),
    ],
)
def test_languages_of_a_document_and_its_segments(paragraphs, stated, whole, each):
    found = document(*paragraphs, stated=stated)
    assert (found.language, [s.language for s in found.segments]) == (whole, each)
    assert all(0 <= s.language_confidence <= 1 for s in found.segments)


def test_sentences_are_split_by_the_language_of_their_segment():
    found = document(NB, "It cost a lot, Sen. Smith said of it on Monday, and they all agreed.", NB)
    assert [s.segment_no for s in found.sentences] == [0, 1, 2]


def test_an_empty_document_has_no_language():
    found = document("")
    assert (found.language, found.language_confidence, found.segments) == ("und", 0.0, ())


def test_a_mixed_document_is_less_sure_than_a_plain_one():
    assert document("Bombe", "Homs").language_confidence < document(NB, NB).language_confidence
