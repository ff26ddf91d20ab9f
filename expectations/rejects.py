"""What is expected of `rejects`."""

from __future__ import annotations

from expectations.expectation import json, matches, not_empty
from expectations.from_contract import SHA_256, from_contract
from tasks.tables.contracts import REJECTS

EXPECTATIONS = (
    *from_contract(REJECTS),
    not_empty("expectation"),
    not_empty("reason"),
    json("row_key"),
    json("row"),
    matches("content_hash", SHA_256, "a SHA-256 in hex"),
)
