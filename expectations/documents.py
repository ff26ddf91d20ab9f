"""What is expected of `documents`."""

from __future__ import annotations

from expectations.expectation import fact, matches, mean_between, none_of, not_null, ordered
from expectations.from_contract import SHA_256, from_contract
from tasks.tables.contracts import DOCUMENTS

EXPECTATIONS = (
    *from_contract(DOCUMENTS),
    fact("text_in_normal_form", ("text",), "NFC, LF line ends and no blanks at the ends"),
    fact("n_chars_of_text", ("n_chars",), "the number of code points of the text"),
    matches("content_hash", SHA_256, "a SHA-256 in hex"),
    matches("superseded_hash", SHA_256, "a SHA-256 in hex"),
    ordered("published_start", "published_end"),
    fact("published_bounds", ("published", "published_start", "published_end"),
         "EDTF whose first and last day are published_start and published_end"),
    fact("published_prec_of_form", ("published", "published_prec"),
         "the precision that the date is written with, and unknown without a date"),
    fact("partition_of_published", ("published_start", "published_year", "published_month"),
         "year and month of published_start, both empty without a date"),
    # Every document with a word has a segment; a picture caption in a lone symbol may have none.
    fact("has_segments", ("doc_id",), "at least one segment").warns(),
    # None of the first documents is without; if half of them are, segmentation is broken, and so is all behind it.
    mean_between("share_with_segments", 0.5, 1.0, columns=("doc_id",), min_rows=20),
    # Relative dates and the fallback of the date need it; each of the coded documents has one.
    not_null("published").warns(mostly=0.9),
    # `und` is for texts without words; more than one in twenty means unreadable input or a broken detector.
    none_of("language", ("und",)).warns(mostly=0.95),
    # 27 coded documents have 2.5 to 13.2 mentions in 1,000 characters, 7.6 in the mean; news of all kinds gave 0.8
    # (Norwegian) and 3.6 (English). Below 0.3 a language finds nothing, above 15 every verb is taken for an event.
    mean_between("mentions_per_1000_chars", 0.3, 15.0, columns=("text",), min_rows=20).warns(),
)  # fmt: skip
