"""A document in a language without resources: stored and counted, and extracted once there are some."""

import shutil

from tasks.settings import REFERENCE, pipeline_version
from tasks.tables.lake import Lake
from tasks.text.reference import languages
from tests.flows.conftest import run, write

TEXT = "date 2016-11-04 A doctor spoke on Thursday. Five were killed in a strike on Aleppo on 2016-11-02."


def test_a_later_run_extracts_what_there_were_no_resources_for(tmp_path):
    folder, lake = tmp_path / "wire", tmp_path / "lake"
    folder.mkdir()
    write(folder, "1", TEXT)
    write(folder, "2", "date 2016-11-04 Minst fem sivile ble drept i et flyangrep mot Aleppo torsdag, ifølge SOHR.")
    reference = shutil.copytree(REFERENCE, tmp_path / "reference")
    shutil.move(reference / "languages" / "en", tmp_path / "en")

    first = run(folder, lake, reference=reference)
    assert (first.documents_new, first.documents_unsupported) == (2, 1)
    [stored] = rows(lake, "documents")
    assert (stored["language"], stored["text"]) == ("en", TEXT.removeprefix("date 2016-11-04 "))
    assert [(t["text"], t["value"]) for t in rows(lake, "time_expressions")] == [("2016-11-02", "2016-11-02")]
    assert rows(lake, "mentions") == []

    shutil.move(tmp_path / "en", reference / "languages" / "en")
    shutil.move(reference / "languages" / "en" / "triggers.yaml", tmp_path)
    new_process()
    dated = run(folder, lake, reference=reference)
    assert (dated.documents_changed, dated.documents_unsupported) == (2, 1)
    assert [t["text"] for t in rows(lake, "time_expressions")] == ["Thursday", "2016-11-02"]
    assert rows(lake, "mentions") == []

    shutil.move(tmp_path / "triggers.yaml", reference / "languages" / "en")
    new_process()
    later = run(folder, lake, reference=reference)
    assert (later.documents_new, later.documents_changed, later.documents_unsupported) == (0, 2, 0)
    assert {(m["event_type"], m["event_date"]) for m in rows(lake, "mentions")} == {("ASSAULT", "2016-11-02")}


def new_process():
    """What a new process would not know is forgotten."""
    languages.cache_clear()
    pipeline_version.cache_clear()


def rows(lake, table):
    return [row for row in Lake(lake).read(table).to_pylist() if row["doc_id"] == "1"]
