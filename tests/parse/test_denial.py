"""Denial, plans and possibility, out of trees made by hand."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tests.parse.notation import render, tree_of

CASES = [
    ("en", "Troops/troop/NOUN/nsubj/4 have/=/AUX+Pres/aux/4 not/=/PART+Neg/advmod/4 attacked/attack/VERB+PartPast/root it/=/PRON/obj/4",
     "attack[not] subj=Troops obj=it"),
    ("en", "No/=/DET/det/2 civilians/civilian/NOUN/nsubj:pass/4 were/be/AUX+Past/aux:pass/4 killed/kill/VERB+PartPass/root",
     "kill[pass not] subj=No civilians"),
    ("en", "Nobody/=/PRON/nsubj:pass/3 was/be/AUX+Past/aux:pass/3 hurt/=/VERB+PartPass/root", "hurt[pass not] subj=Nobody"),
    ("en", "They/=/PRON/nsubj/2 failed/fail/VERB+Past/root to/=/PART/mark/4 evacuate/=/VERB+Inf/xcomp/2 him/=/PRON/obj/4",
     "fail subj=They ; evacuate[not inf] subj=They obj=him"),
    ("en", "They/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 manage/=/VERB+Inf/root to/=/PART/mark/6 leave/=/VERB+Inf/xcomp/4",
     "manage[not] subj=They ; leave[not inf] subj=They"),
    ("en", "They/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 stop/=/VERB+Inf/root shelling/shell/VERB+PartPres/xcomp/4",
     "stop[not] subj=They ; shell[part] subj=They"),
    ("en", "It/=/PRON/nsubj:pass/4 was/be/AUX+Past/aux:pass/4 not/=/PART+Neg/advmod/4 hit/=/VERB+PartPass/root or/=/CCONJ/cc/6 burned/burn/VERB+PartPass/conj/4",
     "hit[pass not] subj=It ; burn[pass not] subj=It"),
    ("en", "They/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 flee/=/VERB+Inf/root but/=/CCONJ/cc/6 fought/fight/VERB+Past/conj/4",
     "flee[not] subj=They ; fight subj=They"),
    ("en", "He/=/PRON/nsubj/2 fled/flee/VERB+Past/root without/=/SCONJ/mark/4 shooting/shoot/VERB+PartPres/advcl/2",
     "flee subj=He ; shoot[not part] subj=He"),
    ("en", "It/=/PRON/nsubj/5 not/=/PART+Neg/advmod/5 only/=/ADV/advmod/5 was/be/AUX+Past/aux/5 burning/burn/VERB+PartPres/root", "burn subj=It"),
    ("en", "He/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 say/=/VERB+Inf/root that/=/SCONJ/mark/7 they/=/PRON/nsubj/7 fled/flee/VERB+Past/ccomp/4",
     "say[not] subj=He ; flee subj=they <He"),
    ("nb", "Flyene/fly/NOUN/nsubj/4 har/ha/AUX+Pres/aux/4 ikke/=/PART+Neg/advmod/4 angrepet/angripe/VERB+Part/root byen/by/NOUN/obj/4",
     "angripe[not] subj=Flyene obj=byen"),
    ("nb", "Ingen/=/PRON/nsubj:pass/3 ble/bli/AUX+Past/aux:pass/3 drept/drepe/VERB+Part/root", "drepe[pass not] subj=Ingen"),
    ("nb", "Det/den/PRON/expl/2 var/være/VERB+Past/root ingen/=/PRON/nsubj/2 som/=/SCONJ/mark/5 flyktet/flykte/VERB+Past/acl:relcl/3",
     "være[not] subj=ingen ; flykte[not] subj=ingen"),
    ("nb", "FN/FN/PROPN+ORG/nsubj/2 klarte/klare/VERB+Past/root ikke/=/PART+Neg/advmod/2 å/=/PART/mark/5 hente/=/VERB+Inf/xcomp/2 dem/=/PRON/obj/5",
     "klare[not] subj=FN ; hente[not inf] subj=FN obj=dem"),
    ("nb", "Han/=/PRON/nsubj/2 dro/dra/VERB+Past/root uten/=/ADP/case/5 å/=/PART/mark/5 skyte/=/VERB+Inf/advcl/2",
     "dra subj=Han ; skyte[not inf] subj=Han"),
    # plans and possibility
    ("en", "They/=/PRON/nsubj/3 will/=/AUX+Fin/aux/3 attack/=/VERB+Inf/root", "attack[planned] subj=They"),
    ("en", "They/=/PRON/nsubj/3 may/=/AUX+Fin/aux/3 attack/=/VERB+Inf/root", "attack[possible] subj=They"),
    ("en", "They/=/PRON/nsubj/2 plan/=/VERB+Pres/root to/=/PART/mark/4 attack/=/VERB+Inf/xcomp/2 it/=/PRON/obj/4",
     "plan subj=They ; attack[planned inf] subj=They obj=it"),
    ("en", "If/=/SCONJ/mark/3 they/=/PRON/nsubj/3 attack/=/VERB+Pres/advcl/5 we/=/PRON/nsubj/5 flee/=/VERB+Pres/root",
     "attack[possible] subj=they ; flee subj=we"),
    ("en", "He/=/PRON/nsubj/4 is/be/AUX+Pres/aux/4 to/=/PART/mark/4 visit/=/VERB+Inf/root Oslo/Oslo/PROPN+GPE/obj/4",
     "visit[planned] subj=He obj=Oslo"),
    ("en", "He/=/PRON/nsubj/2 urged/urge/VERB+Past/root them/=/PRON/iobj/2 to/=/PART/mark/5 leave/=/VERB+Inf/xcomp/2",
     "urge subj=He iobj=them ; leave[planned inf] subj=them"),
    ("nb", "De/=/PRON/nsubj/3 skal/skulle/AUX+Pres/aux/3 angripe/=/VERB+Inf/root", "angripe[planned] subj=De"),
    ("nb", "De/=/PRON/nsubj/3 kan/kunne/AUX+Pres/aux/3 angripe/=/VERB+Inf/root", "angripe[possible] subj=De"),
    ("nb", "De/=/PRON/nsubj/2 planlegger/planlegge/VERB+Pres/root å/=/PART/mark/4 angripe/=/VERB+Inf/xcomp/2",
     "planlegge subj=De ; angripe[planned inf] subj=De"),
    # hearsay is no plan
    ("nb", "Mål/=/NOUN/nsubj:pass/5 skal/skulle/AUX+Pres/aux/5 ha/=/AUX+Inf/aux/5 blitt/bli/AUX+Part/aux:pass/5 angrepet/angripe/VERB+Part/root",
     "angripe[pass] subj=Mål <?"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_what_is_denied_or_planned(language, line, expected):
    found = sorted(render(one) for one in clauses_of(tree_of(line)[0], language) if one.predicate.kind != "noun")
    assert found == sorted(one.strip() for one in expected.split(" ; "))


def test_a_denial_names_its_word_and_its_reach():
    line = "He/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 attack/=/VERB+Inf/root them/=/PRON/obj/4 because/=/SCONJ/mark/8 they/=/PRON/nsubj/8 fled/flee/VERB+Past/advcl/4"
    tree, text = tree_of(line)
    one = clauses_of(tree, "en")[0].negation
    assert (one.cue, text[one.start : one.end]) == ("not", "not")
    assert text[one.scope_start : one.scope_end] == "He did not attack them"
