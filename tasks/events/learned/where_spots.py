"""All that a document names which may be a place: names of places, sites, datelines; in sentences and headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tasks.events.draft import Scene
from tasks.events.place_words import PlaceWords, place_words
from tasks.events.reading import Reading
from tasks.events.where import Place, dateline_place, precision
from tasks.parse.tree import Tree
from tasks.text.reference import languages

_PLACES = ("GPE", "LOC", "FAC")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "X")
_ARTICLES = ("the", "a", "an")
_SHORTEST = 3
_FIRST = re.compile(r"[^\W_]+")
# Before the first sentence.
TOP = -1


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a text names what may be a place.

    Attributes:
        number: its sentence; -1 for a dateline or the heading on top, that of the next sentence for other headings.
        key: the same for all spots that name the same.
        source: `rule` (by word order alone), `name`, `site`, `echo` (a name known from elsewhere), `heading`,
            `dateline`.
        label: of the name, empty without one.
        way: how its preposition means it (`at`, `near`, `to`, ...), `other`, or empty without one.
        plain: the preposition is one of place, whatever it hangs on.
        head: the word of the sentence's tree that it hangs by; -1 without a tree.
        owner: a genitive.
        stands_for: the kind of place that a noun may mean which was named before; empty for others.
        name_prec: the precision of the name without the words around it.
    """

    number: int
    place: Place
    key: str
    source: str
    label: str
    way: str
    plain: bool
    head: int
    owner: bool = False
    stands_for: str = ""
    name_prec: int = 1


def find_spots(scene: Scene) -> list[Spot]:
    """What may be a place in a document, in the order of the text."""
    known = languages(scene.reference, having="places")
    spots: list[Spot] = []
    for reading in scene.readings:
        if reading.text.language in known:
            words = place_words(reading.text.language, scene.reference)
            spots += _in_sentence(scene.document.text, reading, words)
    spots += _echoes(scene, spots)
    spots += _datelines(scene)
    return sorted(spots, key=lambda spot: (spot.place.start, spot.place.end))


def _in_sentence(text: str, reading: Reading, words: PlaceWords) -> Iterator[Spot]:
    tree = reading.parsed.tree
    number = reading.text.number
    covered: list[tuple[int, int]] = []
    for first, last in _runs(tree, words):
        spot = _named(text, tree, (first, last), words, number)
        if spot is not None:
            covered.append((spot.place.start, spot.place.end))
            yield spot
    starts = [word.start for word in tree.words]
    for place, plain in reading.places:
        if any(start < place.end and place.start < end for start, end in covered):
            continue
        covered.append((place.start, place.end))
        head = _head(tree, bisect_left(starts, place.start), bisect_left(starts, place.end)) if len(tree) else -1
        way = _way(tree, head, words) if head >= 0 else ""
        label = (tree[head].label or "") if head >= 0 else ""
        yield Spot(number, place, _core(place.text, words), "rule", label, way or "at", plain, head)
    for index, word in enumerate(tree.words):
        if word.upos != "NOUN" or any(start < word.end and word.start < end for start, end in covered):
            continue
        if words.is_site(word.lemma.lower()):
            yield _site(text, tree, index, words, number)


def _runs(tree: Tree, words: PlaceWords) -> Iterator[tuple[int, int]]:
    """The names of places in a sentence, and of organisations that are buildings as well."""
    index = 0
    while index < len(tree):
        label = tree[index].label
        if label not in (*_PLACES, "ORG"):
            index += 1
            continue
        last = index + 1
        while last < len(tree) and tree[last].label == label:
            last += 1
        if label in _PLACES or any(words.is_site(word.lower) for word in tree.words[index:last]):
            yield index, last
        index = last


def _named(text: str, tree: Tree, run: tuple[int, int], words: PlaceWords, number: int) -> Spot | None:
    """A name with the words that belong to it: `the outskirts of Aleppo`, `Helmand province`."""
    first, last = run
    while first < last and tree[first].upos in {"DET", "PUNCT"}:
        first += 1
    owner = last > first and not any(char.isalnum() for char in tree[last - 1].lower.removesuffix("s"))
    if owner:
        last -= 1
    if first >= last:
        return None
    end = tree[last - 1].end
    if tree[last - 1].feats.get("Case") == "Gen":
        owner = True
        end -= tree[last - 1].lower.endswith(words.genitive_mark) * len(words.genitive_mark)
    name = [word.text for word in tree.words[first : last - 1]] + [text[tree[last - 1].start : end]]
    owner = owner or (last < len(tree) and tree[last].lower in {"'s", "'"})
    head = _head(tree, first, last)
    begin, others = _leads(tree, first, words)
    if not owner and last < len(tree) and (tree[last].lower in words.tails or words.is_site(tree[last].lemma.lower())):
        others.append(tree[last].lower)
        end, head = tree[last].end, _head(tree, begin, last + 1)
    way = _way(tree, head, words)
    if begin and tree[begin - 1].base == "case" and begin > 1 and tree[begin - 2].lower in words.directions:
        others.append(tree[begin - 2].lower)
        begin -= 2
    start = tree[begin].start
    near = way == "near" or any(one in words.directions for one in others)
    place = Place(text[start:end], start, end, precision(name, others, words, near=near))
    plain = way in {"at", "near"}
    label = tree[run[0]].label or ""
    bare = precision(name, (), words, near=False)
    return Spot(number, place, _core(" ".join(name), words), "name", label, way, plain, head, owner, name_prec=bare)


def _leads(tree: Tree, first: int, words: PlaceWords) -> tuple[int, list[str]]:
    """Where the words before a name that belong to it begin, and which they are."""
    begin, others, at = first, [], first - 1
    while at >= 0:
        lower = tree[at].lower
        if lower in words.leads and lower not in words.inside:
            begin = at
            others.append(lower)
        elif lower not in words.inside and tree[at].upos != "DET":
            break
        at -= 1
    return begin, others


def _site(text: str, tree: Tree, index: int, words: PlaceWords, number: int) -> Spot:
    first = index
    parts = ("det", "amod", "compound", "nummod", "nmod:poss")
    while first and tree[first - 1].head == index and (tree[first - 1].dep in parts or tree[first - 1].base in parts):
        first -= 1
    word = tree[index]
    start = tree[first].start
    others = [one.lower for one in tree.words[first : index + 1]]
    way = _way(tree, index, words)
    place = Place(text[start : word.end], start, word.end, precision([], others, words, near=way == "near"))
    owner = word.feats.get("Case") == "Gen"
    key = "~" + word.lemma.lower()
    kind = words.stand_for.get(word.lemma.lower(), "")
    return Spot(number, place, key, "site", word.label or "", way, way in {"at", "near"}, index, owner, kind)


def _head(tree: Tree, first: int, last: int) -> int:
    """The word of a span that hangs on one outside it."""
    outside = (at for at in range(first, min(last, len(tree))) if not first <= tree[at].head < last)
    return next(outside, min(max(first, last - 1), len(tree) - 1))


def _way(tree: Tree, head: int, words: PlaceWords) -> str:
    """How the preposition of a phrase means it; that of the first of several counts for all."""
    for _ in range(4):
        cases = [tree[child].lower for child in tree.below(head, "case") if tree[child].lower != "'s"]
        if cases:
            both = " ".join(cases)
            return words.kinds.get(both) or words.kinds.get(cases[0]) or words.kinds.get(cases[-1]) or "other"
        if tree[head].base not in {"conj", "appos", "compound", "flat"} or tree.is_root(head):
            return ""
        head = tree[head].head
    return ""


def _core(name: str, words: PlaceWords) -> str:
    """What all spots of one name share: its words in small letters, without articles and leads."""
    parts = re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?", name.lower())
    own = [part for part in parts if part not in _ARTICLES and not (part in words.leads and len(parts) > 1)]
    return " ".join(own or parts) or "~"


def _echoes(scene: Scene, spots: Iterable[Spot]) -> Iterator[Spot]:
    """Names of places, known from where they were labelled or stand as plain places, in the rest of the text."""
    text, sentences = scene.document.text, scene.document.sentences
    named: dict[str, Spot] = {}
    for spot in spots:
        # A single letter or two would be found in initials.
        if spot.key[0] != "~" and len(spot.key) >= _SHORTEST and (spot.label in _PLACES or spot.plain):
            named.setdefault(spot.key, spot)
    if not named:
        return
    by_first: dict[str, list[str]] = {}
    for key in sorted(named, key=lambda key: (-len(key), key)):
        by_first.setdefault(_FIRST.findall(key)[0], []).append(key)
    covered = sorted((spot.place.start, spot.place.end) for spot in spots)
    starts = [sentence.start for sentence in sentences]
    done = 0
    for match in _FIRST.finditer(text):
        start, word = match.start(), match.group()
        if start < done or not word[0].isupper():
            continue
        keys = (*by_first.get(word.lower(), ()), *by_first.get(word.lower().removesuffix("s"), ()))
        key = next((key for key in keys if _stands_at(text, start, key)), "")
        if not key or _overlaps(covered, start, start + len(key)):
            continue
        end = done = start + len(key)
        owner = text[end : end + 1] == "s"
        number = bisect_right(starts, start) - 1
        source = "echo" if number >= 0 and start < sentences[number].end else "heading"
        origin = named[key]
        code = origin.place.where_prec if origin.place.text == text[start:end] else origin.name_prec
        place = Place(text[start:end], start, end, code)
        yield Spot(number, place, key, source, "", "", plain=False, head=-1, owner=owner)


def _stands_at(text: str, start: int, key: str) -> bool:
    """Whether a name stands in a text as a whole, at most with a genitive ending."""
    end = start + len(key)
    behind = text[end : end + 2].lower()
    ends = not behind[:1].isalnum() or (behind[:1] == "s" and not behind[1:].isalnum())
    return ends and text[start:end].lower() == key


def _overlaps(covered: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some spans, in order, overlaps another."""
    behind = bisect_right(covered, (start, end))
    return any(first < end and start < last for first, last in covered[max(0, behind - 2) : behind + 1])


def _datelines(scene: Scene) -> Iterator[Spot]:
    for segment in scene.document.segments:
        if segment.kind == "dateline":
            place = dateline_place(scene.document.text, segment, scene.reference)
            if place is not None:
                words = place_words(segment.language, scene.reference)
                yield Spot(TOP, place, _core(place.text, words), "dateline", "", "", plain=False, head=-1)
