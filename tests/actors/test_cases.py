"""The independent cases: who is meant, as a careful reader says."""

from functools import cache
from pathlib import Path

import pytest

from tasks.actors.identify import identify
from tasks.actors.lexicon import lexicon
from tasks.actors.names import squash
from tasks.events.mention import Participant
from tasks.text.document import Document, Segment
from tests.cases import fits, read_cases

HERE = Path(__file__).parent
FILES = {"cases_en.txt": "en", "cases_nb.txt": "nb"}
CASES = [(language, case) for file, language in FILES.items() for case in read_cases(HERE / file)]
# Wrong so far, and why.
WRONG = {
    "President Bush": "the father of the later president is not in the file under this surname",
    "shabiha militiamen": "a name that the file has with a capital alone",
    "Al-Qaida i Islamsk Maghreb": "a form of the name that the file lacks",
    "the AFP news agency": "the name before another noun of the kind",
    "En pole": "a word for a people that the demonyms lack",
}
# A file that lacks more of the actors whom the cases name is not worth measuring with.
MOST_LACKING = 0.1


def document(text, published, language):
    segment = Segment(0, "paragraph", language, 1.0, 0, len(text))
    return Document("d", "s", "u", "", None, published, language, 1.0, (), text, "h", (segment,), ())


def answer(language, case):
    one = Participant("actor", case.marked, case.start, case.end)
    [found] = identify(document(case.text, case.published, language), [one])
    return found


def names(language, entity_id):
    """All names of a known actor, and its id."""
    actor = lexicon(language).known.actors.get(entity_id)
    return {entity_id} | (actor.spellings(("en",)) if actor else set())


def right(language, found, expected):
    entity, country, sector = expected
    if found is None:
        return all(one is None or None in one for one in expected)
    who = {found.entity_name, *names(language, found.entity_id)} if found.entity_id else {None}
    return any(fits(entity, one) for one in who) and fits(country, found.country) and fits(sector, found.sector)


def lacking(language, case):
    """Whether a case wants a known actor whom the actors file does not hold at all."""
    entity = case.expected[0]
    if entity is None or None in entity or any(":" in one for one in entity):
        return False
    return not held(language) & {squash(one) for one in entity}


@cache
def held(language):
    """The names of all known actors, folded."""
    return {squash(name) for actor in lexicon(language).known.actors.values() for name in actor.spellings(("en",))}


def test_there_are_cases_and_the_file_holds_most_of_their_actors():
    assert len(CASES) > 300
    assert sum(lacking(*one) for one in CASES) <= MOST_LACKING * len(CASES)


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{lang}-{case.line}" for lang, case in CASES])
def test_case(language, case):
    found = answer(language, case)
    if right(language, found, case.expected):
        return
    if case.known or case.marked in WRONG:
        pytest.xfail(case.known or WRONG[case.marked])
    if lacking(language, case):
        pytest.xfail("the actors file does not hold it")
    pytest.fail(f"{case.marked!r}: {found}, expected {case.expected}")
