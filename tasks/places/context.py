"""What a document says of where it is set: countries, divisions and points, and what stands beside its names."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tasks.places.demonyms import demonyms, people
from tasks.places.fold import fold_name
from tasks.places.names import Run, Word, words_of
from tasks.places.place import Entry
from tasks.places.senses import Sense, senses_of
from tasks.places.spans import spans_of
from tasks.places.vocabulary import Vocabulary, vocabulary
from tasks.settings import REFERENCE
from tasks.text.document import Document, Segment

# A name speaks for its country where it is a place of so much weight, less behind a preposition of place, and so much
# more likely than any in another country.
_OBVIOUS, _OBVIOUS_BEHIND, _CLEAR = 5.9, 4.9, 1.0
_COUNTRY, _PEOPLE, _TOWN = 1.5, 1.0, 1.0
_DATELINE = 2.0
# Words between a larger place before a name and the name: `the northern Syrian border town of`.
_REACH = 5


@dataclass(frozen=True, slots=True)
class Holder:
    """A larger place that the text says a name lies in: a country, or one of its first-order divisions.

    Attributes:
        sure: by a word that describes or owns the name (`the Syrian town of`), which nothing else can be meant by.
    """

    country: str
    admin1: str | None
    sure: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Point:
    """A place that the document names beyond doubt."""

    key: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a country: a word for its people, or a place in it."""

    start: int
    key: str
    country: str | None
    weight: float
    entry: Entry | None
    dateline: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says of where it is set.

    Attributes:
        said: a country (alpha-3) and the word that speaks for it, to how much it does.
        points: towns, divisions and sites named beyond doubt, each once.
        holders: a folded name to the larger places that stand beside it anywhere in the document and hold such a place.
        confirmed: all those larger places.
        small: all words that stand in small letters.
        named: where a place is named beyond doubt, in the order of the text.
    """

    said: Mapping[tuple[str, str], float]
    points: tuple[Point, ...]
    holders: Mapping[str, tuple[Holder, ...]]
    confirmed: frozenset[Holder]
    small: frozenset[str]
    named: tuple[tuple[int, Entry], ...]

    def share(self, country: str | None, without: str) -> float:
        """A country's share of all that speaks for one, what a name says for itself left out."""
        others = [(one, much) for (one, key), much in self.said.items() if key != without]
        total = sum(much for _, much in others)
        return sum(much for one, much in others if one == country) / total if total else 0.0


def read_context(document: Document, reference: Path = REFERENCE) -> Context:
    """What a document says of where it is set.

    Raises:
        ReferenceDataError: the gazetteer cannot be read.
    """
    signs: list[Sign] = []
    holders: dict[str, list[Holder]] = defaultdict(list)
    small: set[str] = set()
    confirmed: set[Holder] = set()
    for segment in document.segments:
        tokens = words_of(document.text, segment.start, segment.end)
        runs = spans_of(document.text, tokens, segment.language, reference)
        small.update(token.text for token in tokens if token.text.islower())
        signs += _peoples(segment, tokens, reference)
        signs += _places(document.text, segment, tokens, runs, reference)
        for run in runs:
            for holder in holders_beside(document.text, tokens, run, segment.language, reference):
                for sense in senses_of(document.text[run.start : run.end], segment.language, reference):
                    # Only where a place of that name lies in it.
                    if lies_in(sense.entry, holder):
                        confirmed.add(holder)
                        if holder not in holders[sense.key]:
                            holders[sense.key].append(holder)
    points = {sign.key: Point(sign.key, sign.entry) for sign in signs if sign.entry and sign.entry.kind != "country"}
    named = tuple((sign.start, sign.entry) for sign in signs if sign.entry is not None and not sign.dateline)
    beside_names = {key: tuple(of) for key, of in holders.items()}
    return Context(_said(signs), tuple(points.values()), beside_names, frozenset(confirmed), frozenset(small), named)


def _said(signs: Sequence[Sign]) -> dict[tuple[str, str], float]:
    """How much each word speaks for its country."""
    counts = Counter((sign.country, sign.key) for sign in signs if sign.country is not None)
    weights = {(sign.country, sign.key): sign.weight for sign in sorted(signs, key=lambda sign: sign.weight)}
    # Said again, it counts more, but not as much more as another word would.
    return {one: weights[one] * (1 + math.log(count)) for one, count in counts.items()}


def lies_in(entry: Entry, holder: Holder) -> bool:
    """Whether a place lies in a larger one, as far as its country and division say."""
    if entry.country != holder.country or entry.kind == "country":
        return False
    return holder.admin1 is None or (
        entry.kind != "admin1" and entry.admin1 is not None and fold_name(entry.admin1) == fold_name(holder.admin1)
    )


def holders_beside(
    text: str, tokens: Sequence[Word], run: Run, language: str, reference: Path = REFERENCE
) -> Iterator[Holder]:
    """The larger places that the words right beside a name say it lies in.

    `Paris, Texas`, `Paris in Texas`, `the Syrian town of Kobani`, `Tysklands hovedstad Berlin`.

    Args:
        text: the document's text.
        tokens: the words of the segment, in order.
        run: the name.
        language: of the segment.
        reference: the reference folder.
    """
    words = vocabulary(language, reference)
    starts = [token.start for token in tokens]
    first, last = bisect_right(starts, run.start) - 1, bisect_right(starts, run.end - 1)
    yield from _before(text, tokens, first, language, reference)
    at = last
    comma = at < len(tokens) and text[run.end : tokens[at].start].strip() == ","
    if not comma:
        if at >= len(tokens) or tokens[at].lower not in words.inside or text[run.end : tokens[at].start] != " ":
            return
        at += 1
        while at < len(tokens) and at - last < _REACH and _leads(tokens[at], words):
            at += 1
    if at < len(tokens) and tokens[at].is_name:
        behind = next(iter(spans_of(text, tokens[at : at + _REACH], language, reference)), None)
        if behind is not None and behind.start == tokens[at].start:
            yield from _holding(text[behind.start : behind.end], language, reference)


def _before(text: str, tokens: Sequence[Word], first: int, language: str, reference: Path) -> Iterator[Holder]:
    words, peoples = vocabulary(language, reference), demonyms(language, reference)
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[at]
        if text[token.end : tokens[at + 1].start] != " ":
            return
        country = people(tokens, at, words, peoples)
        if country is not None:
            yield Holder(country, None, sure=True)
            return
        if token.is_name:
            bare = token.text.removesuffix(words.genitive) if words.genitive else ""
            owner = token.text.endswith(("'s", "’s", "s'", "s’")) or (bare != token.text and bool(bare))
            if owner:
                for holder in _holding(token.text, language, reference):
                    yield replace(holder, sure=True)
            return
        if not (_leads(token, words) or token.lower in words.kinds or token.lower in words.links):
            return


def _leads(token: Word, words: Vocabulary) -> bool:
    return words.is_part(token.lower) or token.lower in words.articles or token.lower in words.borders


def _holding(name: str, language: str, reference: Path) -> Iterator[Holder]:
    """The countries and first-order divisions of a name."""
    name = vocabulary(language, reference).abbreviations.get(name.rstrip(".").lower(), name)
    for sense in senses_of(name, language, reference):
        entry = sense.entry
        if entry.kind in {"country", "admin1"} and entry.country is not None:
            yield Holder(entry.country, entry.admin1 if entry.kind == "admin1" else None)


def _peoples(segment: Segment, tokens: Sequence[Word], reference: Path) -> Iterator[Sign]:
    words, peoples = vocabulary(segment.language, reference), demonyms(segment.language, reference)
    for at, token in enumerate(tokens):
        country = people(tokens, at, words, peoples)
        if country is not None:
            yield Sign(token.start, token.lower, country, _PEOPLE * _times(segment), None)


def _places(
    text: str, segment: Segment, tokens: Sequence[Word], runs: Sequence[Run], reference: Path
) -> Iterator[Sign]:
    words, starts = vocabulary(segment.language, reference), [token.start for token in tokens]
    for run in runs:
        senses = senses_of(text[run.start : run.end], segment.language, reference)
        at = bisect_right(starts, run.start) - 1
        behind = segment.kind == "dateline" or (at > 0 and tokens[at - 1].lower in words.before)
        entry = senses[0].entry if senses else None
        # Our own file holds what news names, and nobody else bears the name.
        low = behind or (entry is not None and not entry.place_id.isdigit() and len(senses) == 1)
        if entry is not None and senses[0].weight >= (_OBVIOUS_BEHIND if low else _OBVIOUS) and is_clear(senses):
            weight = _COUNTRY if entry.kind == "country" else _TOWN
            yield Sign(
                run.start, senses[0].key, entry.country, weight * _times(segment), entry, segment.kind == "dateline"
            )


def _times(segment: Segment) -> float:
    return _DATELINE if segment.kind == "dateline" else 1.0


def is_clear(senses: Sequence[Sense]) -> bool:
    """Whether the likeliest sense is much likelier than any in another country."""
    first, others = senses[0].entry, [sense for sense in senses if sense.entry.country != senses[0].entry.country]
    if any(sense.entry.kind in {"country", "admin1"} for sense in others) and first.kind in {"country", "admin1"}:
        return False  # Georgia
    return all(senses[0].weight - sense.weight >= _CLEAR for sense in others)
