"""Whether it happened: polarity and modality of a trigger, by its clause where the sentence is parsed."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from tasks.events.clauses import clause_of
from tasks.events.modality import is_ruled_out, looks_ahead, modality_of, polarity_of
from tasks.events.reading import Reading
from tasks.events.triggers import Trigger
from tasks.parse.clause import Clause, Report
from tasks.parse.tree import Tree
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

# How an event noun hangs on the verb that calls it off, straight or beside others.
_THROUGH = frozenset({"conj", "obj", "nsubj:pass", "nsubj"})


def polarity(reading: Reading, trigger: Trigger, reference: Path = REFERENCE) -> str:
    """`negative` where the text says that it did not or will not happen, else `positive`.

    Args:
        reading: the sentence.
        trigger: a word of it that tells of an event.
        reference: the reference folder.
    """
    if trigger.entry.denies or _called_off(reading, trigger, reference):
        return "negative"
    by_words = polarity_of(reading.text, trigger.first, trigger.last, verb=not trigger.noun, reference=reference)
    clause = clause_of(reading, trigger)
    if clause is None:
        return by_words
    if _denied(clause.report) or is_ruled_out(reading.text, trigger.first, reference):
        return "negative"
    if not _reached(reading, clause, trigger):
        return "positive"
    # What is not done *in* or *after* an event leaves the event as it is; the words before a noun tell.
    return "negative" if clause.predicate.kind != "noun" else by_words


def modality(reading: Reading, trigger: Trigger, start: date | None, written: date | None, reference: Path) -> str:
    """`planned`, `possible` or `actual`.

    Args:
        reading: the sentence.
        trigger: a word of it that tells of an event.
        start: the first possible day of the event, as far as its own sentence tells.
        written: the last possible day of writing.
        reference: the reference folder.
    """
    found = modality_of(reading.text, trigger.first, noun=trigger.noun, reference=reference)
    clause = clause_of(reading, trigger)
    # An infinitive that words before it make a plan stays one, whatever governs it.
    intended = found == "planned" and clause is not None and clause.predicate.mood == "infinitive"
    if clause is not None and found != "possible" and not intended:
        found = clause.predicate.modality
    if found == "actual" and _to_come(clause, start, written):
        return "planned"
    if found == "actual" and trigger.noun and looks_ahead(reading.text, trigger.first, reference):
        return "planned"
    return found


def _reached(reading: Reading, clause: Clause, trigger: Trigger) -> bool:
    """Whether a denial reaches the trigger; one that is a part of the trigger is what happened (`did not attend`)."""
    negation, tokens = clause.negation, reading.text.tokens
    if negation is None:
        return False
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    parts = {tokens[at].start for at in trigger.parted}
    names = {token.start for token in tokens if token.has("cap")}
    if start <= negation.start < end or negation.start in parts | names:
        return False
    own = [one for one in clause.of("subject") if one.via is None]
    if clause.relation == "conjunct" and any(negation.end <= one.start for one in own):
        return False
    return negation.scope_start <= start < negation.scope_end


def _to_come(clause: Clause | None, start: date | None, written: date | None) -> bool:
    """Whether a present tense tells of a day after that of writing: `the leaders meet on Friday`."""
    if clause is None or start is None or written is None:
        return False
    return clause.predicate.kind == "verb" and clause.predicate.tense == "present" and start > written


def _denied(report: Report | None) -> bool:
    """Whether who reports it says that it is not so."""
    return report is not None and report.denied and not report.negated


def _called_off(reading: Reading, trigger: Trigger, reference: Path) -> bool:
    """Whether the verb that an event noun hangs on calls it off: `cancelled the visit`."""
    words, tree = _words(reading.text.language, reference), reading.parsed.tree
    if not trigger.noun or not words:
        return False
    at = _word(tree, reading.text.tokens[trigger.last - 1].start)
    while at is not None and tree[at].dep in _THROUGH and not tree.is_root(at):
        at = tree[at].head
        if tree[at].lower in words:
            return True
    return False


def _word(tree: Tree, start: int) -> int | None:
    return next((at for at, word in enumerate(tree.words) if word.start <= start < word.end), None)


@cache
def _words(language: str, reference: Path) -> frozenset[str]:
    return frozenset(map(str, language_file(language, "modality", reference).get("called_off", ())))
