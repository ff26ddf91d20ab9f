"""The words of a language that time expressions are made of, sorted into categories, and the text as their codes.

Every token of a text becomes one character that stands for the set of categories it belongs to. Patterns are then
regular expressions over these characters, so the matching runs at the speed of `re` whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from babel import Locale

from tasks.text.numbers import ordinal_words

SPACE, LINE, OTHER = " ", "\n", "x"
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|[^\S\n]+|.", re.DOTALL)
_FIRST_CODE = 0x100
_ROMANS = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
]
_YEARS, _BARE_YEARS = range(1000, 2200), range(1900, 2051)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words, digit groups, white space and single signs; `codes` has one character for each."""

    texts: list[str]
    codes: str
    ends: list[int]

    def start(self, index: int) -> int:
        """Where a token begins in the text; the text's length behind the last one."""
        return self.ends[index - 1] if index else 0


@dataclass(slots=True)
class Lexicon:
    """Words (case-folded) with their categories and values.

    Attributes:
        values: category, word, value.
        capitals: categories whose words count only with a capital letter (English months and weekdays).
        endings: endings that make an unknown word one of a category, with the shortest length of such a word.
    """

    values: dict[str, dict[str, Any]]
    capitals: frozenset[str] = frozenset()
    endings: Mapping[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    _codes: dict[frozenset[str], str] = field(default_factory=dict)
    _words: dict[str, tuple[str, str]] = field(default_factory=dict)

    def seal(self, literals: Iterable[str]) -> None:
        """Gives every word its code, once all words are known: those of the lists and the literals of patterns."""
        categories: dict[str, set[str]] = {}
        for category, words in self.values.items():
            for word in words:
                categories.setdefault(word, set()).add(category)
        for literal in literals:
            categories.setdefault(literal, set()).add(f"={literal}")
        for digits in _digit_shapes():
            categories.setdefault(digits, set()).update(_numeric(digits))
        for word, names in categories.items():
            lower = frozenset(name for name in names if name not in self.capitals)
            self._words[word] = self._code(lower), self._code(frozenset(names))
        for category in self.endings:
            self._code(frozenset((category,)))

    def chars(self, category: str) -> str:
        """The codes of all category sets that hold a category."""
        return "".join(code for names, code in self._codes.items() if category in names)

    def read(self, text: str) -> Tokens:
        """A text as tokens and codes, in time linear in its length."""
        texts = _TOKEN.findall(text)
        code = {token: self._code_of(token) for token in set(texts)}
        return Tokens(texts, "".join([code[token] for token in texts]), list(accumulate(map(len, texts))))

    def _code_of(self, token: str) -> str:
        if token.isspace():
            return LINE if "\n" in token else SPACE
        known = self._words.get(token.casefold())
        if known is not None:
            return known[token[0].isupper()]
        if len(token) > 2 and token.isalpha() and token.islower():  # noqa: PLR2004 - endings are of verbs, not of names
            for category, (endings, shortest) in self.endings.items():
                if len(token) >= shortest and token.endswith(endings):
                    return self._code(frozenset((category,)))
        return OTHER

    def _code(self, names: frozenset[str]) -> str:
        if not names:
            return OTHER
        return self._codes.setdefault(names, chr(_FIRST_CODE + len(self._codes)))


def build_lexicon(data: Mapping[str, Any], numbers: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a language out of `dates.yaml`, `numbers.yaml` and the CLDR names that `dates.yaml` asks for."""
    values: dict[str, dict[str, Any]] = {
        category: {word: value for value, words in groups.items() for word in words}
        for category, groups in data["words"].items()
    }
    locale = Locale.parse(data["cldr"].replace("-", "_"))
    full = _inflected(locale.months["format"]["wide"], data["months"]["forms"])
    short = {word: number for number, words in data["months"]["short"].items() for word in words}
    for width in ("format", "stand-alone"):
        short.update(_inflected(locale.months[width]["abbreviated"], ["{}"]))
    unsure = set(data["months"]["unsure"])
    values["month"] = full
    values["short_month"] = {word: number for word, number in short.items() if word not in full}
    values["bare_month"] = {word: number for word, number in full.items() if word not in unsure}
    names = locale.days["format"]["wide"]
    values["weekday"] = _inflected(names, data["weekdays"]["forms"])
    values["weekdays"] = _inflected(names, data["weekdays"]["plural"])
    values["weekday_short"] = _inflected(locale.days["format"]["abbreviated"], ["{}"])
    values["weekday_part"] = _inflected(names, data["weekdays"]["compounds"])
    for category in ("units", "teens", "tens"):
        values[f"{category}_word"] = {w: v for w, v in numbers[category].items() if " " not in w}
    values["number_word"] = {
        f"{ten}{joiner}{unit}": high + low
        for ten, high in numbers["tens"].items()
        for unit, low in numbers["units"].items()
        for joiner in numbers["joiners"]
        if joiner == ""
    }
    ordinals = ordinal_words(numbers)
    values["nth"] = ordinals
    values["nth_word"] = {word: value for word, value in ordinals.items() if word.isalpha()}
    values["nth_unit"] = dict(numbers.get("ordinals", {}).get("units", {}))
    values["roman"] = {roman.casefold(): number for number, roman in enumerate(_ROMANS, 1)}
    values["roman_month"] = {word: number for word, number in values["roman"].items() if number <= 12}  # noqa: PLR2004
    endings = {name: (tuple(rule["endings"]), int(rule["shortest"])) for name, rule in data["endings"].items()}
    return Lexicon(values, frozenset((*data["capitals"], "roman", "roman_month")), endings)


def _inflected(names: Mapping[int, str], forms: Iterable[str]) -> dict[str, int]:
    return {form.format(name.rstrip(".")).casefold(): number for number, name in names.items() for form in forms}


def _digit_shapes() -> Iterable[str]:
    for length in range(1, 5):
        yield from (str(n).zfill(length) for n in range(10**length))


def _numeric(digits: str) -> set[str]:
    """The categories of a group of one to four digits."""
    value, length = int(digits), len(digits)
    names = {"digits"} if digits[0] != "0" else set()
    if length <= 2:  # noqa: PLR2004 - two digits at most
        names |= {name for name, most, least in _RANGES if least <= value <= most}
        if length == 2:  # noqa: PLR2004
            names |= {"two_digits"} | ({"minute"} if value <= 59 else set())  # noqa: PLR2004
            names |= {"decade_digits"} if value % 10 == 0 else set()
    if length == 4:  # noqa: PLR2004
        names |= {name for name, years in (("year", _YEARS), ("bare_year", _BARE_YEARS)) if value in years}
        names |= {"decade_year"} if value in _YEARS and value % 10 == 0 else set()
        names |= {"century_year"} if value in _YEARS and value % 100 == 0 else set()
        names |= {"clock_digits"} if value // 100 <= 24 and value % 100 <= 59 else set()  # noqa: PLR2004
    return names


_RANGES = (
    ("day", 31, 1), ("month_number", 12, 1), ("hour", 24, 0), ("hour12", 12, 1), ("century", 21, 1),
    ("week_number", 53, 1), ("quarter_number", 4, 1),
)  # fmt: skip
NUMERIC = frozenset((
    "digits", "minute", "two_digits", "decade_digits", "year", "bare_year", "decade_year", "century_year",
    *(name for name, _, _ in _RANGES),
))  # fmt: skip
