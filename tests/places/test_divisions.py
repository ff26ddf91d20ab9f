"""Countries, ISO 3166-2 divisions, and the table that joins GeoNames' codes to them."""

import pycountry
import pytest

from tasks.errors import ReferenceDataError
from tasks.places.admin1 import admin1_codes
from tasks.places.countries import countries
from tasks.places.divisions import _names, _point, divisions
from tasks.places.place import Entry

TABLE = admin1_codes()
# Norway's counties of 2024, which ISO has and the library has not yet.
NEWER = {f"NO-{number}" for number in (31, 32, 33, 39, 40, 55, 56)}


@pytest.mark.parametrize(
    ("country", "code", "name", "iso"),
    [
        ("SY", "09", "Aleppo", "SY-HL"), ("SY", "11", "Homs", "SY-HI"), ("SY", "13", "Damascus", "SY-DI"),
        ("SY", "08", "Rif Dimashq", "SY-RD"), ("SY", "04", "Raqqa", "SY-RA"), ("IQ", "15", "Nineveh", "IQ-NI"),
        ("NO", "46", "Vestland", "NO-46"), ("NO", "12", "Oslo", "NO-03"), ("NO", "01", "Akershus", "NO-32"),
        ("UA", "05", "Donetsk", "UA-14"), ("UA", "12", "Kyiv City", "UA-30"), ("UA", "13", "Kyiv", "UA-32"),
        ("US", "GA", "Georgia", "US-GA"), ("US", "DC", "Washington, D.C.", "US-DC"),
        ("GB", "SCT", "Scotland", "GB-SCT"),
        ("FR", "84", "Auvergne-Rhône-Alpes", "FR-ARA"), ("DE", "02", "Bavaria", "DE-BY"), ("SE", "27", "Skåne", "SE-M"),
        ("RU", "48", "Moscow", "RU-MOW"), ("RU", "47", "Moscow Oblast", "RU-MOS"), ("PS", "GZ", "Gaza Strip", None),
        ("AF", "10", "Helmand", "AF-HEL"), ("NG", "27", "Borno", "NG-BO"), ("CD", "17", "Ituri", "CD-IT"),
        ("CN", "13", "Xinjiang", "CN-XJ"), ("IT", "07", "Lazio", "IT-62"), ("BR", "27", "São Paulo", "BR-SP"),
        ("YE", "26", "Sanaa City", "YE-SA"), ("ER", "03", "Southern Red Sea", "ER-DK"),
        ("LY", "69", "Benghazi", "LY-BA"),
    ],
)  # fmt: skip
def test_codes_of_geonames(country, code, name, iso):
    assert (TABLE[country, code].name, TABLE[country, code].iso) == (name, iso)


def test_every_iso_code_of_the_table_is_one_and_stands_once():
    codes = [one.iso for one in TABLE.values() if one.iso]
    assert len(codes) == len(set(codes))
    assert {code for code in codes if pycountry.subdivisions.get(code=code) is None} == NEWER
    assert {(country, one.iso) for (country, _), one in TABLE.items() if one.iso and one.iso[:2] != country} == set()


def test_nearly_all_countries_have_divisions_with_iso_codes():
    with_iso = {country for (country, _), one in TABLE.items() if one.iso}
    assert len(with_iso) > 180
    assert len([one for one in TABLE.values() if one.iso]) > 3_200


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("other: {}\n", "no mapping 'divisions'"),
        ("divisions: [NO]\n", "no mapping 'divisions'"),
        ("divisions: {NO: {'03': [Oslo, Oslo]}}\n", "expected an ISO 3166-2 code"),
    ],
)
def test_a_table_that_does_not_say_what_it_must_is_refused(tmp_path, text, reason):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "admin1.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=reason):
        admin1_codes(tmp_path)


@pytest.mark.parametrize(
    ("official", "names"),
    [
        ("Ḩalab", ("Ḩalab",)),
        ("Catalunya [Cataluña]", ("Catalunya", "Cataluña")),
        ("Murcia, Región de", ("Murcia", "Región de Murcia")),
        ("Örebro län [SE-18]", ("Örebro län",)),
        ("Amānat al ‘Āşimah [city]", ("Amānat al ‘Āşimah",)),
        ("Wales [Cymru GB-CYM]", ("Wales", "Cymru")),
        ("Sofia (stolitsa)", ("Sofia",)),
        ("Bolama / Bijagós", ("Bolama", "Bijagós")),
        ("Newry, Mourne and Down", ("Newry, Mourne and Down",)),
        ("wallonne, Région", ("wallonne", "Région wallonne")),
        ("Karpoš †", ("Karpoš",)),
    ],
)
def test_names_in_the_form_of_iso(official, names):
    assert _names(official) == names


def town(latitude, longitude, population, name="Town", *, of=("XX", "1")):
    return {
        "latitude": latitude, "longitude": longitude, "population": population, "name": name,
        "countrycode": of[0], "admin1code": of[1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("towns", "point"),
    [
        ([], (None, None)),
        ([town(60, 10, 5)], (60, 10)),
        ([town(0, 10, 100), town(0, 14, 100), town(0, 20, 100)], (0, 14)),
        ([town(0, 10, 900), town(0, 14, 100), town(0, 20, 100)], (0, 10)),
        ([town(0, 10, 0), town(0, 16, 0), town(0, 20, 0)], (0, 16)),
        ([town(0, 170, 100), town(0, 179, 1), town(0, -170, 100)], (0, 179)),
    ],
    ids=["none", "one", "in the middle", "where the people are", "nobody counted", "across the date line"],
)
def test_the_point_is_that_of_a_town_near_the_middle_of_the_people(towns, point):
    assert _point(towns) == point


def test_countries_have_geonames_ids_and_no_point():
    found = {entry.country: (alpha2, entry, names) for alpha2, entry, names in countries()}
    alpha2, syria, names = found["SYR"]
    assert (alpha2, syria.place_id, syria.kind, syria.latitude, syria.longitude) == (
        "SY",
        "163843",
        "country",
        None,
        None,
    )
    assert "Syrian Arab Republic" in names
    assert found["NOR"][1].place_id == "3144096"
    assert found["XKX"][1].name == "Kosovo"
    assert {"ANT", "SCG"}.isdisjoint(found)  # states that are no more
    assert len(found) > 245


def test_divisions_have_names_points_and_what_they_lie_in():
    states = {alpha2: entry for alpha2, entry, _ in countries()}
    province = ("SY", "09")
    cities = [town(36.2, 37.2, 900, "Aleppo", of=province), town(36.4, 37.2, 100, "Azaz", of=province)]
    found = {entry.place_id: (entry, names) for entry, names in divisions(TABLE, cities, states, lambda c: ("Halep",))}
    aleppo, names = found["SY-HL"]
    assert aleppo == Entry("SY-HL", "Aleppo", "admin1", "SYR", "Aleppo", 36.2, 37.2, 1000, "163843")
    assert set(names) == {"Aleppo", "Ḩalab", "Halep"}  # of ISO, and of the town it is named after
    assert "Kiev" in found["UA-32"][1]  # another name in our table
    assert found["SY-ID"][0].latitude is None
    assert found["FR-75C"][0].kind == "admin2"
    assert (found["FR-75C"][0].within, found["FR-75C"][0].admin1) == ("FR-IDF", "Île-de-France")
    assert found["IQ-AR"][0].kind == "admin1"  # GeoNames has it as one, whatever ISO puts between
    assert "US-PR" not in found  # a territory with a code of its own
    assert found["NO-32"][0].name == "Akershus"
