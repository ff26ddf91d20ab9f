"""A place as a mention's text tells it: its names, what kind of place each is, and which part of it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.places.choice import Wanted
from tasks.places.holders import holders_beside
from tasks.places.line import Line
from tasks.places.names import Run, kinds_behind, words_of

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
        quarter: a noun in it calls the name a district.
        within: it is something in the place that is named (`a temple in Bangkok`).
        border: a border is meant.
        countries: those whose peoples' words stand in it (`a Syrian jail`), alpha-3.
        bare: there is nothing but names in it, and articles.
        points_back: the kind of place named before that it stands for, or empty.
    """

    names: tuple[Named, ...]
    joined: bool
    part: bool
    described: bool
    quarter: bool
    within: bool
    border: bool
    countries: tuple[str, ...]
    bare: bool
    points_back: str


def read_place(line: Line, start: int, end: int) -> Reading:
    """What a place's text says, with the words right beside it.

    Args:
        line: the segment that it stands in.
        start, end: its offsets.
    """
    words = line.vocabulary
    numbers = range(line.first_from(start), line.first_from(end))
    runs = list(_runs(line, start, end))
    named = {word.start for run in runs for word in run.words}
    found = [run for run in runs if not any(_peoples(line, line.number(run.words[-1].start)))]
    # The first of `Gulf of Aden` is a noun, even where nobody knows the whole.
    found = [run for run in found if run is found[-1] or line.name(run).lower() not in words.kinds]
    others = [at for at in numbers if line.words[at].start not in named]
    lower = [line.words[at].lower for at in others]
    listed = len(found) > 1 or any(_is_listed(line, run) for run in found)
    several = listed and _all_divisions(line, lower, end)
    describing = {at for run in found for at in _describing(line, run)}
    before = [line.number(run.start) - 1 for run in found]
    partial = [at for at in others if words.is_part(line.words[at].lower) or line.words[at].lower in words.around]
    phrase = " ".join(line.words[at].lower for at in numbers)
    return Reading(
        names=tuple(
            Named(
                line.name(run),
                Wanted(
                    ("admin1",) if several else tuple(_kinds_beside(line, run, end)), tuple(holders_beside(line, run))
                ),
            )
            for run in found
        ),
        joined=len(found) > 1 and not words.joins.isdisjoint(lower),
        part=any(at not in describing for at in partial) or _beside(line, numbers.start),
        described=any(at in describing for at in partial),
        quarter=any(at in numbers and "district" in words.kinds.get(line.words[at].lower, ()) for at in describing),
        within=any(at in numbers and line.words[at].lower in words.inside - words.of for at in before),
        border=any(line.words[at].lower in words.borders and at not in describing for at in others),
        countries=tuple(dict.fromkeys(code for at in numbers for code in _peoples(line, at))),
        bare=words.articles.issuperset(lower),
        points_back=next((kind for one, kind in words.points_back.items() if phrase.endswith(one)), ""),
    )


def _runs(line: Line, start: int, end: int) -> Iterator[Run]:
    """The names in a place's text; one that it cuts short is taken whole where the gazetteer knows that: `[Korea]`."""
    for run in line.names:
        if run.end <= start or end <= run.start:
            continue
        inside = [word.cut(start, end) for word in run.words if word.start < end and start < word.end]
        # `Homs` in `Old City of Homs` is itself.
        wider = (all(word.is_name for word in run.words) or run.start == start) and bool(line.senses(run))
        if wider or inside == list(run.words):
            yield run
        else:
            yield from line.names_in(inside)


def _beside(line: Line, first: int) -> bool:
    """Whether the words before a place mean what lies around it: `i nærheten av [Damaskus]`."""
    words, at = line.vocabulary, first - 1
    while at >= 0 and (line.words[at].lower in words.of or line.words[at].lower in words.articles):
        at -= 1
    return at >= 0 and at < first - 1 and line.words[at].lower in words.around and line.between(first - 1) == " "


def _peoples(line: Line, at: int) -> Iterator[str]:
    """The countries of a word for a people, or of several with hyphens between them: `Turkish-Syrian`."""
    word = line.words[at] if at < len(line.words) else None
    if word is not None and (word.is_name or not line.vocabulary.capitals):
        whole = line.people(at)
        parts = [line.peoples.get(part) for part in word.lower.split("-")] if whole is None else [whole]
        yield from (part for part in parts if part is not None)


def _describing(line: Line, run: Run) -> Iterator[int]:
    """The numbers of a noun that calls the name behind it, and of the words that describe the noun."""
    words, at = line.vocabulary, line.number(run.start) - 1
    while at >= 0 and (line.words[at].lower in words.links or line.words[at].lower in words.articles):
        at -= 1
    if at < 0 or line.words[at].lower not in words.kinds:
        return
    yield at
    at -= 1
    while at >= 0 and (
        words.is_part(line.words[at].lower) or line.words[at].lower in words.borders or any(_peoples(line, at))
    ):
        yield at
        at -= 1


def _is_listed(line: Line, run: Run) -> bool:
    """Whether a name stands beside another one that is meant with it: `[Idlib] and Homs`."""
    first, behind = line.number(run.start), line.first_from(run.end)
    after = behind + 1 < len(line.words) and line.words[behind].lower in line.vocabulary.joins
    before = first > 1 and line.words[first - 1].lower in line.vocabulary.joins
    return (after and line.words[behind + 1].is_name) or (before and line.words[first - 2].is_name)


def _all_divisions(line: Line, lower: Sequence[str], end: int) -> bool:
    """Whether a plural in the text or soon after it says that the names are divisions."""
    plurals = line.vocabulary.plural_divisions
    after = words_of(line.text, end, min(len(line.text), end + _AFTERWARDS)) if plurals else []
    return not plurals.isdisjoint([*lower, *(word.lower for word in after)])


def _kinds_beside(line: Line, run: Run, end: int) -> Iterator[str]:
    """The kinds that a noun right behind a name, or right before it, says that it is."""
    words, behind = line.vocabulary, line.first_from(run.end)
    # A noun behind the place's text begins something else: `in Idlib state media said`.
    if behind < len(line.words) and line.starts[behind] < end and line.text[run.end : line.starts[behind]] == " ":
        yield from kinds_behind(line.words[behind].lower, words)
    first, linked = line.number(run.start), False
    for at in range(first - 1, max(-1, first - 2 - _BETWEEN), -1):
        if line.between(at).strip(" '\"“”«»‘’"):
            return
        word = line.words[at]
        noun = word.lower.rpartition("-")[2]
        if noun in words.kinds:
            # A language that links a noun and its name does not call one by the other without: `islands Egypt claims`.
            if linked or not words.links:
                yield from (kind for kind in words.kinds[noun] if not linked or word.is_name or kind not in _OWNED)
            return
        linked = linked or word.lower in words.links
        if word.lower not in words.links and word.lower not in words.articles:
            return
