"""What holds for any tree, however wrong."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.parse.build import clauses_of
from tasks.parse.labels import to_ud
from tasks.parse.tree import Word, tree

LABELS = (
    "root", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "acl", "acl:relcl", "advcl",
    "xcomp", "ccomp", "csubj", "conj", "cc", "aux", "aux:pass", "cop", "case", "mark", "advmod", "amod", "det", "punct",
    "parataxis", "appos", "flat", "compound", "compound:prt", "expl", "fixed", "nummod", "dep", "prep", "pobj", "attr",
)  # fmt: skip
PARTS = ("VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "SCONJ", "CCONJ", "PART", "DET", "NUM", "PUNCT")
FORMS = (
    "said", "attack", "attacks", "bombing", "according", "to", "not", "no", "will", "skal", "ha", "ifølge", "angrep",
    "flyangrep", "drept", "som", "that", "at", "av", "by", "ikke", "uten", "om", "Aleppo", "i", "går", "2016", ",", "“",
    "sier", "heter", "det", "russiske", "og", "syriske", "fly", "failed", "nekter", "for", "å", "which", "reportedly",
)  # fmt: skip
FEATS = (
    {},
    {"VerbForm": "Fin", "Tense": "Past"},
    {"VerbForm": "Inf"},
    {"VerbForm": "Part"},
    {"PronType": "Rel"},
    {"Voice": "Pass"},
)


@st.composite
def sentences(draw):
    size = draw(st.integers(0, 14))
    words, at = [], 0
    for index in range(size):
        form = draw(st.sampled_from(FORMS))
        head = draw(st.integers(-1, size)) if draw(st.booleans()) else index
        upos, label = draw(st.sampled_from(PARTS)), draw(st.sampled_from(LABELS))
        words.append(Word(form, form, upos, draw(st.sampled_from(FEATS)), head, label, at, at + len(form)))
        at += len(form) + draw(st.integers(0, 1))
    return words


@given(sentences(), st.sampled_from(("nb", "en")))
@settings(max_examples=300)
def test_any_tree_gives_sound_clauses(words, language):
    one = tree(words)
    found = clauses_of(one, language)
    assert found == clauses_of(one, language)
    assert [clause.number for clause in found] == list(range(len(found)))
    starts = {word.start for word in words}
    for clause in found:
        assert clause.start <= clause.predicate.start < clause.predicate.end <= clause.end
        assert clause.parent is None or found[clause.parent].number != clause.number
        for role in clause.roles:
            assert role.start in starts
            assert role.start <= role.head_start < role.head_end <= role.end
        if clause.negation is not None:
            assert clause.negation.scope_start <= clause.negation.scope_end


@given(sentences())
def test_any_tree_can_be_turned_from_clear_nlp(words):
    clauses_of(to_ud(tree(words).words), "en")


@given(sentences())
def test_heads_outside_the_sentence_and_rings_become_roots(words):
    one = tree(words)
    assert all(0 <= word.head < len(words) for word in one.words)
    for index in range(len(words)):
        assert len(list(one.above(index))) < len(words)


def test_long_sentences_cost_no_more_than_they_must():
    chain = [
        Word("said", "say", "VERB", {"VerbForm": "Fin"}, max(0, at - 1), "ccomp" if at else "root", 5 * at, 5 * at + 4)
        for at in range(400)
    ]
    started = time.process_time()
    assert len(clauses_of(tree(chain), "en")) == 400
    assert time.process_time() - started < 10  # takes well under a second; the cube of the length would take minutes
