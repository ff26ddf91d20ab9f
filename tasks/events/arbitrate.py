"""Who speaks: the rules propose triggers, and where something was learned of them, it decides which are mentions.

A word that no entry begins with is never a trigger, and what is demanded, promised or threatened never is one. Of the
others the learned reader takes those whose score reaches its threshold, also those that the rules refuse (a condition
fails, it only points back); a word that the rules join with another one for the same event needs some more to be a
mention of its own, and where it alone is taken, that other one speaks for it. So a mention is read by `both`, by
`learned` where the rules refuse it, and by `rules` in a language of which nothing was learned, or without a parse. Type
and mode are always the entry's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tasks.events.candidates import Candidate, candidates_of
from tasks.events.learned.trigger_features import Row, rows_of
from tasks.events.learned.triggers import TriggerModel, trigger_model
from tasks.events.reading import Reading
from tasks.events.triggers import Trigger
from tasks.settings import MODELS

# Chosen by cross-validation over the documents that were learned from.
_NEAR = 3  # tokens: two words for one event
# What a word needs above the threshold where the rules join it with another, and where a surer word of its kind stands
# in the sentence: it may tell of the same event again.
_JOINED, _AGAIN = 0.2, 0.1


def arbitrate(readings: Sequence[Reading], models: Path = MODELS) -> None:
    """Decides over the triggers of all sentences of a document.

    Args:
        readings: the sentences in the order of the text, as the rules read them; their `triggers` are set anew.
        models: the folder of what was learned.

    Raises:
        ModelError: what was learned is damaged.
    """
    rows = rows_of([(reading, candidates_of(reading)) for reading in readings])
    for language in sorted({row.reading.text.language for row in rows}):
        model = trigger_model(language, models)
        if model is None:
            continue
        own = [row for row in rows if row.reading.text.language == language]
        scored = zip(own, model.scores(own).tolist(), strict=True)
        for _, group in groupby(scored, key=lambda one: id(one[0].reading)):
            inside = list(group)
            reading = inside[0][0].reading
            reading.triggers = _decided(reading, inside, model)


def _decided(
    reading: Reading, scored: Sequence[tuple[Row, float]], model: TriggerModel
) -> list[tuple[Trigger, tuple[Trigger, ...]]]:
    """The triggers that are taken, each with those that tell of the same event less closely."""
    rows = [row for row, _ in scored]
    scores = {row.candidate.first: score for row, score in scored}
    signed = {row.candidate.first: _signed(row, scores[row.candidate.first], model) for row in rows}
    return [
        (signed[first], tuple(signed.get(at, other) for at, other in others.items()))
        for first, others in decide(reading, rows, scores, model.threshold).items()
    ]


def decide(
    reading: Reading, rows: Sequence[Row], scores: Mapping[int, float], threshold: float
) -> dict[int, dict[int, Trigger]]:
    """The first tokens of the triggers that are taken, in order, each with those that tell of the same event.

    Args:
        reading: a sentence as the rules read it.
        rows: its candidates.
        scores: of each, by its first token.
        threshold: the score that a trigger needs.
    """
    own = {row.candidate.first: row.candidate for row in rows}
    scores = dict(scores)
    taken = {
        first
        for first, one in own.items()
        if one.merged != "content" and scores[first] >= threshold + (_JOINED if one.merged == "other" else 0)
    }
    others: dict[int, dict[int, Trigger]] = {first: {} for first in taken}
    for main, more in reading.triggers:
        spoken = [one.first for one in more if one.first in taken]
        if spoken and main.first in own and main.first not in taken:
            # The more specific word speaks for both.
            best = max(spoken, key=lambda first: scores[first])
            scores[main.first] = scores[best]
            taken = (taken - {best}) | {main.first}
            others[main.first] = others.pop(best)
        if main.first in taken:
            # What an act led to is told with it: `shelled the port, killing two`.
            taken -= {one.first for one in more if one.entry.consequence}
            others[main.first].update((one.first, one) for one in more if one.first not in taken)
    for first in sorted(taken, key=lambda first: (scores[first], first)):
        closer = _closer(first, own, taken, scores)
        if closer is not None:
            taken.remove(first)
            others[closer].update({first: own[first].sighting.trigger, **others.pop(first)})
    for first in sorted(taken, key=lambda first: (scores[first], first)):
        if scores[first] < threshold + _AGAIN and _surer(first, own, taken, scores):
            taken.remove(first)
    return {first: others[first] for first in sorted(taken)}


def _closer(
    first: int, own: Mapping[int, Candidate], taken: Collection[int], scores: Mapping[int, float]
) -> int | None:
    """Another word for the same event that is likelier; None where there is none."""
    near = (other for other in sorted(taken) if abs(other - first) <= _NEAR and _alike(first, other, own))
    return next((other for other in near if scores[other] >= scores[first]), None)


def _surer(first: int, own: Mapping[int, Candidate], taken: Collection[int], scores: Mapping[int, float]) -> bool:
    """Whether another word of its kind that is taken in the sentence is surer."""
    return any(scores[at] > scores[first] and _alike(first, at, own) for at in taken)


def _alike(one: int, other: int, own: Mapping[int, Candidate]) -> bool:
    """Whether two words may tell of one event: of one type, and no two modes."""
    first, second = own[one].sighting.trigger, own[other].sighting.trigger
    modes = {first.mode, second.mode} - {None}
    return one != other and first.event_type == second.event_type and len(modes) < 2  # noqa: PLR2004 - two modes


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
