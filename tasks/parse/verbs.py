"""Voice, tense and mood of a predicate, out of its form and its auxiliaries."""

from __future__ import annotations

from pathlib import Path

from tasks.parse.clause import Predicate
from tasks.parse.compounds import split_compound
from tasks.parse.skeleton import Skeleton
from tasks.parse.tree import Tree, Word
from tasks.settings import REFERENCE

_FINITE = {"Past": "past", "Pres": "present", "Imp": "past"}
_MOODS = {"Imp": "imperative"}
_FORMS = {"Inf": "infinitive", "Part": "participle", "Ger": "participle"}


def predicate(
    frame: Skeleton, index: int, modality: str, modal_words: tuple[str, ...], reference: Path = REFERENCE
) -> Predicate:
    """The predicate at `index`.

    Args:
        frame: the sentence.
        index: the predicate's word.
        modality, modal_words: as in `Predicate`.
        reference: the reference folder.
    """
    word, kind = frame.tree[index], frame.kinds[index]
    aux = auxiliaries(frame, index)
    particles = [frame.tree[c].lower for c in frame.tree.children[index] if frame.tree[c].dep == "compound:prt"]
    verbal = kind != "noun"
    return Predicate(
        kind=kind,
        lemma=word.lemma,
        text=word.text,
        start=word.start,
        end=word.end,
        upos=word.upos,
        voice=voice(frame, index) if kind == "verb" else None,
        tense=_tense(frame, index, aux) if verbal else None,
        mood=_mood(frame, index, aux) if verbal else None,
        auxiliaries=tuple(frame.tree[at].lemma for at in aux),
        particle=" ".join(particles) or None,
        parts=split_compound(word.lower, frame.words.language, reference) if kind == "noun" else (),
        modality=modality,
        modal_words=modal_words,
    )


def auxiliaries(frame: Skeleton, index: int) -> list[int]:
    """The auxiliaries and copulas of a predicate, those that coordinated predicates share included."""
    own = frame.tree.below(index, "aux", "cop")
    if frame.kinds.get(index) == "verb" and frame.tree[index].feats.get("VerbForm") == "Fin":
        # `The news is that they fled`: the copula is not the verb's.
        own = frame.tree.below(index, "aux")
    first = frame.first_conjunct(index)
    if own or first is None or frame.kinds[first] == "copular":
        return own
    form = frame.tree[index].feats.get("VerbForm")
    return auxiliaries(frame, first) if form in {"Part", "Inf"} and _same_form(frame.tree, first, index) else own


def voice(frame: Skeleton, index: int) -> str:
    """`passive` or `active`."""
    tree, word, aux = frame.tree, frame.tree[index], auxiliaries(frame, index)
    if word.feats.get("VerbForm") != "Part" and not _is_reduced(tree, index):
        marked = word.feats.get("Voice") == "Pass" or _is_marked(tree, index, aux)
        return "passive" if marked and not _cannot_be_passive(frame, index, aux) else "active"
    if _cannot_be_passive(frame, index, aux):
        return "active"
    passive = _is_marked(tree, index, aux) or _is_reduced(tree, index) or _is_passive_participle(frame, index, aux)
    return "passive" if passive else "active"


def _is_marked(tree: Tree, index: int, aux: list[int]) -> bool:
    """Whether a label says that a verb is passive."""
    own = {tree[child].dep for child in tree.children[index]}
    return any(tree[at].dep == "aux:pass" for at in aux) or bool(own & {"nsubj:pass", "csubj:pass", "obl:agent"})


def _cannot_be_passive(frame: Skeleton, index: int, aux: list[int]) -> bool:
    """Whether a verb is active whatever the labels around it say."""
    tree, words = frame.tree, frame.words
    own = {tree[child].dep for child in tree.children[index]}
    lemmas = {tree[at].lemma for at in aux}
    if aux and not lemmas & (words.lists["passive"] | words.lists["resultative"]):
        return tree[index].feats.get("VerbForm") == "Part"  # `have carried`
    if aux and not tree.below(index, "aux", "cop"):
        return words.has("intransitive", tree[index].lemma.lower())  # `was born and fled`
    return _is_past(frame, index) and "nsubj:pass" not in own


def _is_reduced(tree: Tree, index: int) -> bool:
    """Whether a past form modifies a noun without subject, object or mark, as only participles do."""
    word = tree[index]
    if word.dep != "acl" or word.feats.get("Tense") != "Past" or tree.is_root(word.head):
        return False
    return not tree.below(index, "aux", "cop", "mark", "nsubj", "obj", "ccomp", "xcomp")


def _is_passive_participle(frame: Skeleton, index: int, aux: list[int]) -> bool:
    tree, words = frame.tree, frame.words
    if tree[index].feats.get("Tense") == "Pres":
        return False
    if any(tree[at].lemma in words.lists["passive"] for at in aux):
        return True
    if aux:
        # `er kommet` is a perfect, `er angrepet` a passive: the tree says so by the copula.
        return any(tree[at].base == "cop" and tree[at].lemma in words.lists["resultative"] for at in aux)
    return not _is_past(frame, index)


def _is_past(frame: Skeleton, index: int) -> bool:
    """Whether what is called a participle is the past tense of the same form, as the tree around it tells."""
    tree, word = frame.tree, frame.tree[index]
    if tree.below(index, "aux", "cop") or word.feats.get("VerbForm") != "Part" or word.feats.get("Tense") == "Pres":
        return False
    if word.base == "conj" and word.head in frame.kinds:
        first = tree[word.head]
        return first.feats.get("VerbForm") == "Fin" or _is_past(frame, word.head)
    return word.base not in {"acl", "xcomp", "amod"} and any(tree[c].dep == "nsubj" for c in tree.children[index])


def finite(tree: Tree, index: int, aux: list[int]) -> Word | None:
    """The finite word of a predicate; None for infinitives and participles without one."""
    for at in (*aux, index):
        if tree[at].feats.get("VerbForm") == "Fin" or "Mood" in tree[at].feats:
            return tree[at]
    return None


def _tense(frame: Skeleton, index: int, aux: list[int]) -> str | None:
    word = finite(frame.tree, index, aux)
    if word is None:
        return "past" if _is_past(frame, index) else None
    if word.lemma in frame.words.lists["future"] and word.feats.get("Tense", "Pres") == "Pres":
        return "future"
    plain = _FINITE.get(word.feats.get("Tense", ""))
    lemmas = {frame.tree[at].lemma for at in aux}
    over = lemmas & frame.words.lists["perfect"] or (
        lemmas & frame.words.lists["resultative"] and frame.kinds[index] == "verb"
    )
    if over and plain is not None:
        return "perfect" if plain == "present" else "pluperfect"
    return plain


def _mood(frame: Skeleton, index: int, aux: list[int]) -> str | None:
    tree = frame.tree
    word = finite(tree, index, aux)
    if word is not None:
        return _MOODS.get(word.feats.get("Mood", ""), "indicative")
    if _is_past(frame, index):
        return "indicative"
    return _FORMS.get(tree[aux[0] if aux else index].feats.get("VerbForm", ""))


def _same_form(tree: Tree, one: int, other: int) -> bool:
    return tree[one].feats.get("VerbForm") == tree[other].feats.get("VerbForm")
