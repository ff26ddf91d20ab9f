"""Of which country a town is, where its name leaves no doubt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tasks.actors.names import squash
from tasks.places.gazetteer import open_gazetteer
from tasks.settings import REFERENCE

# How large a place of our own file counts that has no figure: it is there because news names it.
_NAMED = 1_000_000
# So many times larger than its namesakes abroad a town must be.
_TIMES = 8


@lru_cache(maxsize=65536)
def town_country(
    name: str, language: str, reference: Path = REFERENCE, *, least: int, own_name: bool = False
) -> str | None:
    """The country (alpha-3) of the town that bears a name; None where it is none, or one of several.

    Args:
        name: as the text has it.
        language: of the text.
        reference: the reference folder.
        least: the inhabitants that it must have.
        own_name: whether it must be the name that the gazetteer calls it by.
    """
    sizes: dict[str, int] = {}
    for entry in open_gazetteer(reference).find(name, language):
        if entry.country is not None and (not own_name or squash(entry.name) == squash(name)):
            size = entry.population if entry.place_id.isdigit() else max(entry.population, _NAMED)
            sizes[entry.country] = max(sizes.get(entry.country, 0), size)
    if not sizes:
        return None
    (country, most), *others = sorted(sizes.items(), key=lambda one: -one[1])
    return country if most >= least and all(most >= _TIMES * size for _, size in others) else None
