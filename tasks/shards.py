"""The steps of a run on files: each takes paths and plain values, so that it can run in any process.

plan -> shards of source texts -> extract -> validate -> commit; `tasks/consolidation.py` then makes the events
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from tasks.errors import LakeError, TidingsError
from tasks.extract import extract
from tasks.parse.models import ModelChoice
from tasks.plan import Known, Plan, document_reject, input_reject
from tasks.read.folder import read_inputs
from tasks.read.raw import RawDocument
from tasks.read.scope import Scope, scope_of
from tasks.settings import RunSettings
from tasks.tables.changes import apply_change, whole_changes
from tasks.tables.contracts import DOCUMENT_TABLES
from tasks.tables.lake import Lake
from tasks.tables.rows import Extracted, as_table, document_tables
from tasks.tables.staging import (
    Manifest,
    manifest_of,
    read_raw,
    read_tables,
    seal,
    whole_shards,
    write_raw,
    write_tables,
)  # fmt: skip
from tasks.validate.docs import save_results
from tasks.validate.shard import validate_shard

log = logging.getLogger(__name__)

STAGED = (*DOCUMENT_TABLES, "rejects")


@dataclass(frozen=True, slots=True)
class Planned:
    """The work of a run: the folders of shards to extract, and how many documents and inputs there are of each kind."""

    shards: tuple[Path, ...]
    new: int
    changed: int
    unchanged: int
    inputs_rejected: int
    documents_still_rejected: int
    input_rejects_changed: bool


def plan_shards(settings: RunSettings, run_id: str) -> Planned:
    """Reads the inputs, stages what is new or changed in shards, and brings the rejected inputs up to date.

    Raises:
        UsageError: a path does not exist.
        LakeError: the lake cannot be read, or nothing can be written to it.
    """
    lake, version, plan = Lake(settings.lake), settings.pipeline_version, Plan()
    todo = plan.changed_documents(
        read_inputs(settings.seeds, settings.max_bytes, settings.limits), _known(lake), version
    )
    shards = [
        write_raw(lake.staging / run_id / f"{number:05d}", batch)
        for number, batch in enumerate(_batches(todo, settings.shard_size))
    ]
    rejects = [input_reject(error, version, run_id) for error in plan.errors]
    return Planned(
        shards=tuple(shards),
        new=plan.new,
        changed=plan.changed,
        unchanged=plan.unchanged,
        inputs_rejected=len(plan.errors),
        documents_still_rejected=plan.still_rejected,
        input_rejects_changed=_replace_input_rejects(lake, rejects, scope_of(settings.seeds)),
    )


def extract_shard(folder: Path, settings: RunSettings, run_id: str) -> Path:
    """Extracts a planned shard and stages its tables beside the source texts.

    A text that the extraction breaks on is rejected by name; the others of its shard are not touched by that.

    Raises:
        LakeError: the staged texts are damaged, or the tables cannot be staged.
        ModelError: a pipeline cannot be loaded.
    """
    version, models = settings.pipeline_version, ModelChoice.of(settings.model_folder, settings.models)
    extracted: list[Extracted] = []
    rejects = []
    for raw, superseded_hash in read_raw(folder):
        try:
            extracted.append(extract(raw, settings.reference, superseded_hash, models))
        except TidingsError:
            raise  # damaged reference data would break every text
        except Exception as error:
            log.warning("%s: extraction failed", raw.uri, exc_info=True)
            rejects.append(document_reject(raw, error, version, run_id))
    tables = document_tables(extracted, version, run_id)
    return write_tables(folder, tables | {"rejects": as_table("rejects", rejects)})


def validate_staged(folder: Path, lake_root: Path, run_id: str) -> Path:
    """Validates an extracted shard, parts good rows from rejected ones, and declares it ready to be committed.

    Raises:
        LakeError: a staged file is damaged, or the result cannot be staged.
    """
    lake = Lake(lake_root)
    tables = read_tables(folder, STAGED)
    doc_ids = read_tables(folder, ["raw"])["raw"].column("doc_id").to_pylist()
    validated = validate_shard({name: tables[name] for name in DOCUMENT_TABLES})
    rejects = pa.concat_tables([tables["rejects"], validated.rejects])
    write_tables(folder, validated.good | {"rejects": rejects})
    save_results(validated.results, lake.validation / run_id / folder.name)
    seal(
        folder,
        Manifest(
            run_id=run_id,
            doc_ids=tuple(doc_ids),
            rows={name: table.num_rows for name, table in (validated.good | {"rejects": rejects}).items()},
            documents_rejected=len(doc_ids) - validated.good["documents"].num_rows,
            warnings=validated.warnings,
        ),
    )
    return folder


def commit_shard(folder: Path, lake_root: Path) -> Manifest:
    """Puts a validated shard into the lake, in the place of all rows of its documents; doing it twice changes nothing.

    Raises:
        LakeError: the shard is not whole, or a transaction failed.
    """
    manifest = manifest_of(folder)
    Lake(lake_root).replace_documents(read_tables(folder, STAGED), manifest.doc_ids)
    return manifest


def recover(lake_root: Path) -> list[Manifest]:
    """Commits what a run that was cut off had made ready: changes of the events, and the shards that it had validated.

    Raises:
        LakeError: a transaction failed.
    """
    lake = Lake(lake_root)
    for folder in whole_changes(lake.staging):
        apply_change(folder, lake)
    manifests = []
    for folder in whole_shards(lake.staging):
        try:
            manifests.append(commit_shard(folder, lake_root))
        except LakeError:
            log.warning("%s: could not be committed and is extracted anew", folder, exc_info=True)
    return manifests


def _known(lake: Lake) -> dict[str, Known]:
    """What the lake holds of each document, good or rejected."""
    rejects = lake.read(
        "rejects",
        ["doc_id", "content_hash", "pipeline_version"],
        (pc.field("table_name") == "documents") & pc.field("content_hash").is_valid(),
    )
    known = {r["doc_id"]: Known(r["content_hash"], r["pipeline_version"], rejected=True) for r in rejects.to_pylist()}
    documents = lake.read("documents", ["doc_id", "content_hash", "pipeline_version", "superseded_hash"])
    return known | {
        row["doc_id"]: Known(row["content_hash"], row["pipeline_version"], row["superseded_hash"])
        for row in documents.to_pylist()
    }


def _replace_input_rejects(lake: Lake, rejects: Sequence[dict[str, object]], scope: Scope) -> bool:
    """Makes the rejected inputs in scope what they are now; False where they already were."""
    table = as_table("rejects", rejects)
    stored = lake.read("rejects", ["reject_id", "source", "uri"], pc.field("table_name") == "inputs").to_pylist()
    before = {row["reject_id"] for row in stored if scope.covers(row["source"], row["uri"])}
    now = set(table.column("reject_id").to_pylist())
    if before == now:
        return False
    lake.replace_rejects(table, sorted(before | now))
    return True


def _batches(
    items: Iterable[tuple[RawDocument, str | None]], size: int
) -> Iterator[list[tuple[RawDocument, str | None]]]:
    iterator = iter(items)
    while batch := list(itertools.islice(iterator, size)):
        yield batch
