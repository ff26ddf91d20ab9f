"""A stretch of a document's text with its words and names, read once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.places.demonyms import demonyms, people
from tasks.places.names import Run, Word, words_of
from tasks.places.senses import Sense, senses_of
from tasks.places.spans import spans_of
from tasks.places.vocabulary import Vocabulary, vocabulary
from tasks.settings import REFERENCE


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A stretch of text, mostly a segment.

    Attributes:
        text: the whole document's; all offsets count in it.
        starts: where each word begins.
        names: runs of words that are names.
        peoples: words for peoples to their country.
    """

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    names: Sequence[Run]
    language: str
    reference: Path
    vocabulary: Vocabulary
    peoples: Mapping[str, str]

    def first_from(self, offset: int) -> int:
        """The number of the first word that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def number(self, offset: int) -> int:
        """The number of the word that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def between(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.words[at].end : self.words[at + 1].start]

    def name(self, run: Run) -> str:
        """A name as it stands."""
        return self.text[run.start : run.end]

    def senses(self, run: Run) -> tuple[Sense, ...]:
        """What a name may mean."""
        return senses_of(self.name(run), self.language, self.reference)

    def people(self, at: int) -> str | None:
        """The country whose people or adjective a word is, or None."""
        return people(self.words, at, self.vocabulary, self.peoples)

    def leads(self, at: int) -> bool:
        """Whether a word only says more of the name behind it: an article, `northern`, `border`."""
        lower = self.words[at].lower
        return lower in self.vocabulary.articles or lower in self.vocabulary.borders or self.vocabulary.is_part(lower)

    def names_in(self, words: Sequence[Word]) -> list[Run]:
        """The names in some of the words."""
        return spans_of(self.text, words, self.language, self.reference)


def read_line(text: str, start: int, end: int, language: str, reference: Path = REFERENCE) -> Line:
    """A stretch of a text with its words and names.

    Args:
        text: the document's text.
        start, end: offsets of the stretch.
        language: BCP-47.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the gazetteer or the language's data cannot be read.
    """
    words = words_of(text, start, end)
    return Line(
        text=text,
        words=words,
        starts=[word.start for word in words],
        names=spans_of(text, words, language, reference),
        language=language,
        reference=reference,
        vocabulary=vocabulary(language, reference),
        peoples=demonyms(language, reference),
    )
