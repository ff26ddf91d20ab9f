"""What is expected of `segments`."""

from __future__ import annotations

from expectations.expectation import fact
from expectations.from_contract import STAMP, from_contract
from tasks.tables.contracts import SEGMENTS

EXPECTATIONS = (
    *from_contract(SEGMENTS, covered=STAMP),
    fact("stamp_of_document", STAMP, "the same as in its document"),
    # Offsets still hold where two overlap, but the same words are then read twice.
    fact("after_previous_segment", ("start",), "a start at or behind the end of the segment before it").warns(),
)
