"""Whether the text says that it happened."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "event_type", "polarity"),
    [
        ("en", "Rebels attacked the barracks.", "ASSAULT", "positive"),
        ("en", "Rebels did not attack the barracks.", "ASSAULT", "negative"),
        ("en", "Rebels have not carried out any air strikes.", "ASSAULT", "negative"),
        ("en", "Rebels never attacked the barracks.", "ASSAULT", "negative"),
        ("en", "No air strikes were carried out by the army.", "ASSAULT", "negative"),
        ("en", "The rebels will not attack the barracks.", "ASSAULT", "negative"),
        ("en", "The ministry denied that its troops had attacked the convoy.", "ASSAULT", "negative"),
        ("en", "The ministry did not deny that its troops had attacked the convoy.", "ASSAULT", "positive"),
        ("en", "The court acquitted the general.", "SANCTION", "negative"),
        ("en", "The government denied any role in the killing.", "REJECT", "positive"),
        ("en", "He was not at home when rebels attacked the barracks.", "ASSAULT", "positive"),
        ("en", "There is no chance that the rebels will attack the barracks.", "ASSAULT", "negative"),
        ("en", "The jamming did not hamper the joint exercises.", "COOPERATE", "positive"),
        ("en", "The country did not attend the talks, and the rebels attacked the barracks.", "ASSAULT", "positive"),
        ("nb", "Ingen har svart, men opprørerne angrep kasernen.", "ASSAULT", "positive"),
        ("en", "Doctors Without Borders condemned the raid.", "ACCUSE", "positive"),
        ("nb", "Opprørere angrep kasernen.", "ASSAULT", "positive"),
        ("nb", "Opprørere har ikke angrepet kasernen.", "ASSAULT", "negative"),
        ("nb", "Russiske fly har ikke utført noen flyangrep.", "ASSAULT", "negative"),
        ("nb", "Opprørerne angrep aldri kasernen.", "ASSAULT", "negative"),
        ("nb", "Ingen luftangrep ble gjennomført av hæren.", "ASSAULT", "negative"),
        ("nb", "Opprørerne vil ikke angripe kasernen.", "ASSAULT", "negative"),
        ("nb", "Departementet benektet at soldatene hadde angrepet konvoien.", "ASSAULT", "negative"),
        ("nb", "Generalen ble frikjent i retten.", "SANCTION", "negative"),
        ("nb", "Regjeringen benekter enhver rolle i drapet.", "REJECT", "positive"),
        ("nb", "Han var ikke hjemme da opprørere angrep kasernen.", "ASSAULT", "positive"),
        ("nb", "Leger Uten Grenser fordømte razziaen.", "ACCUSE", "positive"),
    ],
)
def test_polarity(mentions_of, language, text, event_type, polarity):
    found = [one for one in mentions_of(text, language) if one.event_type == event_type]
    assert [one.polarity for one in found] == [polarity]


@pytest.mark.parametrize(
    ("language", "text", "event_type", "modality"),
    [
        ("en", "Rebels attacked the barracks.", "ASSAULT", "actual"),
        ("en", "The rebels will attack the barracks.", "ASSAULT", "planned"),
        ("en", "The rebels plan to attack the barracks.", "ASSAULT", "planned"),
        ("en", "The president is to visit Jordan.", "CONSULT", "planned"),
        ("en", "The rebels may attack the barracks.", "ASSAULT", "possible"),
        ("en", "The rebels could attack the barracks.", "ASSAULT", "possible"),
        ("en", "Police made arrests ahead of a meeting of the ministers.", "CONSULT", "planned"),
        ("en", "The ministers meet in Geneva on Friday.", "CONSULT", "planned"),
        ("nb", "Politiet arresterte tre menn i forkant av et møte mellom statsministrene.", "CONSULT", "planned"),
        ("en", "The rebels allegedly attacked the barracks.", "ASSAULT", "actual"),
        ("en", "The rebels continued to attack the barracks.", "ASSAULT", "actual"),
        ("nb", "Opprørere angrep kasernen.", "ASSAULT", "actual"),
        ("nb", "Opprørerne vil angripe kasernen.", "ASSAULT", "planned"),
        ("nb", "Presidenten skal besøke Jordan.", "CONSULT", "planned"),
        ("nb", "Opprørerne planlegger å angripe kasernen.", "ASSAULT", "planned"),
        ("nb", "Opprørerne kan angripe kasernen.", "ASSAULT", "possible"),
        ("nb", "Kasernen skal ha blitt angrepet.", "ASSAULT", "actual"),
        ("nb", "Opprørerne skal ha angrepet kasernen.", "ASSAULT", "actual"),
        ("nb", "Opprørerne fortsatte å angripe kasernen.", "ASSAULT", "actual"),
    ],
)
def test_modality(mentions_of, language, text, event_type, modality):
    found = [one for one in mentions_of(text, language) if one.event_type == event_type]
    assert [one.modality for one in found] == [modality]


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("en", "The group threatened to kill the hostages.", ["THREATEN"]),
        ("en", "The parties agreed to release prisoners held in jail.", ["AGREE"]),
        ("nb", "Gruppen truet med å drepe gislene.", ["THREATEN"]),
    ],
)
def test_what_is_threatened_or_promised_is_not_coded_apart(mentions_of, language, text, types):
    assert [one.event_type for one in mentions_of(text, language)] == types
