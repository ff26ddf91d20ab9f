"""A date written in any usual format is found as that date, whatever the day, with and without a header."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.dates.find import find_dates

# The two-digit years of these dates have one reading without a header and under each of the headers.
DAYS = st.dates(date(1970, 1, 1), date(2036, 12, 31))
HEADERS = ("2016-10-03", "2016-11", "2016", None)

# Patterns of CLDR; a text in quotes stands as it is.
FORMATS = {
    "en": [
        "MMMM d, y", "MMM d, y", "EEEE, MMMM d, y", "EEE, MMM d, y", "d MMMM y", "d MMM y", "EEEE d MMMM y",
        "EEEE, d MMMM y", "d 'of' MMMM y", "'the' d 'of' MMMM, y", "MMMM d y", "d MMMM, y", "MMM. d, y",
        "y-MM-dd", "dd.MM.y", "d.M.y", "d-MMM-y", "d MMM. y", "dd/MMM/y",
    ],
    "nb": [
        "d. MMMM y", "EEEE d. MMMM y", "EEEE 'den' d. MMMM y", "'den' d. MMMM y", "EEEE, d. MMMM y", "dd.MM.y", "d.M.y",
        "d/M y", "d/M-y", "d. M. y", "d MMMM y", "y-MM-dd", "dd.MM.yy", "d.M.yy", "d. MMM y",
    ],
}  # fmt: skip
# CLDR's own formats; the short English one names the month first, which the text itself does not show.
NAMED = {"en": ["full", "long", "medium"], "nb": ["full", "long", "medium", "short"]}
FRAMES = {"en": ["{}", "They fled on {}.", "({})", "The ceasefire of {}, they said"],
          "nb": ["{}", "De flyktet {}.", "({})", "Våpenhvilen {}, sa de"]}  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.data(), DAYS, st.sampled_from(HEADERS))
@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_full_date_is_that_date(language: str, data: st.DataObject, day: date, published: str | None) -> None:
    written = format_date(day, data.draw(st.sampled_from([*FORMATS[language], *NAMED[language]])), locale=language)
    written = written.replace("May.", "May")  # it has no shorter form
    text = data.draw(st.sampled_from(FRAMES[language])).format(written)
    assert [(e.text, e.value) for e in find_dates(text, language, published)] == [(written, day.isoformat())]


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(HEADERS), st.sampled_from(["M/d/y", "d/M/y", "MM/dd/y", "dd/MM/yy", "M/d/yy"]))
def test_an_english_date_in_numbers_has_one_or_both_orders(day: date, published: str | None, pattern: str) -> None:
    written = format_date(day, pattern, locale="en")
    both = sorted({day.isoformat(), f"{day.year}-{day.day:02}-{day.month:02}"})
    sure = day.day > 12 or len(both) == 1
    (found,) = find_dates(f"It is dated {written} in ink.", "en", published)
    assert (found.text, found.value) == (written, day.isoformat() if sure else f"[{','.join(both)}]")


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(HEADERS))
def test_a_month_is_that_month(day: date, published: str | None) -> None:
    for language, pattern in (("en", "MMMM y"), ("en", "MMMM, y"), ("nb", "MMMM y")):
        written = format_date(day, pattern, locale=language)
        assert [(e.text, e.value) for e in find_dates(written, language, published)] == [(written, f"{day:%Y-%m}")]


@settings(max_examples=200, deadline=None)
@given(DAYS)
def test_a_week_of_the_iso_calendar_is_its_seven_days(day: date) -> None:
    year, week, _ = day.isocalendar()
    monday, sunday = date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    for text, language in (
        (f"{year}-W{week:02}", "en"), (f"week {week} of {year}", "en"), (f"uke {week} i {year}", "nb"),
    ):  # fmt: skip
        (found,) = find_dates(text, language, None)
        assert (found.text, found.date_start, found.date_end) == (text, monday, sunday)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "30 February 2016"), ("en", "February 30, 2016"), ("en", "2016-02-30"), ("en", "2016-13-01"),
        ("en", "31/4/2016"), ("en", "4/31/2016"), ("en", "13/13/2016"), ("en", "29 February 2015"),
        ("en", "week 54 of 2016"), ("en", "32 May 2016"),
        ("nb", "30. februar 2016"), ("nb", "31.4.2016"), ("nb", "31.4."), ("nb", "2016-13-01"), ("nb", "29.2.2015"),
        ("nb", "32. mai 2016"), ("nb", "0.5.2016"), ("nb", "15.13.2016"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", HEADERS)
def test_what_no_calendar_has_is_never_bent(language: str, text: str, published: str | None) -> None:
    days = [e for e in find_dates(text, language, published) if e.precision == "day"]
    assert days == []
