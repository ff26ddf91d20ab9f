"""Reported speech, out of trees made by hand."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tests.parse.notation import render, tree_of

CASES = [
    ("en", "He/=/PRON/nsubj/2 said/say/VERB+Past/root that/=/SCONJ/mark/5 rebels/rebel/NOUN/nsubj/5 fled/flee/VERB+Past/ccomp/2",
     "say subj=He ; flee subj=rebels <He"),
    ("en", "“/=/PUNCT/punct/3 Rebels/rebel/NOUN/nsubj/3 fled/flee/VERB+Past/ccomp/6 ,/=/PUNCT/punct/3 ”/=/PUNCT/punct/3 said/say/VERB+Past/root SOHR/SOHR/PROPN+ORG/nsubj/6",
     "say subj=SOHR ; flee subj=Rebels <SOHR"),
    ("en", "Rebels/rebel/NOUN/nsubj/6 ,/=/PUNCT/punct/4 he/=/PRON/nsubj/4 said/say/VERB+Past/parataxis/6 ,/=/PUNCT/punct/4 fled/flee/VERB+Past/root",
     "say subj=he ; flee subj=Rebels <he"),
    ("en", "Rebels/rebel/NOUN/nsubj/2 fled/flee/VERB+Past/root ,/=/PUNCT/punct/6 according/=/VERB/case/6 to/=/ADP/fixed/4 SOHR/SOHR/PROPN+ORG/obl/2",
     "flee subj=Rebels obl:according to=SOHR <SOHR"),
    ("en", "According/=/VERB/case/3 to/=/ADP/fixed/1 SOHR/SOHR/PROPN+ORG/obl/6 ,/=/PUNCT/punct/3 rebels/rebel/NOUN/nsubj/6 fled/flee/VERB+Past/root and/=/CCONJ/cc/9 troops/troop/NOUN/nsubj/9 followed/follow/VERB+Past/conj/6",
     "flee obl:according to=SOHR subj=rebels <SOHR ; follow subj=troops <SOHR"),
    # a report within a report
    ("en", "SOHR/SOHR/PROPN+ORG/nsubj/2 said/say/VERB+Past/root that/=/SCONJ/mark/5 activists/activist/NOUN/nsubj/5 reported/report/VERB+Past/ccomp/2 that/=/SCONJ/mark/8 rebels/rebel/NOUN/nsubj/8 fled/flee/VERB+Past/ccomp/5",
     "say subj=SOHR ; report subj=activists <SOHR ; flee subj=rebels <activists <SOHR"),
    ("en", "Moscow/Moscow/PROPN+GPE/nsubj/2 denied/deny/VERB+Past/root that/=/SCONJ/mark/5 jets/jet/NOUN/nsubj/5 attacked/attack/VERB+Past/ccomp/2",
     "deny subj=Moscow ; attack subj=jets <!Moscow"),
    ("en", "Moscow/Moscow/PROPN+GPE/nsubj/2 denied/deny/VERB+Past/root having/have/AUX+PartPres/aux/4 bombed/bomb/VERB+PartPast/xcomp/2 it/=/PRON/obj/4",
     "deny subj=Moscow ; bomb[part] subj=Moscow obj=it <!Moscow"),
    ("en", "Rebels/rebel/NOUN/nsubj/3 reportedly/=/ADV/advmod/3 fled/flee/VERB+Past/root", "flee subj=Rebels <?"),
    ("en", "Ministers/minister/NOUN/nsubj/4 and/=/CCONJ/cc/3 generals/general/NOUN/conj/1 said/say/VERB+Past/root rebels/rebel/NOUN/nsubj/6 fled/flee/VERB+Past/ccomp/4",
     "say subj=Ministers subj=generals ; flee subj=rebels <Ministers + generals"),
    ("en", "It/=/PRON/expl/3 was/be/AUX+Past/aux:pass/3 reported/report/VERB+PartPass/root that/=/SCONJ/mark/6 rebels/rebel/NOUN/nsubj/6 fled/flee/VERB+Past/ccomp/3",
     "report[pass] ; flee subj=rebels <?"),
    # what a speaker's relative clause says is the writer's
    ("en", "Rebels/rebel/NOUN/nsubj/2 fled/flee/VERB+Past/ccomp/4 ,/=/PUNCT/punct/2 said/say/VERB+Past/root Ali/Ali/PROPN+PER/nsubj/4 ,/=/PUNCT/punct/8 who/=/PRON+Rel/nsubj/8 left/leave/VERB+Past/acl:relcl/5",
     "say subj=Ali ; flee subj=Rebels <Ali ; leave subj=Ali"),
    ("nb", "Flyene/fly/NOUN/nsubj/2 angrep/angripe/VERB+Past/ccomp/4 ,/=/PUNCT/punct/2 sier/si/VERB+Pres/root Mollekleiv/Mollekleiv/PROPN+PER/nsubj/4",
     "si subj=Mollekleiv ; angripe subj=Flyene <Mollekleiv"),
    ("nb", "Flyene/fly/NOUN/nsubj/2 angrep/angripe/VERB+Past/root ,/=/PUNCT/punct/4 sier/si/VERB+Pres/parataxis/2 Mollekleiv/Mollekleiv/PROPN+PER/nsubj/4",
     "si subj=Mollekleiv ; angripe subj=Flyene <Mollekleiv"),
    ("nb", "SOHR/SOHR/PROPN+ORG/nsubj/2 melder/melde/VERB+Pres/root at/=/SCONJ/mark/5 fly/=/NOUN/nsubj/5 angrep/angripe/VERB+Past/ccomp/2",
     "melde subj=SOHR ; angripe subj=fly <SOHR"),
    ("nb", "Ifølge/=/ADP/case/2 SOHR/SOHR/PROPN+ORG/obl/3 angrep/angripe/VERB+Past/root flyene/fly/NOUN/nsubj/3 byen/by/NOUN/obj/3",
     "angripe obl:ifølge=SOHR subj=flyene obj=byen <SOHR"),
    ("nb", "I/=/ADP/case/2 følge/=/NOUN/obl/4 SOHR/SOHR/PROPN+ORG/nmod/2 angrep/angripe/VERB+Past/root flyene/fly/NOUN/nsubj/4",
     "angripe obl:i=følge SOHR subj=flyene <SOHR"),
    ("nb", "Flyene/fly/NOUN/nsubj/2 angrep/angripe/VERB+Past/ccomp/4 ,/=/PUNCT/punct/2 heter/hete/VERB+Pres/root det/=/PRON/expl/4 i/=/ADP/case/8 en/=/DET/det/8 pressemelding/=/NOUN/obl/4",
     "hete obl:i=en pressemelding ; angripe subj=Flyene <en pressemelding"),
    ("nb", "Flyene/fly/NOUN/nsubj/4 skal/skulle/AUX+Pres/aux/4 ha/=/AUX+Inf/aux/4 angrepet/angripe/VERB+Part/root ,/=/PUNCT/punct/6 melder/melde/VERB+Pres/parataxis/4 NTB/NTB/PROPN+ORG/nsubj/6",
     "melde subj=NTB ; angripe subj=Flyene <? <NTB"),
    ("nb", "Moskva/Moskva/PROPN+GPE/nsubj/2 anklaget/anklage/VERB+Past/root opprørere/opprører/NOUN/obj/2 for/=/ADP/case/6 å/=/PART/mark/6 bruke/=/VERB+Inf/advcl/2 skjold/=/NOUN/obj/6",
     "anklage subj=Moskva obj=opprørere ; bruke[inf] subj=opprørere obj=skjold <Moskva"),
    # the same, hung on the object
    ("nb", "Moskva/Moskva/PROPN+GPE/nsubj/2 anklaget/anklage/VERB+Past/root opprørere/opprører/NOUN/obj/2 for/=/ADP/case/6 å/=/PART/mark/6 bruke/=/VERB+Inf/acl/3 skjold/=/NOUN/obj/6",
     "anklage subj=Moskva obj=opprørere ; bruke[inf] subj=opprørere obj=skjold <Moskva"),
    # a stated clause that hangs on a noun is no relative clause
    ("en", "They/=/PRON/nsubj/2 said/say/VERB+Past/root on/=/ADP/case/4 Facebook/Facebook/PROPN/obl/2 that/=/SCONJ/mark/7 rebels/rebel/NOUN/nsubj/7 fled/flee/VERB+Past/acl:relcl/4",
     "say subj=They obl:on=Facebook ; flee subj=rebels <They"),
    ("nb", "Han/=/PRON/nsubj/2 hevder/hevde/VERB+Pres/root å/=/PART/mark/5 ha/=/AUX+Inf/aux/5 sett/se/VERB+Part/xcomp/2 dem/=/PRON/obj/5",
     "hevde subj=Han ; se[inf] subj=Han obj=dem <Han"),
    ("nb", "Han/=/PRON/nsubj/2 nekter/nekte/VERB+Pres/root for/=/ADP/case/6 å/=/PART/mark/6 ha/=/AUX+Inf/aux/6 drept/drepe/VERB+Part/advcl/2 henne/=/PRON/obj/6",
     "nekte subj=Han ; drepe[inf] subj=Han obj=henne <!Han"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_who_is_made_responsible(language, line, expected):
    found = sorted(render(one) for one in clauses_of(tree_of(line)[0], language) if one.predicate.kind != "noun")
    assert found == sorted(one.strip() for one in expected.split(" ; "))


def test_a_report_names_its_verb_and_its_clause():
    tree, text = tree_of(CASES[0][1])
    said, fled = clauses_of(tree, "en")
    assert (fled.report.kind, fled.report.cue, fled.report.clause) == ("verb", "say", said.number)
    assert text[fled.report.cue_start : fled.report.cue_end] == "said"
    assert (fled.relation, fled.parent) == ("content", said.number)


def test_a_denied_report_is_told_from_a_denial():
    line = "He/=/PRON/nsubj/4 did/do/AUX+Past/aux/4 not/=/PART+Neg/advmod/4 say/=/VERB+Inf/root they/=/PRON/nsubj/6 fled/flee/VERB+Past/ccomp/4"
    report = clauses_of(tree_of(line)[0], "en")[-1].report
    assert (report.negated, report.denied) == (True, False)
