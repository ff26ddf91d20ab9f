"""How good a pipeline is, against the dev splits of the treebanks; texts are tokenised anew, as at run time."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.convert import Sentence, join, read_conllu, read_marked, to_doc
from training.labels import MISSING, from_norne
from training.silver import read_twins

# Syntax dev files, name -> (file, relabelling); the CoNLL corpus knows one label for all places and none for peoples.
PLACES = {"GPE": "LOC", "FAC": "LOC"}
CONLL = ("PER", "ORG", "LOC")
SYNTAX = {
    "POS": "pos_acc",
    "features": "morph_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences F": "sents_f",
    "words F": "token_f",
}
Counts = dict[str, list[int]]
Scores = dict[str, dict[str, float]]


def score(nlp: Language, treebanks: Path, twins: Path) -> Scores:
    """Scores between 0 and 1: "syntax" and each corpus of names -> measure -> value.

    Args:
        nlp: A pipeline of ours.
        treebanks: The folder with the dev files.
        twins: The folder with Norwegian versions of marked English news, or nothing.
    """
    sentences = list(read_conllu(treebanks / f"{nlp.lang}-dev.conllu"))
    # Tidings parses sentence by sentence; other users, and most published scores, let the parser find the ends.
    found = {"syntax": _syntax(nlp, join(sentences)), "sentences given": _syntax(nlp, join(sentences, 1))}
    found["sentences given"].pop("sentences F")
    for name, documents, merged in _names(nlp, treebanks, twins):
        found[name] = _entities(nlp, documents, merged=merged)
    return found


def _syntax(nlp: Language, blocks: Iterable[tuple[Sentence, ...]]) -> dict[str, float]:
    gold = [to_doc(block, nlp.vocab, _as_is, names=False) for block in blocks]
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    return {name: round(scores[key], 4) for name, key in SYNTAX.items()}


def _names(nlp: Language, treebanks: Path, twins: Path) -> Iterable[tuple[str, list[Doc], bool]]:
    if (treebanks / f"{nlp.lang}-ner-dev.conllu").exists():
        yield "news", list(read_marked(treebanks / "voa-ner-dev.jsonl", nlp)), False
        yield "open corpora", list(_treebank(nlp, treebanks / f"{nlp.lang}-ner-dev.conllu", _as_is)), True
    else:
        yield "treebank", list(_treebank(nlp, treebanks / f"{nlp.lang}-dev.conllu", from_norne)), False
        later = list(read_twins(nlp, treebanks, twins, "dev"))
        if later:
            yield "later news", later, False


def _as_is(label: str, _text: str) -> str:
    return label if label in CONLL else MISSING


def _treebank(nlp: Language, path: Path, relabel: Callable[[str, str], str]) -> Iterable[Doc]:
    return (to_doc(block, nlp.vocab, relabel) for block in join(read_conllu(path)))


def _entities(nlp: Language, gold: list[Doc], *, merged: bool) -> dict[str, float]:
    """Precision, recall and F1 of whole names, and F1 by label; names in spans without annotation count not."""
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    for found, doc in zip(nlp.pipe(d.text for d in gold), gold, strict=True):
        unknown = {i for t in doc if t.ent_iob == 0 for i in range(t.idx, t.idx + len(t))}
        right = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        given = {
            (e.start_char, e.end_char, PLACES.get(e.label_, e.label_) if merged else e.label_)
            for e in found.ents
            if not unknown & set(range(e.start_char, e.end_char))
        }
        if merged:
            given = {name for name in given if name[2] in CONLL}
        for place, names in enumerate((given & right, given - right, right - given)):
            for _, _, label in names:
                counts[label][place] += 1
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    precision, recall, f1 = _rates(total)
    by_label = {f"F {label}": round(_rates(c)[2], 4) for label, c in sorted(counts.items())}
    return {"P": round(precision, 4), "R": round(recall, 4), "F": round(f1, 4), **by_label}


def _rates(counts: list[int]) -> tuple[float, float, float]:
    right, wrong, missed = counts
    return (
        right / (right + wrong) if right + wrong else 0.0,
        right / (right + missed) if right + missed else 0.0,
        2 * right / (2 * right + wrong + missed) if right + wrong + missed else 0.0,
    )
