"""Trees with the mistakes that parsers make, and the clauses that are read out of them all the same."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tests.parse.notation import render, tree_of

CASES = [
    # a weekday or a bare time hung on a noun
    ("en", "They/=/PRON/nsubj/2 fled/flee/VERB+Past/root the/=/DET/det/4 city/=/NOUN/obj/2 on/=/ADP/case/6 Saturday/Saturday/PROPN/nmod/4",
     "flee subj=They obj=the city time:on=Saturday"),
    ("nb", "De/=/PRON/nsubj/2 drepte/drepe/VERB+Past/root to/=/NUM/obj/2 i/=/ADP/case/5 Homs/Homs/PROPN+GPE/obl/2 fredag/=/NOUN/nmod/5",
     "drepe subj=De obj=to place:i=Homs time=fredag"),
    # a year tells which noun is meant
    ("en", "They/=/PRON/nsubj/2 won/win/VERB+Past/root the/=/DET/det/4 election/=/NOUN/obj/2 in/=/ADP/case/6 2013/=/NUM/nmod/4",
     "win subj=They obj=the election in 2013"),
    # an agent hung on the noun before it
    ("en", "Aid/=/NOUN/nsubj:pass/3 was/be/AUX+Past/aux:pass/3 sent/send/VERB+PartPass/root to/=/ADP/case/5 Homs/Homs/PROPN+GPE/obl/3 by/=/ADP/case/7 France/France/PROPN+GPE/nmod/5",
     "send[pass] subj=Aid place:to=Homs ag:by=France"),
    # a verb taken for an adjective
    ("nb", "Han/=/PRON/nsubj/3 fordømte/fordømme/VERB+Past/amod/3 vedtaket/vedtak/NOUN/root", "fordømme subj=Han obj=vedtaket"),
    ("en", "He/=/PRON/nsubj/2 said/say/VERB+Past/root troops/troop/NOUN/nsubj/4 used/use/VERB+PartPass/amod/5 gas/=/NOUN/ccomp/2",
     "say subj=He ; use subj=troops obj=gas <He"),
    # a subject hung on the auxiliary
    ("nb", "Nå/=/ADV/advmod/4 måtte/=/AUX+Past/aux/4 leger/lege/NOUN/nsubj/2 flykte/=/VERB+Inf/root", "flykte time=Nå subj=leger"),
    # a participle without an auxiliary that has a subject is past tense
    ("en", "Troops/troop/NOUN/nsubj/2 entered/enter/VERB+PartPass/root Homs/Homs/PROPN+GPE/obj/2", "enter subj=Troops obj=Homs"),
    # a past form that modifies a noun is a participle
    ("en", "Men/man/NOUN/nsubj/6 wounded/wound/VERB+Past/acl/1 in/=/ADP/case/5 the/=/DET/det/5 blast/=/NOUN/obl/2 died/die/VERB+Past/root",
     "wound[pass] subj=Men obl:in=the blast ; die subj=Men"),
    ("en", "Jets/jet/NOUN/nsubj/3 have/=/AUX+Pres/aux/3 carried/carry/VERB+PartPass/root aid/=/NOUN/obj/3", "carry subj=Jets obj=aid"),
    # a verb taken for a noun
    ("nb", "Soldatene/soldat/NOUN/nsubj/2 angrep/=/NOUN/root en/=/DET/det/4 konvoi/=/NOUN/obj/2", "angripe subj=Soldatene obj=en konvoi"),
    ("en", "The/=/DET/det/2 union/=/NOUN/nsubj/3 plans/plan/NOUN/root to/=/PART/mark/5 strike/=/VERB+Inf/acl/3",
     "plan subj=The union ; strike[planned inf] subj=The union"),
    # a clause around its speaker
    ("en", "The/=/DET/det/2 strike/=/NOUN/obl:unmarked/5 ,/=/PUNCT/punct/2 he/=/PRON/nsubj/5 said/say/VERB+Past/root ,/=/PUNCT/punct/7 killed/kill/VERB+Past/conj/5 ten/=/NUM/obj/7",
     "say subj=he ; kill subj=The strike obj=ten <he"),
    # an invented lemma of a trigger word
    ("nb", "De/=/PRON/nsubj/3 har/ha/AUX+Pres/aux/3 angrepet/angrepe/VERB+Part/root byen/by/NOUN/obj/3", "angripe subj=De obj=byen"),
    # a pronoun that stands for something after all
    ("nb", "Det/det/PRON/expl/2 krysset/krysse/VERB+Past/root bukta/bukt/NOUN/obj/2", "krysse subj=Det obj=bukta"),
    # a speaker behind what is said, hung on as if coordinated
    ("nb", "Flyene/fly/NOUN/nsubj/2 lettet/lette/VERB+Past/root ,/=/PUNCT/punct/4 sier/si/VERB+Pres/conj/2 han/=/PRON/nsubj/4",
     "lette subj=Flyene <han ; si subj=han"),
    ("nb", "De/=/PRON/nsubj/2 kom/komme/VERB+Past/root og/=/CCONJ/cc/4 sa/si/VERB+Past/conj/2 det/=/PRON/obj/4", "komme subj=De ; si subj=De obj=det"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_mistakes_that_can_be_told_are_mended(language, line, expected):
    found = sorted(render(one) for one in clauses_of(tree_of(line)[0], language) if one.predicate.kind != "noun")
    assert found == sorted(one.strip() for one in expected.split(" ; "))
