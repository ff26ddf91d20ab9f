"""Reading the cases of places and actors: a short text, what is marked in it, and what a careful person says it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

_MARKED = re.compile(r"\[\[(.+?)\]\]")
# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"})
# None: not checked. Else the values that are right; None among them says that nothing is known.
Allowed = frozenset[str | None] | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text whose piece from `start` to `end` must get the columns `expected`.

    `line` is where it begins in its file; `known` why it still goes wrong (a third line behind `?`), else None.
    """

    line: int
    published: str
    text: str
    start: int
    end: int
    expected: tuple[Allowed, ...]
    known: str | None

    @property
    def marked(self) -> str:
        return self.text[self.start : self.end]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; how one is written stands at the head of each file."""
    lines = [line for line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if not line[1].startswith("#")]
    starts = [at for at, (_, line) in enumerate(lines) if line and (at == 0 or not lines[at - 1][1])]
    return [_case(lines[at][0], [line for _, line in lines[at:]]) for at in starts]


def fits(allowed: Allowed, value: str | None) -> bool:
    """Whether a value is one of those allowed: case, diacritics, marks, `the` and `of` make no difference."""
    return allowed is None or _key(value) in {_key(one) for one in allowed}


def near(allowed: Allowed, latitude: float | None, longitude: float | None, degrees: float = 0.5) -> bool:
    """Whether a point lies within some degrees of one of those allowed (`36.2 37.2`), or there rightly is none."""
    if allowed is None or latitude is None or longitude is None:
        return allowed is None or None in allowed
    points = [tuple(map(float, one.split())) for one in allowed if one]
    return any(abs(latitude - lat) <= degrees and abs(longitude - lon) <= degrees for lat, lon in points)


def _case(line: int, rest: list[str]) -> Case:
    first, *told = rest[: rest.index("")] if "" in rest else rest
    published, _, marked = first.replace(" ¶ ", "\n\n").partition(" | ")
    marks = _MARKED.findall(marked)
    wrong = len(marks) != 1 or not told or not told[0].startswith("= ")
    if wrong or len(told) > 2 or not all(one.startswith("? ") for one in told[1:]):
        raise ValueError(f"line {line}: a case is a text with one [[mark]], a line '= …' and perhaps a line '? …'")
    start = marked.index("[[")
    expected = tuple(
        None if one.strip() == "*" else frozenset(None if each == "-" else each for each in one.strip().split("/"))
        for one in told[0].removeprefix("= ").split(" | ")
    )
    known = told[1].removeprefix("? ") if len(told) == 2 else None
    return Case(line, published, _MARKED.sub(r"\1", marked), start, start + len(marks[0]), expected, known)


def _key(value: str | None) -> str | None:
    plain = unicodedata.normalize("NFKD", (value or "").casefold()).translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return value and " ".join(word for word in re.findall(r"\w+", plain) if word not in {"the", "of"})
