"""Parties that word order does not show come from the clause of the trigger."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.extract import extract
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.read.raw import RawDocument

NO_MODELS = ModelChoice(Path("no models"))


def parties(text, language, trigger, models):
    mentions = extract(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language), models=models)
    [found] = [one for one in mentions.mentions if text[one.trigger_start : one.trigger_end] == trigger]
    roles = ("actor", "recipient", "claimant")
    return tuple([one.text for one in found.participants if one.role == role] for role in roles)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("en", "Soldiers surrounded the village and, after hours of negotiation, stormed the school.", "stormed",
         (["Soldiers"], ["the school"], [])),
        ("en", "The army, backed by tanks and helicopters, attacked the camp.", "attacked",
         (["The army"], ["the camp"], [])),
        ("nb", "Opprørerne, som hadde rykket inn i byen ved daggry, beskjøt kasernen.", "beskjøt",
         (["Opprørerne"], ["kasernen"], [])),
        ("nb", "Guvernøren ble tidlig mandag morgen drept av væpnede menn.", "drept",
         (["væpnede menn"], ["Guvernøren"], [])),
        ("nb", "Politiet som hadde sperret veien, arresterte tre menn.", "arresterte",
         (["Politiet"], ["tre menn"], [])),
        ("nb", "Minst fem sivile skal ifølge en lokal lege være drept i angrepet.", "drept",
         ([], ["Minst fem sivile"], ["en lokal lege"])),
    ],
)  # fmt: skip
def test_parties_of_the_clause(language, text, trigger, expected):
    assert parties(text, language, trigger, OUR_MODELS) == expected
    assert parties(text, language, trigger, NO_MODELS) != expected  # so it is the clause that tells


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_weapon_stays_no_party(language):
    text, trigger = {
        "en": ("A barrel bomb hit the hospital.", "hit"), "nb": ("En tønnebombe traff sykehuset.", "traff"),
    }[language]  # fmt: skip
    assert parties(text, language, trigger, OUR_MODELS)[0] == []
