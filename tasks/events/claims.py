"""Who says it: the claimants of a sentence, and the speaker of a quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.grammar import grammar
from tasks.events.phrases import Phrase, left_phrase, right_phrase
from tasks.events.tokens import Text, Token, is_quote
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

_QUOTES = '“”"«»'


@dataclass(frozen=True, slots=True)
class Claim:
    """A speaker: the phrase that names them, and the token of the verb or preposition that makes them one.

    `whole`: it speaks of the whole sentence (*according to*).
    """

    phrase: Phrase
    at: int
    pronoun: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class _Attribution:
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    not_after: frozenset[str]
    not_speakers: frozenset[str]
    dashes: frozenset[str]
    speech_acts: frozenset[str]


def find_claims(sentence: Text, stops: Sequence[int], reference: Path = REFERENCE) -> list[Claim]:
    """The claimants that a sentence names, left to right.

    Args:
        sentence: the sentence.
        stops: the first tokens of its triggers; the name of a claimant never runs over one.
        reference: the reference folder.
    """
    words = _attribution(sentence.language, reference)
    links = grammar(sentence.language, reference).links
    tokens, claims = sentence.tokens, []
    for at, token in enumerate(tokens):
        stop = min((first for first in stops if first > at), default=len(tokens))
        phrase: Phrase | None = None
        forms = words.according.get(token.lower, ())
        named = next((form for form in forms if _stands(tokens, at, form)), None)
        if named is not None:
            phrase = right_phrase(tokens, at + len(named), links, stop)
        elif token.has("report") and at not in stops:
            phrase = _speaker(tokens, at, words, links, stop)
        if phrase is None or tokens[phrase.first].lower in words.not_speakers:
            continue
        if all(one.has("det", "number") and not one.has("cap") for one in tokens[phrase.first : phrase.last]):
            continue
        pronoun = phrase.last - phrase.first == 1 and tokens[phrase.first].has("pron")
        if pronoun and not tokens[phrase.first].has("third", "first"):
            continue
        claims.append(Claim(phrase, at, pronoun, named is not None))
    return claims


def quoted(sentences: Sequence[Text], reference: Path = REFERENCE) -> list[bool]:
    """Which sentences of a paragraph stand wholly or partly in a quotation."""
    inside = bool(sentences) and _begins_with_dash(sentences[0], reference)
    dash, result = inside, []
    for sentence in sentences:
        marks = [token.text for token in sentence.tokens if is_quote(token)]
        result.append(dash or inside or _long_quote(sentence))
        for mark in marks:
            inside = mark in "“«" if mark != '"' else not inside
    return result


def is_speech_act(event_type: str, language: str, reference: Path = REFERENCE) -> bool:
    """Whether a type of event is done by speaking, so that its own speaker is no claimant."""
    return event_type in _attribution(language, reference).speech_acts


def _long_quote(sentence: Text) -> bool:
    """Whether a quotation in the sentence is more than a word or two."""
    opened = None
    for index, token in enumerate(sentence.tokens):
        if not is_quote(token):
            continue
        if opened is not None and index - opened > 5:  # noqa: PLR2004 - shorter ones are names and single words
            return True
        opened = index if opened is None else None
    return opened is not None and len(sentence.tokens) - opened > 5  # noqa: PLR2004 - as above


def _begins_with_dash(sentence: Text, reference: Path) -> bool:
    return bool(sentence.tokens) and sentence.tokens[0].text in _attribution(sentence.language, reference).dashes


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in tokens[at : at + len(words)]) == words


def _speaker(tokens: Sequence[Token], at: int, words: _Attribution, links: frozenset[str], stop: int) -> Phrase | None:
    before = tokens[at - 1] if at else None
    if before is not None and before.lower in words.not_after:
        return None
    follows = before is None or before.text == "," or before.text in _QUOTES or before.text in words.dashes
    apposed = _apposed(tokens, at, links) if follows else None
    if apposed is not None:
        return apposed
    if follows:
        return _name_behind(tokens, right_phrase(tokens, at + 1, links, stop), links, stop)
    first = at
    while first and tokens[first - 1].has("aux", "adv") and not tokens[first - 1].has("det", "cap"):
        first -= 1
    if any(token.has("passive") for token in tokens[first:at]):
        return None
    return left_phrase(tokens, first, links) or _parted_speaker(tokens, first, links)


def _apposed(tokens: Sequence[Token], verb: int, links: frozenset[str]) -> Phrase | None:
    """The name at the beginning of `X, head of Y, said`; None where no such apposition stands before the verb."""
    opening = next((at for at in range(verb - 2, 0, -1) if tokens[at].text == ","), None)
    if opening is None or tokens[verb - 1].text != ",":
        return None
    if any(token.has("aux", "verb", "report", "inf", "punct") for token in tokens[opening + 1 : verb - 1]):
        return None
    name = left_phrase(tokens, opening, links)
    named = name is not None and name.first == 0 and any(one.has("cap") for one in tokens[name.first : name.last])
    return name if named else None


def _name_behind(tokens: Sequence[Token], phrase: Phrase | None, links: frozenset[str], stop: int) -> Phrase | None:
    """The name where it stands behind what somebody is: `said the head of Y, X`."""
    if phrase is None or tokens[phrase.first].has("cap") or phrase.last + 1 >= stop:
        return phrase
    named = tokens[phrase.last].text == "," and tokens[phrase.last + 1].has("cap")
    return (right_phrase(tokens, phrase.last + 1, links, stop) or phrase) if named else phrase


def _parted_speaker(tokens: Sequence[Token], verb: int, links: frozenset[str]) -> Phrase | None:
    """The speaker where a relative pronoun stands before the verb: `X, who said`."""
    if verb and tokens[verb - 1].has("rel"):
        return left_phrase(tokens, verb - 2 if verb > 1 and tokens[verb - 2].text == "," else verb - 1, links)
    return None


@cache
def _attribution(language: str, reference: Path) -> _Attribution:
    data = language_file(language, "attribution", reference)
    return _Attribution(
        according={
            first: tuple(tuple(form) for form in data["according"] if form[0] == first)
            for first in {form[0] for form in data["according"]}
        },
        not_after=frozenset(data["not_reporting_after"]),
        not_speakers=frozenset(data["not_speakers"]),
        dashes=frozenset(data["dash_quotes"]),
        speech_acts=frozenset(data["speech_acts"]),
    )
