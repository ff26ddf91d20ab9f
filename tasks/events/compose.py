"""One mention out of a trigger and all that was read around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.dates.edtf import bounds
from tasks.events.claims import is_speech_act
from tasks.events.clauses import clause_of, with_clause
from tasks.events.cues import contexts_around, mode_of
from tasks.events.draft import Draft
from tasks.events.grammar import is_definite
from tasks.events.identity import mention_id
from tasks.events.mention import Casualty, Mention, Participant
from tasks.events.modality import tells_of_past
from tasks.events.owners import share_casualties
from tasks.events.participants import find_participants, known
from tasks.events.reading import Reading
from tasks.events.roles import Roles, find_roles
from tasks.events.triggers import TAKEN, Trigger
from tasks.events.when import When, find_when
from tasks.events.where import Place, nearest
from tasks.events.whether import modality, polarity
from tasks.settings import REFERENCE
from tasks.text.document import Document


@dataclass(frozen=True, slots=True)
class _Act:
    trigger: Trigger
    roles: Roles
    others: tuple[Trigger, ...] = ()
    casualties: tuple[Casualty, ...] = ()


def compose(
    document: Document, reading: Reading, paragraph: Sequence[Reading], reference: Path = REFERENCE
) -> Iterator[Draft]:
    """The mentions of one sentence, their dates and places as far as the sentence gives them.

    Args:
        document: the text.
        reading: the sentence.
        paragraph: all sentences of its paragraph, for the speaker of a quotation.
        reference: the reference folder.
    """
    if not reading.triggers:
        return
    acts = [_act(reading, trigger, others, reference) for trigger, others in reading.triggers]
    acts = [act for act in acts if _counts(reading, act, reference)]
    triggers = [act.trigger for act in acts]
    shares = share_casualties(
        document.text, reading, [(act.trigger, act.others, act.roles.recipients) for act in acts], reference
    )
    for act, casualties in zip(acts, shares, strict=True):
        when = _when(document, reading, act.trigger, triggers)
        whole = replace(act, casualties=casualties)
        yield _draft(document, (reading, paragraph), whole, when, reference)


def _act(reading: Reading, trigger: Trigger, others: tuple[Trigger, ...], reference: Path) -> _Act:
    """A trigger with its roles; those that it lacks come from the other words for the same event."""
    every = [one for main, more in reading.triggers for one in (main, *more)]
    roles = find_roles(reading.text, trigger, every, reference)
    for other in others:
        more = find_roles(reading.text, other, every, reference)
        roles = Roles(
            actors=roles.actors or more.actors,
            recipients=roles.recipients or more.recipients,
            weapon=roles.weapon or more.weapon,
            passive=roles.passive,
        )
    return _Act(trigger, with_clause(reading, trigger, roles, reference), others)


def _counts(reading: Reading, act: _Act, reference: Path) -> bool:
    """Whether a weak trigger is one here; where something was learned, it has decided that."""
    weak = act.trigger.entry.weak and act.trigger.probability is None
    return not weak or _known_takes_part(reading, act.roles, reference)


def _known_takes_part(reading: Reading, roles: Roles, reference: Path) -> bool:
    return any(known(reading, phrase, reference) for phrase in (*roles.actors, *roles.recipients))


def _draft(
    document: Document, read: tuple[Reading, Sequence[Reading]], act: _Act, when: When | None, reference: Path
) -> Draft:
    reading, paragraph = read
    trigger, sentence = act.trigger, reading.text
    start, end = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end
    participants = find_participants(document.text, reading, paragraph, reference, trigger=trigger, roles=act.roles)
    spoken = is_speech_act(trigger.event_type, sentence.language, reference)
    place = None if spoken else _where(reading, start, participants)
    written = bounds(document.published)[1] if document.published else None
    mention = Mention(
        mention_id=mention_id(document.doc_id, start, end, trigger.event_type),
        segment_no=sentence.segment_no,
        language=sentence.language,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        trigger_start=start,
        trigger_end=end,
        event_type=trigger.event_type,
        event_mode=trigger.mode or mode_of(trigger.event_type, sentence, reference),
        contexts=contexts_around(reading, trigger, reference),
        weapon=None if act.roles.weapon is None else document.text[slice(*reading.span(act.roles.weapon))],
        place_text=None,
        place_start=None,
        place_end=None,
        where_prec=None,
        event_date=None,
        date_start=None,
        date_end=None,
        date_prec=None,
        date_basis=None,
        date_text=None,
        polarity=polarity(reading, trigger, reference),
        modality=modality(reading, trigger, None if when is None else when.date_start, written, reference),
        confidence=_confidence(trigger, participants, when, place),
        participants=participants,
        casualties=act.casualties,
        reader=trigger.reader,
        reasons=_reasons(reading, trigger),
    )
    return Draft(
        mention=mention,
        number=sentence.number,
        when=when,
        place=place,
        spoken=spoken,
        past=tells_of_past(sentence, reference),
        points_back=trigger.noun and is_definite(sentence, trigger.first, reference),
        reading=reading,
        trigger=trigger,
    )


def _when(document: Document, reading: Reading, trigger: Trigger, triggers: Sequence[Trigger]) -> When | None:
    tokens = reading.text.tokens
    others = [(tokens[one.first].start, tokens[one.last - 1].end) for one in triggers if one is not trigger]
    own = (tokens[trigger.first].start, tokens[trigger.last - 1].end)
    return find_when(reading.text, own, others, reading.times, document.published)


def _where(reading: Reading, start: int, participants: Sequence[Participant]) -> Place | None:
    # Where an actor or a speaker comes from is not where it happened.
    taken = [(one.start, one.end) for one in participants if one.role != "recipient"]
    return nearest(reading.places, start, taken)


def _confidence(trigger: Trigger, participants: Sequence[Participant], when: When | None, place: Place | None) -> float:
    """How sure the reading is, 0 to 1: the probability that was learned, where it was.

    Else 0.5 for the trigger (0.4 where it is weak, 0.6 where it is a phrase), and 0.1 each for an actor, a recipient,
    a date in the sentence, and a place in it.
    """
    if trigger.probability is not None:
        return round(trigger.probability, 2)
    base = 0.4 if trigger.entry.weak else 0.6 if len(trigger.entry.steps) > 1 else 0.5
    roles = {one.role for one in participants}
    extras = sum(("actor" in roles, "recipient" in roles, when is not None, place is not None))
    return round(min(1.0, base + 0.1 * extras), 2)


def _reasons(reading: Reading, trigger: Trigger) -> tuple[str, ...]:
    """Why it is a mention, in words that can be printed."""
    verdict = next((one.verdict for one in reading.sightings if one.trigger.first == trigger.first), TAKEN)
    found = [f"reader: {trigger.reader}", f"entry: {trigger.entry.notation} ({trigger.event_type})"]
    if verdict != TAKEN:
        found.append(f"against: {verdict}")
    if trigger.known is not None:
        found.append("coded before: {} of {}".format(*trigger.known))
    clause = clause_of(reading, trigger)
    if clause is not None:
        found.append(f"clause: {clause.relation} {clause.predicate.kind}")
    return tuple(found)
