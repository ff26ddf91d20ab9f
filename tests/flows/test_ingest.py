"""Runs against a real Prefect server and real Delta tables."""

import json
import shutil

import pytest

from tasks import consolidation, shards
from tasks.settings import REFERENCE, pipeline_version
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake
from tests.flows.conftest import ALEPPO, contents, run, three_documents, versions, write


def test_the_seeds_fill_every_table(aleppo):
    lake, report = aleppo
    filled = {name for name in TABLES if lake.read(name).num_rows}
    assert filled == set(TABLES) - {"rejects", "superseded_events"}
    assert (report.documents_new, report.documents_rejected, report.inputs_rejected) == (3, 0, 0)
    assert not report.rejected


def test_every_offset_points_at_its_text(aleppo):
    lake, _ = aleppo
    texts = {row["doc_id"]: row["text"] for row in lake.read("documents").to_pylist()}
    checked = 0
    for name, table in TABLES.items():
        for span in (s for s in table.spans if s.text):
            for row in lake.read(name).to_pylist():
                if row[span.start] is not None:
                    assert texts[row["doc_id"]][row[span.start] : row[span.end]] == row[span.text]
                    checked += 1
    assert checked > 200


def test_a_run_leaves_its_row(aleppo):
    lake, report = aleppo
    [row] = lake.read("runs").to_pylist()
    assert row["run_id"] == report.run_id
    assert row["started"] < row["finished"]
    assert json.loads(row["rows"])["documents"] == 3
    assert json.loads(row["versions"])["tidings"] == report.pipeline_version
    assert not lake.staging.exists()


def test_a_second_run_touches_no_table(seeds, tmp_path):
    run(seeds, tmp_path / "lake")
    before = versions(tmp_path / "lake")
    report = run(seeds, tmp_path / "lake")
    assert versions(tmp_path / "lake") == before
    assert (report.documents_new, report.documents_changed, report.documents_unchanged) == (0, 0, 3)
    assert not report.changed_lake


def test_a_changed_file_replaces_just_its_rows(seeds, tmp_path):
    lake = tmp_path / "lake"
    run(seeds, lake)
    before, hashes = contents(lake), {r["doc_id"]: r["content_hash"] for r in Lake(lake).read("documents").to_pylist()}
    write(seeds / "avis", "002_b", "date 2016-11 Politiet arresterte to menn i Bergen tirsdag.")
    report = run(seeds, lake)
    after = contents(lake)
    assert (report.documents_new, report.documents_changed, report.documents_unchanged) == (0, 1, 2)
    for name in ("documents", "segments", "time_expressions", "mentions", "participants", "casualties"):
        others = [row for row in before[name] if row["doc_id"] != "002_b"]
        assert [row for row in after[name] if row["doc_id"] != "002_b"] == others
        assert [row for row in after[name] if row["doc_id"] == "002_b"] != [
            row for row in before[name] if row["doc_id"] == "002_b"
        ]
    [changed] = [row for row in after["documents"] if row["doc_id"] == "002_b"]
    assert changed["superseded_hash"] == hashes["002_b"]
    assert {id_ for event in after["events"] for id_ in event["mention_ids"]} == {
        mention["mention_id"] for mention in after["mentions"]
    }


def test_two_lakes_are_equal_row_by_row(aleppo, tmp_path):
    lake, _ = aleppo
    run(ALEPPO, tmp_path / "lake", shard_size=1)
    assert contents(tmp_path / "lake") == contents(lake.root)


def test_worker_processes_change_nothing(aleppo, tmp_path):
    lake, _ = aleppo
    run(ALEPPO, tmp_path / "lake", shard_size=2, workers=2)
    assert contents(tmp_path / "lake") == contents(lake.root)


def test_a_text_in_another_language_is_stored_and_counted(tmp_path):
    folder = tmp_path / "zeitung"
    folder.mkdir()
    write(folder, "1", "date 2016-11-04 Mindestens fünf Menschen wurden getötet, als die Stadt angegriffen wurde.")
    report = run(folder, tmp_path / "lake")
    assert (report.documents_new, report.documents_unsupported) == (1, 1)
    [row] = Lake(tmp_path / "lake").read("documents").to_pylist()
    assert row["language"] == "de"
    assert Lake(tmp_path / "lake").read("mentions").num_rows == 0


def test_a_text_that_breaks_the_extraction_is_rejected_alone(seeds, tmp_path, monkeypatch):
    extract = shards.extract

    def breaks_on_b(raw, *rest):
        if raw.doc_id == "002_b":
            raise IndexError("no such thing")
        return extract(raw, *rest)

    monkeypatch.setattr(shards, "extract", breaks_on_b)
    report = run(seeds, tmp_path / "lake")
    assert report.documents_rejected == 1
    [reject] = Lake(tmp_path / "lake").read("rejects").to_pylist()
    assert (reject["doc_id"], reject["expectation"]) == ("002_b", "extraction")
    assert "IndexError: no such thing" in reject["value"]
    before = versions(tmp_path / "lake")
    assert run(seeds, tmp_path / "lake").documents_rejected == 1
    assert versions(tmp_path / "lake") == before


def test_edited_language_data_is_applied_to_every_document(seeds, tmp_path):
    reference = shutil.copytree(REFERENCE, tmp_path / "reference")
    run(seeds, tmp_path / "lake", reference=reference)
    (reference / "languages" / "nb" / "numbers.yaml").open("a", encoding="utf-8").write("# a note\n")
    pipeline_version.cache_clear()
    assert run(seeds, tmp_path / "lake", reference=reference).documents_changed == 3


# A step of `shards`, of `consolidation` or of the lake, and at which call of it the run ends.
STEPS = [
    (shards, "read_raw", 2), (shards, "write_tables", 2), (shards, "validate_shard", 2), (shards, "seal", 2),
    (shards, "commit_shard", 2), (consolidation, "update", 1), (consolidation, "stage_change", 1),
    (consolidation, "apply_change", 1), (Lake, "replace_months", 1), (Lake, "replace_months", 2),
]  # fmt: skip
CHANGED = "date 2016-11 Politiet arresterte to menn i Bergen tirsdag, ifølge NTB. En ble såret."


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory):
    """A lake of the three documents, and what it holds once one has changed and one has come."""
    root = tmp_path_factory.mktemp("before")
    folder = root / "seeds" / "avis"
    folder.mkdir(parents=True)
    three_documents(folder)
    run(folder.parent, root / "lake")
    write(folder, "002_b", CHANGED)
    write(folder, "004_d", "date 2016-11-04 Sju ble drept i Idlib i september.")
    run(folder.parent, root / "after")
    return root / "lake", without_history(contents(root / "after"))


def without_history(tables):
    tables.pop("superseded_events", None)
    for row in tables["documents"]:
        row.pop("superseded_hash")
    return tables


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[1]} {step[2]}")
def test_a_run_cut_off_at_any_step_is_completed_by_the_next(step, before_and_after, seeds, tmp_path, monkeypatch):
    before, after = before_and_after
    lake = shutil.copytree(before, tmp_path / "lake")
    write(seeds / "avis", "002_b", CHANGED)
    write(seeds / "avis", "004_d", "date 2016-11-04 Sju ble drept i Idlib i september.")
    cut_off(*step, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        run(seeds, lake, shard_size=1)
    monkeypatch.undo()
    run(seeds, lake, shard_size=1)
    assert without_history(contents(lake)) == after
    assert not Lake(lake).staging.exists()


@pytest.mark.parametrize("tables", [0, 1, 3, 6])
def test_a_commit_cut_off_between_tables_is_completed(tables, before_and_after, seeds, tmp_path, monkeypatch):
    """The file goes back to its old text after the cut: only what was staged can mend the half-written shard."""
    lake = shutil.copytree(before_and_after[0], tmp_path / "lake")
    before = without_history(contents(lake))
    text = (seeds / "avis" / "002_b.txt").read_text(encoding="utf-8")
    write(seeds / "avis", "002_b", CHANGED)
    replace, done = Lake.replace, []

    def cut(self, name, *rest):
        if len(done) == tables:
            raise KeyboardInterrupt
        done.append(name)
        replace(self, name, *rest)

    monkeypatch.setattr(Lake, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        run(seeds, lake)
    monkeypatch.undo()
    write(seeds / "avis", "002_b", text)
    run(seeds, lake)
    assert without_history(contents(lake)) == before


def cut_off(owner, step, call, monkeypatch):
    """The given call of a step is where the run ends."""
    original, calls = getattr(owner, step), []

    def cut(*args, **kwargs):
        calls.append(step)
        if len(calls) == call:
            raise KeyboardInterrupt
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, step, cut)
