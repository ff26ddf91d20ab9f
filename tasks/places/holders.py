"""The larger places that the words right beside a name say it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tasks.places.fold import fold_name
from tasks.places.line import Line
from tasks.places.names import Run, is_owner
from tasks.places.place import Entry
from tasks.places.senses import senses_of

# Words between a larger place before a name and the name: `the northern Syrian border town of`.
_REACH = 5


@dataclass(frozen=True, slots=True)
class Holder:
    """A larger place that the text says a name lies in: a country, or one of its first-order divisions.

    Attributes:
        sure: by a word that describes or owns the name (`the Syrian town of`), which nothing else can be meant by.
    """

    country: str
    admin1: str | None
    sure: bool = field(default=False, compare=False)


def holders_beside(line: Line, run: Run) -> Iterator[Holder]:
    """The larger places that stand right beside a name.

    `Paris, Texas`, `Paris in Texas`, `the Syrian town of Kobani`, `Tysklands hovedstad Berlin`.

    Args:
        line: the segment.
        run: one of its names.
    """
    yield from _before(line, run)
    at, words = line.first_from(run.end), line.words
    if at == len(words):
        return
    between = line.text[run.end : words[at].start]
    if between == " " and words[at].lower in line.vocabulary.inside:
        last = at + _REACH
        at += 1
        while at < min(len(words), last) and line.leads(at):
            at += 1
    elif between.strip() != ",":
        return
    if at < len(words) and words[at].is_name:
        behind = line.names_in(words[at : at + _REACH])[0:1]
        yield from (holder for one in behind if one.start == words[at].start for holder in _named(line, line.name(one)))


def lies_in(entry: Entry, holder: Holder) -> bool:
    """Whether a place lies in a larger one, as far as its country and division say."""
    if entry.country != holder.country or entry.kind == "country":
        return False
    if holder.admin1 is None:
        return True
    inside = entry.kind != "admin1" and entry.admin1 is not None
    return inside and fold_name(entry.admin1 or "") == fold_name(holder.admin1)


def _before(line: Line, run: Run) -> Iterator[Holder]:
    first = line.number(run.start)
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if line.between(at) != " ":
            return
        word, ending = line.words[at], line.vocabulary.genitive
        country = line.people(at)
        if country is not None:
            yield Holder(country, None, sure=True)
            return
        if word.is_name:
            if is_owner(word.text) or (ending and word.text.endswith(ending)):
                yield from (replace(holder, sure=True) for holder in _named(line, word.text))
            return
        if not (line.leads(at) or word.lower in line.vocabulary.kinds or word.lower in line.vocabulary.links):
            return


def _named(line: Line, name: str) -> Iterator[Holder]:
    """The countries and first-order divisions of a name."""
    name = line.vocabulary.abbreviations.get(name.rstrip(".").lower(), name)
    for sense in senses_of(name, line.language, line.reference):
        entry = sense.entry
        if entry.kind in {"country", "admin1"} and entry.country is not None:
            yield Holder(entry.country, entry.admin1 if entry.kind == "admin1" else None)
