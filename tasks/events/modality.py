"""Whether the text says that it happened: polarity and modality of a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.tokens import Text, Token
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

_REACH = 9
_BEHIND = 3
_DENIAL = 14
_RULED_OUT = 6


@dataclass(frozen=True, slots=True)
class _Words:
    negative: frozenset[tuple[str, ...]]
    not_negative: frozenset[tuple[str, ...]]
    denied: frozenset[tuple[str, ...]]
    ruled_out: frozenset[tuple[str, ...]]
    ahead: frozenset[tuple[str, ...]]
    follows: bool
    planned: frozenset[tuple[str, ...]]
    possible: frozenset[tuple[str, ...]]
    leads_to: frozenset[str]
    past: frozenset[tuple[str, ...]]
    hearsay: frozenset[tuple[str, ...]]


def polarity_of(sentence: Text, first: int, last: int, *, verb: bool, reference: Path = REFERENCE) -> str:
    """`negative` where a word of denial stands in the trigger's clause, else `positive`.

    Args:
        sentence: the sentence.
        first, last: the trigger's tokens, `last` exclusive.
        verb: whether the trigger is a verb; only then does a word of denial right behind it count.
        reference: the reference folder.
    """
    words = _words(sentence.language, reference)
    tokens = sentence.tokens
    start = _clause_start(tokens, first)
    if not verb:
        # What is not done *in* or *after* an event leaves the event as it is.
        start = next((at for at in range(first - 1, start, -1) if _parts(tokens[at], words)), start)
    if _negated(tokens, start, first, words):
        return "negative"
    if _denied(tokens, first, words) or is_ruled_out(sentence, first, reference):
        return "negative"
    if not words.follows:
        return "positive"
    behind = min(len(tokens), last + _BEHIND)
    stop = next((at for at in range(last, behind) if tokens[at].has("punct", "prep", "and", "sub")), behind)
    return "negative" if verb and _negated(tokens, last, stop, words) else "positive"


def modality_of(sentence: Text, first: int, *, noun: bool, reference: Path = REFERENCE) -> str:
    """`planned`, `possible` or `actual`, by the auxiliaries and verbs before the trigger at token `first`."""
    words = _words(sentence.language, reference)
    tokens = sentence.tokens
    start = _clause_start(tokens, first)
    if _found(tokens, start, first, words.hearsay):
        return "actual"
    if _found(tokens, start, first, words.possible):
        return "possible"
    if _found(tokens, start, first, words.planned):
        return "planned"
    if not noun and first and words.leads_to and tokens[first - 1].has("inf"):
        window = tokens[max(start, first - 4) : first - 1]
        if any(token.lower in words.leads_to for token in window):
            return "planned"
    return "actual"


def is_ruled_out(sentence: Text, first: int, reference: Path = REFERENCE) -> bool:
    """Whether words before the trigger say that it will not come to it: `no chance that he will resign`."""
    words = _words(sentence.language, reference)
    return _last(sentence.tokens, max(0, first - _RULED_OUT), first, words.ruled_out) is not None


def looks_ahead(sentence: Text, first: int, reference: Path = REFERENCE) -> bool:
    """Whether the phrase of an event noun stands behind a preposition that looks ahead: `ahead of the visit`."""
    words, tokens = _words(sentence.language, reference), sentence.tokens
    at = first - 1
    while at >= max(0, first - _REACH) and not tokens[at].has("punct", "verb", "aux", "sub", "rel", "and"):
        if tokens[at].has("prep"):
            return any(
                tuple(token.lower for token in tokens[max(0, at + 1 - size) : at + 1]) in words.ahead
                for size in (1, 2, 3)
            )
        at -= 1
    return False


def tells_of_past(sentence: Text, reference: Path = REFERENCE) -> bool:
    """Whether a sentence tells of what has long been or often was, so that no day is meant."""
    return _found(sentence.tokens, 0, len(sentence.tokens), _words(sentence.language, reference).past)


def _clause_start(tokens: Sequence[Token], first: int) -> int:
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if (
            tokens[at].text in ",;:“”«»–"
            or tokens[at].has("rel")
            or (tokens[at].has("sub") and not tokens[at].has("prep", "adv"))
        ):
            return at
        if tokens[at].has("and") and at + 1 < first and not tokens[at + 1].has("inf"):
            return at
    return max(0, first - _REACH)


def _denied(tokens: Sequence[Token], first: int, words: _Words) -> bool:
    """Whether the trigger stands in what somebody denies: `denied that its troops had attacked`."""
    at = _last(tokens, max(0, first - _DENIAL), first, words.denied)
    if at is None or any(token.has("punct") for token in tokens[at:first]):
        return False
    return not _negated(tokens, _clause_start(tokens, at), at + _BEHIND, words)


def _parts(token: Token, words: _Words) -> bool:
    return token.has("prep") and (token.lower,) not in words.negative


def _negated(tokens: Sequence[Token], start: int, stop: int, words: _Words) -> bool:
    """Whether a word of denial stands there, outside names and phrases such as `not only`."""
    at = _last(tokens, start, stop, words.negative)
    if at is None or tokens[at].has("cap"):
        return False
    return tuple(token.lower for token in tokens[at : at + 2]) not in words.not_negative


def _last(tokens: Sequence[Token], start: int, stop: int, phrases: frozenset[tuple[str, ...]]) -> int | None:
    """Where the last of the phrases between two tokens begins."""
    for at in range(min(stop, len(tokens)) - 1, start - 1, -1):
        for size in (1, 2, 3):
            if at + size <= stop and tuple(token.lower for token in tokens[at : at + size]) in phrases:
                return at
    return None


def _found(tokens: Sequence[Token], start: int, stop: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = [token.lower for token in tokens[start:stop]]
    return any(tuple(words[at : at + size]) in phrases for size in (1, 2, 3) for at in range(len(words) - size + 1))


@cache
def _words(language: str, reference: Path) -> _Words:
    data = language_file(language, "modality", reference)

    def phrases(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(str(words).split()) for words in data.get(name, ()))

    return _Words(
        negative=phrases("negative"),
        not_negative=phrases("not_negative"),
        denied=phrases("denied"),
        ruled_out=phrases("ruled_out"),
        ahead=phrases("ahead"),
        follows=bool(data.get("negation_follows")),
        planned=phrases("planned"),
        possible=phrases("possible"),
        leads_to=frozenset(data["planned_infinitive"]),
        past=phrases("past"),
        hearsay=phrases("hearsay_have"),
    )
