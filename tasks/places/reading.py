"""A place as a mention's text tells it: its names, what kind of place each is, and which part of it is meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.places.choice import Wanted
from tasks.places.context import holders_beside
from tasks.places.demonyms import demonyms, people
from tasks.places.names import Run, Word, kinds_behind, words_of
from tasks.places.senses import senses_of
from tasks.places.spans import spans_of
from tasks.places.vocabulary import Vocabulary, vocabulary
from tasks.settings import REFERENCE

# Characters behind a list of names in which a plural such as `de to provinsene` still says what they are.
_AFTERWARDS = 250
# Words between a noun and the name that it calls: `the city of the Blue Nile`.
_BETWEEN = 2
# Kinds of things that a place has rather than is: `the mountains of Iraq`, `the waters of Yemen`.
_OWNED = frozenset({"water", "mountain", "region", "road", "hospital", "site", "airport", "base", "crossing", "dam"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a place's text, with what the words around it say."""

    text: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Reading:
    """What a place's text says.

    Attributes:
        names: from left to right.
        joined: the names are several places (`Idlib and Homs`), not one in another.
        part: a part of the place is meant, or what lies around it.
        described: words for parts say which of several such places it is (`the northern city of`,
            `de opprørskontrollerte bydelene`), so that none of them means a part.
        border: a border is meant.
        countries: those whose peoples' words stand in it (`a Syrian jail`), alpha-3.
        bare: there is nothing but names in it, and articles.
        points_back: the kind of place named before that it stands for, or empty.
    """

    names: tuple[Named, ...]
    joined: bool
    part: bool
    described: bool
    border: bool
    countries: tuple[str, ...]
    bare: bool
    points_back: str


def read_place(
    text: str, tokens: Sequence[Word], span: tuple[int, int], language: str, reference: Path = REFERENCE
) -> Reading:
    """What a place's text says, with the words right beside it.

    Args:
        text: the document's text.
        tokens: the words of the segment that it stands in.
        span: its offsets.
        language: BCP-47, of the segment.
        reference: the reference folder.
    """
    words, peoples = vocabulary(language, reference), demonyms(language, reference)
    starts = [token.start for token in tokens]
    own = tokens[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    found = [
        run
        for run in _runs(text, tokens, span, language, reference)
        if not any(_peoples(run.words, len(run.words) - 1, words, peoples))
    ]
    # The first of `Gulf of Aden` is a noun, even where nobody knows the whole.
    found = [run for run in found if run is found[-1] or text[run.start : run.end].lower() not in words.kinds]
    lower = [token.lower for token in own if not any(run.start <= token.start < run.end for run in found)]
    several = len(found) > 1 and _all_divisions(text, lower, span[1], words)
    names = tuple(
        Named(
            text[run.start : run.end],
            Wanted(
                ("admin1",) if several else tuple(_kinds_beside(text, tokens, starts, run, span[1], words)),
                tuple(holders_beside(text, tokens, run, language, reference)),
            ),
        )
        for run in found
    )
    named = {word.start for run in _runs(text, tokens, span, language, reference) for word in run.words}
    describing = {at for run in found for at in _describing(tokens, bisect_left(starts, run.start), words, peoples)}
    inner = [token for token in own if token.start not in named]
    phrase = " ".join(token.lower for token in own)
    return Reading(
        names=names,
        joined=any(word in words.joins for word in lower) and len(found) > 1,
        part=any(_means_part(token, words) and token.start not in describing for token in inner),
        described=any(_means_part(token, words) and token.start in describing for token in inner),
        border=any(word in words.borders for word in lower),
        countries=tuple(dict.fromkeys(code for at in range(len(own)) for code in _peoples(own, at, words, peoples))),
        bare=all(word in words.articles for word in lower),
        points_back=next((kind for one, kind in words.points_back.items() if phrase.endswith(one)), ""),
    )


def _runs(text: str, tokens: Sequence[Word], span: tuple[int, int], language: str, reference: Path) -> Iterator[Run]:
    """The names in a place's text; one that it cuts short is taken whole where the gazetteer knows that: `[Korea]`."""
    whole = [run for run in spans_of(text, tokens, language, reference) if run.start < span[1] and span[0] < run.end]
    for run in whole:
        inside = [_cut(text, word, span) for word in run.words if word.start < span[1] and span[0] < word.end]
        wider = all(word.is_name for word in run.words) and senses_of(text[run.start : run.end], language, reference)
        if wider or inside == list(run.words):
            yield run
        else:
            yield from spans_of(text, inside, language, reference)


def _cut(text: str, word: Word, span: tuple[int, int]) -> Word:
    start, end = max(word.start, span[0]), min(word.end, span[1])
    return Word(text[start:end], start, end)


def _peoples(tokens: Sequence[Word], at: int, words: Vocabulary, peoples: Mapping[str, str]) -> Iterator[str]:
    """The countries of a word for a people, or of several with hyphens between them: `Turkish-Syrian`."""
    if tokens[at].is_name or not words.capitals:
        whole = people(tokens, at, words, peoples)
        parts = [peoples.get(part) for part in tokens[at].lower.split("-")] if whole is None else [whole]
        yield from (part for part in parts if part is not None)


def _means_part(token: Word, words: Vocabulary) -> bool:
    return words.is_part(token.lower) or token.lower in words.around


def _describing(tokens: Sequence[Word], first: int, words: Vocabulary, peoples: Mapping[str, str]) -> Iterator[int]:
    """Where the words begin that belong to a noun that calls the name behind it, and that noun."""
    at = first - 1
    while at >= 0 and (tokens[at].lower in words.links or tokens[at].lower in words.articles):
        at -= 1
    if at < 0 or tokens[at].lower not in words.kinds:
        return
    yield tokens[at].start
    at -= 1
    while at >= 0 and (
        words.is_part(tokens[at].lower)
        or tokens[at].lower in words.borders
        or any(_peoples(tokens, at, words, peoples))
    ):
        yield tokens[at].start
        at -= 1


def _all_divisions(text: str, lower: Sequence[str], end: int, words: Vocabulary) -> bool:
    """Whether a plural in the text or soon after it says that the names are divisions."""
    after = words_of(text, end, min(len(text), end + _AFTERWARDS)) if words.plural_divisions else []
    return not words.plural_divisions.isdisjoint([*lower, *(token.lower for token in after)])


def _kinds_beside(
    text: str, tokens: Sequence[Word], starts: Sequence[int], run: Run, end: int, words: Vocabulary
) -> Iterator[str]:
    """The kinds that a noun right behind the name, or right before it, says that it is."""
    behind = bisect_left(starts, run.end)
    # A noun behind the place's text begins something else: `in Idlib state media said`.
    if behind < len(tokens) and tokens[behind].start < end and text[run.end : tokens[behind].start] == " ":
        yield from kinds_behind(tokens[behind].lower, words)
    first, linked = bisect_left(starts, run.start), False
    for at in range(first - 1, max(-1, first - 2 - _BETWEEN), -1):
        if text[tokens[at].end : tokens[at + 1].start].strip(" '\"“”«»‘’"):
            return
        noun = tokens[at].lower.rpartition("-")[2]
        if noun in words.kinds:
            # A language that links a noun and its name does not call one by the other without: `islands Egypt claims`.
            if linked or not words.links:
                yield from (
                    kind for kind in words.kinds[noun] if not linked or tokens[at].is_name or kind not in _OWNED
                )
            return
        linked = linked or tokens[at].lower in words.links
        if tokens[at].lower not in words.links and tokens[at].lower not in words.articles:
            return
