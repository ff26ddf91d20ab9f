"""The validation results of a run: kept as JSON, and shown as pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tasks.errors import LakeError
from tasks.tables.contracts import TABLES
from tasks.validate.merge import merge_results
from tasks.validate.page import index_page, table_page


def save_results(results: Mapping[str, Mapping[str, Any]], folder: Path) -> list[Path]:
    """Writes each table's result to `<folder>/<table>.json` and gives the files.

    Args:
        results: `Validated.results`.
        folder: one for each shard, inside the run's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, result in results.items():
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps(result, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return files


def build_docs(results_folder: Path, to: Path) -> Path:
    """Great Expectations' Data Docs of a run: a page for each table, and an index of them, which it gives.

    The pages load nothing, neither from the network nor from beside them, and run no scripts.

    Args:
        results_folder: a run's folder, with what `save_results` wrote in it or in folders inside it.
        to: where the pages go; made if it is not there.

    Raises:
        LakeError: a stored result cannot be read.
    """
    files: dict[str, list[Path]] = {}
    for path in sorted(results_folder.rglob("*.json")):
        if path.stem in TABLES:
            files.setdefault(path.stem, []).append(path)
    results = {name: merge_results(map(_result, files[name])) for name in TABLES if name in files}
    to.mkdir(parents=True, exist_ok=True)
    for name, result in results.items():
        (to / f"{name}.html").write_text(table_page(name, result), encoding="utf-8")
    index = to / "index.html"
    index.write_text(index_page(results, {name: len(paths) for name, paths in files.items()}), encoding="utf-8")
    return index


def _result(path: Path) -> dict[str, Any]:
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LakeError(f"{path}: the validation result cannot be read ({error}); remove it and run again") from error
    if not isinstance(result, dict) or "results" not in result:
        raise LakeError(f"{path}: is no validation result; remove it and run again")
    return result
