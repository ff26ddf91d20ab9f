"""The parties of mentions as coded documents teach them: a score for each phrase of the sentence and each role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasks.errors import ModelError
from tasks.events.draft import Draft, Scene
from tasks.events.learned.arrays import FOLDER, learned_arrays
from tasks.events.learned.parties_choice import choose, choose_earlier
from tasks.events.learned.parties_earlier import Memory, Named, describe_earlier
from tasks.events.learned.parties_features import ROLES, Described, describe
from tasks.events.learned.parties_phrases import PartyPhrase
from tasks.events.learned.parties_tables import Tables
from tasks.events.learned.trees import Trees, probability
from tasks.events.mention import Participant

PART = "parties"
# What the rules say needs less to be believed: coded news is harder than the plain sentences that they are sure of.
# By cross-validation it costs recipients and claimants up to half a point of F1, actors nothing.
_TRUST = np.array([1.6, 1.6, 2.5])  # for each role
_SURE, _OPEN = 0.99, 0.6


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft with the phrases of its sentence, and those named before it, as seen from its trigger."""

    at: int
    draft: Draft
    phrases: Sequence[PartyPhrase]
    described: Sequence[Described]
    named: Sequence[Named]
    earlier: Sequence[Described]


@dataclass(frozen=True, slots=True, eq=False)
class _Learned:
    forests: tuple[Trees, ...]
    tables: Tables
    bars: tuple[float, ...]
    names: tuple[str, ...]
    earlier: tuple[Trees, ...]
    earlier_bars: tuple[float, ...]


def settle_parties(scene: Scene) -> list[tuple[Participant, ...]]:
    """The participants of each draft of a document, in their order, as they were learned.

    Those of the rules stay in a language of which nothing was learned, and in sentences that were not parsed; so do
    parties that the rules found outside the sentence.

    Raises:
        ModelError: the file is damaged, or was trained for other features.
    """
    parties = [draft.mention.participants for draft in scene.drafts]
    asked: dict[str, list[Asked]] = defaultdict(list)
    if any(_learned(scene.models, language) for language in {one.mention.language for one in scene.drafts}):
        for one in asked_of(scene):
            asked[one.draft.mention.language].append(one)
    for language, own in asked.items():
        learned = _learned(scene.models, language)
        if learned is None:
            continue
        chances = _chances(own, learned, scene.models, language)
        earlier = _earlier_chances(own, learned)
        for one, here, there in zip(own, chances, earlier, strict=True):
            parties[one.at] = _parties(scene.document.text, one, here, there, learned)
    return parties


def asked_of(scene: Scene) -> Iterator[Asked]:
    """The drafts in parsed sentences, each with what its scores hang on."""
    memory = Memory(scene)
    earlier: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
    for _, group in groupby(enumerate(scene.drafts), key=lambda one: one[1].number):
        numbered = list(group)
        beside = [draft for _, draft in numbered]
        phrases = memory.phrases.get(beside[0].number, [])
        for at, draft in numbered:
            described = describe(phrases, draft, beside, earlier, scene.reference)
            if described:
                named = memory.before(draft)
                seen = describe_earlier(named, draft, described[0], scene.document.text)
                yield Asked(at, draft, phrases, described, named, seen)
        for draft in beside:
            for party in draft.mention.participants:
                earlier[party.role][party.text.split()[-1].lower()] += 1


def rows_of(described: Sequence[Described], tables: Tables) -> NDArray[np.float32]:
    """The features of phrases, one row each."""
    return np.hstack([numbers_of(described), tables.columns(one.keys for one in described)])


def numbers_of(described: Sequence[Described]) -> NDArray[np.float32]:
    """The features that are no counts, one row each."""
    rows = [list(one.numbers.values()) for one in described]
    return np.array(rows, np.float32) if rows else np.zeros((0, 0), np.float32)


def names_of(described: Described) -> list[str]:
    """The names of the features that stand before those of the tables."""
    return list(described.numbers)


def _chances(asked: Sequence[Asked], learned: _Learned, models: Path, language: str) -> list[NDArray[np.float64]]:
    described = [row for one in asked for row in one.described]
    if tuple(described[0].numbers) != learned.names:
        path = models / FOLDER / language / f"{PART}.npz"
        raise ModelError(path, "was trained for other features", "train it again with 'make models'")
    rows = rows_of(described, learned.tables)
    chances = np.stack([probability(forest.scores(rows)) for forest in learned.forests], axis=1)
    ruled = np.array([[one.numbers[f"ruled {role}"] > 0 for role in ROLES] for one in described])
    chances = np.where(ruled, np.minimum(chances * _TRUST, _SURE), chances)
    return np.split(chances, np.cumsum([len(one.phrases) for one in asked])[:-1])


def _earlier_chances(asked: Sequence[Asked], learned: _Learned) -> list[NDArray[np.float64]]:
    rows = numbers_of([row for one in asked for row in one.earlier])
    chances = np.stack([probability(forest.scores(rows)) for forest in learned.earlier], axis=1)
    return np.split(chances, np.cumsum([len(one.named) for one in asked])[:-1])


def _parties(
    text: str, one: Asked, chances: NDArray[np.float64], earlier: NDArray[np.float64], learned: _Learned
) -> tuple[Participant, ...]:
    tree = one.draft.reading.parsed.tree
    ruled = one.draft.mention.participants
    chosen = choose(text, tree, one.phrases, chances, learned.bars)
    # A role that is left open is what the rules say, unless that is unlikely.
    filled = {party.role for party in chosen}
    open_ = np.array(
        [[role not in filled and own.numbers[f"ruled {role}"] > 0 for role in ROLES] for own in one.described]
    )
    more = choose(text, tree, one.phrases, np.where(open_, chances, 0), [bar * _OPEN for bar in learned.bars])
    chosen += [party for party in more if not any(party.start < own.end and own.start < party.end for own in chosen)]
    found = [_extent(text, party, ruled) for party in chosen]
    if not any(party.role == "claimant" for party in found):
        # `sier han`: the rules know who spoke last.
        found += [party for party in ruled if party.role == "claimant" and party.via == "pronoun"][:1]
    told = choose_earlier(text, one.named, earlier, learned.earlier_bars, found)
    return tuple(sorted(dict.fromkeys((*found, *told)), key=lambda party: ROLES.index(party.role)))


def _extent(text: str, party: Participant, ruled: Sequence[Participant]) -> Participant:
    """A party as far as the rules let it reach: without what parsers hang on behind it, whole where they cut a name."""
    own = [one for one in ruled if one.role == party.role and one.via is None]
    shorter = [one for one in own if one.start == party.start and one.end < party.end]
    longer = [one for one in own if one.start <= party.start and party.end < one.end]
    other = next(iter(shorter or longer), None)
    return (
        party if other is None else replace(party, text=text[other.start : other.end], start=other.start, end=other.end)
    )


@cache
def _learned(models: Path, language: str) -> _Learned | None:
    arrays: Mapping[str, NDArray[np.generic]] | None = learned_arrays(models, language, PART)
    if arrays is None:
        return None
    try:
        return _Learned(
            forests=tuple(Trees.of(arrays, role) for role in ROLES),
            tables=Tables.of(arrays),
            bars=tuple(map(float, np.asarray(arrays["bars"], np.float64))),
            names=tuple(arrays["names"].tolist()),
            earlier=tuple(Trees.of(arrays, f"earlier_{role}") for role in ROLES),
            earlier_bars=tuple(map(float, np.asarray(arrays["earlier_bars"], np.float64))),
        )
    except (KeyError, ValueError) as error:
        path = models / FOLDER / language / f"{PART}.npz"
        raise ModelError(path, f"lacks {error}", "train it again with 'make models'") from error
