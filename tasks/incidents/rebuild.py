"""Reports to incidents, and incidents to the rows of `events` and `event_mentions`, from scratch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.incidents.event import event, event_id
from tasks.incidents.report import Report
from tasks.incidents.rows import mention_row
from tasks.incidents.sweep import sweep
from tasks.incidents.weights import weights
from tasks.settings import REFERENCE

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """Rows of `events` and `event_mentions`, each in the order of their keys."""

    events: list[Row]
    event_mentions: list[Row]


def rebuild(reports: Iterable[Report], reference: Path = REFERENCE) -> Consolidated:
    """The events of reports, in any order: a function of their set.

    Args:
        reports: all of them.
        reference: the folder that holds `incidents.yaml`.
    """
    events, held = [], []
    for incident in stream(sorted(reports, key=lambda report: report.window[0]), reference):
        events.append(event(incident))
        held += mention_rows(incident)
    return Consolidated(
        sorted(events, key=lambda row: row["event_id"]), sorted(held, key=lambda row: row["mention_id"])
    )


def stream(reports: Iterable[Report], reference: Path = REFERENCE) -> Iterator[list[Report]]:
    """The incidents of reports that come in the order of their windows; memory holds the open weeks alone.

    Args:
        reports: ordered by `window[0]`, or by the week of it.
        reference: the folder that holds `incidents.yaml`.
    """
    yield from sweep(reports, weights(reference))


def mention_rows(incident: Sequence[Report]) -> list[Row]:
    """The rows of `event_mentions` of an incident."""
    of_event = event_id(incident)
    return [mention_row(report, of_event) for report in incident]
