"""The events of a lake, brought up to date with documents that were committed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.incidents.days import LONGEST_WINDOW
from tasks.incidents.gather import reports
from tasks.incidents.report import Held, Report
from tasks.incidents.rows import held_rows
from tasks.incidents.superseded import superseded
from tasks.incidents.update import Stretch, Update, update
from tasks.settings import RunSettings
from tasks.tables.changes import Change, apply_change, stage_change
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake, Month
from tasks.tables.rows import as_table
from tasks.validate.docs import save_results
from tasks.validate.shard import validate_table

# Documents whose reports are in memory together; in which portions they come makes no difference to the events.
_PORTION = 2_000


def consolidate_documents(doc_ids: Sequence[str], settings: RunSettings, run_id: str) -> int:
    """Makes the events anew that these documents report or reported; gives the number of events that came of it.

    Args:
        doc_ids: documents that came, changed or went; their rows are already as they shall be.
        settings: the lake, the reference folder, and the version that the rows carry.
        run_id: the run.

    Raises:
        LakeError: a table cannot be read, or a transaction failed.
    """
    lake, made = Lake(settings.lake), 0
    for number, portion in enumerate(_portions(doc_ids)):
        touched = _reports(lake, portion, settings.reference)
        of_these = pc.field("doc_id").isin(pa.array(portion, pa.string()))
        gone = held_rows(lake.read("event_mentions", where=of_these).to_pylist())
        if not touched and not gone:
            continue
        found = update(touched, gone, lambda stretches: _held(lake, stretches), settings.reference)
        folder = lake.staging / run_id / f"events-{number:05d}"
        apply_change(_staged(folder, lake, found, settings.pipeline_version, run_id), lake)
        made += len(found.events)
    return made


def _portions(doc_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(doc_ids), _PORTION):
        yield doc_ids[first : first + _PORTION]


def _reports(lake: Lake, doc_ids: Sequence[str], reference: Path) -> list[Report]:
    of_these = pc.field("doc_id").isin(pa.array(doc_ids, pa.string()))
    columns = ["doc_id", "published_start", "published_end", "n_chars", "language", "text"]
    return reports(
        lake.read("mentions", where=of_these).to_pylist(),
        lake.read("participants", where=of_these).to_pylist(),
        lake.read("casualties", where=of_these).to_pylist(),
        lake.read("documents", columns, of_these).to_pylist(),
        reference,
    )


def _held(lake: Lake, stretches: Sequence[Stretch]) -> list[Held]:
    """The reports in the lake whose window has a day in one of the stretches."""
    return held_rows(lake.read("event_mentions", where=reduce(or_, map(_in_stretch, stretches))).to_pylist())


def _in_stretch(stretch: Stretch) -> pc.Expression:
    first, last = stretch
    if first is None or last is None:
        return pc.field("event_year").is_null()
    in_months = _any_month(_months(max(first.toordinal() - LONGEST_WINDOW, 1), last))
    return in_months & (pc.field("window_start") <= last) & (pc.field("window_end") >= first)


def _months(first: int, last: date) -> Iterator[Month]:
    """The months from one day to another; the first is given as its ordinal."""
    begin = date.fromordinal(first)
    for number in range(begin.year * 12 + begin.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def _any_month(months: Iterable[Month]) -> pc.Expression:
    """A filter that the partitions alone decide."""
    return reduce(or_, map(_is_month, months))


def _is_month(month: Month) -> pc.Expression:
    year, number = pc.field("event_year"), pc.field("event_month")
    return year.is_null() if month[0] is None else (year == month[0]) & (number == month[1])


def _staged(folder: Path, lake: Lake, found: Update, version: str, run_id: str) -> Path:
    """Stages all rows of the months that a change touches: those that stay there, and those that come."""
    gone = superseded(found.before, found.after, _earlier(lake, found), version)
    come = {
        "events": _validated("events", found.events, lake, run_id),
        "event_mentions": _validated("event_mentions", found.event_mentions, lake, run_id),
    }
    stale = {"events": found.stale_events, "event_mentions": found.stale_mentions}
    months = {name: _touched(come[name], stale[name]) for name in come}
    tables = {
        name: pa.concat_tables([_staying(lake, name, months[name], stale[name]), come[name]]) for name in come
    } | {"superseded_events": as_table("superseded_events", gone.rows)}
    return stage_change(folder, tables, Change(months["events"], months["event_mentions"], gone.replaced))


def _earlier(lake: Lake, found: Update) -> list[dict[str, Any]]:
    """What superseded the events that come or go, and what those that go had superseded."""
    gone, any_of = pa.array(found.before, pa.string()), pa.array({**found.before, **found.after}, pa.string())
    asked = pc.field("event_id").isin(any_of) | pc.field("superseded_by").isin(gone)
    rows: list[dict[str, Any]] = lake.read("superseded_events", where=asked).to_pylist()
    return rows


def _validated(name: str, rows: Sequence[dict[str, Any]], lake: Lake, run_id: str) -> pa.Table:
    validated = validate_table(name, as_table(name, rows), run_id)
    save_results(validated.results, lake.validation / run_id / name)
    if validated.rejects.num_rows:
        lake.replace_rejects(validated.rejects, validated.rejects.column("reject_id").to_pylist())
    return validated.good[name]


def _touched(come: pa.Table, stale: Mapping[Month, Sequence[str]]) -> tuple[Month, ...]:
    pairs = zip(come["event_year"].to_pylist(), come["event_month"].to_pylist(), strict=True)
    return tuple(sorted({*pairs, *stale}, key=str))


def _staying(lake: Lake, name: str, months: Sequence[Month], stale: Mapping[Month, Sequence[str]]) -> pa.Table:
    """The rows of these months that the change leaves as they are."""
    if not months:
        return TABLES[name].arrow.empty_table()
    [key] = TABLES[name].key
    passing = pa.array([one for keys in stale.values() for one in keys], pa.string())
    return lake.read(name, where=_any_month(months) & ~pc.field(key).isin(passing))
