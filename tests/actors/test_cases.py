"""The independent cases: who is meant, as a careful reader says."""

from pathlib import Path

import pytest

from tasks.actors.identify import identify
from tasks.events.mention import Participant
from tasks.text.document import Document, Segment
from tests.cases import fits, read_cases

HERE = Path(__file__).parent
FILES = {"cases_en.txt": "en", "cases_nb.txt": "nb"}
CASES = [(language, case) for file, language in FILES.items() for case in read_cases(HERE / file)]


def document(text, published, language):
    segment = Segment(0, "paragraph", language, 1.0, 0, len(text))
    return Document("d", "s", "u", "", None, published, language, 1.0, (), text, "h", (segment,), ())


def answer(language, case):
    one = Participant("actor", case.marked, case.start, case.end)
    [found] = identify(document(case.text, case.published, language), [one])
    return found


def right(found, expected):
    entity, country, sector = expected
    if found is None:
        return all(one is None or None in one for one in expected)
    who = fits(entity, found.entity_name) or fits(entity, found.entity_id)
    return who and fits(country, found.country) and fits(sector, found.sector)


def test_there_are_cases():
    assert len(CASES) > 300


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{lang}-{case.line}" for lang, case in CASES])
def test_case(language, case):
    found = answer(language, case)
    if case.known:
        pytest.xfail(case.known) if not right(found, case.expected) else None
    assert right(found, case.expected), f"{case.marked!r}: {found}, expected {case.expected}"
