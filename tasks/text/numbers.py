"""Numbers in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.settings import REFERENCE
from tasks.text.reference import language_file


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; offsets in code points of the text searched, end exclusive."""

    start: int
    end: int
    value: float
    in_words: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or two that bound a range (`1,200 to 1,500`); offsets as in `Number`."""

    start: int
    end: int
    low: float
    high: float
    in_words: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    words: dict[str, int]
    multipliers: dict[str, int]
    fillers: frozenset[str]
    separators: str
    decimal: str


def find_numbers(text: str, language: str, reference: Path = REFERENCE) -> list[Number]:
    """The numbers of a text, left to right, never overlapping.

    Args:
        text: any text.
        language: a BCP-47 tag that has `numbers.yaml`.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the language has no `numbers.yaml`.
    """
    lexicon = _lexicon(language, reference)
    found = []
    for match in lexicon.pattern.finditer(text):
        value = _value(match.group(), lexicon)
        if value is not None:
            found.append(Number(match.start(), match.end(), value, in_words=match["words"] is not None))
    return found


def find_amounts(text: str, language: str, reference: Path = REFERENCE) -> list[Amount]:
    """The numbers of a text, left to right, those that bound a range put together.

    Args:
        text: any text.
        language: a BCP-47 tag that has `numbers.yaml`; its optional section `ranges` holds what stands `within` a
            range, and the pairs that stand around and within one (`between: and`).
        reference: the reference folder.

    Raises:
        ReferenceDataError: the language has no `numbers.yaml`.
    """
    ranges = language_file(language, "numbers", reference).get("ranges", {})
    found: list[Amount] = []
    for number in find_numbers(text, language, reference):
        before = found[-1] if found else None
        if before is not None and before.low == before.high < number.value:
            link = text[before.end : number.start].strip().casefold()
            outside = text[: before.start].split()[-1:]
            if link in ranges.get("within", ()) or any(
                ranges.get("around", {}).get(word.casefold()) == link for word in outside
            ):
                found[-1] = Amount(before.start, number.end, before.low, number.value, in_words=number.in_words)
                continue
        found.append(Amount(number.start, number.end, number.value, number.value, in_words=number.in_words))
    return found


def parse_number(words: str, language: str, reference: Path = REFERENCE) -> float | None:
    """The value of a text that is one number and nothing else (`250.000`, `tjuetre`, `two hundred`), else None."""
    lexicon = _lexicon(language, reference)
    return _value(words.strip(), lexicon) if lexicon.pattern.fullmatch(words.strip()) else None


def ordinal_words(numbers: Mapping[str, Any]) -> dict[str, int]:
    """The ordinals of a language in words, 1 to 99 (`third`, `twenty-second`, `tjueandre`), with their values.

    Args:
        numbers: the content of `numbers.yaml`. Its optional section `ordinals` holds `units`, `teens` and `tens` by
            value, and `others` for compounds that are not made of a cardinal ten and an ordinal (`toogtjuende`).
    """
    ordinals = numbers.get("ordinals")
    if not ordinals:
        return {}
    words: dict[str, int] = {
        w: v for part in ("units", "teens", "tens", "others") for w, v in ordinals.get(part, {}).items()
    }
    for ten, high in numbers["tens"].items():
        for unit, low in ordinals["units"].items():
            words.update({f"{ten}{joiner}{unit}": high + low for joiner in numbers["joiners"]})
    return words


def _value(text: str, lexicon: _Lexicon) -> float | None:
    total, current = 0.0, None
    for token in _tokens(text.casefold(), lexicon):
        if token in lexicon.fillers and token not in lexicon.words:
            continue
        if token in lexicon.multipliers:
            step = (1.0 if current is None else current) * lexicon.multipliers[token]
            total, current = (total + step, None) if lexicon.multipliers[token] > 100 else (total, step)  # noqa: PLR2004
        elif token[0].isdigit():
            current = float(re.sub(f"[{re.escape(lexicon.separators)}]", "", token).replace(lexicon.decimal, "."))
        elif token in lexicon.words:
            current = (current or 0.0) + lexicon.words[token]
        else:
            return None
    return total + (current or 0.0)


def _tokens(text: str, lexicon: _Lexicon) -> list[str]:
    """The number words and digit groups of a match, compounds whole."""
    known = sorted((*lexicon.words, *lexicon.multipliers, *lexicon.fillers), key=len, reverse=True)
    digits = rf"\d[\d{re.escape(lexicon.separators + lexicon.decimal)}]*"
    return re.findall(f"{digits}|{'|'.join(map(re.escape, known))}", text)


@cache
def _lexicon(language: str, reference: Path) -> _Lexicon:
    data = language_file(language, "numbers", reference)
    words: dict[str, int] = {**data["units"], **data["teens"], **data["tens"]}
    for ten, high in data["tens"].items():
        for unit, low in data["units"].items():
            words.update({f"{ten}{joiner}{unit}": high + low for joiner in data["joiners"]})
    multipliers: dict[str, int] = data["multipliers"]
    separators, decimal = "".join(data["group_separators"]), data["decimal_separator"]
    fillers = frozenset(("-", *data["and"], *data["bare_multiplier"]))

    def either(options: object) -> str:
        return "|".join(sorted(map(re.escape, options), key=len, reverse=True))  # type: ignore[call-overload]

    group = f"[{re.escape(separators)}]"
    digits = rf"(?<![\w.,])(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{re.escape(decimal)}\d+)?(?!\w|[.,]\d)"
    times = rf"(?:[ -]?(?:{either(multipliers)}))"
    one, several = rf"(?:{either(words)})", rf"(?:(?:{either(data['bare_multiplier'])}) )?(?:{either(multipliers)})"
    more = rf"(?: (?:(?:{either(data['and'])}) )?{one}{times}*)"
    in_words = rf"(?:{one}{times}+{more}*|{several}{times}*(?: (?:{either(data['and'])}) {one}{times}*)?|{one})"
    pattern = re.compile(rf"(?:{digits}{times}?|(?P<words>\b{in_words}))(?!\w)", re.IGNORECASE)
    return _Lexicon(pattern, words, multipliers, fillers, separators, decimal)
