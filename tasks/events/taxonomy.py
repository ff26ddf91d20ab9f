"""The closed lists of `data/reference/taxonomy.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import reference_file


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Event types with their modes (PLOVER 0.8), contexts, casualty kinds and actor sectors."""

    event_types: Mapping[str, tuple[str, ...]]
    contexts: tuple[str, ...]
    casualty_kinds: tuple[str, ...]
    sectors: tuple[str, ...]

    @property
    def modes(self) -> tuple[str, ...]:
        """Every mode of any type, sorted."""
        return tuple(sorted({mode for modes in self.event_types.values() for mode in modes}))


@cache
def taxonomy(reference: Path = REFERENCE) -> Taxonomy:
    """The taxonomy of a reference folder.

    Raises:
        ReferenceDataError: the file is missing or is no mapping.
    """
    values = reference_file(reference / "taxonomy.yaml")
    return Taxonomy(
        event_types={name: tuple(modes) for name, modes in values["event_types"].items()},
        contexts=tuple(values["contexts"]),
        casualty_kinds=tuple(values["casualty_kinds"]),
        sectors=tuple(values["sectors"]),
    )
