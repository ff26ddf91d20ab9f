from datetime import date

import pytest

from tasks.incidents.consolidate import consolidate, month_of
from tasks.tables.contracts import TABLES
from tasks.tables.rows import as_table


@pytest.mark.parametrize(
    ("start", "end", "month"),
    [
        (date(2016, 10, 31), date(2016, 11, 2), (2016, 10)),
        (None, date(2016, 11, 2), (2016, 11)),
        (date(2016, 10, 31), None, (2016, 10)),
        (None, None, (None, None)),
    ],
)
def test_the_month_an_event_stands_in(start, end, month):
    assert month_of(start, end) == month


def mention(mention_id, **other):
    row = dict.fromkeys(TABLES["mentions"].names)
    return row | {
        "mention_id": mention_id, "doc_id": "d", "language": "nb", "event_type": "ASSAULT", "contexts": ["health"],
        "date_start": date(2016, 11, 2), "date_end": date(2016, 11, 3), "killed_low": 5, "pipeline_version": "v",
    } | other  # fmt: skip


DOCUMENT = {"doc_id": "d", "published_start": date(2016, 11, 1), "published_end": date(2016, 11, 30)}


def test_a_mention_becomes_an_event_with_its_participants_in_order():
    participants = [
        {"mention_id": "m", "role": "actor", "ordinal": 1, "text": "russiske fly"},
        {"mention_id": "m", "role": "actor", "ordinal": 0, "text": "syriske"},
        {"mention_id": "m", "role": "claimant", "ordinal": 0, "text": "SOHR"},
        {"mention_id": "other", "role": "actor", "ordinal": 0, "text": "ingen"},
    ]
    [event] = consolidate([mention("m")], participants, [DOCUMENT])
    assert (event["actors"], event["recipients"], event["claimants"]) == (["syriske", "russiske fly"], [], ["SOHR"])
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == (5, 5, None)
    assert (event["event_year"], event["event_month"]) == (2016, 11)
    assert (event["first_published"], event["last_published"]) == (date(2016, 11, 1), date(2016, 11, 30))
    assert as_table("events", [event]).to_pylist() == [{name: event[name] for name in TABLES["events"].names}]


def test_ids_hang_on_the_mention_alone():
    first, second = consolidate([mention("a"), mention("b")], [], [DOCUMENT])
    [again] = consolidate([mention("a", killed_low=7)], [], [DOCUMENT])
    assert first["event_id"] == again["event_id"] != second["event_id"]
