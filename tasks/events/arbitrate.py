"""Who speaks: the rules propose triggers, and where something was learned of them, it decides which are mentions.

A word that no entry begins with is never a trigger. Of the others, those that the rules take and those that they
refuse (a condition fails, it only points back, it tells of the same event as another) the learned reader takes where
its score reaches its threshold. So a mention is read by `both`, by `learned` alone where the rules refuse it, and by
`rules` alone in a language of which nothing was learned, or without a parse. Type and mode are always the entry's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tasks.events.candidates import candidates_of
from tasks.events.learned.trigger_features import Row, rows_of
from tasks.events.learned.triggers import TriggerModel, trigger_model
from tasks.events.reading import Reading
from tasks.events.triggers import Trigger
from tasks.settings import MODELS

_NEAR = 3  # tokens: two words for one event


def arbitrate(readings: Sequence[Reading], models: Path = MODELS) -> None:
    """Decides over the triggers of all sentences of a document.

    Args:
        readings: the sentences in the order of the text, as the rules read them; their `triggers` are set anew.
        models: the folder of what was learned.

    Raises:
        ModelError: what was learned is damaged.
    """
    rows = rows_of([(reading, candidates_of(reading)) for reading in readings])
    for _, own in groupby(rows, key=lambda row: id(row.reading)):
        inside = list(own)
        reading = inside[0].reading
        model = trigger_model(reading.text.language, models)
        if model is not None:
            reading.triggers = _decided(reading, inside, model)


def _decided(reading: Reading, rows: Sequence[Row], model: TriggerModel) -> list[tuple[Trigger, tuple[Trigger, ...]]]:
    """The triggers that are taken, each with those that tell of the same event less closely."""
    scores = dict(zip((row.candidate.first for row in rows), model.scores(rows).tolist(), strict=True))
    taken = {
        row.candidate.first: _signed(row, scores[row.candidate.first], model)
        for row in rows
        if scores[row.candidate.first] >= model.threshold
    }
    others: dict[int, list[Trigger]] = {first: [] for first in taken}
    for group in _groups(reading):
        best = max((one for one in group if one.first in taken), key=lambda one: scores[one.first], default=None)
        if best is not None:
            others[best.first] += [one for one in group if one.first not in taken]
    for first in sorted(taken, key=lambda first: (scores[first], first)):
        closer = _closer(taken[first], taken, scores)
        if closer is not None:
            others[closer] += [taken.pop(first), *others.pop(first)]
    return [(taken[first], tuple(others[first])) for first in sorted(taken)]


def _groups(reading: Reading) -> Iterator[tuple[Trigger, ...]]:
    return ((main, *more) for main, more in reading.triggers)


def _closer(trigger: Trigger, taken: dict[int, Trigger], scores: dict[int, float]) -> int | None:
    """The first token of another word for the same event that is likelier; None where there is none."""
    for first, other in taken.items():
        same = other.event_type == trigger.event_type and abs(first - trigger.first) <= _NEAR
        if first != trigger.first and same and scores[first] >= scores[trigger.first]:
            return first
    return None


def _signed(row: Row, score: float, model: TriggerModel) -> Trigger:
    """The trigger with who takes it and how sure that is."""
    candidate = row.candidate
    return replace(
        candidate.sighting.trigger,
        last=candidate.last,
        parted=candidate.sighting.trigger.parted if candidate.sighting.taken else (),
        reader="both" if candidate.merged == "main" else "learned",
        probability=model.confidence(score),
        known=model.counts.get(row.keys[1], (0, 0)),
    )
