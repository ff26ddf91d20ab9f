"""Where it happened: a capitalised place after a preposition of place, and how precise it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tasks.events.phrases import is_material
from tasks.events.place_words import PlaceWords, place_words
from tasks.events.tokens import Text, Token
from tasks.settings import REFERENCE
from tasks.text.document import Segment
from tasks.text.reference import languages

_NAMED, _NEAR, _DIVISION2, _DIVISION1, _REGION, _COUNTRY, _WATER = 1, 2, 3, 4, 5, 6, 7
_LONGEST = 6
# Characters by which a place before the trigger counts as farther away.
_BEHIND = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it; offsets in the document's text, UCDP precision."""

    text: str
    start: int
    end: int
    where_prec: int


class PlaceHolder(Protocol):
    """Anything that holds the places of a sentence."""

    places: list[tuple[Place, bool]]


def find_places(text: str, sentence: Text, reference: Path = REFERENCE) -> list[tuple[Place, bool]]:
    """The places of a sentence, left to right, each with whether its preposition is a plain one of place.

    Args:
        text: the document's text.
        sentence: one of its sentences.
        reference: the reference folder.
    """
    words = place_words(sentence.language, reference)
    return list(_places(text, sentence.tokens, words))


def nearest(places: Sequence[tuple[Place, bool]], start: int, taken: Sequence[tuple[int, int]]) -> Place | None:
    """The place that stands nearest to an offset, plain prepositions first.

    Args:
        places: those of the sentence.
        start: where the trigger begins.
        taken: offsets of actors; a place inside one is theirs.
    """
    free = [
        (place, plain)
        for place, plain in places
        if not any(first <= place.start and place.end <= last for first, last in taken)
    ]
    if not free:
        return None
    # What follows the trigger is nearer than what stands before it.
    return min(free, key=lambda one: (not one[1], abs(one[0].start - start) + _BEHIND * (one[0].start < start)))[0]


def sure_places(readings: Sequence[PlaceHolder]) -> None:
    """Drop names behind weak prepositions (*of*, *from*) that stand nowhere in the document as a plain place.

    A country is a place wherever it stands.
    """
    plain = {_key(place) for reading in readings for place, sure in reading.places if sure}
    for reading in readings:
        reading.places[:] = [
            (place, sure)
            for place, sure in reading.places
            if sure or place.where_prec != _NAMED or _key(place) in plain
        ]


def dateline_place(text: str, segment: Segment, reference: Path = REFERENCE) -> Place | None:
    """The town of a dateline: its first name in capitals that is no agency, by `places.yaml`."""
    if segment.language not in languages(reference, having="places"):
        return None
    words = place_words(segment.language, reference)
    for match in re.finditer(r"[^\W\d_]{2,}(?:[ -][^\W\d_]+)*", text[segment.start : segment.end]):
        if match.group()[0].isupper() and match.group().lower() not in words.not_places:
            start = segment.start + match.start()
            return Place(match.group(), start, start + len(match.group()), _NAMED)
    return None


def _key(place: Place) -> str:
    return place.text.split()[-1].lower()


def _places(text: str, tokens: Sequence[Token], words: PlaceWords) -> Iterator[tuple[Place, bool]]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.lower not in words.prepositions or at + 1 >= len(tokens):
            at += 1
            continue
        name = _name(tokens, at + 1, words)
        if name is None:
            at += 1
            continue
        first, last = name
        if at and tokens[at - 1].lower in words.directions and not tokens[at - 1].has("cap"):
            first = at - 1
        own = tokens[first:last]
        code = precision(
            [one.text for one in own if one.has("cap")],
            [one.text for one in own if not one.has("cap")],
            words,
            near=token.lower in words.near or any(one.lower in words.directions for one in own if not one.has("cap")),
        )
        start, end = tokens[first].start, tokens[last - 1].end
        yield Place(text[start:end], start, end, code), token.lower not in words.weak
        at = last


def _name(tokens: Sequence[Token], first: int, words: PlaceWords) -> tuple[int, int] | None:
    """The tokens of a place name behind a preposition: lower-case cues such as `eastern` or `byen`, then the name."""
    at = first
    while at < len(tokens) and at - first < _LONGEST and not tokens[at].has("cap"):
        if not (tokens[at].lower in words.leads or tokens[at].has("article", "and")):
            return None
        at += 1
    begin = at
    while at < len(tokens) and (_is_place_word(tokens[at]) or (at > begin and _joins(tokens, at))):
        at += 1
    if at == begin or tokens[begin].lower in words.not_places or tokens[begin].has("owner"):
        return None
    if at < len(tokens) and tokens[at].lower in words.tails:
        at += 1
    elif at < len(tokens) and _owns(tokens, at, words):
        return None
    while first < begin and tokens[first].has("article", "and"):
        first += 1
    return first, at


def _is_place_word(token: Token) -> bool:
    return token.has("cap") and not token.has("time")


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether `and` stands between two names: `in Idlib and Homs`."""
    return tokens[at].has("and") and at + 1 < len(tokens) and _is_place_word(tokens[at + 1])


def _owns(tokens: Sequence[Token], behind: int, words: PlaceWords) -> bool:
    """Whether the name is a genitive: `in Russia's view`, `i Diarras bolig`."""
    if tokens[behind].has("genitive"):
        return True
    ends = bool(words.genitive_ending) and tokens[behind - 1].lower.endswith(words.genitive_ending)
    return ends and is_material(tokens[behind]) and tokens[behind - 1].lower not in words.countries


def precision(names: Sequence[str], others: Sequence[str], words: PlaceWords, *, near: bool) -> int:
    """The UCDP precision of a place.

    Args:
        names: the words of its name.
        others: its other words: `eastern`, `province`.
        words: those of its language.
        near: its preposition or a direction before it says that it is beside the place.
    """
    small = [word.lower() for word in names]
    name = " ".join(small).removeprefix("the ")
    whole = name in words.countries or name in words.regions
    # `South` in `South Korea` and `East` in `Middle East` are no part of anything.
    found = {word.lower() for word in others} | ({name} if whole else {*small, name})
    part = next((one for one in words.part_prefixes if not whole and name.startswith(one)), "")
    rest = name if whole else " ".join(word for word in name.removeprefix(part).split() if word not in words.parts)
    country = rest in words.countries
    partly = bool(part) or not words.parts.isdisjoint(found - {name}) or name in words.parts - words.regions
    # The first that holds counts: a province's name says more than the direction before it.
    rules = (
        (bool(found & words.water), _WATER),
        (bool(found & words.division1), _DIVISION1),
        (bool(found & words.division2), _DIVISION2),
        (partly, _REGION if country else _NEAR),
        (bool(found & words.regions), _REGION),
        (country, _COUNTRY),
        (near, _NEAR),
    )
    return next((code for holds, code in rules if holds), _NAMED)
