"""Which event the casualties of a sentence belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from tasks.events.casualties import find_casualties
from tasks.events.harmed import Harm, find_harm
from tasks.events.mention import Casualty
from tasks.events.phrases import Phrase
from tasks.events.reading import Reading
from tasks.events.triggers import Trigger
from tasks.events.victims import uncounted
from tasks.parse.tree import Tree
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

# A trigger, the other words for the same event, and the phrases of those that it was done to.
Act = tuple[Trigger, Sequence[Trigger], Sequence[Phrase]]
Span = tuple[int, int]

# Types that a figure may belong to, the likeliest first.
_BELONGS = {
    "killed": ("ASSAULT", "PROTEST", "COERCE"),
    "injured": ("ASSAULT", "PROTEST", "COERCE"),
    "abducted": ("ASSAULT", "COERCE"),
    "detained": ("COERCE", "ASSAULT"),
    "displaced": ("AID", "ASSAULT", "COERCE", "PROTEST"),
    "besieged": ("COERCE", "ASSAULT"),
    "missing": ("ASSAULT", "AID"),
    "affected": ("ASSAULT", "COERCE", "AID"),
}
# What acts of a mode do to those that they are done to.
_BY_MODE = {"arrest": "detained", "abduct": "abducted", "targeted": "killed"}


def share_casualties(
    text: str, reading: Reading, acts: Sequence[Act], reference: Path = REFERENCE
) -> list[tuple[Casualty, ...]]:
    """The casualties of each act of a sentence.

    Args:
        text: the document's text.
        reading: the sentence.
        acts: its acts, in the order of the text.
        reference: the reference folder.
    """
    told = dict(_told(reading, acts, reference))
    harms = find_harm(text, reading.parsed, reading.text.language, told, reference)
    shares: list[list[Casualty]] = [[] for _ in acts]
    named = [harm for harm in harms if not harm.bare]
    _give_victims(shares, named, reading, acts)
    taken = [(one.start, one.end) for harm in named for one in harm.casualties]
    solved = [*((harm.start, harm.end) for harm in named), *taken]
    figures = find_casualties(text, reading.text, reference, solved)
    apart = [one for one in figures if not any(start < one.end and one.start < end for start, end in taken)]
    _give_figures(shares, apart, reading, acts)
    for harm in harms:
        owner = _of_word(harm, reading, acts) if harm.bare else None
        if owner is not None and not shares[owner]:
            shares[owner] += harm.casualties
    if not reading.parsed.clauses:
        for share, (trigger, others, recipients) in zip(shares, acts, strict=True):
            words = (trigger, *others) if not share else ()
            share.extend(one for word in words for one in uncounted(text, reading, word, recipients, reference))
    return [tuple(sorted(dict.fromkeys(share), key=lambda one: one.start)) for share in shares]


def _give_victims(
    shares: Sequence[list[Casualty]], harms: Sequence[Harm], reading: Reading, acts: Sequence[Act]
) -> None:
    """Add the victims that clauses name to the act whose word tells of them, else to the likeliest."""
    for harm in sorted(harms, key=lambda one: not one.said):
        owner = _of_word(harm, reading, acts)
        for casualty in harm.casualties:
            whose = _owner(casualty, (harm.start, harm.end), reading, acts) if owner is None else owner
            # Who was `shot and wounded` was not killed: the word that says it goes first.
            if whose is not None and not any(_same(casualty, one, said=harm.said) for one in shares[whose]):
                shares[whose].append(casualty)


def _give_figures(
    shares: Sequence[list[Casualty]], figures: Sequence[Casualty], reading: Reading, acts: Sequence[Act]
) -> None:
    """Add the figures that no clause told of to the likeliest acts."""
    for figure in figures:
        whose = _owner(figure, (figure.start, figure.end), reading, acts)
        if whose is not None:
            shares[whose].append(figure)


def _same(one: Casualty, other: Casualty, *, said: bool) -> bool:
    """Whether both tell of the same people; a word that says what happened may add to what another says."""
    overlap = one.start < other.end and other.start < one.end
    return overlap and (one.kind == other.kind or not said)


def _told(reading: Reading, acts: Sequence[Act], reference: Path) -> Iterator[tuple[Span, str]]:
    """What happens to those that an act is done to, where its words do not say it."""
    means = _means(reading.text.language, reference)
    tokens = reading.text.tokens
    for trigger, others, _ in acts:
        for one in (trigger, *others):
            kind = next((means[t.lower] for t in tokens[one.first : one.last] if t.lower in means), None)
            kind = kind or _BY_MODE.get(one.mode or "") or ("killed" if one.entry.consequence else None)
            if kind is not None:
                yield _span(reading, one), kind


def _span(reading: Reading, trigger: Trigger) -> Span:
    return reading.text.tokens[trigger.first].start, reading.text.tokens[trigger.last - 1].end


def _of_word(harm: Harm, reading: Reading, acts: Sequence[Act]) -> int | None:
    """The act whose own word tells the harm."""
    for number, (trigger, others, _) in enumerate(acts):
        for one in (trigger, *others):
            start, end = _span(reading, one)
            if start < harm.end and harm.start < end:
                return number
    return None


def _owner(figure: Casualty, at: Span, reading: Reading, acts: Sequence[Act]) -> int | None:
    """The act that a figure belongs to: of the likeliest type, the nearest in the tree, else in the text."""
    for event_type in _BELONGS.get(figure.kind, ()):
        fitting = [number for number, act in enumerate(acts) if act[0].event_type == event_type]
        if fitting:
            return min(fitting, key=lambda number: _distance(reading, at, acts[number]))
    return None


def _distance(reading: Reading, at: Span, act: Act) -> tuple[int, int]:
    spans = [_span(reading, one) for one in (act[0], *act[1])]
    apart = min(abs(start - at[0]) for start, _ in spans)
    tree = reading.parsed.tree
    if not len(tree):
        return 0, apart
    return min(_path(tree, _index(tree, at[0]), _index(tree, start)) for start, _ in spans), apart


def _path(tree: Tree, one: int, other: int) -> int:
    """How many steps part two words in the tree; many where nothing joins them."""
    above = [one, *tree.above(one)]
    for steps, at in enumerate([other, *tree.above(other)]):
        if at in above:
            return steps + above.index(at)
    return len(tree)


def _index(tree: Tree, start: int) -> int:
    return max(0, bisect_right(range(len(tree)), start, key=lambda at: tree[at].start) - 1)


@cache
def _means(language: str, reference: Path) -> Mapping[str, str]:
    data = language_file(language, "casualties", reference)
    return {str(word): kind for kind, listed in data.get("means", {}).items() for word in listed}
