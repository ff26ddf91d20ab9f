"""What is expected of `time_expressions`."""

from __future__ import annotations

from expectations.expectation import fact, ordered
from expectations.from_contract import STAMP, from_contract
from tasks.tables.contracts import TIME_EXPRESSIONS

EXPECTATIONS = (
    *from_contract(TIME_EXPRESSIONS, covered=(*STAMP, "segment_no")),
    fact("stamp_of_document", STAMP, "the same as in its document"),
    fact("text_in_segment", ("segment_no", "start", "end"), "a place inside its segment"),
    ordered("date_start", "date_end"),
    fact("value_bounds", ("kind", "value", "date_start", "date_end"),
         "EDTF whose first and last day are date_start and date_end, or an ISO 8601 time or duration"),
    fact("anchor_is_edtf", ("anchor",), "EDTF"),
    # A relative date without its anchor cannot be checked by a reader; the date itself may still be right.
    fact("anchor_of_relative", ("basis", "value", "anchor"), "an anchor where a relative date is resolved").warns(),
)  # fmt: skip
