"""Where the places of a document's mentions are: each an entry of the gazetteer, or nothing where none is sure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.events.where import Place
from tasks.places.choice import SETTLED, Wanted, choose
from tasks.places.context import Context, read_context
from tasks.places.gazetteer import open_gazetteer
from tasks.places.names import Word, words_of
from tasks.places.place import Entry, Located
from tasks.places.reading import Reading, read_place
from tasks.places.senses import Sense, senses_of
from tasks.places.vocabulary import vocabulary
from tasks.settings import REFERENCE
from tasks.text.document import Document, Segment

_NAMED, _NEAR, _DIVISION2, _DIVISION1, _REGION, _COUNTRY, _WATER = 1, 2, 3, 4, 5, 6, 7
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
    scene = _Scene(document, read_context(document, reference), reference, {}, {})
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
    tokens: dict[int, list[Word]]
    done: dict[tuple[int, int, int], Located]

    def located(self, place: Place) -> Located:
        key = (place.start, place.end, place.where_prec)
        if key not in self.done:
            self.done[key] = self._locate(place)
        return self.done[key]

    def _locate(self, place: Place) -> Located:
        segment = self._segment(place)
        reading = read_place(
            self.document.text, self._words(segment), (place.start, place.end), segment.language, self.reference
        )
        found = self._named(reading, segment.language) or self._whole(place, segment.language)
        if found is None and not reading.names:
            found = self._pointed_back(reading, place) or self._peoples(reading)
        if found is None:
            return Located(None, None, None, None, None, None, place.where_prec)
        entry, code = found.entry, precision(found.entry, reading, place.where_prec, part=found.part)
        return Located(entry.place_id, entry.name, entry.admin1, entry.country, entry.latitude, entry.longitude, code)

    def _segment(self, place: Place) -> Segment:
        segments = self.document.segments
        return segments[max(0, bisect_right(segments, place.start, key=lambda one: one.start) - 1)]

    def _words(self, segment: Segment) -> list[Word]:
        if segment.segment_no not in self.tokens:
            self.tokens[segment.segment_no] = words_of(self.document.text, segment.start, segment.end)
        return self.tokens[segment.segment_no]

    def _named(self, reading: Reading, language: str) -> _Found | None:
        chosen: list[Sense] = []
        for name in reading.names:
            sense = choose(senses_of(name.text, language, self.reference), name.wanted, self.context)
            if sense is not None:
                chosen.append(sense)
        if not chosen:
            return None
        best = chosen[0]
        if not reading.joined:
            for other in chosen[1:]:
                best = other if holds(best.entry, other.entry) else best
        return _Found(best.entry, best.part)

    def _whole(self, place: Place, language: str) -> _Found | None:
        """The place of a text that is a name as a whole, though not all of it is written as one: `det kaspiske hav`."""
        words = vocabulary(language, self.reference)
        text = place.text
        first, _, rest = text.partition(" ")
        text = rest if rest and first.lower() in words.articles else text
        senses = senses_of(text, language, self.reference)
        # A town in small letters is an ordinary word.
        known = [sense for sense in senses if sense.entry.kind not in SETTLED and not sense.part and not sense.kinds]
        sense = choose(known, Wanted(), self.context)
        return None if sense is None else _Found(sense.entry, sense.part)

    def _pointed_back(self, reading: Reading, place: Place) -> _Found | None:
        """The place named before that `the city` or `landet` stands for."""
        if not reading.points_back:
            return None
        wanted = SETTLED if reading.points_back == "town" else {"country"}
        before = [entry for start, entry in self.context.named if start < place.start and entry.kind in wanted]
        if not before:
            return None
        counts = Counter(entry.place_id for entry in before)
        often = max(counts.values())
        nearest = before[-1]
        # The last one named, and the one that the text is about; where these are two, nobody knows.
        return _Found(nearest, part=False) if counts[nearest.place_id] == often else None

    def _peoples(self, reading: Reading) -> _Found | None:
        """The country of `a Syrian jail`, and of nothing between two countries."""
        if len(reading.countries) != 1:
            return None
        entry = open_gazetteer(self.reference).country(reading.countries[0])
        return None if entry is None else _Found(entry, part=False)


def holds(larger: Entry, smaller: Entry) -> bool:
    """Whether one place lies in another, as far as their kinds, countries and divisions say."""
    if smaller.within == larger.place_id:
        return True
    if larger.kind == "country":
        return smaller.kind != "country" and smaller.country == larger.country
    if larger.kind == "admin1":
        inside = smaller.kind not in {"country", "admin1", "region"}
        return inside and smaller.country == larger.country and smaller.admin1 == larger.admin1
    return larger.kind in {"region", "water", "admin2"} and smaller.kind not in {"country", "region", "water", "admin1"}


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
    code = _OF_KIND.get(entry.kind, _NAMED)
    if code == _COUNTRY:
        return _REGION if part or by_words == _REGION else _COUNTRY
    part = part or (by_words == _NEAR and not reading.described)
    if code != _NAMED:
        return code
    return by_words if by_words in {_DIVISION1, _DIVISION2} else _NEAR if part else _NAMED
