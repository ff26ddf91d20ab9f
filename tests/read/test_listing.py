"""Listing: real files, folders, links, and everything that is none of these."""

import os
import socket
import stat
from pathlib import Path

import pytest

from tasks.errors import InputError, UsageError
from tasks.read.folder import InputFile, find_inputs, read_input, read_inputs
from tasks.read.raw import RawDocument

MAX = 100_000


def put(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("date 2016-11 Three were hurt.")
    return path


def uris(paths):
    return [entry.uri for entry in read_inputs(paths, MAX)]


def checks(paths):
    """What was not read, as uri and check."""
    errors = [entry for entry in read_inputs(paths, MAX) if isinstance(entry, InputError)]
    for error in errors:
        assert len(error.found) <= 80
        assert error.found.isprintable()
        assert str(error).isprintable()
        assert not error.reason.endswith(".")
    return [(error.uri, error.check) for error in errors]


@pytest.mark.parametrize(
    "name", ["README.md", "x.MD", "a.yaml", "a.yml", "LICENSE", ".hidden.txt", ".git/1.txt", ".x.pdf"]
)
def test_what_is_passed_over(tmp_path, name):
    put(tmp_path / "s" / name)
    assert uris([tmp_path]) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x.pdf", "files with .pdf are not read; give .txt, .jsonl, .ndjson"),
        ("x.json", "files with .json are not read"),
        ("x.pdf.gz", "files with .gz are not read"),
        ("x.txt.gz.gz", "files with .gz are not read"),
        ("x.tar.gz", "files with .gz are not read"),
        ("x.zip.gz", "files with .gz are not read"),
        ("x.gz", "files with .gz are not read"),
        ("x", "files with no suffix are not read"),
        ("x.a\nb", r"files with .a\nb are not read"),
    ],
)
def test_unknown_formats(tmp_path, name, reason):
    put(tmp_path / "s" / name)
    (error,) = read_inputs([tmp_path], MAX)
    assert (error.check, error.found) == ("unknown_format", name.replace("\n", r"\n"))
    assert reason in error.reason


def test_a_file_given_itself_is_never_passed_over(tmp_path):
    hidden, readme = put(tmp_path / "s" / ".1.txt"), put(tmp_path / "s" / "README.md")
    assert uris([hidden]) == ["s/.1.txt"]
    assert checks([hidden, readme]) == [("s/README.md", "unknown_format")]


def fifo(path):
    os.mkfifo(path)


def listener(path):
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have some hundred bytes only
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(here)


def outside(path):
    path.symlink_to(put(path.parents[1] / "elsewhere" / "2.txt"))


def outer_folder(path):
    path.symlink_to(put(path.parents[1] / "elsewhere" / "2.txt").parent)


@pytest.mark.parametrize(
    ("name", "make", "check"),
    [
        ("x.txt", fifo, "not_a_file"),
        ("x.jsonl", fifo, "not_a_file"),
        ("x", fifo, "not_a_file"),
        ("x.txt", listener, "not_a_file"),
        ("x.txt", lambda path: put(path / "1.txt"), "directory_as_file"),
        ("x.JSONL", lambda path: put(path / "1.txt"), "directory_as_file"),
        ("x.txt", lambda path: path.symlink_to("nowhere.txt"), "dangling_symlink"),
        ("x", lambda path: path.symlink_to("nowhere"), "dangling_symlink"),
        ("x.txt", outside, "symlink_out"),
        ("x", outer_folder, "symlink_out"),
        ("x.txt", lambda path: path.symlink_to("/dev/zero"), "symlink_out"),
        ("x.txt", lambda path: path.symlink_to("x.txt"), "symlink_loop"),
        ("x", lambda path: path.symlink_to("."), "symlink_loop"),
        ("x.txt", lambda path: path.symlink_to("."), "symlink_loop"),
    ],
)
def test_what_is_no_file(tmp_path, name, make, check):
    folder = tmp_path / "s"
    put(folder / "good.txt")
    make(folder / name)
    assert checks([folder]) == [(f"s/{name}", check)]
    assert "s/good.txt" in uris([folder])


def test_links_inside_the_folder(tmp_path):
    put(tmp_path / "s" / "a" / "1.txt")
    put(tmp_path / "s" / ".store" / "blob")
    put(tmp_path / "s" / "a" / "sub" / "3.txt")
    (tmp_path / "s" / "2.txt").symlink_to(".store/blob")
    (tmp_path / "s" / "b").symlink_to("a")
    (tmp_path / "s" / "a" / "sub" / "up").symlink_to("../..")
    assert [d.uri for d in read_inputs([tmp_path / "s"], MAX) if isinstance(d, RawDocument)] == [
        "a/1.txt", "s/2.txt", "sub/3.txt",
    ]  # fmt: skip
    assert checks([tmp_path / "s"]) == [("sub/up", "symlink_loop")]


def test_a_link_given_itself_may_lead_anywhere(tmp_path):
    target = put(tmp_path / "elsewhere" / "2.txt")
    link = tmp_path / "s" / "1.txt"
    put(tmp_path / "s" / "0.txt")
    link.symlink_to(target)
    assert uris([link]) == ["s/1.txt"]
    assert checks([link.parent, link]) == checks([link, link.parent]) == []


@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero"])
def test_a_device_is_never_opened(path):
    assert checks([Path(path)]) == [(path[1:], "not_a_file")]


@pytest.mark.parametrize("name", ["nowhere", "s/1.txt/x", "s/none.txt", "x\ny"])
def test_a_path_that_does_not_exist_stops_the_run_at_once(tmp_path, name):
    put(tmp_path / "s" / "1.txt")
    for call in (find_inputs, lambda paths: read_inputs(paths, MAX)):
        with pytest.raises(UsageError, match="no such file or folder; give one that exists") as caught:
            call([tmp_path / "s", tmp_path / name])
        assert str(caught.value).isprintable()


def test_a_dangling_link_given_itself(tmp_path):
    (tmp_path / "x.txt").symlink_to("nowhere")
    assert checks([tmp_path / "x.txt"]) == [(f"{tmp_path.name}/x.txt", "dangling_symlink")]


def test_a_path_too_long_to_open(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(20):
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    Path("1.txt").write_text("date 2016 x")
    assert [check for _, check in checks([tmp_path])] == ["unreadable"]


def test_listing_opens_nothing(tmp_path, monkeypatch):
    put(tmp_path / "s" / "1.txt")
    monkeypatch.setattr("builtins.open", None)
    monkeypatch.setattr(os, "open", None)
    files, errors = find_inputs([tmp_path])
    assert (len(files), errors) == (1, [])
    assert stat.S_ISREG(files[0].path.stat().st_mode)


def test_an_empty_folder_gives_nothing(tmp_path):
    assert find_inputs([tmp_path]) == ([], [])
    assert list(read_inputs([], MAX)) == []


def test_uris_do_not_depend_on_how_a_folder_is_reached(tmp_path, monkeypatch):
    put(tmp_path / "seeds" / "s" / "1.txt")
    (tmp_path / "link").symlink_to("seeds/s")
    monkeypatch.chdir(tmp_path / "seeds" / "s")
    for path in (".", "1.txt", "..", "../s", "../../link", "../../link/1.txt", tmp_path, tmp_path / "seeds" / "s"):
        assert uris([Path(path)]) == ["s/1.txt"]


def test_overlapping_paths_count_once(tmp_path):
    file = put(tmp_path / "s" / "1.txt")
    (tmp_path / "s" / "2.pdf").touch()
    assert uris([tmp_path, tmp_path / "s", file, file]) == ["s/1.txt", "s/2.pdf"]


def test_two_ways_to_list(tmp_path):
    put(tmp_path / "s" / "1.txt")
    put(tmp_path / "s" / "2.pdf")
    files, errors = find_inputs([tmp_path])
    assert files == [InputFile(tmp_path / "s" / "1.txt", "s/1.txt", "s")]
    assert [(error.uri, error.check) for error in errors] == [("s/2.pdf", "unknown_format")]
    assert [document.doc_id for document in read_input(files[0], MAX)] == ["1"]
