"""Whether a clause tells of what was, of what is planned, or of what may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tasks.parse.grammar import Phrases, words_of
from tasks.parse.skeleton import Skeleton
from tasks.parse.verbs import auxiliaries

Modality = tuple[str, tuple[str, ...]]

_ACTUAL: Modality = ("actual", ())
_LONGEST = 4  # words of a phrase


def modality(frame: Skeleton, index: int, known: Mapping[int, Modality]) -> Modality:
    """`actual`, `planned` or `possible`, with the words that say so.

    Args:
        frame: the sentence.
        index: the predicate.
        known: the modality of the predicates above it, which infinitives and event nouns take over.
    """
    if is_hearsay(frame, index):
        return _ACTUAL
    beside = list(_beside(frame, index))
    for name, phrases in (("possible", frame.words.possible), ("planned", frame.words.planned)):
        said = _said(frame, beside, phrases, frame.words.copulas)
        if said is not None:
            return name, (said,)
    if _to_be_done(frame, index):
        return "planned", (frame.tree[auxiliaries(frame, index)[0]].lower,)
    parent = frame.parents[index]
    if parent is None:
        return _ACTUAL
    first = frame.first_conjunct(index)
    if first is not None:
        return known.get(first, _ACTUAL) if auxiliaries(frame, index) == auxiliaries(frame, first) != [] else _ACTUAL
    return _by_governor(frame, index, parent, known)


def is_hearsay(frame: Skeleton, index: int) -> bool:
    """Whether the auxiliaries mark hearsay: `skal ha blitt angrepet`."""
    forms = tuple(frame.tree[at].lower for at in auxiliaries(frame, index))
    return any(forms[: len(phrase)] == phrase for phrase in frame.words.hearsay_have)


def _beside(frame: Skeleton, index: int) -> Iterator[int]:
    """The words of a predicate's own clause that may turn it."""
    yield from auxiliaries(frame, index)
    if frame.kinds[index] == "noun":
        yield from frame.tree.below(index, "amod", "det")
    else:
        yield from frame.tree.below(index, "advmod", "mark")


def _said(frame: Skeleton, beside: list[int], phrases: Phrases, but: frozenset[str]) -> str | None:
    """The phrase that one of the words begins or belongs to; single words in `but` say nothing."""
    tree, known = frame.tree, words_of(phrases)
    for at in beside:
        if tree[at].lower not in known:
            continue
        for size in range(_LONGEST, 0, -1):
            for start in range(max(0, at - size + 1), at + 1):
                found = tuple(tree[i].lower for i in range(start, min(len(tree), start + size)))
                if found in phrases and not (size == 1 and found[0] in but):
                    return " ".join(found)
    return None


def _to_be_done(frame: Skeleton, index: int) -> bool:
    """Whether a copula stands before an infinitive: `is to visit`."""
    aux = auxiliaries(frame, index)
    if (
        not aux
        or frame.tree[index].feats.get("VerbForm") != "Inf"
        or frame.tree[aux[0]].lower not in frame.words.copulas
    ):
        return False
    return any(aux[0] < at < index for at in frame.tree.below(index, "mark"))


def _by_governor(frame: Skeleton, index: int, parent: int, known: Mapping[int, Modality]) -> Modality:
    relation, tree, words = frame.relation(index), frame.tree, frame.words
    above = known.get(parent, _ACTUAL)
    bare = frame.tree[index].feats.get("VerbForm") == "Inf" and not auxiliaries(frame, index)
    if relation == "nominal":
        return _of_noun(frame, index, parent, above)
    if relation not in {"complement", "adverbial", "participle", "content", "subject"}:
        return _ACTUAL
    words_above = [parent, *tree.below(parent, "xcomp", "obl", "compound", "advmod")]
    if relation in {"content", "subject"} or not bare:
        said = _said(frame, [parent], words.possible, words.copulas) if relation != "adverbial" else None
        return ("possible", (said,)) if said is not None else (above if relation == "complement" else _ACTUAL)
    for name, phrases in (("possible", words.possible), ("planned", words.planned)):
        said = _said(frame, words_above, phrases, words.copulas)
        if said is not None and relation != "adverbial":
            return name, (said,)
    # What is asked, promised or tried for in an infinitive is not done yet.
    word = tree[parent]
    if relation != "participle" and (
        word.lower in words.planned_verbs or words.has("speech_verbs", word.lemma.lower())
    ):
        return "planned", (word.lower,)
    return above if relation == "complement" else _ACTUAL


def _of_noun(frame: Skeleton, index: int, parent: int, above: Modality) -> Modality:
    tree, words = frame.tree, frame.words
    at = index
    while tree[at].base in {"conj", "nmod"} and tree[at].head != parent:
        at = tree[at].head
    if tree[at].head != parent:
        return _ACTUAL
    if tree[at].base == "obj" or tree[at].dep == "nsubj:pass":
        for name, phrases in (("possible", words.possible), ("planned", words.planned)):
            said = _said(frame, [parent], phrases, words.copulas)
            if said is not None:
                return name, (said,)
    if frame.light_verb(index) is not None:
        return above
    # `fear of an attack`, `the risk of war`.
    if tree[at].base == "nmod" and (tree[parent].lower,) in words.possible:
        return "possible", (tree[parent].lower,)
    return _ACTUAL
