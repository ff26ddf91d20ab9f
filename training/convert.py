"""Treebanks and entity corpora -> spaCy documents.

CoNLL-U files have entities as BIO tags in MISC (`NER=B-PER`); a sentence with the comment `ner = no` carries no
entity annotation, one without LEMMA..DEPREL no syntax: both layers are then missing, not empty. JSON lines
hold `text` and `entities` as [start, end, label] in code points.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training.labels import MISSING, OUTSIDE

JOINED = 10
Relabel = Callable[[str, str], str]


@dataclass(frozen=True)
class Sentence:
    """One CoNLL-U block: its rows of ten fields, the document it is from, and whether names are marked in it."""

    rows: tuple[tuple[str, ...], ...]
    source: str
    ner: str

    @property
    def has_syntax(self) -> bool:
        """Whether the rows carry heads."""
        return all(row[6] != "_" for row in self.rows)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; ranges of multiword tokens and empty nodes are left out."""
    rows: list[tuple[str, ...]] = []
    comments: dict[str, str] = {}
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            fields = tuple(line.split("\t"))
            if fields[0].isdigit():
                rows.append(fields)
        elif rows:
            yield Sentence(tuple(rows), comments.get("source", ""), comments.get("ner", "gold"))
            rows, comments = [], {}


def join(sentences: Iterable[Sentence], size: int = JOINED) -> Iterator[tuple[Sentence, ...]]:
    """Groups of up to `size` consecutive sentences of one source: a parser learns where sentences end from them.

    Sentences that do and do not have syntax or names are not mixed, since what is missing is so for a whole document.
    """
    for _, group in groupby(sentences, key=lambda s: (s.source, s.ner, s.has_syntax)):
        block = list(group)
        for i in range(0, len(block), size):
            yield tuple(block[i : i + size])


def to_doc(sentences: tuple[Sentence, ...], vocab: Vocab, relabel: Relabel, *, names: bool = True) -> Doc:
    """One document of joined sentences, with the layers that the sentences have.

    Args:
        sentences: As `join` groups them.
        vocab: The vocabulary of the pipeline that is trained.
        relabel: Corpus label and mention -> label, "O" or MISSING.
        names: Whether the entity layer is wanted at all.
    """
    rows = [row for s in sentences for row in s.rows]
    misc = [row[9].split("|") for row in rows]
    spaces = ["SpaceAfter=No" not in m for m in misc]
    layers: dict[str, list[str] | list[int]] = {}
    if all(s.has_syntax for s in sentences):
        layers = {
            "lemmas": [row[2] for row in rows],
            "pos": [row[3] for row in rows],
            "tags": [row[3] for row in rows],
            "morphs": ["" if row[5] == "_" else row[5] for row in rows],
            "heads": list(_heads(sentences)),
            "deps": ["ROOT" if row[7] == "root" else row[7] for row in rows],
        }
    doc = Doc(vocab, words=[row[1] for row in rows], spaces=spaces, **layers)
    if names and all(s.ner != "no" for s in sentences):
        _mark(doc, _spans([_tag(m) for m in misc]), relabel)
    return doc


def _heads(sentences: tuple[Sentence, ...]) -> Iterator[int]:
    """Heads as positions in the joined document; a root is its own head."""
    first = 0
    for sentence in sentences:
        for i, row in enumerate(sentence.rows):
            yield first + (i if row[6] == "0" else int(row[6]) - 1)
        first += len(sentence.rows)


def _tag(misc: list[str]) -> str:
    return next((m.removeprefix("NER=") for m in misc if m.startswith("NER=")), OUTSIDE)


def _spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Token spans of BIO tags; an I that continues nothing begins a span."""
    start = 0
    for i, tag in enumerate([*tags, OUTSIDE]):
        before = tags[i - 1] if i else OUTSIDE
        goes_on = tag.startswith("I-") and before != OUTSIDE and before[2:] == tag[2:]
        if before != OUTSIDE and not goes_on:
            yield start, i, before[2:]
        if not goes_on:
            start = i


def _mark(doc: Doc, spans: Iterable[tuple[int, int, str]], relabel: Relabel) -> None:
    named: list[Span] = []
    missing: list[Span] = []
    for start, end, label in spans:
        new = relabel(label, doc[start:end].text)
        if new == MISSING:
            missing.append(doc[start:end])
        elif new != OUTSIDE:
            named.append(Span(doc, start, end, label=new))
    doc.set_ents(named, missing=missing, default="outside")


def read_marked(path: Path, nlp: Language, size: int = 150) -> Iterator[Doc]:
    """Documents of a JSON lines file, cut at paragraphs into pieces of about `size` words.

    A name whose ends fall inside the tokenizer's words is missing from what is learned.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for start, end in _pieces(record["text"], size):
            doc = nlp.make_doc(record["text"][start:end])
            named: list[Span] = []
            cut: set[int] = set()
            for s, e, label in record["entities"]:
                if start <= s and e <= end:
                    span = doc.char_span(s - start, e - start, label=label)
                    if span is None:
                        cut |= {t.i for t in doc.char_span(s - start, e - start, alignment_mode="expand")}
                    else:
                        named.append(span)
            missing = [doc[i : i + 1] for i in sorted(cut - {t.i for span in named for t in span})]
            doc.set_ents(named, missing=missing, default="outside")
            yield doc


def _pieces(text: str, size: int) -> Iterator[tuple[int, int]]:
    start = end = words = 0
    for paragraph in text.split("\n\n"):
        end += len(paragraph)
        words += len(paragraph.split())
        if words >= size:
            yield start, end
            start, words = end + 2, 0
        end += 2
    if start < len(text):
        yield start, len(text)


def save(docs: Iterable[Doc], path: Path) -> int:
    """Write documents for training; the number of their words."""
    kept = list(docs)
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=kept, store_user_data=False).to_disk(path)
    return sum(len(doc) for doc in kept)
