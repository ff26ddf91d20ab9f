"""What is expected of `mentions`."""

from __future__ import annotations

from expectations.coded_event import CODED_EVENT
from expectations.expectation import between, fact, unique
from expectations.from_contract import STAMP, from_contract
from tasks.tables.contracts import MENTIONS

EXPECTATIONS = (
    *from_contract(MENTIONS, covered=(*STAMP, "segment_no")),
    fact("stamp_of_document", STAMP, "the same as in its document"),
    fact("sentence_in_segment", ("segment_no", "sentence_start", "sentence_end"), "a sentence inside its segment"),
    fact("trigger_in_sentence", ("trigger_start", "trigger_end"), "a trigger inside its sentence"),
    fact("date_basis_of_date", ("event_date", "date_basis"), "a basis for a date, and none without one"),
    *CODED_EVENT,
    # A precision without a place misleads a map, but the mention stands.
    fact(
        "where_prec_of_place", ("where_prec", "place_text", "place_name"), "a place where there is a precision"
    ).warns(),
    # The key has the type in it, so one trigger with two types passes it: one of the two is wrong.
    unique(("doc_id", "trigger_start", "trigger_end")).warns(),
    # The greatest true figure in 400 documents was 3 million (a famine); beyond 10 million it is mostly money misread.
    between("killed_low", None, 10_000_000).warns("plausible"),
)
