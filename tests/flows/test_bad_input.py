"""Everything a folder can hold that is no text: one run names each, keeps the rest, and says so in its exit code."""

import json
import os
import resource
import subprocess
import sys
import textwrap

from flows.ingest import ingest
from tasks.settings import ROOT
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake
from tests.flows.conftest import contents, run, versions, write

GOOD = "date 2016-11-04 Minst fem sivile ble drept i et flyangrep mot Aleppo torsdag, ifølge SOHR."
LINE = {"id": "l1", "date": "2016-11", "text": "Ti ble drept i Homs onsdag."}


def bad_folder(folder):
    """Writes one of each; gives uri -> the check it must fail."""
    folder.mkdir()
    (folder.parent / "outside.txt").write_text(GOOD, encoding="utf-8")
    write(folder, "good", GOOD)
    write(folder, "empty", "")
    write(folder, "no_header", "Ingen dato her.")
    write(folder, "month", "date 2016-13 Tekst.")
    write(folder, "day", "date 2016-02-30 Tekst.")
    (folder / "latin1.txt").write_bytes("date 2016 Blåbær".encode("latin-1"))
    (folder / "nul.txt").write_bytes(b"date 2016 a\0b")
    with (folder / "huge.txt").open("wb") as file:
        file.write(b"date 2016 ")
        file.truncate(50_000_000)
    (folder / "folder.txt").mkdir()
    (folder / "dangling.txt").symlink_to(folder / "nothing.txt")
    (folder / "out.txt").symlink_to(folder.parent / "outside.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "other").mkdir()
    write(folder / "other", "good", "date 2016 To filer med samme navn.")
    lines = [json.dumps(LINE), "{no json", json.dumps({"id": "l2", "date": "2016"}), json.dumps(LINE), "[]"]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "notes.md").write_text("passed over", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    return {
        "bad/empty.txt": "empty_text",
        "bad/no_header.txt": "no_header",
        "bad/month.txt": "header_date",
        "bad/day.txt": "header_date",
        "bad/latin1.txt": "not_utf8",
        "bad/nul.txt": "nul",
        "bad/huge.txt": "too_large",
        "bad/folder.txt": "directory_as_file",
        "bad/dangling.txt": "dangling_symlink",
        "bad/out.txt": "symlink_out",
        "bad/pipe.txt": "not_a_file",
        "other/good.txt": "duplicate_doc_id",
        "bad/lines.jsonl:2": "not_json",
        "bad/lines.jsonl:3": "missing_text",
        "bad/lines.jsonl:4": "duplicate_doc_id",
        "bad/lines.jsonl:5": "not_an_object",
        "bad/scan.pdf": "unknown_format",
    }


def test_each_bad_input_is_named_and_the_rest_is_read(tmp_path):
    expected = bad_folder(tmp_path / "bad")
    lake = Lake(tmp_path / "lake")
    report = run(tmp_path / "bad", lake.root)
    rejects = {row["uri"]: row for row in lake.read("rejects").to_pylist()}
    assert {uri: row["expectation"] for uri, row in rejects.items()} == expected
    assert all(row["table_name"] == "inputs" and len(row["reason"]) > 20 for row in rejects.values())
    assert "month 13" in rejects["bad/month.txt"]["reason"]
    assert sorted(lake.read("documents", ["doc_id"])["doc_id"].to_pylist()) == ["good", "l1"]
    assert (report.documents_new, report.inputs_rejected, report.rejected) == (2, len(expected), True)

    before = versions(lake.root)
    assert run(tmp_path / "bad", lake.root).rejected
    assert versions(lake.root) == before


def test_a_mended_input_leaves_the_rejects(tmp_path):
    folder = tmp_path / "avis"
    folder.mkdir()
    write(folder, "a", "date 2016-13 Minst fem ble drept.")
    write(folder, "b", "Ingen dato.")
    lake = Lake(tmp_path / "lake")
    run(folder, lake.root)
    write(folder, "a", "date 2016-12 Minst fem ble drept.")
    run(folder / "a.txt", lake.root)
    assert lake.read("rejects", ["uri"])["uri"].to_pylist() == ["avis/b.txt"]
    (folder / "b.txt").unlink()
    report = run(folder, lake.root)
    assert lake.read("rejects").num_rows == 0
    assert not report.rejected


def test_an_unreadable_file_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "avis"
    folder.mkdir()
    write(folder, "a", GOOD)
    write(folder, "b", GOOD)
    real = os.open

    def refuse(path, *rest, **more):
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    run(folder, tmp_path / "lake")
    [row] = Lake(tmp_path / "lake").read("rejects").to_pylist()
    assert (row["uri"], row["expectation"]) == ("avis/b.txt", "unreadable")


DISK_FULL = """
    import resource, signal, sys
    from pathlib import Path
    from tasks.errors import LakeError
    from tasks.settings import RunSettings
    from tasks.shards import extract_shard, plan_shards

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    seeds, lake, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    settings = RunSettings(seeds=(seeds,), lake=lake)
    if step == "plan":
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
    try:
        [folder] = plan_shards(settings, "run").shards
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
        extract_shard(folder, settings, "run")
    except LakeError as error:
        print(error)
        sys.exit(1)
"""


def test_a_disk_that_is_full_while_staging_commits_nothing_half(seeds, tmp_path):
    """A quota on the size of files stands for the full disk."""
    lake = Lake(tmp_path / "lake")
    lake.create()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    for step in ("plan", "extract"):
        command = [sys.executable, "-c", textwrap.dedent(DISK_FULL), str(seeds), str(lake.root), step]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        assert done.returncode == 1, done.stderr
        assert "cannot be staged" in done.stdout
        assert "nothing was committed" in done.stdout
        assert {lake.version(name) for name in TABLES} == {0}
    ingest(seeds=[seeds], lake=lake.root)
    ingest(seeds=[seeds], lake=tmp_path / "undisturbed")
    assert contents(lake.root) == contents(tmp_path / "undisturbed")
    assert not lake.staging.exists()
