"""A change of the events on its way to the lake: all rows of the months that it touches, staged and declared whole.

Three tables change together. Whoever finds a whole change left behind by a run that was cut off puts it into the lake
(again), which ends in the same rows; a folder without its mark is waste.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from tasks.errors import LakeError
from tasks.tables.lake import Lake, Month
from tasks.tables.staging import declare_whole, read_tables, whole_folders, write_tables

_MARK = "change.json"
_TABLES = ("superseded_events", "events", "event_mentions")


@dataclass(frozen=True, slots=True)
class Change:
    """What is replaced: the (event_year, event_month) of both tables that stand by months, and superseded events."""

    events: tuple[Month, ...]
    event_mentions: tuple[Month, ...]
    superseded_events: tuple[str, ...]


def stage_change(folder: Path, tables: Mapping[str, pa.Table], change: Change) -> Path:
    """Stages a change.

    Args:
        folder: made for it.
        tables: all rows of the months and superseded events that `change` names.
        change: what they replace.

    Raises:
        LakeError: the disk is full or the folder cannot be written; the change does not count.
    """
    write_tables(folder, {name: tables[name] for name in _TABLES})
    declare_whole(folder, _MARK, asdict(change))
    return folder


def apply_change(folder: Path, lake: Lake) -> None:
    """Puts a staged change into the lake, in one transaction a table; doing it twice changes nothing.

    Raises:
        LakeError: the change is not whole, or a transaction failed.
    """
    change, tables = _change_of(folder), read_tables(folder, _TABLES)
    if change.superseded_events:
        lake.replace_superseded(tables["superseded_events"], change.superseded_events)
    for name, months in (("events", change.events), ("event_mentions", change.event_mentions)):
        if months:
            lake.replace_months(name, tables[name], months)


def whole_changes(staging: Path) -> list[Path]:
    """The folders under `staging` that hold a whole change, oldest first."""
    return whole_folders(staging, _MARK)


def _change_of(folder: Path) -> Change:
    try:
        values = json.loads((folder / _MARK).read_text(encoding="utf-8"))
        return Change(
            events=tuple((year, month) for year, month in values["events"]),
            event_mentions=tuple((year, month) for year, month in values["event_mentions"]),
            superseded_events=tuple(values["superseded_events"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LakeError(f"{folder}: is no whole change ({error}); run again to make it anew") from error
