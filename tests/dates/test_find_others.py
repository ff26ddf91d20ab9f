"""Expressions of the languages beside English and Bokmål, under headers of a day, a month, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates
from tests.dates import table_da, table_de, table_nn, table_sv
from tests.dates.rows import rows

TABLES = {"da": table_da, "de": table_de, "nn": table_nn, "sv": table_sv}
MONDAY = "2016-10-03"
MONTH = "2016-11"


def only(language: str, text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, language, published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0].value, match[0].kind


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "CALENDAR", "RELATIVE", "RULES"))
def test_under_a_day(language: str, text: str, expression: str, value: str) -> None:
    assert only(language, text, MONDAY, expression) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "UNDER_A_MONTH"))
def test_under_a_month(language: str, text: str, expression: str, value: str) -> None:
    assert only(language, text, MONTH, expression) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "expression", "kind", "value"), rows(TABLES, "OTHER_KINDS"))
def test_times_durations_and_sets(language: str, text: str, expression: str, kind: str, value: str | None) -> None:
    assert only(language, text, MONDAY, expression) == (value, kind)


@pytest.mark.parametrize(("language", "text"), rows(TABLES, "NOTHING"))
def test_what_is_no_date(language: str, text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, language, MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "RELATIVE"))
def test_relative_without_a_header_is_found_but_not_resolved(
    language: str, text: str, expression: str, value: str
) -> None:
    found = next(e for e in find_dates(text, language, None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


@pytest.mark.parametrize(("language", "text", "expression", "value"), rows(TABLES, "WITHOUT_A_HEADER"))
def test_a_full_date_needs_no_header(language: str, text: str, expression: str, value: str | None) -> None:
    assert only(language, text, None, expression) == (value, "DATE")


@pytest.mark.parametrize(("language", "text", "values"), rows(TABLES, "SEVERAL"))
def test_several_in_a_text(language: str, text: str, values: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value) for e in find_dates(text, language, MONDAY)] == values
