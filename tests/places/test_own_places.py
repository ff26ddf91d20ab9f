"""Our own places: what the file may say, and how a wrong entry is told."""

import pytest

from tasks.errors import ReferenceDataError
from tasks.places.own import own_places

AROUND = """
places:
  - {id: xx/province, iso: SY-HL, name: Aleppo, kind: admin1, country: SYR}
  - {id: xx/city, geonames: "170063", name: Aleppo, kind: city, within: xx/province,
     names: {all: [Halab], nb: [Aleppo by]}}
  - {id: xx/east, name: eastern Aleppo, kind: district, within: xx/city, names: {nb: [Øst-Aleppo]}}
  - {id: xx/hospital, name: M10, kind: hospital, within: xx/east, latitude: 36.21, longitude: 37}
  - {id: xx/sea, name: Middle Sea, kind: water}
  - {id: xx/over-there, name: Over There, kind: site, country: TUR, within: xx/city}
"""


@pytest.fixture
def write(tmp_path):
    (tmp_path / "places").mkdir()

    def write(text, name="some.yaml"):
        (tmp_path / "places" / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def places(write):
    return {place.place_id: place for place in own_places(write(AROUND))}


def test_ids_are_those_of_geonames_and_iso_where_there_are_any(places):
    assert list(places) == ["SY-HL", "170063", "xx/east", "xx/hospital", "xx/sea", "xx/over-there"]


def test_within_names_the_id_that_the_other_entry_has(places):
    assert [place.within for place in places.values()] == [None, "SY-HL", "170063", "xx/east", None, "170063"]


def test_the_main_name_is_always_a_name(places):
    assert places["170063"].names == {"all": ("Aleppo", "Halab"), "nb": ("Aleppo by",)}
    assert places["xx/east"].names == {"all": ("eastern Aleppo",), "nb": ("Øst-Aleppo",)}


def test_points_are_numbers_or_missing(places):
    assert (places["xx/hospital"].latitude, places["xx/hospital"].longitude) == (36.21, 37.0)
    assert places["xx/sea"].latitude is None


def test_the_table_of_divisions_is_no_file_of_places(write):
    write("divisions: {}\n", "admin1.yaml")
    assert [place.name for place in own_places(write("places:\n  - {id: a, name: A, kind: site}\n"))] == ["A"]


def test_no_folder_has_no_places(tmp_path):
    assert own_places(tmp_path) == ()


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{id: a, name: A}", "has not all of"),
        ("{id: a, kind: site}", "has not all of"),
        ("just a name", "has not all of"),
        ("{id: a, name: A, kind: castle}", "of kind 'castle'"),
        ("{id: a, name: A, kind: site, latitude: 36}", "only one of"),
        ("{id: a, name: A, kind: site, latitude: 96, longitude: 1}", "has 96 for degrees"),
        ("{id: a, name: A, kind: site, latitude: 6, longitude: -181}", "has -181 for degrees"),
        ("{id: a, name: A, kind: site, latitude: north, longitude: 1}", "has 'north' for degrees"),
        ("{id: a, name: A, kind: site, colour: red}", "has the key 'colour'"),
        ("{id: a, name: A, kind: site, names: [B]}", "no lists by language"),
        ("{id: a, name: A, kind: site, names: {nb: B}}", "no lists by language"),
        ("{id: a, name: A, kind: site}\n  - {id: a, name: B, kind: site}", "stands in some.yaml too"),
        ("{id: a, iso: SY-HL, name: A, kind: admin1}\n  - {id: b, iso: SY-HL, name: B, kind: admin1}", "two entries"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file(write, entry, reason):
    with pytest.raises(ReferenceDataError, match=reason) as raised:
        own_places(write(f"places:\n  - {entry}\n"))
    assert "some.yaml" in str(raised.value)


@pytest.mark.parametrize("text", ["places: {a: b}\n", "place: []\n"])
def test_a_list_is_expected(write, text):
    with pytest.raises(ReferenceDataError, match="no list"):
        own_places(write(text))
