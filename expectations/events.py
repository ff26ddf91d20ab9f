"""What is expected of `events`."""

from __future__ import annotations

from expectations.coded_event import CODED_EVENT
from expectations.expectation import between, fact, ordered
from expectations.from_contract import from_contract
from tasks.tables.contracts import EVENTS

EXPECTATIONS = (
    *from_contract(EVENTS),
    *CODED_EVENT,
    ordered("killed_low", "killed_best"),
    ordered("killed_best", "killed_high"),
    ordered("injured_low", "injured_best"),
    ordered("injured_best", "injured_high"),
    ordered("first_published", "last_published"),
    ordered("n_documents", "n_mentions"),
    fact("n_mentions_counted", ("n_mentions", "mention_ids"), "the number of mention_ids, none of them twice"),
    fact("partition_of_date", ("date_start", "date_end", "event_year", "event_month"),
         "year and month of date_start, else of date_end, both empty without a date"),
    # A precision without a place misleads a map, but the event stands.
    fact("where_prec_of_place", ("where_prec", "place_name", "country"), "a place where there is a precision").warns(),
    # The most told incident of the coded documents has some ten mentions; beyond 1,000 everything is being merged.
    between("n_mentions", None, 1_000).warns("plausible"),
)  # fmt: skip
