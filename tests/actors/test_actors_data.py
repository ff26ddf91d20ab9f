"""The curated actors: every file reads as the format says, and what it says holds together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pycountry
import pytest

from tasks.dates.edtf import bounds
from tasks.safe_yaml import load_plain_yaml, load_yaml
from tasks.settings import REFERENCE

FILES = sorted((REFERENCE / "actors").glob("*.yaml"))
KINDS = {
    *("state", "government", "ministry", "force", "group", "body", "organisation"),
    *("agency", "company", "office", "person"),
}
BODIES = {
    *("government", "parliament", "foreign-ministry", "defence-ministry", "interior-ministry", "justice-ministry"),
    *("health-ministry", "finance-ministry", "military", "air-force", "navy", "police", "intelligence", "judiciary"),
    *("supreme-court", "central-bank", "embassy"),
}
OFFICES = {
    *("head-of-state", "head-of-government", "vice-president", "supreme-leader", "crown-prince", "council-president"),
    *("foreign-minister", "defence-minister", "interior-minister", "justice-minister", "finance-minister"),
    *("health-minister", "labour-minister", "education-minister", "energy-minister", "transport-minister"),
    *("immigration-minister", "trade-minister", "development-minister", "culture-minister", "climate-minister"),
    *("fisheries-minister", "agriculture-minister", "local-government-minister", "children-minister"),
    *("europe-minister", "research-minister"),
    *("secretary-general", "special-envoy", "high-commissioner-human-rights", "high-commissioner-refugees"),
    *("emergency-relief-coordinator", "ambassador-un", "commission-president", "high-representative"),
    *("parliament-president", "army-chief", "cia-director", "national-security-adviser", "prosecutor"),
    *("director", "mayor", "party-leader", "spokesperson"),
}
KEYS = {"id", "name", "kind", "country", "sector", "wikidata", "parent", "from", "to", "was", "surname", "names"}
USER_ASSIGNED = {"XKX"}  # what the United Nations and the European Union use for Kosovo
# Offices that two people held on the same days.
SHARED_OFFICES: dict[tuple[str, str], str] = {
    ("head-of-state", "RUS"): "Putin acted for Yeltsin from the last day of 1999",
    ("vice-president", "SYR"): "Syria had two",
}
# Names that two actors bear at the same time; which is meant, the text must say.
SHARED_NAMES = {
    "ap": "the Associated Press; Norway's Labour Party, which is written Ap",
    "jem": "Jaish-e-Mohammed, mostly written JeM; Sudan's Justice and Equality Movement",
    "rsf": "Reporters Without Borders; Sudan's Rapid Support Forces",
}
DAY = timedelta(days=1)


def read() -> list[dict[str, Any]]:
    return [actor for path in FILES for actor in load_yaml(path.read_text(encoding="utf-8"))["actors"]]


ACTORS = read()
IDS = {actor["id"] for actor in ACTORS}


def countries() -> set[str]:
    return {country.alpha_3 for country in pycountry.countries} | USER_ASSIGNED


def sectors() -> set[str]:
    return set(load_yaml((REFERENCE / "taxonomy.yaml").read_text(encoding="utf-8"))["sectors"])


def span(item: dict[str, Any]) -> tuple[date, date]:
    """First and last possible day; open ends reach beyond every text."""
    first = bounds(str(item["from"]))[0] if "from" in item else None
    last = bounds(str(item["to"]))[1] if "to" in item else None
    return first or date.min, last or date.max


def surely(item: dict[str, Any]) -> tuple[date, date]:
    """The days that it surely held on: of ends known to the month or year, what is inside."""
    first = bounds(str(item["from"]))[1] if "from" in item else None
    last = bounds(str(item["to"]))[0] if "to" in item else None
    return first or date.min, last or date.max


def both(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether two spans share more than the day on which one hands over to the other."""
    return max(one[0], other[0]) + DAY < min(one[1], other[1])


def names(actor: dict[str, Any], language: str) -> set[str]:
    own = actor.get("names", {})
    return {n.casefold() for n in (actor["name"], *own.get("all", []), *own.get(language, []))}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_plain_yaml_that_says_what_it_holds(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#")
    assert set(load_plain_yaml(text)) == {"actors"}
    assert max(map(len, text.splitlines())) <= 120


def test_there_are_many_actors_and_many_terms() -> None:
    assert len(ACTORS) >= 1500
    assert sum(1 for a in ACTORS if a["kind"] == "person" and a.get("offices")) >= 700


def test_ids_are_unique_and_well_formed() -> None:
    assert [i for i, n in Counter(a["id"] for a in ACTORS).items() if n > 1] == []
    bad = [i for i in IDS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(:[A-Z]{3})?", i)]
    assert bad == []
    assert [i for i in IDS if ":" in i and i.split(":")[0] not in BODIES] == []


def test_a_composed_id_is_of_the_actors_own_country() -> None:
    assert [a["id"] for a in ACTORS if ":" in a["id"] and a["id"].split(":")[1] != a.get("country")] == []


def test_fields_are_known_and_of_the_closed_lists() -> None:
    known, coded = countries(), sectors()
    for actor in ACTORS:
        extra = {"offices"} if actor["kind"] == "person" else set()
        assert set(actor) <= KEYS | extra, actor
        assert {"id", "name", "kind", "sector"} <= set(actor), actor
        assert actor["kind"] in KINDS, actor
        assert actor["sector"] in coded, actor
        assert actor.get("country", "NOR") in known, actor
        assert re.fullmatch(r"Q[1-9]\d*", actor.get("wikidata", "Q1")), actor


def test_wikidata_ids_are_unique() -> None:
    ids = [a["wikidata"] for a in ACTORS if "wikidata" in a]
    assert len(ids) == len(set(ids)) > 40


def test_names_are_texts_and_given_once() -> None:
    for actor in ACTORS:
        own = actor.get("names", {})
        assert set(own) <= {"all", "en", "nb", "nn"}, actor
        for given in (*own.values(), actor.get("surname", ["Xi"])):
            assert given, actor
            assert all(isinstance(n, str) and n == n.strip() and len(n) > 1 for n in given), actor
            assert len(given) == len(set(given)), actor
        assert "(" not in actor["name"] or actor["kind"] != "person", actor


def test_a_surname_is_part_of_a_name() -> None:
    for actor in ACTORS:
        every = " ".join(n for own in (*actor.get("names", {}).values(), [actor["name"]]) for n in own)
        assert [s for s in actor.get("surname", []) if s not in every] == [], actor


def test_parents_and_forerunners_stand_in_the_files() -> None:
    for actor in ACTORS:
        assert actor.get("parent", "un") in IDS, actor
        assert set(actor.get("was", [])) <= IDS - {actor["id"]}, actor


def test_no_actor_is_its_own_ancestor() -> None:
    parents = {a["id"]: a.get("parent") for a in ACTORS}
    for start in parents:
        seen, at = set(), start
        while at is not None:
            assert at not in seen, start
            seen.add(at)
            at = parents[at]


def test_a_forerunner_ends_where_its_heir_begins() -> None:
    by_id = {a["id"]: a for a in ACTORS}
    for actor in ACTORS:
        for was in actor.get("was", []):
            assert not both(surely(by_id[was]), surely(actor)), actor


def test_dates_are_edtf_and_in_order() -> None:
    for actor in ACTORS:
        for item in (actor, *actor.get("offices", [])):
            assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", str(item[k])) for k in ("from", "to") if k in item), actor
            first, last = span(item)
            assert first <= last, actor
            assert last == date.max or last.year < 2027, actor


def test_offices_are_known_and_of_something_known() -> None:
    known = countries()
    for actor in ACTORS:
        for term in actor.get("offices", []):
            assert set(term) <= {"office", "of", "from", "to"}, actor
            assert term["office"] in OFFICES, actor
            of, composed = term["of"], term["of"].split(":")
            held = of in known or of in IDS or (len(composed) == 2 and composed[0] in BODIES and composed[1] in known)
            assert held or term["office"] == "mayor", actor
            assert "from" in term or "to" in term, actor


def test_nobody_holds_an_office_after_death() -> None:
    for actor in ACTORS:
        for term in actor.get("offices", []):
            assert "to" not in actor or span(term)[0] <= span(actor)[1], actor
            assert "to" not in actor or ("to" in term and surely(term)[1] <= span(actor)[1]), actor


def test_an_office_has_one_holder_at_a_time() -> None:
    terms = defaultdict(list)
    for actor in ACTORS:
        for term in actor.get("offices", []):
            if term["office"] != "spokesperson":
                terms[term["office"], term["of"]].append((actor["name"], surely(term)))
    found = [
        (office, one[0], other[0])
        for office, held in terms.items()
        if office not in SHARED_OFFICES
        for one, other in combinations(held, 2)
        if both(one[1], other[1])
    ]
    assert found == []


@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_two_actors_of_one_time_bear_one_name(language: str) -> None:
    bearers = defaultdict(list)
    for actor in ACTORS:
        for name in names(actor, language):
            bearers[name].append((actor["id"], surely(actor)))
    found = {
        name: [one[0], other[0]]
        for name, held in bearers.items()
        for one, other in combinations(held, 2)
        if name not in SHARED_NAMES and both(one[1], other[1])
    }
    assert found == {}


def test_what_is_listed_as_shared_is_shared() -> None:
    borne = Counter(name for actor in ACTORS for name in names(actor, "en") | names(actor, "nb"))
    assert [name for name in SHARED_NAMES if borne[name] < 2] == []


HOLDERS = [
    ("head-of-state", "USA", "2007-06-01", "George W. Bush"),
    ("head-of-state", "USA", "2012-06-01", "Barack Obama"),
    ("head-of-state", "USA", "2018-06-01", "Donald Trump"),
    ("foreign-minister", "USA", "2016-10-01", "John Kerry"),
    ("foreign-minister", "RUS", "2016-10-01", "Sergei Lavrov"),
    ("defence-minister", "RUS", "2016-11-01", "Sergei Shoigu"),
    ("head-of-state", "RUS", "2010-01-01", "Dmitry Medvedev"),
    ("head-of-government", "RUS", "2010-01-01", "Vladimir Putin"),
    ("head-of-government", "NOR", "2012-06-01", "Jens Stoltenberg"),
    ("head-of-government", "NOR", "2014-06-01", "Erna Solberg"),
    ("foreign-minister", "NOR", "2016-10-01", "Børge Brende"),
    ("foreign-minister", "NOR", "2010-10-01", "Jonas Gahr Støre"),
    ("secretary-general", "un", "2005-06-01", "Kofi Annan"),
    ("secretary-general", "un", "2010-06-01", "Ban Ki-moon"),
    ("secretary-general", "un", "2019-06-01", "António Guterres"),
    ("special-envoy", "un-envoy-syria", "2013-06-01", "Lakhdar Brahimi"),
    ("special-envoy", "un-envoy-syria", "2016-10-01", "Staffan de Mistura"),
    ("foreign-minister", "FRA", "2016-10-01", "Jean-Marc Ayrault"),
    ("parliament-president", "european-parliament", "2016-10-01", "Martin Schulz"),
    ("head-of-state", "VAT", "2012-06-01", "Benedict XVI"),
    ("head-of-state", "SYR", "2016-10-01", "Bashar al-Assad"),
    ("head-of-state", "SYR", "2025-06-01", "Ahmed al-Sharaa"),
    ("secretary-general", "nato", "2016-06-01", "Jens Stoltenberg"),
    ("director", "norwegian-red-cross", "2016-11-01", "Sven Mollekleiv"),
]


@pytest.mark.parametrize(("office", "of", "on", "holder"), HOLDERS)
def test_who_held_an_office_on_a_day(office: str, of: str, on: str, holder: str) -> None:
    day = date.fromisoformat(on)
    found = [
        actor["name"]
        for actor in ACTORS
        for term in actor.get("offices", [])
        if (term["office"], term["of"]) == (office, of) and span(term)[0] <= day <= span(term)[1]
    ]
    assert found == [holder]


BEARERS = [
    ("nusrafronten", "nb", "2016-06-01", "nusra-front"),
    ("fateh al-sham", "nb", "2016-11-01", "jabhat-fateh-al-sham"),
    ("hts", "en", "2017-06-01", "hayat-tahrir-al-sham"),
    ("is", "nb", "2016-11-01", "islamic-state"),
    ("daesh", "en", "2016-11-01", "islamic-state"),
    ("fn", "nb", "2016-11-01", "un"),
    ("un", "en", "2016-11-01", "un"),
    ("who", "en", "2016-10-03", "who"),
    ("sams", "en", "2016-10-03", "sams"),
    ("sohr", "nb", "2016-11-01", "sohr"),
    ("syrisk røde halvmåne", "nb", "2016-11-01", "sarc"),
    ("norges røde kors", "nb", "2016-11-01", "norwegian-red-cross"),
    ("røde kors", "nb", "2016-11-01", "red-cross"),
    ("sergej sjoigu", "nb", "2016-11-01", "sergei-shoigu"),
    ("sergej lavrov", "nb", "2016-11-01", "sergei-lavrov"),
    ("igor konasjenkov", "nb", "2016-11-01", "igor-konashenkov"),
    ("maria zakharova", "en", "2016-10-03", "maria-zakharova"),
    ("gulf cooperation council", "en", "2016-10-03", "gulf-cooperation-council"),
    ("utenriksdepartementet", "nb", "2016-11-01", "foreign-ministry:NOR"),
    ("statoil", "nb", "2016-11-01", "statoil"),
    ("equinor", "nb", "2019-11-01", "equinor"),
]


@pytest.mark.parametrize(("name", "language", "on", "bearer"), BEARERS)
def test_who_bears_a_name_on_a_day(name: str, language: str, on: str, bearer: str) -> None:
    day = date.fromisoformat(on)
    found = [a["id"] for a in ACTORS if name in names(a, language) and span(a)[0] <= day <= span(a)[1]]
    assert found == [bearer]
