"""Reading short texts for the tests of the room, by the way that documents go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tasks.events.mention import Mention
from tasks.extract import extract
from tasks.read.raw import RawDocument
from tasks.text.document import Document

Read = tuple[Document, list[Mention]]


def _read(text: str, language: str, published: str | None = "2016-10-05") -> Read:
    raw = RawDocument("d", "tests", "d.txt", "", published, text, language=language)
    extracted = extract(raw)
    return extracted.document, list(extracted.mentions)


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """Gives the document and its mentions for a text, a language and a date of publication."""
    return _read


@pytest.fixture(scope="session")
def mentions_of() -> Callable[..., list[Mention]]:
    """Gives the mentions alone."""
    return lambda *args, **kwargs: _read(*args, **kwargs)[1]
