"""Train the reader of triggers: which of the words that the lexicon knows careful readers would code.

One model for each language, out of the documents of all: what the features ask is the same in every language, so that
those of others count half. Precisions of entries and lemmas, the threshold and the worth of a score come from documents
that the scoring trees did not see.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tasks.events.arbitrate import decide
from tasks.events.candidates import candidates_of
from tasks.events.find import read_paragraphs
from tasks.events.learned.arrays import FOLDER, write_arrays
from tasks.events.learned.trigger_features import Row, rows_of
from tasks.events.learned.triggers import PART, Counts, matrix
from training.events.coded import FOLDS, CodedDocument
from training.events.forest import forest_arrays

_ROUNDS = 160
_OPTIONS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 20, "feature_fraction": 0.4,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "deterministic": True, "force_row_wise": True,
    "num_threads": 1, "seed": 1, "verbose": -1,
}  # fmt: skip
_OTHER_LANGUAGE = 0.5  # what a document of another language counts
_LEAST = 15  # candidates that must have a feature
_THRESHOLDS = np.arange(0.25, 0.65, 0.02)
_AS_GOOD = 0.004  # differences of F1 that another choice of documents would undo
_SURE = (0.02, 0.98)  # nothing that was learned is surer
_STEPS = 21  # points of the curve of what a score is worth

Forest = tuple[tuple[str, ...], Counts, lightgbm.Booster]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The candidates of a document; `coded` is 1, 0, or -1 where readers may differ or a neighbour is the trigger.

    `asked`: how many mentions are coded that are not optional.
    """

    document: CodedDocument
    rows: Sequence[Row]
    coded: NDArray[np.int8]
    asked: int

    @property
    def language(self) -> str:
        """Of the document."""
        return self.document.document.language


def train(documents: Sequence[CodedDocument], models: Path) -> dict[str, dict[str, float]]:
    """Writes `events/<language>/triggers.npz` for every language of the documents; gives what cross-validation says.

    Args:
        documents: of all languages.
        models: the folder of the models.
    """
    samples = [sample(one) for one in documents]
    said = {}
    for language in sorted({one.language for one in samples}):
        own = [one for one in samples if one.language == language]
        scores = out_of_fold(samples, samples, language)
        threshold, figures = _threshold(own, scores)
        names, counts, booster = _forest(samples, language)
        kinds = sorted(counts)
        scored, right = _worth(own, scores)
        arrays: dict[str, NDArray[np.generic]] = {
            "names": np.array(names),
            "kinds": np.array(kinds),
            "coded": np.array([counts[kind][0] for kind in kinds], np.int32),
            "seen": np.array([counts[kind][1] for kind in kinds], np.int32),
            "threshold": np.array([threshold]),
            "scored": scored,
            "right": right,
        }
        write_arrays(models / FOLDER / language / f"{PART}.npz", arrays | forest_arrays(booster, "trees"))
        said[language] = figures
    return said


def sample(document: CodedDocument) -> Sample:
    """The candidates of a document with whether they are coded."""
    paragraphs = read_paragraphs(document.document, document.times, parsed=document.parsed)
    rows = rows_of([(reading, candidates_of(reading)) for paragraph in paragraphs for reading in paragraph])
    coded = np.zeros(len(rows), np.int8)
    spans = [_span(row) for row in rows]
    for mention in sorted(document.mentions, key=lambda one: not one.optional):
        hit = [at for at, (start, end) in enumerate(spans) if start < mention.end and mention.start < end]
        if not hit:
            continue
        best = min(hit, key=lambda at: (rows[at].candidate.merged != "main", rows[at].features["depth"], at))
        for at in hit:
            if mention.optional or coded[at] == 0:
                coded[at] = -1
        if not mention.optional:
            coded[best] = 1
    return Sample(document, rows, coded, sum(not one.optional for one in document.mentions))


def cross_validate(samples: Sequence[Sample], training: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each language over all samples, by trees that saw some of the other folds.

    Only triggers that overlap a coded one count as found.
    """
    found = {}
    for language in sorted({one.language for one in samples}):
        own = [one for one in samples if one.language == language]
        found[language] = _threshold(own, out_of_fold(samples, training, language))[1]
    return found


def out_of_fold(samples: Sequence[Sample], training: Sequence[Sample], language: str) -> list[NDArray[np.float64]]:
    """The scores of each sample of a language by trees that saw those of `training` in other folds."""
    own = [one for one in samples if one.language == language]
    found: dict[int, NDArray[np.float64]] = {}
    for fold in range(FOLDS):
        held = [one for one in own if one.document.fold == fold and len(one.rows)]
        seen = [one for one in training if one.document.fold != fold]
        if not held or not any(one.language == language and (one.coded == 1).any() for one in seen):
            continue
        names, counts, booster = _forest(seen, language)
        for one in held:
            found[id(one)] = np.asarray(booster.predict(matrix(one.rows, names, counts), num_threads=1))
    return [found.get(id(one), np.zeros(len(one.rows))) for one in own]


def _forest(samples: Sequence[Sample], language: str) -> Forest:
    """The trees of a language, the names of their features, and how often each kind of trigger was coded."""
    common = Counter(name for one in samples for row in one.rows for name in row.features)
    names = tuple(sorted(name for name, times in common.items() if times >= _LEAST))
    counts = {tag: _counts([one for one in samples if one.language == tag]) for tag in {s.language for s in samples}}
    features = np.vstack([matrix(one.rows, names, counts[one.language], _counts([one])) for one in samples])
    coded = np.concatenate([one.coded for one in samples])
    weights = np.concatenate(
        [np.full(len(one.rows), 1.0 if one.language == language else _OTHER_LANGUAGE) for one in samples]
    )
    kept = coded >= 0
    data = lightgbm.Dataset(features[kept], coded[kept], weight=weights[kept])
    return names, counts[language], lightgbm.train(_OPTIONS, data, _ROUNDS)


def _counts(samples: Sequence[Sample]) -> Counts:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in samples:
        for row, coded in zip(one.rows, one.coded, strict=True):
            if coded >= 0:
                for kind in row.keys:
                    found[kind][0] += int(coded)
                    found[kind][1] += 1
    return {kind: (coded, seen) for kind, (coded, seen) in found.items()}


def _threshold(samples: Sequence[Sample], scores: Sequence[NDArray[np.float64]]) -> tuple[float, dict[str, float]]:
    """The threshold, and precision, recall and F1 at it; only triggers that overlap a coded one count as found.

    The highest of those whose F1 is as good as the best: where the curve is flat, what is right goes before what is
    found.
    """
    asked = sum(one.asked for one in samples)
    tried = []
    for threshold in _THRESHOLDS:
        wrong = right = 0
        for one, score in zip(samples, scores, strict=True):
            for coded in _taken(one, score, float(threshold)):
                right += coded == 1
                wrong += coded == 0
        precision, recall = right / max(1, right + wrong), right / max(1, asked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        tried.append({"precision": precision, "recall": recall, "f1": f1, "threshold": float(threshold)})
    best = max(one["f1"] for one in tried)
    figures = next(one for one in reversed(tried) if one["f1"] >= best - _AS_GOOD)
    return figures["threshold"], figures


def _taken(one: Sample, scores: NDArray[np.float64], threshold: float) -> Iterator[int]:
    """Whether each trigger that would be taken is coded."""
    lines = zip(one.rows, scores.tolist(), one.coded.tolist(), strict=True)
    for _, group in groupby(lines, key=lambda line: id(line[0].reading)):
        own = list(group)
        rows = [row for row, _, _ in own]
        coded = {row.candidate.first: is_coded for row, _, is_coded in own}
        by_token = {row.candidate.first: score for row, score, _ in own}
        yield from (coded[first] for first in decide(rows[0].reading, rows, by_token, threshold))


def _worth(
    samples: Sequence[Sample], scores: Sequence[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The share of coded candidates at rising scores."""
    coded, score = _known(samples, scores)
    order = np.argsort(score, kind="stable")
    points = np.linspace(0.0, 1.0, _STEPS)
    if not len(order):
        return points, points
    return points, np.interp(points, score[order], np.clip(rising(coded[order]), *_SURE))


def rising(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The never falling sequence that is nearest to some values: neighbours that fall are pooled (isotonic fit)."""
    means: list[float] = []
    sizes: list[int] = []
    for value in values.tolist():
        means.append(value)
        sizes.append(1)
        while len(means) > 1 and means[-2] >= means[-1]:
            mean, size = means.pop(), sizes.pop()
            means[-1] = (means[-1] * sizes[-1] + mean * size) / (sizes[-1] + size)
            sizes[-1] += size
    return np.repeat(np.array(means), sizes)


def _known(
    samples: Sequence[Sample], scores: Sequence[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    coded = np.concatenate([one.coded for one in samples]).astype(np.float64)
    return coded[coded >= 0], np.concatenate(list(scores))[coded >= 0]


def _span(row: Row) -> tuple[int, int]:
    tokens = row.reading.text.tokens
    return tokens[row.candidate.first].start, tokens[row.candidate.last - 1].end
