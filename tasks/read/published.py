"""Dates of publication as sources write them, to EDTF; nothing is rounded or guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from tasks.read.description import NOTHING, Description
from tasks.read.header import check_published
from tasks.read.reject import printable, rejected

_TIME = r"[T ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?) ?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
_MOMENT = re.compile(rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_TIME}")
_NUMERIC = re.compile(
    rf"(?P<one>[0-9]{{1,2}})(?P<sep>[./ -])(?P<two>[0-9]{{1,2}})(?P=sep)(?P<year>[0-9]{{4}})(?:{_TIME})?"
)
_LONGEST = 60


def published_of(value: str, uri: str, description: Description = NOTHING, what: str = "field date") -> str:
    """The date of publication in EDTF: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it is written.

    A moment gives the day on which it fell in the source's time zone; without one, the day that is written.

    Args:
        value: as the source writes it.
        uri: where it was read, for the message.
        description: the source's order or format of dates, and its time zone.
        what: what to call it in the message; gives the name of the check too.

    Raises:
        InputError: it is no date, or one of two that it could be.
    """
    value = value.strip()
    if len(value) > _LONGEST:
        return check_published(value, uri, what)
    if description.date_format is not None:
        return _formatted(value, description.date_format, uri, description, what)
    moment = _MOMENT.fullmatch(value)
    if moment is not None:
        return _day(moment["day"], moment["clock"], moment["zone"], uri, description=description, what=what)
    numeric = _NUMERIC.fullmatch(value)
    if numeric is not None:
        if description.date_order is None:
            reason = f"{what} '{printable(value, 40)}' could be day or month first; say 'date_order' in source.yaml"
            raise rejected(uri, what.replace(" ", "_"), value, reason)
        one, two = numeric["one"], numeric["two"]
        day, month = (one, two) if description.date_order == "day-first" else (two, one)
        written = f"{numeric['year']}-{month:>02}-{day:>02}"
        return _day(written, numeric["clock"], numeric["zone"], uri, description=description, what=what)
    return check_published(value, uri, what)


def mail_date(value: str, uri: str, description: Description = NOTHING) -> str:
    """The day of a date in a feed: RFC 822 (RSS) or ISO 8601 (Atom).

    Raises:
        InputError: it is neither.
    """
    value = value.strip()
    if not re.match("[0-9]{4}(?:-|$)", value) and len(value) <= _LONGEST:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
        else:
            return check_published(_in_zone(moment, description).date().isoformat(), uri, "entry date")
    return published_of(value, uri, description, "entry date")


def _formatted(value: str, pattern: str, uri: str, description: Description, what: str) -> str:
    try:
        moment = datetime.strptime(value, pattern)  # noqa: DTZ007 - a day as the source writes it
    except (ValueError, re.error, OverflowError):
        reason = f"{what} '{printable(value, 40)}' is not written as '{printable(pattern, 40)}', which source.yaml says"
        raise rejected(uri, what.replace(" ", "_"), value, f"{reason}; correct one of them") from None
    directives = set(re.findall("%(.)", pattern))
    if "d" in directives:
        return check_published(_in_zone(moment, description).date().isoformat(), uri, what)
    return check_published(
        f"{moment.year:04}-{moment.month:02}" if "m" in directives else f"{moment.year:04}", uri, what
    )


def _day(day: str, clock: str | None, zone: str | None, uri: str, *, description: Description, what: str) -> str:
    check_published(day, uri, what)
    if clock is None or zone is None:
        return day
    hour, minute = int(clock[:2]), int(clock[3:5])
    try:
        moment = datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}").replace(tzinfo=_offset(zone))
        return check_published(_in_zone(moment, description).date().isoformat(), uri, what)
    except (ValueError, OverflowError):
        reason = f"{what} '{printable(f'{day} {clock}{zone}', 40)}' is no moment; write YYYY-MM-DD"
        raise rejected(uri, what.replace(" ", "_"), f"{day} {clock}{zone}", reason) from None


def _offset(zone: str) -> timezone:
    moment = datetime.strptime(zone.replace(":", ""), "%z")
    return UTC if moment.tzinfo is None else timezone(moment.utcoffset() or UTC.utcoffset(None))


def _in_zone(moment: datetime, description: Description) -> datetime:
    """The same moment in the source's zone; as it is written where it says none, or the moment has none."""
    if moment.tzinfo is None or description.time_zone is None:
        return moment
    try:
        return moment.astimezone(ZoneInfo(description.time_zone))
    except OverflowError:  # at the ends of the calendar
        return moment
