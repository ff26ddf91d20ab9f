"""What an event takes over from its reports."""

from datetime import date

import pytest
from telling import at, day, telling

from tasks.incidents.event import event, event_id, month_of
from tasks.incidents.rebuild import rebuild
from tasks.tables.contracts import TABLES
from tasks.tables.rows import as_table


@pytest.mark.parametrize(
    ("dates", "expected", "prec"),
    [
        (["2016-10-01"], "2016-10-01", 1),
        ([None, "2016-10-01"], "2016-10-01", 1),
        ([None, None], None, None),
        (["2016-10", "2016-10-01"], "2016-10-01", 1),
        (["2016-09-27/2016-10-03", "2016-10-01"], "2016-10-01", 1),
        (["[2016-10-26,2016-11-02,2016-11-09]", "2016-11-03/2016-11-12"], "2016-11-09", 1),
        (["[2016-10-26,2016-11-02,2016-11-09]", "2016-11-01/2016-11-12"], "[2016-11-02,2016-11-09]", 4),
        (["2016-09-22/2016-10-03", "2016-10"], "2016-10-01/2016-10-03", 2),
        (["../2016-10-03", "2016-09"], "2016-09", 4),
        (["../2016-10-03", "../2016-09-30"], "../2016-09-30", 5),
        (["2012/..", "2016-10-01"], "2016-10-01", 1),
        (["2016", "2016-10-01/2016-10-07"], "2016-10-01/2016-10-07", 3),
    ],
)
def test_dates_sharpen_each_other(dates, expected, prec):
    for order in (dates, dates[::-1]):
        row = event([telling(f"m{n}", when) for n, when in enumerate(order)])
        assert (row["event_date"], row["date_prec"]) == (expected, prec)


def test_type_and_mode_are_what_most_say():
    told = [
        telling("a", event_type="COERCE", event_mode="seize"), telling("b", event_mode="aerial"),
        telling("c", event_mode=None), telling("d", event_mode="aerial"),
    ]  # fmt: skip
    row = event(told)
    assert (row["event_type"], row["event_mode"]) == ("ASSAULT", "aerial")


def test_the_most_specific_place_stands():
    syria, aleppo = at("Syria", "163843", 6, admin1=None), at("Aleppo", "170063")
    east = at("eastern Aleppo", "syria/aleppo/east", 2)
    for places in ([syria, aleppo, east], [east, syria, aleppo]):
        row = event([telling(f"m{n}", **place) for n, place in enumerate(places)])
        assert (row["place_name"], row["where_prec"]) == ("eastern Aleppo", 2)
    assert event([telling("a", **syria), telling("b", **aleppo)])["place_id"] == "170063"
    assert event([telling("a")])["place_name"] is None


def test_parties_stand_once_the_most_frequent_first():
    known = ("SOHR", "sohr", "GBR", "NGO")
    told = [
        telling("a", actors=["government forces"], claimants=["the Ministry"]),
        telling("b", actors=["Government forces", "Russian planes"], claimants=[known]),
        telling("c", actors=["Russian planes"], claimants=[known]),
    ]
    row = event(told)
    assert row["actors"] == ["government forces", "Russian planes"]
    assert row["claimants"] == ["SOHR", "the Ministry"]


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        ({"claimants": ["SOHR"]}, {"claimants": ["the Ministry"], "polarity": "negative"}, True),
        ({}, {"claimants": ["the Ministry"], "polarity": "negative"}, True),
        ({"claimants": ["SOHR"]}, {"claimants": ["SOHR"], "polarity": "negative"}, False),
        ({"claimants": ["SOHR"]}, {"claimants": ["the Ministry"]}, False),
        ({"polarity": "negative"}, {"polarity": "negative"}, False),
        ({}, {"polarity": "negative", "modality": "planned"}, False),
    ],
)
def test_disputed_is_what_one_asserts_and_another_denies(first, second, disputed):
    told = [telling("a", **first), telling("b", **second)]
    assert event(told)["disputed"] is disputed
    assert event(told[::-1])["disputed"] is disputed


def test_counts_and_days_of_writing():
    told = [
        telling("a", published="2016-10-03", language="nb"),
        telling("b", published="2016-10", doc_id="x", language="en"),
        telling("c", published=None, doc_id="x", language="en"),
    ]
    row = event(told)
    assert (row["n_mentions"], row["n_documents"], row["languages"]) == (3, 2, ["en", "nb"])
    assert (row["first_published"], row["last_published"]) == (day("2016-10-01"), day("2016-10-31"))
    assert row["mention_ids"] == ["a", "b", "c"]


def test_an_event_keeps_its_id_when_a_later_report_joins():
    first, later = telling("m2", published="2016-10-03"), telling("m1", published="2016-10-04")
    assert event_id([first]) == event_id([later, first]) != event_id([later])


def test_rows_fit_their_contracts():
    told = [telling("a", figures=[("killed", "", 3, None)], actors=["Rebels"], **at("Aleppo")), telling("b", None)]
    made = rebuild(told)
    for name, rows in (("events", made.events), ("event_mentions", made.event_mentions)):
        stored = [{column: row[column] for column in TABLES[name].names} for row in rows]
        assert as_table(name, rows).to_pylist() == stored
        assert set().union(*rows) == set(TABLES[name].names)


@pytest.mark.parametrize(
    ("start", "end", "month"),
    [
        (date(2016, 10, 31), date(2016, 11, 2), (2016, 10)), (None, date(2016, 11, 2), (2016, 11)),
        (date(2016, 10, 31), None, (2016, 10)), (None, None, (None, None)),
    ],
)  # fmt: skip
def test_the_month_an_event_stands_in(start, end, month):
    assert month_of(start, end) == month
