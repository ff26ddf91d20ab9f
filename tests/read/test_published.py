"""Dates of publication as sources write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.description import Description
from tasks.read.published import mail_date, published_of

OSLO = {"time_zone": "Europe/Oslo"}


@pytest.mark.parametrize(
    ("value", "stated", "expected"),
    [
        ("2016", {}, "2016"),
        ("2016-10", {}, "2016-10"),
        (" 2016-10-03 ", {}, "2016-10-03"),
        ("2016-10-03T23:30:00Z", {}, "2016-10-03"),
        ("2016-10-03T23:30:00Z", OSLO, "2016-10-04"),
        ("2016-10-03T23:30:00.123456+0200", OSLO, "2016-10-03"),
        ("2016-10-04T00:30:00 +05:00", OSLO, "2016-10-03"),
        ("2016-10-03 23:30", OSLO, "2016-10-03"),
        ("2016-12-31T23:00:00Z", OSLO, "2017-01-01"),
        ("3.10.2016", {"date_order": "day-first"}, "2016-10-03"),
        ("03/10/2016", {"date_order": "day-first"}, "2016-10-03"),
        ("03/10/2016", {"date_order": "month-first"}, "2016-03-10"),
        ("03-10-2016 14:05", {"date_order": "day-first"}, "2016-10-03"),
        ("2016-10-03", {"date_order": "day-first"}, "2016-10-03"),
        ("20161003", {"date_format": "%Y%m%d"}, "2016-10-03"),
        ("10/2016", {"date_format": "%m/%Y"}, "2016-10"),
        ("2016", {"date_format": "%Y"}, "2016"),
        ("3.10.2016 kl. 14", {"date_format": "%d.%m.%Y kl. %H"}, "2016-10-03"),
        ("2016-10-03 23:30 +0000", {"date_format": "%Y-%m-%d %H:%M %z"} | OSLO, "2016-10-04"),
    ],
)
def test_dates(value, stated, expected):
    assert published_of(value, "s/x:1", Description(**stated)) == expected


@pytest.mark.parametrize(
    ("value", "stated", "reason"),
    [
        ("", {}, "is no date"),
        ("3.10.2016", {}, "could be day or month first; say 'date_order' in source.yaml"),
        ("13.13.2016", {"date_order": "day-first"}, "month 13"),
        ("31/02/2016", {"date_order": "day-first"}, "day 31 of a month with 29"),
        ("3.10.16", {"date_order": "day-first"}, "is no date"),
        ("3.10/2016", {"date_order": "day-first"}, "is no date"),
        ("2016-10-03T25:00:00Z", {}, "is no moment"),
        ("2016-10-03T12:00:00+99:00", {}, "is no moment"),
        ("2016-02-30T12:00", {}, "day 30 of a month with 29"),
        ("0001-01-01T00:00:00Z", OSLO, "outside 1000 to 9999"),
        ("2016-10-03", {"date_format": "%Y%m%d"}, "is not written as '%Y%m%d', which source.yaml says"),
        ("0016", {"date_format": "%Y"}, "outside 1000"),
        ("9" * 5000, {}, "is no date"),
        ("2016-10-03T" + "1" * 5000, {"date_format": "%Y%m%d"}, "is no date"),
    ],
)
def test_what_is_no_date(value, stated, reason):
    with pytest.raises(InputError) as caught:
        published_of(value, "s/x:1", Description(**stated))
    assert (caught.value.check, caught.value.uri) == ("field_date", "s/x:1")
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("value", "stated", "expected"),
    [
        ("Mon, 03 Oct 2016 23:30:00 GMT", {}, "2016-10-03"),
        ("Mon, 03 Oct 2016 23:30:00 GMT", OSLO, "2016-10-04"),
        ("Mon, 03 Oct 2016 23:30:00 +0200", OSLO, "2016-10-03"),
        ("3 Oct 2016 10:00 -0000", OSLO, "2016-10-03"),
        ("2016-10-03T23:30:00Z", OSLO, "2016-10-04"),
        ("2016-10", {}, "2016-10"),
        ("3.10.2016", {"date_order": "day-first"}, "2016-10-03"),
    ],
)
def test_dates_of_feeds(value, stated, expected):
    assert mail_date(value, "s/x:1", Description(**stated)) == expected


@pytest.mark.parametrize(
    "value", ["", "i går", "Mon, 35 Oct 2016 10:00 GMT", "x" * 10_000, "Mon, 03 Oct 99999 1:1:1 GMT"]
)
def test_what_is_no_date_of_a_feed(value):
    with pytest.raises(InputError) as caught:
        mail_date(value, "s/x:1", Description())
    assert caught.value.check == "entry_date"


@given(
    st.text(max_size=40) | st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}\Z"),
    st.sampled_from([{}, OSLO, {"date_order": "day-first"} | OSLO, {"date_format": "%d %m %Y"}]),
)
def test_any_text_is_a_date_or_rejected(value, stated):
    for read in (published_of, mail_date):
        try:
            found = read(value, "s/x:1", Description(**stated))
        except InputError as error:
            found = "2016" if str(error).isprintable() else "unprintable"
        assert re.fullmatch(r"[1-9][0-9]{3}(-[0-9]{2}){0,2}", found)
