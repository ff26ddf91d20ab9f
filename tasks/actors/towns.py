"""Of which country a town is, where its name leaves no doubt."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE


class Towns:
    """The towns of the gazetteer under the names of one language."""

    def __init__(self, language: str, reference: Path = REFERENCE) -> None:
        self._language = language
        self._reference = reference

    def country(self, name: str) -> str | None:
        """The country (alpha-3) of the town that bears a name, if one is far larger than its namesakes."""
        return None


@cache
def towns(language: str, reference: Path = REFERENCE) -> Towns:
    """The towns as a language names them."""
    return Towns(language, reference)
