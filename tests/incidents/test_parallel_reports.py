"""The labelled texts hold what they are meant to, their reader and what measures with them count right, and linking
does on them what it did when it was last measured."""

from collections import Counter, defaultdict
from datetime import date
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from benchmarks.linking import Figures, Mark, figures, marks_of, measure, pairs_of
from benchmarks.twins import joins, missing, shared
from tasks.events.taxonomy import taxonomy
from tasks.text.analyse import analyse
from tests.incidents.labelled import HALVES, Labelled, read_group, read_half, unmarked

# F1 over all pairs, and over those whose two reports were found: as measured, rounded down. They only go up.
FLOORS = {"tuned": (0.58, 0.72), "kept": (0.57, 0.70)}
# Near-twins that may be joined, of some thirty in each half: as measured.
CEILINGS = {"tuned": 2, "kept": 4}
LINKED = pytest.mark.skipif(not find_spec("tasks.incidents.rebuild"), reason="reports are not linked yet")

GROUP = """\
sat ASSAULT: a hospital is bombed on Saturday
wed ASSAULT unlike sat: three days before

=== m10-en-1
date 2016-10-03
The hospital was [[bombed|sat]] on Saturday.

It had been [[hit|wed]] on Wednesday.
=== m10-nb-1
date 2016-10
Sykehuset ble [[bombet|sat]] lørdag.
"""


@pytest.fixture(scope="module")
def groups():
    return {half: read_half(half) for half in HALVES}


@pytest.fixture(scope="module")
def measured(groups):
    return {half: measure(groups[half]) for half in HALVES}


@pytest.mark.parametrize(
    ("marked", "text", "labels"),
    [
        ("Fly [[bombet|a]] byen.", "Fly bombet byen.", [("bombet", "a")]),
        ("[[Angrep|a-1]] og [[rocket fire|b]]", "Angrep og rocket fire", [("Angrep", "a-1"), ("rocket fire", "b")]),
        ("Ble [[så|a]][[ret|b]]", "Ble såret", [("så", "a"), ("ret", "b")]),
        ("No marks [at] all.", "No marks [at] all.", []),
    ],
)  # fmt: skip
def test_marks_are_taken_out_and_their_places_kept(marked, text, labels):
    plain, found = unmarked(marked)
    assert plain == text
    assert [(plain[start:end], name) for start, end, name in found] == labels


def test_a_group_is_read():
    group = read_group(GROUP, "m10")
    assert [(one.name, one.event_type, one.unlike) for one in group.incidents] == [
        ("sat", "ASSAULT", ()), ("wed", "ASSAULT", ("sat",)),
    ]  # fmt: skip
    first, second = group.texts
    assert (first.raw.doc_id, first.raw.published, first.language) == ("m10-en-1", "2016-10-03", "en")
    assert (second.raw.doc_id, second.raw.published, second.language) == ("m10-nb-1", "2016-10", "nb")
    assert [first.raw.text[start:end] for start, end, _ in first.labels] == ["bombed", "hit"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("sat ASSAULT:", "sat assault:"), "is not 'name TYPE"),
        (("unlike sat", "unlike sun"), "sun"),
        (("|wed]]", "|thu]]"), "thu, wed"),
        (("[[hit|wed]]", "[[hit|]]"), "a mark of 'm10-en-1'"),
        (("date 2016-10-03\n", ""), "no header"),
    ],
)
def test_what_is_wrong_in_a_group_is_said(change, message):
    with pytest.raises(ValueError, match=message.replace("[", r"\[")):
        read_group(GROUP.replace(*change), "m10")


def test_there_is_enough_of_both_kinds(groups):
    for half in HALVES:
        told = _told(groups[half])
        parallel = [name for name, texts in told.items() if len(texts) > 1]
        assert len(parallel) >= 25
        assert sum({"nb", "en"} <= {one.language for one in told[name]} for name in parallel) >= 25
        assert sum(bool(one.unlike) for group in groups[half] for one in group.incidents) >= 25


def test_each_group_has_an_incident_in_both_languages_and_a_near_twin(groups):
    for group in (group for half in HALVES for group in groups[half]):
        told = _told([group])
        assert any({"nb", "en"} <= {one.language for one in texts} for texts in told.values()), group.slug
        assert any(one.unlike for one in group.incidents), group.slug


def test_names_stand_for_one_thing_only(groups):
    both = [group for half in HALVES for group in groups[half]]
    incidents = Counter(one.name for group in both for one in group.incidents)
    documents = Counter(text.raw.doc_id for group in both for text in group.texts)
    assert [name for name, times in (incidents + documents).items() if times > 1] == []


def test_types_are_of_the_taxonomy_and_the_texts_of_many(groups):
    types = Counter(one.event_type for half in HALVES for group in groups[half] for one in group.incidents)
    assert set(types) <= set(taxonomy().event_types)
    assert len(types) >= 14


def test_the_texts_keep_their_offsets_and_languages_when_they_are_read(groups):
    for text in (text for half in HALVES for group in groups[half] for text in group.texts):
        document = analyse(text.raw)
        assert document.text == text.raw.text
        assert document.language == text.language, text.raw.doc_id


def test_labels_meet_the_mention_they_overlap_before_one_beside():
    text = _labelled("Planes [[bombed|a]] it and [[shelled|b]] it.")
    start, other = (start for start, *_ in text.labels)
    types = {"a": "ASSAULT", "b": "ASSAULT"}
    here, there = _mention("m", start, "ACCUSE"), _mention("n", other - 4, "ASSAULT")
    assert [mark.mention and mark.mention.mention_id for mark in marks_of(text, types, [there, here])] == ["m", "n"]
    assert [mark.mention and mark.mention.mention_id for mark in marks_of(text, types, [here])] == ["m", None]
    assert [
        mark.mention and mark.mention.mention_id
        for mark in marks_of(text, types, [_mention("n", other - 4, "CONSULT")])
    ] == [None, None]


def test_pairs_are_counted_with_and_without_what_was_not_found():
    marks = [
        Mark("a", "x-nb-1", "nb", _mention("1"), ""), Mark("a", "x-en-1", "en", _mention("2"), ""),
        Mark("a", "x-en-2", "en", None, ""), Mark("b", "x-en-1", "en", _mention("3"), ""),
    ]  # fmt: skip
    pairs = list(pairs_of(marks, {"1": "e", "2": "e", "3": "e"}, {frozenset("ab")}))
    assert figures(pairs) == Figures(right=1, joined=3, same=3)
    found = [pair for pair in pairs if pair.joined is not None]
    assert figures(found) == Figures(right=1, joined=3, same=1)
    assert (figures(found).precision, figures(found).recall, figures(found).f1) == (1 / 3, 1.0, 0.5)
    assert [pair.kind for pair in found] == ["two languages", "two languages", "one document"]
    assert [pair.near_twins for pair in found] == [False, True, True]


def test_twins_share_events_and_strangers_are_seen():
    rows = [
        {"mention_id": mention_id, "doc_id": doc_id, "trigger_start": 0, "event_type": event_type,
         "date_start": date(2016, 10, day), "date_end": date(2016, 10, day)}
        for mention_id, doc_id, event_type, day in [
            ("1", "a_nb", "ASSAULT", 1), ("2", "a", "ASSAULT", 1), ("3", "a_nb", "AID", 1), ("4", "b", "AID", 1),
            ("5", "a_nb", "COERCE", 1), ("6", "a_nb", "COERCE", 2),
        ]
    ]  # fmt: skip
    event_of = {"1": "e", "2": "e", "3": "f", "4": "f", "5": "g", "6": "h"}
    assert shared(rows, event_of) == {"a_nb": (1, 4)}
    assert list(missing(rows, event_of)) == ["nothing of such a type", "could be joined", "only of other days"]
    assert [[row["mention_id"] for row in event] for event in joins(rows, event_of)] == [["3", "4"]]


@LINKED
@pytest.mark.parametrize("half", HALVES)
def test_reports_are_joined_as_well_as_they_were(measured, half):
    marks, pairs = measured[half]
    found = [pair for pair in pairs if pair.joined is not None]
    assert sum(mark.mention is not None for mark in marks) >= 0.75 * len(marks)
    assert figures(pairs).f1 >= FLOORS[half][0]
    assert figures(found).f1 >= FLOORS[half][1]


@LINKED
@pytest.mark.parametrize("half", HALVES)
def test_near_twins_stay_apart(measured, half):
    _, pairs = measured[half]
    joined = {frozenset((p.first.incident, p.second.incident)) for p in pairs if p.near_twins and p.joined}
    assert len(joined) <= CEILINGS[half]


def _told(groups):
    told = defaultdict(list)
    for group in groups:
        for text in group.texts:
            for name in {name for *_, name in text.labels}:
                told[name].append(text)
    return told


def _labelled(marked):
    text, labels = unmarked(marked)
    [read] = read_group(f"a ASSAULT: x\nb ASSAULT: y\n=== t-en-1\ndate 2016\n{marked}", "t").texts
    assert read == Labelled(read.raw, labels)
    assert read.raw.text == text
    return read


def _mention(mention_id, start=0, event_type="ASSAULT"):
    return SimpleNamespace(
        mention_id=mention_id, trigger_start=start, trigger_end=start + 3, sentence_start=0, sentence_end=99,
        event_type=event_type,
    )  # fmt: skip
