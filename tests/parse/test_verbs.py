"""Predicates and roles of verbs, out of trees made by hand."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tests.parse.notation import render, tree_of

CASES = [
    # plain active and passive
    ("nb", "Soldater/soldat/NOUN/nsubj/2 drepte/drepe/VERB+Past/root fem/=/NUM/nummod/4 barn/=/NOUN/obj/2 i/=/ADP/case/6 Homs/Homs/PROPN+GPE/obl/2 ./=/PUNCT/punct/2",
     "drepe subj=Soldater obj=fem barn place:i=Homs"),
    ("nb", "Fem/=/NUM/nummod/2 barn/=/NOUN/nsubj:pass/4 ble/bli/AUX+Past/aux:pass/4 drept/drepe/VERB+Part/root av/=/ADP/case/6 soldater/soldat/NOUN/obl/4 fredag/=/NOUN/obl/4 ./=/PUNCT/punct/4",
     "drepe[pass] subj=Fem barn ag:av=soldater time=fredag"),
    ("nb", "Byen/by/NOUN/nsubj:pass/2 beskytes/beskyte/VERB+PresPass/root av/=/ADP/case/5 syriske/syrisk/ADJ/amod/5 styrker/styrke/NOUN/obl/2 ./=/PUNCT/punct/2",
     "beskyte[pass] subj=Byen ag:av=syriske styrker"),
    ("en", "Rebels/rebel/NOUN/nsubj/2 shelled/shell/VERB+Past/root the/=/DET/det/4 town/=/NOUN/obj/2 on/=/ADP/case/6 Friday/Friday/PROPN/obl/2 ./=/PUNCT/punct/2",
     "shell subj=Rebels obj=the town time:on=Friday"),
    ("en", "The/=/DET/det/2 town/=/NOUN/nsubj:pass/4 was/be/AUX+Past/aux:pass/4 shelled/shell/VERB+PartPass/root by/=/ADP/case/6 rebels/rebel/NOUN/obl:agent/4 ./=/PUNCT/punct/4",
     "shell[pass] subj=The town ag:by=rebels"),
    # a passive agent that the parser calls a plain oblique
    ("en", "It/=/PRON/nsubj:pass/3 was/be/AUX+Past/aux:pass/3 hit/=/VERB+PartPass/root by/=/ADP/case/6 barrel/=/NOUN/compound/6 bombs/bomb/NOUN/obl/3",
     "hit[pass] subj=It ag:by=barrel bombs"),
    # a place or time behind the agent's preposition
    ("en", "It/=/PRON/nsubj:pass/3 was/be/AUX+Past/aux:pass/3 seized/seize/VERB+PartPass/root by/=/ADP/case/5 Monday/Monday/PROPN/obl/3",
     "seize[pass] subj=It time:by=Monday"),
    # an impersonal passive
    ("nb", "Det/den/PRON/expl/3 ble/bli/AUX+Past/aux:pass/3 åpnet/åpne/VERB+Part/root åtte/=/NUM/nummod/5 korridorer/korridor/NOUN/obj/3",
     "åpne[pass] obj=åtte korridorer"),
    # a participle with the copula tells of what is over
    ("nb", "Mange/mye/ADJ/nsubj/3 er/være/AUX+Pres/cop/3 drept/drepe/ADJ+Part/root", "drepe[pass] subj=Mange"),
    ("nb", "Mange/mye/ADJ/nsubj/3 er/være/AUX+Pres/aux/3 flyktet/flykte/VERB+Part/root", "flykte subj=Mange"),
    # an indirect object
    ("en", "They/=/PRON/nsubj/2 gave/give/VERB+Past/root him/=/PRON/iobj/2 food/=/NOUN/obj/2", "give subj=They iobj=him obj=food"),
    # coordinated parties
    ("en", "Syrian/=/ADJ/amod/5 and/=/CCONJ/cc/3 Russian/=/ADJ/conj/1 war/=/NOUN/compound/5 planes/plane/NOUN/nsubj/6 hit/=/VERB+Past/root homes/home/NOUN/obj/6 and/=/CCONJ/cc/9 schools/school/NOUN/conj/7",
     "hit subj=Syrian subj=Russian war planes obj=homes obj=schools"),
    ("nb", "Fem/=/NUM/nummod/2 barn/=/NOUN/nsubj:pass/7 og/=/CCONJ/cc/5 en/=/DET/det/5 lege/=/NOUN/conj/2 ble/bli/AUX+Past/aux:pass/7 drept/drepe/VERB+Part/root",
     "drepe[pass] subj=Fem barn subj=en lege"),
    # coordinated predicates share subject, auxiliary and object
    ("en", "It/=/PRON/nsubj:pass/3 was/be/AUX+Past/aux:pass/3 hit/=/VERB+PartPass/root and/=/CCONJ/cc/5 destroyed/destroy/VERB+PartPass/conj/3",
     "hit[pass] subj=It ; destroy[pass] subj=It"),
    ("en", "Troops/troop/NOUN/nsubj/2 attacked/attack/VERB+Past/root and/=/CCONJ/cc/4 burned/burn/VERB+Past/conj/2 the/=/DET/det/6 village/=/NOUN/obj/4",
     "attack subj=Troops obj=the village ; burn subj=Troops obj=the village"),
    ("en", "Troops/troop/NOUN/nsubj/2 attacked/attack/VERB+Past/root and/=/CCONJ/cc/4 burned/burn/VERB+Past/conj/2 the/=/DET/det/6 village/=/NOUN/obj/2",
     "attack subj=Troops obj=the village ; burn subj=Troops obj=the village"),
    ("nb", "Politiet/politi/NOUN/nsubj/2 kom/komme/VERB+Past/root og/=/CCONJ/cc/4 pågrep/pågripe/VERB+Past/conj/2 to/=/NUM/nummod/6 menn/mann/NOUN/obj/4",
     "komme subj=Politiet ; pågripe subj=Politiet obj=to menn"),
    # relative clauses
    ("nb", "Flyene/fly/NOUN/nsubj/4 som/=/SCONJ/mark/3 bombet/bombe/VERB+Past/acl:relcl/1 landet/lande/VERB+Past/root",
     "bombe subj=Flyene ; lande subj=Flyene"),
    ("nb", "Mål/=/NOUN/nsubj/5 som/=/SCONJ/mark/4 flyene/fly/NOUN/nsubj/4 traff/treffe/VERB+Past/acl:relcl/1 brant/brenne/VERB+Past/root",
     "treffe obj=Mål subj=flyene ; brenne subj=Mål"),
    ("en", "Rebels/rebel/NOUN/nsubj/6 who/=/PRON+Rel/nsubj/3 took/take/VERB+Past/acl:relcl/1 the/=/DET/det/5 town/=/NOUN/obj/3 fled/flee/VERB+Past/root",
     "take subj=Rebels obj=the town ; flee subj=Rebels"),
    ("en", "The/=/DET/det/2 bridge/=/NOUN/nsubj/7 that/=/PRON+Rel/obj/5 jets/jet/NOUN/nsubj/5 bombed/bomb/VERB+Past/acl:relcl/2 has/have/AUX+Pres/aux/7 collapsed/collapse/VERB+PartPast/root",
     "bomb obj=The bridge subj=jets ; collapse subj=The bridge"),
    ("en", "The/=/DET/det/2 village/=/NOUN/nsubj/6 jets/jet/NOUN/nsubj/4 bombed/bomb/VERB+Past/acl:relcl/2 is/be/AUX+Pres/cop/6 empty/=/ADJ/root",
     "bomb obj=The village subj=jets ; empty[cop] subj=The village"),
    ("nb", "Byen/by/NOUN/nsubj/6 hvor/=/ADV/advmod/5 fem/=/NUM/nsubj:pass/5 ble/bli/AUX+Past/aux:pass/5 drept/drepe/VERB+Part/acl:relcl/1 falt/falle/VERB+Past/root",
     "drepe[pass] place=Byen subj=fem ; falle subj=Byen"),
    # reduced participles
    ("en", "People/=/NOUN/nsubj/5 killed/kill/VERB+PartPass/acl/1 by/=/ADP/case/4 rebels/rebel/NOUN/obl/2 lay/lie/VERB+Past/root there/=/ADV/advmod/5",
     "kill[pass part] subj=People ag:by=rebels ; lie subj=People place=there"),
    ("nb", "Folk/=/NOUN/nsubj/5 drept/drepe/VERB+Part/acl/1 av/=/ADP/case/4 bomber/bombe/NOUN/obl/2 lå/ligge/VERB+Past/root",
     "drepe[pass part] subj=Folk ag:av=bomber ; ligge subj=Folk"),
    ("en", "Planes/plane/NOUN/nsubj/4 carrying/carry/VERB+PartPres/acl/1 bombs/bomb/NOUN/obj/2 landed/land/VERB+Past/root",
     "carry[part] subj=Planes obj=bombs ; land subj=Planes"),
    # control
    ("en", "A/=/DET/det/2 bomb/=/NOUN/nsubj/3 fell/fall/VERB+Past/root ,/=/PUNCT/punct/5 killing/kill/VERB+PartPres/advcl/3 two/=/NUM/nummod/7 boys/boy/NOUN/obj/5",
     "fall subj=A bomb ; kill[part] subj=A bomb obj=two boys"),
    ("en", "They/=/PRON/nsubj/2 forced/force/VERB+Past/root families/family/NOUN/obj/2 to/=/PART/mark/5 leave/=/VERB+Inf/xcomp/2",
     "force subj=They obj=families ; leave[inf] subj=families"),
    ("en", "They/=/PRON/nsubj/2 threatened/threaten/VERB+Past/root families/family/NOUN/obj/2 to/=/PART/mark/5 return/=/VERB+Inf/xcomp/2",
     "threaten subj=They obj=families ; return[planned inf] subj=They"),
    ("en", "He/=/PRON/nsubj/2 accused/accuse/VERB+Past/root Russia/Russia/PROPN+GPE/obj/2 of/=/SCONJ/mark/5 bombing/bomb/VERB+PartPres/advcl/2 schools/school/NOUN/obj/5",
     "accuse subj=He obj=Russia ; bomb[part] subj=Russia obj=schools <He"),
    # a phrasal verb is one predicate; white space in between does not count
    ("en", "Fighting/=/NOUN/nsubj/2 broke/break/VERB+Past/root out/=/ADP/compound:prt/2", "break subj=Fighting ; fighting[n]"),
    # several roots
    ("en", "Rebels/rebel/NOUN/nsubj/2 fled/flee/VERB+Past/root ;/=/PUNCT/punct/2 troops/troop/NOUN/nsubj/5 followed/follow/VERB+Past/root",
     "flee subj=Rebels ; follow subj=troops"),
    # names and what stands beside them
    ("nb", "Talsmannen/talsmann/NOUN/nsubj/4 Igor/Igor/PROPN+PER/flat:name/1 Ivanov/Ivanov/PROPN+PER/flat:name/1 avviste/avvise/VERB+Past/root kravet/krav/NOUN/obj/4",
     "avvise subj=Talsmannen Igor Ivanov obj=kravet"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_the_clauses_of_a_tree(language, line, expected):
    tree, _ = tree_of(line)
    found = sorted(render(one) for one in clauses_of(tree, language))
    wanted = sorted(one.strip() for one in expected.split(" ; "))
    if "fighting[n]" not in wanted:
        found = [one for one in found if "[n" not in one]
    assert found == wanted


FORMS = [
    # language, tree, then of the last predicate: tense, mood, auxiliaries
    ("en", "He/=/PRON/nsubj/2 fled/flee/VERB+Past/root", ("past", "indicative", ())),
    ("en", "He/=/PRON/nsubj/3 has/have/AUX+Pres/aux/3 fled/flee/VERB+PartPast/root", ("perfect", "indicative", ("have",))),
    ("en", "He/=/PRON/nsubj/3 had/have/AUX+Past/aux/3 fled/flee/VERB+PartPast/root", ("pluperfect", "indicative", ("have",))),
    ("en", "He/=/PRON/nsubj/3 will/=/AUX+Fin/aux/3 flee/=/VERB+Inf/root", ("future", "indicative", ("will",))),
    ("en", "He/=/PRON/nsubj/3 is/be/AUX+Pres/aux/3 fleeing/flee/VERB+PartPres/root", ("present", "indicative", ("be",))),
    ("en", "Stop/=/VERB+Imp/root it/=/PRON/obj/1", (None, "imperative", ())),
    ("nb", "Han/=/PRON/nsubj/3 skal/skulle/AUX+Pres/aux/3 reise/=/VERB+Inf/root", ("future", "indicative", ("skulle",))),
    ("nb", "Han/=/PRON/nsubj/3 har/ha/AUX+Pres/aux/3 reist/reise/VERB+Part/root", ("perfect", "indicative", ("ha",))),
    ("nb", "Han/=/PRON/nsubj/3 er/være/AUX+Pres/aux/3 reist/reise/VERB+Part/root", ("perfect", "indicative", ("være",))),
    ("nb", "Den/=/PRON/nsubj:pass/4 er/være/AUX+Pres/aux/4 blitt/bli/AUX+Part/aux:pass/4 angrepet/angripe/VERB+Part/root",
     ("perfect", "indicative", ("være", "bli"))),
    ("nb", "Å/=/PART/mark/2 dra/=/VERB+Inf/root", (None, "infinitive", ())),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), FORMS)
def test_tense_mood_and_auxiliaries(language, line, expected):
    tree, _ = tree_of(line)
    one = clauses_of(tree, language)[-1].predicate
    assert (one.tense, one.mood, one.auxiliaries) == expected


def test_roles_tell_how_they_came_to_the_clause():
    line = CASES[19][1]  # rebels who took the town fled
    first, _ = clauses_of(tree_of(line)[0], "en")
    assert [(role.kind, role.via) for role in first.roles] == [("subject", "relative"), ("object", None)]


def test_offsets_are_those_of_the_text():
    for language, line, _ in CASES:
        tree, text = tree_of(line)
        for clause in clauses_of(tree, language):
            assert text[clause.predicate.start : clause.predicate.end] == clause.predicate.text
            assert clause.start <= clause.predicate.start < clause.predicate.end <= clause.end
            for role in clause.roles:
                assert text[role.start : role.end] == role.text
                assert role.start <= role.head_start < role.head_end <= role.end


def test_doers_and_undergoers_are_the_same_in_both_voices():
    active, passive = (clauses_of(tree_of(CASES[at][1])[0], "en")[0] for at in (3, 4))
    assert [one.text for one in active.doers] == ["Rebels"]
    assert [one.text for one in passive.doers] == ["rebels"]
    assert [one.text for one in passive.undergoers] == ["The town"]


def test_what_stands_behind_a_comma_is_an_apposition():
    line = "Ivanov/=/PROPN+PER/nsubj/5 ,/=/PUNCT/punct/3 spokesman/=/NOUN/appos/1 ,/=/PUNCT/punct/3 spoke/speak/VERB+Past/root"
    tree, text = tree_of(line)
    (role,) = clauses_of(tree, "en")[0].roles
    assert role.text == "Ivanov"
    assert text[slice(*role.apposition)] == "spokesman"


def test_times_that_are_known_are_times():
    tree, text = tree_of("They/=/PRON/nsubj/2 fled/flee/VERB+Past/root after/=/ADP/case/4 Nowruz/Nowruz/PROPN/obl/2")
    at = text.index("Nowruz")
    assert [role.kind for role in clauses_of(tree, "en")[0].roles] == ["subject", "oblique"]
    assert [role.kind for role in clauses_of(tree, "en", [(at, at + 6)])[0].roles] == ["subject", "time"]
