"""How well languages are told apart: accuracy by language and length, speed, and what a confidence is worth.

    python benchmarks/language.py [FOLDER] [--paragraphs N]

FOLDER holds `treebanks/` with nb-train, nn-train, en-train in CoNLL-U and `corpus/en`, `corpus/nb` with texts; without
it only the sentences of `languages.tsv` are read, which were written for this purpose (64 each of Danish and Swedish,
a few of each other language). Paragraphs are one, two and four sentences of one document, joined, and the paragraphs
of the corpus. All candidates read the same paragraphs, in one run on one core.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from lingua import IsoCode639_1, LanguageDetectorBuilder
from py3langid.langid import MODEL_FILE, LanguageIdentifier

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.treebank import documents  # noqa: E402 - the project is not installed for benchmarks
from tasks.settings import REFERENCE  # noqa: E402
from tasks.text.language import detect_language  # noqa: E402
from tasks.text.reference import reference_file  # noqa: E402

Paragraph = tuple[str, str, str]  # language, length class, text
Candidate = Callable[[str], tuple[str, float]]
LENGTHS = (1, 2, 4)
RELATIVES = ("nb", "nn", "da", "sv")
SHOWN = (*RELATIVES, "en", "others")
BINS = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.01)


def paragraphs(folder: Path, count: int) -> Iterator[Paragraph]:
    chance = random.Random(1)
    sources = {tag: documents(path) for tag in ("nb", "nn", "en") if (path := treebank(folder, tag)).is_file()}
    own: dict[str, list[str]] = defaultdict(list)
    for line in (ROOT / "benchmarks" / "languages.tsv").read_text(encoding="utf-8").splitlines():
        tag, sentence = line.split("\t")
        own[tag].append(sentence)
    for tag, texts in [*sources.items(), *((tag, [sentences]) for tag, sentences in own.items())]:
        for length in LENGTHS:
            long_enough = [text for text in texts if len(text) >= length]
            wanted = count if tag in sources else min(count, 3 * len(own[tag]))
            for _ in range(wanted if long_enough else 0):
                text = chance.choice(long_enough)
                start = chance.randrange(len(text) - length + 1)
                yield tag, str(length), " ".join(text[start : start + length])
    for tag in ("nb", "en"):
        lines = [line for path in sorted((folder / "corpus" / tag).glob("*.txt")) for line in news(path)]
        yield from ((tag, "news", line) for line in chance.sample(lines, min(count, len(lines))))


def treebank(folder: Path, tag: str) -> Path:
    return folder / "treebanks" / f"{tag}-train.conllu"


def news(path: Path) -> list[str]:
    """The paragraphs of a text that are long enough to be prose."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 60]


def candidates() -> dict[str, Callable[[], Candidate]]:
    return {
        "lingua, all languages, trigrams": lambda: lingua(None, low=True),
        "lingua, 19 languages, trigrams": lambda: lingua(NINETEEN, low=True),
        "lingua, 19 languages, full": lambda: lingua(NINETEEN, low=False),
        "py3langid, all languages": ngrams,
        "py3langid, then lingua trigrams for nb nn da sv": lambda: two_steps(low=True),
        "py3langid, then lingua full for nb nn da sv": lambda: two_steps(low=False),
        "tidings: py3langid and marking words": lambda: detect_language,
    }


NINETEEN = (*RELATIVES, "en", "de", "nl", "fr", "es", "it", "pt", "pl", "fi", "is", "ru", "uk", "ar", "fa", "tr")


def lingua(tags: tuple[str, ...] | None, *, low: bool) -> Candidate:
    builder = (
        LanguageDetectorBuilder.from_all_languages()
        if tags is None
        else LanguageDetectorBuilder.from_iso_codes_639_1(*(IsoCode639_1.from_str(tag) for tag in tags))
    )
    detector = (builder.with_low_accuracy_mode() if low else builder).build()

    def tell(text: str) -> tuple[str, float]:
        best = detector.compute_language_confidence_values(text)[0]
        return best.language.iso_code_639_1.name.lower(), best.value

    return tell


def ngrams() -> Candidate:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    aliases = reference_file(REFERENCE / "detection.yaml")["aliases"]

    def tell(text: str) -> tuple[str, float]:
        tag, confidence = identifier.classify(text)
        return aliases.get(tag, tag), confidence

    return tell


def two_steps(*, low: bool) -> Candidate:
    fast, special = ngrams(), lingua(RELATIVES, low=low)

    def tell(text: str) -> tuple[str, float]:
        tag, confidence = fast(text)
        return special(text) if tag in RELATIVES else (tag, confidence)

    return tell


def measure(name: str, tell: Candidate, read: list[Paragraph]) -> None:
    tell("Dette er en setning.")
    started = time.process_time()
    told = [tell(text) for _, _, text in read]
    seconds = time.process_time() - started
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for (tag, length, _), (language, _) in zip(read, told, strict=True):
        right[tag if tag in SHOWN else "others", length].append(language == tag)
    print(f"\n{name}: {len(read) / seconds:,.0f} paragraphs/s")
    lengths = [*map(str, LENGTHS), "news"]
    print(f"  {'sentences':10}" + "".join(f"{length:>8}" for length in lengths))
    for tag in SHOWN:
        cells = [f"{100 * sum(r) / len(r):8.1f}" if (r := right[tag, length]) else f"{'-':>8}" for length in lengths]
        print(f"  {tag:10}" + "".join(cells))
    wrong = Counter((tag, got) for (tag, _, _), (got, _) in zip(read, told, strict=True) if tag != got)
    print("  taken for: " + ", ".join(f"{a} as {b} {n}" for (a, b), n in wrong.most_common(6)))
    print(
        "  "
        + reliability([(confidence, tag == got) for (tag, _, _), (got, confidence) in zip(read, told, strict=True)])
    )


def reliability(told: list[tuple[float, bool]]) -> str:
    """For each bin of confidence: how many there are, their mean confidence, and how many are right."""
    lines, gap = [f"{'confidence':>12}{'n':>7}{'said':>8}{'right':>8}"], 0.0
    for low, high in pairwise(BINS):
        inside = [(confidence, right) for confidence, right in told if low <= confidence < high]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            gap += len(inside) / len(told) * abs(said - right)
            lines.append(f"{low:>7}-{min(high, 1):<5}{len(inside):>6}{said:8.3f}{right:8.3f}")
    return "\n  ".join([*lines, f"expected calibration error {gap:.4f}"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--paragraphs", type=int, default=300, help="of each language and length")
    options = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    read = list(paragraphs(options.folder, options.paragraphs))
    print(f"{len(read)} paragraphs, {sum(len(text) for _, _, text in read) // len(read)} characters each")
    for name, make in candidates().items():
        measure(name, make(), read)


if __name__ == "__main__":
    main()
