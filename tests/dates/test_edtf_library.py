"""What the engine gives is EDTF to another reader too: the `edtf` library parses it, and writes it as we do."""

from __future__ import annotations

import re

import pytest
from edtf import parse_edtf

from tasks.dates.edtf import bounds
from tasks.dates.find import find_dates
from tests.dates import table_en, table_nb

TABLES = {"en": table_en, "nb": table_nb}
# The library's 5.0.2 cannot parse a season inside a set, and takes minutes to say so of a long one.
SEASON_IN_SET = re.compile(r"[\[{].*\d{4}-2[1-4]\b(?!-)")

LONGEST = 46  # of longer sets the library takes a tenth of a second each


def values(language: str, header: str) -> set[str]:
    sentences = {
        row[0]
        for name, rows in vars(TABLES[language]).items()
        if name.isupper() and isinstance(rows, list)
        for row in rows
        if isinstance(row, tuple)
    }
    found = (one for sentence in sentences for one in find_dates(sentence, language, header) if one.kind == "DATE")
    return {one.value for one in found if one.value is not None and not SEASON_IN_SET.match(one.value)}


@pytest.mark.parametrize(("language", "header"), [("en", "2016-10-03"), ("nb", "2016-10-03"), ("nb", "2016-11")])
def test_the_library_reads_what_the_engine_writes(language: str, header: str) -> None:
    every = {value for value in values(language, header) if len(value) <= LONGEST}
    assert len(every) > 150
    for value in every:
        assert str(parse_edtf(value)).replace(", ", ",") == value


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_library_has_the_same_first_and_last_day(language: str) -> None:
    # Of seasons it has other months, and of open ends other days than none.
    plain = [v for v in values(language, "2016-10-03") if re.fullmatch(r"\d{4}(-[01]\d(-\d\d)?)?(/\d{4}.*\d)?", v)]
    plain = [value for value in plain if not re.search(r"-2[1-4](/|$)", value[4:] if len(value) == 7 else "")]
    assert len(plain) > 100
    for value in plain:
        parsed = parse_edtf(value)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        first, last = bounds(value)
        assert first is not None
        assert last is not None
        assert (lower.tm_year, lower.tm_mon, lower.tm_mday) == (first.year, first.month, first.day), value
        assert (upper.tm_year, upper.tm_mon, upper.tm_mday) == (last.year, last.month, last.day), value
