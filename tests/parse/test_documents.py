"""Documents to clauses."""

import pytest

from tasks.dates.find import find_dates
from tasks.parse.documents import parse_documents
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.parse.parsed import NOT_PARSED
from tasks.read.raw import RawDocument
from tasks.settings import ROOT
from tasks.text.analyse import analyse

NB = "Soldatene drepte to menn i Homs. Været er fint. Politiet pågrep en mann fredag."
DA = "Soldaterne dræbte to mænd i Homs i går. Vejret er fint, siger politiet i Danmark."


def read(text, language):
    return analyse(RawDocument("d", "tests", "d.txt", "", "2016-10-05", text, language=language))


def test_every_sentence_has_its_place_and_what_is_not_worth_parsing_has_no_clauses(pipeline):
    documents = [read(NB, "nb"), read(DA, "da"), read("", "nb"), read(NB, "nb")]
    found = parse_documents([(one, []) for one in documents], ModelChoice(pipeline.parent))
    assert [len(one) for one in found] == [len(one.sentences) for one in documents]
    own = [[parsed.clauses for parsed in one] for one in found]
    assert own[0] == own[3]
    assert own[0][1] == ()
    assert set(own[1]) == {()}
    assert all(len(parsed.tree) == len(parsed.vectors) for one in found for parsed in one)


def test_a_language_without_a_pipeline_gives_no_clauses(pipeline, tmp_path):
    (found,) = parse_documents([(read(NB, "nb"), [])], ModelChoice(tmp_path))
    assert set(found) == {NOT_PARSED}


@pytest.mark.skipif(not OUR_MODELS.reads("nb"), reason="data/models has no pipelines: run 'make models'")
def test_the_first_seed_with_its_quotations():
    path = next((ROOT / "seeds" / "aleppo-2016").glob("000_*.txt"))
    document = read(path.read_text(encoding="utf-8").split(maxsplit=2)[2], "nb")
    times = list(find_dates(document.text, "nb", "2016-11"))
    (found,) = parse_documents([(document, times)])
    told = {
        clause.predicate.lemma: clause.report.speakers[0].text
        for number, parsed in enumerate(found)
        for clause in parsed.clauses
        if clause.report is not None
        and clause.report.speakers
        and document.text[document.sentences[number].start] == "–"
    }
    assert told["slippe"] == "Mollekleiv"  # two sentences before the one that names him
    for parsed in found:
        for clause in parsed.clauses:
            for role in clause.roles:
                assert document.text[role.start : role.end].split() == role.text.split()
