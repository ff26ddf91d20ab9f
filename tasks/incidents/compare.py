"""How strongly two reports speak for the same incident: a sum of log-likelihood weights, or never."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from tasks.incidents.compare_parties import parties_weight
from tasks.incidents.compare_places import names_of_place, place_weight
from tasks.incidents.days import days_of
from tasks.incidents.names import common_names
from tasks.incidents.report import Figure, Report
from tasks.incidents.things import MARK
from tasks.incidents.weights import Weights

NEVER = -math.inf
_MANY = 2


def compare(a: Report, b: Report, weights: Weights) -> float:
    """The weight of two reports being of one incident; `NEVER` where they exclude each other.

    Symmetric, and a function of the two alone: what else is known changes nothing.
    """
    if not windows_meet(a, b):
        return NEVER
    same = a.doc_id == b.doc_id
    when = _date_weight(a, b, weights)
    if when == NEVER:
        return NEVER
    where = place_weight(a, b, weights.places)
    if where == NEVER:
        return NEVER
    return (
        weights.types[a.event_type, b.event_type]
        + _mode_weight(a, b, weights)
        + when
        + where
        + parties_weight(a, b, weights)
        + _figures_weight(a, b, weights)
        + _words_weight(a, b, weights, same=same)
        + _whether_weight(a, b, weights)
        + (_within_document(a, b, weights) if same else _across_documents(a, b, weights))
    )


def windows_meet(a: Report, b: Report) -> bool:
    """Whether the two are looked for at the same time."""
    return a.window[0] <= b.window[1] and b.window[0] <= a.window[1]


def _mode_weight(a: Report, b: Report, weights: Weights) -> float:
    if a.event_type != b.event_type or a.event_mode is None or b.event_mode is None:
        return 0.0
    if a.event_mode == b.event_mode:
        return weights.same_mode
    return weights.modes.get((a.event_mode, b.event_mode), weights.contrary_mode)


def _date_weight(a: Report, b: Report, weights: Weights) -> float:
    if a.days is None or b.days is None:
        return 0.0
    meeting = _meeting(a.event_date or "", b.event_date or "")
    if meeting is None:
        return NEVER
    if meeting.union == 0:
        both = "same_vague" if a.days == b.days else "beyond"
        return weights.dates[both if a.days.vague == b.days.vague else "vague_and_dated"]
    if a.date_basis == b.date_basis == "document":
        return weights.dates["only_by_document"]
    if a.doc_id == b.doc_id and a.event_date == b.event_date:
        return weights.days.of(1)  # the same words in one text mean the same day, whichever it is
    return weights.days.of(meeting.union) + math.log(meeting.share)


class _Meeting(NamedTuple):
    """How two dates meet: the days that one or both allow (0 where one is vague), and the share of the narrower's
    that the other allows too.
    """

    union: int
    share: float


@lru_cache(maxsize=1 << 18)
def _meeting(a: str, b: str) -> _Meeting | None:
    """How two dates in EDTF meet; None where they do not."""
    first, second = days_of(a), days_of(b)
    common = first.meet(second) if first is not None and second is not None else None
    if first is None or second is None or common is None:
        return None
    if first.days is None or second.days is None:
        return _Meeting(0, 1.0)
    return _Meeting(len(first.days | second.days), len(common.days or ()) / min(len(first.days), len(second.days)))


def _figures_weight(a: Report, b: Report, weights: Weights) -> float:
    """The strongest agreement, or the contradiction where no figure agrees."""
    found = [
        _figure_weight(x, y, a, b, weights) for x in a.figures for y in b.figures if x.kind == y.kind and _alike(x, y)
    ]
    if not found:
        return 0.0
    best = max(found)
    return best if best > 0 else min(found)


def _alike(x: Figure, y: Figure) -> bool:
    """Whether two figures can count the same people: a group against all of them says nothing."""
    return x.group == y.group


def _figure_weight(x: Figure, y: Figure, a: Report, b: Report, weights: Weights) -> float:
    values = weights.figures
    exact_x, exact_y = x.low == x.high, y.low == y.high
    if exact_x and exact_y and x.low == y.low:
        return values["same" if (x.low or 0) >= values["small"] else "same_small"]
    if (x.low or 0) <= _top(y) and (y.low or 0) <= _top(x):
        return values["overlap"]
    if _risen(x, y, a, b) or _risen(y, x, b, a):
        return values["risen"]
    most, least = max(x.low or 0, y.low or 0), min(_top(x), _top(y))
    return values["like" if most <= least * values["like_ratio"] else "other"]


def _top(figure: Figure) -> float:
    return math.inf if figure.high is None else figure.high


def _risen(x: Figure, y: Figure, a: Report, b: Report) -> bool:
    """Whether the second toll is the higher one, and can be of a later day."""
    if a.published_start is None or b.published_end is None or a.doc_id == b.doc_id:
        return False
    return b.published_end > a.published_start and (y.low or 0) > _top(x)


def _words_weight(a: Report, b: Report, weights: Weights, *, same: bool) -> float:
    values = weights.words
    weapon = values["same_weapon"] if a.weapon and b.weapon and a.weapon.casefold() == b.weapon.casefold() else 0.0
    if same:
        return weapon
    # The name of the place has its own weight.
    shared = a.names & b.names
    if shared:
        shared = shared - names_of_place(a) - names_of_place(b)
    sites = weights.sites
    if not shared & sites and a.names & sites and b.names & sites:
        weapon += values["other_site"]
    if not shared:
        return weapon + (values["none"] if min(len(a.names), len(b.names)) >= _MANY else 0.0)
    # Counted, not added up one by one: the order of a set must not show in the last digit.
    things = sum(name.startswith(MARK) for name in shared)
    common = len(shared & common_names())
    names = (len(shared) - common - things) * values["name"] + common * values["common_name"]
    return weapon + min(values["most"], names + things * values["thing"])


def _whether_weight(a: Report, b: Report, weights: Weights) -> float:
    values = weights.whether
    denied, planned = a.polarity != b.polarity, (a.modality == "actual") != (b.modality == "actual")
    if denied and planned:
        return values["negative_and_planned"]
    return values["denied"] if denied else values["planned"] if planned else 0.0


def _within_document(a: Report, b: Report, weights: Weights) -> float:
    values = weights.same_document
    later = max(a, b, key=lambda report: report.order)
    weight = weights.prior["same_document"]
    if a.sentence_start == b.sentence_start:
        weight += values["same_sentence"]
    elif abs(a.trigger_start - b.trigger_start) <= values["adjacent_characters"]:
        weight += values["adjacent"]
    if later.definite:
        weight += values["definite"]
    if later.date_basis == "context":
        weight += values["by_context"]
    return weight


def _across_documents(a: Report, b: Report, weights: Weights) -> float:
    values = weights.documents
    weight = weights.prior["other_document"]
    if _apart(a, b) > values["parallel_days"]:
        return weight
    shared, share = _shared_signature(a.doc_names, b.doc_names)
    if shared >= values["parallel_names"] and share >= values["parallel_share"]:
        weight += values["parallel"] + weights.position.of(abs(a.position - b.position))
    return weight


def _apart(a: Report, b: Report) -> int:
    """Days that must lie between the two writings; 0 where they can be of one day."""
    if a.published_start is None or b.published_start is None or a.published_end is None or b.published_end is None:
        return 0
    return max(0, (a.published_start - b.published_end).days, (b.published_start - a.published_end).days)


@lru_cache(maxsize=1 << 16)
def _shared_signature(a: frozenset[str], b: frozenset[str]) -> tuple[int, float]:
    shared = len(a & b)
    return shared, shared / max(1, min(len(a), len(b)))
