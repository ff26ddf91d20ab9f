"""Rows of tables that several languages have, for tests that ask the same of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType


def rows(tables: Mapping[str, ModuleType], *names: str) -> list[tuple[str, ...]]:
    """The rows of the tables of some names, the language before each; a row may be a text alone."""
    return [
        (language, *((row,) if isinstance(row, str) else row))
        for language, table in tables.items()
        for name in names
        for row in getattr(table, name)
    ]
