"""Which two reports are one incident, and which are near-twins of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from telling import at, retold, telling
from test_update import reports

from tasks.incidents.compare import NEVER, compare
from tasks.incidents.names import skeleton
from tasks.incidents.rebuild import rebuild
from tasks.incidents.rows import held, mention_row
from tasks.incidents.sweep import sweep
from tasks.incidents.weights import weights

ALEPPO, HOMS = at("Aleppo", "170063"), at("Homs", "169577", admin1="Homs", latitude=34.73, longitude=36.72)
SHAAR, SALAHEDDINE = at("al-Shaar", "syria/aleppo/al-shaar"), at("Salaheddine", "syria/aleppo/salaheddine")
SYRIA = at("Syria", "163843", 6, admin1=None, latitude=35.0, longitude=38.0)
EAST = at("eastern Aleppo", "syria/aleppo/east", 2)
RUSSIAN, AMERICAN = ("planes", None, "RUS", "MIL"), ("planes", None, "USA", "MIL")
LAVROV, KERRY = ("Lavrov", "lavrov", "RUS", "GOV"), ("Kerry", "kerry", "USA", "GOV")
BOMBED = {"event_mode": "aerial", "says": "Planes bombed a hospital in Aleppo.", **ALEPPO}


def joined(first, second, says=BOMBED["says"]):
    one = telling("a", **{**BOMBED, **first})
    other = telling("b", **{**BOMBED, "published": "2016-10-02", "says": says, **second})
    return len(rebuild([one, other]).events) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({}, {"date": "2016-09-27/2016-10-03", "date_basis": "document"}),
        ({"says": "Fly bombet et sykehus i Aleppo.", "language": "nb"}, {}),
        ({"says": "Kampfly rammet et barnesykehus.", "language": "nb", "event_mode": None}, {}),
        ({"event_mode": None, "weapon": "barrel bomb"}, {"weapon": "barrel bomb"}),
        ({"actors": [RUSSIAN]}, {}),
        ({**SHAAR}, {}),
        ({**EAST}, {**SHAAR}),
        ({**SYRIA, "figures": [("killed", "", 12, 12)]}, {"figures": [("killed", "", 12, 12)]}),
        ({"figures": [("killed", "", 12, 12)]}, {"figures": [("killed", "", 14, 14)]}),
        ({"figures": [("killed", "", 12, 12)]}, {"figures": [("killed", "children", 3, 3)]}),
        # Tolls rise from day to day.
        (
            {"figures": [("killed", "", 12, 12)], "published": "2016-10-01"},
            {"figures": [("killed", "", 40, 40)], "published": "2016-10-04"},
        ),
        ({"date": "2016-10", "date_basis": "explicit", "figures": [("killed", "", 41, 41)]},
         {"figures": [("killed", "", 41, 41)]}),
        ({"polarity": "negative", "claimants": ["the Ministry"]}, {}),
    ],
)  # fmt: skip
def test_one_incident(first, second):
    assert joined(first, second)
    assert joined(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A day later.
        ({}, {"date": "2016-10-02"}),
        ({"date": "2016-09-30/2016-10-01"}, {"date": "2016-10-02/2016-10-03"}),
        ({"date": "[2016-10-26,2016-11-02]"}, {"date": "2016-11-01"}),
        # Another town, another district.
        ({}, {**HOMS}),
        ({**SHAAR}, {**SALAHEDDINE}),
        ({"place_id": None, "place_text": "Aleppo", "place_name": None},
         {"place_id": None, "place_text": "Idlib", "place_name": None, "date": "2016-10"}),
        # Another deed, another side, another figure.
        ({}, {"event_type": "AID", "event_mode": None}),
        ({}, {"event_mode": "abduct", "says": "Gunmen abducted a judge in Aleppo.", "actors": [AMERICAN]}),
        ({"figures": [("killed", "", 4, 4)], **SYRIA, "date": "2016-10"},
         {"figures": [("killed", "", 61, 61)], "date": "2016-10"}),
        # History and what is only in a month say too little.
        ({"date": "../2016-10-03"}, {"date": "2016-09-29"}),
        ({"date": "2016-10", "place_text": None, "place_id": None}, {}),
        # Speech is told by its speaker.
        ({"event_type": "ACCUSE", "event_mode": None, "actors": [LAVROV]},
         {"event_type": "ACCUSE", "event_mode": None, "actors": [KERRY]}),
    ],
)  # fmt: skip
def test_near_twins_stay_apart(first, second):
    says = "Witnesses spoke of two strikes there."
    assert not joined(first, second, says)
    assert not joined(second, first, says)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), reports())
def test_comparing_is_symmetric_and_days_that_do_not_meet_exclude(a, b):
    assert compare(a, b, weights()) == compare(b, a, weights())
    if a.days is not None and b.days is not None and a.days.meet(b.days) is None:
        assert compare(a, b, weights()) == NEVER


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_reports_come_back_from_their_rows(report):
    assert held(mention_row(report, "e")).report == report


def test_parallel_versions_are_told_by_order():
    text = "Zakharova Lavrov Kerry Sahloul Ayrault Schulz Sputnik Bustan Kallaseh Ferdous Lausanne Mollekleiv"
    told = [
        telling(f"en{n}", "2016-09-27/2016-10-03", says="He did.", text=text, date_basis="document", doc_id="en",
                position=0.1 + 0.3 * n, trigger_start=1000 * n, sentence_start=1000 * n)
        for n in range(3)
    ]  # fmt: skip
    versions = [retold(r, f"nb{n}", language="nb") for n, r in enumerate(told)]
    versions = [retold(r, r.mention_id, position=r.position + 0.01) for r in versions]
    events = rebuild([*told, *(retold(r, r.mention_id) for r in versions)]).events
    assert sorted(row["mention_ids"] for row in events) == [[f"en{n}", f"nb{n}"] for n in range(3)]


def test_a_report_that_excludes_one_of_an_incident_is_not_in_it():
    # The week allows both days: it goes with one of them, and the days stay apart.
    told = [
        telling("a", "2016-10-01", **BOMBED), telling("b", "2016-10-02", **BOMBED),
        telling("w", "2016-09-27/2016-10-03", **BOMBED),
    ]  # fmt: skip
    events = rebuild(told).events
    assert sorted(len(row["mention_ids"]) for row in events) == [1, 2]
    assert not any({"a", "b"} <= set(row["mention_ids"]) for row in events)


def test_reports_out_of_order_are_refused():
    with pytest.raises(ValueError, match="sort reports by their windows"):
        list(sweep([telling("a", "2016-10-01"), telling("b", "2015-10-01")], weights()))


def test_the_work_grows_with_the_reports_and_not_with_their_pairs(monkeypatch):
    compared = []

    def counted(a, b, by):
        compared.append((a, b))
        return compare(a, b, by)

    for room in ("sweep", "agree", "cluster"):
        monkeypatch.setattr(f"tasks.incidents.{room}.compare", counted)
    counts = []
    for size in (500, 2000):
        compared.clear()
        told = [
            telling(f"m{n:05}", "2016-10-01", sentence_start=n, **ALEPPO, actors=[f"unit {n}"]) for n in range(size)
        ]
        sum(1 for _ in sweep(told, weights()))
        counts.append(len(compared))
    assert counts[1] < 6 * counts[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lavrov", "Lavrov"), ("Sjoigu", "Shoigu"), ("Konasjenkov", "Konashenkov"), ("Damaskus", "Damascus"),
        ("Sergej", "Sergei"), ("Houlas", "Houla"), ("Assad's", "Assad"), ("Sakharova", "Zakharova"),
        ("Gülen", "Gulen"), ("Tsjetsjenia", "Tchetchenia"),
    ],
)  # fmt: skip
def test_spellings_agree_across_languages(first, second):
    assert skeleton(first) == skeleton(second)


@pytest.mark.parametrize(("first", "second"), [("Homs", "Hama"), ("Mosul", "Basra"), ("Kerry", "Berri")])
def test_other_names_stay_apart(first, second):
    assert skeleton(first) != skeleton(second)


def test_linking_reads_no_clock_and_no_hash_seed():
    told = [telling(f"m{n}", says=f"Lavrov met Kerry number {n % 3}.", **ALEPPO) for n in range(9)]
    first, second = rebuild(told), rebuild(told[::-1])
    assert (first.events, first.event_mentions) == (second.events, second.event_mentions)
