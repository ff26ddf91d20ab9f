"""What is expected of `superseded_events`."""

from __future__ import annotations

from expectations.from_contract import from_contract
from tasks.tables.contracts import SUPERSEDED_EVENTS

EXPECTATIONS = from_contract(SUPERSEDED_EVENTS)
