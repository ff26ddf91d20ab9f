"""Who does it, to whom, and who says so."""

from __future__ import annotations

import pytest

# text, trigger, actors, recipients
ENGLISH = [
    ("Rebels attacked the barracks.", ["Rebels"], ["the barracks"]),
    ("The barracks was attacked by rebels.", ["rebels"], ["The barracks"]),
    ("Villages attacked by rebels were empty.", ["rebels"], ["Villages"]),
    ("Russian air strikes hit the town.", ["Russian"], ["the town"]),
    ("Russia and Iran condemned the verdict.", ["Russia", "Iran"], []),
    ("Turkey accused the Kurdish militia of looting.", ["Turkey"], ["the Kurdish militia"]),
    ("The Gulf Council urged the Security Council to act.", ["The Gulf Council"], ["the Security Council"]),
    ("The army launched an offensive against the insurgents.", ["The army"], ["the insurgents"]),
    ("Soldiers had not attacked the convoy.", ["Soldiers"], ["the convoy"]),
    ("Soldiers reportedly attacked the convoy.", ["Soldiers"], ["the convoy"]),
    ("The killing of two farmers was a shock to the valley.", [], ["two farmers"]),
    ("The group, which attacked the barracks, is small.", ["The group"], ["the barracks"]),
    ("Police arrested a journalist and a lawyer.", ["Police"], ["a journalist", "a lawyer"]),
    ("A barrel bomb hit the hospital.", [], ["the hospital"]),
    ("Israel’s attack on the convoy began at dawn.", ["Israel"], ["the convoy"]),
    ("Clashes between police and miners began at dawn.", ["police", "miners"], []),
]
NORWEGIAN = [
    ("Opprørere angrep kasernen.", ["Opprørere"], ["kasernen"]),
    ("Kasernen ble angrepet av opprørere.", ["opprørere"], ["Kasernen"]),
    ("Russiske flyangrep rammet byen.", ["Russiske"], []),
    ("Russland og Iran fordømte dommen.", ["Russland", "Iran"], []),
    ("Tyrkia anklaget den kurdiske militsen for plyndring.", ["Tyrkia"], ["den kurdiske militsen"]),
    ("Hæren innledet en offensiv mot opprørerne.", ["Hæren"], ["opprørerne"]),
    ("Mandag innledet hæren en offensiv mot opprørerne.", ["hæren"], ["opprørerne"]),
    ("I går skjøt opprørsgrupper flere raketter mot basen.", ["opprørsgrupper"], ["basen"]),
    ("Ifølge hæren skjøt opprørsgrupper flere raketter mot basen.", ["opprørsgrupper"], ["basen"]),
    ("Soldatene har ikke angrepet konvoien.", ["Soldatene"], ["konvoien"]),
    ("Drapet på to bønder var et sjokk for dalen.", [], ["to bønder"]),
    ("Gruppen, som angrep kasernen, er liten.", ["Gruppen"], ["kasernen"]),
    ("Politiet arresterte en journalist og en advokat.", ["Politiet"], ["en journalist", "en advokat"]),
    ("En tønnebombe traff sykehuset.", [], ["sykehuset"]),
    ("Syriske og russiske fly bombet byen.", ["Syriske", "russiske fly"], ["byen"]),
    ("Israels angrep på konvoien begynte ved daggry.", ["Israels"], ["konvoien"]),
]


@pytest.mark.parametrize(
    ("language", "text", "actors", "recipients"), [("en", *c) for c in ENGLISH] + [("nb", *c) for c in NORWEGIAN]
)
def test_actors_and_recipients(mentions_of, language, text, actors, recipients):
    found = mentions_of(text, language)[0].participants
    assert [one.text for one in found if one.role == "actor"] == actors
    assert [one.text for one in found if one.role == "recipient"] == recipients


@pytest.mark.parametrize(
    ("language", "text", "claimants"),
    [
        ("en", "According to the ministry, rebels attacked the barracks.", ["the ministry"]),
        ("en", "Rebels attacked the barracks, the ministry said.", ["the ministry"]),
        ("en", "Rebels attacked the barracks, said the ministry.", ["the ministry"]),
        ("en", "The ministry said that rebels attacked the barracks.", ["The ministry"]),
        ("en", "The ministry has said rebels attacked the barracks.", ["The ministry"]),
        ("en", "“Rebels attacked the barracks at dawn today,” Kari Berg said.", ["Kari Berg"]),
        ("en", "“We were afraid. Rebels attacked the barracks,” Kari Berg said.", ["Kari Berg"]),
        ("en", "The ministry told reporters that rebels attacked the barracks.", ["The ministry"]),
        ("en", "Rebels attacked the barracks.", []),
        ("en", "Kari Berg, head of the mission, said rebels attacked the barracks.", ["Kari Berg"]),
        ("nb", "Ifølge departementet ble kasernen angrepet.", ["departementet"]),
        ("nb", "Kasernen ble angrepet, sier departementet.", ["departementet"]),
        ("nb", "Kasernen ble angrepet, ifølge departementet.", ["departementet"]),
        ("nb", "Departementet sier at kasernen ble angrepet.", ["Departementet"]),
        ("nb", "Departementet opplyste tirsdag at kasernen ble angrepet.", ["Departementet"]),
        ("nb", "Nyhetsbyrået Tass melder at kasernen ble angrepet.", ["Nyhetsbyrået Tass"]),
        ("nb", "– Kasernen ble angrepet ved daggry, sier Kari Berg.", ["Kari Berg"]),
        ("nb", "– Vi var redde. Kasernen ble angrepet, sier Kari Berg.", ["Kari Berg"]),
        ("nb", "Kasernen ble angrepet, skriver lederen for gruppen, Kari Berg.", ["Kari Berg"]),
        ("nb", "Kasernen ble angrepet.", []),
    ],
)
def test_claimants(mentions_of, language, text, claimants):
    mention = next(one for one in mentions_of(text, language) if one.event_type == "ASSAULT")
    assert [one.text for one in mention.participants if one.role == "claimant"] == claimants


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said the garden was green."),
        ("en", "The minister reported that all was well."),
        ("nb", "Ministeren sier at hagen er grønn."),
        ("nb", "Ministeren opplyser at alt er vel."),
    ],
)
def test_pure_reporting_is_no_mention(mentions_of, language, text):
    assert mentions_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "“We condemn this act,” Kari Berg said.", "Kari Berg"),
        ("nb", "– Jeg fordømmer denne handlingen, sier Kari Berg.", "Kari Berg"),
    ],
)
def test_the_speaker_of_a_speech_act_is_its_actor(mentions_of, language, text, actor):
    (mention,) = mentions_of(text, language)
    assert [one.text for one in mention.participants if one.role == "claimant"] == []
    assert actor in [one.text for one in mention.participants if one.role == "actor"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“All is well,” said Kari Berg. He condemned the rebels."),
        ("nb", "– Alt er vel, sier Kari Berg. Hun fordømte opprørerne."),
    ],
)
def test_a_pronoun_is_coded_with_its_name(read, language, text):
    document, found = read(text, language)
    (actor,) = [one for one in found[0].participants if one.role == "actor"]
    assert (actor.text, actor.via) == ("Kari Berg", "pronoun")
    assert document.text[actor.start : actor.end] == "Kari Berg"


@pytest.mark.parametrize(
    ("language", "text", "weapon"),
    [
        ("en", "Two barrel bombs hit the hospital.", "barrel bombs"),
        ("nb", "Opprørere skjøt raketter mot basen.", "raketter"),
    ],
)
def test_the_means_is_a_weapon_and_no_participant(mentions_of, language, text, weapon):
    (mention,) = mentions_of(text, language)
    assert mention.weapon == weapon
    assert weapon not in [one.text for one in mention.participants]
