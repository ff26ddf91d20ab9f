"""To whom something happened, read off the clauses of a sentence: who was killed, wounded, arrested, driven away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.events.mention import Casualty
from tasks.events.toll import HarmWords, Told, bare_acts, case_of, figures_of, is_anyone, is_stated, nobody, told_in
from tasks.parse.clause import Clause
from tasks.parse.parsed import Parsed
from tasks.parse.tree import Tree
from tasks.settings import REFERENCE

# Acts that are done to each one apart, so that several acts have several victims.
_EACH_ONE = frozenset({"detained", "abducted"})
_LONGEST = 3  # words that tell together what happened


@dataclass(frozen=True, slots=True)
class Harm:
    """What happened to people, and to how many of them.

    Attributes:
        start, end: offsets of the word that tells it.
        said: that word names what happened (`killed`), or it is only the way of such acts (`shot`).
        bare: only the plural of the act tells that there were several (`arrests`).
    """

    start: int
    end: int
    said: bool
    casualties: tuple[Casualty, ...]
    bare: bool = False


def find_harm(
    text: str,
    parsed: Parsed,
    language: str,
    told: Mapping[tuple[int, int], str],
    reference: Path = REFERENCE,
) -> list[Harm]:
    """What the clauses of a sentence tell of people who came to harm, in the order of the words that tell it.

    Nobody comes to harm in a clause that is denied, save that a clause says so itself (`nobody was hurt`: 0); what is
    planned or possible has only the figures that are stated.

    Args:
        text: the document's text.
        parsed: the sentence.
        language: a BCP-47 tag that has `casualties.yaml`.
        told: what happens in acts that do not say it themselves (`captured`: detained), by the offsets of their words.
        reference: the reference folder.
    """
    if not parsed.clauses:
        return []
    sentence = told_in(text, parsed, language, reference)
    found = {span: (kind, False) for span, kind in told.items()}
    for (start, end), kind in _said(sentence):
        # A trigger of several words is one word for what happened; what is lost has victims of its own.
        whole = next((one for one in told if one[0] <= start and end <= one[1]), (start, end))
        if whole != (start, end) and text[start:end].lower() in sentence.words.lives:
            found.pop(whole, None)
            whole = (start, end)
        found[whole] = (kind, True)
    if not found:
        return []
    harms = []
    for (start, end), (kind, said) in sorted(found.items()):
        clause = next((c for c in parsed.clauses if c.predicate.start < end and start < c.predicate.end), None)
        heads = list(dict.fromkeys(_victims(sentence, start, clause)))
        asserted = clause is None or clause.predicate.modality == "actual"
        denied = clause is not None and (clause.negated or (clause.report is not None and clause.report.denied))
        people = _befalls_things(text[start:end].lower().split(), sentence.words)
        named = [head for head in heads if not (denied and is_anyone(sentence, head))]
        found_figures = list(figures_of(sentence, named, kind, people=people))
        bare = not heads and clause is not None and clause.predicate.kind == "noun" and kind in _EACH_ONE
        if bare:
            found_figures = list(bare_acts(sentence, _index(sentence.tree, start), kind))
        if not heads and not found_figures:
            continue
        if denied and heads:
            found_figures += [nobody(sentence, head, kind) for head in heads if is_anyone(sentence, head)]
        figures = [
            figure
            for figure in found_figures
            if (figure.high == 0 or not denied) and (asserted or is_stated(sentence, figure))
        ]
        harms.append(Harm(start, end, said, tuple(figures), bare))
    return harms


def _befalls_things(told: Sequence[str], words: HarmWords) -> bool:
    """Whether the words for what happened may be said of things as well; `shot and killed` may not."""
    telling = [word for word in told if (word,) in words.kinds or word in words.of_things]
    return bool(telling) and words.of_things.issuperset(telling)


def _said(sentence: Told) -> Iterator[tuple[tuple[int, int], str]]:
    tree, kinds = sentence.tree, sentence.words.kinds
    at = 0
    while at < len(tree):
        for size in range(_LONGEST, 0, -1):
            phrase = tuple(tree[i].lower for i in range(at, min(at + size, len(tree))))
            if len(phrase) == size and phrase in kinds:
                yield (tree[at].start, tree[at + size - 1].end), kinds[phrase]
                break
        else:
            size = 1
        at += size


def _victims(sentence: Told, start: int, clause: Clause | None) -> list[int]:
    """The heads of the phrases of those to whom it happened."""
    tree, words = sentence.tree, sentence.words
    at = bisect_left(range(len(tree)), start, key=lambda i: tree[i].start)
    if at >= len(tree):
        return []
    word = tree[at]
    if word.lower in words.lives:
        near = (*tree.below(at, "nmod"), *(tree.below(word.head) if word.base == "obj" else ()))
        owners = [c for c in near if c > at and case_of(tree, c) in words.victim_links]
        if owners:
            return [one for owner in owners for one in (owner, *tree.below(owner, "conj"))]
        return _subjects(sentence, word.head) if tree[word.head].lower in words.losing else []
    if clause is None:
        # `were found dead`, `left six people dead`: said of the object, in a passive of the subject.
        return _described(sentence, at) if word.base == "xcomp" else []
    if clause.predicate.kind == "noun":
        roles = tuple(one for one in clause.of("object") if one.preposition in words.noun_links)
    elif clause.predicate.kind == "copular" or word.lower in words.undergone:
        roles = clause.of("subject")
    else:
        # A passive has no object: what looks like one is an active verb misread.
        roles = clause.of("object") or clause.undergoers
    events = {one.predicate.start for one in sentence.parsed.clauses if one.predicate.kind == "noun"}
    return [_index(tree, role.head_start) for role in roles if role.head_start not in events]


def _described(sentence: Told, at: int) -> list[int]:
    above = sentence.tree[at].head
    objects = sentence.tree.below(above, "obj")
    return [one for head in objects for one in (head, *sentence.tree.below(head, "conj"))] or [
        one for one in _subjects(sentence, above) if sentence.tree[one].dep == "nsubj:pass"
    ]


def _subjects(sentence: Told, predicate: int) -> list[int]:
    """The heads of the subjects of a verb, as its clause has them."""
    start = sentence.tree[predicate].start
    clause = next((one for one in sentence.parsed.clauses if one.predicate.start == start), None)
    return [] if clause is None else [_index(sentence.tree, role.head_start) for role in clause.of("subject")]


def _index(tree: Tree, start: int) -> int:
    return min(bisect_left(range(len(tree)), start, key=lambda i: tree[i].start), len(tree) - 1)
