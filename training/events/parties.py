"""Train the scorer of parties: how likely each phrase of a sentence is actor, recipient or claimant of a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tasks.events.draft import Draft
from tasks.events.find import read_scene
from tasks.events.learned.arrays import FOLDER, write_arrays
from tasks.events.learned.parties import PART, Asked, asked_of, names_of, numbers_of, rows_of
from tasks.events.learned.parties_features import ROLES
from tasks.events.learned.parties_tables import Tables
from training.events.coded import CodedDocument, CodedMention
from training.events.forest import forest_arrays
from training.events.parties_coded import coded_draft

_FIELDS = ("actors", "recipients", "claimants")
# Chosen by cross-validation: F1 of each role over the folds.
_BARS = (0.35, 0.28, 0.25)
_EARLIER_BARS = (0.45, 0.22, 0.25)
_ROUNDS, _EARLIER_ROUNDS = 160, 80
_PARAMETERS: Mapping[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 20, "lambda_l2": 5.0,
    "feature_fraction": 0.35, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 1, "deterministic": True,
    "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
# A phrase that shares words with a party, but is longer or shorter: less wrong than any other.
_HALF_WRONG = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A coded mention that was found, with the roles of its phrases: one row each, a column for each role."""

    fold: int
    mention: CodedMention
    asked: Asked
    roles: NDArray[np.float32]
    weights: NDArray[np.float32]
    earlier: NDArray[np.float32]


def train(documents: Sequence[CodedDocument], models: Path) -> dict[str, float]:
    """Writes `events/<language>/parties.npz` for every language of the documents."""
    examples = [one for document in documents for one in examples_of(document)]
    examples.sort(key=lambda one: one.fold)
    folds = sorted({one.fold for one in examples})
    rows = np.vstack([rows_without_own_fold(examples, fold) for fold in folds])
    arrays: dict[str, NDArray[np.generic]] = {
        "bars": np.array(_BARS),
        "earlier_bars": np.array(_EARLIER_BARS),
        "names": np.array(names_of(examples[0].asked.described[0]), dtype=np.str_),
    }
    for role, booster in zip(ROLES, boosters(rows, examples), strict=True):
        arrays |= forest_arrays(booster, role)
    for role, booster in zip(ROLES, earlier_boosters(examples), strict=True):
        arrays |= forest_arrays(booster, f"earlier_{role}")
    tables = counted(examples)
    for language in sorted({one.asked.draft.mention.language for one in examples}):
        write_arrays(models / FOLDER / language / f"{PART}.npz", arrays | _own(tables, language).arrays())
    return {"mentions": len(examples), "phrases": len(rows)}


def examples_of(document: CodedDocument) -> Iterator[Example]:
    """The coded mentions of a document in parsed sentences, but the optional ones."""
    scene = read_scene(document.document, document.times, parsed=document.parsed)
    drafts, coded = list(scene.drafts), []
    for one in document.mentions:
        draft = next((own for own in drafts if _overlaps(own, one)), None)
        if draft is not None:
            drafts.remove(draft)
        coded.append((one, draft or coded_draft(scene, one)))
    # Beside the others of their sentence, as at the time of use.
    every = [*scene.drafts, *(draft for _, draft in coded if draft is not None and draft not in scene.drafts)]
    every.sort(key=lambda draft: draft.mention.trigger_start)
    asked = {id(one.draft): one for one in asked_of(replace(scene, drafts=every))}
    for one, draft in coded:
        found = asked.get(id(draft))
        if found is not None and not one.optional:
            roles, weights = labels(document.document.text, found, one.fields)
            told = earlier_labels(document.document.text, found, one.fields)
            yield Example(document.fold, one, found, roles, weights, told)


def labels(text: str, asked: Asked, fields: Mapping[str, Any]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Which roles each phrase has by its coding, and how much it counts."""
    roles = np.zeros((len(asked.phrases), len(ROLES)), np.float32)
    weights = np.ones_like(roles)
    tree = asked.draft.reading.parsed.tree
    texts = [_folded(text[one.start : one.end]) for one in asked.phrases]
    pronouns = [tree[one.head].upos == "PRON" for one in asked.phrases]
    for column, field in enumerate(_FIELDS):
        for party in map(_folded, fields.get(field) or ()):
            close = [0.0 if pronoun else closeness(party, one) for one, pronoun in zip(texts, pronouns, strict=True)]
            best = max(close, default=0.0)
            for row, one in enumerate(close):
                if one and one == best:
                    roles[row, column] = 1
                elif one:
                    weights[row, column] = _HALF_WRONG
    weights[roles > 0] = 1
    return roles, weights


def earlier_labels(text: str, asked: Asked, fields: Mapping[str, Any]) -> NDArray[np.float32]:
    """Which roles those named before have by the coding, where no phrase of the sentence is it."""
    roles = np.zeros((len(asked.named), len(ROLES)), np.float32)
    own = labels(text, asked, fields)[0].any(axis=0)
    for column, field in enumerate(_FIELDS):
        if own[column]:
            continue
        for party in map(_folded, fields.get(field) or ()):
            close = [closeness(party, _folded(text[one.start : one.end])) for one in asked.named]
            best = max(close, default=0.0)
            for row, one in enumerate(close):
                roles[row, column] = max(roles[row, column], float(one > 0 and one == best))
    return roles


def closeness(one: str, other: str) -> float:
    """How alike two phrases are: 2 where they are the same, 0 where they share too few words to name the same."""
    if one == other:
        return 2.0
    words, others = set(re.findall(r"\w+", one)), set(re.findall(r"\w+", other))
    shared = len(words & others)
    held = one in other or other in one
    if min(len(one), len(other)) < 2 or not (held or shared * 2 >= min(len(words), len(others)) > 0):  # noqa: PLR2004 - a letter names nobody
        return 0.0
    return max(shared / len(words | others), 0.01)


def counted(examples: Sequence[Example]) -> Tables:
    """How often the phrases of some examples had each role."""
    keys = [described.keys for one in examples for described in one.asked.described]
    return Tables.counted(keys, np.vstack([one.roles for one in examples]))


def rows_without_own_fold(examples: Sequence[Example], fold: int) -> NDArray[np.float32]:
    """The features of the examples of a fold, what was counted being counted in the others."""
    tables = counted([one for one in examples if one.fold != fold] or examples)
    own = [described for one in examples if one.fold == fold for described in one.asked.described]
    return rows_of(own, tables)


def boosters(rows: NDArray[np.float32], examples: Sequence[Example]) -> Iterator[lightgbm.Booster]:
    """One scorer for each role."""
    roles, weights = np.vstack([one.roles for one in examples]), np.vstack([one.weights for one in examples])
    for column in range(len(ROLES)):
        data = lightgbm.Dataset(rows, roles[:, column], weight=weights[:, column])
        yield lightgbm.train(dict(_PARAMETERS), data, _ROUNDS)


def earlier_boosters(examples: Sequence[Example]) -> Iterator[lightgbm.Booster]:
    """One scorer for each role of those named before; from examples whose sentence leaves the role open."""
    for column in range(len(ROLES)):
        some = [one for one in examples if not one.roles[:, column].any()]
        rows = numbers_of([described for one in some for described in one.asked.earlier])
        roles = np.concatenate([one.earlier[:, column] for one in some])
        yield lightgbm.train({**_PARAMETERS, "num_leaves": 8}, lightgbm.Dataset(rows, roles), _EARLIER_ROUNDS)


def _own(tables: Tables, language: str) -> Tables:
    """The tables with the words of one language."""
    kept = [{key: row for key, row in table.items() if key.startswith(f"{language}:")} for table in tables.counts[1:]]
    return Tables((tables.counts[0], *kept), tables.mean)


def _overlaps(draft: Draft, coded: CodedMention) -> bool:
    mention = draft.mention
    return mention.trigger_start < coded.end and coded.start < mention.trigger_end


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.casefold()).strip(" .,:;\"'«»“”")
