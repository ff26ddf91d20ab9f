"""When and where: from the sentence, from the scene, from the document."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "published", "event_date", "precision", "basis"),
    [
        ("en", "Rebels attacked the barracks on Monday.", "2016-10-05", "2016-10-03", 1, "relative"),
        ("en", "Rebels attacked the barracks on October 1, 2016.", "2016-10-05", "2016-10-01", 1, "explicit"),
        ("en", "Rebels attacked the barracks in September 2016.", "2016-10-05", "2016-09", 4, "explicit"),
        ("en", "Rebels attacked the barracks in 2014.", "2016-10-05", "2014", 5, "explicit"),
        ("en", "Rebels attacked the barracks.", "2016-10-05", "2016-09-29/2016-10-05", 3, "document"),
        ("en", "Rebels attacked the barracks.", "2016-11", "2016-10-26/2016-11-30", 4, "document"),
        ("en", "Rebels attacked the barracks.", "2016-02", "2016-01-26/2016-02-29", 4, "document"),
        ("en", "Rebels attacked the barracks.", None, None, None, None),
        ("en", "The rebels will attack the barracks.", "2016-10-05", "2016-10-05/..", 5, "document"),
        ("en", "Rebels have often attacked the barracks.", "2016-10-05", "../2016-10-05", 5, "document"),
        ("nb", "Opprørere angrep kasernen mandag.", "2016-10-05", "2016-10-03", 1, "relative"),
        ("nb", "Opprørere angrep kasernen 1. oktober 2016.", "2016-10-05", "2016-10-01", 1, "explicit"),
        ("nb", "Opprørere angrep kasernen i september 2016.", "2016-10-05", "2016-09", 4, "explicit"),
        ("nb", "Opprørere angrep kasernen.", "2016-10-05", "2016-09-29/2016-10-05", 3, "document"),
        ("nb", "Opprørere angrep kasernen.", "2016-11", "2016-10-26/2016-11-30", 4, "document"),
        ("nb", "Opprørere angrep kasernen.", None, None, None, None),
        ("nb", "Opprørerne vil angripe kasernen.", "2016-10-05", "2016-10-05/..", 5, "document"),
        ("nb", "Opprørere har alltid angrepet kasernen.", "2016-10-05", "../2016-10-05", 5, "document"),
        (
            "nb", "Opprørere angrep kasernen onsdag.", "2016-11",
            "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]", 4, "relative",
        ),
    ],
)  # fmt: skip
def test_when(mentions_of, language, text, published, event_date, precision, basis):  # noqa: PLR0917 - one row
    (mention,) = mentions_of(text, language, published)
    assert (mention.event_date, mention.date_prec, mention.date_basis) == (event_date, precision, basis)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels attacked the barracks on Monday. The attack lasted two hours."),
        ("nb", "Opprørere angrep kasernen mandag. Angrepet var kraftig."),
    ],
)
def test_a_date_is_taken_over_from_the_sentence_before(mentions_of, language, text):
    first, second = mentions_of(text, language)
    assert (first.event_date, first.date_basis) == ("2016-10-03", "relative")
    assert (second.event_date, second.date_basis) == ("2016-10-03", "context")


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "Rebels attacked the barracks on Sunday, and police arrested a man on Monday.",
         ["2016-10-02", "2016-10-03"]),
        ("nb", "Opprørere angrep kasernen søndag, og politiet arresterte en mann mandag.",
         ["2016-10-02", "2016-10-03"]),
    ],
)  # fmt: skip
def test_each_clause_keeps_its_own_date(mentions_of, language, text, dates):
    assert [one.event_date for one in mentions_of(text, language)] == dates


@pytest.mark.parametrize(
    ("language", "text", "place", "precision"),
    [
        ("en", "Rebels attacked the barracks in Karsa.", "Karsa", 1),
        ("en", "Rebels attacked the barracks in eastern Karsa.", "eastern Karsa", 2),
        ("en", "Rebels attacked the barracks near Karsa.", "Karsa", 2),
        ("en", "Rebels attacked the barracks in Karsa province.", "Karsa province", 4),
        ("en", "Rebels attacked the barracks in Norway.", "Norway", 6),
        ("en", "Rebels attacked the barracks in northern Norway.", "northern Norway", 5),
        ("en", "Pirates attacked a ship in the Barents Sea.", "Barents Sea", 7),
        ("en", "Rebels attacked the soldiers.", None, None),
        ("nb", "Opprørere angrep kasernen i Karsa.", "Karsa", 1),
        ("nb", "Opprørere angrep kasernen øst i Karsa.", "øst i Karsa", 2),
        ("nb", "Opprørere angrep kasernen i Øst-Karsa.", "Øst-Karsa", 2),
        ("nb", "Opprørere angrep kasernen ved Karsa.", "Karsa", 2),
        ("nb", "Opprørere angrep kasernen i provinsen Karsa.", "provinsen Karsa", 4),
        ("nb", "Opprørere angrep kasernen i Norge.", "Norge", 6),
        ("nb", "Pirater angrep et skip i Barentshavet.", "Barentshavet", 7),
        ("nb", "Opprørere angrep soldatene.", None, None),
    ],
)
def test_where(read, language, text, place, precision):
    document, (mention,) = read(text, language)
    assert (mention.place_text, mention.where_prec) == (place, precision)
    if mention.place_start is not None:
        assert document.text[mention.place_start : mention.place_end] == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels attacked the barracks in Karsa. Two soldiers were killed."),
        ("nb", "Opprørere angrep kasernen i Karsa. To soldater ble drept."),
    ],
)
def test_a_place_is_taken_over_from_the_sentence_before(mentions_of, language, text):
    assert [one.place_text for one in mentions_of(text, language)] == ["Karsa", "Karsa"]
