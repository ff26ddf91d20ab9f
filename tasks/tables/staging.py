"""Shards on their way to the lake: a folder of Parquet files each, and a manifest that makes it whole.

A shard whose manifest stands was validated to the end: whoever finds one left behind by a run that was cut off commits
it (again), which ends in the same rows. A folder without a manifest is waste.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.errors import LakeError
from tasks.read.raw import RawDocument

_MANIFEST = "manifest.json"
_RAW_NAMES = tuple(field.name for field in fields(RawDocument))
_RAW = pa.schema([(name, pa.string()) for name in (*_RAW_NAMES, "superseded_hash")])


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a validated shard holds.

    Attributes:
        run_id: the run that made it.
        doc_ids: its documents, the rejected ones too: all their rows in the lake are replaced.
        rows: rows per table.
        documents_rejected: how many of its documents are not among the rows.
        warnings: failed rows per expectation that only warns.
    """

    run_id: str
    doc_ids: tuple[str, ...]
    rows: Mapping[str, int]
    documents_rejected: int
    warnings: Mapping[str, int]


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> Path:
    """Writes tables as Parquet files into a folder that is made for them.

    Raises:
        LakeError: the disk is full or the folder cannot be written; nothing of the shard counts.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
    except OSError as error:
        raise _not_staged(folder, error) from error
    return folder


def read_tables(folder: Path, names: Sequence[str]) -> dict[str, pa.Table]:
    """Reads staged tables back.

    Raises:
        LakeError: a file is missing or damaged.
    """
    try:
        return {name: pq.read_table(folder / f"{name}.parquet", partitioning=None) for name in names}
    except (OSError, pa.ArrowException) as error:
        raise LakeError(f"{folder}: a staged file is damaged ({error}); run again to extract it anew") from error


def write_raw(folder: Path, texts: Sequence[tuple[RawDocument, str | None]]) -> Path:
    """Stages source texts, each with the `superseded_hash` that its row will carry.

    Raises:
        LakeError: the disk is full or the folder cannot be written.
    """
    rows = [asdict(raw) | {"superseded_hash": superseded} for raw, superseded in texts]
    return write_tables(folder, {"raw": pa.Table.from_pylist(rows, schema=_RAW)})


def read_raw(folder: Path) -> list[tuple[RawDocument, str | None]]:
    """The source texts of a shard, as they were staged.

    Raises:
        LakeError: the file is missing or damaged.
    """
    rows = read_tables(folder, ["raw"])["raw"].to_pylist()
    return [(RawDocument(**{k: v for k, v in row.items() if k in _RAW_NAMES}), row["superseded_hash"]) for row in rows]


def seal(folder: Path, manifest: Manifest) -> None:
    """Declares a shard whole.

    Raises:
        LakeError: the disk is full or the folder cannot be written; the shard does not count.
    """
    declare_whole(folder, _MANIFEST, asdict(manifest))


def declare_whole(folder: Path, mark: str, values: Mapping[str, object]) -> None:
    """Writes a file of JSON that appears at once, behind all others of its folder on the disk.

    Raises:
        LakeError: the disk is full or the folder cannot be written; what is in the folder does not count.
    """
    try:
        for path in folder.glob("*.parquet"):
            _sync(path)
        draft = folder / f"{mark}.draft"
        draft.write_text(json.dumps(values), encoding="utf-8")
        _sync(draft)
        draft.rename(folder / mark)
    except OSError as error:
        raise _not_staged(folder, error) from error


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a whole shard.

    Raises:
        LakeError: there is none, since the shard was cut off, or it is damaged.
    """
    try:
        values = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return Manifest(
            run_id=values["run_id"],
            doc_ids=tuple(values["doc_ids"]),
            rows=values["rows"],
            documents_rejected=values["documents_rejected"],
            warnings=values["warnings"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LakeError(f"{folder}: is no whole shard ({error}); run again to extract it anew") from error


def whole_shards(staging: Path) -> list[Path]:
    """The folders under `staging` that hold a whole shard, oldest first."""
    return whole_folders(staging, _MANIFEST)


def whole_folders(staging: Path, mark: str) -> list[Path]:
    """The folders under `staging` that were declared whole by this mark, oldest first."""
    marks = staging.glob(f"*/*/{mark}")
    return [path.parent for path in sorted(marks, key=lambda path: (path.stat().st_mtime_ns, path))]


def clear(folder: Path) -> None:
    """Removes a folder and all in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _not_staged(folder: Path, error: OSError) -> LakeError:
    return LakeError(
        f"{folder}: cannot be staged ({error.strerror or error}); nothing was committed, make room and run again"
    )
