"""The participants of a mention as they stand in the text: roles, speakers, and names for pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tasks.events.claims import Claim, is_speech_act
from tasks.events.clauses import speakers_of
from tasks.events.grammar import grammar
from tasks.events.mention import Participant
from tasks.events.phrases import Phrase, split_phrase
from tasks.events.reading import Reading
from tasks.events.roles import Roles
from tasks.events.triggers import Trigger
from tasks.settings import REFERENCE


def find_participants(
    text: str,
    reading: Reading,
    paragraph: Sequence[Reading],
    reference: Path = REFERENCE,
    *,
    trigger: Trigger,
    roles: Roles,
) -> tuple[Participant, ...]:
    """Actors, recipients and claimants of a trigger, in this order.

    Args:
        text: the document's text.
        reading: the sentence.
        paragraph: all sentences of its paragraph, for the speaker of a quotation.
        reference: the reference folder.
        trigger: one of the sentence's triggers.
        roles: the phrases that take part in it.
    """
    actors = _all(text, reading, "actor", roles.actors)
    recipients = _all(text, reading, "recipient", roles.recipients)
    speakers = _speakers(text, reading, paragraph, trigger)
    spoken = is_speech_act(trigger.event_type, reading.text.language, reference)
    if spoken:
        # Acts that are condemned, praised or denied are no recipients; people and states are.
        recipients = _all(
            text, reading, "recipient", [one for one in roles.recipients if known(reading, one, reference)]
        )
    if spoken and not actors:
        # Who speaks a speech act does it.
        actors = [Participant("actor", one.text, one.start, one.end, one.via) for one in speakers]
        speakers = []
    claimants = [one for one in speakers if not any(_overlap(one, actor) for actor in actors)]
    recipients = [one for one in recipients if not any(_overlap(one, actor) for actor in actors)]
    return tuple(dict.fromkeys((*actors, *recipients, *claimants)))


def known(reading: Reading, phrase: Phrase, reference: Path = REFERENCE) -> bool:
    """Whether a phrase holds a name or a group of people that `roles.yaml` knows."""
    groups = grammar(reading.text.language, reference).known_groups
    tokens = reading.text.tokens[phrase.first : phrase.last]
    return any(token.has("cap", "owner") or token.lower in groups for token in tokens)


def names(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase holds a name."""
    return any(token.has("cap") for token in reading.text.tokens[phrase.first : phrase.last])


def _all(text: str, reading: Reading, role: str, phrases: Sequence[Phrase]) -> list[Participant]:
    found = (_participant(text, reading, role, phrase) for phrase in phrases)
    return [one for one in found if one is not None]


def _participant(text: str, reading: Reading, role: str, phrase: Phrase) -> Participant | None:
    first = reading.text.tokens[phrase.first]
    if phrase.last - phrase.first == 1 and not first.has("cap"):
        if first.has("third"):
            return _person(text, reading, role)
        if first.has("pron", "det", "number"):
            return None
    start, end = reading.span(phrase)
    return Participant(role, text[start:end], start, end)


def _person(text: str, reading: Reading, role: str) -> Participant | None:
    """The person spoken of last, for *he* and *she*."""
    if reading.person is None:
        return None
    return Participant(role, text[slice(*reading.person)], *reading.person, "pronoun")


def _speakers(text: str, reading: Reading, paragraph: Sequence[Reading], trigger: Trigger) -> list[Participant]:
    claim = _claim_of(reading, trigger)
    if claim is not None:
        return _named(text, reading, claim)
    stated = _all(text, reading, "claimant", speakers_of(reading, trigger))
    if stated:
        return stated
    if not reading.quoted:
        return []
    here = reading.text.number
    # The speaker stands behind the quotation more often than before it.
    for other in sorted(paragraph, key=lambda one: (one.text.number < here, abs(one.text.number - here))):
        for own in other.claims:
            return _named(text, other, own)
    return []


def _claim_of(reading: Reading, trigger: Trigger) -> Claim | None:
    fitting = [claim for claim in reading.claims if _covers(reading, claim, trigger)]
    return min(fitting, key=lambda claim: abs(claim.at - trigger.first), default=None)


def _covers(reading: Reading, claim: Claim, trigger: Trigger) -> bool:
    """Whether a claim speaks of a trigger: of what follows it, and of what precedes it where a comma parts them."""
    first = min(claim.phrase.first, claim.at)
    if claim.phrase.first <= trigger.first < claim.phrase.last:
        return False
    if claim.whole or trigger.first > first:
        return True
    return first > 0 and reading.text.tokens[first - 1].has("punct")


def _named(text: str, reading: Reading, claim: Claim) -> list[Participant]:
    if claim.pronoun:
        third = reading.text.tokens[claim.phrase.first].has("third")
        person = _person(text, reading, "claimant") if third else None
        return [] if person is None else [person]
    parts = split_phrase(reading.text.tokens, claim.phrase)
    return [Participant("claimant", text[slice(*reading.span(part))], *reading.span(part)) for part in parts]


def _overlap(one: Participant, other: Participant) -> bool:
    return one.start < other.end and other.start < one.end
