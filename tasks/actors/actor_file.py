"""One actor of `data/reference/actors/`: who it is, when it existed and which offices a person held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tasks.dates.edtf import bounds
from tasks.errors import ReferenceDataError

PERSON, OFFICE = "person", "office"


@dataclass(frozen=True, slots=True)
class Span:
    """First and last possible day; None where it is open or unknown."""

    first: date | None
    last: date | None

    def meets(self, other: Span) -> bool:
        """Whether they share a day."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def stretched(self, days: int) -> Span:
        """The same, begun so many days earlier."""
        return Span(self.first - timedelta(days) if self.first else None, self.last)

    def before(self, other: Span) -> bool:
        """Whether it ended before the other begins."""
        return self.last is not None and other.first is not None and self.last < other.first


ALWAYS = Span(None, None)


ALWAYS = Span(None, None)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: its key, of which country (alpha-3) or actor (id), and when."""

    key: str
    of: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the file; see docs/actors.md for its fields."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    span: Span
    offices: tuple[Office, ...]
    names: Mapping[str, tuple[str, ...]]
    surnames: tuple[str, ...]
    parent: str | None

    def spellings(self, tags: Iterable[str]) -> set[str]:
        """Its names in some languages, and those of all."""
        return {self.name, *(name for tag in ("all", *tags) for name in self.names.get(tag, ()))}

    def held(self, day: Span) -> tuple[Office, ...]:
        """The offices that a person held at a time."""
        return tuple(office for office in self.offices if office.span.meets(day))


def read_actor(entry: Mapping[str, Any], path: Path) -> Actor:
    """An entry of the file.

    Raises:
        ReferenceDataError: it lacks what every actor has, or a date is none.
    """
    try:
        names = {tag: tuple(str(name) for name in some) for tag, some in entry.get("names", {}).items()}
        return Actor(
            actor_id=str(entry["id"]),
            name=str(entry["name"]),
            kind=str(entry["kind"]),
            country=entry.get("country"),
            sector=entry.get("sector"),
            span=_span(entry),
            offices=tuple(Office(str(one["office"]), str(one["of"]), _span(one)) for one in entry.get("offices", ())),
            names=names,
            surnames=tuple(str(name) for name in entry.get("surname", ())),
            parent=entry.get("parent"),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise ReferenceDataError(
            f"{path}: actor {entry.get('id', entry)!r} cannot be read ({error}); see docs/actors.md for its fields"
        ) from error


def is_country(of: str) -> bool:
    """Whether an office is of a country (alpha-3) rather than of an actor (id)."""
    return len(of) == 3 and of.isupper()  # noqa: PLR2004 - alpha-3


def _span(entry: Mapping[str, Any]) -> Span:
    first, last = entry.get("from"), entry.get("to")
    return Span(bounds(str(first))[0] if first else None, bounds(str(last))[1] if last else None)
