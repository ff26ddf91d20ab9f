"""Which country a text is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from tasks.actors.phrase import NAME, Item
from tasks.actors.senses import PLACE

# So much of what the text names must be of it, and so many times as much as of the next one.
_SHARE, _LEAD = 0.4, 1.5
_WEIGHTS = {"country": 1.0, "capital": 1.0, "adjective": 0.7, "people": 0.7, NAME: 1.0}
# What stands behind `in`; this much alone says nothing.
_PLACE = 2.0


def about(items: Iterable[Item], home: str | None, town: Callable[[Item, bool], str | None]) -> str | None:
    """The country (alpha-3) of most that a text names, if that is clear.

    Args:
        items: those of the text, names of several words made one.
        home: the country that a text of this language means where it names none.
        town: the country of a name, given whether it stands behind a preposition of place.
    """
    weights: dict[str, float] = defaultdict(float)
    within = False
    for one in items:
        country = town(one, within) if one.kind == NAME else one.value
        if one.kind in _WEIGHTS and country is not None:
            weights[country] += _PLACE if within else _WEIGHTS[one.kind]
        within = one.kind == "inner" and one.value == PLACE
    if not weights:
        return home
    (first, most), (_, second) = [*sorted(weights.items(), key=lambda one: -one[1]), ("", 0.0)][:2]
    total = sum(weights.values())
    if most > _PLACE and most >= _SHARE * total and most >= _LEAD * second:
        return first
    return home if home is not None and total - weights.get(home, 0.0) < _PLACE else None
