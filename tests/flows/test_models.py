"""What a user sees of the language pipelines: named by the doctor, and looked at before a run begins."""

import json
import os
import shutil

import numpy as np
import pytest

from tasks.events.learned.arrays import FOLDER, write_arrays
from tasks.parse.checksums import write_sums
from tasks.settings import MODELS
from tests.flows.test_cli import tidings


@pytest.fixture
def models(tmp_path):
    """A folder of the project's pipelines, to be spoilt; files are linked, so it takes no room."""
    return shutil.copytree(MODELS, tmp_path / "models", copy_function=os.link)


def spoil(path):
    data = path.read_bytes()
    path.unlink()  # a link to the project's own file
    path.write_bytes(data[: len(data) // 2])


def test_the_doctor_names_versions_and_scores(tmp_path):
    found = {check["name"]: check for check in json.loads(tidings("doctor", "--json", "--lake", tmp_path).stdout)}
    for language in ("nb", "en"):
        assert found[f"model {language}"]["ok"]
        assert "syntax LAS 0." in found[f"model {language}"]["found"]
        assert " F 0." in found[f"model {language}"]["found"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("en/ner/model", "is damaged"), ("nb/meta.json", "meta.json: is damaged"), ("nb/tokenizer", "tokenizer"),
        ("en/vocab/strings.json", "strings.json"),
    ],
)  # fmt: skip
def test_a_damaged_pipeline_stops_a_run_before_it_begins(seeds, tmp_path, models, file, message):
    spoil(models / file)
    done = tidings("run", seeds, "--lake", tmp_path / "lake", TIDINGS_MODEL_FOLDER=str(models))
    assert done.returncode == 1
    assert done.stderr.startswith("tidings: ")
    assert message in done.stderr
    assert "make models" in done.stderr
    # On a busy machine Prefect adds that it still sends what it saw.
    assert len([line for line in done.stderr.splitlines() if "EventsWorker" not in line]) == 1
    assert not (tmp_path / "lake").exists()


def test_a_missing_pipeline_stops_a_run_before_it_begins(seeds, tmp_path):
    done = tidings("run", seeds, "--lake", tmp_path / "lake", TIDINGS_MODEL_FOLDER=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "there is no such folder" in done.stderr
    assert not (tmp_path / "lake").exists()


def test_a_pipeline_of_another_version_of_spacy_is_refused(seeds, tmp_path, models):
    meta = models / "en" / "meta.json"
    content = json.loads(meta.read_text(encoding="utf-8")) | {"spacy_version": ">=3.4,<3.5"}
    meta.unlink()
    meta.write_text(json.dumps(content), encoding="utf-8")
    (models / "en" / "SHA256SUMS").unlink()
    done = tidings("run", seeds, "--lake", tmp_path / "lake", TIDINGS_MODEL_FOLDER=str(models))
    assert done.returncode == 1
    assert "is for spaCy >=3.4,<3.5, installed is" in done.stderr


def test_a_pipeline_that_the_user_names_goes_first(seeds, tmp_path):
    done = tidings("run", seeds, "--lake", tmp_path / "lake", TIDINGS_MODELS='{"en": "no_such_pipeline"}')
    assert done.returncode == 1
    assert "no_such_pipeline: is neither a folder nor an installed pipeline" in done.stderr
    nonsense = tidings("doctor", TIDINGS_MODELS="nonsense")
    assert nonsense.returncode == 2
    assert "TIDINGS_MODELS: no JSON" in nonsense.stderr


def test_a_damaged_learned_file_stops_a_run_before_it_begins(seeds, tmp_path, models):
    folder = models / FOLDER / "nb"
    write_arrays(folder / "dreams.npz", {"a": np.arange(100)})  # a part that nobody asks for
    (folder / "SHA256SUMS").unlink(missing_ok=True)
    write_sums(folder)
    spoil(folder / "dreams.npz")
    done = tidings("run", seeds, "--lake", tmp_path / "lake", TIDINGS_MODEL_FOLDER=str(models))
    assert done.returncode == 1
    assert "nb/dreams.npz: is damaged" in done.stderr
    # On a busy machine Prefect adds that it still sends what it saw.
    assert len([line for line in done.stderr.splitlines() if "EventsWorker" not in line]) == 1
    assert not (tmp_path / "lake").exists()
