"""What is expected of `participants`."""

from __future__ import annotations

from expectations.expectation import fact
from expectations.from_contract import STAMP, from_contract
from tasks.tables.contracts import PARTICIPANTS

EXPECTATIONS = (
    *from_contract(PARTICIPANTS, covered=STAMP),
    fact("stamp_of_document", STAMP, "the same as in its document"),
    fact("document_of_mention", ("mention_id", "doc_id"), "the document of its mention"),
    # An id without a name, or the other way round, comes of a gap in the reference data, not of the text.
    fact("entity_with_name", ("entity_id", "entity_name"), "both of entity_id and entity_name or neither").warns(),
)
