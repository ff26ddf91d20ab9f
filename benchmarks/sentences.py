"""How well sentence ends are found: precision, recall and F1 against the sentences of treebanks.

    python benchmarks/sentences.py [FOLDER] [--show N]

FOLDER holds `treebanks/` with CoNLL-U files. The sentences of a document are joined with blanks and split again. The
first row of a file counts the ends that have a stop (`. ! ? …`), the second all, among them headings and list items
that the joining robs of their line ends.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.treebank import documents  # noqa: E402 - the project is not installed for benchmarks
from tasks.text.sentences import sentences  # noqa: E402

FILES = (("nb", "nb-train"), ("nb", "nb-dev"), ("nn", "nn-train"), ("en", "en-train"), ("en", "en-dev"))
STOPS = (".", "!", "?", "…")
CLOSES = "\"'”’»)] "


def measure(tag: str, path: Path, show: int) -> None:
    found = {"with a stop": [0, 0, 0], "all": [0, 0, 0]}
    wrong, characters, started = [], 0, time.process_time()
    for document in documents(path):
        text = " ".join(document)
        characters += len(text)
        ends, unstopped, at = set(), set(), -1
        for sentence in document:
            at += 1 + len(sentence)
            ends.add(at)
            if not sentence.rstrip(CLOSES).endswith(STOPS):
                unstopped.add(at)
        told = {end for _, end in sentences(text, 0, len(text), tag)}
        for counted, left_out in zip(found.values(), (unstopped, set()), strict=True):
            a, b = ends - left_out, told - left_out
            for place, number in enumerate((len(a & b), len(b - a), len(a - b))):
                counted[place] += number
        wrong += [("too many", text, end) for end in told - ends]
        wrong += [("missed", text, end) for end in ends - told - unstopped]
    seconds = time.process_time() - started
    for what, (hit, extra, missed) in found.items():
        precision, recall = hit / (hit + extra), hit / (hit + missed)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{path.stem:10} {what:12} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({hit + missed} ends)")
    print(f"{'':10} {characters / seconds / 1e6:.1f} million characters/s, reading the file included")
    for kind, text, end in wrong[:: max(1, len(wrong) // show)][:show] if show else ():
        print(f"  {kind:8} {text[max(0, end - 50) : end]} | {text[end : end + 40]}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", type=int, default=0, help="errors to print for each file")
    options = parser.parse_args()
    for tag, name in FILES:
        path = options.folder / "treebanks" / f"{name}.conllu"
        if path.is_file():
            measure(tag, path, options.show)


if __name__ == "__main__":
    main()
