"""Of which country a town is, where its name leaves no doubt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tasks.places.gazetteer import open_gazetteer
from tasks.settings import REFERENCE

# A name that stands alone is a town's from this size on: smaller ones share theirs with people.
_LARGE = 100_000
# Behind `in` a smaller place will do, if it is so many times larger than its namesakes abroad.
_TIMES = 8
_SMALL = 1_000


@lru_cache(maxsize=65536)
def town_country(name: str, language: str, reference: Path = REFERENCE, *, alone: bool = False) -> str | None:
    """The country (alpha-3) of the town that bears a name; None where it is none, or one of several.

    Args:
        name: as the text has it.
        language: of the text.
        reference: the reference folder.
        alone: whether nothing but the name says that it is a place.
    """
    sizes: dict[str, int] = {}
    for entry in open_gazetteer(reference).find(name, language):
        if entry.country is not None:
            # What our own file has no figure for is there because news names it.
            size = entry.population if entry.place_id.isdigit() else max(entry.population, _LARGE)
            sizes[entry.country] = max(sizes.get(entry.country, 0), size)
    if not sizes:
        return None
    (country, most), *others = sorted(sizes.items(), key=lambda one: -one[1])
    least = _LARGE if alone else _SMALL
    return country if most >= least and all(most >= _TIMES * size for _, size in others) else None
