"""Reading short texts for the tests of the room, by the way that documents go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tasks.dates.find import find_dates
from tasks.events.find import find_mentions
from tasks.events.mention import Mention
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tasks.text.document import Document

Read = tuple[Document, list[Mention]]


def _read(text: str, language: str, published: str | None = "2016-10-05") -> Read:
    raw = RawDocument("d", "tests", "d.txt", "", published, text, language=language)
    document = analyse(raw)
    times = [
        replace(time, start=time.start + segment.start, end=time.end + segment.start)
        for segment in document.segments
        for time in find_dates(document.text[segment.start : segment.end], segment.language, published)
    ]
    return document, find_mentions(document, times)


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """Gives the document and its mentions for a text, a language and a date of publication."""
    return _read


@pytest.fixture(scope="session")
def mentions_of() -> Callable[..., list[Mention]]:
    """Gives the mentions alone."""
    return lambda *args, **kwargs: _read(*args, **kwargs)[1]
