"""Damage to a learned file shows before a run, in one sentence that names it."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.errors import ModelError
from tasks.events.learned.arrays import FOLDER, learned_arrays, write_arrays
from tasks.events.learned.ready import check_learned, learned_parts
from tasks.parse.checksums import write_sums
from tasks.settings import MODELS


@pytest.fixture
def models(tmp_path):
    folder = tmp_path / FOLDER / "xx"
    write_arrays(folder / "where.npz", {"a": np.arange(200.0), "b": np.zeros((3, 2), np.int16)})
    write_arrays(folder / "when.npz", {"a": np.arange(7)})
    write_sums(folder)
    return tmp_path


def test_what_is_whole_passes(models):
    check_learned(models)
    assert learned_parts(models) == {"xx": ["when", "where"]}


def test_nothing_learned_is_no_fault(tmp_path):
    check_learned(tmp_path)
    assert learned_parts(tmp_path) == {}


def test_what_ships_is_whole():
    check_learned(MODELS)


def test_a_damaged_file_is_named(models):
    path = models / FOLDER / "xx" / "where.npz"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ModelError, match=r"where\.npz: is damaged .*make models"):
        check_learned(models)


def test_a_missing_file_is_named(models):
    (models / FOLDER / "xx" / "when.npz").unlink()
    with pytest.raises(ModelError, match=r"when\.npz: the file is missing"):
        check_learned(models)


def test_without_sums_the_file_itself_is_read(models):
    (models / FOLDER / "xx" / "SHA256SUMS").unlink()
    (models / FOLDER / "xx" / "when.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match=r"when\.npz: cannot be read"):
        check_learned(models)


@pytest.mark.parametrize("step", range(0, 400, 7))
def test_whatever_byte_is_damaged_the_reading_gives_the_arrays_or_the_error(models, step):
    path = models / FOLDER / "xx" / "where.npz"
    data = bytearray(path.read_bytes())
    data[step % len(data)] ^= 0xFF
    path.write_bytes(bytes(data))
    try:
        damaged = learned_arrays(models, "xx", "where") is None
    except ModelError:
        damaged = True  # any other error fails the test
    assert damaged or set(learned_arrays(models, "xx", "where") or ()) == {"a", "b"}
