"""The Great Expectations suite of each table."""

from __future__ import annotations

from typing import Any

from expectations import (
    casualties,
    documents,
    event_mentions,
    events,
    mentions,
    participants,
    rejects,
    runs,
    segments,
    superseded_events,
    time_expressions,
)
from expectations.expectation import Expectation

EXPECTATIONS: dict[str, tuple[Expectation, ...]] = {
    "documents": documents.EXPECTATIONS,
    "segments": segments.EXPECTATIONS,
    "time_expressions": time_expressions.EXPECTATIONS,
    "mentions": mentions.EXPECTATIONS,
    "participants": participants.EXPECTATIONS,
    "casualties": casualties.EXPECTATIONS,
    "events": events.EXPECTATIONS,
    "event_mentions": event_mentions.EXPECTATIONS,
    "superseded_events": superseded_events.EXPECTATIONS,
    "rejects": rejects.EXPECTATIONS,
    "runs": runs.EXPECTATIONS,
}


def expected_of(table: str, rows: int) -> tuple[Expectation, ...]:
    """The expectations of a table that say something of a batch of so many rows."""
    return tuple(expectation for expectation in EXPECTATIONS[table] if rows >= expectation.min_rows)


def suite(table: str, expectations: tuple[Expectation, ...]) -> Any:
    """A Great Expectations suite (`great_expectations.ExpectationSuite`) of the given expectations.

    Args:
        table: the table's name, which becomes the suite's.
        expectations: all of `expected_of`, or some of them.
    """
    from great_expectations import ExpectationSuite

    return ExpectationSuite(name=table, expectations=[expectation.configuration() for expectation in expectations])
