"""Trees of other pipelines turned into ours."""

# ruff: noqa: E501 - a tree is one line

import pytest

from tasks.parse.build import clauses_of
from tasks.parse.labels import is_clear_nlp, name_label, to_ud
from tests.parse.notation import render, tree_of

CASES = [
    ("Rebels/rebel/NOUN/nsubj/2 shelled/shell/VERB+Past/ROOT/0 the/=/DET/det/4 town/=/NOUN/dobj/2 on/=/ADP/prep/2 Friday/Friday/PROPN/pobj/5",
     "shell subj=Rebels obj=the town time:on=Friday"),
    ("The/=/DET/det/2 town/=/NOUN/nsubjpass/4 was/be/AUX+Past/auxpass/4 shelled/shell/VERB+PartPast/ROOT/0 by/=/ADP/agent/4 rebels/rebel/NOUN/pobj/5",
     "shell[pass] subj=The town ag:by=rebels"),
    ("The/=/DET/det/2 bombing/=/NOUN/nsubj/7 of/=/ADP/prep/2 Homs/Homs/PROPN+GPE/pobj/3 has/have/AUX+Pres/aux/7 not/=/PART/neg/7 ended/end/VERB+PartPast/ROOT/0",
     "bombing[n] obj:of=Homs ; end[not] subj=The bombing of Homs"),
    ("He/=/PRON/nsubj/2 said/say/VERB+Past/ROOT/0 rebels/rebel/NOUN/nsubj/4 fled/flee/VERB+Past/ccomp/2", "say subj=He ; flee subj=rebels <He"),
    ("The/=/DET/det/2 town/=/NOUN/nsubj/3 is/be/AUX+Pres/ROOT/0 empty/=/ADJ/acomp/3", "empty[cop] subj=The town"),
    ("He/=/PRON/nsubj/2 is/be/AUX+Pres/ROOT/0 the/=/DET/det/4 leader/=/NOUN/attr/2 of/=/ADP/prep/4 rebels/rebel/NOUN/pobj/5",
     "leader[cop] subj=He obl:of=rebels"),
    ("People/=/NOUN/nsubj/5 killed/kill/VERB+PartPast/acl/1 by/=/ADP/agent/2 rebels/rebel/NOUN/pobj/3 lay/lie/VERB+Past/ROOT/0",
     "kill[pass part] subj=People ag:by=rebels ; lie subj=People"),
    ("Rebels/rebel/NOUN/nsubj/5 who/=/PRON+Rel/nsubj/3 took/take/VERB+Past/relcl/1 it/=/PRON/dobj/3 fled/flee/VERB+Past/ROOT/0",
     "take subj=Rebels obj=it ; flee subj=Rebels"),
    ("He/=/PRON/nsubj/2 accused/accuse/VERB+Past/ROOT/0 them/=/PRON/dobj/2 of/=/ADP/prep/2 bombing/bomb/VERB+PartPres/pcomp/4 it/=/PRON/dobj/5",
     "accuse subj=He obj=them ; bomb[part] subj=them obj=it <He"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_clear_nlp_trees_give_the_same_clauses(line, expected):
    words = tree_of(line)[0].words
    found = sorted(render(one) for one in clauses_of(to_ud(words), "en"))
    assert found == sorted(one.strip() for one in expected.split(" ; "))


def test_which_labels_are_clear_nlp():
    assert is_clear_nlp(["nsubj", "dobj", "ROOT"])
    assert not is_clear_nlp(["nsubj", "obj", "nsubj:pass", "root"])


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("PERSON", "PER"),
        ("GPE_LOC", "GPE"),
        ("GPE_ORG", "GPE"),
        ("DRV", "NORP"),
        ("DATE", None),
        ("", None),
        ("GPE", "GPE"),
    ],
)
def test_labels_of_names(theirs, ours):
    assert name_label(theirs) == ours
