import json

import pyarrow as pa
import pytest
from good_rows import HOSTILE, TEXT, changed, event, reject, shard, table, tables

from expectations.expectation import not_null
from expectations.suites import EXPECTATIONS
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.validate import check as check_module
from tasks.validate.shard import validate_shard, validate_table


def rejected(validated, **wanted):
    return [row for row in validated.rejects.to_pylist() if all(row[name] == value for name, value in wanted.items())]


def test_good_rows_keep_the_schema_of_their_contract(parted):
    assert {name: t.schema for name, t in parted.good.items()} == {n: TABLES[n].arrow for n in DOCUMENT_TABLES}
    assert parted.rejects.schema == TABLES["rejects"].arrow


def test_rejects_fit_their_own_contract(parted):
    assert validate_table("rejects", parted.rejects).rejects.num_rows == 0


def test_what_hangs_on_a_bad_row_is_rejected_with_it(parted):
    hanging = rejected(parted, expectation="parent_rejected")
    assert [(row["table_name"], row["column"], row["value"]) for row in hanging] == [
        *[("participants", "mention_id", "m-bad")] * 3,
        ("casualties", "mention_id", "m-bad"),
    ]
    assert {name: t.num_rows for name, t in parted.good.items()} == {
        "documents": 3, "segments": 6, "time_expressions": 2, "mentions": 1, "participants": 3, "casualties": 1,
    }  # fmt: skip


def test_a_reject_says_what_and_where_and_why(parted):
    (row,) = rejected(parted, expectation="expect_column_values_to_be_between")
    assert (row["table_name"], row["column"]) == ("mentions", "confidence")
    assert row["value"] == "2.0"
    assert row["reason"].startswith("expected a number from 0 to 1, found 2.0; ")
    assert (row["source"], row["uri"], row["doc_id"]) == ("s", "s/bad.txt", "bad")
    assert row["content_hash"] == "0f" * 32
    assert (row["pipeline_version"], row["run_id"]) == ("0.1.0+ref.00000000", "run-1")
    assert json.loads(row["row_key"]) == {"mention_id": "m-bad"}
    assert json.loads(row["row"])["date_start"] == "2016-10-01"


def test_hostile_text_comes_back_as_it_was(parted):
    (row,) = rejected(parted, expectation="trigger_text_at_offsets")
    assert json.loads(row["row"])["trigger_text"] == HOSTILE
    assert HOSTILE in row["value"]


def test_the_same_shard_gives_the_same_in_every_run_and_thread(parted, parted_again):
    assert set(parted_again.rejects.column("run_id").to_pylist()) == {"run-2"}
    assert parted_again.rejects.drop_columns("run_id").equals(parted.rejects.drop_columns("run_id"))
    assert (parted_again.results, parted_again.warnings) == (parted.results, parted.warnings)


def test_documents_without_events_are_good(parted):
    assert rejected(parted, doc_id="quiet") == []
    assert "quiet" in parted.good["documents"].column("doc_id").to_pylist()
    assert parted.warnings == {}


def test_a_rejected_document_takes_everything_with_it():
    long = "a" * 20_000
    bad = changed(shard("bad"), "documents", {"text": f"{TEXT}\r{long}", "n_chars": len(TEXT) + 20_001})
    validated = validate_shard(tables(bad, shard("whole")))
    assert {name: t.num_rows for name, t in validated.good.items()} == {n: len(rows) for n, rows in shard().items()}
    assert {(row["table_name"], row["expectation"]) for row in rejected(validated, doc_id="bad")} == {
        ("documents", "text_in_normal_form"),
        *((name, "parent_rejected") for name in DOCUMENT_TABLES if name != "documents"),
    }
    (row,) = rejected(validated, table_name="documents")
    assert len(row["value"]) == 200
    assert json.loads(row["row"])["text"].endswith(f"… ({len(TEXT) + 20_001} characters)")


def test_rows_that_are_alike_have_rejects_of_their_own():
    ids = validate_table("rejects", table("rejects", [reject()] * 2)).rejects.column("reject_id").to_pylist()
    assert len(set(ids)) == 2


def test_an_empty_shard_is_good():
    validated = validate_shard(tables())
    assert (validated.rejects.num_rows, validated.warnings) == (0, {})
    assert all(t.num_rows == 0 for t in validated.good.values())


NOWHERE = {"place_text": None, "place_start": None, "place_end": None, "place_name": None}
WARNINGS = {
    "documents": {"published": None, "language": "und"},
    "segments": {"start": 3},
    "time_expressions": {"anchor": None},
    "mentions": {**NOWHERE, "killed_low": 20_000_000, "killed_high": None},
    "participants": {"entity_id": "x", "entity_name": None},
    "casualties": {"low": 200_000_000, "high": None},
}


def test_warnings_are_counted_and_their_rows_kept():
    rows = shard("d1")
    for name in ("segments", "time_expressions", "mentions", "participants", "casualties"):
        rows = changed(rows, name, WARNINGS[name], number=len(rows[name]) - 1 if name == "segments" else 0)
    rows["mentions"] = [*rows["mentions"], {**rows["mentions"][0], "mention_id": "m-2", "killed_low": None}]
    bare = {name: found if name == "documents" else [] for name, found in shard("d2").items()}
    undated = {"published": None, "published_start": None, "published_end": None, "published_prec": "unknown",
               "published_year": None, "published_month": None, "language": "und"}  # fmt: skip
    validated = validate_shard(tables(rows, changed(bare, "documents", undated)))
    assert validated.rejects.to_pylist() == []
    assert validated.warnings == {
        "documents.has_segments(doc_id)": 1,
        "documents.expect_column_values_to_not_be_null(published)": 1,
        "documents.expect_column_values_to_not_be_in_set(language)": 1,
        "segments.after_previous_segment(start)": 1,
        "time_expressions.anchor_of_relative(basis, value, anchor)": 1,
        "mentions.where_prec_of_place(where_prec, place_text, place_name)": 2,
        "mentions.expect_compound_columns_to_be_unique(doc_id, trigger_start, trigger_end)": 2,
        "mentions.plausible(killed_low)": 1,
        "participants.entity_with_name(entity_id, entity_name)": 1,
        "casualties.plausible(low)": 1,
    }
    assert validated.warnings.keys() == {
        f"{name}.{expectation.label}"
        for name in DOCUMENT_TABLES
        for expectation in EXPECTATIONS[name]
        if expectation.severity == "warning" and not expectation.min_rows
    }


def test_warnings_of_events():
    ids = [f"m{n}" for n in range(1001)]
    rows = [
        event() | {"n_mentions": len(ids), "mention_ids": ids, "place_name": None, "country": None, "killed_low": 2}
    ]
    assert validate_table("events", table("events", rows)).warnings == {
        "events.where_prec_of_place(where_prec, place_name, country)": 1,
        "events.plausible(n_mentions)": 1,
    }


def test_twenty_documents_without_segments_fail_as_a_batch():
    bare = [{name: rows if name == "documents" else [] for name, rows in shard(f"d{n}").items()} for n in range(20)]
    validated = validate_shard(tables(*bare))
    assert validated.good["documents"].num_rows == 0
    assert {row["expectation"] for row in rejected(validated)} == {"mean_share_with_segments"}
    assert validated.rejects.num_rows == 20
    assert validated.warnings["documents.mean_mentions_per_1000_chars(text)"] == 1
    assert validated.warnings["documents.has_segments(doc_id)"] == 20


def test_a_missing_column_fails_the_batch():
    broken = tables(shard("d1"), shard("d2"))
    broken["mentions"] = broken["mentions"].drop_columns("trigger_start")
    validated = validate_shard(broken)
    assert all(t.num_rows == 0 for t in validated.good.values())
    assert {name: t.schema for name, t in validated.good.items()} == {n: TABLES[n].arrow for n in DOCUMENT_TABLES}
    assert [(row["table_name"], row["doc_id"], row["expectation"]) for row in rejected(validated)] == [
        ("documents", "d1", "expect_table_columns_to_match_set"),
        ("documents", "d2", "expect_table_columns_to_match_set"),
    ]
    assert "mentions: expected every column of the contract, found trigger_start: no such column" in (
        validated.rejects["reason"][0].as_py()
    )
    assert not validated.results["mentions"]["success"]


@pytest.mark.parametrize("gone", ["doc_id", "pipeline_version"])
def test_documents_without_a_column_are_rejected_all_the_same(gone):
    broken = tables(shard("d1"))
    broken["documents"] = broken["documents"].drop_columns(gone)
    (row,) = rejected(validate_shard(broken))
    assert row["value"] == f"{gone}: no such column"


def test_a_missing_table_fails_the_batch():
    validated = validate_shard({name: t for name, t in tables(shard("d1")).items() if name != "segments"})
    assert [row["doc_id"] for row in rejected(validated)] == ["d1"]


def test_a_column_of_another_type_fails_the_batch():
    rows = table("rejects", [reject(), {**reject(), "reject_id": "r2"}])
    odd = rows.set_column(rows.column_names.index("reason"), "reason", pa.array([1, 2]))
    validated = validate_table("rejects", odd)
    assert [row["value"] for row in rejected(validated)] == ["reason: type int64 instead of string"] * 2


def test_an_expectation_that_cannot_be_checked_fails_the_batch(monkeypatch):
    impossible = not_null("no_such_column").warns()
    monkeypatch.setattr(check_module, "expected_of", lambda name, rows: (*EXPECTATIONS[name], impossible))
    validated = validate_table("rejects", table("rejects", [reject()]))
    (row,) = rejected(validated)
    assert (row["expectation"], row["column"]) == ("expect_column_values_to_not_be_null", "no_such_column")
    assert "no_such_column" in row["value"]
    assert validated.good["rejects"].num_rows == 0


def test_nothing_is_printed(capfd):
    validate_table("rejects", table("rejects", [{**reject(), "reason": ""}]))
    assert capfd.readouterr() == ("", "")
