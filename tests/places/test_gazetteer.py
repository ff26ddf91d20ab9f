"""The gazetteer as it is built from the libraries: which places bear which name."""

import pytest

from tasks.places.gazetteer import Gazetteer, open_gazetteer
from tasks.places.place import Entry
from tasks.settings import GAZETTEER, REFERENCE
from tasks.text.reference import languages


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """GeoNames, ISO and CLDR without our own places, so that these tests do not hang on what we add."""
    reference = tmp_path_factory.mktemp("reference")
    (reference / "languages" / "nb").mkdir(parents=True)
    (reference / "languages" / "en").mkdir()
    (reference / "detection.yaml").write_text("macro: {'no': [nb, nn]}\n", encoding="utf-8")
    return open_gazetteer(reference, GAZETTEER)


def found(gazetteer, name, language=None):
    return {(e.name, e.kind, e.country) for e in gazetteer.find(name, language)}


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Homs", None, {("Homs", "city", "SYR"), ("Homs", "admin1", "SYR")}),
        ("Hims", None, {("Homs", "city", "SYR"), ("Homs", "admin1", "SYR")}),
        ("Aleppo", "en", {("Aleppo", "city", "SYR"), ("Aleppo", "admin1", "SYR")}),
        ("ALEPPO", "nb", {("Aleppo", "city", "SYR"), ("Aleppo", "admin1", "SYR")}),
        ("حلب", None, {("Aleppo", "city", "SYR")}),
        ("Алеппо", None, {("Aleppo", "city", "SYR")}),
        ("Ar-Raqqah", None, {("Ar Raqqah", "city", "SYR"), ("Raqqa", "admin1", "SYR")}),
        ("Raqqa", "en", {("Ar Raqqah", "city", "SYR"), ("Raqqa", "admin1", "SYR")}),
        ("Georgia", "en", {("Georgia", "country", "GEO"), ("Georgia", "admin1", "USA")}),
        ("Tripoli", "en", {("Tripoli", "city", "LBY"), ("Tripoli", "city", "LBN"), ("Tripoli", "admin1", "LBY")}),
        ("Ås", "nb", {("Ås", "town", "NOR"), ("Aš", "town", "CZE"), ("As", "town", "BEL")}),
        ("Bergen", "nb", {("Bergen", "city", "NOR"), ("Mons", "town", "BEL")}),
        ("Roma", "nb", {("Rome", "city", "ITA")}),
        ("København", "nb", {("Copenhagen", "city", "DNK")}),
        ("Haag", "nb", {("The Hague", "city", "NLD")}),
        ("Victoria", "en", {("Victoria", "admin1", "AUS"), ("Victoria", "city", "CAN")}),
        ("Birmingham", "en", {("Birmingham", "city", "GBR"), ("Birmingham", "city", "USA")}),
        ("Cordoba", "en", {("Córdoba", "city", "ARG"), ("Córdoba", "city", "ESP")}),
        ("Paris", "en", {("Paris", "city", "FRA"), ("Paris", "town", "USA")}),
        ("Vestland", "nb", {("Vestland", "admin1", "NOR")}),
        ("Akershus", "nb", {("Akershus", "admin1", "NOR")}),
        ("Syria", "nb", {("Syria", "country", "SYR")}),
        ("Hviterussland", "nb", {("Belarus", "country", "BLR")}),
        ("Kviterussland", "nn", {("Belarus", "country", "BLR")}),
        ("Hviterussland", "nn", {("Belarus", "country", "BLR")}),
        ("Kypros", "nb", {("Cyprus", "country", "CYP")}),
        ("Burma", "nb", {("Myanmar", "country", "MMR")}),
        ("Elfenbeinskysten", "nn", {("Ivory Coast", "country", "CIV")}),
        ("Tyskland", "nb", {("Germany", "country", "DEU")}),
        ("Kongo", "nb", {("Democratic Republic of the Congo", "country", "COD")}),
        ("Sør-Korea", "nb", {("South Korea", "country", "KOR")}),
        ("Hongkong", "nb", {("Hong Kong", "country", "HKG")}),
        ("USA", "nb", {("United States", "country", "USA")}),
        ("Syrian Arab Republic", "en", {("Syria", "country", "SYR")}),
        ("Kosovo", "en", {("Kosovo", "country", "XKX")}),
    ],
)
def test_places_that_bear_a_name(bare, name, language, expected):
    assert expected <= found(bare, name, language)


@pytest.mark.parametrize("name", ["", "-", "Xyzzyville", "TYO", "OSL", "hms", "ب"])
def test_what_is_no_name_of_a_place(bare, name):
    assert bare.find(name) == ()


@pytest.mark.parametrize(("name", "language"), [("Tyskland", "en"), ("Germany", "nb"), ("Hviterussland", "en")])
def test_names_of_countries_hold_in_their_language_or_are_those_of_geonames(bare, name, language):
    known = {e.country for e in bare.find(name, language) if e.kind == "country"}
    assert known == ({"DEU"} if name == "Germany" else set())
    assert bare.find(name)


@pytest.mark.parametrize("name", ["London", "Victoria", "San José", "Springfield", "Santiago", "Georgia"])
def test_the_most_populous_comes_first(bare, name):
    people = [e.population for e in bare.find(name, "en")]
    assert len(people) > 1
    assert people == sorted(people, reverse=True)


def test_ids_lead_back_to_the_places(bare):
    for name in ("Homs", "Georgia", "Oslo", "Tripoli", "Norway"):
        for entry in bare.find(name):
            assert bare.entry(entry.place_id) == entry
    assert bare.entry("170063").name == "Aleppo"
    assert bare.entry("SY-HL").kind == "admin1"
    assert bare.entry("no such id") is None


def test_every_place_lies_in_one_that_there_is(bare):
    for name in ("Homs", "Aleppo", "Bergen", "Paris", "Kharkiv", "Mosul", "Kano", "Birmingham", "Lyon"):
        for entry in bare.find(name):
            assert bare.entry(entry.within).country == entry.country
    city = next(e for e in bare.find("Aleppo") if e.kind == "city")
    assert [city.within, bare.entry(city.within).within] == ["SY-HL", bare.country("SYR").place_id]


@pytest.mark.parametrize(
    ("alpha3", "name"), [("SYR", "Syria"), ("NOR", "Norway"), ("XKX", "Kosovo"), ("PSE", "Palestinian Territory")]
)
def test_countries_by_code(bare, alpha3, name):
    assert bare.country(alpha3).name == name
    assert bare.country(alpha3).kind == "country"


def test_no_country_has_the_code_of_none(bare):
    assert bare.country("ZZZ") is None


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Oslo", "NOR", "city"),
        ("Ås", "NOR", "town"),
        ("Grimstad", "NOR", "town"),
        ("Vila", "AND", "village"),
        ("Valletta", "MLT", "city"),
        ("Vaduz", "LIE", "city"),
    ],
)
def test_kinds_of_towns_go_by_their_people(bare, name, country, kind):
    assert kind in {e.kind for e in bare.find(name) if e.country == country}


OWN = """
places:
  - {id: xx/aleppo, geonames: "170063", name: Aleppo, kind: city, names: {nb: [Byen Halep]}}
  - {id: xx/east, name: eastern Aleppo, kind: district, within: xx/aleppo,
     names: {nb: [Øst-Aleppo], en: [East Aleppo]}}
  - {id: xx/raqqa, iso: SY-RA, name: Raqqa Governorate, kind: admin1, latitude: 36.0, longitude: 39.0,
     names: {all: [Raqqa]}}
  - {id: xx/hospital, name: M10, kind: hospital, within: xx/east}
  - {id: xx/mound, name: The Mound, kind: site, within: SY-RA}
  - {id: xx/mill, name: The Mill, kind: site, admin1: Raqqa Governorate, within: SY-RA}
  - {id: xx/over-there, name: Over There, kind: site, country: TUR, within: xx/aleppo}
  - {id: xx/province, name: The Province, kind: admin1, country: TUR}
  - {id: xx/first, name: First, kind: site, within: xx/second}
  - {id: xx/second, name: Second, kind: site, within: xx/first}
  - {id: xx/oslo, name: Oslo, kind: site, country: SYR}
  - {id: xx/syria, geonames: "163843", name: Syria, kind: country, latitude: 35.0, longitude: 38.0}
"""


@pytest.fixture(scope="module")
def laid_over(tmp_path_factory):
    reference = tmp_path_factory.mktemp("own")
    (reference / "places").mkdir()
    (reference / "places" / "own.yaml").write_text(OWN, encoding="utf-8")
    (reference / "places" / "admin1.yaml").write_bytes((REFERENCE / "places" / "admin1.yaml").read_bytes())
    for tag in ("nb", "nn", "en"):
        (reference / "languages" / tag).mkdir(parents=True)
    (reference / "detection.yaml").write_text("macro: {'no': [nb, nn]}\n", encoding="utf-8")
    return open_gazetteer(reference, GAZETTEER)


def test_an_own_entry_for_a_place_of_geonames_adds_names_and_keeps_the_rest(laid_over, bare):
    [entry] = laid_over.find("Byen Halep", "nb")
    assert entry == bare.entry("170063")
    assert laid_over.find("Byen Halep", "en") == ()
    assert entry in laid_over.find("Алеппо")


def test_an_own_entry_says_more_of_a_division_than_iso_does(laid_over, bare):
    entry = laid_over.entry("SY-RA")
    assert (entry.name, entry.latitude, entry.longitude) == ("Raqqa Governorate", 36.0, 39.0)
    assert entry.population == bare.entry("SY-RA").population
    assert laid_over.find("Raqqa")[0] == entry
    assert entry in laid_over.find("Ar-Raqqah")


def test_a_place_of_our_own_takes_country_and_division_from_what_it_lies_in(laid_over):
    [entry] = laid_over.find("Øst-Aleppo", "nb")
    assert entry == Entry("xx/east", "eastern Aleppo", "district", "SYR", "Aleppo", None, None, 0, "170063")
    assert laid_over.entry("xx/east") == entry


@pytest.mark.parametrize(
    ("place_id", "country", "admin1"),
    [
        ("xx/hospital", "SYR", "Aleppo"),
        ("SY-RA", "SYR", "Raqqa"),  # the column has one name for a division, whatever our file calls the place
        ("xx/mound", "SYR", "Raqqa"),
        ("xx/mill", "SYR", "Raqqa"),
        ("xx/over-there", "TUR", None),
        ("xx/province", "TUR", "The Province"),
        ("xx/first", None, None),
    ],
)
def test_country_and_division_come_from_what_is_around(laid_over, place_id, country, admin1):
    entry = laid_over.entry(place_id)
    assert (entry.country, entry.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("nb", {"Øst-Aleppo", "eastern Aleppo"}), ("nn", {"Øst-Aleppo", "eastern Aleppo"}),
        ("en", {"East Aleppo", "eastern Aleppo"}), (None, {"Øst-Aleppo", "East Aleppo", "eastern Aleppo"}),
    ],
)  # fmt: skip
def test_names_of_our_own_hold_in_their_language(laid_over, language, names):
    asked = {"Øst-Aleppo", "East Aleppo", "eastern Aleppo"}
    assert {name for name in asked if laid_over.find(name, language)} == names


def test_our_own_places_come_first(laid_over):
    assert [e.place_id for e in laid_over.find("Oslo", "nb")][:2] == ["xx/oslo", "NO-03"]


def test_an_own_entry_for_a_country_is_that_country(laid_over):
    assert laid_over.country("SYR").latitude == 35.0
    assert laid_over.find("Syria", "nb")[0] == laid_over.country("SYR")


def test_the_gazetteer_of_the_project_opens_and_is_opened_once():
    gazetteer = open_gazetteer()
    assert open_gazetteer() is gazetteer
    assert isinstance(gazetteer, Gazetteer)
    assert all(gazetteer.find("Aleppo", language) for language in languages())
