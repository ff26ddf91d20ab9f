"""The tables of English and Bokmål as news writes them, under headers of a day, a month, a year, or none."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates
from tests.dates import table_en, table_nb
from tests.dates.rows import rows

TABLES = {"en": table_en, "nb": table_nb}
MONDAY = "2016-10-03"
MONTH = "2016-11"
YEAR = "2016"


def find(language: str, text: str, published: str | None, expression: str) -> TimeExpression:
    found = find_dates(text, language, published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0]


@pytest.mark.parametrize(
    ("language", "text", "expression", "value"),
    rows(
        TABLES,
        "CALENDAR",
        "YEARLESS_PAST",
        "YEARLESS_FUTURE",
        "YEARLESS_NO_TENSE",
        "RELATIVE",
        "WEEKDAYS",
        "RELATED_TO_A_DATE",
        "SPANS",
        "WINDOWS",
        "CLOCK_ON_A_DAY",
        "FEASTS",
    ),
)
def test_under_a_day(language: str, text: str, expression: str, value: str) -> None:
    found = find(language, text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "kept"), rows(TABLES, "ISLAMIC_FEASTS"))
def test_islamic_feasts_are_known_to_a_day_or_so(language: str, text: str, expression: str, kept: str) -> None:
    found = find(language, text, MONDAY, expression)
    assert found.kind == "DATE"
    assert found.date_start is not None
    assert found.date_end is not None
    assert found.date_start <= date.fromisoformat(kept) <= found.date_end
    assert (found.date_end - found.date_start).days == 2


@pytest.mark.parametrize(("language", "text", "expression", "value", "anchor"), rows(TABLES, "RELATIONS"))
def test_counted_from_the_day_named_last(
    language: str, text: str, expression: str, value: str | None, anchor: str | None
) -> None:
    found = find(language, text, MONDAY, expression)
    assert (found.value, found.anchor, found.kind) == (value, anchor, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "period"), rows(TABLES, "SETS"))
def test_sets(language: str, text: str, expression: str, period: str | None) -> None:
    found = find(language, text, MONDAY, expression)
    assert found.kind == "SET"
    assert found.value in (None, period)


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "DURATIONS"))
def test_durations(language: str, text: str, expression: str, value: str | None) -> None:
    found = find(language, text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DURATION")


@pytest.mark.parametrize(("language", "text", "value"), rows(TABLES, "HOURS"))
def test_hours_are_no_date(language: str, text: str, value: str) -> None:
    found = [(e.kind, e.value) for e in find_dates(text, language, MONDAY)]
    assert ("DURATION", value) in found
    assert "DATE" not in [kind for kind, _ in found]


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "CLOCK"))
def test_clock(language: str, text: str, expression: str, value: str) -> None:
    found = find(language, text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "TIME")


@pytest.mark.parametrize(("language", "text", "beginning", "value"), rows(TABLES, "LOCAL_CLOCK"))
def test_local_time_has_no_offset(language: str, text: str, beginning: str, value: str) -> None:
    found = [e for e in find_dates(text, language, MONDAY) if e.kind == "TIME"]
    assert [(e.text.startswith(beginning), e.value) for e in found] == [(True, value)]


@pytest.mark.parametrize(("language", "text", "published", "expression", "value"), rows(TABLES, "OTHER_HEADERS"))
def test_under_other_days(language: str, text: str, published: str, expression: str, value: str) -> None:
    found = find(language, text, published, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "MONTH_HEADER"))
def test_under_a_month(language: str, text: str, expression: str, value: str) -> None:
    found = find(language, text, MONTH, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "YEAR_HEADER"))
def test_under_a_year(language: str, text: str, expression: str, value: str) -> None:
    found = find(language, text, YEAR, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "NO_HEADER"))
def test_without_a_header(language: str, text: str, expression: str, value: str | None) -> None:
    found = find(language, text, None, expression)
    assert (found.value, found.kind) == (value, "DATE")
    if value is None:
        assert (found.date_start, found.date_end, found.anchor) == (None, None, None)


@pytest.mark.parametrize(("language", "text"), rows(TABLES, "NOT_DATES"))
def test_what_is_no_date(language: str, text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, language, MONDAY) if e.kind == "DATE"] == []
