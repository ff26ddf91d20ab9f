"""Which events a lake held before and holds no more, and where their mentions are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Superseded:
    """Rows of `superseded_events`, and the event ids whose earlier rows they replace."""

    rows: list[dict[str, Any]]
    replaced: tuple[str, ...]


def superseded(
    before: Mapping[str, frozenset[str]],
    after: Mapping[str, frozenset[str]],
    earlier: Iterable[Mapping[str, Any]],
    pipeline_version: str,
) -> Superseded:
    """The rows that a change of events leaves.

    What was superseded earlier by an event that is now gone points on to where that one's mentions are: a chain is
    never longer than one step. An event that is there again has no rows.

    Args:
        before: the events that go, with their mention ids.
        after: the events that come, likewise; an id that stays is in both.
        earlier: rows of `superseded_events`; at least those with one of these ids.
        pipeline_version: as on all rows.
    """
    holder = {mention_id: event_id for event_id, mention_ids in after.items() for mention_id in mention_ids}
    heirs = {
        event_id: sorted({holder[mention_id] for mention_id in mention_ids if mention_id in holder})
        for event_id, mention_ids in before.items()
        if event_id not in after
    }
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for row in earlier:
        targets[row["event_id"]] |= {row["superseded_by"]} - {None}
    changed = {
        event_id: sorted({heir for target in by for heir in heirs.get(target, [target])} - {event_id})
        for event_id, by in targets.items()
        if event_id not in after and by & heirs.keys()
    } | heirs
    back = targets.keys() & after.keys()
    rows = [row for event_id in sorted(changed) for row in _rows(event_id, changed[event_id], pipeline_version)]
    return Superseded(rows, tuple(sorted(changed.keys() | back)))


def _rows(event_id: str, heirs: Sequence[str], pipeline_version: str) -> list[dict[str, Any]]:
    reason = "withdrawn" if not heirs else "merged" if len(heirs) == 1 else "split"
    return [
        {
            "event_id": event_id,
            "ordinal": ordinal,
            "superseded_by": heir,
            "reason": reason,
            "pipeline_version": pipeline_version,
        }
        for ordinal, heir in enumerate(heirs or [None])
    ]
