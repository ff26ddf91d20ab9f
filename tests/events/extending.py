"""Reading a table of sentences of a language that was added as data, and what share of it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.events.mention import Mention
from tasks.extract import extract
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.read.raw import RawDocument
from tasks.settings import REFERENCE

TRIGGER = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what a reader codes of the event that its trigger tells."""

    event_type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    text: str
    start: int
    end: int


def read_table(path: Path) -> Iterator[Line]:
    """The lines of a table `type | actors | recipients | sentence with [[trigger]]`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            event_type, actors, recipients, marked = (part.strip() for part in line.split(" |"))
            found = TRIGGER.search(marked)
            assert found, line
            text = TRIGGER.sub(r"\1", marked)
            yield Line(event_type, _parties(actors), _parties(recipients), text, found.start(), found.end() - 4)


def shares(
    lines: list[Line], language: str, models: ModelChoice = OUR_MODELS, reference: Path = REFERENCE
) -> dict[str, float]:
    """The share of lines whose trigger is found with its type, and of those the shares with the right parties."""
    found = [(line, _mention(line, language, models, reference)) for line in lines]
    hit = [(line, one) for line, one in found if one is not None and one.event_type == line.event_type]
    return {
        "type": len(hit) / len(lines),
        "actor": sum(_same(line.actors, one, "actor") for line, one in hit) / len(hit),
        "recipient": sum(_same(line.recipients, one, "recipient") for line, one in hit) / len(hit),
    }


def _mention(line: Line, language: str, models: ModelChoice, reference: Path) -> Mention | None:
    raw = RawDocument("d", "tests", "d", "", "2016-10-05", line.text, language=language)
    mentions = extract(raw, reference, models=models).mentions
    return next((one for one in mentions if one.trigger_start < line.end and line.start < one.trigger_end), None)


def _parties(text: str) -> tuple[str, ...]:
    return tuple(sorted(part.strip().lower() for part in text.split(";") if part.strip()))


def _same(expected: tuple[str, ...], mention: Mention, role: str) -> bool:
    """Whether the parties are those, give or take the words around their names."""
    given = sorted(one.text.lower() for one in mention.participants if one.role == role)
    return len(given) == len(expected) and all(
        ours in theirs or theirs in ours for ours, theirs in zip(given, expected, strict=True)
    )
