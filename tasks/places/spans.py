"""Where the names of a text begin and end: runs of capitals, drawn together where the gazetteer knows the whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tasks.places.demonyms import demonyms, people
from tasks.places.names import Run, Word, runs_of
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
    known = vocabulary(language, reference)
    starts = [word.start for word in words]
    spans: list[Run] = []
    for run in _parted(text, runs_of(text, list(words), known), language, reference):
        last = spans[-1] if spans else None
        if last is not None:
            first, behind = bisect_left(starts, last.start), bisect_left(starts, run.end)
            between = words[bisect_left(starts, last.end) : bisect_left(starts, run.start)]
            plain = text[last.end : run.start].replace(" ", "").isalpha()
            small = 0 < len(between) <= _LINKS and all(len(word.text) <= _LETTERS for word in between)
            if plain and small and is_known(text[last.start : run.end], language, reference):
                spans[-1] = Run(tuple(words[first:behind]))
                continue
        spans.append(run)
    return [_with_noun(text, words, starts, span, language, reference) for span in spans]


def _parted(text: str, runs: Iterable[Run], language: str, reference: Path) -> Iterator[Run]:
    """Runs, cut where one name owns or describes the next and nobody knows the whole.

    `Pakistan's Sindh`, `Syrian Aleppo`, `Paris-forstaden Saint-Denis`.
    """
    words, peoples = vocabulary(language, reference), demonyms(language, reference)
    for run in runs:
        if senses_of(text[run.start : run.end], language, reference):
            yield run
            continue
        own = list(run.words) if len(run.words) > 1 else list(_halves(run.words[0], language, reference))
        first = 0
        for at in range(len(own) - 1):
            owner = own[at].text.endswith(("'s", "’s", "s'", "s’"))
            noun = own[at].text.rpartition("-")[2]
            halved = text[own[at].end] in "-–"
            if owner or halved or noun in words.kinds or people(own, at, words, peoples) is not None:
                yield Run(tuple(own[first : at + 1]))
                first = at + 1
        yield Run(tuple(own[first:]))


def _halves(word: Word, language: str, reference: Path) -> Iterator[Word]:
    """The two names of a word with a hyphen between names: `Syria-Turkey`."""
    before, hyphen, behind = word.text.rpartition("-" if "-" in word.text else "–")
    if (
        hyphen
        and behind[:1].isupper()
        and is_known(before, language, reference)
        and is_known(behind, language, reference)
    ):
        yield Word(before, word.start, word.start + len(before))
        yield Word(behind, word.end - len(behind), word.end)
    else:
        yield word


def _with_noun(
    text: str, words: Sequence[Word], starts: Sequence[int], span: Run, language: str, reference: Path
) -> Run:
    """The name with a noun behind it that the gazetteer knows as part of it: `al-Quds hospital`, `Castello road`."""
    at = bisect_left(starts, span.end)
    if at < len(words) and words[at].lower in vocabulary(language, reference).kinds:
        longer = text[span.start : words[at].end]
        if text[span.end : words[at].start] == " " and is_known(longer, language, reference):
            return Run((*span.words, words[at]))
    return span
