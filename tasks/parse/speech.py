"""Who reports what in a sentence: verbs of saying wherever they stand, `according to`, and marks of hearsay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.parse.clause import Negation, Report, Role
from tasks.parse.grammar import words_of
from tasks.parse.modality import is_hearsay
from tasks.parse.phrases import preposition, roles
from tasks.parse.skeleton import Skeleton
from tasks.parse.verbs import auxiliaries, voice

_DEEPEST = 5  # reports of reports that are followed; a reader follows two or three
Roles = Mapping[int, Sequence[Role]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report, the word whose clause (and all below it) it speaks of, and the word below which it is not meant."""

    content: int
    report: Report
    but: int | None = None


def attributions(
    frame: Skeleton, found: Roles, denials: Mapping[int, Negation | None], numbers: Mapping[int, int]
) -> dict[int, list[Attribution]]:
    """Every report that a sentence holds, by what it reports; none of them put into another yet.

    Args:
        frame: the sentence.
        found: the roles of its predicates.
        denials: what denies its predicates.
        numbers: the number of each predicate's clause.
    """
    result: list[Attribution] = []
    for index, kind in frame.kinds.items():
        if kind == "verb" and is_speech(frame, index):
            for content, but in _contents(frame, index):
                report = _report(frame, index, found, denials, numbers)
                if report is not None:
                    result.append(Attribution(content, report, but))
        if is_hearsay(frame, index) or _hearsay_word(frame, index) is not None:
            result.append(Attribution(index, _hearsay(frame, index)))
    by_content: dict[int, list[Attribution]] = defaultdict(list)
    for one in (*result, *_according(frame)):
        by_content[one.content].append(one)
    return by_content


def report_of(frame: Skeleton, index: int, found: Mapping[int, Sequence[Attribution]]) -> Report | None:
    """The report that a predicate stands in, with those that this one stands in; `found` is by content."""
    chain: list[Report] = []
    path: list[int] = []
    for at in (index, *frame.tree.above(index)):
        path.append(at)
        # The nearer to the content, the further in: `according to Y, Z said that X`.
        own = [one.report for one in found.get(at, ()) if not _spares(frame, one, path)]
        chain += [one for one in own if one not in chain]
        if len(chain) >= _DEEPEST:
            break
    report: Report | None = None
    for one in reversed(chain[:_DEEPEST]):
        report = replace(one, outer=report)
    return report


def _spares(frame: Skeleton, one: Attribution, path: Sequence[int]) -> bool:
    """Whether a report does not reach the end of a path: it is its own speaker, or for hearsay a new finite clause."""
    if one.but in path:
        return True
    branch = path[-2] if len(path) > 1 else path[-1]
    new = one.report.kind == "hearsay" and frame.tree[branch].base in {"conj", "parataxis"} and branch in frame.kinds
    return new and branch != one.content and bool(frame.tree.below(branch, "nsubj", "aux"))


def is_speech(frame: Skeleton, index: int) -> bool:
    """Whether a predicate is a verb of saying, thinking or showing."""
    word = frame.tree[index]
    lemma = word.lemma.lower()
    words = frame.words
    return (
        word.lower in words.reporting
        or words.has("speech_forms", word.lower)
        or lemma in words.text_verbs
        or words.has("speech_verbs", lemma)
        or words.has("accusing", lemma)
        or _denies(frame, index)
    )


def _denies(frame: Skeleton, index: int) -> bool:
    return any(_stands(frame, index, phrase) for phrase in frame.words.denied)


def _contents(frame: Skeleton, index: int) -> Iterator[tuple[int, int | None]]:
    """The words whose clauses a verb of saying reports, each with the branch of it that is not meant."""
    tree, words = frame.tree, frame.words
    accuses = words.has("accusing", tree[index].lemma.lower())
    clauses = {*tree.below(index, "ccomp"), *_that_clauses(frame, index)}
    for child in sorted(clauses):
        yield child, None
    for child, parent in frame.parents.items():
        if parent == index and child not in clauses and _is_done(frame, child, index, accuses=accuses):
            yield child, None
    for child in tree.below(index, "obl", "obj"):
        # `meldt om flyangrep`, `confirmed the strike`: the noun tells what is reported.
        about = preposition(tree, child)
        stated = about is None and (tree[index].lower in words.reporting or _denies(frame, index))
        if frame.kinds.get(child) == "noun" and (stated or about in words.lists["content_prepositions"]):
            yield child, None
    if clauses:
        return
    behind = [child for child in tree.below(index, "parataxis") if child > index and child in frame.kinds]
    if behind and tree[index].base != "parataxis":
        yield behind[0], None
    elif (tree[index].base == "parataxis" and not tree.below(index, "obj")) or _is_inverted(frame, index):
        yield tree[index].head, index


def _that_clauses(frame: Skeleton, index: int) -> Iterator[int]:
    """Clauses below a verb of saying that a mark opens: what is stated, whatever noun the parser hangs it on."""
    for child, parent in frame.parents.items():
        stated = frame.is_stated(child)
        if frame.tree[child].base == "conj" and not frame.is_stated(index):
            # `peker på at A, men at B`, the second hung on the verb itself
            stated = bool({frame.tree[at].lower for at in frame.tree.below(child, "mark")} & frame.words.that)
        if parent == index and stated:
            yield child


def _is_inverted(frame: Skeleton, index: int) -> bool:
    """Whether a verb of saying stands behind its content, but is hung on it as if coordinated: `…, sier Mollekleiv`.

    Its subject stands behind it, or it ends the sentence: `…, the ministry said`.
    """
    tree = frame.tree
    ends = all(tree[at].upos == "PUNCT" for at in range(index + 1, len(tree)))
    behind = any(child > index or ends for child in tree.below(index, "nsubj", "expl"))
    coordinated = tree.below(index, "cc") or any(tree[at].upos == "CCONJ" for at in range(max(0, index - 1), index))
    return tree[index].base == "conj" and behind and not coordinated and tree[index].head < index


def _is_done(frame: Skeleton, child: int, index: int, *, accuses: bool) -> bool:
    """Whether an infinitive or participle tells what is said to have been done: `hevder å ha sett`, `accused of`."""
    tree, words = frame.tree, frame.words
    above = tree[child].head
    beside = above == index or (accuses and tree[above].head == index and tree[above].base == "obj")
    if tree[child].base not in {"xcomp", "advcl", "acl"} or not beside:
        return False
    marks = {tree[at].lower for at in tree.below(child, "case", "mark")}
    ended = any(tree[at].lemma in words.lists["perfect"] for at in auxiliaries(frame, child))
    return (ended or accuses) and (tree[child].base == "xcomp" or bool(marks & words.lists["content_prepositions"]))


def _report(
    frame: Skeleton,
    index: int,
    found: Roles,
    denials: Mapping[int, Negation | None],
    numbers: Mapping[int, int],
) -> Report | None:
    tree, words = frame.tree, frame.words
    word = tree[index]
    text = words.text_verbs.get(word.lemma.lower())
    if text is not None:
        speakers = [
            one for child in tree.below(index, "obl") if preposition(tree, child) in text
            for one in roles(tree, child, "subject", words)
        ]  # fmt: skip
        if not speakers:
            return None
    else:
        kind = "agent" if voice(frame, index) == "passive" else "subject"
        speakers = [one for one in found.get(index, ()) if one.kind == kind]
    return Report(
        kind="verb",
        cue=word.lemma,
        cue_start=word.start,
        cue_end=word.end,
        speakers=tuple(one for one in speakers if one.text.lower() not in words.not_speakers),
        denied=_denies(frame, index),
        negated=denials.get(index) is not None,
        clause=numbers[index],
    )


def _stands(frame: Skeleton, index: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words from `index` on are the phrase's; a content's mark may stand a little further on."""
    tree = frame.tree
    if tree[index].lower != phrase[0]:
        return False
    rest = [tree[at].lower for at in range(index + 1, min(len(tree), index + 4))]
    return all(word in rest for word in phrase[1:])


def _hearsay_word(frame: Skeleton, index: int) -> int | None:
    words = frame.words.lists["hearsay"]
    return next((at for at in frame.tree.below(index, "advmod") if frame.tree[at].lower in words), None)


def _hearsay(frame: Skeleton, index: int) -> Report:
    at = _hearsay_word(frame, index)
    cues = [at] if at is not None else auxiliaries(frame, index)[:2]
    text = " ".join(frame.tree[one].lower for one in cues)
    return Report("hearsay", text, frame.tree[cues[0]].start, frame.tree[cues[-1]].end)


def _according(frame: Skeleton) -> Iterator[Attribution]:
    """What prepositions make somebody a source of: their clause and what hangs on it."""
    tree, words = frame.tree, frame.words
    known = words_of(words.according)
    for start in range(len(tree)):
        if tree[start].lower not in known:
            continue
        for phrase in words.according:
            end = start + len(phrase)
            if end >= len(tree) or tuple(tree[at].lower for at in range(start, end)) != phrase:
                continue
            if tree[start].lemma.lower() in words.text_verbs:
                continue
            head = _noun_behind(frame, start, end)
            governors = [above for above in tree.above(head) if above in frame.kinds]
            if not governors:
                continue
            content = governors[-1 if _frames_sentence(frame, start, head) else 0]
            speakers = tuple(roles(tree, head, "subject", words))
            cue = Report("according", " ".join(phrase), tree[start].start, tree[end - 1].end, speakers)
            yield Attribution(content, cue, head)


def _frames_sentence(frame: Skeleton, start: int, head: int) -> bool:
    """Whether a source stands at an edge of the sentence, so that it speaks of all of it."""
    tree = frame.tree
    last = tree.subtree(head)[-1]
    begins = all(tree[at].upos in {"PUNCT", "CCONJ"} for at in range(start))
    ends = all(tree[at].upos == "PUNCT" for at in range(last + 1, len(tree)))
    return begins or (ends and tree[start - 1].upos == "PUNCT")


def _noun_behind(frame: Skeleton, start: int, end: int) -> int:
    """The head of the phrase that stands behind the words from `start` to `end`, which hang on it or bring it in."""
    tree, at = frame.tree, start
    while start <= at < end and not tree.is_root(at):
        at = tree[at].head
    if at >= end and frame.kinds.get(at, "noun") == "noun":
        return at
    below = [child for word in range(start, end) for child in tree.children[word] if child >= end]
    at = min(below, default=end)
    while end <= tree[at].head != at and frame.kinds.get(tree[at].head, "noun") == "noun":
        at = tree[at].head
    return at
