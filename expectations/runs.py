"""What is expected of `runs`."""

from __future__ import annotations

from expectations.expectation import json, ordered
from expectations.from_contract import from_contract
from tasks.tables.contracts import RUNS

EXPECTATIONS = (
    *from_contract(RUNS),
    ordered("started", "finished"),
    json("parameters"),
    json("versions"),
    json("warnings"),
    json("rows"),
)
