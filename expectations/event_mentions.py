"""What is expected of `event_mentions`. Its dates, places and figures were checked in `mentions` already."""

from __future__ import annotations

from expectations.expectation import ordered
from expectations.from_contract import from_contract
from tasks.tables.contracts import EVENT_MENTIONS

EXPECTATIONS = (
    *from_contract(EVENT_MENTIONS),
    ordered("published_start", "published_end"),
    ordered("window_start", "window_end"),
    ordered("sentence_start", "trigger_start"),
    ordered("killed_low", "killed_high"),
    ordered("injured_low", "injured_high"),
)
