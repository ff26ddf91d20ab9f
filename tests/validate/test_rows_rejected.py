"""Every critical expectation of rows, with a row that it catches. All bad rows are validated together, once."""

from datetime import UTC, date, datetime

import pytest
from good_rows import (
    TEXT,
    changed,
    event,
    event_mention,
    reject,
    run,
    shard,
    superseded_event,
    table,
    tables,
)

from expectations.suites import EXPECTATIONS
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.validate.shard import validate_shard, validate_table

TWICE = "the row stands there twice"
BETWEEN, ONE_OF, FORM = (f"expect_column_values_to_{what}({{}})" for what in ("be_between", "be_in_set", "match_regex"))
ORDER, MODE = "expect_column_pair_values_a_to_be_greater_than_b({})", "expect_column_pair_values_to_be_in_set({})"
UNIQUE, EMPTY, JSON = (
    f"expect_column_{what}({{}})"
    for what in ("values_to_be_unique", "value_lengths_to_be_between", "values_to_be_json_parseable")
)
TWICE_IN = "expect_compound_columns_to_be_unique({})"
STAMPED = "stamp_of_document(published_year, published_month, pipeline_version, run_id)"
DAY = date(2016, 10, 3)

CASES = [
    ("documents", TWICE, UNIQUE.format("doc_id")),
    ("documents", {"doc_id": ""}, EMPTY.format("doc_id")),
    ("documents", {"published_prec": "week"}, ONE_OF.format("published_prec")),
    ("documents", {"language_confidence": 1.01}, BETWEEN.format("language_confidence")),
    ("documents", {"language_confidence": float("nan")}, BETWEEN.format("language_confidence")),
    ("documents", {"n_chars": 0}, BETWEEN.format("n_chars")),
    ("documents", {"published_year": 999}, BETWEEN.format("published_year")),
    ("documents", {"published_month": 13}, BETWEEN.format("published_month")),
    ("documents", {"language": "norsk"}, FORM.format("language")),
    ("documents", {"language": "nb\n"}, FORM.format("language")),
    ("documents", {"agencies": ["AFP", None]}, "agencies_items(agencies)"),
    ("documents", {"agencies": None}, "agencies_items(agencies)"),
    ("documents", {"text": TEXT.replace("two", "cafe\u0301"), "n_chars": len(TEXT) + 2}, "text_in_normal_form(text)"),
    ("documents", {"text": TEXT.replace("\n", "\r\n")}, "text_in_normal_form(text)"),
    ("documents", {"text": f" {TEXT}"}, "text_in_normal_form(text)"),
    ("documents", {"n_chars": len(TEXT) + 1}, "n_chars_of_text(n_chars)"),
    ("documents", {"text": f"{TEXT[:-1]}😀", "n_chars": len(TEXT) + 1}, "n_chars_of_text(n_chars)"),
    ("documents", {"content_hash": "0F" * 32}, FORM.format("content_hash")),
    ("documents", {"superseded_hash": "0f"}, FORM.format("superseded_hash")),
    ("documents", {"published_end": date(2016, 10, 2)}, ORDER.format("published_start, published_end")),
    ("documents", {"published": "2016-10"}, "published_bounds(published, published_start, published_end)"),
    ("documents", {"published": "October"}, "published_bounds(published, published_start, published_end)"),
    ("documents", {"published": None}, "published_bounds(published, published_start, published_end)"),
    ("documents", {"published_prec": "month"}, "published_prec_of_form(published, published_prec)"),
    ("documents", {"published_year": 2015}, "partition_of_published(published_start, published_year, published_month)"),
    ("documents", {"published_year": None}, "partition_of_published(published_start, published_year, published_month)"),
    ("segments", TWICE, TWICE_IN.format("doc_id, segment_no")),
    ("segments", {"segment_no": -1}, BETWEEN.format("segment_no")),
    ("segments", {"kind": "footer"}, ONE_OF.format("kind")),
    ("segments", {"language": "EN"}, FORM.format("language")),
    ("segments", {"language_confidence": -0.1}, BETWEEN.format("language_confidence")),
    ("segments", {"end": len(TEXT) + 1}, "start_at_offsets(start, end)"),
    ("segments", {"start": -1}, "start_at_offsets(start, end)"),
    ("segments", {"start": 5, "end": 5}, "start_at_offsets(start, end)"),
    ("segments", {"end": None}, "start_at_offsets(start, end)"),
    ("segments", {"doc_id": "elsewhere"}, "doc_id_in_documents(doc_id)"),
    ("segments", {"published_month": 9}, STAMPED),
    ("time_expressions", TWICE, TWICE_IN.format("doc_id, start")),
    ("time_expressions", {"kind": "EPOCH"}, ONE_OF.format("kind")),
    ("time_expressions", {"precision": "fortnight"}, ONE_OF.format("precision")),
    ("time_expressions", {"basis": "guessed"}, ONE_OF.format("basis")),
    ("time_expressions", {"text": "on Sunday"}, "text_at_offsets(start, end, text)"),
    ("time_expressions", {"text": None}, "text_at_offsets(start, end, text)"),
    ("time_expressions", {"doc_id": "elsewhere"}, "doc_id_in_documents(doc_id)"),
    ("time_expressions", {"published_year": 2017}, STAMPED),
    ("time_expressions", {"segment_no": 0}, "text_in_segment(segment_no, start, end)"),
    ("time_expressions", {"segment_no": 7}, "text_in_segment(segment_no, start, end)"),
    ("time_expressions", {"date_start": DAY}, ORDER.format("date_start, date_end")),
    ("time_expressions", {"value": "2016-10"}, "value_bounds(kind, value, date_start, date_end)"),
    ("time_expressions", {"value": "Saturday"}, "value_bounds(kind, value, date_start, date_end)"),
    ("time_expressions", {"value": None}, "value_bounds(kind, value, date_start, date_end)"),
    ("time_expressions", {"kind": "DURATION"}, "value_bounds(kind, value, date_start, date_end)"),
    ("time_expressions", {"anchor": "today"}, "anchor_is_edtf(anchor)"),
    ("mentions", TWICE, UNIQUE.format("mention_id")),
    ("mentions", {"mention_id": ""}, EMPTY.format("mention_id")),
    ("mentions", {"language": "English"}, FORM.format("language")),
    ("mentions", {"event_type": "FIGHT"}, ONE_OF.format("event_type")),
    ("mentions", {"event_mode": "barrel bombs"}, ONE_OF.format("event_mode")),
    ("mentions", {"contexts": ["health", "weather"]}, "contexts_items(contexts)"),
    ("mentions", {"contexts": None}, "contexts_items(contexts)"),
    ("mentions", {"country": "SY"}, FORM.format("country")),
    ("mentions", {"latitude": 90.5}, BETWEEN.format("latitude")),
    ("mentions", {"longitude": -180.5}, BETWEEN.format("longitude")),
    ("mentions", {"where_prec": 8}, BETWEEN.format("where_prec")),
    ("mentions", {"date_prec": 6}, BETWEEN.format("date_prec")),
    ("mentions", {"date_basis": "clock"}, ONE_OF.format("date_basis")),
    ("mentions", {"killed_low": -1}, BETWEEN.format("killed_low")),
    ("mentions", {"killed_high": -1}, BETWEEN.format("killed_high")),
    ("mentions", {"injured_low": -1}, BETWEEN.format("injured_low")),
    ("mentions", {"injured_high": -1}, BETWEEN.format("injured_high")),
    ("mentions", {"polarity": "neutral"}, ONE_OF.format("polarity")),
    ("mentions", {"modality": "requested"}, ONE_OF.format("modality")),
    ("mentions", {"confidence": 80.0}, BETWEEN.format("confidence")),
    ("mentions", {"reader": "nobody"}, ONE_OF.format("reader")),
    ("mentions", {"evidence": "Rebels"}, "evidence_at_offsets(sentence_start, sentence_end, evidence)"),
    ("mentions", {"trigger_text": "hit"}, "trigger_text_at_offsets(trigger_start, trigger_end, trigger_text)"),
    ("mentions", {"trigger_end": 10**9}, "trigger_text_at_offsets(trigger_start, trigger_end, trigger_text)"),
    ("mentions", {"place_text": "Idlib"}, "place_text_at_offsets(place_start, place_end, place_text)"),
    ("mentions", {"place_start": None}, "place_text_at_offsets(place_start, place_end, place_text)"),
    ("mentions", {"doc_id": "elsewhere"}, "doc_id_in_documents(doc_id)"),
    ("mentions", {"published_month": None}, STAMPED),
    ("mentions", {"sentence_start": 0}, "sentence_in_segment(segment_no, sentence_start, sentence_end)"),
    ("mentions", {"segment_no": 0}, "sentence_in_segment(segment_no, sentence_start, sentence_end)"),
    ("mentions", {"trigger_start": 0, "trigger_end": 8}, "trigger_in_sentence(trigger_start, trigger_end)"),
    ("mentions", {"date_basis": None}, "date_basis_of_date(event_date, date_basis)"),
    ("mentions", {"event_date": None}, "date_basis_of_date(event_date, date_basis)"),
    ("mentions", {"event_type": "PROTEST"}, MODE.format("event_type, event_mode")),
    ("mentions", {"date_start": DAY}, ORDER.format("date_start, date_end")),
    ("mentions", {"event_date": "2016-10-02"}, "event_date_bounds(event_date, date_start, date_end)"),
    ("mentions", {"event_date": "1 October"}, "event_date_bounds(event_date, date_start, date_end)"),
    ("mentions", {"date_end": None}, "event_date_bounds(event_date, date_start, date_end)"),
    ("mentions", {"date_prec": 2}, "date_prec_of_interval(date_start, date_end, date_prec)"),
    ("mentions", {"date_prec": None}, "date_prec_of_interval(date_start, date_end, date_prec)"),
    ("mentions", {"longitude": None}, "coordinates_together(latitude, longitude)"),
    ("mentions", {"killed_low": 3}, ORDER.format("killed_low, killed_high")),
    ("mentions", {"injured_low": 3, "injured_high": 2}, ORDER.format("injured_low, injured_high")),
    ("participants", TWICE, TWICE_IN.format("mention_id, role, ordinal")),
    ("participants", {"role": "witness"}, ONE_OF.format("role")),
    ("participants", {"ordinal": -1}, BETWEEN.format("ordinal")),
    ("participants", {"country": "Syria"}, FORM.format("country")),
    ("participants", {"sector": "XYZ"}, ONE_OF.format("sector")),
    ("participants", {"via": "guess"}, ONE_OF.format("via")),
    ("participants", {"text": "rebels"}, "text_at_offsets(start, end, text)"),
    ("participants", {"mention_id": "elsewhere"}, "mention_id_in_mentions(mention_id)"),
    ("participants", {"mention_id": None}, "mention_id_in_mentions(mention_id)"),
    ("participants", {"doc_id": "elsewhere"}, "doc_id_in_documents(doc_id)"),
    ("participants", {"published_month": 9}, STAMPED),
    ("participants", {"doc_id": "good"}, "document_of_mention(mention_id, doc_id)"),
    ("casualties", TWICE, TWICE_IN.format("mention_id, ordinal")),
    ("casualties", {"ordinal": -1}, BETWEEN.format("ordinal")),
    ("casualties", {"kind": "worried"}, ONE_OF.format("kind")),
    ("casualties", {"low": -1}, BETWEEN.format("low")),
    ("casualties", {"high": -1}, BETWEEN.format("high")),
    ("casualties", {"text": "three children"}, "text_at_offsets(start, end, text)"),
    ("casualties", {"mention_id": "elsewhere"}, "mention_id_in_mentions(mention_id)"),
    ("casualties", {"doc_id": "elsewhere"}, "doc_id_in_documents(doc_id)"),
    ("casualties", {"published_month": 9}, STAMPED),
    ("casualties", {"doc_id": "good"}, "document_of_mention(mention_id, doc_id)"),
    ("casualties", {"low": None, "high": None}, "figure_given(low, high)"),
    ("casualties", {"low": 3}, ORDER.format("low, high")),
    ("events", TWICE, UNIQUE.format("event_id")),
    ("events", {"event_id": ""}, EMPTY.format("event_id")),
    ("events", {"event_type": "FIGHT"}, ONE_OF.format("event_type")),
    ("events", {"event_mode": "fight"}, ONE_OF.format("event_mode")),
    ("events", {"contexts": ["weather"]}, "contexts_items(contexts)"),
    *(("events", {name: [None]}, f"{name}_items({name})")
      for name in ("actors", "recipients", "claimants", "languages", "mention_ids")),
    ("events", {"date_prec": 0}, BETWEEN.format("date_prec")),
    ("events", {"country": "syr"}, FORM.format("country")),
    ("events", {"latitude": -91.0}, BETWEEN.format("latitude")),
    ("events", {"longitude": 181.0}, BETWEEN.format("longitude")),
    ("events", {"where_prec": 0}, BETWEEN.format("where_prec")),
    *(("events", {name: -1}, BETWEEN.format(name))
      for name in ("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high")),
    ("events", {"n_mentions": -1}, BETWEEN.format("n_mentions")),
    ("events", {"n_documents": 0}, BETWEEN.format("n_documents")),
    ("events", {"event_year": 0}, BETWEEN.format("event_year")),
    ("events", {"event_month": 13}, BETWEEN.format("event_month")),
    ("events", {"event_mode": "strike"}, MODE.format("event_type, event_mode")),
    ("events", {"date_start": DAY}, ORDER.format("date_start, date_end")),
    ("events", {"event_date": "2016"}, "event_date_bounds(event_date, date_start, date_end)"),
    ("events", {"date_prec": 5}, "date_prec_of_interval(date_start, date_end, date_prec)"),
    ("events", {"latitude": None}, "coordinates_together(latitude, longitude)"),
    ("events", {"killed_low": 3}, ORDER.format("killed_low, killed_high")),
    ("events", {"injured_low": 3, "injured_high": 1}, ORDER.format("injured_low, injured_high")),
    ("events", {"killed_best": 1}, ORDER.format("killed_low, killed_best")),
    ("events", {"killed_best": 3}, ORDER.format("killed_best, killed_high")),
    ("events", {"injured_low": 3, "injured_best": 1}, ORDER.format("injured_low, injured_best")),
    ("events", {"injured_best": 3, "injured_high": 1}, ORDER.format("injured_best, injured_high")),
    ("events", {"last_published": date(2016, 10, 2)}, ORDER.format("first_published, last_published")),
    ("events", {"n_documents": 3}, ORDER.format("n_documents, n_mentions")),
    ("events", {"n_mentions": 3}, "n_mentions_counted(n_mentions, mention_ids)"),
    ("events", {"mention_ids": ["m-d1", "m-d1"]}, "n_mentions_counted(n_mentions, mention_ids)"),
    ("events", {"event_month": 11}, "partition_of_date(date_start, date_end, event_year, event_month)"),
    ("event_mentions", TWICE, UNIQUE.format("mention_id")),
    ("event_mentions", {"mention_id": ""}, EMPTY.format("mention_id")),
    ("event_mentions", {"language": "norsk"}, FORM.format("language")),
    ("event_mentions", {"country": "no"}, FORM.format("country")),
    *(("event_mentions", {name: -1}, BETWEEN.format(name))
      for name in ("segment_no", "sentence_start", "trigger_start", "date_prec", "where_prec", "killed_low",
                   "killed_high", "injured_low", "injured_high", "event_year", "event_month")),
    *(("event_mentions", {name: 181.0}, BETWEEN.format(name)) for name in ("position", "latitude", "longitude")),
    *(("event_mentions", {name: "no such"}, ONE_OF.format(name))
      for name in ("event_type", "event_mode", "date_basis", "polarity", "modality")),
    *(("event_mentions", {name: [None]}, f"{name}_items({name})")
      for name in ("contexts", "actors", "recipients", "claimants", "figures", "names", "doc_names")),
    ("event_mentions", {"published_end": date(2016, 10, 2)}, ORDER.format("published_start, published_end")),
    ("event_mentions", {"window_end": date(2016, 9, 30)}, ORDER.format("window_start, window_end")),
    ("event_mentions", {"sentence_start": 30}, ORDER.format("sentence_start, trigger_start")),
    ("event_mentions", {"killed_low": 3, "killed_high": 1}, ORDER.format("killed_low, killed_high")),
    ("event_mentions", {"injured_low": 3, "injured_high": 1}, ORDER.format("injured_low, injured_high")),
    ("superseded_events", TWICE, TWICE_IN.format("event_id, ordinal")),
    ("superseded_events", {"event_id": ""}, EMPTY.format("event_id")),
    ("superseded_events", {"ordinal": -1}, BETWEEN.format("ordinal")),
    ("superseded_events", {"reason": "lost"}, ONE_OF.format("reason")),
    ("rejects", TWICE, UNIQUE.format("reject_id")),
    ("rejects", {"reject_id": ""}, EMPTY.format("reject_id")),
    ("rejects", {"expectation": ""}, EMPTY.format("expectation")),
    ("rejects", {"reason": ""}, EMPTY.format("reason")),
    ("rejects", {"row_key": "m1"}, JSON.format("row_key")),
    ("rejects", {"row": "{"}, JSON.format("row")),
    ("rejects", {"content_hash": "none"}, FORM.format("content_hash")),
    ("runs", TWICE, UNIQUE.format("run_id")),
    ("runs", {"run_id": ""}, EMPTY.format("run_id")),
    ("runs", {"flow": "cli"}, ONE_OF.format("flow")),
    ("runs", {"finished": datetime(2025, 1, 1, tzinfo=UTC)}, ORDER.format("started, finished")),
    *(("runs", {name: "{'a': 1}"}, JSON.format(name)) for name in ("parameters", "versions", "warnings", "rows")),
    *(("runs", {column.name: -1}, BETWEEN.format(column.name)) for column in TABLES["runs"].columns if column.low == 0),
    *((name, {column: None}, STAMPED) for name in DOCUMENT_TABLES[:-1] for column in ("pipeline_version", "run_id")),
    *(
        (name, {column.name: None}, f"expect_column_values_to_not_be_null({column.name})")
        for name, contract in TABLES.items()
        for column in contract.columns
        if f"expect_column_values_to_not_be_null({column.name})" in {e.label for e in EXPECTATIONS[name]}
        and not column.nullable
    ),
]  # fmt: skip
# A column that every row has and that is copied to the rejects.
MARK = "pipeline_version"


@pytest.fixture(scope="module")
def validated():
    """All cases at once, each marked in a column that the rejects copy, beside good rows."""
    shards = [shard("good")]
    single = {
        "events": [event("good")], "event_mentions": [event_mention("good")],
        "superseded_events": [superseded_event("good")], "rejects": [{**reject(), "reject_id": "good"}],
        "runs": [run()],
    }  # fmt: skip
    for number, (name, changes, _) in enumerate(CASES):
        change, times = ({}, 2) if changes == TWICE else (changes, 1)
        change = {MARK: f"case {number}", **change}
        if name in DOCUMENT_TABLES:
            marked = {n: [{**row, MARK: f"case {number}"} for row in rows] for n, rows in shard(f"d{number}").items()}
            rows = changed(marked, name, change)
            shards.append({**rows, name: rows[name][:1] * times + rows[name][1:]})
        else:
            single[name] += [{**single[name][0], TABLES[name].key[0]: f"k{number}", **change}] * times
    return [validate_shard(tables(*shards))] + [
        validate_table(name, table(name, rows)) for name, rows in single.items()
    ]


@pytest.fixture(scope="module")
def caught(validated):
    """What each case was rejected for."""
    found = {}
    for row in (row for one in validated for row in one.rejects.to_pylist()):
        found.setdefault((row["table_name"], row[MARK]), set()).add(f"{row['expectation']}({row['column']})")
    return found


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [(n, name, expected) for n, (name, _, expected) in enumerate(CASES)],
    ids=[f"{name}-{changes}" for name, changes, _ in CASES],
)
def test_bad_row_is_rejected_by_its_expectation(caught, number, name, expected):
    assert expected in caught[name, "unknown" if CASES[number][1] == {MARK: None} else f"case {number}"]


def test_good_rows_beside_them_are_kept(validated):
    of_shard, *single = validated
    kept = {name: [row for row in t.to_pylist() if row["doc_id"] == "good"] for name, t in of_shard.good.items()}
    assert {name: len(rows) for name, rows in kept.items()} == {name: len(rows) for name, rows in shard().items()}
    assert [[t.num_rows for t in one.good.values()] for one in single] == [[1]] * len(single)


def test_every_critical_expectation_of_rows_has_a_case():
    rows = {
        (name, expectation.label)
        for name, expectations in EXPECTATIONS.items()
        for expectation in expectations
        if expectation.severity == "critical" and expectation.columns and not expectation.min_rows
    }
    assert rows - {(name, expected) for name, _, expected in CASES} == set()
