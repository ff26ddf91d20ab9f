import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.language import canonical_tag, detect_language, prior, probabilities

SENTENCES = [
    ("Minst fem mennesker ble drept da byen ble angrepet onsdag, melder nyhetsbyrået.", "nb"),
    ("Hun sier at de ikke vet hvor mange som fortsatt er savnet.", "nb"),
    ("Regjeringen vil ikke kommentere saken.", "nb"),
    ("Opprørerne trakk seg ut av byen i går kveld.", "nb"),
    ("Minst fem menneske vart drepne då byen vart åtaka onsdag. Ingen veit korleis det gjekk, seier ho.", "nn"),
    ("Ho seier at dei ikkje veit kor mange som framleis er sakna.", "nn"),
    ("Regjeringa vil ikkje kommentera saka.", "nn"),
    ("Opprørarane drog seg ut av byen i går kveld.", "nn"),
    ("Mindst fem mennesker blev dræbt, da byen blev angrebet onsdag, oplyser nyhedsbureauet.", "da"),
    ("Hun siger, at de ikke ved, hvor mange der stadig er savnet.", "da"),
    ("Regeringen vil ikke kommentere sagen.", "da"),
    ("Oprørerne trak sig ud af byen i går aftes.", "da"),
    ("Minst fem människor dödades när staden attackerades i onsdags, uppger nyhetsbyrån.", "sv"),
    ("Hon säger att de inte vet hur många som fortfarande saknas.", "sv"),
    ("Regeringen vill inte kommentera saken.", "sv"),
    ("At least five people were killed when the city was attacked on Wednesday.", "en"),
    ("The government declined to comment.", "en"),
    ("Mindestens fünf Menschen wurden getötet, als die Stadt am Mittwoch angegriffen wurde.", "de"),
    ("Bij de aanval op de stad zijn woensdag zeker vijf mensen gedood.", "nl"),
    ("Au moins cinq personnes ont été tuées dans l'attaque de la ville mercredi.", "fr"),
    ("Al menos cinco personas murieron en el ataque a la ciudad el miércoles.", "es"),
    ("Almeno cinque persone sono morte nell'attacco alla città mercoledì.", "it"),
    ("Pelo menos cinco pessoas morreram no ataque à cidade na quarta-feira.", "pt"),
    ("Co najmniej pięć osób zginęło w środę w ataku na miasto.", "pl"),
    ("Ainakin viisi ihmistä kuoli keskiviikkona iskussa kaupunkiin.", "fi"),
    ("Að minnsta kosti fimm létust í árásinni á borgina á miðvikudag.", "is"),
    ("По меньшей мере пять человек погибли.", "ru"),
    ("Щонайменше п'ятеро людей загинули під час нападу на місто.", "uk"),
    ("قُتل خمسة أشخاص على الأقل في الهجوم على المدينة.", "ar"),
    ("دست‌کم پنج نفر در حمله به شهر کشته شدند.", "fa"),
    ("לפחות חמישה בני אדם נהרגו במתקפה על העיר.", "he"),
    ("Kente yapılan saldırıda en az beş kişi öldü.", "tr"),
    ("至少有五人在袭击中丧生。", "zh"),
    ("12345 – 67", "und"),
    ("", "und"),
]


@pytest.mark.parametrize(("text", "language"), SENTENCES)
def test_language(text, language):
    tag, probability = detect_language(text)
    assert tag == language
    assert 0 <= probability <= 1


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("Kari Berg", "Regjeringen vil ikke kommentere saken."),
        ("Bombe i Homs", "Hun sier at de ikke vet hvor mange som fortsatt er savnet."),
    ],
)
def test_less_text_gives_less_confidence(less, more):
    assert detect_language(less)[1] < detect_language(more)[1]


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("nb", "nb"),
        ("nb-NO", "nb"),
        ("NB", "nb"),
        ("en_GB", "en"),
        ("en-US", "en"),
        ("no", "no"),
        ("iw", "he"),
        (" ", None),
        (None, None),
        ("sma", "sma"),
    ],
)
def test_stated_tags(stated, tag):
    assert canonical_tag(stated) == tag


def test_a_tag_for_two_languages_favours_both():
    shares = np.sort(probabilities(prior("no")))
    assert shares[-1] + shares[-2] > 0.98


@given(st.text(max_size=80))
def test_any_text_has_a_language(text):
    tag, probability = detect_language(text)
    assert (tag == "und") == (probability == 0)
    assert 0 <= probability <= 1
