"""Whether what was learned of events is whole, asked before a run touches a document."""

from __future__ import annotations

from pathlib import Path

from tasks.events.learned.arrays import FOLDER, REMEDY, learned_arrays
from tasks.parse.checksums import check_sums
from tasks.settings import MODELS


def learned_parts(models: Path = MODELS) -> dict[str, list[str]]:
    """By language, the parts that were learned."""
    folders = sorted(path for path in (models / FOLDER).glob("*") if path.is_dir())
    return {folder.name: sorted(path.stem for path in folder.glob("*.npz")) for folder in folders}


def check_learned(models: Path = MODELS) -> None:
    """Compares every learned file with its checksum, and reads it; a folder without any is no fault.

    Raises:
        ModelError: one is missing or damaged.
    """
    for language, parts in learned_parts(models).items():
        check_sums(models / FOLDER / language, REMEDY)
        for part in parts:
            learned_arrays(models, language, part)
