"""What an expression says before it is resolved against a day of writing."""

from __future__ import annotations

from dataclasses import dataclass, fields

UNITS = ("minute", "hour", "day", "night", "week", "weekend", "month", "season", "quarter", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of an expression: its kind, and the fields that words and rules filled.

    Attributes:
        kind: calendar, weekday, night, shift, ago, window, part_of, relation, decade, century, named, range, all,
            since, until, within, each, time, duration, ignore; `resolve` says what each makes of its fields.
        unit: one of `UNITS`.
        by: how many units from the one of writing: -1 last, 0 this, 1 next.
        count: how many units; halves are allowed. vague: few (some) or many (several): no number is given.
        part: early, mid, late, earlier (before now), later (after now), so_far; start,
            middle, end of a unit; both (two days of a month); said (counted from the day of saying it).
        year, month, day, season (21 to 24), quarter, weekday (0 Monday), century: as they stand.
        last_day, last_year: the other end, where one pattern holds a whole span.
        hour, minute: a clock time. half: am or pm.
        value: EDTF of a named day or period; `--MM-DD` where it comes every year.
        first, last: what a range, all, since, until or within is made of.
        basis: explicit where the words are a calendar date, else relative.
    """

    kind: str
    unit: str | None = None
    by: int | None = None
    count: float | None = None
    vague: str | None = None
    part: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
    weekday: int | None = None
    century: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    hour: int | None = None
    minute: int | None = None
    half: str | None = None
    value: str | None = None
    first: Meaning | None = None
    last: Meaning | None = None

    @property
    def basis(self) -> str:
        """`explicit` for calendar dates (with or without a year), `relative` for what hangs on the day of writing."""
        if self.kind in ("range", "all", "since", "until", "within"):
            ends = [end for end in (self.first, self.last) if end is not None]
            return "explicit" if all(end.basis == "explicit" for end in ends) else "relative"
        if self.kind == "calendar":
            bare_season = self.season is not None and self.year is None
            return "relative" if self.by is not None or bare_season else "explicit"
        return "explicit" if self.kind in ("decade", "century", "named", "time", "duration", "each") else "relative"


FIELDS = frozenset(f.name for f in fields(Meaning))
