"""Damage to a pipeline's files shows before anything is loaded."""

from __future__ import annotations

import subprocess

import pytest

from tasks.errors import ModelError
from tasks.parse.checksums import check_sums, write_sums


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(bytes(range(256)))
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    write_sums(tmp_path)
    return tmp_path


def test_what_was_written_passes(folder):
    check_sums(folder, "x")
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)  # noqa: S607


def test_a_folder_without_sums_passes(tmp_path):
    check_sums(tmp_path, "x")


@pytest.mark.parametrize("size", [0, 100, 255, 256])
def test_a_changed_file_is_named(folder, size):
    (folder / "ner" / "model").write_bytes(bytes(range(1, 1 + size % 256)) if size else b"")
    with pytest.raises(ModelError, match=r"ner/model: is damaged .*; train it again"):
        check_sums(folder, "train it again")


def test_a_missing_file_is_named(folder):
    (folder / "ner" / "model").unlink()
    with pytest.raises(ModelError, match="ner/model: the file is missing"):
        check_sums(folder, "x")


@pytest.mark.parametrize("line", ["", "abc", "0  ../../etc/passwd", "0  /etc/passwd"])
def test_a_line_that_is_no_checksum_is_refused(folder, line):
    (folder / "SHA256SUMS").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ModelError, match="SHA256SUMS: has the line"):
        check_sums(folder, "x")


def test_sums_that_are_no_text_are_refused(folder):
    (folder / "SHA256SUMS").write_bytes(b"\xff\xfe")
    with pytest.raises(ModelError, match="SHA256SUMS: cannot be read"):
        check_sums(folder, "x")
