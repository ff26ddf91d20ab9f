"""The runner of the training: which documents, which parts, and what stands beside the files."""

from __future__ import annotations

import hashlib
import json
import sys
from itertools import pairwise
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from tasks.errors import UsageError
from tasks.events.learned.arrays import FOLDER, learned_arrays, write_arrays
from tasks.events.learned.ready import check_learned
from training.events.card import finish
from training.events.coded import FOLDS, CodedDocument
from training.events.folder import keep_others, linked, put_in_place
from training.events.runner import part_of, read_folders, train_parts


def document(stem, language="xx", mentions=2):
    return CodedDocument(stem, SimpleNamespace(language=language), (), (), ("mention",) * mentions)


DOCUMENTS = [document(f"text-{number}{twin}") for number in range(200) for twin in ("", "_nb")]


@pytest.fixture
def part(monkeypatch):
    """A part that writes how many documents it saw."""
    module = ModuleType("training.events.where")

    def train(documents, models):
        write_arrays(models / FOLDER / "xx" / "where.npz", {"seen": np.array([len(documents)])})
        return {"xx": {"accuracy": 0.5}, "yy": {"accuracy": 0.25}}

    module.train = train
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr("training.events.runner.PARTS", ("where",))


@pytest.mark.parametrize("fold", range(FOLDS))
def test_a_fold_is_left_out_whole(fold):
    kept = part_of(DOCUMENTS, fold, 1.0)
    assert {one.fold for one in kept} == set(range(FOLDS)) - {fold}
    assert len(kept) + sum(one.fold == fold for one in DOCUMENTS) == len(DOCUMENTS)


def test_a_share_grows_and_keeps_twins_together():
    shares = [{one.stem for one in part_of(DOCUMENTS, None, share)} for share in (0.25, 0.5, 0.75, 1.0)]
    assert all(small < large for small, large in pairwise(shares))
    assert all({f"{stem.removesuffix('_nb')}", f"{stem.removesuffix('_nb')}_nb"} <= shares[0] for stem in shares[0])
    assert 0.15 < len(shares[0]) / len(shares[-1]) < 0.35
    assert len(shares[-1]) == len(DOCUMENTS)


def test_a_share_is_no_choice_of_folds():
    assert {one.fold for one in part_of(DOCUMENTS, None, 0.25)} == set(range(FOLDS))


def test_parts_are_trained_and_described(tmp_path, part):
    kept = {"folder": DOCUMENTS, "other": [document("a", "zz")]}
    said = train_parts(DOCUMENTS, tmp_path)
    finish(tmp_path, kept, said)
    folder = tmp_path / FOLDER / "xx"
    check_learned(tmp_path)
    assert learned_arrays(tmp_path, "xx", "where")["seen"] == [400]
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["trained_on"] == {"folder": {"documents": 400, "mentions": 800}}
    assert meta["performance"] == {"where": {"accuracy": 0.5}}
    assert "| where | accuracy | 0.500 |" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_the_same_documents_give_the_same_files(tmp_path, part):
    sums = []
    for name in ("one", "two"):
        finish(tmp_path / name, {"folder": DOCUMENTS}, train_parts(DOCUMENTS, tmp_path / name))
        sums.append((tmp_path / name / FOLDER / "xx" / "SHA256SUMS").read_bytes())
    assert sums[0] == sums[1]


def test_one_part_alone_leaves_the_others_and_their_scores(tmp_path, part):
    models = tmp_path / "models"
    write_arrays(models / FOLDER / "xx" / "when.npz", {"a": np.arange(3)})
    finish(models, {"folder": DOCUMENTS}, {"when": {"accuracy": 0.75}})
    before = hashlib.sha256((models / FOLDER / "xx" / "when.npz").read_bytes()).digest()
    with linked(models) as folder:
        keep_others(models, folder, "where")
        finish(folder, {"folder": DOCUMENTS}, train_parts(DOCUMENTS, folder, "where"))
        put_in_place(folder, models)
    meta = json.loads((models / FOLDER / "xx" / "meta.json").read_text(encoding="utf-8"))
    assert meta["performance"] == {"when": {"accuracy": 0.75}, "where": {"accuracy": 0.5}}
    assert hashlib.sha256((models / FOLDER / "xx" / "when.npz").read_bytes()).digest() == before
    check_learned(models)


def test_an_unknown_part_is_refused(tmp_path):
    with pytest.raises(UsageError, match="dreams: no such part; there are triggers"):
        train_parts([], tmp_path, "dreams")


def test_a_folder_without_coded_documents_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no coded documents"):
        read_folders(tmp_path, tmp_path)
