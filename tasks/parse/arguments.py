"""Who takes part in a verb's clause: its own roles, and those that it takes over from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.parse.adverbials import Spans, adverb_kind, oblique_kind
from tasks.parse.clause import Role
from tasks.parse.phrases import phrase, preposition, role, roles
from tasks.parse.skeleton import Skeleton
from tasks.parse.verbs import auxiliaries, finite, voice

# Numbers modify no verb: `32 ble drept og 25 såret`.
_PLAIN = {"nsubj": "subject", "nummod": "subject", "obj": "object", "iobj": "indirect_object"}

Known = Mapping[int, Sequence[Role]]


def verb_roles(frame: Skeleton, index: int, known: Known, times: Spans) -> list[Role]:
    """The roles of a verbal or copular predicate, in the order of kinds, then of the text.

    Args:
        frame: the sentence.
        index: the predicate.
        known: the roles of the predicates above it.
        times: spans of time expressions that are already known.
    """
    own = [*_own(frame, index, times)]
    if _has(own, "object") and frame.kinds[index] == "verb" and not _is_active(frame, index):
        # `Det ble avfyrt skudd`: what stands for nothing is no party.
        own = [one for one in own if one.kind != "subject" or one.text.lower() not in frame.words.lists["not_subjects"]]
    if _has(own, "object") and not _has(own, "subject") and _is_active(frame, index):
        own += _expletive_subject(frame, index)
    if not _has(own, "object") and not frame.tree.below(index, "ccomp", "xcomp"):
        # `warned them`: parsers call a person's place in the verb's frame by either name.
        own = [replace(one, kind="object") if one.kind == "indirect_object" else one for one in own]
    if not _has(own, "subject") and not _headless(frame, index):
        own += _subject_from_elsewhere(frame, index, known)
    if not _has(own, "object"):
        own += _shared_object(frame, index, times)
    own += _gap(frame, index, own)
    return own


def _is_active(frame: Skeleton, index: int) -> bool:
    return frame.kinds[index] == "verb" and voice(frame, index) == "active"


def _expletive_subject(frame: Skeleton, index: int) -> list[Role]:
    """The pronoun of `it crossed the bay`, which parsers take for one that stands for nothing."""
    tree = frame.tree
    if tree.below(index, "ccomp", "csubj", "xcomp"):
        return []
    return [role(tree, child, "subject", [child], None) for child in tree.below(index, "expl") if child < index]


def _own(frame: Skeleton, index: int, times: Spans) -> Iterator[Role]:
    """The roles that hang on a predicate, relative pronouns put into what they stand for."""
    tree, words = frame.tree, frame.words
    passive = frame.kinds[index] == "verb" and voice(frame, index) == "passive"
    for child in tree.children[index]:
        kind = _kind(frame, child, times, passive=passive)
        if kind is None:
            continue
        if tree[child].base == "advmod":
            yield role(tree, child, kind, phrase(tree, child), preposition(tree, child))
            continue
        antecedent = _antecedent(frame, index, child)
        if antecedent is None:
            yield from roles(tree, child, kind, words)
        else:
            prep = preposition(tree, child)
            yield from (replace(one, preposition=prep) for one in roles(tree, antecedent, kind, words, "relative"))


def _kind(frame: Skeleton, child: int, times: Spans, *, passive: bool) -> str | None:
    """What a word is to the predicate that it hangs on; None where it is no party to it."""
    tree, words, word = frame.tree, frame.words, frame.tree[child]
    mark = not any(letter.isalnum() for letter in word.text)
    counted = word.base == "nummod" and frame.kinds[word.head] != "verb"
    stating = word.lower in words.that and frame.is_stated(word.head)
    if mark or counted or stating or word.dep in {"nsubj:outer", "nmod:poss"}:
        return None
    plain = _PLAIN.get(word.base)
    if plain is not None and plain != "object":
        return plain
    if word.base == "advmod":
        return None if word.feats.get("PronType") == "Rel" else adverb_kind(tree, child, words, times)
    if word.base in {"obl", "nmod", "obj"}:
        kind = oblique_kind(tree, child, words, times)
        if plain is not None:
            # `said Monday`, `collapsed last month`: parsers take bare times for objects.
            return kind if kind == "time" else plain
        return "agent" if kind != "time" and _is_agent(frame, child, passive=passive) else kind
    return "complement" if word.base == "xcomp" and child not in frame.kinds else None


def _is_agent(frame: Skeleton, child: int, *, passive: bool) -> bool:
    if frame.tree[child].dep == "obl:agent":
        return True
    return passive and preposition(frame.tree, child) in frame.words.lists["agent"]


def _antecedent(frame: Skeleton, index: int, child: int) -> int | None:
    """The noun that a relative pronoun stands for; None where the word is no relative pronoun."""
    word = frame.tree[child]
    relative = word.feats.get("PronType") == "Rel" and word.upos in {"PRON", "SCONJ", "DET"}
    return _modified(frame, index, frozenset({"conj", "xcomp", "ccomp"})) if relative else None


def _modified(frame: Skeleton, index: int, through: frozenset[str] = frozenset({"conj"})) -> int | None:
    """The noun that a relative or participle clause belongs to, through clauses that hang on it by some labels."""
    at = index
    while frame.tree[at].base in through and frame.tree[at].head in frame.kinds:
        at = frame.tree[at].head
    word = frame.tree[at]
    # A stated clause that hangs on a noun is no relative one: `said on Facebook that they fled`.
    modifies = word.dep in {"acl:relcl", "acl"} and word.head != at and not frame.is_stated(at)
    return word.head if modifies else None


def _headless(frame: Skeleton, index: int) -> bool:
    """Whether the clause has a subject that stands for nothing (`det ble åpnet`), so that it takes over none."""
    tree = frame.tree
    return any(tree[child].base in {"expl", "csubj"} for child in tree.children[index])


def _subject_from_elsewhere(frame: Skeleton, index: int, known: Known) -> list[Role]:
    first = frame.first_conjunct(index)
    if first is not None:
        return [] if _new_start(frame, index) else _via(known.get(first, ()), "conjunct", "subject")
    word = frame.tree[index]
    if word.base == "acl" or word.dep == "acl:relcl":
        return _from_noun(frame, index, known)
    governor = frame.parents[index]
    aux = auxiliaries(frame, index)
    if governor is None or finite(frame.tree, index, aux) is not None or word.base not in {"xcomp", "advcl", "ccomp"}:
        return []
    above = known.get(governor, ())
    if _by_object(frame, index, governor):
        done = [*_via(above, "control", "indirect_object")] or [*_via(above, "control", "object")]
        if done:
            return done
    return _via(above, "control", "subject")


def _new_start(frame: Skeleton, index: int) -> bool:
    """Whether a coordinated predicate begins anew: an imperative, or a finite verb after an infinitive."""
    return frame.tree[index].feats.get("Mood") == "Imp"


def _from_noun(frame: Skeleton, index: int, known: Known) -> list[Role]:
    """The subject of a relative or participle clause that has none: its noun; an infinitive's is the governor's."""
    tree, noun, governor = frame.tree, frame.tree[index].head, frame.parents[index]
    if frame.is_stated(index):
        return []
    if governor is not None and _is_accused(frame, index, governor):
        return _via(known.get(governor, ()), "control", "object")
    if tree[index].feats.get("VerbForm") == "Inf" and not auxiliaries(frame, index):
        return _via(known.get(governor, ()), "control", "subject") if governor is not None else []
    if tree[index].base == "acl" and tree[index].dep != "acl:relcl" and tree.below(index, "mark", "case"):
        return []  # `the cost of leaving`
    return [replace(one, preposition=None) for one in roles(tree, noun, "subject", frame.words, "relative")]


def _is_accused(frame: Skeleton, index: int, governor: int) -> bool:
    """Whether a clause tells what the object above it is accused of, hung on that object instead of on the verb."""
    tree, noun = frame.tree, frame.tree[index].head
    if tree[noun].head != governor or tree[noun].base != "obj" or not _accuses(frame, governor):
        return False
    marks = {tree[child].lower for child in tree.below(index, "case", "mark")}
    return bool(marks & frame.words.lists["content_prepositions"])


def _accuses(frame: Skeleton, index: int) -> bool:
    return frame.words.has("accusing", frame.tree[index].lemma.lower())


def _by_object(frame: Skeleton, index: int, governor: int) -> bool:
    """Whether the infinitive or participle is done by the governor's object: `urged him to`, `accused it of`."""
    tree, words, lemma = frame.tree, frame.words, frame.tree[governor].lemma.lower()
    if frame.tree[index].base == "xcomp":
        return not words.has("subject_control", lemma)
    if not (words.has("accusing", lemma) or words.has("speech_verbs", lemma)):
        return False
    marks = {tree[child].lower for child in tree.below(index, "case", "mark")}
    # `urged them to leave`, `ba dem om å dra`
    return bool(marks & words.lists["content_prepositions"]) or (bool(marks) and marks <= words.infinitive)


def _shared_object(frame: Skeleton, index: int, times: Spans) -> list[Role]:
    """The object of coordinated verbs that stand side by side: `attacked and destroyed the hospital`."""
    tree = frame.tree
    if frame.kinds[index] != "verb" or voice(frame, index) == "passive":
        return []
    first = frame.first_conjunct(index)
    if first is not None:
        # It stands behind both but hangs on the first.
        behind = [
            role for role in _own(frame, first, times) if role.kind == "object" and role.start > tree[index].start
        ]
        return _via(behind, "conjunct", "object")
    for second in tree.below(index, "conj"):
        beside = all(tree[at].upos == "CCONJ" for at in range(index + 1, second))
        alone = frame.words.has("intransitive", tree[index].lemma.lower())
        if second in frame.kinds and beside and not alone and not tree.below(second, "nsubj"):
            return _via(list(_own(frame, second, times)), "conjunct", "object")
    return []


def _gap(frame: Skeleton, index: int, own: Sequence[Role]) -> list[Role]:
    """What the noun of a relative clause is to it where no pronoun says so: `mål som flyene traff`."""
    noun = _modified(frame, index)
    if noun is None or frame.tree[index].dep == "acl" or any(one.via == "relative" for one in own):
        return []
    kind, prep = _gap_kind(frame, index, own)
    if kind is None:
        return []
    return [replace(one, preposition=prep) for one in roles(frame.tree, noun, kind, frame.words, "relative")]


def _gap_kind(frame: Skeleton, index: int, own: Sequence[Role]) -> tuple[str | None, str | None]:
    """The kind of role that is left open in a relative clause, and its stranded preposition."""
    tree, words = frame.tree, frame.words
    asked = {tree[child].lower for child in tree.below(index, "advmod", "mark", "obl")}
    for kind, name in (("place", "relative_place"), ("time", "relative_time")):
        if asked & words.lists[name]:
            return kind, None
    stated = any(one.kind == "subject" and one.via is None for one in own)
    below = [at for inner in tree.below(index, "xcomp", "ccomp") for at in tree.children[inner]]
    if any(tree[at].feats.get("PronType") == "Rel" for at in below):
        return None, None  # `which they sought to use`: it is the infinitive's
    if tree[index].base == "conj" or frame.kinds[index] != "verb" or not stated:
        return None, None
    stranded = [child for child in tree.below(index, "case", "advmod", "obl") if tree[child].upos == "ADP"]
    if stranded:
        return "oblique", tree[stranded[-1]].lower
    return ("object" if not _has(own, "object") and voice(frame, index) == "active" else None), None


def _has(own: Sequence[Role], kind: str) -> bool:
    return any(one.kind == kind for one in own)


def _via(above: Sequence[Role], how: str, kind: str) -> list[Role]:
    """Roles of one kind, taken over; `kind` of what is taken over as subject becomes subject."""
    becomes = kind if how == "conjunct" else "subject"
    return [replace(one, kind=becomes, via=how, preposition=None) for one in above if one.kind == kind]
