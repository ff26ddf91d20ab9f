"""Seeds to tables: what `tidings run` and a schedule start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from prefect import flow
from prefect.futures import PrefectFuture, as_completed
from prefect.runtime import flow_run
from prefect.task_runners import ProcessPoolTaskRunner

from flows.progress import progress
from tasks import steps
from tasks.events.learned.ready import check_learned
from tasks.parse.models import ModelChoice
from tasks.parse.ready import check_models
from tasks.places.index_file import ready_index
from tasks.report import RunReport, report_run
from tasks.settings import MODELS, REFERENCE, ROOT, RunSettings
from tasks.tables.lake import Lake

_LOCK_WAIT = 600  # seconds to wait for another run on the same lake


@flow(name="ingest", validate_parameters=True)
def ingest(
    *,
    seeds: list[Path] = [ROOT / "seeds"],  # noqa: B006 - Prefect shows defaults in its forms; never changed
    lake: Path = ROOT / "data" / "lake",
    reference: Path = REFERENCE,
    model_folder: Path = MODELS,
    models: dict[str, str] = {},  # noqa: B006 - as above
    workers: int = 1,
    shard_size: int = 200,
    quiet: bool = True,
) -> RunReport:
    """Brings the lake up to date with the seeds and says what it did.

    Args:
        seeds: files and folders of texts.
        lake: the folder of the tables; made if it is not there.
        reference: the folder of the language data.
        model_folder: holds a language pipeline for each language, in folders named by BCP-47 tags.
        models: by language, the package or folder of another pipeline.
        workers: processes that extract; 1 extracts in this one.
        shard_size: documents that are extracted, validated and committed together.
        quiet: no progress bar.
    """
    started, run_id = datetime.now(UTC), str(flow_run.id or uuid4())
    settings = RunSettings(
        seeds=tuple(seeds), lake=lake, reference=reference, model_folder=model_folder, models=models,
        workers=workers, shard_size=shard_size,
    )  # fmt: skip
    check_models(ModelChoice.of(model_folder, models), reference)
    check_learned(model_folder)
    ready_index(reference)  # once, before workers wait for each other to build it
    house = Lake(lake)
    with house.lock(_LOCK_WAIT):
        house.create()
        manifests = steps.recover(lake)
        planned = steps.plan(settings, run_id)
        with progress(len(planned.shards), quiet=quiet) as advance:
            for folder in _extracted(planned.shards, settings, run_id):
                manifests.append(steps.commit(steps.validate(folder, lake, run_id), lake))
                advance()
        doc_ids = sorted({doc_id for manifest in manifests for doc_id in manifest.doc_ids})
        events = steps.consolidate(doc_ids, settings, run_id)
        report = report_run(
            settings, planned, manifests, events,
            run_id=run_id, flow="ingest", started=started, finished=datetime.now(UTC),
        )  # fmt: skip
        steps.report(lake, report)
        house.tidy(run_id)
    return report


def _extracted(shards: Sequence[Path], settings: RunSettings, run_id: str) -> Iterator[Path]:
    """The shards as their extraction is done: in this process, or in as many as the settings say."""
    if min(settings.workers, len(shards)) <= 1:
        for folder in shards:
            yield steps.extract(folder, settings, run_id)
        return
    with ProcessPoolTaskRunner(max_workers=min(settings.workers, len(shards))) as pool:
        futures: list[PrefectFuture[Path]] = [
            pool.submit(steps.extract, {"folder": folder, "settings": settings, "run_id": run_id}) for folder in shards
        ]
        for future in as_completed(futures):
            yield future.result()
