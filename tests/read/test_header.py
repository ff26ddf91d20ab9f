"""The header and its date."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import InputError
from tasks.read.header import check_published, has_header, parse_header


@pytest.mark.parametrize(
    ("text", "header", "published", "rest"),
    [
        ("date 2016-10-03 AFP, ALEPPO", "date 2016-10-03", "2016-10-03", "AFP, ALEPPO"),
        (" date 2016-11 Ifølge kilder", "date 2016-11", "2016-11", "Ifølge kilder"),
        ("date 2016\nA hospital was hit.", "date 2016", "2016", "A hospital was hit."),
        ("date 2016-11\n\n  Two lines\nhere \n", "date 2016-11", "2016-11", "Two lines\nhere"),
        ("\n\t date  2016-02-29\tLeap", "date  2016-02-29", "2016-02-29", "Leap"),
        ("date\u00a02016 Hard space", "date\u00a02016", "2016", "Hard space"),
        ("date 1000-01-01 x", "date 1000-01-01", "1000-01-01", "x"),
        ("date 9999-12-31 x", "date 9999-12-31", "9999-12-31", "x"),
        ("date 2016-11", "date 2016-11", "2016-11", ""),
    ],
)
def test_header_is_parted_from_the_text(text, header, published, rest):
    assert parse_header(text, "s/1.txt") == (header, published, rest)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2016-13", "month 13"),
        ("2016-00", "month 00"),
        ("2016-21", "month 21"),
        ("2016-02-30", "day 30 of a month with 29"),
        ("2015-02-29", "day 29 of a month with 28"),
        ("2016-10-00", "day 00 of a month with 31"),
        ("16-11", "year 16, not of four digits"),
        ("12016-11", "year 12016, not of four digits"),
        ("0999", "year 0999, outside 1000 to 9999"),
        ("0000-01-01", "year 0000, outside 1000 to 9999"),
        ("2016-1-3", "written otherwise"),
        ("2016-11-03-04", "written otherwise"),
        ("2016/11", "written otherwise"),
        ("2016-11.", "written otherwise"),
        ("2016-11~", "written otherwise"),
        ("２０１６-11", "written otherwise"),
        ("2016-11\u0301", "written otherwise"),
        ("november", "written otherwise"),
    ],
)
def test_what_is_no_date(value, fault):
    with pytest.raises(InputError) as caught:
        parse_header(f"date {value} The text.", "s/1.txt")
    assert (caught.value.uri, caught.value.check) == ("s/1.txt", "header_date")
    assert fault in caught.value.reason
    assert caught.value.reason.endswith("write YYYY, YYYY-MM or YYYY-MM-DD")


def test_the_message_says_what_was_found_and_what_to_do():
    with pytest.raises(InputError) as caught:
        check_published("2016-13", "s/004.txt")
    assert str(caught.value) == (
        "s/004.txt: header date '2016-13' is no date (month 13); write YYYY, YYYY-MM or YYYY-MM-DD"
    )
    assert caught.value.found == "2016-13"


@pytest.mark.parametrize(
    "text", ["The text.", "", "Date 2016-11 x", "date: 2016 x", "date", "date\n2016 x", "dated 2016"]
)
def test_no_header(text):
    with pytest.raises(InputError) as caught:
        parse_header(text, "s/1.txt")
    assert (caught.value.check, caught.value.found) == ("no_header", text.replace("\n", r"\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("date 2016 x", True), (" date 16-11 x", True), ("date 2016-13", True), ("date 5 of it", False),
     ("date night", False), ("The date 2016", False), ("", False)],
)  # fmt: skip
def test_whether_a_text_has_a_header(text, expected):
    assert has_header(text) is expected


def test_other_dates_are_called_by_their_name():
    with pytest.raises(InputError) as caught:
        check_published("x" * 500, "s/1.jsonl:3", "field date")
    assert caught.value.check == "field_date"
    assert caught.value.reason.startswith("field date 'xxx")
    assert len(caught.value.found) == 80


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_every_calendar_date_is_kept_as_it_is(day, length):
    value = day.isoformat()[:length]
    assert check_published(value, "u") == value


@given(st.text("0123456789-", max_size=11))
def test_nothing_else_passes(value):
    try:
        check_published(value, "u")
    except InputError:
        return
    assert re.fullmatch(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value)
