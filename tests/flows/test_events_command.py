"""`tidings events`: incidents as blocks, with the claims of every report."""

import json

import pytest

from flows.incidents import incidents, printed
from tasks.errors import UsageError
from tests.flows.conftest import contents
from tests.flows.test_cli import tidings


@pytest.fixture(scope="module")
def lake(aleppo):
    return aleppo[0]


def test_every_mention_is_a_claim_of_one_event(lake):
    found, count = incidents(lake)
    assert len(found) == count == lake.read("events").num_rows
    assert sum(len(one.claims) for one in found) == lake.read("mentions").num_rows
    assert all(len(one.claims) == one.event["n_mentions"] for one in found)


def test_they_stand_in_the_order_of_their_first_day_and_undated_ones_last(lake):
    days = [one.event["date_start"] or one.event["date_end"] for one in incidents(lake)[0]]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated


def test_a_block_has_the_date_the_type_the_figures_and_each_sentence(lake):
    [*found], _ = incidents(lake, "killed_low = 200 and event_date = '2016-09'")
    text = printed(found[0])
    assert text.startswith("2016-09 · ASSAULT")
    assert "killed 200 (low 200, high ?)" in text
    assert "aleppo-2016/001_0b59d93ab04eceda (nb), the report itself" in text
    assert "Flere hundre mennesker ble [[drept]]" in text


def test_the_command_prints_blocks_and_how_many_there_are(lake):
    done = tidings("events", "--lake", lake.root, "--limit", 2)
    assert done.returncode == 0, done.stderr
    assert f"2 of {lake.read('events').num_rows} events" in done.stdout
    listed = json.loads(tidings("events", "--lake", lake.root, "--json", "--where", "event_type = 'RETREAT'").stdout)
    assert {one["event_type"] for one in listed} == {"RETREAT"}
    assert all(claim["evidence"] for one in listed for claim in one["claims"])


@pytest.mark.parametrize("where", ["nonsense", "1; drop table events", "event_type ="])
def test_a_condition_that_is_none_is_named(lake, where):
    before = contents(lake.root, ["events"])
    with pytest.raises(UsageError, match="--where"):
        incidents(lake, where)
    assert contents(lake.root, ["events"]) == before


def test_a_lake_that_is_not_there_is_named(tmp_path):
    done = tidings("events", "--lake", tmp_path / "none")
    assert done.returncode == 1
    assert str(tmp_path / "none") in done.stderr
