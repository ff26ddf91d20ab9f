"""What the grammar of a sentence adds to what word order shows: the parties of a trigger's clause, and its speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tasks.events.grammar import grammar
from tasks.events.phrases import Phrase
from tasks.events.reading import Reading
from tasks.events.roles import Roles
from tasks.events.triggers import Trigger
from tasks.parse.clause import Clause, Role
from tasks.settings import REFERENCE


def with_clause(reading: Reading, trigger: Trigger, roles: Roles, reference: Path = REFERENCE) -> Roles:
    """The roles of a trigger, those that word order does not show taken from its clause.

    Which of the two goes before where both show one is the language's: `clauses_first` of `roles.yaml`, chosen on
    coded documents. The weapon stays as it is, and is no party.
    """
    clause = clause_of(reading, trigger)
    if clause is None:
        return roles
    first = grammar(reading.text.language, reference).clauses_first
    doers, undergoers = (
        tuple(one for one in _phrases(reading, some) if roles.weapon is None or not _overlap(one, roles.weapon))
        for some in (clause.doers, clause.undergoers)
    )
    actors = (doers or roles.actors) if "actor" in first else (roles.actors or doers)
    recipients = (undergoers or roles.recipients) if "recipient" in first else (roles.recipients or undergoers)
    return replace(roles, actors=actors, recipients=tuple(one for one in recipients if one not in actors))


def speakers_of(reading: Reading, trigger: Trigger) -> tuple[Phrase, ...]:
    """Those who report the clause of a trigger, the innermost that are named; none where it has none."""
    clause = clause_of(reading, trigger)
    report = clause.report if clause is not None else None
    while report is not None:
        inside = [one for one in report.speakers if reading.text.start <= one.start and one.end <= reading.text.end]
        if inside:
            return _phrases(reading, inside)
        report = report.outer
    return ()


def clause_of(reading: Reading, trigger: Trigger) -> Clause | None:
    """The clause whose predicate a trigger is, or is a part of."""
    tokens = reading.text.tokens
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    touched = (one for one in reading.parsed.clauses if one.predicate.start < end and start < one.predicate.end)
    return next(touched, None)


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.first < other.last and other.first < one.last


def _phrases(reading: Reading, roles: Iterable[Role]) -> tuple[Phrase, ...]:
    tokens = reading.text.tokens
    found = []
    for role in roles:
        first = bisect_right(tokens, role.start, key=lambda token: token.end)
        last = bisect_left(tokens, role.end, key=lambda token: token.start)
        if first < last:
            found.append(Phrase(first, last))
    return tuple(dict.fromkeys(found))
