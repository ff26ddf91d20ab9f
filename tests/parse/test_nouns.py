"""Nouns that tell of an event, and compounds taken apart, out of trees made by hand."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tasks.parse.compounds import split_compound
from tests.parse.notation import render, tree_of

CASES = [
    ("en", "The/=/DET/det/2 bombing/=/NOUN/nsubj:pass/9 of/=/ADP/case/4 Aleppo/Aleppo/PROPN+GPE/nmod/2 by/=/ADP/case/7 Russian/=/ADJ/amod/7 jets/jet/NOUN/nmod/2 was/be/AUX+Past/aux:pass/9 condemned/condemn/VERB+PartPass/root",
     "bombing[n] obj:of=Aleppo ag:by=Russian jets"),
    ("en", "Russia/Russia/PROPN+GPE/nmod:poss/3 's/=/PART/case/1 bombing/=/NOUN/nsubj/6 of/=/ADP/case/5 Aleppo/Aleppo/PROPN+GPE/nmod/3 continued/continue/VERB+Past/root",
     "bombing[n] ag=Russia obj:of=Aleppo"),
    ("en", "US/US/PROPN+GPE/compound/3 air/=/NOUN/compound/3 strikes/strike/NOUN/nsubj/6 on/=/ADP/case/5 Mosul/Mosul/PROPN+GPE/nmod/3 resumed/resume/VERB+Past/root",
     "strike[n] ag=US mod=air obj:on=Mosul"),
    ("en", "Last/=/ADJ/amod/2 week/=/NOUN/nmod:poss/4 's/=/PART/case/2 attack/=/NOUN/root", "attack[n] time=Last week"),
    ("en", "They/=/PRON/nsubj/2 launched/launch/VERB+Past/root an/=/DET/det/4 attack/=/NOUN/obj/2 on/=/ADP/case/7 the/=/DET/det/7 base/=/NOUN/obl/2",
     "attack[n] ag=They obj:on=the base"),
    ("en", "They/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 launch/=/VERB+Inf/root an/=/DET/det/6 attack/=/NOUN/obj/4",
     "attack[n not] ag=They"),
    ("en", "They/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 condemn/=/VERB+Inf/root the/=/DET/det/6 attack/=/NOUN/obj/4",
     "attack[n]"),
    ("en", "There/=/PRON/expl/2 were/be/VERB+Past/root no/=/DET/det/4 attacks/attack/NOUN/nsubj/2", "attack[n not]"),
    ("en", "Russian/=/ADJ/amod/2 raids/raid/NOUN/nsubj/5 and/=/CCONJ/cc/4 shelling/=/NOUN/conj/2 continued/continue/VERB+Past/root",
     "raid[n] ag=Russian ; shelling[n] ag=Russian"),
    ("en", "Hamas/Hamas/PROPN+ORG/compound/2 attack/=/NOUN/compound/3 plan/=/NOUN/nsubj/4 failed/fail/VERB+Past/root", ""),
    ("en", "They/=/PRON/nsubj/2 fear/=/VERB+Pres/root an/=/DET/det/4 attack/=/NOUN/obj/2", "attack[n possible]"),
    ("en", "planned/=/ADJ/amod/2 attacks/attack/NOUN/root", "attack[n planned]"),
    ("nb", "russiske/russisk/ADJ/amod/2 flyangrep/=/NOUN/nsubj/5 mot/=/ADP/case/4 byen/by/NOUN/nmod/2 fortsatte/fortsette/VERB+Past/root",
     "flyangrep[n] ag=russiske obj:mot=byen"),
    ("nb", "syriske/syrisk/ADJ/amod/4 og/=/CCONJ/cc/3 russiske/russisk/ADJ/conj/1 flyangrep/=/NOUN/nsubj/5 fortsatte/fortsette/VERB+Past/root",
     "flyangrep[n] ag=syriske ag=russiske"),
    ("nb", "Russlands/Russland/PROPN+GPE/nmod:poss/2 angrep/=/NOUN/nsubj/5 på/=/ADP/case/4 Aleppo/Aleppo/PROPN+GPE/nmod/2 fortsatte/fortsette/VERB+Past/root",
     "angrep[n] ag=Russlands obj:på=Aleppo"),
    ("nb", "bombingen/bombing/NOUN/nsubj/4 av/=/ADP/case/3 sykehuset/sykehus/NOUN/nmod/1 fortsatte/fortsette/VERB+Past/root",
     "bombing[n] obj:av=sykehuset"),
    ("nb", "angrep/=/NOUN/nsubj/4 fra/=/ADP/case/3 regjeringsstyrker/regjeringsstyrke/NOUN/nmod/1 fortsatte/fortsette/VERB+Past/root",
     "angrep[n] ag:fra=regjeringsstyrker"),
    ("nb", "Flyene/fly/NOUN/nsubj/2 utførte/utføre/VERB+Past/root flyangrep/=/NOUN/obj/2 mot/=/ADP/case/5 byen/by/NOUN/obl/2",
     "flyangrep[n] ag=Flyene obj:mot=byen"),
    ("nb", "Flyene/fly/NOUN/nsubj/4 har/ha/AUX+Pres/aux/4 ikke/=/PART+Neg/advmod/4 utført/utføre/VERB+Part/root noen/=/DET/det/6 flyangrep/=/NOUN/obj/4",
     "flyangrep[n not] ag=Flyene"),
    ("nb", "Ingen/=/DET/det/2 flyangrep/=/NOUN/nsubj:pass/4 ble/bli/AUX+Past/aux:pass/4 meldt/melde/VERB+Part/root", "flyangrep[n not]"),
    ("nb", "De/=/PRON/nsubj/2 planlegger/planlegge/VERB+Pres/root angrep/=/NOUN/obj/2 på/=/ADP/case/5 grensen/grense/NOUN/nmod/3",
     "angrep[n planned] ag=De obj:på=grensen"),
    ("nb", "Det/den/PRON/expl/3 ble/bli/AUX+Past/aux:pass/3 meldt/melde/VERB+Part/root om/=/ADP/case/6 syriske/syrisk/ADJ/amod/6 luftangrep/=/NOUN/obl/3",
     "luftangrep[n] ag=syriske <?"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_the_nominal_clauses_of_a_tree(language, line, expected):
    found = [render(one) for one in clauses_of(tree_of(line)[0], language) if one.predicate.kind == "noun"]
    assert found == [one.strip() for one in expected.split(" ; ") if one]


COMPOUNDS = [
    ("flyangrep", ("fly", "angrep")), ("flyangrepene", ("fly", "angrep")), ("rakettangrepet", ("rakett", "angrep")),
    ("bombeangrep", ("bombe", "angrep")), ("luftangrep", ("luft", "angrep")), ("bakkeoffensiven", ("bakke", "offensiv")),
    ("selvmordsbombeangrep", ("selvmord", "bombe", "angrep")), ("terrorangrepene", ("terror", "angrep")),
    ("gisselaksjonen", ("gissel", "aksjon")), ("fredsforhandlingene", ("fred", "forhandling")),
    ("opprørsangrep", ("opprør", "angrep")), ("regjeringsangrep", ("regjering", "angrep")), ("FN-hjelp".lower(), ("fn", "hjelp")),
    ("nødhjelp", ("nødhjelp",)), ("hjerteangrep", ("hjerteangrep",)), ("angrep", ("angrep",)), ("motangrep", ("mot", "angrep")),
    ("drap", ("drap",)), ("sykehus", ("sykehus",)), ("x" * 500 + "angrep", ("x" * 500 + "angrep",)), ("", ("",)),
]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), COMPOUNDS)
def test_norwegian_compounds_are_split_into_known_words_only(word, expected):
    assert split_compound(word, "nb") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("airstrikes", ("air", "strike")),
        ("gunfire", ("gun", "fire")),
        ("strikes", ("strikes",)),
        ("campfire", ("campfire",)),
    ],
)
def test_english_compounds_that_are_one_word(word, expected):
    assert split_compound(word, "en") == expected


def test_a_language_without_compounds_splits_nothing():
    assert split_compound("luftangrepp", "sv") == ("luftangrepp",)


def test_the_parts_stand_on_the_predicate():
    tree, _ = tree_of("Flyangrepene/flyangrep/NOUN/nsubj/2 fortsatte/fortsette/VERB+Past/root")
    assert clauses_of(tree, "nb")[0].predicate.parts == ("fly", "angrep")
