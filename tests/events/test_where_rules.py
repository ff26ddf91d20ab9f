"""Places by the rules alone, and how precise a place is by its words."""

from __future__ import annotations

import pytest

from tasks.events.find import find_mentions
from tasks.events.place_words import place_words
from tasks.events.where import precision
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse


@pytest.fixture
def by_rule(tmp_path):
    """Mentions of a text where nothing was learned and nothing is parsed."""

    def read(text, language):
        document = analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language))
        return find_mentions(document, (), models=tmp_path)

    return read


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Rebels attacked the barracks in Karsa.", "Karsa"),
        ("en", "Rebels attacked the barracks.", None),
        ("nb", "Opprørere angrep kasernen i Karsa.", "Karsa"),
        ("nb", "Opprørere angrep kasernen.", None),
        # A speech act takes no place from what it speaks of.
        ("en", "The minister condemned the verdict in Karsa.", None),
        ("nb", "Ministeren fordømte dommen i Karsa.", None),
    ],
)
def test_where_nothing_was_learned_the_rules_speak(by_rule, language, text, place):
    assert by_rule(text, language)[0].place_text == place


@pytest.mark.parametrize(
    ("language", "names", "others", "near", "code"),
    [
        ("en", "Karsa", "", False, 1),
        ("en", "Karsa", "", True, 2),
        ("en", "Karsa", "eastern", False, 2),
        ("en", "Karsa", "province", False, 4),
        ("en", "Karsa", "county", False, 3),
        ("en", "Norway", "", False, 6),
        ("en", "Norway", "", True, 6),
        ("en", "Norway", "northern", False, 5),
        ("en", "northern Norway", "", False, 5),
        ("en", "South Korea", "", False, 6),
        ("en", "South Korea", "northern", False, 5),
        ("en", "the United States", "", False, 6),
        ("en", "Middle East", "", False, 5),
        ("en", "Barents Sea", "", False, 7),
        ("en", "", "the city", False, 1),
        ("nb", "Karsa", "øst", False, 2),
        ("nb", "Øst-Karsa", "", False, 2),
        ("nb", "Sør-Korea", "", False, 6),
        ("nb", "Sør-Afrika", "", False, 6),
        ("nb", "Nord-Irak", "", False, 5),
        ("nb", "Midtøsten", "", False, 5),
        ("nb", "Barentshavet", "", False, 7),
        ("nb", "Karsa", "provinsen", False, 4),
    ],
)
def test_precision(language, names, others, near, code):
    assert precision(names.split(), others.split(), place_words(language), near=near) == code


@pytest.mark.parametrize(
    ("language", "lemma", "site"),
    [
        ("en", "hospital", True),
        ("en", "barracks", True),
        ("en", "statement", False),
        ("nb", "sykehus", True),
        ("nb", "parkeringshus", True),
        ("nb", "presidentpalass", True),
        ("nb", "rapport", False),
        ("nb", "kombinasjon", False),
    ],
)
def test_sites(language, lemma, site):
    assert place_words(language).is_site(lemma) is site
