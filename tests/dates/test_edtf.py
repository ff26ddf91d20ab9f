"""EDTF values: bounds, precision, writers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.dates.edtf import all_of, bounds, date_prec, interval, one_of, possible_days, published_precision

D = date.fromisoformat


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016-10-01", "2016-10-01", "2016-10-01"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-21", "2016-03-01", "2016-05-31"),
        ("2016-22", "2016-06-01", "2016-08-31"),
        ("2016-23", "2016-09-01", "2016-11-30"),
        ("2016-24", "2016-12-01", "2017-02-28"),
        ("2015-24", "2015-12-01", "2016-02-29"),
        ("2016-09-22/2016-10-03", "2016-09-22", "2016-10-03"),
        ("2016-04/2016-11", "2016-04-01", "2016-11-30"),
        ("2007/2009-01-19", "2007-01-01", "2009-01-19"),
        ("../2016-10-03", None, "2016-10-03"),
        ("/2016-10", None, "2016-10-31"),
        ("2012/..", "2012-01-01", None),
        ("2016-21/..", "2016-03-01", None),
        ("[2016-11-02,2016-11-09]", "2016-11-02", "2016-11-09"),
        ("[2016-10-27..2016-10-29,2016-11-03]", "2016-10-27", "2016-11-03"),
        ("{2011,2015}", "2011-01-01", "2015-12-31"),
        ("{2016-05-02, 2016-05-03}", "2016-05-02", "2016-05-03"),
    ],
)
def test_bounds(edtf: str, first: str | None, last: str | None) -> None:
    assert bounds(edtf) == (D(first) if first else None, D(last) if last else None)


@pytest.mark.parametrize(
    "text", ["", "2016-13", "2016-00", "2016-02-30", "2016-1", "yesterday", "16-10-03", "2016-25", "[]"]
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|day"):
        bounds(text)


@pytest.mark.parametrize(
    ("edtf", "published", "code"),
    [
        ("2016-10-01", "2016-10-03", 1),
        ("2016-10-01", "2016-10", 1),
        ("2016-10-02/2016-10-03", "2016-10-03", 2),
        ("2016-09-28/2016-10-03", "2016-10-03", 2),
        ("2016-09-27/2016-10-03", "2016-10-03", 3),
        ("2016-09-26/2016-10-03", "2016-10-03", 4),
        ("2016-09", "2016-10-03", 4),
        ("[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]", "2016-11", 4),
        ("2016-10-26/2016-11-30", "2016-11", 4),
        ("2016-10-26/2016-11-30", "2016-11-30", 5),
        ("2016-21", "2016-11", 5),
        ("2016", "2016-10-03", 5),
        ("2012/..", "2016-10-03", 5),
        ("../2016-10-03", "2016-10-03", 5),
        ("{2011,2015}", "2016-10-03", 5),
        ("2016-10-26/2016-11-30", None, 5),
    ],
)
def test_precision_of_an_event(edtf: str, published: str | None, code: int) -> None:
    assert date_prec(edtf, published=published) == code


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2016-10-03", "day"),
        ("2016-11", "month"),
        ("2016", "year"),
        (None, "unknown"),
        ("", "unknown"),
        ("2016/..", "unknown"),
    ],
)
def test_precision_of_a_header(edtf: str | None, precision: str) -> None:
    assert published_precision(edtf) == precision


@pytest.mark.parametrize(
    ("days", "as_set", "as_possible_days"),
    [
        (["2016-11-02"], "2016-11-02", "2016-11-02"),
        (["2016-11-02", "2016-11-03"], "[2016-11-02,2016-11-03]", "2016-11-02/2016-11-03"),
        (["2016-11-04", "2016-11-02", "2016-11-03"], "[2016-11-02..2016-11-04]", "2016-11-02/2016-11-04"),
        (["2016-11-02", "2016-11-09"], "[2016-11-02,2016-11-09]", "[2016-11-02,2016-11-09]"),
    ],
)
def test_days_are_written_as_sets_or_intervals(days: list[str], as_set: str, as_possible_days: str) -> None:
    assert one_of(D(day) for day in days) == as_set
    assert possible_days(D(day) for day in days) == as_possible_days


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("2016-09-22", "2016-10-03", "2016-09-22/2016-10-03"), ("2016-10-03", "2016-10-03", "2016-10-03"),
        (None, "2016-10-03", "../2016-10-03"), ("2016-10-03", None, "2016-10-03/.."),
    ],
)  # fmt: skip
def test_spans_are_written_as_intervals(first: str | None, last: str | None, edtf: str) -> None:
    assert interval(D(first) if first else None, D(last) if last else None) == edtf


def test_all_of_one_is_that_one() -> None:
    assert all_of(["2011"]) == "2011"
    assert all_of(["2011", "2015"]) == "{2011,2015}"


@given(st.sets(st.dates(date(1000, 1, 1), date(9999, 12, 1)), min_size=1, max_size=40))
def test_what_is_written_can_be_read_again(days: set[date]) -> None:
    assert bounds(one_of(days)) == bounds(possible_days(days)) == (min(days), max(days))


@given(
    st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 4000), st.sampled_from([None, "2016-11", "2016-11-03"])
)
def test_a_longer_span_is_never_more_precise(first: date, days: int, published: str | None) -> None:
    shorter, longer = (interval(first, first + timedelta(days=n)) for n in (days, days + 1))
    assert 1 <= date_prec(shorter, published=published) <= date_prec(longer, published=published) <= 5
