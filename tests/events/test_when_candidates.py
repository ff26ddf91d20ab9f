"""The dates that a mention may have."""

from __future__ import annotations

import pytest

from tasks.dates.edtf import bounds, date_prec
from tasks.events.find import read_scene
from tasks.events.learned.when_candidates import candidates
from tasks.extract import find_times
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse

_HEADER = {"default", "history", "future", "written"}


def _candidates(text, language, published, trigger):
    document = analyse(RawDocument("d", "tests", "d.txt", "", published, text, language=language))
    scene = read_scene(document, tuple(find_times(document)))
    times = {reading.text.number: reading.times for reading in scene.readings if reading.times}
    words = [document.text[one.mention.trigger_start : one.mention.trigger_end] for one in scene.drafts]
    return candidates(scene, words.index(trigger), times)


def _by_source(found):
    return {source: one.when for one in found for source in one.sources}


@pytest.mark.parametrize(
    ("language", "text", "trigger", "published", "source", "event_date"),
    [
        ("en", "Rebels attacked the post on Monday.", "attacked", "2016-10-05", "own", "2016-10-03"),
        ("en", "Rebels attacked the post on Monday.", "attacked", "2016-10-05", "own_since", "2016-10-03/2016-10-05"),
        ("en", "Rebels attacked the post on Monday.", "attacked", "2016-10-05", "own_on", "2016-10-03/.."),
        ("en", "Rebels attacked the post on Monday.", "attacked", "2016-10-05", "own_until", "../2016-10-03"),
        ("en", "Rebels attacked the post in 2012.", "attacked", "2016-10-05", "own_since", "2012/2016-10-05"),
        ("en", "Rebels attacked the post in 2012.", "attacked", "2016-10-05", "own_on", "2012/.."),
        ("en", "Rebels attacked the post in September 2016.", "attacked", "2016-11", "own_until", "../2016-09"),
        ("en", "Rebels attacked it for three weeks.", "attacked", "2016-10-05", "lasting", "2016-09-14/2016-10-05"),
        ("en", "Rebels attacked the post for two months.", "attacked", "2016-01-05", "lasting", "2015-11/2016-01-05"),
        ("en", "Rebels attacked the post for three years.", "attacked", "2016-10", "lasting", "2013/2016-10"),
        ("en", "Rebels attacked the post.", "attacked", "2016-10-05", "default", "2016-09-29/2016-10-05"),
        ("en", "Rebels attacked the post.", "attacked", "2016-10-05", "history", "../2016-10-05"),
        ("en", "Rebels attacked the post.", "attacked", "2016-10-05", "future", "2016-10-05/.."),
        ("en", "Rebels attacked the post.", "attacked", "2016-10-05", "written", "2016-10-05"),
        ("en", "Rebels attacked it on Monday. Police arrested him.", "arrested", "2016-10-05", "told", "2016-10-03"),
        (
            "en", "Rebels attacked it on Monday. Police arrested him.", "arrested", "2016-10-05",
            "told_since", "2016-10-03/2016-10-05",
        ),
        ("en", "Snow fell on Monday. Rebels attacked the post.", "attacked", "2016-10-05", "read", "2016-10-03"),
        ("en", "Rebels attacked the post. Snow fell on Monday.", "attacked", "2016-10-05", "read", "2016-10-03"),
        ("nb", "Opprørere angrep leiren mandag.", "angrep", "2016-10-05", "own", "2016-10-03"),
        ("nb", "Opprørere angrep leiren i tre uker.", "angrep", "2016-10-05", "lasting", "2016-09-14/2016-10-05"),
        ("nb", "Opprørere angrep leiren i 2012.", "angrep", "2016-10-05", "own_since", "2012/2016-10-05"),
        ("nb", "De angrep leiren mandag. Politiet arresterte ham.", "arresterte", "2016-10-05", "told", "2016-10-03"),
    ],
)  # fmt: skip
def test_a_date_is_among_them(language, text, trigger, published, source, event_date):  # noqa: PLR0917 - one row
    when = _by_source(_candidates(text, language, published, trigger))[source]
    assert when.event_date == event_date
    assert (when.date_start, when.date_end) == bounds(event_date)


@pytest.mark.parametrize(
    ("text", "source", "basis", "said"),
    [
        ("Rebels attacked the post on Monday.", "own", "relative", "Monday"),
        ("Rebels attacked the post in 2012.", "own_since", "explicit", "2012"),
        ("Rebels attacked the post for three weeks.", "lasting", "relative", "three weeks"),
        ("Rebels attacked the post. Snow fell on Monday.", "read", "context", "Monday"),
        ("Rebels attacked the post.", "default", "document", None),
        ("Rebels attacked the post.", "history", "document", None),
    ],
)
def test_it_says_what_it_rests_on(text, source, basis, said):
    when = _by_source(_candidates(text, "en", "2016-10-05", "attacked"))[source]
    assert (when.date_basis, when.date_text) == (basis, said)


@pytest.mark.parametrize("published", ["2016-10-05", "2016-10", "2016", None, "0001-01-09"])
@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the post on Monday after 99 weeks, in 2012 and on 3 May 2014.",
        "Rebels attacked the post for 900 years. Police arrested a man on Friday. Snow fell in spring.",
    ],
)
def test_no_two_have_the_same_days_and_each_is_sound(text, published):
    found = _candidates(text, "en", published, "attacked")
    assert len({one.bounds for one in found}) == len(found)
    for one in found:
        assert one.bounds == bounds(one.when.event_date)
        start, end = one.bounds
        assert start is None or end is None or start <= end
        assert one.when.date_basis in {"explicit", "relative", "context", "document"}
        assert one.when.date_prec >= min(date_prec(one.when.event_date), 4)
    assert published is None or {source for one in found for source in one.sources} >= _HEADER


def test_an_undated_document_gives_what_the_sentence_says_alone():
    found = _candidates("Rebels attacked the post on 3 May 2014.", "en", None, "attacked")
    assert [one.when.event_date for one in found] == ["2014-05-03"]
