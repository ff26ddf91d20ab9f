from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.dates.edtf import all_of, bounds, date_prec, interval, one_of
from tasks.validate.dates import fits, fits_precision, is_edtf, value_fits

DAY = date(2016, 10, 1)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NEAR = st.integers(0, 400).map(timedelta)
EDTF = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    st.tuples(DAYS, st.sampled_from([21, 22, 23, 24])).map(lambda pair: f"{pair[0]:%Y}-{pair[1]}"),
    st.tuples(DAYS, NEAR).map(lambda pair: interval(pair[0], pair[0] + pair[1])),
    DAYS.map(lambda day: interval(day, None)),
    DAYS.map(lambda day: interval(None, day)),
    st.tuples(DAYS, st.sets(NEAR, min_size=1, max_size=7)).map(lambda pair: one_of(pair[0] + gap for gap in pair[1])),
    st.lists(DAYS.map(lambda day: f"{day:%Y}"), min_size=1, max_size=3, unique=True).map(all_of),
)


@given(EDTF, st.sampled_from(["2016-11", "2016-11-05", "2016", None]))
@example("[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]", "2016-11")
@example("2016-10-26/2016-11-30", "2016-11")
@example("{2011,2015}", "2016-11")
def test_what_the_dates_room_writes_is_never_rejected(edtf, published):
    start, end = bounds(edtf)
    assert is_edtf(edtf)
    assert fits(edtf, start, end)
    assert fits_precision(edtf, start, end, date_prec(edtf, published=published))


@pytest.mark.parametrize(
    ("days", "precisions"),
    [
        (1, {1}), (2, {2, 3, 4}), (6, {2, 3, 4}), (7, {3, 4}), (8, {3, 4}), (9, {4}), (28, {4}), (29, {4, 5}),
        (92, {4, 5}), (93, {5}), (365, {5}), (None, {5}),
    ],
)  # fmt: skip
def test_precision_follows_the_number_of_possible_days(days, precisions):
    end = None if days is None else DAY + timedelta(days - 1)
    assert {prec for prec in range(7) if fits_precision("x", DAY, end, prec)} == precisions


@pytest.mark.parametrize(
    ("edtf", "start", "end", "expected"),
    [
        (None, None, None, True), (None, DAY, None, False), ("2016-10-01", DAY, DAY, True),
        ("2016-10-01", DAY, None, False), ("../2016-10-01", None, DAY, True), ("2016-10-01/..", DAY, None, True),
        ("2016-10", DAY, date(2016, 10, 31), True), ("2016-13", DAY, DAY, False), ("2016-02-30", DAY, DAY, False),
        ("", None, None, False), ("[", None, None, False), ("a/b/c", None, None, False),
    ],
)  # fmt: skip
def test_edtf_fits_its_days(edtf, start, end, expected):
    assert fits(edtf, start, end) is expected


@given(st.text())
def test_any_text_is_edtf_or_is_not(text):
    assert is_edtf(text) in {True, False}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("DURATION", "P3W", True), ("DURATION", "PT2H", True), ("DURATION", "3 weeks", False), ("DURATION", "P", False),
        ("TIME", "T09:00", True), ("TIME", "2016-10-01T09:00/2016-10-01T19:00", True), ("TIME", "nine", False),
        ("SET", "every Monday", True), ("TIME", None, True), ("DATE", None, True),
    ],
)  # fmt: skip
def test_values_have_the_form_of_their_kind(kind, value, expected):
    assert value_fits(kind, value, None, None) is expected
