"""What a phrase may ask of the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tasks.actors.found import Found
from tasks.actors.lexicon import Lexicon

# The less says that a name is a town, the more people it must have: its capital may be the sentence's, it stands alone,
# beside a role noun, behind `in`.
FIRST, ALONE, BESIDE, WITHIN = 500_000, 300_000, 15_000, 10_000


class Scene(Protocol):
    """What the text around a phrase tells."""

    lexicon: Lexicon

    def actor(self, ids: Sequence[str]) -> Found | None:
        """Which of the actors of one name is meant when the text was written."""

    def person(self, name: str, office: str | None) -> Found | None:
        """Whom a name stands for, alone or behind the words of an office."""

    def holder(self, office: str, of: str) -> Found | None:
        """Who held an office when the text was written."""

    def leader(self, of: str) -> Found | None:
        """Who led a country or group when the text was written, by whichever office."""

    def bare_office(self, office: str, *, crowned: bool) -> Found | None:
        """Whom an office means where the phrase names no country."""

    def place(self, name: str, *, least: int) -> str | None:
        """The country (alpha-3) of a town of so many people, where there can be no doubt of it."""

    def country(self) -> str | None:
        """The country that the text is about, where that is clear."""
