"""The cases of places and actors are well written, and the reader gives what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pycountry
import pytest

from tasks.safe_yaml import load_plain_yaml
from tasks.settings import REFERENCE
from tests.cases import Case, fits, near, read_cases

HERE = Path(__file__).parent
PLACES = {language: read_cases(HERE / "places" / f"cases_{language}.txt") for language in ("en", "nb")}
ACTORS = {language: read_cases(HERE / "actors" / f"cases_{language}.txt") for language in ("en", "nb")}
COUNTRIES = {country.alpha_3 for country in pycountry.countries} | {"XKX", None}
SECTORS = {*load_plain_yaml((REFERENCE / "taxonomy.yaml").read_text(encoding="utf-8"))["sectors"], None}

HARMLESS = """# a head

2016-10-03 | AFP, ALEPPO ¶ Jets hit [[eastern Aleppo]] today.
= Aleppo/Halab | SYR | * | 36.2 37.2/- | 2

# a heading
2016-10 | [[Rebels]] fled.
= - | -/SYR | REB
? why
"""


@pytest.fixture
def two(tmp_path: Path) -> list[Case]:
    file = tmp_path / "cases.txt"
    file.write_text(HARMLESS, encoding="utf-8")
    return read_cases(file)


def test_a_case_is_read_with_its_text_its_mark_and_its_columns(two):
    first, second = two
    assert first.text == "AFP, ALEPPO\n\nJets hit eastern Aleppo today."
    assert (first.marked, first.line, first.published, first.known) == ("eastern Aleppo", 3, "2016-10-03", None)
    assert first.expected == ({"Aleppo", "Halab"}, {"SYR"}, None, {"36.2 37.2", None}, {"2"})
    assert (second.marked, second.line, second.known) == ("Rebels", 7, "why")
    assert second.expected == ({None}, {None, "SYR"}, {"REB"})


@pytest.mark.parametrize(
    "block",
    [
        "2016 | No mark.\n= - | -",
        "2016 | [[Two]] [[marks]].\n= - | -",
        "2016 | [[Nothing]] told.",
        "2016 | [[No]] equals sign.\n- | -",
        "2016 | [[Four]] lines.\n= -\n? a\n? b",
    ],
)
def test_a_case_that_is_not_well_written_is_refused_with_its_line(block, tmp_path):
    file = tmp_path / "cases.txt"
    file.write_text(f"# head\n\n{block}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 3"):
        read_cases(file)


@pytest.mark.parametrize(
    ("allowed", "value", "right"),
    [
        ({"Ar Raqqah"}, "Ar Raqqah", True),
        ({"Cordoba"}, "Córdoba", True),
        ({"Utoya"}, "Utøya", True),
        ({"Dar'a"}, "Dar‘ā", True),
        ({"Gambia"}, "The Gambia", True),
        ({"Kingdom of Norway"}, "the kingdom of Norway", True),
        ({"Homs"}, "Hama", False),
        ({"Homs", None}, None, True),
        ({"Homs"}, None, False),
        ({None}, "Homs", False),
        (None, "Homs", True),
        (None, None, True),
    ],
)
def test_what_fits(allowed, value, right):
    assert fits(allowed and frozenset(allowed), value) is right


@pytest.mark.parametrize(
    ("allowed", "latitude", "longitude", "right"),
    [
        ({"36.2 37.2"}, 36.6, 36.8, True),
        ({"36.2 37.2"}, 36.8, 37.2, False),
        ({"36.2 37.2"}, 36.2, 37.8, False),
        ({"36.2 37.2", "34.7 36.7"}, 34.72, 36.72, True),
        ({"36.2 37.2"}, None, None, False),
        ({"36.2 37.2", None}, None, None, True),
        ({None}, None, None, True),
        ({None}, 36.2, 37.2, False),
        (None, 36.2, 37.2, True),
        (None, None, None, True),
    ],
)
def test_what_is_near(allowed, latitude, longitude, right):
    assert near(allowed and frozenset(allowed), latitude, longitude) is right


@pytest.mark.parametrize("language", ["en", "nb"])
def test_there_are_as_many_cases_as_promised(language):
    assert len(PLACES[language]) >= 150
    assert len(ACTORS[language]) >= 160


@pytest.mark.parametrize("cases", [*PLACES.values(), *ACTORS.values()], ids=["en", "nb", "actors-en", "actors-nb"])
def test_every_case_is_dated_and_stands_once(cases):
    assert [one.line for one in cases if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one.published)] == []
    keys = [(one.published, one.text, one.start, one.end) for one in cases]
    assert [one.line for one, key in zip(cases, keys, strict=True) if keys.count(key) > 1] == []
    assert [one.line for one in cases if one.marked != one.marked.strip() or "[[" in one.text] == []


@pytest.mark.parametrize("cases", PLACES.values(), ids=["en", "nb"])
def test_the_columns_of_places_are_possible(cases):
    for one in cases:
        name, country, admin1, point, precision = one.expected
        assert country is None or country <= COUNTRIES, one.line
        assert (precision or {None}) <= set("1234567"), one.line
        assert all(re.fullmatch(r"-?\d+(\.\d+)? -?\d+(\.\d+)?", each) for each in (point or ()) if each), one.line
        # An unknown name has nothing but its precision.
        assert name != {None} or country == admin1 == point == {None}, one.line


@pytest.mark.parametrize("cases", ACTORS.values(), ids=["en", "nb"])
def test_the_columns_of_actors_are_possible(cases):
    for one in cases:
        _, country, sector = one.expected
        assert country is None or country <= COUNTRIES, one.line
        assert sector is None or sector <= SECTORS, one.line


@pytest.mark.parametrize("cases", [*PLACES.values(), *ACTORS.values()], ids=["en", "nb", "actors-en", "actors-nb"])
def test_the_cases_tell_more_than_what_is_not_checked(cases):
    assert all(any(column is not None for column in one.expected) for one in cases)
    assert sum(None not in (one.expected[0] or {None}) for one in cases) > len(cases) / 3
