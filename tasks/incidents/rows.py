"""Reports to and from the rows of `event_mentions`, by which a later run links without reading the texts again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tasks.incidents.days import day, days_of, window
from tasks.incidents.report import Figure, Held, Party, Report

_PARTIES = ("actors", "recipients", "claimants")
_SETS = ("names", "doc_names")
_MADE_ANEW = ("days", "window")
_PLAIN = tuple(
    name for name in Report.__dataclass_fields__ if name not in (*_PARTIES, *_SETS, *_MADE_ANEW, "figures", "contexts")
)


def mention_row(report: Report, event_id: str) -> dict[str, Any]:
    """The row of a report that an event holds."""
    first = day(report.window[0])
    row = {name: getattr(report, name) for name in _PLAIN}
    return row | {
        "event_id": event_id,
        "contexts": list(report.contexts),
        **{name: [_written(party) for party in getattr(report, name)] for name in _PARTIES},
        "figures": [json.dumps([f.kind, f.group, f.low, f.high]) for f in report.figures],
        **{name: sorted(getattr(report, name)) for name in _SETS},
        "window_start": first,
        "window_end": day(report.window[1]),
        "event_year": first.year if first else None,
        "event_month": first.month if first else None,
    }


def held(row: Mapping[str, Any]) -> Held:
    """The report that a row was made of, with its event."""
    days = days_of(row["event_date"])
    values: dict[str, Any] = {name: row[name] for name in _PLAIN}
    values |= {name: tuple(map(_read, row[name])) for name in _PARTIES}
    values |= {name: frozenset(row[name]) for name in _SETS}
    values["contexts"] = tuple(row["contexts"])
    values["figures"] = tuple(Figure(*json.loads(figure)) for figure in row["figures"])
    values["window"] = window(days, row["published_start"], row["published_end"])
    return Held(Report(**values, days=days), row["event_id"])


def _written(party: Party) -> str:
    return json.dumps([party.name, party.entity_id, party.country, party.sector, sorted(party.words)],
                      ensure_ascii=False)  # fmt: skip


def _read(text: str) -> Party:
    name, entity_id, country, sector, words = json.loads(text)
    return Party(name, entity_id, country, sector, frozenset(words))


def held_rows(rows: Sequence[Mapping[str, Any]]) -> list[Held]:
    """The reports of several rows."""
    return [held(row) for row in rows]
