import pytest

from tasks.errors import LakeError
from tasks.read.raw import RawDocument
from tasks.tables.contracts import DOCUMENT_TABLES
from tasks.tables.rows import as_table
from tasks.tables.staging import (
    Manifest,
    manifest_of,
    read_raw,
    read_tables,
    seal,
    whole_shards,
    write_raw,
    write_tables,
)

MANIFEST = Manifest("run", ("a", "b"), {"mentions": 3}, 1, {"mentions.x": 2})


def test_texts_come_back_as_they_went(tmp_path):
    texts = [
        (RawDocument("a", "s", "s/a.txt", "date 2016", "2016", "é\n", None, None), None),
        (RawDocument("b", "s", "s/b.jsonl:1", "", None, "tekst", "tittel", "nb"), "hash"),
    ]
    assert read_raw(write_raw(tmp_path / "shard", texts)) == texts


def test_tables_come_back_in_their_schema(tmp_path):
    tables = {name: as_table(name, ()) for name in DOCUMENT_TABLES}
    back = read_tables(write_tables(tmp_path / "shard", tables), DOCUMENT_TABLES)
    assert all(back[name].schema.equals(tables[name].schema) for name in DOCUMENT_TABLES)


def test_a_shard_is_whole_once_it_is_sealed(tmp_path):
    folder = tmp_path / "run" / "00000"
    write_tables(folder, {"mentions": as_table("mentions", ())})
    assert whole_shards(tmp_path) == []
    with pytest.raises(LakeError, match="is no whole shard"):
        manifest_of(folder)
    seal(folder, MANIFEST)
    assert whole_shards(tmp_path) == [folder]
    assert manifest_of(folder) == MANIFEST


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"run_id": "x"}'])
def test_a_damaged_manifest_is_named(tmp_path, damage):
    (tmp_path / "manifest.json").write_text(damage)
    with pytest.raises(LakeError, match="is no whole shard"):
        manifest_of(tmp_path)


def test_a_truncated_file_is_named(tmp_path):
    folder = write_tables(tmp_path / "shard", {"mentions": as_table("mentions", ())})
    path = folder / "mentions.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(LakeError, match="damaged"):
        read_tables(folder, ["mentions"])


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LakeError, match="cannot be staged"):
        write_tables(tmp_path / "file" / "shard", {})
