"""Sentences that tell of no event: sport, metaphor, business, weather, disease, background."""

from __future__ import annotations

import pytest

ENGLISH = [
    "The striker shot wide in the second half of the match.",
    "United beat City 3-1 in the league on Saturday.",
    "The midfielder attacked from the left and hit the post.",
    "He suffered a heart attack last year.",
    "The company launched a new phone on Monday.",
    "Shares hit a record high on Tuesday.",
    "The firm fired up its new engine.",
    "Prices exploded in the spring.",
    "The film was shot in Iceland.",
    "She won the battle against cancer.",
    "The band released a new album.",
    "The bank raised interest rates again.",
    "Heavy snow closed schools in the mountains.",
    "The city is divided by a river.",
    "He is in charge of the kitchen.",
    "The restaurant charges extra fees for delivery.",
    "The actor struck a pose for the cameras.",
    "Workers struck oil in the desert.",
    "The idea caught fire among young cooks.",
    "It was a hit with the critics of the day.",
    "Bombing at the box office, the comedy closed after a week.",
    "The runner seized the opportunity.",
    "Her speech struck a chord.",
    "The team defended its title in the final.",
    "A photo shoot took place in the park.",
    "The wine has a strong body.",
    "Her novel tells of love and loss.",
    "The museum opens at ten.",
    "The lake freezes in winter.",
    "Temperatures fell below zero overnight.",
    "The engine died on the hill.",
    "The kitchen was a battlefield after the party.",
    "The bakery sells bread and cakes.",
]

NORWEGIAN = [
    "Spissen skjøt utenfor i andre omgang av kampen.",
    "Brann slo Rosenborg 3-1 i eliteserien lørdag.",
    "Midtbanespilleren angrep fra venstre og traff stolpen.",
    "Han fikk et hjerteinfarkt i fjor.",
    "Selskapet lanserte en ny telefon mandag.",
    "Aksjene steg kraftig på børsen tirsdag.",
    "Prisene eksploderte i vår.",
    "Filmen ble tatt opp på Island.",
    "Hun vant over sykdommen til slutt.",
    "Bandet ga ut et nytt album.",
    "Banken satte opp renten igjen.",
    "Kraftig snøfall stengte skolene i fjellet.",
    "Byen er delt av en elv.",
    "Han har ansvaret for kjøkkenet.",
    "Laget forsvarte tittelen i cupfinalen.",
    "Romanen handler om kjærlighet og tap.",
    "Museet åpner klokken ti.",
    "Innsjøen fryser om vinteren.",
    "Temperaturen falt under null i natt.",
    "Motoren stoppet i bakken.",
    "Hun traff venninnen på kafeen.",
    "Han holdt foredrag om fugler.",
    "Vi spiste middag hos bestemor.",
    "Treneren var fornøyd med innsatsen på banen.",
    "Det er fire egg igjen i kurven.",
    "Han slo på lyset i gangen.",
    "Boken fikk gode anmeldelser.",
    "Bakeriet selger brød og kaker.",
    "Solen skinner over fjorden.",
    "Toget gikk presis.",
    "Skiløperen gikk fra resten i siste bakke.",
    "Et slag kort ble spilt etter maten.",
    "Barna lekte i parken hele dagen.",
]


@pytest.mark.parametrize(("language", "text"), [("en", t) for t in ENGLISH] + [("nb", t) for t in NORWEGIAN])
def test_no_event_no_mention(mentions_of, language, text):
    assert mentions_of(text, language) == []
