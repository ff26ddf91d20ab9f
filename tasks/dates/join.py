"""Neighbouring expressions joined to longer ones: from X to Y, since X, X in Y, a clock time on a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tasks.dates.calendar_dates import is_dated, underspecified
from tasks.dates.grammar import Grammar, Link
from tasks.dates.lexicon import Tokens
from tasks.dates.match import Found
from tasks.dates.meaning import Meaning

# No connector is longer than this many tokens, white space included.
_REACH = 9
# Longer lists of dates are tables, not sentences.
_LONGEST_LIST = 10
_COARSE_UNITS = ("week", "month", "year", "decade")
_POINTS = ("calendar", "weekday", "shift", "night", "decade", "within", "named", "ago", "century", "relation", "all",
           "offset", "either", "nth")  # fmt: skip


def join(found: list[Found], tokens: Tokens, grammar: Grammar) -> list[Found]:
    """The expressions with those joined that belong together; each kind of link is one pass from left to right."""
    for link in grammar.links:
        found = _pairs(found, tokens, link) if link.between is not None else _singles(found, tokens, link)
    return [one for one in found if one.meaning.kind != "relation" or one.meaning.part != "bound"]


def _pairs(found: list[Found], tokens: Tokens, link: Link) -> list[Found]:
    joined: list[Found] = []
    for one in found:
        previous = joined[-1] if joined else None
        if previous is not None and link.between is not None and one.start - previous.end <= _REACH:
            between = link.between.regex.fullmatch(tokens.codes, previous.end, one.start)
            meaning = _together(link.kind, previous.meaning, one.meaning) if between else None
            if meaning is not None:
                start: int | None = previous.start
                if link.before is not None:
                    start = _opening(
                        tokens, previous.start, joined[-2].end if len(joined) > 1 else 0, link.before.regex
                    )
                if start is not None:
                    joined[-1] = Found(start, one.end, meaning)
                    continue
        joined.append(one)
    return joined


def _singles(found: list[Found], tokens: Tokens, link: Link) -> list[Found]:
    joined: list[Found] = []
    for one in found:
        floor = joined[-1].end if joined else 0
        if link.before is not None and one.meaning.kind in _POINTS:
            start = _opening(tokens, one.start, floor, link.before.regex)
            if start is not None:
                joined.append(Found(start, one.end, Meaning(link.kind, first=one.meaning)))
                continue
        joined.append(one)
    return joined


def _opening(tokens: Tokens, start: int, floor: int, regex: re.Pattern[str]) -> int | None:
    """Where the words begin that must stand before an expression, or None where they do not."""
    for at in range(max(floor, start - _REACH), start):
        if regex.fullmatch(tokens.codes, at, start) and (at == 0 or not tokens.texts[at - 1][-1].isalnum()):
            return at
    return None


def _together(kind: str, first: Meaning, last: Meaning) -> Meaning | None:
    return _TOGETHER[kind](first, last) if kind in _TOGETHER else None


def _all(first: Meaning, last: Meaning) -> Meaning | None:
    listed = _shape(first) == _shape(last) is not None and _depth(first) < _LONGEST_LIST
    return Meaning("all", first=first, last=last) if listed else None


def _within(first: Meaning, last: Meaning) -> Meaning | None:
    """Friday last week, December last year, Monday in week 38."""
    if first.kind == "weekday" and last.kind == "calendar" and last.week is not None and last.weekday is None:
        return replace(last, weekday=first.weekday)
    fine = (first.kind == "weekday" or is_dated(first)) and underspecified(first) and first.last_day is None
    coarse = last.kind == "shift" and last.unit in _COARSE_UNITS and last.part is None
    if first.kind == "weekday" and last.unit != "week":
        return None
    return Meaning("within", first=first, last=last) if fine and coarse else None


def _clock(first: Meaning, last: Meaning) -> Meaning | None:
    times = [meaning for meaning in (first, last) if meaning.kind == "time"]
    dated = first if last.kind == "time" else last
    return dated if len(times) == 1 and _is_day(dated) else None


def _offset(first: Meaning, last: Meaning) -> Meaning | None:
    """Two days before Christmas; Friday in a week, a Friday two weeks ago."""
    open_ended = first.kind == "relation" and first.part in ("open", "bound")
    if open_ended and last.kind in _POINTS and last.kind != "relation":
        return replace(first, kind="offset", last=last)
    if first.kind == "weekday" and first.by is None and last.kind == "ago" and last.unit == "week":
        return None if last.vague else replace(last, kind="offset", part="bound", last=first)
    return None


def _is_day(meaning: Meaning) -> bool:
    if meaning.kind in ("weekday", "night", "named", "either"):
        return True
    return (meaning.kind == "calendar" and meaning.day is not None) or (
        meaning.kind == "shift" and meaning.unit == "day"
    )


def _depth(meaning: Meaning) -> int:
    depth = 0
    while meaning.kind == "all" and meaning.first is not None:
        meaning, depth = meaning.first, depth + 1
    return depth


def _shape(meaning: Meaning) -> tuple[str, ...] | None:
    """What kind of date it is; only like ones are listed together (Friday and Saturday, 2011 and 2013)."""
    if meaning.kind == "all" and meaning.last is not None:
        return _shape(meaning.last)
    if meaning.kind == "weekday" and meaning.by is None:
        return ("weekday",)
    if meaning.kind == "calendar" and meaning.by is None and meaning.last_day is None and meaning.part is None:
        return (
            "calendar",
            *(name for name in ("day", "month", "season", "year") if getattr(meaning, name) is not None),
        )
    return None


def _range(first: Meaning, last: Meaning) -> Meaning | None:
    if first.kind == last.kind == "time":
        return first
    if first.kind not in _POINTS or last.kind not in _POINTS:
        return None
    if {first.kind, last.kind} == {"weekday", "calendar"} and (first.day is None and last.day is None):
        return None
    return Meaning("range", first=first, last=last)


_TOGETHER: dict[str, Callable[[Meaning, Meaning], Meaning | None]] = {
    "range": _range, "all": _all, "within": _within, "clock": _clock, "offset": _offset,
}  # fmt: skip
