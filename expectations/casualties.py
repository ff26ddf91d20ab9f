"""What is expected of `casualties`."""

from __future__ import annotations

from expectations.expectation import between, fact, ordered
from expectations.from_contract import STAMP, from_contract
from tasks.tables.contracts import CASUALTIES

EXPECTATIONS = (
    *from_contract(CASUALTIES, covered=STAMP),
    fact("stamp_of_document", STAMP, "the same as in its document"),
    fact("document_of_mention", ("mention_id", "doc_id"), "the document of its mention"),
    fact("figure_given", ("low", "high"), "a low or a high figure"),
    ordered("low", "high"),
    # The largest true figures are displaced in the tens of millions; beyond 100 million it is a population or money.
    between("low", None, 100_000_000).warns("plausible"),
)
