"""Runs of the whole extraction and what score.py says of them, for the benchmarks of quality."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

Figures = Mapping[str, Mapping[str, float]]
# As the README calls them; the other figures of the script follow in its own order.
NAMES = {
    "mention_precision": "mention precision", "mention_recall": "mention recall", "mention_f1": "mention F1",
    "type_accuracy": "type", "mode_accuracy": "mode", "date_accuracy": "date", "place_accuracy": "place",
    "modality_accuracy": "modality", "actor_f1": "actor F1", "recipient_f1": "recipient F1",
    "claimant_f1": "claimant F1", "casualties_f1": "casualties F1", "negative_f1": "negated F1",
    "health_f1": "health context F1", "record_score": "record score",
}  # fmt: skip
_SOME_REJECTED = 3


def run(texts: Sequence[Path], lake: Path, models: Path) -> None:
    """What a user would do: `tidings run` with another folder of models."""
    command = [sys.executable, "-c", "from flows.cli import main; main()", "run", "--quiet", "--lake", str(lake)]
    environment = os.environ | {"TIDINGS_MODEL_FOLDER": str(models)}
    done = subprocess.run([*command, *map(str, texts)], cwd=ROOT, env=environment, check=False)
    if done.returncode not in {0, _SOME_REJECTED}:
        raise SystemExit(f"crossval: 'tidings run' failed with code {done.returncode}")


def figures_of(gold: Path, lake: Path, folder: Path) -> dict[str, float]:
    """The figures that GOLD/score.py gives for a folder of coded documents in a lake."""
    command = [sys.executable, str(gold / "score.py"), "--json", "--lake", str(lake), str(folder)]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return figures


def table(figures: Figures) -> str:
    """Figures by folder as a Markdown table."""
    names = [*NAMES, *sorted({name for one in figures.values() for name in one} - set(NAMES))]
    rows = [
        f"| {NAMES.get(name, name)} | "
        + " | ".join(f"{one[name]:.3f}" if name in one else "–" for one in figures.values())
        for name in names
    ]
    head = [f"| figure | {' | '.join(figures)} |", "|---|" + "---:|" * len(figures)]
    return "\n".join([*head, *(f"{row} |" for row in rows)])
