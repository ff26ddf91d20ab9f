"""Days that share one month: "1, 2, 3 and 4 May", "May 1, 2 and 3"."""

from __future__ import annotations

from dataclasses import replace

from tasks.dates.grammar import Grammar
from tasks.dates.lexicon import Tokens
from tasks.dates.match import Found, exists, stands_alone
from tasks.dates.meaning import Meaning
from tasks.dates.pattern import Pattern

# Longer lists are tables, not sentences; no item is longer than so many tokens.
_LONGEST, _REACH = 9, 6


def with_listed_days(found: list[Found], tokens: Tokens, grammar: Grammar) -> list[Found]:
    """The expressions, those dates that days of the same month stand beside with these days as one list."""
    out: list[Found] = []
    for number, one in enumerate(found):
        meaning = one.meaning
        if out and one.start < out[-1].end:  # the year behind a list
            continue
        if meaning.kind != "calendar" or meaning.day is None or meaning.month is None or meaning.nth is not None:
            out.append(one)
            continue
        floor = out[-1].end if out else 0
        roof = found[number + 1].start if number + 1 < len(found) else len(tokens.texts)
        before = _before(one, tokens, grammar.listed_before, floor)
        after = [] if before or meaning.year is not None else _after(one, tokens, grammar.listed_after, roof)
        if after and grammar.listed_year is not None:
            meaning, after[-1] = _with_year(meaning, after[-1], tokens, grammar.listed_year)
        start, end = (before[-1][0] if before else one.start), (after[-1][0] if after else one.end)
        known = [day for day in (one.meaning.day, one.meaning.last_day) if day is not None]
        days = [day for _, day in reversed(before)] + known + [day for _, day in after]
        fits = (before or after) and (meaning.last_day is None or meaning.part == "both")
        out.append(Found(start, end, _list(meaning, days)) if fits else one)
    return out


def _before(one: Found, tokens: Tokens, item: Pattern | None, floor: int) -> list[tuple[int, int]]:
    """Where each day before a date begins, and the day, from the nearest to the farthest."""
    days: list[tuple[int, int]] = []
    start, limit = one.start, one.meaning.day or 0
    while item is not None and len(days) < _LONGEST:
        for at in range(max(floor, start - _REACH), start):
            hit = item.regex.fullmatch(tokens.codes, at, start)
            day = _day(hit.span(item.captures[0][0]), tokens) if hit else limit
            if hit and day < limit and stands_alone(tokens, at, start) and _begins(tokens, at):
                start, limit = at, day
                days.append((at, day))
                break
        else:
            return days
    return days


def _after(one: Found, tokens: Tokens, item: Pattern | None, roof: int) -> list[tuple[int, int]]:
    """Where each day after a date ends, and the day."""
    days: list[tuple[int, int]] = []
    end, limit = one.end, one.meaning.last_day or one.meaning.day or 31
    while item is not None and len(days) < _LONGEST:
        hit = item.regex.match(tokens.codes, end, roof)
        day = _day(hit.span(item.captures[0][0]), tokens) if hit else 0
        if hit is None or day <= limit or not stands_alone(tokens, end, hit.end()):
            return days
        end, limit = hit.end(), day
        days.append((end, day))
    return days


def _with_year(
    meaning: Meaning, last: tuple[int, int], tokens: Tokens, item: Pattern
) -> tuple[Meaning, tuple[int, int]]:
    """The date with the year that stands behind its last listed day, and that day with its end moved."""
    hit = item.regex.match(tokens.codes, last[0])
    if hit is None or not stands_alone(tokens, last[0], hit.end()):
        return meaning, last
    return replace(meaning, year=_day(hit.span(item.captures[0][0]), tokens)), (hit.end(), last[1])


def _begins(tokens: Tokens, at: int) -> bool:
    return at == 0 or not (tokens.texts[at - 1][-1].isalnum() or tokens.texts[at - 1] in ".,:/-–")


def _day(span: tuple[int, int], tokens: Tokens) -> int:
    return int("".join(tokens.texts[slice(*span)]))


def _list(meaning: Meaning, days: list[int]) -> Meaning:
    listed = [replace(meaning, day=day, last_day=None, part=None) for day in days]
    if not all(exists(one) for one in listed):
        return meaning
    whole = listed[0]
    for one in listed[1:]:
        whole = Meaning("all", first=whole, last=one)
    return whole
