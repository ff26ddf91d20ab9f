"""What holds for generated expressions of every kind: no span is empty, and a wider header gives a wider answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.dates.edtf import bounds, date_prec
from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates

WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),  # noqa: SIM905 - easier to read
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),  # noqa: SIM905 - easier to read
}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905 - easier to read
    "nb": "januar februar mars april mai juni juli august september oktober november desember".split(),  # noqa: SIM905 - easier to read
}
# Expressions out of which sentences are made: {w} and {v} are weekdays, {m} and {l} months, {n} and {k} small numbers.
EXPRESSIONS = {
    "en": [
        "on {w}", "last {w}", "next {w}", "this {w}", "{w} night", "on {w} and {v}", "from {w} to {v}", "since {w}",
        "by {w}", "until {w}", "{w} last week", "{w} a week ago", "a week from {w}", "yesterday", "today", "tomorrow",
        "last night", "overnight", "last week", "this week", "next week", "later this week", "earlier this month",
        "last month", "next month", "this month", "last year", "this year", "next year", "last weekend", "the weekend",
        "{n} days ago", "{n} weeks ago", "{n} months ago", "{n} years ago", "several weeks ago", "a few months ago",
        "more than a year ago", "in the past {n} days", "over the last {n} weeks", "over the next {n} days",
        "within {n} days", "within 24 hours", "in recent weeks", "in the coming days", "in {m}", "on {m} {n}",
        "on {n} {l}", "in early {m}", "since {m}", "until {n} {m}", "from {m} to {l}", "from {n} {m} to {k} {l}",
        "in {m} and {l}", "last {m}", "this {m}", "next {m}", "in {m} last year", "{m} 10-1{n}",
        "{n}, 2{n} and 2{k} {m}",
        "last summer", "this winter", "in the summer", "the third quarter", "the first half of the year", "week 2{n}",
        "the first {w} of {m}", "the last {w} in {m}", "the last week of {m}", "the second weekend in {m}",
        "the first {w} of next month", "on Christmas Day", "before Easter", "on Good Friday", "since Ramadan",
        "Eid al-Fitr", "two days before Christmas", "the day after Thanksgiving", "over New Year", "since last {w}",
        "the night before {w}", "earlier this year", "so far this year", "at the end of last year", "in {m} ’15",
        "in 2015", "since 2014", "from 2011 to 2013", "in the 1990s", "on {n} {m} 2014",
    ],
    "nb": [
        "på {w}", "{w}ens angrep", "sist {w}", "neste {w}", "førstkommende {w}", "{w} og {v}", "fra {w} til {v}",
        "siden {w}", "innen {w}", "natt til {w}", "{w} i forrige uke", "{w} om en uke", "{w} for en uke siden", "i går",
        "i dag", "i morgen", "i natt", "i kveld", "i forrige uke", "denne uken", "neste uke", "senere denne uken",
        "tidligere denne måneden", "forrige måned", "i år", "i fjor", "neste år", "i helgen", "forrige helg",
        "for {n} dager siden", "for {n} uker siden", "for {n} måneder siden", "for {n} år siden",
        "for flere uker siden",
        "for over ett år siden", "om {n} uker", "de siste {n} dagene", "de siste {n} ukene", "de neste {n} dagene",
        "innen {n} dager", "innen 24 timer", "de siste ukene", "i {m}", "den {n}. {m}", "{n}. {l}", "tidlig i {m}",
        "siden {m}", "frem til {n}. {m}", "fra {m} til {l}", "fra {n}. {m} til {k}. {l}", "i {m} og {l}", "sist {m}",
        "{m} i fjor", "i {m} i år", "10.–1{n}. {m}", "{n}., 2{n}. og 2{k}. {m}", "i sommer", "i fjor høst", "til våren",
        "tredje kvartal", "første halvår", "uke 2{n}", "første {w} i {m}", "siste {w} i {m}", "siste uke i {m}",
        "første {w} i neste måned", "julaften", "langfredag", "i påsken", "siden ramadan", "to dager før jul",
        "dagen etter julaften", "rundt årsskiftet", "natt til {n}. {m}", "tidligere i år", "hittil i år", "i mai ’15",
        "i 2015", "siden 2014", "fra 2011 til 2013", "på 1990-tallet", "den {n}. {m} 2014", "i overmorgen",
    ],
}  # fmt: skip
SENTENCES = {
    "en": ["They fled {}.", "They will meet {}.", "{}", "The talks begin {}.", "He said {} that they would go."],
    "nb": ["De flyktet {}.", "De skal møtes {}.", "{}", "Møtet starter {}.", "Han sa {} at de skulle reise."],
}
# Years apart the tabular Islamic calendar, leap days and week 53 have all turned up.
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))


def sentence(data: st.DataObject, language: str) -> str:
    numbers, names = st.integers(2, 8), st.integers(0, 11)
    words = {
        "w": WEEKDAYS[language][data.draw(names) % 7], "v": WEEKDAYS[language][data.draw(names) % 7],
        "m": MONTHS[language][data.draw(names)], "l": MONTHS[language][data.draw(names)],
        "n": data.draw(numbers), "k": data.draw(numbers),
    }  # fmt: skip
    expression = data.draw(st.sampled_from(EXPRESSIONS[language])).format(**words)
    return data.draw(st.sampled_from(SENTENCES[language])).format(expression)


def dates(text: str, language: str, published: str | None) -> list[TimeExpression]:
    return [e for e in find_dates(text, language, published) if e.kind == "DATE"]


def headers(day: date) -> tuple[str, str, str]:
    return day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"


@settings(max_examples=300, deadline=None)
@given(st.data(), DAYS)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_wider_header_never_narrows(language: str, data: st.DataObject, day: date) -> None:
    text = sentence(data, language)
    answers = [dates(text, language, published) for published in headers(day)]
    assert len({tuple((e.start, e.end) for e in answer) for answer in answers}) == 1
    for narrow, wide in [*zip(answers[0], answers[1], strict=True), *zip(answers[1], answers[2], strict=True)]:
        if narrow.value is None:
            continue
        assert wide.value is not None
        assert (wide.date_start or date.min) <= (narrow.date_start or date.min)
        assert (narrow.date_end or date.max) <= (wide.date_end or date.max)
        assert days_of(narrow.value) <= days_of(wide.value)
        assert date_prec(narrow.value) <= date_prec(wide.value)


def days_of(value: str) -> set[date]:
    """The days that a closed value holds; of an open one none, its bounds are compared above."""
    first, last = bounds(value)
    if first is None or last is None:
        return set()
    spans = [bounds(f"[{item}]") for item in value[1:-1].split(",")] if value[0] in "[{" else [(first, last)]
    return {a + timedelta(days=n) for a, b in spans if a and b for n in range((b - a).days + 1)}


@settings(max_examples=200, deadline=None)
@given(
    st.data(), st.one_of(DAYS.map(date.isoformat), st.sampled_from(["0001", "9999", "0001-01-01", "9999-12-31", None]))
)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_span_is_empty_or_reversed(language: str, data: st.DataObject, published: str | None) -> None:
    text = " ".join(sentence(data, language) for _ in range(3))
    reached = 0
    for e in find_dates(text, language, published):
        assert reached <= e.start < e.end
        reached = e.end
        if e.date_start is not None and e.date_end is not None:
            assert e.date_start <= e.date_end
