"""Where the places of a document's mentions are: each an entry of the gazetteer, or nothing where none is sure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.events.where import Place
from tasks.places.choice import SETTLED, SITES, Wanted, choose, distance
from tasks.places.context import Context, context_of
from tasks.places.fold import fold_name
from tasks.places.gazetteer import open_gazetteer
from tasks.places.line import Line, read_line
from tasks.places.place import Entry, Located
from tasks.places.reading import Reading, read_place
from tasks.places.senses import Sense, senses_of
from tasks.places.vocabulary import vocabulary
from tasks.settings import REFERENCE
from tasks.text.document import Document

_NAMED, _NEAR, _DIVISION2, _DIVISION1, _REGION, _COUNTRY, _WATER = 1, 2, 3, 4, 5, 6, 7
# Degrees of a great circle between a town and its suburbs.
_SAME_TOWN = 0.6
_TOWNS = frozenset({"city", "town", "village"})
_OF_KIND = {"country": _COUNTRY, "region": _REGION, "admin1": _DIVISION1, "admin2": _DIVISION2, "water": _WATER}


def locate(document: Document, places: Sequence[Place | None], reference: Path = REFERENCE) -> list[Located | None]:
    """What the places of a document's mentions are in the gazetteer, in their order; None where there is no place.

    Of several names, the place that lies in the others counts (`Sinai` in `Egypt's Sinai`), else the first that is
    known (`Idlib and Homs`). A name of which no sense is likely enough in this document keeps its precision by words.

    Args:
        document: the whole text is read for what speaks for one sense or another.
        places: as they stand in the text, with their precision by the words around them.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the gazetteer or a file of the language data cannot be read.
    """
    if not any(places):
        return [None] * len(places)
    lines = [
        (one.kind, read_line(document.text, one.start, one.end, one.language, reference)) for one in document.segments
    ]
    scene = _Scene(document, context_of(lines), reference, {}, [line for _, line in lines])
    return [None if place is None else scene.located(place) for place in places]


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    part: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """A document with its context, and what has been found in it."""

    document: Document
    context: Context
    reference: Path
    done: dict[tuple[int, int, int], Located]
    lines: Sequence[Line]

    def located(self, place: Place) -> Located:
        key = (place.start, place.end, place.where_prec)
        if key not in self.done:
            self.done[key] = self._locate(place)
        return self.done[key]

    def _locate(self, place: Place) -> Located:
        line = self._line(place)
        reading = read_place(line, place.start, place.end)
        found = self._whole(place, reading, line.language) or self._named(reading, line.language)
        if found is None and not reading.names:
            found = self._pointed_back(reading, place) or self._peoples(reading)
        if found is None:
            return Located(None, None, None, None, None, None, place.where_prec)
        entry, code = found.entry, precision(found.entry, reading, place.where_prec, part=found.part)
        if not entry.place_id:
            return Located(None, None, entry.admin1, entry.country, None, None, place.where_prec)
        return Located(entry.place_id, entry.name, entry.admin1, entry.country, entry.latitude, entry.longitude, code)

    def _line(self, place: Place) -> Line:
        """The segment of a place; one that reaches over several has a line of its own."""
        segments = self.document.segments
        first, last = (
            max(0, bisect_right(segments, offset, key=lambda one: one.start) - 1)
            for offset in (place.start, place.end - 1)
        )
        if first == last:
            return self.lines[first]
        start, end = segments[first].start, segments[last].end
        return read_line(self.document.text, start, end, segments[first].language, self.reference)

    def _named(self, reading: Reading, language: str) -> _Found | None:
        chosen = [
            (name.wanted, choose(senses_of(name.text, language, self.reference), name.wanted, self.context))
            for name in reading.names
        ]
        known = [(wanted, sense) for wanted, sense in chosen if sense is not None]
        if not known:
            return None
        first, best = known[0]
        if not reading.joined:
            for wanted, other in known[1:]:
                if is_finer(best.entry, other.entry) or _is_of(first, best, wanted, other):
                    first, best = wanted, other
            if len(known) < len(chosen) and best.entry.kind not in SETTLED:
                # Of what has a name that nobody knows, only what it lies in is known.
                return _Found(_around(best.entry), part=False)
        # A district that is called by a city is one in it: `the neighborhood of Aleppo`.
        return _Found(best.entry, best.part or (reading.quarter and best.entry.kind == "city"))

    def _whole(self, place: Place, reading: Reading, language: str) -> _Found | None:
        """The place of a text that is a name as a whole, though not all of it is written as one: `det kaspiske hav`."""
        words = vocabulary(language, self.reference)
        text = place.text
        first, _, rest = text.partition(" ")
        text = rest if rest and first.lower() in words.articles else text
        if any(text in name.text for name in reading.names):
            return None
        senses = senses_of(text, language, self.reference)
        # A town in small letters is an ordinary word.
        known = [sense for sense in senses if sense.entry.kind not in SETTLED and sense.key == fold_name(text)]
        sense = choose(known, Wanted(), self.context)
        return None if sense is None else _Found(sense.entry, sense.part)

    def _pointed_back(self, reading: Reading, place: Place) -> _Found | None:
        """The place named before that `the city` or `landet` stands for."""
        if not reading.points_back:
            return None
        country = reading.points_back == "country"
        before = [
            entry
            for start, named in self.context.named
            if start < place.start
            for entry in [named if country else self._town(named)]
            if entry is not None and (entry.kind == "country") == country
        ]
        if not before:
            return None
        counts = Counter(entry.place_id for entry in before)
        nearest = before[-1]
        # The last one named, and the one that the text is about; where these are two, nobody knows.
        others = max((count for place_id, count in counts.items() if place_id != nearest.place_id), default=0)
        return _Found(nearest, part=False) if counts[nearest.place_id] > others else None

    def _town(self, entry: Entry) -> Entry | None:
        """The town that a place is or lies in, as far as the gazetteer says."""
        while entry.kind not in _TOWNS and entry.within is not None:
            larger = open_gazetteer(self.reference).entry(entry.within)
            if larger is None:
                return None
            entry = larger
        return entry if entry.kind in _TOWNS else None

    def _peoples(self, reading: Reading) -> _Found | None:
        """The country of `a Syrian jail`, and the first of `the Turkish-Syrian border`."""
        if not reading.countries or (len(reading.countries) > 1 and not reading.border):
            return None
        entry = open_gazetteer(self.reference).country(reading.countries[0])
        return None if entry is None else _Found(entry, part=False)


def is_finer(entry: Entry, other: Entry) -> bool:
    """Whether the second of two places of a text is the one that is meant: it lies in the first, or is a part of it."""
    if other.within == entry.place_id:
        return True
    if entry.kind == "country":
        return other.kind != "country" and other.country == entry.country
    if entry.kind == "admin1":
        inside = other.kind not in {"country", "admin1", "region"}
        return inside and other.country == entry.country and other.admin1 == entry.admin1
    return entry.kind in {"region", "water", "admin2"} and other.kind not in {"country", "region", "water", "admin1"}


def _is_of(wanted: Wanted, sense: Sense, behind: Wanted, other: Sense) -> bool:
    """Whether the first of two towns only tells more of the second: `the Paris suburb of Saint-Denis`.

    In `Ataturk airport in Istanbul`, a village in another part of the country that bears the name is no place here.
    """
    if sense.entry.kind not in SETTLED or other.entry.kind not in SETTLED:
        return False
    kinds = {*wanted.kinds, *sense.kinds}
    if distance(sense.entry, other.entry) < _SAME_TOWN:
        return not SETTLED.isdisjoint(kinds) and not SETTLED.isdisjoint(behind.kinds)
    return bool(kinds) and kinds <= SITES


def _around(entry: Entry) -> Entry:
    """What is known of a nameless place in a country or division."""
    admin1 = entry.admin1 if entry.kind in {"admin1", "admin2"} else None
    return Entry("", "", "", entry.country, admin1, None, None)


def precision(entry: Entry, reading: Reading, by_words: int, *, part: bool) -> int:
    """The UCDP precision of a place that is found.

    Args:
        entry: what it is.
        reading: what its text says.
        by_words: the precision that the words alone give, those before it included.
        part: its name says that a part of it is meant (`Øst-Aleppo`).
    """
    if by_words == _WATER or entry.kind == "water":
        return _WATER
    if reading.border:
        return _REGION
    part = part or reading.part
    # An island in no division is larger than one.
    kind = "region" if entry.kind == "island" and entry.admin1 is None else entry.kind
    code = _OF_KIND.get(kind, _NAMED)
    if code == _COUNTRY:
        return _REGION if part or (by_words == _REGION and not reading.bare) else _COUNTRY
    part = part or (by_words == _NEAR and not (reading.described or reading.within))
    if code != _NAMED:
        return code
    return by_words if by_words in {_DIVISION1, _DIVISION2} else _NEAR if part else _NAMED
