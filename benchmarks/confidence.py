"""What the confidence of mentions is worth: the share of coded ones by confidence, over coded documents.

    python benchmarks/confidence.py FOLDER... [--models DIR]

FOLDERs hold `<stem>.txt` and `<stem>.yaml`. Documents that the models in DIR were trained on flatter them: train on
others for an honest table. Mentions that only an optional coding meets count neither way.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.events.find import find_mentions  # noqa: E402 - the project is not installed for benchmarks
from tasks.settings import MODELS  # noqa: E402
from training.events.coded import CodedDocument, read_coded  # noqa: E402

_BINS = 10

Told = tuple[float, bool]  # confidence, and whether it is coded


def told(document: CodedDocument, models: Path = MODELS) -> Iterator[tuple[str, Told]]:
    """The mentions of a document that are coded or not: who read each, its confidence, and whether it is coded."""
    for one in find_mentions(document.document, document.times, parsed=document.parsed, models=models):
        met = [own for own in document.mentions if own.start < one.trigger_end and one.trigger_start < own.end]
        coded = any(not own.optional for own in met)
        if coded or not met:
            yield one.reader, (one.confidence, coded)


def reliability(found: Sequence[Told], bins: int = _BINS) -> list[str]:
    """A line for each tenth of confidence, and the mean distance between what was said and what was right."""
    lines, gap = [f"{'confidence':>12}{'n':>7}{'said':>8}{'right':>8}"], 0.0
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [one for one in found if low <= one[0] < high or (number == bins - 1 and one[0] == 1.0)]
        if inside:
            said = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(coded for _, coded in inside) / len(inside)
            gap += len(inside) * abs(said - right)
            lines.append(f"{low:>7.1f}–{high:.1f} {len(inside):>7}{said:>8.2f}{right:>8.2f}")
    return [*lines, f"mean distance {gap / max(1, len(found)):.3f} over {len(found)} mentions"]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--models", type=Path, default=MODELS)
    options = parser.parse_args()
    by_reader: dict[str, list[Told]] = defaultdict(list)
    for folder in options.folders:
        for document in read_coded(folder):
            for reader, one in told(document, options.models):
                by_reader[reader].append(one)
    print(*reliability([one for own in by_reader.values() for one in own]), sep="\n")
    for reader, own in sorted(by_reader.items()):
        print(f"{reader}: {len(own)} mentions, {sum(coded for _, coded in own) / len(own):.2f} coded")


if __name__ == "__main__":
    main()
