"""Dates that need no language: full ones in digits that can be read in one way alone."""

import pytest

from tasks.dates.find import find_dates

FOUND = [
    ("el 22.9.2016 en Alepo", "22.9.2016", "2016-09-22"),
    ("Halep, 03.10.2016.", "03.10.2016", "2016-10-03"),
    ("dne 22. 9. 2016 v noci", "22. 9. 2016", "2016-09-22"),
    ("2016. 09. 22.", "2016. 09. 22", "2016-09-22"),
    ("2016.09.22", "2016.09.22", "2016-09-22"),
    ("(2016-09-22)", "2016-09-22", "2016-09-22"),
    ("2016-09-22T14:05Z", "2016-09-22T14:05Z", "2016-09-22"),
    ("2016-09-22T14:05:00", "2016-09-22T14:05:00", "2016-09-22"),
    ("2016/09/22", "2016/09/22", "2016-09-22"),
    ("le 22/9/2016", "22/9/2016", "2016-09-22"),
    ("on 9/22/2016", "9/22/2016", "2016-09-22"),
    ("op 22-09-2016", "22-09-2016", "2016-09-22"),
    ("29.2.2016", "29.2.2016", "2016-02-29"),
    ("22.9.2016 – 3.10.2016", "22.9.2016 – 3.10.2016", "2016-09-22/2016-10-03"),
]


@pytest.mark.parametrize("published", ["2016-10-03", "2016", None])
@pytest.mark.parametrize(("text", "words", "value"), FOUND)
def test_dates_in_digits(text, words, value, published):
    [found] = find_dates(text, "und", published)
    assert (found.text, found.value, found.basis, found.anchor) == (words, value, "explicit", None)


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2016", "03-04-2016",  # April or March
        "30.2.2016", "29.2.2015", "31.4.2016", "2016-13-01", "13/13/2016",
        "1.22.9.2016", "10.1.2016.4", "12.2016", "2016", "22.9.", "22.9.16", "9/11", "2-1", "14:05", "v2016.9.22",
        "Monday", "lundi", "may", "Mon", "M01", "M01 2016", "mañana", "двадцать второго", "二十二日",
        "+47 22.09.2016.11", "$22.9.2016", "22.9.2016%",
    ],
)  # fmt: skip
def test_what_is_left_alone(text):
    assert find_dates(text, "und", "2016-10-03") == []
