"""A folder of models to train into: the pipelines of another one, and nothing learned yet."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.events.learned.arrays import FOLDER


@contextmanager
def linked(models: Path) -> Iterator[Path]:
    """A temporary folder that links to the pipelines of `models`."""
    with tempfile.TemporaryDirectory(prefix="tidings-models-") as name:
        for pipeline in sorted(models.glob("*/meta.json")):
            (Path(name) / pipeline.parent.name).symlink_to(pipeline.parent.resolve(), target_is_directory=True)
        yield Path(name)


def keep_others(models: Path, folder: Path, part: str) -> None:
    """Copies what was learned into `folder`, save for one part."""
    if (models / FOLDER).is_dir():
        shutil.copytree(models / FOLDER, folder / FOLDER, ignore=shutil.ignore_patterns(f"{part}.npz"))


def put_in_place(folder: Path, models: Path) -> None:
    """Replaces what was learned in `models` by what was learned in `folder`."""
    if (models / FOLDER).is_dir():
        shutil.rmtree(models / FOLDER)
    if (folder / FOLDER).is_dir():
        shutil.copytree(folder / FOLDER, models / FOLDER)
