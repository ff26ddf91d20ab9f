"""The learned parts of a language as arrays on disk: no code, no pickled objects."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasks.errors import ModelError

Arrays = Mapping[str, NDArray[np.generic]]

FOLDER = "events"  # beside the pipelines, a folder for each language in it
# What reading a damaged archive raises; RuntimeError where it seems to be encrypted, or packed in an unknown way.
_DAMAGE = (OSError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
REMEDY = "restore the folder from the project, or train it again with 'make models'"


@cache
def learned_arrays(models: Path, language: str, part: str) -> Arrays | None:
    """The arrays of one learned part (`parties`, `when`, ...), or None where the language has none.

    Args:
        models: the folder of the models.
        language: a BCP-47 tag.
        part: the name of the file without its ending.

    Raises:
        ModelError: the file is damaged.
    """
    path = models / FOLDER / language / f"{part}.npz"
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as found:
            return {name: found[name] for name in found.files}
    except _DAMAGE as error:
        raise ModelError(path, f"cannot be read ({' '.join(str(error).split())[:120]})", REMEDY) from error


def write_arrays(path: Path, arrays: Arrays) -> None:
    """Writes arrays so that the same arrays always give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            # np.savez writes the time of writing into the archive.
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as file:
                np.lib.format.write_array(file, np.ascontiguousarray(arrays[name]), allow_pickle=False)
