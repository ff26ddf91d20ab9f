"""The clauses of whole sentences, as the pipelines of the project find them.

The sentences stand in `clauses_nb.txt` and `clauses_en.txt`, with the clauses that are right. What a pipeline gets
wrong is listed in `misses_*.txt`; those lists may get shorter, never longer.
"""

from functools import cache

import pytest

from tasks.parse.models import OUR_MODELS
from tests.parse.notation import render
from tests.parse.sentences import misses, missing, parsed, rows

# How many sentences each pipeline may get wrong, as counted with the pipelines in data/models.
MOST = {"nb": 17, "en": 17}
SENTENCES = [(language, text, expected) for language in MOST for text, expected in rows(language)]
KNOWN = {language: frozenset(misses(language)) for language in MOST}
RIGHT = [row for row in SENTENCES if row[1] not in KNOWN[row[0]]]

needs_models = pytest.mark.skipif(
    not all(OUR_MODELS.reads(language) for language in MOST), reason="data/models has no pipelines: run 'make models'"
)


@cache
def found(language):
    return parsed(language)


@needs_models
@pytest.mark.parametrize(("language", "text", "expected"), RIGHT, ids=[f"{row[0]}: {row[1][:40]}" for row in RIGHT])
def test_the_clauses_of_a_sentence(language, text, expected):
    clauses = found(language)[text]
    assert missing(expected, clauses) == [], [render(one) for one in clauses]


@pytest.mark.parametrize("language", MOST)
def test_there_are_many_sentences_and_few_misses(language):
    texts = [text for text, _ in rows(language)]
    assert len(texts) == len(set(texts)) >= 150
    assert KNOWN[language] <= set(texts)
    assert len(KNOWN[language]) <= MOST[language] <= 0.08 * len(texts)
