"""Reading paths: order, identity, and files that cannot be read after all."""

import json
import os
import pickle
import tempfile
import unicodedata
from pathlib import Path

import pytest

from tasks.errors import InputError
from tasks.read.folder import InputFile, read_inputs
from tasks.read.jsonl import read_lines
from tasks.read.raw import RawDocument
from tasks.read.seedfile import read_seed

MAX = 100_000
TEXT = "date 2016-11 Three were hurt."
ROOT = Path(__file__).resolve().parents[2]


def put(path, data=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data)
    return path


def line(doc_id, **more):
    return json.dumps({"id": doc_id, "text": "Three were hurt."} | more) + "\n"


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
        assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own
    return [(error.uri, error.check) for error in errors]


def test_the_first_seeds_are_read():
    documents = list(read_inputs([ROOT / "seeds" / "aleppo-2016"], MAX))
    assert [(d.doc_id, d.source, d.uri, d.header, d.published) for d in documents] == [
        ("000_59aa9b9e67a379cf", "aleppo-2016", "aleppo-2016/000_59aa9b9e67a379cf.txt", "date 2016-11", "2016-11"),
        ("001_0b59d93ab04eceda", "aleppo-2016", "aleppo-2016/001_0b59d93ab04eceda.txt", "date 2016-11", "2016-11"),
        (
            "003_4922ec31bfbd6dd3",
            "aleppo-2016",
            "aleppo-2016/003_4922ec31bfbd6dd3.txt",
            "date 2016-10-03",
            "2016-10-03",
        ),
    ]
    assert documents[0].text.startswith("Ifølge den syriske eksilgruppen SOHR")
    assert documents[2].text.startswith("AFP, ALEPPO, Syria\n\nThe largest hospital")


def test_files_are_sorted_by_uri_and_lines_as_they_stand(tmp_path):
    put(tmp_path / "b" / "9.txt")
    put(tmp_path / "b" / "10.TXT")
    put(tmp_path / "a" / "z" / "deep.txt")
    put(tmp_path / "c.ndjson", "".join(line(n) for n in range(11)))
    name = tmp_path.name
    expected = ["b/10.TXT", "b/9.txt", *(f"{name}/c.ndjson:{n}" for n in range(1, 12)), "z/deep.txt"]
    assert uris([tmp_path]) == sorted(expected, key=lambda uri: uri.partition(":")[0])


@pytest.fixture
def forbidden():
    """A folder that anybody may enter, with a file and a folder that only their owner may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "s"
        put(folder / "good.txt")
        put(folder / "x.txt").chmod(0o000)
        put(folder / "y.jsonl", line("a")).chmod(0o000)
        put(folder / "z" / "1.txt")
        for path, mode in ((folder.parent, 0o755), (folder, 0o755), (folder / "z", 0o000)):
            path.chmod(mode)
        if os.geteuid() != 0:
            yield folder
        else:
            os.seteuid(65534)  # permissions do not bind root
            try:
                yield folder
            finally:
                os.seteuid(0)
        (folder / "z").chmod(0o755)


def test_what_must_not_be_read(forbidden):
    assert checks([forbidden]) == [("s/x.txt", "unreadable"), ("s/y.jsonl", "unreadable"), ("s/z", "unreadable")]
    (error,) = (entry for entry in read_inputs([forbidden], MAX) if entry.uri == "s/x.txt")
    assert "Permission denied" in error.reason
    assert "s/good.txt" in uris([forbidden])


def shrink(path):
    os.truncate(path, 5)


def grow_and_fifo(path):
    path.unlink()
    os.mkfifo(path)


def to_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", ["x.txt", "x.jsonl"])
@pytest.mark.parametrize(
    ("change", "check"),
    [(Path.unlink, "vanished"), (shrink, "file_changed"), (grow_and_fifo, "not_a_file"), (to_folder, "unreadable")],
)
def test_what_changes_between_listing_and_reading(tmp_path, name, change, check):
    path = put(tmp_path / "s" / name, line("a") if name == "x.jsonl" else TEXT)
    entries = read_inputs([tmp_path], MAX)
    change(path)
    (error,) = entries
    assert (error.uri, error.check) == (f"s/{name}", check)


def test_lines_cut_off_while_they_are_read(tmp_path):
    path = put(tmp_path / "s" / "x.jsonl", "".join(line(n, text="x" * 1000) for n in range(1000)))
    entries = read_inputs([tmp_path], MAX)
    assert next(entries).doc_id == "0"
    os.truncate(path, 500_000)
    *_, last = entries
    assert (last.uri, last.check) == ("s/x.jsonl", "file_changed")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
@pytest.mark.parametrize("read", [read_lines, lambda file, most: [read_seed(file, most)]])
def test_a_disk_that_fails(read):
    # The one regular file of Linux whose first byte is always an input/output error.
    file = InputFile(Path("/proc/self/mem"), "s/x.txt", "s")
    try:
        (error,) = read(file, MAX)
    except InputError as raised:
        error = raised
    assert (error.check, error.found) == ("unreadable", "Input/output error")


@pytest.mark.parametrize(
    ("name", "check"),
    [
        (b"s/caf\xe9.txt", "name_encoding"),
        (b"s/caf\xe9.jsonl", "name_encoding"),
        (b"caf\xe9/x.txt", "name_encoding"),
        (b"s/a\nb.txt", "doc_id"),
        (b"s/a\nb.jsonl", "file_name"),
        (b"a\x1bb/x.txt", "source"),
        (b"s/" + b"x" * 201 + b".txt", "doc_id"),
    ],
)
def test_names_that_cannot_stand_in_a_table(tmp_path, name, check):
    path = os.fsencode(tmp_path) + b"/" + name
    put(Path(os.fsdecode(path)))
    ((_, found),) = checks([tmp_path])
    assert found == check


def test_names_are_composed_whatever_the_file_system_does(tmp_path):
    put(tmp_path / unicodedata.normalize("NFD", "kjelde å") / unicodedata.normalize("NFD", "blå.txt"))
    (document,) = read_inputs([tmp_path], MAX)
    assert (document.doc_id, document.source, document.uri) == ("blå", "kjelde å", "kjelde å/blå.txt")


def test_of_the_same_id_the_first_is_kept(tmp_path):
    put(tmp_path / "a" / "1.txt")
    put(tmp_path / "b" / "1.txt")
    put(tmp_path / "b" / "x.jsonl", line(1) + line("2") + line("2") + line("bad", date="2016-13") + line("bad"))
    put(tmp_path / "c" / "y.ndjson", line(2) + line(unicodedata.normalize("NFD", "å")))
    put(tmp_path / "c" / "z.ndjson", line("å"))
    put(tmp_path / "d" / "c" / "z.ndjson", line("å"))
    entries = list(read_inputs([tmp_path], MAX))
    assert [entry.uri for entry in entries if isinstance(entry, RawDocument)] == [
        "a/1.txt", "b/x.jsonl:2", "b/x.jsonl:5", "c/y.ndjson:2",
    ]  # fmt: skip
    repeated = [entry for entry in entries if isinstance(entry, InputError) and entry.check == "duplicate_doc_id"]
    assert [(error.uri, error.found, error.reason.partition(",")[0]) for error in repeated] == [
        ("b/1.txt", "1", "doc_id '1' stands already at a/1.txt"),
        ("b/x.jsonl:1", "1", "doc_id '1' stands already at a/1.txt"),
        ("b/x.jsonl:3", "2", "doc_id '2' stands already at b/x.jsonl:2"),
        ("c/y.ndjson:1", "2", "doc_id '2' stands already at b/x.jsonl:2"),
        ("c/z.ndjson:1", "å", "doc_id 'å' stands already at c/y.ndjson:2"),
        ("c/z.ndjson:1", "å", "doc_id 'å' stands already at c/y.ndjson:2"),
    ]


def test_the_same_uri_twice_is_one_document(tmp_path):
    put(tmp_path / "a" / "s" / "1.txt")
    put(tmp_path / "b" / "s" / "1.txt")
    assert checks([tmp_path]) == [("s/1.txt", "duplicate_doc_id")]
