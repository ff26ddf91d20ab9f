"""Train the learned parts from coded documents into a folder of models."""

from __future__ import annotations

import hashlib
import importlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tasks.errors import UsageError
from tasks.parse.models import ModelChoice
from training.events.coded import CodedDocument, read_coded

log = logging.getLogger(__name__)

# In the order of training: a part may use those before it.
PARTS = ("triggers", "parties", "when", "where")

Train = Callable[[Sequence[CodedDocument], Path], Mapping[str, Any] | None]
Scores = dict[str, Mapping[str, Any]]


def read_folders(train: Path, models: Path) -> dict[str, list[CodedDocument]]:
    """The coded documents of each folder under `train` that holds any, by the folder's name.

    A document that the text room takes for another language is left out: nothing of it is parsed.

    Args:
        train: a folder of folders of `<stem>.txt` and `<stem>.yaml`.
        models: the folder of the pipelines that parse them.

    Raises:
        UsageError: there are none.
    """
    folders = [folder for folder in sorted(train.glob("*")) if any(folder.glob("*.yaml"))]
    if not folders:
        raise UsageError(f"{train}: no coded documents; name a folder of folders of <stem>.txt and <stem>.yaml")
    choice = ModelChoice(models)
    return {folder.name: list(_parsed(read_coded(folder, choice), choice)) for folder in folders}


def part_of(documents: Iterable[CodedDocument], without_fold: int | None, share: float) -> list[CodedDocument]:
    """The documents outside a fold, and of those a share; a smaller share is part of a larger one, twins go together.

    Args:
        documents: any.
        without_fold: the fold that is left out, or None.
        share: above 0, up to 1.
    """
    return [one for one in documents if one.fold != without_fold and _rank(one) < share]


def train_parts(documents: Sequence[CodedDocument], models: Path, only: str | None = None) -> Scores:
    """Trains the parts on all documents; gives what each part says of itself, by the part's name.

    Args:
        documents: of all languages.
        models: where `events/<language>/<part>.npz` are written.
        only: the one part to train; the others stay as they are.

    Raises:
        UsageError: there is no such part, or a library of the training is missing.
    """
    said: Scores = {}
    for part in PARTS if only is None else (only,):
        train = _trainer(part)
        if train is None:
            continue
        started = time.process_time()
        said[part] = dict(train(documents, models) or {})
        log.info("%-10s trained on %d documents in %.0f s", part, len(documents), time.process_time() - started)
    return said


def _parsed(documents: Iterable[CodedDocument], choice: ModelChoice) -> Iterator[CodedDocument]:
    for one in documents:
        if choice.reads(one.document.language):
            yield one
        else:
            log.warning("%s: told as %r, which has no pipeline; left out", one.stem, one.document.language)


def _trainer(part: str) -> Train | None:
    name = f"training.events.{part}"
    if part not in PARTS:
        raise UsageError(f"{part}: no such part; there are {', '.join(PARTS)}")
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise UsageError(
                f"{part}: {error.name} is not installed; install the project with its extra 'train'"
            ) from error
        log.warning("%-10s has no training", part)
        return None
    train: Train = module.train
    return train


def _rank(document: CodedDocument) -> float:
    # Another hash than that of the folds, or a share would be a choice of folds.
    return int.from_bytes(hashlib.sha256(document.twins.encode()).digest()[:4], "big") / 2**32
