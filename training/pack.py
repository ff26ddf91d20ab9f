"""Join the halves of a language into what ships: `python -m training.pack nb TREEBANKS TWINS WORK data/models`.

The folder holds arrays, tables and JSON only, nothing that runs: the training part of the configuration,
which names functions of this recipe, is left out.
"""

import argparse
import json
import shutil
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

from tasks.parse.checksums import write_sums
from training.card import card
from training.labels import peoples
from training.lemmas import add_word_list
from training.scores import Scores, score
from training.sources import LICENCE, SOURCES
from training.tokens import RULES

VERSION = "1.0.0"
CORPUS_SECTIONS = ("corpora", "training", "initialize", "pretraining")


def main() -> None:
    """Pack the language that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("twins", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--checkpoint", default="model-last")
    options = parser.parse_args()
    folder = options.work / options.language
    syntax = next(folder / half for half in ("more", "syntax") if (folder / half).exists())
    nlp = combine(syntax / options.checkpoint, folder / "ner" / options.checkpoint)
    add_word_list(nlp, folder / "syntax-train.spacy", peoples(options.treebanks / "voa-ner-train.jsonl"))
    write(nlp, score(nlp, options.treebanks, options.twins), options.models / options.language)


def combine(syntax: Path, ner: Path) -> Language:
    """One pipeline of both halves; the names have an encoder of their own and so come along whole."""
    nlp = spacy.load(syntax)
    RULES[nlp.lang](nlp)  # they may be newer than the checkpoint
    nlp.add_pipe("ner", source=spacy.load(ner))
    return nlp


def write(nlp: Language, scores: Scores, folder: Path) -> None:
    """Write a pipeline, without what only training needs, and its card."""
    if folder.exists():
        shutil.rmtree(folder)
    nlp.meta.update(
        name="news",
        version=VERSION,
        description="Parts of speech, dependencies, lemmas and names of news text, trained on open corpora",
        author="Tidings",
        license=LICENCE[nlp.lang],
        sources=SOURCES[nlp.lang],
        performance=scores,
    )
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    _drop_training(folder)
    _drop_strings(nlp, folder)
    (folder / "MODEL_CARD.md").write_text(card(nlp.lang, scores), encoding="utf-8")
    write_sums(folder)


def _drop_training(folder: Path) -> None:
    config = spacy.util.load_config(folder / "config.cfg")
    for section in CORPUS_SECTIONS:
        config.pop(section, None)
    config["initialize"] = {"vectors": None}
    config["paths"] = {"train": None, "dev": None, "vectors": None}
    config.to_disk(folder / "config.cfg")
    meta = folder / "meta.json"
    values = json.loads(meta.read_text(encoding="utf-8"))
    meta.write_text(json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _drop_strings(nlp: Language, folder: Path) -> None:
    """Keep the strings only that components look up by hash; words of the corpora are not among them."""
    kept: set[str] = set()
    if "trainable_lemmatizer" in nlp.pipe_names:
        trees = srsly.read_msgpack(folder / "trainable_lemmatizer" / "trees")
        kept = {nlp.vocab.strings[tree[part]] for tree in trees["trees"] for part in ("orig", "subst") if part in tree}
    srsly.write_json(folder / "vocab" / "strings.json", sorted(kept))


if __name__ == "__main__":
    main()
