"""What a name may mean: the places of the gazetteer that bear it, with how likely each is before a text is read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from tasks.places.demonyms import exonyms
from tasks.places.fold import fold_name
from tasks.places.gazetteer import open_gazetteer
from tasks.places.names import NOUN_OFF, forms_of
from tasks.places.place import Entry
from tasks.places.tongue import home_countries
from tasks.places.vocabulary import vocabulary
from tasks.settings import REFERENCE

# On the scale of log10 of a town's inhabitants: a name alone means the country rather than a town of ten millions, and
# a sea or region of our own file rather than a town of one. Sites, roads and districts need something that speaks for
# them (`choice.LEAST` is higher).
_PRIOR = {"country": 8.8, "region": 7.4, "water": 7.4, "admin1": 5.2, "admin2": 4.9}
_SMALL = 4.4
# The name that the tables use, and one that only some other language or spelling has.
_MAIN, _EXACT, _OTHER = 0.5, 0.2, -0.4
# Another name that is nothing like the main one may be of a quarter or of long ago (Jonestown, Baltimore), and the more
# so where it is the main name of other towns; not that of a town so large (Bombay).
_ALIKE, _UNLIKE, _ANOTHERS, _KNOWN_BY_MANY = 0.45, -1.2, -3.0, 2_000_000
# Long names that one place alone bears are rarely anything else.
_ALONE, _LONG = 0.7, 6
# Initials are mostly of something else, as are words that mean a kind of place.
_SHORT, _SHORT_NAME, _A_NOUN = -1.5, 3, -1.5
# Of the country that writes: so much, shared by all countries of the language.
_HOME = 1.5
# What is left of a name without its last letter, where the whole is a name: Honduras.
_WHOLE = -0.6
# Hundreds of villages may bear a name; the most populous come first.
_MOST = 60
_HELD = 20_000
# Inhabitants where GeoNames knows none: it lists the place for some reason.
_UNKNOWN = 600
_BEYOND = frozenset({"country", "region", "water"})
UNSETTLED = frozenset({"country", "region", "water", "admin1", "admin2"})


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name may mean.

    Attributes:
        key: the folded form of the name under which it was found.
        weight: how likely it is before anything of the text is known, as log10 of inhabitants.
        part: a part of it is meant. kinds: the kinds of place that a noun in the name says it is.
    """

    entry: Entry
    key: str
    weight: float
    part: bool
    kinds: tuple[str, ...]


@lru_cache(maxsize=_HELD)
def senses_of(name: str, language: str, reference: Path = REFERENCE) -> tuple[Sense, ...]:
    """The places that a name may mean, the likeliest first.

    Args:
        name: as it stands in a text, with its inflection.
        language: BCP-47, of the text.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the gazetteer cannot be read.
    """
    words, home = vocabulary(language, reference), home_countries(language)
    own_names, gazetteer = exonyms(language, reference), open_gazetteer(reference)
    best: dict[str, Sense] = {}
    least = math.inf
    for form in forms_of(name, words):
        if form.cost >= least:
            break  # the longer name is one by itself: Northern Ireland is no part of Ireland
        known = own_names.get(form.text.lower(), form.text)
        found = gazetteer.find(known, language)[:_MOST]
        nameless = not words.no_towns.isdisjoint((form.text.lower(), name.lower()))
        for entry in found:
            if nameless and "/" not in entry.place_id and entry.kind not in _BEYOND:
                continue
            weight = prior(entry) - form.cost + _fits(entry, known, form.text, found)
            weight += _HOME / math.sqrt(len(home)) if entry.country in home else 0.0
            weight += _WHOLE if form.cut and best else 0.0
            weight += _A_NOUN if form.text.lower() in words.kinds else 0.0
            sense = Sense(entry, fold_name(form.text), weight, form.part, form.kinds)
            if entry.place_id not in best or weight > best[entry.place_id].weight:
                best[entry.place_id] = sense
        if any(entry.kind in UNSETTLED or not entry.place_id.isdigit() for entry in found):
            least = min(least, form.cost + NOUN_OFF)
    return tuple(sorted(best.values(), key=lambda sense: (-sense.weight, sense.entry.place_id)))


def prior(entry: Entry) -> float:
    """How likely a place is meant by its name alone, as log10 of inhabitants."""
    if entry.kind in _PRIOR:
        return _PRIOR[entry.kind]
    populous = math.log10(entry.population or _UNKNOWN)
    return populous if entry.place_id.isdigit() else max(populous, _SMALL)


def _fits(entry: Entry, known: str, text: str, found: tuple[Entry, ...]) -> float:
    """How well a name is the place's own, and the place the name's."""
    own, key, name = not entry.place_id.isdigit(), _saintly(fold_name(known)), _saintly(fold_name(entry.name))
    if known != text or name == key:
        fit = _MAIN + (_EXACT if entry.name == known else 0.0)
    elif own or entry.kind in UNSETTLED or name.startswith(f"{key} ") or key.startswith(f"{name} "):
        fit = 0.0
    else:
        fit = _OTHER + (_SHORT if len(text) <= _SHORT_NAME else 0.0)
        if entry.population < _KNOWN_BY_MANY and SequenceMatcher(None, key, name).ratio() < _ALIKE:
            namesakes = any(other.kind not in UNSETTLED and fold_name(other.name) == key for other in found)
            fit += _ANOTHERS if namesakes else _UNLIKE
    alone = _ALONE if len(found) == 1 and len(text) >= _LONG else 0.0
    return fit + (2 * alone if own else alone)  # somebody wrote it down because news names it


def _saintly(key: str) -> str:
    """A folded name in which `St. Petersburg` and `Saint Petersburg` are one."""
    return f"st {key.removeprefix('saint ')}" if key.startswith("saint ") else key


@lru_cache(maxsize=_HELD)
def is_known(name: str, language: str, reference: Path = REFERENCE) -> bool:
    """Whether the gazetteer holds a name just as it stands, no genitive apart."""
    gazetteer = open_gazetteer(reference)
    forms = forms_of(name, vocabulary(language, reference))
    return any(gazetteer.find(form.text, language) for form in forms if form.cost < NOUN_OFF)
