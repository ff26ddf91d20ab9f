"""Events in the lake: one incident out of several reports, whatever came first."""

import pytest

from tasks import consolidation
from tasks.tables.lake import Lake
from tests.flows.conftest import contents, run, write

# One attack in three reports of two languages, another a day later, and one of which only the month is known.
TEXTS = {
    "001_a": "date 2016-11-03 Minst fem sivile ble drept i et flyangrep mot et sykehus i Idlib onsdag, ifølge SOHR.",
    "002_b": "date 2016-11-04 An air strike on a hospital in Idlib killed at least five civilians on Wednesday, the"
    " Syrian Observatory for Human Rights said.",
    "003_c": "date 2016-11-05 Seven civilians were killed in an air strike on a hospital in Idlib on Wednesday, the"
    " White Helmets said.",
    "004_d": "date 2016-11-05 Two soldiers were killed on Thursday when a car bomb exploded in Mosul.",
    "005_e": "date 2016-11 Politiet arresterte to menn i Bergen tirsdag.",
    "006_f": "date 2016-12-20 Civilians were killed in an air strike on a school in Idlib in December.",
}
EVENTS = ("events", "event_mentions")


def put(folder, *names, texts=TEXTS):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        write(folder, name, texts[name])


@pytest.fixture(scope="module")
def at_once(tmp_path_factory):
    """The lake of all texts, read in one run."""
    root = tmp_path_factory.mktemp("at_once")
    put(root / "seeds" / "avis", *TEXTS)
    run(root / "seeds", root / "lake")
    return Lake(root / "lake")


def told_by(lake):
    """The documents of each event that several tell, by its type."""
    documents = {row["mention_id"]: row["doc_id"] for row in lake.read("mentions").to_pylist()}
    return [
        {documents[mention_id] for mention_id in event["mention_ids"]}
        for event in lake.read("events").to_pylist()
        if event["n_documents"] > 1
    ]


def test_reports_of_one_attack_are_one_event_and_no_other_joins(at_once):
    assert told_by(at_once) == [{"001_a", "002_b", "003_c"}]
    [event] = [one for one in at_once.read("events").to_pylist() if one["n_documents"] == 3]
    assert (event["event_date"], event["date_prec"], event["country"]) == ("2016-11-02", 1, "SYR")
    assert event["languages"] == ["en", "nb"]
    assert event["killed_low"] == 5
    assert event["killed_low"] <= event["killed_best"] <= 7


def test_every_mention_stands_in_one_event(at_once):
    mentions = at_once.read("mentions", ["mention_id"])["mention_id"].to_pylist()
    held = [one for event in at_once.read("events").to_pylist() for one in event["mention_ids"]]
    rows = {row["mention_id"]: row["event_id"] for row in at_once.read("event_mentions").to_pylist()}
    assert sorted(held) == sorted(mentions) == sorted(rows)
    for event in at_once.read("events").to_pylist():
        assert {rows[one] for one in event["mention_ids"]} == {event["event_id"]}


@pytest.mark.parametrize(
    "order", [tuple(TEXTS), tuple(reversed(TEXTS)), ("003_c", "005_e", "001_a", "006_f", "002_b", "004_d")]
)
def test_the_order_of_arrival_makes_no_difference(order, at_once, tmp_path):
    for name in order:
        put(tmp_path / "seeds" / "avis", name)
        run(tmp_path / "seeds", tmp_path / "lake")
    assert contents(tmp_path / "lake", EVENTS) == contents(at_once.root, EVENTS)


def test_portions_shards_and_workers_make_no_difference(at_once, tmp_path, monkeypatch):
    monkeypatch.setattr(consolidation, "_PORTION", 1)
    put(tmp_path / "seeds" / "avis", *TEXTS)
    run(tmp_path / "seeds", tmp_path / "lake", workers=2, shard_size=2)
    assert contents(tmp_path / "lake", EVENTS) == contents(at_once.root, EVENTS)


def test_a_later_report_joins_without_touching_the_id_or_other_months(tmp_path):
    seeds, root = tmp_path / "seeds", tmp_path / "lake"
    put(seeds / "avis", "001_a", "004_d", "006_f")
    run(seeds, root)
    before = {row["event_id"]: row for row in Lake(root).read("events").to_pylist()}
    put(seeds / "avis", "002_b")
    run(seeds, root)
    after = {row["event_id"]: row for row in Lake(root).read("events").to_pylist()}
    assert before.keys() == after.keys()
    [joined] = [event_id for event_id, row in after.items() if row["n_documents"] == 2]
    assert {event_id for event_id in after if after[event_id] != before[event_id]} == {joined}
    assert Lake(root).read("superseded_events").num_rows == 0


def test_an_id_that_an_earlier_report_takes_is_followed(at_once, tmp_path):
    seeds, root = tmp_path / "seeds", tmp_path / "lake"
    put(seeds / "avis", "003_c")
    run(seeds, root)
    [old] = Lake(root).read("events", ["event_id"])["event_id"].to_pylist()
    for name in ("002_b", "001_a"):
        put(seeds / "avis", name)
        run(seeds, root)
    [now] = [one for one in Lake(root).read("events").to_pylist() if one["n_documents"] == 3]
    followed = {row["event_id"]: row["superseded_by"] for row in Lake(root).read("superseded_events").to_pylist()}
    assert followed[old] == now["event_id"] != old
    assert set(followed.values()) == {now["event_id"]}
    assert now["event_id"] in at_once.read("events", ["event_id"])["event_id"].to_pylist()


def test_an_event_that_no_text_tells_any_more_is_withdrawn(tmp_path):
    seeds, root = tmp_path / "seeds", tmp_path / "lake"
    put(seeds / "avis", "001_a", "004_d")
    run(seeds, root)
    before = set(Lake(root).read("events", ["event_id"])["event_id"].to_pylist())
    put(seeds / "avis", "004_d", texts={"004_d": "date 2016-11-05 The weather in Mosul was fine."})
    run(seeds, root)
    after = set(Lake(root).read("events", ["event_id"])["event_id"].to_pylist())
    gone = Lake(root).read("superseded_events").to_pylist()
    assert before - after
    assert {(row["event_id"], row["reason"]) for row in gone} == {(one, "withdrawn") for one in before - after}
    put(seeds / "avis", "004_d")
    run(seeds, root)
    assert set(Lake(root).read("events", ["event_id"])["event_id"].to_pylist()) == before
    assert Lake(root).read("superseded_events").num_rows == 0
