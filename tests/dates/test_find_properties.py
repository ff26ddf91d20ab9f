"""What holds for any text: no crash, exact offsets, ordered bounds, wider answers under wider headers, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.dates.edtf import bounds
from tasks.dates.find import find_dates
from tasks.errors import ReferenceDataError

PIECES = {
    "en": "on Monday Friday last next week month since from to and May Sept . , 2016 29 30 February 9 : a three twenty"
    " - days ago later in the early will spring ’s every \n 1990s until 9/11 noon summer 9999 0000 weekend",
    "nb": "på mandag fredagens forrige neste uke måned siden fra til og mai sept . , 2016 29 30 februar 9 : en tre"
    " tjue - dager for senere i den tidlig skal vår natt hver \n 1990-tallet innen fjor klokken 9999 0000 helgen",
}
HEADERS = ["2016-10-03", "2016-11", "2016", "2016-02-29", "0001-01-01", "9999-12-31", "9999", None]
LANGUAGES = st.sampled_from(["en", "nb"])


def check(text: str, language: str, published: str | None) -> None:
    reached = 0
    for e in find_dates(text, language, published):
        assert text[e.start : e.end] == e.text != ""
        assert reached <= e.start
        reached = e.end
        assert e.kind in ("DATE", "TIME", "DURATION", "SET")
        if e.kind == "DATE" and e.value is not None:
            assert bounds(e.value) == (e.date_start, e.date_end)
        if e.date_start is not None and e.date_end is not None:
            assert e.date_start <= e.date_end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), LANGUAGES, st.sampled_from(HEADERS))
def test_any_text(text: str, language: str, published: str | None) -> None:
    check(text, language, published)


@settings(max_examples=600, deadline=None)
@given(st.data(), LANGUAGES, st.sampled_from(HEADERS))
def test_any_words_of_time(data: st.DataObject, language: str, published: str | None) -> None:
    words = data.draw(st.lists(st.sampled_from(PIECES[language].split(" ")), max_size=14))
    check(data.draw(st.sampled_from([" ", ""])).join(words), language, published)


@pytest.mark.parametrize(
    ("language", "expression"),
    [("en", text) for text in (
        "on Wednesday", "yesterday", "today", "last week", "last month", "last year", "a week ago", "ten days ago",
        "two months ago", "two years ago", "earlier this week", "this week", "last weekend", "overnight",
        "in recent days", "over the last two weeks", "since Friday", "Tuesday last week", "on Friday and Saturday",
        "from Thursday to Saturday", "last summer", "this month", "in September", "last Friday", "will meet on Friday",
    )] + [("nb", text) for text in (
        "på onsdag", "onsdagens angrep", "i går", "i dag", "i forrige uke", "forrige måneds pause", "i fjor",
        "for en uke siden", "for ti dager siden", "for to måneder siden", "tidligere i uken", "denne uken", "i helgen",
        "natt til lørdag", "de siste dagene", "de siste to ukene", "siden fredag", "fredag i forrige uke",
        "fredag og lørdag",
        "fra torsdag til lørdag", "i sommer", "i år", "i september", "sist fredag", "skal møtes fredag", "midt i uken",
    )],
)  # fmt: skip
def test_a_wider_header_gives_a_wider_answer(language: str, expression: str) -> None:
    for day in ("2016-11-01", "2016-11-13", "2016-11-14", "2016-11-30"):
        sharp, month, year = (find_dates(expression, language, header)[0] for header in (day, "2016-11", "2016"))
        for narrow, wide in ((sharp, month), (month, year)):
            assert wide.date_start is not None
            assert narrow.date_start is not None
            assert wide.date_start <= narrow.date_start
            if narrow.date_end is not None:
                assert wide.date_end is not None
                assert narrow.date_end <= wide.date_end


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    "piece",
    ["1", ",", " ", "\n", "1 ", "12.", "i ", "the last ", "2012 og ", "May and ", "from 12 to ", "1/", "1.1.", "1, ",
     "1. ", "1, 2 and 3 ", "22–", "- ", "2016-", "'16 ", "første ", "first Monday of ", "two days after ", "12:"],
)  # fmt: skip
def test_time_is_linear(language: str, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    find_dates("", language, None)  # the grammar is compiled once in a process
    start = time.process_time()
    find_dates(text, language, "2016-11")
    assert time.process_time() - start < 5  # some 0.3 s at most where it was written; quadratic would be minutes


def test_a_header_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="2016/17"):
        find_dates("yesterday", "en", "2016/17")


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(ReferenceDataError):
        find_dates("ieri", "it", None)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_expression_runs_over_a_line_break(language: str) -> None:
    assert [
        e.text for e in find_dates("3\nOctober 2016" if language == "en" else "3.\noktober 2016", language, None)
    ] == ["October 2016" if language == "en" else "oktober 2016"]
