"""How many were killed or injured, over all claims: low, best and high as in UCDP GED.

A claim is what one speaker said last: whoever corrects a toll replaces it. Statements without a claimant count as one
speaker's, so that the toll of Monday's papers does not pull down that of Tuesday's. Figures of one report are of the
same people under several names and are never added up; figures of a group alone (two children) bound the toll from
below only where nobody counts all.

low: the least that a claim grants. high: the greatest that one allows; None where one sets no bound.
best: the median over the claims of the figure that most documents give; an exact figure counts before a bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tasks.incidents.report import Report


class Toll(NamedTuple):
    """Persons; None where unknown, of `high` also where a claim sets no bound."""

    low: int | None
    best: int | None
    high: int | None


class _Claim(NamedTuple):
    doc_id: str
    low: int | None
    high: int | None
    total: bool


def toll(incident: Sequence[Report], kind: str) -> Toll:
    """The toll of an incident.

    Args:
        incident: its reports.
        kind: killed or injured.
    """
    claims = _last_claims(incident, kind)
    whole = [claim for claim in claims if claim.total] or claims
    lows = [claim.low for claim in whole if claim.low is not None]
    highs = [claim.high for claim in whole]
    if not claims:
        return Toll(None, None, None)
    floor = max((claim.low for claim in claims if claim.low is not None and claim.high is not None), default=0)
    low = min(lows, default=None)
    best = _best(whole)
    if best is not None:
        best = max(best, *(claim.low or 0 for claim in claims if not claim.total), 0)
    high = None if None in highs else max(h for h in highs if h is not None)
    if high is not None:
        high = max(high, best or 0, floor)
    return Toll(low, best, high)


def _last_claims(incident: Sequence[Report], kind: str) -> list[_Claim]:
    """The claims of each speaker's last document."""
    by_speaker: defaultdict[object, list[tuple[date, _Claim]]] = defaultdict(list)
    for report in incident:
        low, high = getattr(report, f"{kind}_low"), getattr(report, f"{kind}_high")
        figures = [figure for figure in report.figures if figure.kind == kind]
        if report.polarity == "negative" or (low is None and high is None and not figures):
            continue
        total = any(not figure.group for figure in figures)
        day = report.published_end or date.min
        claim = _Claim(report.doc_id, low, high, total)
        speakers: set[object] = {party.entity_id or party.words for party in report.claimants}
        for speaker in speakers or {None}:
            by_speaker[speaker].append((day, claim))
    last = []
    for told in by_speaker.values():
        latest = max(day for day, _ in told)
        last += [claim for day, claim in told if day == latest]
    return sorted(set(last), key=lambda claim: (claim.doc_id, claim.low or 0, claim.high or 0, claim.total))


def _best(claims: Sequence[_Claim]) -> int | None:
    documents: defaultdict[tuple[int, int | None], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.low is not None:
            documents[claim.low, claim.high].add(claim.doc_id)
    if not documents:
        return None
    exact = {figure: docs for figure, docs in documents.items() if figure[0] == figure[1]} or documents
    most = max(len(docs) for docs in exact.values())
    attested = sorted(figure[0] for figure, docs in exact.items() if len(docs) == most)
    return attested[(len(attested) - 1) // 2]
