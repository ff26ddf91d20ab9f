import multiprocessing
from datetime import date

import pytest

from tasks.errors import LakeError
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.tables.lake import Lake
from tasks.tables.rows import as_table


def segment(doc_id, number=0, year=2016, month=11):
    return {
        "doc_id": doc_id, "segment_no": number, "kind": "paragraph", "language": "nb", "language_confidence": 1.0,
        "start": 0, "end": 5, "published_year": year, "published_month": month, "pipeline_version": "v", "run_id": "r",
    }  # fmt: skip


def shard(**rows):
    return {name: as_table(name, rows.get(name, ())) for name in (*DOCUMENT_TABLES, "rejects")}


def event(event_id, day):
    return {
        "event_id": event_id, "event_type": "ASSAULT", "contexts": [], "actors": [], "recipients": [], "claimants": [],
        "n_mentions": 1, "n_documents": 1, "languages": ["nb"], "disputed": False, "mention_ids": [event_id],
        "date_start": day, "event_year": day.year if day else None, "event_month": day.month if day else None,
        "pipeline_version": "v",
    }  # fmt: skip


@pytest.fixture
def lake(tmp_path):
    made = Lake(tmp_path / "lake")
    made.create()
    return made


def ids(lake, table="segments", column="doc_id"):
    return sorted(lake.read(table, [column])[column].to_pylist())


def test_a_new_lake_has_every_table_empty(lake):
    for name, table in TABLES.items():
        assert lake.version(name) == 0
        assert lake.read(name).schema.equals(table.arrow)
        assert lake.read(name).num_rows == 0


def test_making_it_again_changes_nothing(lake):
    lake.create()
    assert {lake.version(name) for name in TABLES} == {0}


def test_files_are_zstd_parquet_in_hive_partitions(lake):
    lake.replace_documents(shard(segments=[segment("a"), segment("b", year=None, month=None)]), ["a", "b"])
    found = {str(p.parent.relative_to(lake.root)) for p in lake.root.glob("segments/**/*.zstd.parquet")}
    null = "__HIVE_DEFAULT_PARTITION__"
    assert found == {
        "segments/published_year=2016/published_month=11",
        f"segments/published_year={null}/published_month={null}",
    }


def test_a_document_is_replaced_and_others_stay(lake):
    lake.replace_documents(shard(segments=[segment("a"), segment("a", 1), segment("b")]), ["a", "b"])
    lake.replace_documents(shard(segments=[segment("a", 7, year=2017)]), ["a"])
    assert [(r["doc_id"], r["segment_no"]) for r in lake.read("segments").sort_by("doc_id").to_pylist()] == [
        ("a", 7),
        ("b", 0),
    ]


def test_a_document_without_rows_leaves_none_behind(lake):
    lake.replace_documents(shard(segments=[segment("a"), segment("b")]), ["a", "b"])
    lake.replace_documents(shard(), ["a"])
    assert ids(lake) == ["b"]


@pytest.mark.parametrize("doc_id", ["it's", "a'); drop table x; --", 'q"uote', "back\\slash", "%_", "é 😀", "x\ty"])
def test_any_id_is_replaced_as_it_stands(lake, doc_id):
    lake.replace_documents(shard(segments=[segment("other")]), ["other"])
    for _ in range(2):
        lake.replace_documents(shard(segments=[segment(doc_id)]), [doc_id])
    assert ids(lake) == sorted(["other", doc_id])


def test_events_are_replaced_by_month(lake):
    first = [event("a", date(2016, 10, 1)), event("b", date(2016, 11, 1)), event("c", None)]
    lake.replace_months("events", as_table("events", first), [(2016, 10), (2016, 11), (None, None)])
    lake.replace_months("events", as_table("events", [event("d", None)]), [(2016, 11), (None, None)])
    assert ids(lake, "events", "event_id") == ["a", "d"]


def test_a_missing_lake_says_what_to_do(tmp_path):
    with pytest.raises(LakeError, match="'tidings run' makes the lake"):
        Lake(tmp_path / "none").read("documents")


def test_a_lake_with_other_columns_is_refused(tmp_path):
    from deltalake import write_deltalake

    write_deltalake(tmp_path / "documents", as_table("runs", []))
    with pytest.raises(LakeError, match="columns differ"):
        Lake(tmp_path).create()


def test_a_damaged_file_is_named(lake):
    lake.replace_documents(shard(segments=[segment("a")]), ["a"])
    [path] = lake.root.glob("segments/**/*.parquet")
    path.write_bytes(b"no parquet")
    with pytest.raises(LakeError, match="segments"):
        lake.read("segments")


def _hold(root, taken, release):
    with Lake(root).lock():
        taken.set()
        release.wait(20)


def test_a_second_writer_waits_or_is_told(lake):
    context = multiprocessing.get_context("spawn")
    taken, release = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(lake.root, taken, release))
    other.start()
    try:
        assert taken.wait(20)
        with pytest.raises(LakeError, match="another run is writing"), lake.lock(wait=0.1):
            pass
    finally:
        release.set()
        other.join(20)
    with lake.lock(wait=0.1):
        pass
