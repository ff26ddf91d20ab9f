"""What the benchmarks of dates count, on small inputs; the figures themselves are not tests."""

from datetime import datetime

import pytest

from benchmarks import dates_gold, fuzz_dates
from benchmarks.dates_compare import WHY, classes, located
from tasks.dates.find import find_dates
from tasks.text.reference import languages


@pytest.mark.parametrize(
    ("text", "theirs", "expected"),
    [
        ("They met on 22 September 2016.", [("22 September 2016", "2016-09-22")], ["agree: the same day"]),
        ("They met in September 2016.", [("in September 2016", "2016-09-03")], ["agree: their day lies in our span"]),
        ("They met for 25 years.", [("25 years", "1991-10-03")], ["both: no date for us"]),
        ("since 2014", [("2014", "2014-10-03")], ["both: an open span for us"]),
        ("Wednesday, Feb. 9, 2011", [("Wednesday, Feb", "2016-02-03"), ("9, 2011", "2011-10-09")],
         ["both: torn apart by them"]),
        ("We  went, now.", [("We went", "2016-09-28"), ("now", "2016-10-03")], ["only theirs: words"] * 2),
        ("It cost 3,8 or 4000.", [("3,8", "2016-03-08"), ("4000", "4000-10-03")],
         ["only theirs: a number", "only theirs: four digits"]),
        ("He said it yesterday.", [], ["only ours: relative"]),
        ("Nothing here.", [], []),
    ],
)  # fmt: skip
def test_classes_of_disagreement(text, theirs, expected):
    their = list(located(text, [(piece, datetime.fromisoformat(day)) for piece, day in theirs]))
    found = list(classes(text, find_dates(text, "en", "2016-10-03"), their))
    assert [kind for kind, _ in found] == expected
    assert {kind for kind, _ in found} <= set(WHY)


GOLD = """
doc: a
published: '2016-10-03'
language: en
mentions:
- {quote: "was [[shelled]] again", date: 2016-10-01}
- {quote: "[[killed]] five", date: 2016-10-02}
- {quote: "[[condemned]] it", date: 2016-09-27/2016-10-03}
- {quote: "nowhere [[found]]", date: 2016-10-02}
"""


def test_coded_dates_are_looked_for_in_their_sentence_and_document(tmp_path):
    (tmp_path / "a.yaml").write_text(GOLD, encoding="utf-8")
    text = "date 2016-10-03 The town was shelled again on Saturday. It killed five. On Sunday they condemned it."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    counts = dates_gold.score(tmp_path, tmp_path).counts
    assert counts == {
        "asked": 2, "with a date": 1, "in the sentence": 1, "in the document": 2, "matched": 1, "given": 1,
        "quotes not found": 1,
    }  # fmt: skip


@pytest.mark.parametrize("language", languages(having="dates"))
def test_hostile_dates_break_nothing(language):
    result = fuzz_dates.fuzz(language, 100, 7, float("inf"))
    assert (result.inputs, result.failures) == (100, [])
