"""The steps of a run as Prefect tasks: paths in, paths out. Nothing is decided here."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from tasks import shards
from tasks.consolidation import consolidate_documents
from tasks.report import RunReport, as_markdown, write_run
from tasks.settings import RunSettings
from tasks.shards import Planned
from tasks.tables.staging import Manifest


@task(name="recover", cache_policy=NO_CACHE)
def recover(lake: Path) -> list[Manifest]:
    """Commits what a run that was cut off had validated."""
    return shards.recover(lake)


@task(name="plan", cache_policy=NO_CACHE)
def plan(settings: RunSettings, run_id: str) -> Planned:
    """Lists the inputs and stages what is new or changed."""
    return shards.plan_shards(settings, run_id)


# A worker process that died is worth another try; a text that breaks the extraction is rejected, not retried.
@task(name="extract", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=1)
def extract(folder: Path, settings: RunSettings, run_id: str) -> Path:
    """Extracts a shard and stages its tables."""
    return shards.extract_shard(folder, settings, run_id)


@task(name="validate", cache_policy=NO_CACHE)
def validate(folder: Path, lake: Path, run_id: str) -> Path:
    """Runs the expectations over a shard and parts its rows."""
    return shards.validate_staged(folder, lake, run_id)


# Another writer may have come between, or an object store may have hiccuped: both pass.
@task(name="commit", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[1, 5])
def commit(folder: Path, lake: Path) -> Manifest:
    """Puts a shard into the lake."""
    return shards.commit_shard(folder, lake)


@task(name="consolidate", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[1, 5])
def consolidate(doc_ids: list[str], settings: RunSettings, run_id: str) -> int:
    """Brings the events up to date with the documents that were committed."""
    return consolidate_documents(doc_ids, settings, run_id)


@task(name="report", cache_policy=NO_CACHE)
def report(lake: Path, run: RunReport) -> None:
    """Writes the run's row and its Prefect artifact."""
    write_run(lake, run)
    create_markdown_artifact(key="tidings-run", markdown=as_markdown(run), description="What a run of Tidings did")
