"""Where the names of a text begin and end: runs of capitals, drawn together where the gazetteer knows the whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from tasks.places.demonyms import demonyms, people
from tasks.places.names import Run, Word, is_owner, runs_of
from tasks.places.senses import is_known, senses_of
from tasks.places.vocabulary import vocabulary
from tasks.settings import REFERENCE

# Small words between the parts of a name, as in `Gulf of Aden` and `Rio de Janeiro`: their number and letters.
_LINKS, _LETTERS = 2, 3


def spans_of(text: str, words: Sequence[Word], language: str, reference: Path = REFERENCE) -> list[Run]:
    """The names in a stretch of text, in order; two that the gazetteer knows as one are one.

    Args:
        text: the document's text.
        words: its words in that stretch.
        language: BCP-47.
        reference: the reference folder.
    """
    starts = [word.start for word in words]
    kinds = vocabulary(language, reference).kinds

    def known(start: int, end: int) -> bool:
        return is_known(text[start:end], language, reference)

    def joined(last: Run, run: Run) -> Run | None:
        """Two runs as one: `Gulf of Aden`."""
        between = words[bisect_left(starts, last.end) : bisect_left(starts, run.start)]
        small = 0 < len(between) <= _LINKS and all(len(word.text) <= _LETTERS for word in between)
        if small and text[last.end : run.start].replace(" ", "").isalpha() and known(last.start, run.end):
            return Run(tuple(words[bisect_left(starts, last.start) : bisect_left(starts, run.end)]))
        return None

    def with_noun(run: Run) -> Run:
        """A name with the noun behind it that belongs to it: `al-Quds hospital`, `Castello road`."""
        at = bisect_left(starts, run.end)
        if at == len(words) or words[at].lower not in kinds or text[run.end : words[at].start] != " ":
            return run
        return Run((*run.words, words[at])) if known(run.start, words[at].end) else run

    spans: list[Run] = []
    for whole in runs_of(text, words, vocabulary(language, reference)):
        for run in _parted(text, whole, language, reference):
            both = joined(spans[-1], run) if spans else None
            if both is None:
                spans.append(run)
            else:
                spans[-1] = both
    return [with_noun(run) for run in spans]


def _parted(text: str, run: Run, language: str, reference: Path) -> Iterator[Run]:
    """A run, cut where one name owns or describes the next and nobody knows the whole.

    `Pakistan's Sindh`, `Syrian Aleppo`, `Paris-forstaden Saint-Denis`, `Syria-Turkey`.
    """
    if senses_of(text[run.start : run.end], language, reference):
        yield run
        return
    vocabulary_, peoples = vocabulary(language, reference), demonyms(language, reference)
    own = run.words if len(run.words) > 1 else tuple(_halves(run.words[0], language, reference))
    first = 0
    for at in range(len(own) - 1):
        described = own[at].text.rpartition("-")[2] in vocabulary_.kinds or people(own, at, vocabulary_, peoples)
        if is_owner(own[at].text) or described or text[own[at].end] in "-–":
            yield Run(own[first : at + 1])
            first = at + 1
    yield Run(own[first:])


def _halves(word: Word, language: str, reference: Path) -> Iterator[Word]:
    """The two names of a word with a hyphen between names."""
    before, _, behind = word.text.replace("–", "-").rpartition("-")
    names = before and behind[:1].isupper()
    if names and is_known(before, language, reference) and is_known(behind, language, reference):
        yield word.cut(word.start, word.start + len(before))
        yield word.cut(word.end - len(behind), word.end)
    else:
        yield word
