"""Low, best and high over claims."""

import pytest
from telling import telling

from tasks.incidents.event import event
from tasks.incidents.toll import toll


def claim(n, low, high, published="2016-10-03", *, by=(), group="", kind="killed", **other):
    return telling(f"m{n}", published=published, figures=[(kind, group, low, high)], claimants=by, **other)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], (None, None, None)),
        ([claim(1, 5, 5)], (5, 5, 5)),
        ([claim(1, 5, None)], (5, 5, None)),
        ([claim(1, None, 5)], (None, None, 5)),
        ([claim(1, 0, 0)], (0, 0, 0)),
        # Several say one figure, one another: the best attested is best, the others bound it.
        ([claim(1, 12, 12), claim(2, 12, 12), claim(3, 20, 20)], (12, 12, 20)),
        # As many say each: the (lower) median.
        ([claim(1, 10, 10), claim(2, 12, 12), claim(3, 20, 20)], (10, 12, 20)),
        ([claim(1, 10, 10), claim(2, 20, 20)], (10, 10, 20)),
        # An exact figure counts before a bound, and one without a bound leaves high open.
        ([claim(1, 5, None), claim(2, 5, None), claim(3, 8, 8)], (5, 8, None)),
        # What nobody vouches for is one speaker's: Tuesday's papers replace Monday's.
        ([claim(1, 5, 5, "2016-10-03"), claim(2, 12, 12, "2016-10-04")], (12, 12, 12)),
        # A claimant replaces his own figure, and nobody else's.
        (
            [
                claim(1, 5, 5, "2016-10-03", by=["SOHR"]),
                claim(2, 12, 12, "2016-10-04", by=["SOHR"]),
                claim(3, 30, 30, "2016-10-03", by=["the Ministry"]),
            ],
            (12, 12, 30),
        ),
        # Groups of the same people are not added up; where all are counted, a group bounds the best from below.
        ([claim(1, 2, 2, group="children"), claim(2, 7, 7)], (7, 7, 7)),
        ([claim(1, 9, 9, group="children"), claim(2, 7, 7)], (7, 9, 9)),
        ([claim(1, 2, 2, group="children"), claim(2, 3, 3, group="women")], (2, 3, 3)),
        # Who denies an event states no toll of it.
        ([claim(1, 5, 5), claim(2, 0, 0, polarity="negative")], (5, 5, 5)),
    ],
)
def test_toll_over_claims(claims, expected):
    assert toll(claims, "killed") == expected
    assert toll(claims[::-1], "killed") == expected
    assert toll(claims, "injured") == (None, None, None)


def test_low_best_and_high_are_in_order_on_the_row():
    row = event([claim(1, 9, 9, group="children"), claim(2, 7, 7), claim(3, 40, 60, kind="injured")])
    assert [row[f"killed_{name}"] for name in ("low", "best", "high")] == [7, 9, 9]
    assert [row[f"injured_{name}"] for name in ("low", "best", "high")] == [40, 40, 60]
