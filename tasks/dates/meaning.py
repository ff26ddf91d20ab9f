"""What an expression says before it is resolved against a day of writing."""

from __future__ import annotations

from dataclasses import dataclass, fields

UNITS = ("minute", "hour", "day", "night", "week", "weekend", "month", "season", "quarter", "year", "decade", "century")
_MADE_OF_OTHERS = ("range", "all", "since", "until", "within", "either", "offset", "night_to")
_EXPLICIT = ("decade", "century", "named", "time", "duration", "each")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of an expression: its kind, and the fields that words and rules filled.

    Attributes:
        kind: calendar, weekday, night, shift, ago, window, part_of, nth, relation, decade, century, named, range, all,
            since, until, within, either, offset, night_to, each, time, duration, ignore; `resolve` says what they
            make of their fields.
        unit: one of `UNITS`.
        by: how many units from the one of writing: -1 last, 0 this, 1 next.
        count: how many units; halves are allowed. vague: few (some) or many (several): no number is given.
        part: early, mid, late, earlier (before now), later (after now), so_far; start, middle, end of a unit; both (two
            days of a month); said (counted from the day of saying it); within (from now, up to so long); open and bound
            (a relation that a date may, or must, follow: `two days before`, `a week from`).
        year, month, day, season (21 to 24), quarter, half_year (1, 2), week (of ISO 8601), weekday (0 Monday), century:
            as they stand. short_year: the last two digits of one.
        nth: which weekday, week, weekend or day of a month or year; -1 is the last one.
        order: mdy or dmy where the language is not sure in which order numbers name a day and a month.
        last_day, last_year: the other end, where one pattern holds a whole span.
        hour, minute: a clock time; minutes may be more than 59, or less than 0 (`quarter to ten`). half: am or pm.
        zone: the offset from UTC as ISO 8601 writes it.
        value: EDTF of a named day or period, or the rule of one that comes every year (`feasts`).
        first, last: what a range, all, since, until, within, either, offset or night_to is made of.
        basis: explicit where the words are a calendar date, else relative.
    """

    kind: str
    unit: str | None = None
    by: int | None = None
    count: float | None = None
    vague: str | None = None
    part: str | None = None
    year: int | None = None
    short_year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
    half_year: int | None = None
    week: int | None = None
    weekday: int | None = None
    nth: int | None = None
    century: int | None = None
    order: str | None = None
    last_day: int | None = None
    last_year: int | None = None
    hour: int | None = None
    minute: int | None = None
    half: str | None = None
    zone: str | None = None
    value: str | None = None
    first: Meaning | None = None
    last: Meaning | None = None

    @property
    def basis(self) -> str:
        """`explicit` for calendar dates (with or without a year), `relative` for what hangs on the day of writing."""
        if self.kind in _MADE_OF_OTHERS:
            ends = [end for end in (self.first, self.last) if end is not None]
            return "explicit" if all(end.basis == "explicit" for end in ends) else "relative"
        if self.kind == "calendar":
            bare_season = self.season is not None and self.year is None
            return "relative" if self.by is not None or bare_season else "explicit"
        return "explicit" if self.kind in _EXPLICIT else "relative"

    @property
    def hangs_on_named(self) -> bool:
        """Whether the date that the text named last has a say in what it means."""
        if self.kind == "relation" or self.part == "said":
            return True
        return any(end is not None and end.hangs_on_named for end in (self.first, self.last))


FIELDS = frozenset(f.name for f in fields(Meaning))
