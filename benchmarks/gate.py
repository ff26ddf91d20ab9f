"""What the gate costs and gains: words a second of the pipeline over all sentences, and over those that it keeps.

    python benchmarks/gate.py [FOLDER] [--models DIR] [--documents N]

FOLDER holds `nb/` and `en/` with texts whose first words are the keyword `date` and a date. Sentences that hold a
trigger of the events room and are passed by are counted as lost and printed; there should be none.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.events.tokens import read_sentence  # noqa: E402 - the project is not installed for benchmarks
from tasks.events.triggers import find_triggers  # noqa: E402
from tasks.parse.build import clauses_of  # noqa: E402
from tasks.parse.gate import worth_parsing  # noqa: E402
from tasks.parse.models import ModelChoice, load_model  # noqa: E402
from tasks.parse.parse import SentenceText, parse_trees  # noqa: E402
from tasks.read.raw import RawDocument  # noqa: E402
from tasks.settings import MODELS  # noqa: E402
from tasks.text.analyse import analyse  # noqa: E402
from tasks.text.document import Document  # noqa: E402


def documents(folder: Path, language: str, limit: int) -> list[Document]:
    found = []
    for path in sorted(folder.glob("*.txt"))[:limit]:
        text = path.read_text(encoding="utf-8").split(maxsplit=2)[-1]
        found.append(analyse(RawDocument(path.stem, "corpus", path.name, "", None, text, language=language)))
    return found


def texts(document: Document, language: str, numbers: Iterable[int]) -> list[str]:
    chosen = (document.sentences[number] for number in numbers)
    own = (one for one in chosen if document.segments[one.segment_no].language == language)
    return [document.text[one.start : one.end] for one in own]


def lost(document: Document, language: str, kept: set[int]) -> list[str]:
    found = []
    for number, sentence in enumerate(document.sentences):
        if number not in kept and document.segments[sentence.segment_no].language == language:
            read = read_sentence(document.text, sentence, number=number, language=language)
            if find_triggers(read):
                found.append(document.text[sentence.start : sentence.end])
    return found


def parse(sentences: list[str], language: str, models: ModelChoice) -> tuple[float, float]:
    """Seconds of the pipeline, and of the clauses that are read out of its trees."""
    started = time.process_time()
    trees = [tree for _, tree in parse_trees(map(SentenceText, sentences), language, models)]
    parsed = time.process_time()
    for tree in trees:
        clauses_of(tree, language)
    return parsed - started, time.process_time() - parsed


def measure(language: str, found: list[Document], models: ModelChoice) -> list[float]:
    every = [text for one in found for text in texts(one, language, range(len(one.sentences)))]
    worth_parsing(found[0])  # loads the lexicon
    started = time.process_time()
    numbers = [worth_parsing(one) for one in found]
    gate = time.process_time() - started
    kept = [text for one, own in zip(found, numbers, strict=True) for text in texts(one, language, own)]
    missed = [text for one, own in zip(found, numbers, strict=True) for text in lost(one, language, set(own))]
    load_model(language, models)
    plain, plain_clauses = parse(every, language, models)
    gated, clauses = parse(kept, language, models)
    words, kept_words = (sum(len(text.split()) for text in group) for group in (every, kept))
    print(
        f"{language}: {len(found)} documents, {len(every)} sentences, {words} words; kept {len(kept) / len(every):.1%}"
    )
    print(f"    of the sentences, {kept_words / words:.1%} of the words; sentences with a trigger lost: {len(missed)}")
    print(f"    gate {words / gate:,.0f} words/s, pipeline {words / plain:,.0f}, clauses {words / plain_clauses:,.0f}")
    gain, with_clauses = plain / (gate + gated), (plain + plain_clauses) / (gate + gated + clauses)
    rate = f"{words / (gate + gated):,.0f} words/s"
    print(f"    with the gate {rate}: {gain:.1f} x the pipeline; with clauses {with_clauses:.1f} x")
    print(*(f"    lost: {text}" for text in missed), sep="\n")
    return [words, gate, plain, plain_clauses, gated, clauses]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    models = ModelChoice(options.models)
    folders = [one for one in sorted(options.folder.iterdir()) if one.is_dir() and models.reads(one.name)]
    rows = [measure(one.name, documents(one, one.name, options.documents), models) for one in folders]
    words, gate, plain, plain_clauses, gated, clauses = map(sum, zip(*rows, strict=True))
    print(f"both: pipeline alone {words / plain:,.0f} words/s a core, with the gate {words / (gate + gated):,.0f}")
    with_clauses = (plain + plain_clauses) / (gate + gated + clauses)
    print(f"    {plain / (gate + gated):.2f} x the pipeline, {with_clauses:.2f} x with clauses")
    whole = gate + gated + clauses
    shares = (("gate", gate), ("pipeline", gated), ("clauses", clauses))
    print("    share of time: " + ", ".join(f"{name} {seconds / whole:.0%}" for name, seconds in shares))


if __name__ == "__main__":
    main()
