"""Whether two reports speak of the same actors, recipients and claimants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tasks.incidents.report import Party, Report
from tasks.incidents.weights import Weights


def parties_weight(a: Report, b: Report, weights: Weights) -> float:
    """The weight of the parties of two reports, role by role."""
    values = weights.parties
    actors = _role_weight(a.actors, b.actors, values)
    if actors < 0 and a.event_type in weights.speech and b.event_type in weights.speech:
        actors = values["other_speaker"]
    return (
        actors * values["actor"]
        + _role_weight(a.recipients, b.recipients, values) * values["recipient"]
        # Another claimant is no contradiction: several speak of the same.
        + max(0.0, _role_weight(a.claimants, b.claimants, values)) * values["claimant"]
    )


def same_party(x: Party, y: Party, values: Mapping[str, float]) -> float:
    """The weight of two parties being one: by entity, else by country and sector, else by words."""
    if x.entity_id is not None and x.entity_id == y.entity_id:
        return values["same_entity"]
    words = values["same_words"] * _shared(x.words, y.words)
    if x.entity_id is not None and y.entity_id is not None:
        return max(words / 2, _of_state(x, y, values) / 2 if x.country == y.country else values["apart"])
    if x.country is not None and y.country is not None:
        return max(words, _of_state(x, y, values)) if x.country == y.country else values["apart"]
    if x.sector is not None and y.sector is not None:
        return max(words, values["same_sector"] if x.sector == y.sector else values["apart"] / 2)
    return words


def _of_state(x: Party, y: Party, values: Mapping[str, float]) -> float:
    if x.sector is None or y.sector is None:
        return values["same_country"]
    return values["same_state"] if x.sector == y.sector else 0.0


def _role_weight(a: Sequence[Party], b: Sequence[Party], values: Mapping[str, float]) -> float:
    """The best pair; nothing where one side names nobody or where words of two languages cannot be held together."""
    if not a or not b:
        return 0.0
    best = max(same_party(x, y, values) for x in a for y in b)
    if best > 0:
        return best
    return min(best, values["apart"]) if all(_known(p) for p in (*a, *b)) else min(best, 0.0)


def _known(party: Party) -> bool:
    return party.entity_id is not None or party.country is not None or party.sector is not None


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the fewer words that both have."""
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))
