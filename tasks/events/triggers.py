"""The triggers of a sentence: which words tell of an event, and of what type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.events.condition import WordSet
from tasks.events.grammar import grammar, is_definite
from tasks.events.lexicon import Attributive, Entry, Lexicon, lexicon
from tasks.events.phrases import is_material
from tasks.events.tokens import Text, Token, is_quote
from tasks.parse.inflection import Step
from tasks.settings import REFERENCE

_SHORTEST_FIRST_PART = 2
_LONGEST_HEADING = 3
_ENDS_PHRASE = ("punct", "aux", "and", "sub", "rel", "verb", "light")
_EITHER = frozenset("x")
TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry found in a sentence: tokens from `first` up to `last`, exclusive.

    Attributes:
        parted: the other words of the phrase, behind words that do not belong to it (`dropped all the charges`).
        reader: who takes it: `rules`, `learned`, or `both`.
        probability: that careful readers would code it, where something was learned of that.
        known: how many of its kind were coded, of how many seen, in the documents that were learned from.
    """

    first: int
    last: int
    entry: Entry
    mode: str | None
    noun: bool
    parted: tuple[int, ...] = ()
    reader: str = "rules"
    probability: float | None = None
    known: tuple[int, int] | None = None

    @property
    def event_type(self) -> str:
        """The type of the event that the trigger tells of."""
        return self.entry.event_type


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry whose words stand in a sentence, and what the rules say of it.

    Attributes:
        verdict: `taken`, or why not: `condition` (what it asks of its neighbours), `class` (a verb where it is a noun,
            or the other way), `describes` (a participle before its noun), `name` (part of one), `silent` (the
            sentence's domain), `heading` (a heading run into the text), `points_back` (`after the attack`).
        compound: it is the last part of a compound.
    """

    trigger: Trigger
    verdict: str
    compound: bool = False

    @property
    def taken(self) -> bool:
        """Whether the rules take it for a trigger."""
        return self.verdict == TAKEN


def find_triggers(sentence: Text, reference: Path = REFERENCE) -> list[Trigger]:
    """The triggers of a sentence, left to right, never overlapping; none where the sentence is of a silent domain."""
    return [one.trigger for one in sightings(sentence, reference) if one.taken]


def sightings(sentence: Text, reference: Path = REFERENCE) -> list[Sighting]:
    """The entries whose words stand in a sentence, left to right; those that are taken never overlap."""
    words = lexicon(sentence.language, reference)
    groups = grammar(sentence.language, reference).known_groups
    tokens = sentence.tokens
    found: list[Sighting] = []
    parted: set[int] = set()
    index = 0
    while index < len(tokens):
        one = _at(tokens, index, words, groups)
        index += 1
        if one is None or not parted.isdisjoint(range(one.trigger.first, one.trigger.last)):
            continue
        found.append(one)
        if one.taken:
            parted.update(one.trigger.parted)
            index = one.trigger.last
    taken = [one.trigger for one in found if one.taken]
    if not taken:
        return found
    silent = words.silent
    if silent.needs is not None and silent.needs.meets(sentence.words) and silent.holds(tokens, 0, 0):
        return [replace(one, verdict="silent") if one.taken else one for one in found]
    if _is_heading(tokens, taken):
        return [replace(one, verdict="heading") if one.taken else one for one in found]
    if len(taken) == 1:
        return found
    return [
        replace(one, verdict="points_back") if one.taken and _points_back(sentence, one.trigger, reference) else one
        for one in found
    ]


def _points_back(sentence: Text, trigger: Trigger, reference: Path) -> bool:
    """Whether a noun only points back: `after the attack`, with nothing more of it told."""
    tokens = sentence.tokens
    if not trigger.noun or trigger.last - trigger.first > 1 or not is_definite(sentence, trigger.first, reference):
        return False
    first = trigger.first - (tokens[trigger.first - 1].has("det") if trigger.first else 0)
    ended = all(token.has(*_ENDS_PHRASE) for token in tokens[trigger.last : trigger.last + 1])
    return ended and first > 0 and tokens[first - 1].has("prep")


def _is_heading(tokens: Sequence[Token], found: Sequence[Trigger]) -> bool:
    """Whether the sentence is a few words without a verb: a heading run into the text."""
    words = [token for token in tokens if not token.has("punct")]
    verbal = any(token.has("aux", "verb", "light", "report") for token in words)
    nouns = all(trigger.noun and "p" not in trigger.entry.kinds for trigger in found)
    return len(words) <= _LONGEST_HEADING and not verbal and nouns


def _at(tokens: Sequence[Token], index: int, words: Lexicon, groups: WordSet) -> Sighting | None:
    """The entry that a word begins: the first that is taken, else the first that is not."""
    token = tokens[index]
    entries = words.by_form.get(token.lower, ())
    # `angrepet` is a noun and a participle: then the words around decide.
    both = any("v" in entry.kinds for entry in entries) and any("n" in entry.kinds for entry in entries)
    refused: Sighting | None = None
    for entry in entries:
        places = _places(tokens, index, entry.steps) if len(entry.steps) > 1 else [index]
        if places is None:
            continue
        last = index + 1 if len(places) == 1 else _behind(places)
        noun = _is_noun(tokens, index, last, entry.kinds if not both or len(entry.steps) > 1 else _EITHER, groups)
        verdict = TAKEN
        if not entry.condition.holds(tokens, index, last):
            verdict = "condition"
        elif ("n" in entry.kinds and not noun) or ("v" in entry.kinds and noun):
            verdict = "class"
        elif "n" not in entry.kinds and _describes(tokens, index, words.attributive):
            verdict = "describes"
        elif _is_name(tokens, index, last):
            verdict = "name"
        parted = tuple(at for at in places if at >= last)
        found = Sighting(Trigger(index, last, entry, entry.mode, noun, parted), verdict)
        if found.taken:
            return found
        refused = refused or found
    if len(token.lower) > _SHORTEST_FIRST_PART and words.heads:
        compound = _compound(tokens, index, words)
        if compound is not None:
            return Sighting(compound, TAKEN, compound=True)
    return refused


def _places(tokens: Sequence[Token], index: int, steps: tuple[Step, ...]) -> list[int] | None:
    """Where the words of a phrase stand that begins at `index`, or None where it does not stand there.

    What is parted from the first words belongs to the phrase, but not to the trigger: others may stand between.
    """
    places = [index]
    for step in steps[1:]:
        skipped = 0
        here = places[-1] + 1
        while here < len(tokens) and tokens[here].lower not in step.forms:
            skipped += not is_quote(tokens[here])
            if skipped > step.gap or (tokens[here].has("punct") and not is_quote(tokens[here])):
                return None
            here += 1
        if here >= len(tokens):
            return None
        places.append(here)
    return places


def _behind(places: Sequence[int]) -> int:
    """The index behind the first words of a phrase, up to where it parts."""
    return next(at for at in range(places[0] + 1, places[-1] + 2) if at not in places)


def _is_noun(tokens: Sequence[Token], first: int, last: int, kinds: frozenset[str], groups: WordSet) -> bool:
    """Whether the word is a noun here: as its class says, else by what stands around it."""
    if kinds in ({"n"}, {"p"}):
        return True
    if kinds == {"v"}:
        return _after_article(tokens, first) and last - first == 1 and not _is_participle_of(tokens, first)
    before = next((tokens[at] for at in range(first - 1, -1, -1) if not tokens[at].has("adv")), None)
    closed = last >= len(tokens) or tokens[last].has("prep", "punct", "sub", "and", "rel", "aux")
    if before is None:
        return closed
    if before.has("aux", "inf", "rel") or (before.has("pron") and not before.has("det")):
        return False
    if before.has("det", "prep", "genitive", "number") or (before.has("owner") and before.lower not in groups):
        return True
    return closed and not before.has("cap") and is_material(before)


def _after_article(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].has("article")


def _is_participle_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether more of a noun phrase follows: `the kidnapped girls` holds the verb's participle."""
    return first + 1 < len(tokens) and not tokens[first + 1].has("punct", "prep", "aux")


def _describes(tokens: Sequence[Token], index: int, attributive: Attributive) -> bool:
    """Whether the word is a participle that stands before its noun."""
    if not index or index + 1 >= len(tokens) or not tokens[index].lower.endswith(attributive.endings):
        return False
    after = tokens[index + 1]
    return attributive.behind.among(tokens[index - 1 : index]) and is_material(after) and not after.has("det", "adv")


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are part of a name: capitals inside a sentence, beside another capital."""
    if not tokens[first].text[0].isupper():
        return False
    if last < len(tokens) and tokens[last].has("cap"):
        return tokens[first].has("cap")
    return first > 0 and tokens[first - 1].has("cap") and tokens[first].has("cap")


def _compound(tokens: Sequence[Token], index: int, words: Lexicon) -> Trigger | None:
    lower = tokens[index].lower
    for length in words.head_lengths:
        if length + _SHORTEST_FIRST_PART > len(lower):
            continue
        compound = words.heads.get(lower[-length:])
        if compound is None:
            continue
        part = lower[:-length].rstrip("-")
        stems = {part, part.removesuffix("s"), part.removesuffix("e")}
        if stems & compound.excluded or (compound.only is not None and not stems & compound.only):
            continue
        ends = next((mode for first, mode in compound.modes.items() if part.endswith(first)), compound.entry.mode)
        return Trigger(index, index + 1, compound.entry, ends, noun=True)
    return None
