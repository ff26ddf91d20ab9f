"""Noun phrases of a sentence without a parser: runs of words between those that cannot stand in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.events.tokens import Token, is_quote

_LONGEST = 14
# What no noun phrase runs over.
_PLAIN_WORD = ("punct", "prep", "aux", "sub", "rel", "inf", "verb", "report", "time", "and", "adv", "light")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens from `first` up to `last`, exclusive."""

    first: int
    last: int


def is_material(token: Token) -> bool:
    """Whether the token can stand inside a noun phrase."""
    if token.has("rel"):
        return False
    if token.has("cap", "number", "genitive", "det", "owner") and not token.has("time"):
        return not token.has("aux", "report", "inf") or token.has("cap")
    return not token.has(*_PLAIN_WORD, "pron")


def left_phrase(tokens: Sequence[Token], end: int, links: frozenset[str], barrier: int = 0) -> Phrase | None:
    """The noun phrase that ends right before `end`, with the prepositions in `links` inside; None where none does.

    Args:
        tokens: the sentence.
        end: index behind the phrase.
        links: prepositions that may join two parts of it.
        barrier: the phrase begins no earlier than here.
    """
    at = end - 1
    while at >= barrier and (tokens[at].has("adv") and not tokens[at].has("cap", "det")):
        at -= 1
    stop, first = at + 1, at + 1
    while at >= barrier and stop - at <= _LONGEST:
        token = tokens[at]
        if token.text == ")" and at - 2 >= barrier and tokens[at - 2].text == "(":
            # An abbreviation behind a name.
            first, at = at - 2, at - 3
            continue
        if token.has("pron") and not token.has("cap", "det"):
            if first == stop:
                return Phrase(at, at + 1)
            break
        if is_material(token) or (is_quote(token) and first != stop and token.text in '“«"'):
            first = at
            at -= 1
            continue
        inside = at - 1 >= barrier and is_material(tokens[at - 1]) and first == at + 1 and first < stop
        if inside and (token.has("and") or (token.has("prep") and token.lower in links)):
            at -= 1
            continue
        if inside and token.text == "," and _in_list(tokens, at, stop):
            at -= 1
            continue
        break
    first = _without_lead(tokens, first, stop)
    return Phrase(first, stop) if first < stop else None


def right_phrase(
    tokens: Sequence[Token], start: int, links: frozenset[str], barrier: int, *, pair: bool = False
) -> Phrase | None:
    """The noun phrase that begins at `start`, after adverbs; None where none does.

    Arguments as in `left_phrase`; `pair`: it is one of two parties, so that `and` always joins it with the other.
    """
    at = _skip_adverbs(tokens, start, barrier)
    first, last = at, at
    named = False
    while at < barrier and at - first <= _LONGEST:
        token = tokens[at]
        if token.has("pron") and not token.has("det", "cap"):
            return Phrase(at, at + 1) if last == first else Phrase(first, last)
        if is_material(token):
            if named and token.has("det") and not token.has("cap", "number"):
                break
            named = named or not token.has("det", "number", "owner")
            at += 1
            last = at
            continue
        if token.text == "(" and at + 2 < barrier and tokens[at + 2].text == ")" and last > first:
            at += 3
            last = at
            continue
        joins = at + 1 < barrier and last == at and last > first and is_material(tokens[at + 1])
        if joins and (token.has("and") or (token.has("prep") and token.lower in links)):
            if token.has("and") and not pair and _begins_clause(tokens, at + 1, barrier):
                break
            named = False
            at += 1
            continue
        if joins and token.text == "," and _list_ahead(tokens, at, barrier):
            named = False
            at += 1
            continue
        break
    return Phrase(first, last) if last > first else None


def _skip_adverbs(tokens: Sequence[Token], at: int, barrier: int) -> int:
    while at < barrier and (is_quote(tokens[at]) or (tokens[at].has("adv") and not tokens[at].has("det", "cap"))):
        at += 1
    return at


def split_phrase(tokens: Sequence[Token], phrase: Phrase) -> list[Phrase]:
    """The coordinated members of a phrase: `syriske og russiske fly` gives `syriske` and `russiske fly`."""
    parts, first = [], phrase.first
    for at in range(phrase.first, phrase.last):
        if tokens[at].has("and", "both") or tokens[at].text == ",":
            if at > first:
                parts.append(Phrase(first, at))
            first = at + 1
    if phrase.last > first:
        parts.append(Phrase(first, phrase.last))
    return parts or [phrase]


def _without_lead(tokens: Sequence[Token], first: int, stop: int) -> int:
    while first < stop and (tokens[first].has("prep", "and", "genitive") or tokens[first].has("punct")):
        first += 1
    return first


def _in_list(tokens: Sequence[Token], comma: int, stop: int) -> bool:
    """Whether a comma to the left joins members of a list that ends in `and`."""
    return any(tokens[at].has("and") for at in range(comma + 1, min(stop, comma + 8)))


def _list_ahead(tokens: Sequence[Token], comma: int, barrier: int) -> bool:
    for at in range(comma + 1, min(barrier, comma + 6)):
        if tokens[at].has("and"):
            return at - comma > 1
        if not is_material(tokens[at]):
            return False
    return False


def _begins_clause(tokens: Sequence[Token], start: int, barrier: int) -> bool:
    """Whether a finite verb follows the next noun phrase, so that `and` joins clauses."""
    at = start
    while at < barrier and is_material(tokens[at]):
        at += 1
    return at < barrier and tokens[at].has("aux", "verb", "report")
