"""What CSV and Parquet have in common: which columns are read, under which of our names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tasks.read.record import NAMES, Origin, warn_of_unknown
from tasks.read.reject import printable, rejected


def columns_read(header: Sequence[str], origin: Origin) -> dict[str, int]:
    """The place of each of our columns in a table's header; those that it does not have are left out.

    Raises:
        InputError: it has no column for the text, one column twice, or lacks one that source.yaml names.
    """
    counted = Counter(header)
    columns = origin.description.columns
    found: dict[str, int] = {}
    for ours in NAMES:
        theirs = columns.theirs(ours)
        if counted[theirs] > 1:
            reason = f"the column '{printable(theirs, 40)}' stands twice; rename one of them"
            raise rejected(origin.uri, "column_twice", theirs, reason)
        if counted[theirs]:
            found[ours] = header.index(theirs)
        elif getattr(columns, ours) is not None or ours == "text":
            there = printable(", ".join(header), 200)
            reason = f"there is no column '{printable(theirs, 40)}' among {there}; name it so, or map it in source.yaml"
            raise rejected(origin.uri, "missing_column", there, reason)
    warn_of_unknown(header, [columns.theirs(ours) for ours in NAMES], origin.uri, set())
    return found
