"""How many: the stated figures of people in a sentence, with what happened to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.mention import Casualty
from tasks.events.tokens import Text, Token
from tasks.settings import REFERENCE
from tasks.text.numbers import find_amounts
from tasks.text.reference import language_file

_NOUN_REACH = 5
_KIND_REACH = 9
_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class _Words:
    vague: Mapping[tuple[str, ...], int]
    exact: Mapping[tuple[str, ...], int]
    at_least: frozenset[tuple[str, ...]]
    at_most: frozenset[tuple[str, ...]]
    kinds: Mapping[tuple[str, ...], str]
    subject_only: frozenset[str]
    groups: Mapping[tuple[str, ...], str]
    people: frozenset[str]
    not_people: frozenset[str]
    victims: frozenset[tuple[str, ...]]
    among: frozenset[str]
    counted_links: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity: its tokens, its bounds and the noun that it counts."""

    first: int
    last: int
    low: int | None
    high: int | None
    group: str
    counted: bool
    sure: bool


def find_casualties(
    text: str, sentence: Text, reference: Path = REFERENCE, solved: Sequence[tuple[int, int]] = ()
) -> list[Casualty]:
    """The casualty figures of a sentence, left to right. Figures of things, days, ages and money are none.

    Args:
        text: the document's text.
        sentence: one of its sentences.
        reference: the reference folder.
        solved: offsets of words that tell what happened to people who are known already.
    """
    words = _words(sentence.language, reference)
    kinds = [
        one
        for one in _kinds(sentence.tokens, words)
        if not any(
            start < sentence.tokens[min(one[1], len(sentence.tokens)) - 1].end and sentence.tokens[one[0]].start < end
            for start, end in solved
        )
    ]
    if not kinds and not _victims(sentence.tokens, words):
        return []
    figures = list(_figures(text, sentence, words, reference))
    found = []
    for number, figure in enumerate(figures):
        kind, among = _kind(sentence.tokens, figures, number, kinds, words)
        if kind is None:
            continue
        start, end = sentence.tokens[figure.first].start, sentence.tokens[figure.last - 1].end
        high = None if among else figure.high
        found.append(Casualty(kind, figure.group, figure.low, high, text[start:end], start, end))
    return found


def _figures(text: str, sentence: Text, words: _Words, reference: Path) -> Iterator[_Figure]:
    tokens = sentence.tokens
    numbers = {
        number.start + sentence.start: number
        for number in find_amounts(text[sentence.start : sentence.end], sentence.language, reference)
    }
    ends = {token.end for token in tokens}
    at = 0
    while at < len(tokens):
        size, low, high, sure = _quantity(tokens, at, words)
        last = at + size
        number = numbers.get(tokens[at].start)
        if number is not None and sentence.start + number.end > tokens[max(last - 1, at)].end:
            size = 0
        if number is not None and not size and sentence.start + number.end not in ends:
            # `a 17-year-old`, `a two-star general`: a part of a word counts nobody.
            at += 1
            continue
        if not size and number is not None and number.high <= _MOST and number.low == int(number.low):
            last = at
            while last < len(tokens) and tokens[last].start < sentence.start + number.end:
                last += 1
            low, high = int(number.low), int(number.high)
            # `en`, `one` are words of other kinds as well.
            sure = not (number.in_words and number.high == 1)
        elif not size:
            at += 1
            continue
        if tokens[at].has("time"):
            at = last
            continue
        first, low, high = _bounded(tokens, at, low, high, words)
        end, group, counted, refused = _noun(tokens, last, words)
        if not refused:
            # "No one was hurt" counts people without naming any.
            people = counted or low == high == 0
            yield _Figure(first, end if counted else last, low, high, group, people, sure)
        at = max(last, end if counted else last)


def _quantity(tokens: Sequence[Token], at: int, words: _Words) -> tuple[int, int | None, int | None, bool]:
    for size in (4, 3, 2, 1):
        phrase = tuple(token.lower for token in tokens[at : at + size])
        if phrase in words.vague:
            return size, words.vague[phrase], None, True
        counted = any(token.has("number") for token in tokens[at + size : at + size + 2])
        if phrase in words.exact and not (size == 1 and counted):
            return size, words.exact[phrase], words.exact[phrase], False
    return 0, 0, None, False


def _bounded(
    tokens: Sequence[Token], first: int, low: int | None, high: int | None, words: _Words
) -> tuple[int, int | None, int | None]:
    """The bounds with `at least`, `up to` and the like before the number."""
    for size in (3, 2, 1):
        before = tuple(token.lower for token in tokens[max(0, first - size) : first])
        if len(before) < size:
            continue
        if before in words.at_least:
            return first - size, low, None
        if before in words.at_most and high is not None:
            return first - size, None, high
    return first, low, high


def _noun(tokens: Sequence[Token], last: int, words: _Words) -> tuple[int, str, bool, bool]:
    """Behind the counted noun, its group, whether people are counted, and whether something else is."""
    for at in range(last, min(len(tokens), last + _NOUN_REACH)):
        token = tokens[at]
        if at > last and (token.has("number") or (token.lower,) in words.kinds) and token.lower not in words.people:
            break
        if token.lower in words.not_people:
            return last, "", False, True
        for size in (2, 1):
            phrase = tuple(one.lower for one in tokens[at : at + size])
            if phrase in words.groups:
                return at + size, words.groups[phrase], True, False
        if token.lower in words.people:
            return at + 1, "", True, False
        if token.has("punct", "aux", "sub", "rel", "and", "inf", "verb", "time") or (
            token.has("prep") and token.lower not in words.counted_links
        ):
            break
    return last, "", False, False


def _kinds(tokens: Sequence[Token], words: _Words) -> list[tuple[int, int, str]]:
    found = []
    for at in range(len(tokens)):
        for size in (3, 2, 1):
            phrase = tuple(token.lower for token in tokens[at : at + size])
            if phrase in words.kinds:
                found.append((at, at + size, words.kinds[phrase]))
                break
    return found


def _kind(
    tokens: Sequence[Token], figures: Sequence[_Figure], number: int, kinds: list[tuple[int, int, str]], words: _Words
) -> tuple[str | None, bool]:
    """What happened to the counted people, and whether they are only some of those."""
    figure = figures[number]
    gaps = [(_gap(tokens, figures, figure, one, words), one[2]) for one in kinds]
    best = min(((gap, kind) for gap, kind in gaps if gap is not None), default=None, key=lambda one: one[0])
    among = any(tokens[at].lower in words.among for at in range(max(0, figure.first - 3), figure.first))
    if best is not None and best[0] <= _KIND_REACH + 3:
        return best[1], among
    if among and number and figure.counted:
        before, _ = _kind(tokens, figures, number - 1, kinds, words)
        return before, True
    if figure.counted and _victims(tokens, words):
        return "killed", True
    return None, False


def _gap(
    tokens: Sequence[Token],
    figures: Sequence[_Figure],
    figure: _Figure,
    told: tuple[int, int, str],
    words: _Words,
) -> int | None:
    """How far a figure is from a word that tells what happened; None where the two cannot belong together."""
    first, last, _ = told
    if figure.first <= first < figure.last:
        return 0
    behind = first >= figure.last
    between = range(figure.last, first) if behind else range(last, figure.first)
    gap = len(between)
    if gap > _KIND_REACH or any(tokens[at].text in ";:." for at in between):
        return None
    if not behind and gap and tokens[first].lower in words.subject_only:
        return None
    if not figure.counted and not (figure.sure and _touches(tokens, between)):
        return None
    gap += 6 * sum(other.first in between for other in figures)
    gap += 3 * sum(tokens[at].text == "," or tokens[at].has("sub", "rel") for at in between)
    return gap + 2 * sum(tokens[at].has("and") for at in between)


def _touches(tokens: Sequence[Token], between: range) -> bool:
    """Whether only auxiliaries and adverbs stand between a bare number and the word for what happened."""
    return all(tokens[at].has("aux", "adv", "det") for at in between)


def _victims(tokens: Sequence[Token], words: _Words) -> bool:
    lower = [token.lower for token in tokens]
    return any(tuple(lower[at : at + size]) in words.victims for size in (1, 2) for at in range(len(lower) - size + 1))


@cache
def _words(language: str, reference: Path) -> _Words:
    data = language_file(language, "casualties", reference)

    def phrase(words: object) -> tuple[str, ...]:
        return tuple(re.findall(r"\S+", str(words)))

    return _Words(
        vague={phrase(words): low for words, low in data["vague"].items()},
        exact={phrase(words): value for words, value in data["exact"].items()},
        at_least=frozenset(map(phrase, data["at_least"])),
        at_most=frozenset(map(phrase, data["at_most"])),
        kinds={phrase(words): kind for kind, listed in data["kinds"].items() for words in listed},
        subject_only=frozenset(data["subject_only"]),
        groups={phrase(words): group for group, listed in data["groups"].items() for words in listed},
        people=frozenset(data["people"]),
        not_people=frozenset(data["not_people"]),
        victims=frozenset(map(phrase, data["victims"])),
        among=frozenset(data["among"]),
        counted_links=frozenset(data["counted_links"]),
    )
