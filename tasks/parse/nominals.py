"""Who takes part in what a noun tells: `the bombing of X by Y`, `russiske flyangrep mot Y`, `Russia's bombing of`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.parse.adverbials import Spans, oblique_kind
from tasks.parse.clause import Role
from tasks.parse.phrases import preposition, role, roles
from tasks.parse.skeleton import Skeleton
from tasks.parse.verbs import voice

_NAMES = frozenset({"PROPN"})


def noun_roles(frame: Skeleton, index: int, known: Mapping[int, Sequence[Role]], times: Spans) -> list[Role]:
    """The roles of a nominal predicate.

    Args:
        frame: the sentence.
        index: the noun.
        known: the roles of the predicates above it.
        times: spans of time expressions that are already known.
    """
    own = list(_own(frame, index, times))
    own += _from_first_conjunct(frame, index, own, known)
    own += _from_light_verb(frame, index, own, known)
    return own


def _own(frame: Skeleton, index: int, times: Spans) -> Iterator[Role]:
    tree, words = frame.tree, frame.words
    for child in tree.children[index]:
        word = tree[child]
        if word.dep == "nmod:poss" or (word.base == "nmod" and word.feats.get("Case") == "Gen"):
            # `last week's attack`: a time, no owner.
            kind = "time" if oblique_kind(tree, child, words, times) == "time" else "agent"
            yield from (replace(one, preposition=None) for one in roles(tree, child, kind, words))
        elif word.base in {"nmod", "obl"}:
            yield from roles(tree, child, _nmod_kind(frame, child, times), words)
        elif word.base == "compound" or (word.base == "amod" and _is_owner(frame, child)):
            for one in (child, *tree.below(child, "conj")):
                if tree[one].base != "compound:prt":
                    yield role(tree, one, _modifier_kind(frame, one), _modifier_span(frame, one), None)


def _nmod_kind(frame: Skeleton, child: int, times: Spans) -> str:
    kind = oblique_kind(frame.tree, child, frame.words, times)
    prep = preposition(frame.tree, child)
    if kind == "time" or prep is None:
        return kind
    if prep in frame.words.noun_agent and prep not in frame.words.noun_object:
        return "agent" if kind != "place" or prep in frame.words.lists["agent"] else kind
    return "object" if prep in frame.words.noun_object else kind


def _modifier_kind(frame: Skeleton, index: int) -> str:
    word = frame.tree[index]
    acts = word.upos in _NAMES or frame.words.is_group(word.lower) or _is_owner(frame, index)
    return "agent" if acts and word.lower not in frame.words.weapons else "modifier"


def _is_owner(frame: Skeleton, index: int) -> bool:
    """Whether an adjective names who acts; tokenizers part `Saudi-led`."""
    tree = frame.tree
    span = _modifier_span(frame, index)
    return "".join(tree[at].lower for at in span) in frame.words.owners or tree[index].lower in frame.words.owners


def _modifier_span(frame: Skeleton, index: int) -> list[int]:
    """A noun before a noun, with what belongs to it: `Gulf Council` in `Gulf Council strikes`."""
    inside = frame.tree.subtree(index, frozenset({"conj", "cc"}))
    return list(range(inside[0], inside[-1] + 1))


def _from_first_conjunct(
    frame: Skeleton, index: int, own: Sequence[Role], known: Mapping[int, Sequence[Role]]
) -> list[Role]:
    """Owners before the first of coordinated nouns are the others' too: `Russian air strikes and shelling`."""
    first = frame.tree[index].head
    if frame.tree[index].base != "conj" or frame.kinds.get(first) != "noun":
        return []
    found = [one for one in known.get(first, ()) if one.kind == "agent" and one.start < frame.tree[first].start]
    behind = [one for one in known.get(first, ()) if one.start > frame.tree[index].start]
    kinds = {one.kind for one in own}
    return [replace(one, via="conjunct") for one in (*found, *behind) if one.kind not in kinds]


def _from_light_verb(
    frame: Skeleton, index: int, own: Sequence[Role], known: Mapping[int, Sequence[Role]]
) -> list[Role]:
    """What the verb's clause tells of the noun that it makes happen: `carried out strikes`, `flyangrep ble utført`."""
    tree, words, governor = frame.tree, frame.words, frame.light_verb(index)
    if governor is None:
        return []
    above, kinds, found = known.get(governor, ()), {one.kind for one in own}, []
    passive = voice(frame, governor) == "passive"
    if "agent" not in kinds:
        doers = [one for one in above if one.kind == ("agent" if passive else "subject")]
        found += [replace(one, kind="agent", via="light_verb") for one in doers]
    if "object" not in kinds:
        # The parser may hang `against X` on the verb as well as on the noun.
        brought = [one for one in above if one.kind in {"oblique", "place"} and one.preposition in words.noun_object]
        found += [replace(one, kind="object", via="light_verb") for one in brought if one.start > tree[index].end]
    return [one for one in found if not one.start <= tree[index].start < one.end]
