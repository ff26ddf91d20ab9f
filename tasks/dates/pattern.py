"""The patterns of `dates.yaml`, compiled to regular expressions over the codes of a lexicon.

A pattern reads like the text it matches: words and signs stand for themselves, a space for white space within a line,
`<category>` for a word of a category and `<category:field>` for one that goes into another field than its category's
name (only fields of `Meaning` are kept), `{part}` for a part named in the data, `( | )` and `?` for choice and option.
Categories are the groups of `words`, and: `month`, `short_month`, `bare_month`, `weekday`, `weekdays`, `weekday_short`,
`weekday_part` of CLDR and the forms given; `count` (a number in digits or words), `nth` (an ordinal in words, where
`numbers.yaml` has `ordinals`), `units_word`, `teens_word`, `tens_word`; `roman` and `roman_month` in capitals; digits:
`digits`, `day`, `month_number`, `year`, `bare_year`, `two_digits`, `decade_year`, `decade_digits`, `century_year`,
`century`, `week_number`, `quarter_number`, `hour`, `hour12`, `minute`, `clock_digits` (`1400`, as minutes).

`[...]` at an end is context: it must be there (`[!...]`: must not) but is no part of the expression. There is no
repetition, so a match is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.dates.lexicon import LINE, OTHER, SPACE, Lexicon
from tasks.dates.meaning import FIELDS
from tasks.errors import ReferenceDataError

_ELEMENT = re.compile(r"<\w+(?::\w+)?>|\{\w+\}|[^\W\d_]+|[0-9]+|\s+|.")
_CAPTURE = re.compile(r"<(\w+)(?::(\w+))?>")
_CONTEXT = re.compile(r"(?:\[([^!\]][^\]]*)\])?([^\[\]]+)(?:\[(!?)([^\]]+)\])?")
_SIGNS = frozenset("()|?[]{}<>!")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, the codes it can begin with, and its captures: group, field of the meaning, category."""

    regex: re.Pattern[str]
    first: frozenset[str]
    captures: tuple[tuple[str, str, str], ...]


def literals(patterns: Sequence[str], parts: Mapping[str, Sequence[str]]) -> set[str]:
    """The words and signs that patterns and parts name themselves; a lexicon must know them before it is sealed."""
    found = set()
    for pattern in (*patterns, *(choice for choices in parts.values() for choice in choices)):
        for element in _ELEMENT.findall(pattern):
            if not element.isspace() and element not in _SIGNS and element[0] not in "<{[":
                found.add(element.casefold())
    return found


def compile_pattern(pattern: str, lexicon: Lexicon, parts: Mapping[str, Sequence[str]]) -> Pattern:
    """Compiles a pattern.

    Raises:
        ReferenceDataError: the pattern names an unknown part or category, or its brackets do not match.
    """
    shape = _CONTEXT.fullmatch(pattern)
    if shape is None:
        raise ReferenceDataError(f"dates.yaml: pattern {pattern!r} has context elsewhere than at its ends")
    compiler = _Compiler(lexicon, parts, pattern)
    before, body, sign, after = shape.groups()
    regex, first, empty = compiler.whole(body)
    if empty:
        raise ReferenceDataError(f"dates.yaml: pattern {pattern!r} matches nothing at all; make a part of it required")
    regex = f"(?P<span>{regex})"
    if before:
        context, begins, nothing = compiler.whole(before)
        regex, first = f"(?:{context}){regex}", begins | (first if nothing else set())
    if after:
        regex += f"(?{'!' if sign else '='}{compiler.whole(after)[0]})"
    try:
        return Pattern(re.compile(regex), frozenset(first), tuple(compiler.captures))
    except re.error as error:
        raise ReferenceDataError(f"dates.yaml: pattern {pattern!r} does not compile: {error}") from error


class _Compiler:
    """Turns elements into a regular expression, what it can begin with, and whether it can be empty."""

    def __init__(self, lexicon: Lexicon, parts: Mapping[str, Sequence[str]], pattern: str) -> None:
        self.lexicon, self.parts, self.pattern = lexicon, parts, pattern
        self.captures: list[tuple[str, str, str]] = []

    def whole(self, pattern: str, depth: int = 0) -> tuple[str, set[str], bool]:
        rest = _ELEMENT.findall(pattern)[::-1]
        compiled = self.choice(rest, depth, "")
        if rest:
            raise ReferenceDataError(f"dates.yaml: pattern {self.pattern!r} closes a bracket that it did not open")
        return compiled

    def choice(self, rest: list[str], depth: int, closer: str) -> tuple[str, set[str], bool]:
        """Options up to `closer`, which stays in `rest`; elements come off the end of `rest`."""
        options = [self.sequence(rest, depth, closer)]
        while rest and rest[-1] == "|":
            rest.pop()
            options.append(self.sequence(rest, depth, closer))
        first = set[str]().union(*(begins for _, begins, _ in options))
        return f"(?:{'|'.join(o for o, _, _ in options)})", first, any(empty for _, _, empty in options)

    def sequence(self, rest: list[str], depth: int, closer: str) -> tuple[str, set[str], bool]:
        out, first, empty = "", set[str](), True
        while rest and rest[-1] not in ("|", closer):
            inner, begins, nothing = self.element(rest.pop(), rest, depth)
            if rest and rest[-1] == "?":
                rest.pop()
                inner, nothing = f"(?:{inner})?", True
            out += inner
            if empty:
                first, empty = first | begins, nothing
        return out, first, empty

    def element(self, element: str, rest: list[str], depth: int) -> tuple[str, set[str], bool]:
        if element == "(":
            compiled = self.choice(rest, depth + 1, ")")
            if not rest or rest.pop() != ")":
                raise ReferenceDataError(f"dates.yaml: pattern {self.pattern!r} opens a bracket that it does not close")
            return compiled
        if element.startswith("{"):
            return self.part(element[1:-1], depth)
        if element.startswith("<") and (capture := _CAPTURE.fullmatch(element)):
            return self.word(capture[1], capture[2] or capture[1])
        if element.isspace():
            return SPACE, {SPACE}, False
        return self.one_of(self.lexicon.chars(f"={element.casefold()}"))

    def part(self, name: str, depth: int) -> tuple[str, set[str], bool]:
        if name == "end":  # the end of a clause: nothing, a line break or a sign that no word is made of
            return f"(?:$|{LINE}|{SPACE}?{self.one_of(self.lexicon.chars('stop'))[0]})", set(), True
        if name not in self.parts or depth > _DEEPEST:
            raise ReferenceDataError(
                f"dates.yaml: pattern {self.pattern!r} names the part {name!r}, which is not there"
            )
        compiled = [self.whole(choice, depth + 1) for choice in self.parts[name]]
        return (
            f"(?:{'|'.join(regex for regex, _, _ in compiled)})",
            set[str]().union(*(first for _, first, _ in compiled)),
            any(empty for _, _, empty in compiled),
        )

    def word(self, category: str, name: str) -> tuple[str, set[str], bool]:
        regex, first = self.several(category) if category in _SEVERAL else self.one_of(self.lexicon.chars(category))[:2]
        if not first:
            raise ReferenceDataError(f"dates.yaml: pattern {self.pattern!r} names {category!r}, which has no words")
        if name not in FIELDS:
            return regex, first, False
        group = f"g{len(self.captures)}"  # a field may be captured in several options, a group of `re` only once
        self.captures.append((group, name, category))
        return f"(?P<{group}>{regex})", first, False

    def several(self, category: str) -> tuple[str, set[str]]:
        """Numbers that may be two words: a ten with a unit, or one word out of some categories."""
        last, alone = _SEVERAL[category]
        tens, units = self.one_of(self.lexicon.chars("tens_word"))[0], self.one_of(self.lexicon.chars(last))[0]
        hyphen = self.one_of(self.lexicon.chars("=-"))[0]
        every = set[str]().union(*(self.lexicon.chars(name) for name in alone))
        if not every:
            return "", every
        regex = f"(?:{tens}(?:{hyphen}|{SPACE}){units}|{self.one_of(''.join(sorted(every)))[0]})"
        return regex, every | set(self.lexicon.chars("tens_word"))

    @staticmethod
    def one_of(chars: str) -> tuple[str, set[str], bool]:
        # A word that is nowhere in the lexicon can never match.
        return (f"[{re.escape(chars)}]", set(chars), False) if chars else (f"(?!){OTHER}", set(), False)


_SEVERAL = {
    "count": ("units_word", ("digits", "units_word", "teens_word", "tens_word", "number_word")),
    "nth": ("nth_unit", ("nth_word",)),
}
