"""An incident as a row of `events`: what its reports agree on, and their claims side by side."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from functools import reduce
from typing import Any, TypeVar

from tasks.dates.edtf import date_prec
from tasks.incidents.days import Days
from tasks.incidents.report import Party, Report
from tasks.incidents.toll import toll

Month = tuple[int | None, int | None]
_T = TypeVar("_T", bound=Hashable)
# UCDP precision: up to which a place is a point; and one behind the last.
_POINT, _UNKNOWN_PREC = 2, 8
_ID_LENGTH = 20


def event_id(incident: Sequence[Report]) -> str:
    """The id of an incident: a hash of its first report in canonical order, which later reports do not change."""
    first = min(incident, key=lambda report: report.order)
    return hashlib.sha256(first.mention_id.encode()).hexdigest()[:_ID_LENGTH]


def month_of(date_start: date | None, date_end: date | None) -> Month:
    """The partition (year, month) that an event stands in: of its first possible day, else of its last, else none."""
    day = date_start or date_end
    return (day.year, day.month) if day else (None, None)


def event(incident: Sequence[Report]) -> dict[str, Any]:
    """The row of an incident.

    Args:
        incident: its reports, in canonical order.
    """
    when = _when(incident)
    year, month = month_of(when["date_start"], when["date_end"])
    event_type = _majority(report.event_type for report in incident)
    of_type = [report for report in incident if report.event_type == event_type]
    return {
        "event_id": event_id(incident),
        "event_type": event_type,
        "event_mode": _majority(report.event_mode for report in of_type if report.event_mode is not None),
        "contexts": sorted({context for report in incident for context in report.contexts}),
        **when,
        **_where(incident),
        "actors": _named(incident, lambda report: report.actors),
        "recipients": _named(incident, lambda report: report.recipients),
        "claimants": _named(incident, lambda report: report.claimants),
        **_tolls(incident),
        "n_mentions": len(incident),
        "n_documents": len({report.doc_id for report in incident}),
        "languages": sorted({report.language for report in incident}),
        "disputed": _disputed(incident),
        "part_of": None,
        "mention_ids": sorted(report.mention_id for report in incident),
        "first_published": min((r.published_start for r in incident if r.published_start), default=None),
        "last_published": max((r.published_end for r in incident if r.published_end), default=None),
        "event_year": year,
        "event_month": month,
        "pipeline_version": max(report.pipeline_version for report in incident),
    }


def _majority(values: Iterable[_T]) -> _T | None:
    """What most reports say; of two that as many say, what was said first."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None


def _when(incident: Sequence[Report]) -> dict[str, Any]:
    """The days that all dated reports allow: what is dated sharpens what is not, and keeps its words alone."""
    stated = [report for report in incident if report.days is not None]
    if not stated:
        return {"event_date": None, "date_start": None, "date_end": None, "date_prec": None}
    days = reduce(_meet, [report.days for report in stated if report.days is not None])
    # As a report writes it, where one says just that; of several spellings the most frequent.
    same = [report for report in stated if report.days == days]
    if same:
        written = _majority(report.event_date for report in same)
        chosen = next(report for report in same if report.event_date == written)
        precisions = [report.date_prec for report in same if report.date_prec is not None]
        prec = min(precisions, default=None) if chosen.days == days else chosen.date_prec
        return {
            "event_date": written, "date_start": chosen.date_start, "date_end": chosen.date_end, "date_prec": prec,
        }  # fmt: skip
    first = None if days.first is None else date.fromordinal(days.first)
    last = None if days.last is None else date.fromordinal(days.last)
    return {"event_date": days.edtf, "date_start": first, "date_end": last, "date_prec": date_prec(days.edtf)}


def _meet(a: Days, b: Days) -> Days:
    """The common days; the first ones where linking let in what has none (it never does)."""
    return a.meet(b) or a


def _where(incident: Sequence[Report]) -> dict[str, Any]:
    """The most specific place, best attested; a known one before words alone."""
    placed = [r for r in incident if r.place_id is not None] or [r for r in incident if r.place_text is not None]
    columns = ("place_id", "place_name", "admin1", "country", "latitude", "longitude", "where_prec")
    if not placed:
        return dict.fromkeys(columns)
    precise = min(map(_width, placed))
    best = [report for report in placed if _width(report) == precise]
    place = _majority(report.place_id for report in best)
    chosen = next(report for report in best if report.place_id == place)
    return {column: getattr(chosen, column) for column in columns}


def _width(report: Report) -> tuple[int, int, int]:
    """How wide a place is: points before divisions, and a part before the town (our own ids are paths)."""
    prec = report.where_prec or _UNKNOWN_PREC
    return (0 if prec <= _POINT else prec, -(report.place_id or "").count("/"), prec)


def _named(incident: Sequence[Report], of: Callable[[Report], Sequence[Party]]) -> list[str]:
    """The parties of a role without repetition: the most frequent first, then in order of telling."""
    counts: Counter[object] = Counter()
    names: dict[object, str] = {}
    for report in incident:
        for party in of(report):
            who = party.entity_id or party.words or party.name.casefold()
            counts[who] += 1
            names.setdefault(who, party.name)
    return list(dict.fromkeys(names[who] for who, _ in counts.most_common()))


def _tolls(incident: Sequence[Report]) -> dict[str, int | None]:
    return {f"{kind}_{name}": n for kind in ("killed", "injured") for name, n in toll(incident, kind)._asdict().items()}


def _disputed(incident: Sequence[Report]) -> bool:
    """Whether one speaker says that it happened and another that it did not."""
    told = [report for report in incident if report.modality == "actual"]
    asserted = [_speakers(report) for report in told if report.polarity == "positive"]
    denied = [_speakers(report) for report in told if report.polarity == "negative"]
    return any(a.isdisjoint(b) for a in asserted for b in denied)


def _speakers(report: Report) -> frozenset[object]:
    """Who vouches for a report: its claimants, else the document itself."""
    return frozenset(p.entity_id or p.words for p in report.claimants) or frozenset({report.doc_id})
