"""How well and how fast the language models parse: scores on dev splits, words a second, share of each component.

    python benchmarks/parse.py [TREEBANKS] [--twins FOLDER] [--models FOLDER] [--language nb] [--texts FOLDER]

Scores need TREEBANKS (default ../shared/treebanks). The speed is that of one core over the sentences of the dev
split, or over the `.txt` files of a folder; each component is timed by itself over the same documents.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # words a second of one core; read when NumPy is imported

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402 - after the number of threads is set
from spacy.language import Language  # noqa: E402

from training.convert import read_conllu  # noqa: E402 - the project is not installed for benchmarks
from training.scores import score  # noqa: E402

WORDS = 30_000  # as many are timed: some seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, nargs="?", default=ROOT.parent / "shared" / "treebanks")
    parser.add_argument("--twins", type=Path, default=ROOT.parent / "shared" / "train" / "nb-parallel")
    parser.add_argument("--models", type=Path, default=ROOT / "data" / "models")
    parser.add_argument("--language", choices=("nb", "en"), action="append")
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    for language in options.language or ("nb", "en"):
        nlp = spacy.load(options.models / language)
        print(f"== {language} {nlp.meta['name']} {nlp.meta['version']} (spaCy {spacy.__version__})")
        for name, values in score(nlp, options.treebanks, options.twins).items():
            print(f"{name:<14}" + "  ".join(f"{measure} {value:.3f}" for measure, value in values.items()))
        texts = _texts(options.texts) if options.texts else _sentences(options.treebanks / f"{language}-dev.conllu")
        speed(nlp, texts)


def speed(nlp: Language, texts: list[str]) -> None:
    """Print words a second of processor time, and what part of it each component takes."""
    list(nlp.pipe(texts[:20]))
    spent = {}
    started = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    spent["tokenizer"] = time.process_time() - started
    words = sum(len(doc) for doc in docs)
    for name, component in nlp.pipeline:
        started = time.process_time()
        docs = list(component.pipe(docs, batch_size=nlp.batch_size))
        spent[name] = time.process_time() - started
    total = sum(spent.values())
    print(f"speed         {words / total:,.0f} words/s over {words:,} words in {len(texts):,} texts")
    print("share         " + "  ".join(f"{name} {seconds / total:.0%}" for name, seconds in spent.items()))


def _sentences(path: Path) -> list[str]:
    texts = []
    for sentence in read_conllu(path):
        blanks = ("" if "SpaceAfter=No" in row[9] else " " for row in sentence.rows)
        texts.append("".join(row[1] + blank for row, blank in zip(sentence.rows, blanks, strict=True)).strip())
    return _first(texts)


def _texts(folder: Path) -> list[str]:
    return _first([path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))])


def _first(texts: list[str]) -> list[str]:
    words, kept = 0, []
    for text in texts:
        if words > WORDS:
            break
        kept.append(text)
        words += len(text.split())
    return kept


if __name__ == "__main__":
    main()
