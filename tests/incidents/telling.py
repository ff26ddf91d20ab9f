"""Reports with only what a test is about said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tasks.dates.edtf import bounds, date_prec
from tasks.incidents.days import days_of, window
from tasks.incidents.gather import party
from tasks.incidents.names import names_of, signature
from tasks.incidents.report import Figure, Report

_SAID = "A sentence."


def telling(mention_id="m", date="2016-10-01", published="2016-10-03", says=_SAID, text="", **other):
    """A report: dates in EDTF, parties as texts or (text, entity id, country, sector), figures as tuples."""
    start, end = bounds(published) if published else (None, None)
    first, last = bounds(date) if date else (None, None)
    days = days_of(date)
    parties = {role: tuple(map(_party, other.pop(role, ()))) for role in ("actors", "recipients", "claimants")}
    figures = tuple(Figure(*figure) for figure in other.pop("figures", ()))
    values = {
        "mention_id": mention_id, "doc_id": f"doc of {mention_id}", "published_start": start, "published_end": end,
        "language": "en", "segment_no": 0, "sentence_start": 0, "trigger_start": 0, "trigger_text": "attack",
        "position": 0.1, "definite": False, "event_type": "ASSAULT", "event_mode": None, "contexts": (),
        "weapon": None, "event_date": date, "date_start": first, "date_end": last,
        "date_prec": date_prec(date, published=published) if date else None,
        "date_basis": "explicit" if date else None, "place_text": None, "place_id": None, "place_name": None,
        "admin1": None, "country": None, "latitude": None, "longitude": None, "where_prec": None,
        **_tolls(figures), "polarity": "positive", "modality": "actual", "container": None,
        "names": names_of(says, other.get("language", "en")),
        "doc_names": signature(names_of(text or says, other.get("language", "en")), 24), "pipeline_version": "v",
    }  # fmt: skip
    return Report(**(values | {"contexts": ()} | parties | {"figures": figures} | other), days=days,
                  window=window(days, start, end))  # fmt: skip


def at(name, place_id=None, where_prec=1, **other):
    """The columns of a place that was found, in Aleppo unless something else is said."""
    return {"place_text": name, "place_name": name, "place_id": place_id or name.lower(), "where_prec": where_prec,
            "admin1": "Aleppo", "country": "SYR", "latitude": 36.2, "longitude": 37.16, **other}  # fmt: skip


def retold(report, mention_id, **changes):
    """The same told in another document."""
    return replace(report, mention_id=mention_id, doc_id=f"doc of {mention_id}", **changes)


def _party(said):
    return party(said, None, None, None, None) if isinstance(said, str) else party(said[0], None, *said[1:])


def _tolls(figures):
    found = {}
    for kind in ("killed", "injured"):
        of_kind = [figure for figure in figures if figure.kind == kind]
        highs = [figure.high for figure in of_kind]
        found[f"{kind}_low"] = max((f.low for f in of_kind if f.low is not None), default=None)
        found[f"{kind}_high"] = None if not highs or None in highs else max(highs)
    return found


def day(text):
    return date.fromisoformat(text)
