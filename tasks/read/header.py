"""The header of a text file: `date <YYYY | YYYY-MM | YYYY-MM-DD>` at its beginning."""

from __future__ import annotations

import calendar
import re

from tasks.read.reject import printable, rejected

_HEADER = re.compile(r"\s*(date[^\S\n]+(\S+))")
_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_FORMS = "YYYY, YYYY-MM or YYYY-MM-DD"
_YEARS = range(1000, 10_000)  # what four digits hold, and the partition column with them


def parse_header(text: str, uri: str) -> tuple[str, str, str]:
    """The header as it stands, the date in it, and the text behind it.

    White space before and behind the header belongs to neither; the text may go on on the header's line.

    Args:
        text: a text with LF line ends.
        uri: where it was read, for the message.

    Raises:
        InputError: the text does not begin with a header, or its date is none.
    """
    match = _HEADER.match(text)
    if match is None:
        reason = f"the text does not begin with a header; begin it with 'date' and {_FORMS}"
        raise rejected(uri, "no_header", text[:1000].strip(), reason)
    header, value = match.groups()
    return header, check_published(value, uri), text[match.end() :].strip()


def has_header(text: str) -> bool:
    """Whether a text begins with `date` and two digits: a header, right or wrong."""
    match = _HEADER.match(text)
    return match is not None and re.match("[0-9]{2}", match[2]) is not None


def check_published(value: str, uri: str, what: str = "header date") -> str:
    """The same date of publication, if it is one in the calendar: EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Args:
        value: the date as the source writes it.
        uri: where it was read, for the message.
        what: what to call it in the message; gives the name of the check too.

    Raises:
        InputError: it is written otherwise, is not in the calendar, or lies outside the years 1000 to 9999.
    """
    fault = _fault(value)
    if fault is not None:
        reason = f"{what} '{printable(value, 40)}' is no date ({fault}); write {_FORMS}"
        raise rejected(uri, what.replace(" ", "_"), value, reason)
    return value


def _fault(value: str) -> str | None:
    match = _DATE.fullmatch(value)
    if match is None:
        year, digits = value.partition("-")[0], value.replace("-", "")
        if digits.isascii() and digits.isdigit() and len(year) != 4:  # noqa: PLR2004 - the digits of YYYY
            return f"year {printable(year, 12)}, not of four digits"
        return "written otherwise"
    if int(match["year"]) not in _YEARS:
        return f"year {match['year']}, outside {_YEARS[0]} to {_YEARS[-1]}"
    if match["month"] and not 1 <= int(match["month"]) <= 12:  # noqa: PLR2004 - the months of a year
        return f"month {match['month']}"
    if match["day"]:
        days = calendar.monthrange(int(match["year"]), int(match["month"]))[1]
        if not 1 <= int(match["day"]) <= days:
            return f"day {match['day']} of a month with {days}"
    return None
