"""Checksums of a pipeline's files, in the form of `sha256sum`: damage shows before anything is loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tasks.errors import ModelError

SUMS = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Writes the checksums of all other files of a folder into `SHA256SUMS`; `sha256sum -c` reads it too."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = [f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def check_sums(folder: Path, remedy: str) -> None:
    """Compares the files of a folder with its `SHA256SUMS`; one without that file (from somewhere else) passes.

    Raises:
        ModelError: a file is missing or is not what it was.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise ModelError(folder / SUMS, f"cannot be read ({error})", remedy) from error
    for line in lines:
        expected, _, name = line.partition("  ")
        path = folder / name
        if not name or not path.resolve().is_relative_to(folder.resolve()):
            raise ModelError(folder / SUMS, f"has the line {line[:60]!r}, expected a checksum and a file", remedy)
        if not path.is_file():
            raise ModelError(path, "the file is missing", remedy)
        if _sum(path) != expected:
            raise ModelError(path, "is damaged (its checksum is another than SHA256SUMS says)", remedy)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
