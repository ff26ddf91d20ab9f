"""How well the whole extraction does on coded documents that its learned parts have not seen.

    python benchmarks/crossval.py TRAIN [--gold GOLD] [--models MODELS] [--share 0.25 0.5 1] [--rules]

TRAIN holds folders of coded documents. For each fold the learned parts are trained on the other folds; `tidings run`
then reads the fold's documents with them, into one lake for all folds, which GOLD/score.py scores folder by folder.
`--share` trains on parts of the other folds (a learning curve); `--rules` also scores without anything learned.
The tables are Markdown.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # as the runner of the training does; read when NumPy is imported

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import Figures, figures_of, run, table  # noqa: E402 - after the number of threads is set
from tasks.errors import TidingsError  # noqa: E402
from training.events.coded import FOLDS, CodedDocument  # noqa: E402
from training.events.folder import linked  # noqa: E402
from training.events.runner import part_of, read_folders, train_parts  # noqa: E402

Folders = Mapping[str, Sequence[CodedDocument]]


@dataclass(frozen=True, slots=True)
class Setup:
    """What is scored: folders of coded documents with what was read of them, and the folds of them that are asked."""

    train: Path
    gold: Path
    models: Path
    folders: Folders
    folds: Sequence[int]

    @property
    def documents(self) -> list[CodedDocument]:
        """Those of all folders."""
        return [one for found in self.folders.values() for one in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="?", default=ROOT.parent / "shared" / "train")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="where score.py stands")
    parser.add_argument("--models", type=Path, default=ROOT / "data" / "models", help="the pipelines")
    parser.add_argument("--share", type=float, nargs="*", default=[1.0], help="shares of the other folds")
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)), help="some folds alone")
    parser.add_argument("--rules", action="store_true", help="score the rules alone, too")
    options = parser.parse_args()
    with linked(options.models) as bare:
        folders = read_folders(options.train, bare)
    setup = Setup(options.train, options.gold, options.models, folders, options.folds)
    for share in [*([0.0] if options.rules else []), *options.share]:
        figures = cross_validate(setup, share)
        print(f"\n{_title(setup, share)}\n\n{table(figures)}", flush=True)


def cross_validate(setup: Setup, share: float) -> Figures:
    """The figures of each folder, each fold read with what was learned from the others; nothing where `share` is 0."""
    with tempfile.TemporaryDirectory(prefix="tidings-crossval-") as name:
        work = Path(name)
        for fold in setup.folds:
            with linked(setup.models) as folder:
                if share:
                    train_parts(part_of(setup.documents, fold, share), folder)
                run(sorted(_texts(setup, fold)), work / "lake", folder)
        return {part: score(setup, part, work) for part in setup.folders}


def score(setup: Setup, part: str, work: Path) -> dict[str, float]:
    """The figures that GOLD/score.py gives for the documents of a folder in the lake under `work`."""
    chosen = work / part
    chosen.mkdir()
    for one in setup.folders[part]:
        if one.fold in setup.folds:
            (chosen / f"{one.stem}.yaml").write_bytes((setup.train / part / f"{one.stem}.yaml").read_bytes())
    return figures_of(setup.gold, work / "lake", chosen)


def _title(setup: Setup, share: float) -> str:
    asked = sum(one.fold in setup.folds for one in setup.documents)
    how = f"learned from {share:.0%} of the other folds" if share else "rules alone"
    return f"{asked} documents in {len(setup.folds)} of {FOLDS} folds, {how}:"


def _texts(setup: Setup, fold: int) -> Iterator[Path]:
    for name, found in setup.folders.items():
        yield from (setup.train / name / f"{one.stem}.txt" for one in found if one.fold == fold)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        main()
    except TidingsError as error:
        raise SystemExit(f"crossval: {error}") from error
