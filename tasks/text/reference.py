"""The files that people edit: `data/reference/languages/<tag>/<name>.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.safe_yaml import YamlError, load_yaml
from tasks.settings import REFERENCE


@cache
def languages(reference: Path = REFERENCE, having: str = "") -> tuple[str, ...]:
    """The BCP-47 tags that Tidings has resources for, sorted.

    Args:
        reference: the folder that holds `languages/`.
        having: the name of a file that the resources must hold, such as `triggers`; empty for any.
    """
    folders = (folder for folder in (reference / "languages").iterdir() if folder.is_dir())
    return tuple(sorted(f.name for f in folders if not having or (f / f"{having}.yaml").is_file()))


def language_file(language: str, name: str, reference: Path = REFERENCE) -> Mapping[str, Any]:
    """One file of a language's resources, as plain values.

    Args:
        language: a BCP-47 tag out of `languages()`.
        name: the file's name without `.yaml`, such as `dates`.
        reference: the folder that holds `languages/`.

    Raises:
        ReferenceDataError: the file is missing, is no YAML, or is no mapping.
    """
    return reference_file(reference / "languages" / language / f"{name}.yaml")


@cache
def reference_file(path: Path) -> Mapping[str, Any]:
    """A YAML file under `data/reference/`, read once in a process.

    Raises:
        ReferenceDataError: the file is missing, is no YAML, or is no mapping.
    """
    try:
        values = load_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReferenceDataError(f"{path}: cannot be read ({error.strerror}); restore it from the project") from error
    except YamlError as error:
        raise ReferenceDataError(f"{path}: is no YAML: {error}") from error
    if not isinstance(values, dict):
        raise ReferenceDataError(f"{path}: holds {type(values).__name__}, expected a mapping")
    return values
