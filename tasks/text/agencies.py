"""News agencies: how they are spelt, and where a text credits them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_JOINT = re.compile(r"\s*(?:/|-|–|,|;|&)\s*")
_LOOSE = " ()[]©.:"


@dataclass(frozen=True, slots=True)
class Agencies:
    """The spellings of `agencies.yaml`.

    Attributes:
        names: the kept name for each spelling.
        pattern: any spelling, as a word of its own.
    """

    names: dict[str, str]
    pattern: re.Pattern[str]

    def are_all(self, text: str) -> bool:
        """Whether a text is agencies and nothing else: `NTB`, `©NTB`, `NTB-Reuters`, `AFP / Getty Images`."""
        text = text.strip(_LOOSE)
        parts = [part.strip(_LOOSE) for part in _JOINT.split(text)]
        return text in self.names or all(part in self.names for part in parts)

    def named(self, text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The kept names of the agencies in some pieces of a text, each once, in order of appearance."""
        return tuple(dict.fromkeys(self._found(text, spans)))

    def _found(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
        for start, end in spans:
            for match in self.pattern.finditer(text, start, end):
                yield self.names[match.group()]


@cache
def agencies(reference: Path = REFERENCE) -> Agencies:
    """All agencies that people listed."""
    data = reference_file(reference / "agencies.yaml")["agencies"]
    names = {spelling: name for name, spellings in data.items() for spelling in spellings}
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return Agencies(names, re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)"))
