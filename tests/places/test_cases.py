"""The places of short texts, as a careful person says what they are."""

from pathlib import Path

import pytest

from tasks.events.place_words import place_words
from tasks.events.where import Place, precision
from tasks.places.locate import locate
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tests.cases import fits, near, read_cases

HERE = Path(__file__).parent
CASES = [(tag, case) for tag in ("en", "nb") for case in read_cases(HERE / f"cases_{tag}.txt")]

# What is still wrong, by language and a piece of the text. Each is a fault of its own; a case that comes right fails.
KNOWN = {
    ("en", "M10 had already been hit on Wednesday"): "the point of M2 is not known for sure",
    ("en", "Rebel troops marched into the capital of Zaire"): "Zaire is no name of the country in the data",
    ("en", "Rebels in Mali captured the town of Konna"): "GeoNames has no Konna in Mali among its towns",
    ("en", "Myanmar's army fired at a mob in Kyaukphyu"): "GeoNames has no Kyaukphyu among its towns",
    ("en", "Two bombs went off near the finish line"): "a town in the name of something else is not taken",
    ("en", "Gunmen held hostages at a plant near In Amenas"): "our own file knows the gas plant alone",
    ("nb", "Anslagsvis 250.000 mennesker bor fortsatt"): "a district without a name stands for nothing",
    ("nb", "En buss med tre drepte ble funnet ved Årdal"): "GeoNames has Årdal under its villages' names",
    ("nb", "Politiet i Sør-Varanger"): "the data lacks the municipality",
    ("nb", "Islamister tok gisler på gassanlegget ved In"): "our own file knows the gas plant alone",
}


def known(tag, case):
    """Why a case is still wrong, or None."""
    marked = (why for (language, text), why in KNOWN.items() if language == tag and text in case.text)
    return case.known or next(marked, None)


def by_words(case, language):
    """The precision that the events room gives: by the words of the place and the preposition before it."""
    words = place_words(language)
    before = case.text[: case.start].lower().split()[-2:]
    beside = bool(words.near.intersection(before[-1:])) or bool(words.directions.intersection(before))
    names = [word for word in case.marked.split() if word[:1].isupper() or word[:3] == "al-"]
    others = [word for word in case.marked.split() if word not in names]
    return precision(names, others, words, near=beside)


def located(tag, case):
    raw = RawDocument("case", "cases", "cases", "", case.published, case.text, language=tag)
    place = Place(case.marked, case.start, case.end, by_words(case, tag))
    return locate(analyse(raw), [place])[0]


def wrong(tag, case):
    """The columns in which an answer differs from what is expected."""
    found, (name, country, admin1, point, code) = located(tag, case), case.expected
    columns = (
        ("name", found.place_name, name),
        ("country", found.country, country),
        ("admin1", found.admin1, admin1),
        ("where_prec", str(found.where_prec), code),
    )
    differs = [f"{column} {value!r}" for column, value, allowed in columns if not fits(allowed, value)]
    return differs + [f"point {found.latitude} {found.longitude}"] * (not near(point, found.latitude, found.longitude))


@pytest.mark.parametrize(("tag", "case"), CASES, ids=[f"{tag}:{case.line}" for tag, case in CASES])
def test_a_place_is_what_a_careful_person_says(tag, case):
    found = wrong(tag, case)
    if known(tag, case):
        assert found, f"it is right now, so it is no longer known to be wrong: {known(tag, case)}"
        pytest.xfail(known(tag, case))
    assert not found, f"{case.text!r}"


def test_what_is_known_to_be_wrong_is_among_the_cases():
    for tag, text in KNOWN:
        assert any(language == tag and text in case.text for language, case in CASES), text
