"""The corpora of one language, as files that `train` reads: `python -m training.prepare nb TREEBANKS TWINS WORK`.

TREEBANKS holds the CoNLL-U and JSON lines files; TWINS Norwegian versions of its English news (`<document>_nb.txt`),
or nothing.

WORK/<language>/ gets syntax-train, syntax-dev, ner-train, ner-dev and a second ner dev set (.spacy).
"""

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.convert import Relabel, join, read_conllu, read_marked, save, to_doc
from training.labels import from_conll, from_norne, peoples
from training.silver import read_names, read_twins, swap
from training.tokens import RULES

# News is what the models are for, and is a third of the English names: it is seen this often in an epoch.
NEWS_REPEATED = 2
TWINS_REPEATED = 4


def main() -> None:
    """Write the corpora of the language that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("twins", type=Path)
    parser.add_argument("work", type=Path)
    options = parser.parse_args()
    sizes = prepare(options.language, options.treebanks, options.twins, options.work / options.language)
    for name, words in sizes.items():
        sys.stdout.write(f"{options.language} {name}: {words} words\n")


def prepare(language: str, treebanks: Path, twins: Path, work: Path) -> dict[str, int]:
    """Write the corpora of a language into `work`; gives the words of each."""
    nlp = spacy.blank(language)
    RULES[language](nlp)
    return {name: save(docs, work / f"{name}.spacy") for name, docs in CORPORA[language](nlp, treebanks, twins)}


def norwegian(nlp: Language, treebanks: Path, twins: Path) -> Iterator[tuple[str, Iterator[Doc]]]:
    """Bokmål; the names of Nynorsk sentences too, since names are the same in both, and names of later news."""
    read = partial(_docs, nlp, relabel=from_norne)
    yield "syntax-train", _with_single_sentences(nlp, treebanks / "nb-train.conllu")
    yield "syntax-dev", read(treebanks / "nb-dev.conllu")
    yield "ner-train", _norwegian_names(nlp, treebanks, twins)
    yield "ner-dev", read(treebanks / "nb-dev.conllu")
    yield "ner-news-dev", read_twins(nlp, treebanks, twins, "dev")


def _norwegian_names(nlp: Language, treebanks: Path, twins: Path) -> Iterator[Doc]:
    own = list(_docs(nlp, treebanks / "nb-train.conllu", from_norne))
    yield from own
    if (treebanks / "nn-train.conllu").exists():
        yield from _docs(nlp, treebanks / "nn-train.conllu", from_norne)
    news = treebanks / "voa-ner-train.jsonl"
    if news.exists():
        yield from swap(own, read_names(news), seed=2016)
        for _ in range(TWINS_REPEATED):
            yield from read_twins(nlp, treebanks, twins, "train")


def english(nlp: Language, treebanks: Path, _twins: Path) -> Iterator[tuple[str, Iterator[Doc]]]:
    """English; names are learned from news and from the open corpora."""
    news = treebanks / "voa-ner-train.jsonl"
    relabel = partial(from_conll, peoples=peoples(news))
    yield "syntax-train", _with_single_sentences(nlp, treebanks / "en-train.conllu")
    # Web text has sentence ends without a stop, which only joined sentences teach.
    yield (
        "more-train",
        (to_doc(b, nlp.vocab, relabel, names=False) for b in join(read_conllu(treebanks / "en-train.conllu"))),
    )
    yield "syntax-dev", _docs(nlp, treebanks / "en-dev.conllu", relabel)
    yield "ner-train", _news_and_open(nlp, news, treebanks / "en-ner-train.conllu", relabel)
    yield "ner-dev", read_marked(treebanks / "voa-ner-dev.jsonl", nlp)
    yield "ner-open-dev", _docs(nlp, treebanks / "en-ner-dev.conllu", relabel)


CORPORA = {"nb": norwegian, "en": english}


def _docs(nlp: Language, path: Path, relabel: Relabel) -> Iterator[Doc]:
    return (to_doc(block, nlp.vocab, relabel) for block in join(read_conllu(path)))


def _with_single_sentences(nlp: Language, path: Path) -> Iterator[Doc]:
    """Joined documents, of which every other one is cut into its sentences: at run time sentences come one by one."""
    for i, block in enumerate(join(read_conllu(path))):
        for part in [(s,) for s in block] if i % 2 else [block]:
            yield to_doc(part, nlp.vocab, from_norne, names=False)


def _news_and_open(nlp: Language, news: Path, open_corpora: Path, relabel: Relabel) -> Iterator[Doc]:
    for _ in range(NEWS_REPEATED):
        yield from read_marked(news, nlp)
    yield from _docs(nlp, open_corpora, relabel)


if __name__ == "__main__":
    main()
