"""Speakers of quotations that run over several sentences."""

import pytest

from tasks.parse.clause import Clause, Predicate, Report, Role
from tasks.parse.quotations import share_speakers
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse

# Predicates that stand in the texts below, and of those the ones that report the words before them, with their speaker.
VERBS = ("venter", "kom", "traff", "fell", "waited", "came", "left")
SAYS = {"sier": "Mollekleiv", "said": "Ali", "sa": "Konasjenkov"}


def clauses(document, sentence):
    """Stand-ins for what the pipeline finds: each known verb is a clause, reported by a verb of saying behind it."""
    text = document.text[sentence.start : sentence.end]
    said = next((word for word in SAYS if f" {word} " in text), None)
    found = []
    for verb in VERBS:
        at = text.find(verb)
        if at < 0:
            continue
        start = sentence.start + at
        report = None
        if said is not None:
            cue = sentence.start + text.find(f" {said} ") + 1
            name = SAYS[said]
            place = document.text.index(name, sentence.start)
            who = Role("subject", name, place, place + len(name), place, place + len(name), name, "PROPN")
            report = Report("verb", said, cue, cue + len(said), (who,)) if start < cue else None
        found.append(
            Clause(
                len(found),
                "main",
                None,
                start,
                start + len(verb),
                Predicate("verb", verb, verb, start, start + len(verb), "VERB"),
                (),
                None,
                report,
            )
        )
    return tuple(found)


CASES = [
    # text, and the speaker of each clause in order
    ("– Vi venter. Flyene kom i natt. De traff huset, sier Mollekleiv.", ["Mollekleiv"] * 3),
    ("– Vi venter, sier Mollekleiv. Flyene kom i natt.", ["Mollekleiv", None]),
    ("– Vi venter.\n\nFlyene kom, sier Mollekleiv.", [None, "Mollekleiv"]),
    ("– Vi venter.\n\n– Flyene kom, sier Mollekleiv.", [None, "Mollekleiv"]),
    ("Flyene kom. – Vi venter, sa Konasjenkov.", [None, "Konasjenkov"]),
    ("«Vi venter. Flyene kom», sier Mollekleiv.", ["Mollekleiv"] * 2),
    ("“We waited. They came,” said Ali in Homs.", ["Ali"] * 2),
    ("“We waited,” said Ali in Homs. “They came. They left.”", ["Ali"] * 3),
    ("“We waited,” said Ali in Homs. They came. “They left.”", ["Ali", None, "Ali"]),
    ("They came. “We waited,” said Ali in Homs.", [None, "Ali"]),
    ("“We waited. They came.”", [None, None]),
    ("They came and left.", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_sentences_of_a_quotation_share_its_speaker(text, expected):
    language = "en" if "They" in text or "We" in text else "nb"
    document = analyse(RawDocument("d", "tests", "d.txt", "", None, text, language=language))
    found = share_speakers(document, [clauses(document, one) for one in document.sentences])
    told = [
        clause.report.speakers[0].text if clause.report else None
        for group in found
        for clause in sorted(group, key=lambda c: c.start)
    ]
    assert told == expected


def test_a_shared_report_says_that_it_is_of_a_quotation():
    document = analyse(RawDocument("d", "tests", "d.txt", "", None, CASES[0][0], language="nb"))
    first, *_, last = share_speakers(document, [clauses(document, one) for one in document.sentences])
    assert (first[0].report.kind, first[0].report.clause) == ("quotation", None)
    assert last[0].report.kind == "verb"
    assert document.text[first[0].report.cue_start : first[0].report.cue_end] == "sier"


def test_an_inner_report_stays_inside():
    document = analyse(RawDocument("d", "tests", "d.txt", "", None, CASES[0][0], language="nb"))
    given = [clauses(document, one) for one in document.sentences]
    inner = Report("according", "ifølge", 0, 1, ())
    from dataclasses import replace

    given[0] = (replace(given[0][0], report=inner),)
    report = share_speakers(document, given)[0][0].report
    assert (report.kind, report.outer.kind) == ("according", "quotation")
