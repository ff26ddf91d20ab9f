"""Coded mentions that no trigger of ours finds, as drafts: their parties teach as much as those of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from tasks.events.claims import is_speech_act
from tasks.events.clauses import with_clause
from tasks.events.condition import Condition
from tasks.events.draft import Draft, Scene
from tasks.events.grammar import is_definite
from tasks.events.learned.parties_frame import word_at
from tasks.events.lexicon import Entry
from tasks.events.mention import Mention
from tasks.events.participants import find_participants
from tasks.events.reading import Reading
from tasks.events.roles import find_roles
from tasks.events.triggers import Trigger
from tasks.settings import REFERENCE
from training.events.coded import CodedMention

_NOUNS = frozenset({"NOUN", "PROPN"})


def coded_draft(scene: Scene, coded: CodedMention) -> Draft | None:
    """The draft of a coded mention, its parties as the rules read them; None where its sentence is not parsed."""
    reading = next((one for one in scene.readings if one.text.start <= coded.start < one.text.end), None)
    if reading is None:
        return None
    tree = reading.parsed.tree
    head = word_at(tree, coded.start, coded.end)
    inside = [at for at, one in enumerate(reading.text.tokens) if one.start < coded.end and coded.start < one.end]
    if head is None or not inside:
        return None
    noun = tree[head].upos in _NOUNS
    event_type, mode = coded.fields["type"], coded.fields.get("mode")
    entry = Entry("", event_type, mode, frozenset("n" if noun else "v"), (), Condition())
    trigger = Trigger(inside[0], inside[-1] + 1, entry, mode, noun)
    return Draft(
        mention=_mention(scene, coded, reading, trigger),
        number=reading.text.number,
        when=None,
        place=None,
        spoken=is_speech_act(event_type, reading.text.language, REFERENCE),
        past=False,
        points_back=noun and is_definite(reading.text, trigger.first, REFERENCE),
        reading=reading,
        trigger=trigger,
    )


def _mention(scene: Scene, coded: CodedMention, reading: Reading, trigger: Trigger) -> Mention:
    sentence = reading.text
    known = {
        "mention_id": "", "segment_no": sentence.segment_no, "language": sentence.language,
        "sentence_start": sentence.start, "sentence_end": sentence.end,
        "trigger_start": coded.start, "trigger_end": coded.end,
        "event_type": trigger.event_type, "event_mode": trigger.mode,
        "polarity": coded.fields.get("polarity", "positive"), "modality": coded.fields.get("modality", "actual"),
        "participants": _parties(scene, reading, trigger), "casualties": (),
    }  # fmt: skip
    # Dates, places and the rest say nothing of parties.
    empty: dict[str, Any] = {one.name: None for one in fields(Mention)}
    return Mention(**{**empty, **known})


def _parties(scene: Scene, reading: Reading, trigger: Trigger) -> Sequence[Any]:
    every = [one for main, more in reading.triggers for one in (main, *more)]
    apart = [one for one in every if one.last <= trigger.first or trigger.last <= one.first]
    roles = with_clause(reading, trigger, find_roles(reading.text, trigger, [*apart, trigger], REFERENCE), REFERENCE)
    paragraph = [one for one in scene.readings if one.text.segment_no == reading.text.segment_no]
    return find_participants(scene.document.text, reading, paragraph, REFERENCE, trigger=trigger, roles=roles)
