"""How long after something a date was says when that something was; and what the text before named counts."""

import pytest

from tasks.dates.find import find_dates


@pytest.mark.parametrize(
    ("text", "language", "expression", "value", "counted_from"),
    [
        ("The minister resigned on Monday, three days after the raid.", "en", "three days after",
         "2016-10-03", "2016-09-30"),
        ("Troops left on Sunday, residents said, a day after the army had come.", "en", "a day after",
         "2016-10-02", "2016-10-01"),
        ("Polls will open on Friday, two days before the talks.", "en", "two days before", "2016-10-07", "2016-10-09"),
        ("Det var rolig søndag, ett døgn etter at våpenhvilen trådte i kraft.", "nb", "ett døgn etter",
         "2016-10-02", "2016-10-01"),
        ("The prison was stormed on July 20. The day after the attack the warden quit.", "en", "The day after",
         "2016-07-21", None),
        ("The truce began on 12 September and three days after it shells fell.", "en", "three days after",
         "2016-09-15", None),
    ],
)  # fmt: skip
def test_beside_the_date_that_it_equals(text, language, expression, value, counted_from):
    [found] = [one for one in find_dates(text, language, "2016-10-03") if one.text == expression]
    assert (found.value, found.counted_from) == (value, counted_from)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Two days later the governor fled.", "en", ["2016-09-22"]),
        ("The day before, twelve people had died.", "en", ["2016-09-19"]),
        ("More than two decades after the war, it goes on.", "en", [None]),
        ("Dagen etter angrepet var det stille.", "nb", [None]),
    ],
)
def test_what_the_text_before_named(text, language, values):
    assert [one.value for one in find_dates(text, language, "2016-10-03", named="2016-09-20")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("En mann i 30-årene ble knivstukket.", []),
        ("To menn i 20- og 30-årene ble dømt.", []),
        ("En kvinne i slutten av 40-åra er død.", []),
        ("I 30-årene var det krise.", ["1930/1939"]),
        ("Det var i 30-årene at fabrikken ble bygd.", ["1930/1939"]),
    ],
)
def test_an_age_is_no_decade(text, values):
    assert [one.value for one in find_dates(text, "nb", "2016-10-03")] == values
