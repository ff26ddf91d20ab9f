"""A rebuild is a function of the set of reports; updates in any order and batches end at the same rows."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import at, telling

from tasks.incidents.blocks import CROWD
from tasks.incidents.days import LONGEST_WINDOW
from tasks.incidents.rebuild import rebuild
from tasks.incidents.rows import held
from tasks.incidents.superseded import superseded
from tasks.incidents.update import update

PLACES = (
    None, at("Aleppo", "170063"), at("Homs", "169577", admin1="Homs", latitude=34.7, longitude=36.7),
    at("al-Shaar", "syria/aleppo/al-shaar"), at("Syria", "163843", 6, admin1=None, latitude=35, longitude=38),
)  # fmt: skip
SAYS = ("Planes struck a hospital.", "Lavrov met Kerry in Lausanne.", "The M10 hospital was hit, Sahloul said.", "It.")
TEXTS = ("", "Lavrov Kerry Lausanne Zakharova Sputnik Ayrault Schulz Sahloul 250000 Bustan Kallaseh Ferdous")


class Lake:
    """Rows of `events` and `event_mentions`, changed as an update says."""

    def __init__(self):
        self.events, self.mentions, self.superseded, self.loaded = {}, {}, {}, 0

    def load(self, stretches):
        for row in self.mentions.values():
            start, end = row["window_start"], row["window_end"]
            for first, last in stretches:
                if (start is None and first is None) or (start and first and start <= last and first <= end):
                    self.loaded += 1
                    yield held(row)
                    break

    def apply(self, touched, doc_ids):
        gone = [held(row) for row in self.mentions.values() if row["doc_id"] in doc_ids]
        change = update(touched, gone, self.load)
        for month, event_ids in change.stale_events.items():
            for event_id in event_ids:
                row = self.events.pop(event_id)
                assert (row["event_year"], row["event_month"]) == month
        for month, mention_ids in change.stale_mentions.items():
            for mention_id in mention_ids:
                row = self.mentions.pop(mention_id)
                assert (row["event_year"], row["event_month"]) == month
        assert not self.events.keys() & {row["event_id"] for row in change.events}
        self.events |= {row["event_id"]: row for row in change.events}
        self.mentions |= {row["mention_id"]: row for row in change.event_mentions}
        earlier = [row for rows in self.superseded.values() for row in rows]
        followed = superseded(change.before, change.after, earlier, "v")
        for event_id in followed.replaced:
            self.superseded.pop(event_id, None)
        for row in followed.rows:
            self.superseded.setdefault(row["event_id"], []).append(row)
        return change


@st.composite
def reports(draw):
    day = date(2016, 9, 20) + timedelta(days=draw(st.integers(0, 50)))
    when = draw(st.sampled_from(["day", "week", "month", "history", "plan", "none"]))
    written = {
        "day": day.isoformat(), "week": f"{day - timedelta(days=6)}/{day}", "month": day.isoformat()[:7],
        "history": f"../{day}", "plan": f"{day}/..", "none": None,
    }[when]  # fmt: skip
    number, document = draw(st.integers(0, 10**6)), draw(st.integers(0, 11))
    toll = draw(st.sampled_from([(), (("killed", "", 12, 12),), (("killed", "", 40, 40),)]))
    return telling(
        f"m{document}-{number}", written, draw(st.sampled_from([day.isoformat(), day.isoformat()[:7], None])),
        draw(st.sampled_from(SAYS)), draw(st.sampled_from(TEXTS)), doc_id=f"d{document:02}", trigger_start=number,
        event_type=draw(st.sampled_from(["ASSAULT", "ASSAULT", "COERCE", "CONSULT"])), figures=toll,
        position=draw(st.sampled_from([0.1, 0.12, 0.5])), definite=draw(st.booleans()),
        actors=draw(st.sampled_from([(), ("Russian planes",), (("Lavrov", "lavrov", "RUS", "GOV"),)])),
        **(draw(st.sampled_from(PLACES)) or {}),
    )  # fmt: skip


def rows_of(result):
    return {row["event_id"]: row for row in result.events}, {row["mention_id"]: row for row in result.event_mentions}


SETS = st.lists(reports(), min_size=1, max_size=24, unique_by=lambda r: r.mention_id)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SETS, st.randoms(use_true_random=False))
def test_any_order_and_batches_end_where_a_rebuild_does(told, chance):
    by_document = {}
    for report in told:
        by_document.setdefault(report.doc_id, []).append(report)
    lake, documents = Lake(), sorted(by_document)
    chance.shuffle(documents)
    # Some documents come in another version first, some leave and come back.
    for doc_id in documents[: chance.randint(0, len(documents))]:
        lake.apply(by_document[doc_id][: chance.randint(0, 2)], {doc_id})
    while documents:
        batch = [documents.pop() for _ in range(min(len(documents), chance.randint(1, 4)))]
        lake.apply([report for doc_id in batch for report in by_document[doc_id]], set(batch))
    events, mentions = rows_of(rebuild(chance.sample(told, len(told))))
    assert (lake.events, lake.mentions) == (events, mentions)
    assert not lake.superseded.keys() & events.keys()
    for rows in lake.superseded.values():
        assert {row["superseded_by"] for row in rows} <= events.keys() | {None}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SETS, st.randoms(use_true_random=False))
def test_an_incident_has_a_day_that_all_its_dated_reports_allow(told, chance):
    chance.shuffle(told)
    by_id = {report.mention_id: report for report in told}
    for row in rebuild(told).events:
        dates = [by_id[m].days for m in row["mention_ids"] if by_id[m].days is not None]
        common = dates[0] if dates else None
        for days in dates[1:]:
            common = common.meet(days)
            assert common is not None
        assert (row["event_date"] is None) == (common is None)
        if common is not None:
            assert (row["date_start"], row["date_end"]) == tuple(
                None if end is None else date.fromordinal(end) for end in (common.first, common.last)
            )


def crowd(size):
    """Reports of one week and place in many documents. The first and the last link with each other alone."""
    ends = {"modality": "planned", "actors": [("Rebels", None, None, "REB")]}
    others = {"actors": [("Planes", None, None, "MIL")]}
    return [
        telling(f"c{n:04}", "2016-10-01/2016-10-07", **PLACES[1], **(ends if n in (0, size - 1) else others))
        for n in range(size)
    ]


@pytest.mark.parametrize("size", [59, 60, 61, 62, 130])
def test_crowded_blocks_update_as_they_rebuild(size):
    told = crowd(size)
    lake, late = Lake(), told[size // 2 : size // 2 + 2]
    lake.apply([report for report in told if report not in late], set())
    for report in late:
        lake.apply([report], {report.doc_id})
    assert (lake.events, lake.mentions) == rows_of(rebuild(told))
    # Two reports apart in a crowd, whom no key tells from it, are not compared.
    assert len(lake.events) == (2 if size <= CROWD else 3)
    lake.apply([], {late[0].doc_id})
    lake.apply([], {late[1].doc_id})
    assert (lake.events, lake.mentions) == rows_of(rebuild([report for report in told if report not in late]))


def test_only_the_touched_weeks_are_loaded():
    lake = Lake()
    far = [telling(f"f{n}", (date(2010, 1, 1) + timedelta(days=9 * n)).isoformat(), **PLACES[1]) for n in range(200)]
    lake.apply(far, set())
    lake.loaded = 0
    change = lake.apply([telling("new", "2010-02-01", **PLACES[2])], set())
    assert [row["mention_ids"] for row in change.events] == [["new"]]
    assert lake.loaded <= 3
    assert change.before == {}


def test_a_chain_that_reaches_on_is_followed_through_the_weeks():
    # Each overlaps the next by a week and tells the same: one component over half a year.
    told = [
        telling(f"m{n}", f"{date(2016, 1, 1) + timedelta(days=21 * n)}/{date(2016, 1, 28) + timedelta(days=21 * n)}",
                says="Sahloul of SAMS spoke of 4321 dead in Bustan.", **PLACES[1])
        for n in range(8)
    ]  # fmt: skip
    lake = Lake()
    lake.apply(told[:4] + told[5:], set())
    lake.apply([told[4]], set())
    assert (lake.events, lake.mentions) == rows_of(rebuild(told))
    assert max(report.window[1] - report.window[0] for report in told) < LONGEST_WINDOW
