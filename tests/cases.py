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
    """A text with one marked piece and the columns that it must get.

    Attributes:
        line: where the case begins in its file.
        published: EDTF.
        start, end: offsets of the marked piece in `text`.
        expected: the columns of the second line, in order.
        known: why the project still gets it wrong (a third line behind `?`), None where it must not.
    """

    line: int
    published: str
    text: str
    start: int
    end: int
    expected: tuple[Allowed, ...]
    known: str | None = None

    @property
    def marked(self) -> str:
        """The marked piece itself."""
        return self.text[self.start : self.end]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; how one is written stands at the head of each file."""
    found, block, first = [], [], 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line and not line.startswith("#"):
            first = first if block else number
            block.append(line)
        elif not line and block:
            found.append(_case(block, first))
            block = []
    return found


def fits(allowed: Allowed, value: str | None) -> bool:
    """Whether a value is one of those allowed: case, diacritics, marks, `the` and `of` make no difference."""
    return allowed is None or _key(value) in {_key(one) for one in allowed}


def near(allowed: Allowed, latitude: float | None, longitude: float | None, degrees: float = 0.5) -> bool:
    """Whether a point lies within some degrees of one of those allowed (`36.2 37.2`), or there rightly is none."""
    if allowed is None:
        return True
    if latitude is None or longitude is None:
        return None in allowed
    points = [[float(number) for number in one.split()] for one in allowed if one]
    return any(abs(latitude - lat) <= degrees and abs(longitude - lon) <= degrees for lat, lon in points)


def _case(block: list[str], line: int) -> Case:
    published, _, told = block[0].partition(" | ")
    told = told.replace(" ¶ ", "\n\n")
    marks = _MARKED.findall(told)
    if len(marks) != 1 or len(block) not in (2, 3) or not block[1].startswith("= "):
        raise ValueError(f"line {line}: a case is a text with one [[mark]], a line '= …' and perhaps a line '? …'")
    start = told.index("[[")
    expected = tuple(_allowed(one.strip()) for one in block[1].removeprefix("= ").split(" | "))
    known = block[2].removeprefix("? ") if len(block) == 3 else None
    return Case(line, published, _MARKED.sub(r"\1", told), start, start + len(marks[0]), expected, known)


def _allowed(column: str) -> Allowed:
    return None if column == "*" else frozenset(None if one == "-" else one for one in column.split("/"))


def _key(value: str | None) -> str | None:
    if value is None:
        return None
    plain = unicodedata.normalize("NFKD", value.casefold()).translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in {"the", "of"})
