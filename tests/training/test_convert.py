import json

import pytest
import spacy

from training.convert import join, read_conllu, read_marked, to_doc
from training.labels import MISSING, OUTSIDE, from_norne

WHOLE = """\
# sent_id = 1
# text = Ola bor i Oslo.
# source = a:1
1\tOla\tOla\tPROPN\tsubst\tGender=Masc\t2\tnsubj\t_\tNER=B-PER
2\tbor\tbo\tVERB\tverb\tMood=Ind|Tense=Pres\t0\troot\t_\t_
3\ti\ti\tADP\tprep\t_\t4\tcase\t_\t_
4\tOslo\tOslo\tPROPN\tsubst\t_\t2\tobl\t_\tNER=B-GPE_LOC|SpaceAfter=No
5\t.\t$.\tPUNCT\tclb\t_\t2\tpunct\t_\t_

# sent_id = 2
# source = a:1
1-2\tkan't\t_\t_\t_\t_\t_\t_\t_\t_
1\tkan\tkunne\tVERB\tverb\t_\t0\troot\t_\tSpaceAfter=No
2\t't\tikke\tPART\tadv\t_\t1\tadvmod\t_\t_
2.1\ttom\ttom\tVERB\tverb\t_\t_\t_\t_\t_

"""
UNMARKED = WHOLE.replace("# source = a:1", "# source = a:1\n# ner = no")
NAMES_ONLY = """\
# source = b:1
# ner = gold
1\tRed\t_\t_\t_\t_\t_\t_\t_\tNER=B-ORG
2\tCross\t_\t_\t_\t_\t_\t_\t_\tNER=I-ORG
3\tcame\t_\t_\t_\t_\t_\t_\t_\t_
"""


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("nb")


def blocks(tmp_path, text, size=10):
    path = tmp_path / "sample.conllu"
    path.write_text(text, encoding="utf-8")
    return list(join(read_conllu(path), size))


def keep(label, _):
    return label


def names(doc):
    return [(e.text, e.label_) for e in doc.ents]


def test_sentences_of_a_source_are_joined_with_their_spacing_and_heads(tmp_path, nlp):
    [block] = blocks(tmp_path, WHOLE)
    doc = to_doc(block, nlp.vocab, from_norne)
    assert doc.text.rstrip() == "Ola bor i Oslo. kan't"
    assert [t.head.i for t in doc] == [1, 1, 3, 1, 1, 5, 5]
    assert [t.dep_ for t in doc] == ["nsubj", "ROOT", "case", "obl", "punct", "ROOT", "advmod"]
    assert [s.text for s in doc.sents] == ["Ola bor i Oslo.", "kan't"]
    assert [t.lemma_ for t in doc] == ["Ola", "bo", "i", "Oslo", "$.", "kunne", "ikke"]
    assert [t.pos_ for t in doc] == ["PROPN", "VERB", "ADP", "PROPN", "PUNCT", "VERB", "PART"]
    assert str(doc[1].morph) == "Mood=Ind|Tense=Pres"
    assert names(doc) == [("Ola", "PER"), ("Oslo", "GPE")]


def test_words_that_the_tokenizer_cuts_otherwise_are_aligned(tmp_path, nlp):
    [block] = blocks(tmp_path, WHOLE)
    gold = to_doc(block, nlp.vocab, from_norne)
    example = spacy.training.Example(nlp.make_doc(gold.text), gold)
    assert "kan't" in [t.text for t in example.predicted]
    assert example.get_aligned("POS", as_string=True)[:5] == ["PROPN", "VERB", "ADP", "PROPN", "PUNCT"]


@pytest.mark.parametrize(
    ("sizes", "size", "expected"),
    [
        ({"a": 23}, 10, [10, 10, 3]),
        ({"a": 4, "b": 7}, 10, [4, 7]),
        ({"a": 3}, 1, [1, 1, 1]),
        ({"a": 10}, 10, [10]),
    ],
)
def test_ten_sentences_are_joined_and_never_two_sources(tmp_path, sizes, size, expected):
    row = "1\tJa\tja\tINTJ\t_\t_\t0\troot\t_\t_\n\n"
    text = "".join(f"# source = {source}\n{row}" for source, n in sizes.items() for _ in range(n))
    assert [len(block) for block in blocks(tmp_path, text, size)] == expected


def test_sentences_with_and_without_names_are_not_joined(tmp_path):
    assert [len(block) for block in blocks(tmp_path, WHOLE + UNMARKED)] == [2, 2]


def test_unmarked_sentences_have_missing_names_not_none(tmp_path, nlp):
    [block] = blocks(tmp_path, UNMARKED)
    doc = to_doc(block, nlp.vocab, from_norne)
    assert not doc.has_annotation("ENT_IOB")
    assert {t.ent_iob_ for t in doc} == {""}
    assert doc.has_annotation("DEP")


def test_marked_sentences_have_outside_words(tmp_path, nlp):
    [block] = blocks(tmp_path, WHOLE)
    assert [t.ent_iob_ for t in to_doc(block, nlp.vocab, from_norne)] == ["B", "O", "O", "B", "O", "O", "O"]


def test_files_of_names_only_have_missing_syntax(tmp_path, nlp):
    [block] = blocks(tmp_path, NAMES_ONLY)
    doc = to_doc(block, nlp.vocab, keep)
    assert names(doc) == [("Red Cross", "ORG")]
    assert not any(doc.has_annotation(layer) for layer in ("DEP", "POS", "LEMMA", "MORPH", "SENT_START"))


@pytest.mark.parametrize(("new", "iob"), [("PER", "B"), (OUTSIDE, "O"), (MISSING, "")])
def test_a_label_may_become_another_none_or_missing(tmp_path, nlp, new, iob):
    [block] = blocks(tmp_path, WHOLE)
    assert to_doc(block, nlp.vocab, lambda *_: new)[0].ent_iob_ == iob


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-PER I-PER O", ["a b"]),
        ("B-PER B-PER O", ["a", "b"]),
        ("O I-ORG I-ORG", ["b c"]),
        ("B-PER I-ORG O", ["a", "b"]),
        ("O O B-ORG", ["c"]),
        ("B-PER I-PER I-PER", ["a b c"]),
    ],
)
def test_bio_tags_become_spans(tmp_path, nlp, tags, spans):
    rows = zip("abc", tags.split(), strict=True)
    text = "".join(f"{i}\t{w}\t_\t_\t_\t_\t_\t_\t_\tNER={t}\n" for i, (w, t) in enumerate(rows, 1)).replace(
        "NER=O", "_"
    )
    [block] = blocks(tmp_path, text)
    assert [e.text for e in to_doc(block, nlp.vocab, keep).ents] == spans


def marked(tmp_path, text, entities, **options):
    path = tmp_path / "sample.jsonl"
    path.write_text(json.dumps({"doc": "x", "text": text, "entities": entities}) + "\n", encoding="utf-8")
    return list(read_marked(path, spacy.blank("en"), **options))


def test_marked_text_is_cut_at_paragraphs_and_keeps_its_names(tmp_path):
    text = "Ann came to Rome.\n\nBob left Bonn."
    entities = [
        [text.index(n), text.index(n) + len(n), label]
        for n, label in (("Ann", "PER"), ("Rome", "GPE"), ("Bob", "PER"), ("Bonn", "GPE"))
    ]
    docs = marked(tmp_path, text, entities, size=3)
    assert [doc.text for doc in docs] == ["Ann came to Rome.", "Bob left Bonn."]
    assert [names(doc) for doc in docs] == [[("Ann", "PER"), ("Rome", "GPE")], [("Bob", "PER"), ("Bonn", "GPE")]]
    [whole] = marked(tmp_path, text, entities)
    assert len(whole.ents) == 4


def test_a_name_inside_a_token_is_missing(tmp_path):
    [doc] = marked(tmp_path, "The IStanbulers left.", [[4, 6, "ORG"]])
    assert not doc.ents
    assert [t.ent_iob_ for t in doc] == ["O", "", "O", "O"]
