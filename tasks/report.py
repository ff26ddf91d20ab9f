"""What a run did: a row of `runs`, and a page for Prefect."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from tasks.settings import RunSettings
from tasks.shards import Planned
from tasks.tables.lake import Lake
from tasks.tables.rows import as_table
from tasks.tables.staging import Manifest
from tasks.text.reference import languages

_LIBRARIES = ("prefect", "great-expectations", "deltalake", "pyarrow", "pandas", "numpy", "py3langid")


@dataclass(frozen=True, slots=True)
class RunReport:
    """Parameters and counts of a run.

    Attributes:
        started: UTC; the end is the moment that the row is written.
        changed_lake: whether any table was written.
        mentions_by_type: of all mentions now in the lake.
    """

    run_id: str
    flow: str
    started: datetime
    finished: datetime
    parameters: Mapping[str, object]
    pipeline_version: str
    documents_new: int
    documents_changed: int
    documents_unchanged: int
    documents_recovered: int
    documents_rejected: int
    documents_unsupported: int
    inputs_rejected: int
    rows_rejected: int
    events: int
    warnings: Mapping[str, int]
    rows: Mapping[str, int]
    mentions_by_type: Mapping[str, int]
    changed_lake: bool

    @property
    def rejected(self) -> bool:
        """Whether some input is rejected, by this run or still."""
        return self.inputs_rejected + self.documents_rejected + self.rows_rejected > 0


def report_run(
    settings: RunSettings,
    planned: Planned,
    manifests: Sequence[Manifest],
    events: int,
    *,
    run_id: str,
    flow: str,
    started: datetime,
    finished: datetime,
) -> RunReport:
    """Adds up what the steps of a run gave; documents of shards that an earlier run left are counted apart."""
    rows, warnings = Counter[str](), Counter[str]()
    for manifest in manifests:
        rows.update(manifest.rows)
        warnings.update(manifest.warnings)
    lake = Lake(settings.lake)
    types = Counter(lake.read("mentions", ["event_type"])["event_type"].to_pylist())
    known = languages(settings.reference, having="triggers")
    return RunReport(
        run_id=run_id,
        flow=flow,
        started=started,
        finished=finished,
        parameters=settings.model_dump(mode="json"),
        pipeline_version=settings.pipeline_version,
        documents_new=planned.new,
        documents_changed=planned.changed,
        documents_unchanged=planned.unchanged,
        documents_recovered=sum(len(manifest.doc_ids) for manifest in manifests if manifest.run_id != run_id),
        documents_rejected=planned.documents_still_rejected + sum(m.documents_rejected for m in manifests),
        documents_unsupported=sum(
            language not in known for language in lake.read("documents", ["language"])["language"].to_pylist()
        ),
        inputs_rejected=planned.inputs_rejected,
        rows_rejected=rows.pop("rejects", 0),
        events=events,
        warnings=dict(sorted(warnings.items())),
        rows=dict(rows),
        mentions_by_type=dict(sorted(types.items(), key=lambda one: (-one[1], one[0]))),
        changed_lake=bool(manifests) or planned.input_rejects_changed,
    )


def write_run(lake: Path, run: RunReport) -> None:
    """Adds the row of a run that changed something; one that changed nothing leaves every table as it was."""
    if not run.changed_lake:
        return
    versions = {"tidings": run.pipeline_version} | {name: version(name) for name in _LIBRARIES}
    row = {
        "run_id": run.run_id,
        "flow": run.flow,
        "started": run.started,
        "finished": run.finished,
        "parameters": json.dumps(run.parameters, default=str),
        "versions": json.dumps(versions),
        "pipeline_version": run.pipeline_version,
        "documents_new": run.documents_new,
        "documents_changed": run.documents_changed,
        "documents_unchanged": run.documents_unchanged,
        "documents_recovered": run.documents_recovered,
        "documents_rejected": run.documents_rejected,
        "documents_unsupported": run.documents_unsupported,
        "inputs_rejected": run.inputs_rejected,
        "rows_rejected": run.rows_rejected,
        "warnings": json.dumps(run.warnings, sort_keys=True),
        "rows": json.dumps(dict(run.rows) | {"events": run.events}),
    }
    Lake(lake).append_run(as_table("runs", [row]))


def as_markdown(run: RunReport) -> str:
    """The run as a Markdown page."""
    counts = {
        "documents new": run.documents_new,
        "documents changed": run.documents_changed,
        "documents unchanged": run.documents_unchanged,
        "documents recovered": run.documents_recovered,
        "documents rejected": run.documents_rejected,
        "documents in unsupported languages": run.documents_unsupported,
        "inputs rejected": run.inputs_rejected,
        "rows rejected": run.rows_rejected,
        "events made": run.events,
    }
    lines = [f"# Run {run.run_id}", "", "| what | count |", "|---|---:|"]
    lines += [f"| {name} | {count} |" for name, count in counts.items()]
    lines += ["", "| mentions | count |", "|---|---:|"]
    lines += [f"| {name} | {count} |" for name, count in run.mentions_by_type.items()]
    lines += ["", "| warning | rows |", "|---|---:|"] if run.warnings else []
    lines += [f"| {name} | {count} |" for name, count in run.warnings.items()]
    return "\n".join(lines) + "\n"
