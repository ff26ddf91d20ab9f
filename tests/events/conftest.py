"""Reading short texts for the tests of the room, by the way that documents go, with the rules alone.

What was learned has tests of its own: it decides over whole documents, and is trained anew with the words.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tasks.events.find import find_mentions
from tasks.events.mention import Mention
from tasks.extract import find_times
from tasks.parse.documents import parse_documents
from tasks.read.raw import RawDocument
from tasks.settings import ROOT
from tasks.text.analyse import analyse
from tasks.text.document import Document

_NOTHING_LEARNED = ROOT / "tests" / "nothing-learned"

Read = tuple[Document, list[Mention]]


def _read(text: str, language: str, published: str | None = "2016-10-05") -> Read:
    raw = RawDocument("d", "tests", "d.txt", "", published, text, language=language)
    document = analyse(raw)
    times = tuple(find_times(document))
    parsed = parse_documents([(document, times)])[0]
    return document, find_mentions(document, times, parsed=parsed, models=_NOTHING_LEARNED)


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """Gives the document and its mentions for a text, a language and a date of publication."""
    return _read


@pytest.fixture(scope="session")
def mentions_of() -> Callable[..., list[Mention]]:
    """Gives the mentions alone."""
    return lambda *args, **kwargs: _read(*args, **kwargs)[1]
