"""What a document says of where it is set: countries, divisions and points, and what stands beside its names."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.places.holders import Holder, holders_beside, lies_in
from tasks.places.line import Line
from tasks.places.place import Entry
from tasks.places.senses import Sense

# A name speaks for its country where it is a place of so much weight, less behind a preposition of place, and so much
# more likely than any in another country.
_OBVIOUS, _OBVIOUS_BEHIND, _CLEAR = 5.9, 4.9, 1.0
_COUNTRY, _PEOPLE, _TOWN = 1.5, 1.0, 1.0
_DATELINE = 2.0


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a country: a word for its people, or a place in it."""

    start: int
    key: str
    country: str | None
    weight: float
    entry: Entry | None
    dateline: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says of where it is set.

    Attributes:
        said: a country (alpha-3) to how much speaks for it.
        by_key: the same of one word or folded name alone.
        points: folded names to the towns, divisions and sites that they name beyond doubt.
        holders: a folded name to the larger places that stand beside it anywhere in the document and hold such a place.
        confirmed: all those larger places.
        small: all words that stand in small letters.
        named: where a place is named beyond doubt, in the order of the text, datelines left out.
    """

    said: Mapping[str, float]
    by_key: Mapping[str, Mapping[str, float]]
    points: Mapping[str, Entry]
    holders: Mapping[str, Sequence[Holder]]
    confirmed: frozenset[Holder]
    small: frozenset[str]
    named: Sequence[tuple[int, Entry]]

    def share(self, country: str | None, without: str) -> float:
        """A country's share of all that speaks for one, what a name says for itself left out."""
        if country is None or country not in self.said:
            return 0.0
        own = self.by_key.get(without, {})
        total = sum(self.said.values()) - sum(own.values())
        # Sums of the same numbers in another order may differ in their last digits.
        return max(0.0, self.said[country] - own.get(country, 0.0)) / total if total > _PEOPLE / 2 else 0.0


def context_of(lines: Sequence[tuple[str, Line]]) -> Context:
    """What a document says of where it is set.

    Args:
        lines: its segments, with their kinds.
    """
    signs: list[Sign] = []
    holders: dict[str, list[Holder]] = defaultdict(list)
    small: set[str] = set()
    confirmed: set[Holder] = set()
    for kind, line in lines:
        small.update(word.text for word in line.words if word.text == word.lower)
        signs += _peoples(line, dateline=kind == "dateline")
        signs += _places(line, dateline=kind == "dateline")
        for run in line.names:
            for holder in holders_beside(line, run):
                for key in {sense.key for sense in line.senses(run) if lies_in(sense.entry, holder)}:
                    confirmed.add(holder)
                    if holder not in holders[key]:
                        holders[key].append(holder)
    by_key = _said(signs)
    said: dict[str, float] = defaultdict(float)
    for countries in by_key.values():
        for country, much in countries.items():
            said[country] += much
    points = {sign.key: sign.entry for sign in signs if sign.entry is not None and sign.entry.kind != "country"}
    named = [(sign.start, sign.entry) for sign in signs if sign.entry is not None and not sign.dateline]
    return Context(dict(said), by_key, points, dict(holders), frozenset(confirmed), frozenset(small), named)


def _peoples(line: Line, *, dateline: bool) -> Iterator[Sign]:
    for at, word in enumerate(line.words):
        country = line.people(at)
        if country is not None:
            yield Sign(word.start, word.lower, country, _PEOPLE * _times(dateline=dateline), None, dateline)


def _places(line: Line, *, dateline: bool) -> Iterator[Sign]:
    for run in line.names:
        senses = line.senses(run)
        if not senses:
            continue
        entry, at = senses[0].entry, line.number(run.start)
        behind = dateline or (at > 0 and line.words[at - 1].lower in line.vocabulary.before)
        # Our own file holds what news names, and nobody else bears the name.
        own = not entry.place_id.isdigit() and len(senses) == 1
        if senses[0].weight >= (_OBVIOUS_BEHIND if behind or own else _OBVIOUS) and is_clear(senses):
            weight = (_COUNTRY if entry.kind == "country" else _TOWN) * _times(dateline=dateline)
            yield Sign(run.start, senses[0].key, entry.country, weight, entry, dateline)


def _times(*, dateline: bool) -> float:
    return _DATELINE if dateline else 1.0


def is_clear(senses: Sequence[Sense]) -> bool:
    """Whether the likeliest sense is much likelier than any in another country."""
    first, others = senses[0].entry, [sense for sense in senses if sense.entry.country != senses[0].entry.country]
    if any(sense.entry.kind in {"country", "admin1"} for sense in others) and first.kind in {"country", "admin1"}:
        return False  # Georgia
    return all(senses[0].weight - sense.weight >= _CLEAR for sense in others)


def _said(signs: Sequence[Sign]) -> dict[str, dict[str, float]]:
    """How much each word speaks for its countries."""
    counts = Counter((sign.key, sign.country) for sign in signs if sign.country is not None)
    weights: dict[tuple[str, str], float] = {}
    for sign in signs:
        if sign.country is not None:
            one = (sign.key, sign.country)
            weights[one] = max(sign.weight, weights.get(one, 0.0))
    said: dict[str, dict[str, float]] = defaultdict(dict)
    for (key, country), weight in weights.items():
        # Said again, it counts more, but not as much more as another word would.
        said[key][country] = weight * (1 + math.log(counts[key, country]))
    return dict(said)
