"""To whom something happened, read off the clauses of a sentence: who was killed, wounded, arrested, driven away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tasks.events.headcount import Headcount, headcount
from tasks.events.mention import Casualty
from tasks.parse.clause import Clause
from tasks.parse.parsed import Parsed
from tasks.parse.tree import Tree
from tasks.settings import REFERENCE
from tasks.text.numbers import Amount, find_amounts
from tasks.text.reference import language_file

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


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[tuple[str, ...], str]
    undergone: frozenset[str]
    lives: frozenset[str]
    losing: frozenset[str]
    of_things: frozenset[str]
    among: frozenset[str]
    victim_links: frozenset[str]
    noun_links: frozenset[str]
    anyone: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    parsed: Parsed
    language: str
    reference: Path
    words: _Words
    amounts: Mapping[int, tuple[int, Amount]]

    @property
    def tree(self) -> Tree:
        return self.parsed.tree


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
    sentence = _Sentence(text, parsed, language, reference, _words(language, reference), {})
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
    sentence = _with_amounts(sentence)
    harms = []
    for (start, end), (kind, said) in sorted(found.items()):
        clause = next((c for c in parsed.clauses if c.predicate.start < end and start < c.predicate.end), None)
        heads = list(dict.fromkeys(_victims(sentence, start, clause)))
        asserted = clause is None or clause.predicate.modality == "actual"
        denied = clause is not None and (clause.negated or (clause.report is not None and clause.report.denied))
        people = _befalls_things(text[start:end].lower().split(), sentence.words)
        named = [head for head in heads if not (denied and _is_anyone(sentence, head))]
        found_figures = list(_figures(sentence, named, kind, people=people))
        bare = not heads and clause is not None and clause.predicate.kind == "noun" and kind in _EACH_ONE
        if bare:
            found_figures = list(_acts(sentence, _index(sentence.tree, start), kind))
        if not heads and not found_figures:
            continue
        if denied and heads:
            found_figures += [_nobody(sentence, head, kind) for head in heads if _is_anyone(sentence, head)]
        figures = [
            figure
            for figure in found_figures
            if (figure.high == 0 or not denied) and (asserted or _is_stated(figure))
        ]
        harms.append(Harm(start, end, said, tuple(figures), bare))
    return harms


def _befalls_things(told: Sequence[str], words: _Words) -> bool:
    """Whether the words for what happened may be said of things as well; `shot and killed` may not."""
    telling = [word for word in told if (word,) in words.kinds or word in words.of_things]
    return bool(telling) and words.of_things.issuperset(telling)


def _is_anyone(sentence: _Sentence, head: int) -> bool:
    return sentence.tree[head].lower in sentence.words.anyone


def _nobody(sentence: _Sentence, head: int, kind: str) -> Casualty:
    """What a denial makes of `anyone`."""
    word = sentence.tree[head]
    return Casualty(kind, "", 0, 0, word.text, word.start, word.end)


def _is_stated(figure: Casualty) -> bool:
    return any(letter.isdigit() for letter in figure.text)


def _said(sentence: _Sentence) -> Iterator[tuple[tuple[int, int], str]]:
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


def _victims(sentence: _Sentence, start: int, clause: Clause | None) -> list[int]:
    """The heads of the phrases of those to whom it happened."""
    tree, words = sentence.tree, sentence.words
    at = bisect_left(range(len(tree)), start, key=lambda i: tree[i].start)
    if at >= len(tree):
        return []
    word = tree[at]
    if word.lower in words.lives:
        near = (*tree.below(at, "nmod"), *(tree.below(word.head) if word.base == "obj" else ()))
        owners = [c for c in near if c > at and _case(tree, c) in words.victim_links]
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


def _described(sentence: _Sentence, at: int) -> list[int]:
    above = sentence.tree[at].head
    objects = sentence.tree.below(above, "obj")
    return [one for head in objects for one in (head, *sentence.tree.below(head, "conj"))] or [
        one for one in _subjects(sentence, above) if sentence.tree[one].dep == "nsubj:pass"
    ]


def _subjects(sentence: _Sentence, predicate: int) -> list[int]:
    """The heads of the subjects of a verb, as its clause has them."""
    start = sentence.tree[predicate].start
    clause = next((one for one in sentence.parsed.clauses if one.predicate.start == start), None)
    return [] if clause is None else [_index(sentence.tree, role.head_start) for role in clause.of("subject")]


def _figures(sentence: _Sentence, heads: Sequence[int], kind: str, *, people: bool) -> Iterator[Casualty]:
    """The figures of those to whom something happened, and of some of those (`including three children`).

    What stands without a figure beside a stated plural is counted with it (`five policemen and soldiers`); several
    single persons who are not told one by one are counted together (`the imam and his assistant`: 2).
    """
    tree = sentence.tree
    heads = [_person(sentence, head) for head in heads if tree[head].lower not in sentence.words.lives]
    counts = [(head, count) for head in heads if (count := _count(sentence, head)) is not None]
    counts = [(head, count) for head, count in counts if count.known or not people]
    together: list[Headcount] = []
    for number, (head, count) in enumerate(_completed(counts)):
        told = _own_kind(sentence, head) if number or tree[head].upos == "NUM" else None
        yield from (_casualty(sentence, one, kind, one.high) for one in _beside(sentence, head))
        if told is not None:
            yield _casualty(sentence, count, told, count.high)
        elif count.stated and not (count.low == count.high == 1):
            yield _casualty(sentence, count, kind, count.high)
        else:
            together.append(count)
    plural = any(count.stated and count.low != 1 for _, count in counts)
    yield from (_casualty(sentence, one, kind, one.high) for one in _joined(together, plural=plural))
    for head, _ in counts:
        yield from (_casualty(sentence, part, kind, high) for part, high in _parts(sentence, head))
    for head in heads[-1:]:
        yield from (_casualty(sentence, part, kind, None) for part in _included(sentence, head))


def _completed(counts: list[tuple[int, Headcount]]) -> list[tuple[int, Headcount]]:
    """The phrases with a quantity and what it counts put together where the parser parts them (`et titall sivile`).

    So are two names of one person (`the journalist Amin Sarwari`).
    """
    whole: list[tuple[int, Headcount]] = []
    for head, count in counts:
        before = whole[-1][1] if whole else None
        beside = before is not None and before.last == count.first and not count.stated
        if beside and before is not None and (before.stated or before.high == count.high == 1):
            whole[-1] = (head, replace(before, last=count.last, group=count.group or before.group))
        else:
            whole.append((head, count))
    return whole


def _acts(sentence: _Sentence, noun: int, kind: str) -> Iterator[Casualty]:
    """What a bare plural tells by itself: `arrests` have befallen at least two."""
    word = sentence.tree[noun]
    if word.feats.get("Number") == "Plur" and word.feats.get("Definite") != "Def" and not sentence.tree.below(noun, "nummod"):
        yield Casualty(kind, "", 2, None, word.text, word.start, word.end)


def _joined(counts: Sequence[Headcount], *, plural: bool) -> list[Headcount]:
    """Those without a figure put together as far as nobody tells them apart."""
    singles = [one for one in counts if one.high == 1]
    many = [one for one in counts if one.high is None]
    if len(singles) > 1 and not many and not plural and not all(one.stated for one in singles):
        first, last, size = singles[0].first, singles[-1].last, len(singles)
        return [Headcount(first, last, size, size, _common(singles), stated=False, known=True)]
    if len(many) > 1:
        many = [Headcount(many[0].first, many[0].last, many[0].low, None, _common(many), stated=False, known=True)]
    return singles if plural else [*singles, *many]


def _common(counts: Sequence[Headcount]) -> str:
    groups = {one.group for one in counts}
    return groups.pop() if len(groups) == 1 else ""


def _own_kind(sentence: _Sentence, head: int) -> str | None:
    """What a participle before a coordinated noun says: `killed ten people and wounded scores of others`."""
    words = (sentence.tree[at].lower for at in sentence.tree.below(head, "amod"))
    return next((sentence.words.kinds[word,] for word in words if (word,) in sentence.words.kinds), None)


def _beside(sentence: _Sentence, head: int) -> Iterator[Headcount]:
    """The number that the parser hangs on what became of the first: `left four dead and nine wounded`."""
    tree = sentence.tree
    for at in tree.below(head, "amod") if tree[head].upos == "NUM" else ():
        for one in tree.below(at, "conj"):
            count = _count(sentence, one) if tree[one].upos == "NUM" else None
            if count is not None:
                yield count


def _person(sentence: _Sentence, head: int) -> int:
    """The noun before what its people became: `held the tourists hostage`."""
    tree = sentence.tree
    before = [at for at in tree.below(head, "compound") if tree[at].upos == "NOUN"]
    return before[-1] if before and (tree[head].lower,) in sentence.words.kinds else head


def _parts(sentence: _Sentence, head: int) -> Iterator[tuple[Headcount, int | None]]:
    tree = sentence.tree
    for at in tree.subtree(head, frozenset({"acl", "acl:relcl", "conj", "advcl"})):
        some = _case(tree, at) in sentence.words.among
        if at == head or not (some or tree[at].base == "appos"):
            continue
        for one in (at, *tree.below(at, "conj")):
            part = _count(sentence, one)
            if part is not None and part.first > head and (part.numbered or (some and part.stated)):
                yield part, None if some else part.high


def _included(sentence: _Sentence, last: int) -> Iterator[Headcount]:
    """Those whom the parser hangs on the verb: `killed 20 people, including three children`."""
    tree = sentence.tree
    among = sentence.words.among
    near = [at for at in tree.below(tree[last].head, "obl", "nmod") if _case(tree, at) in among]
    # `including` and its like may be read as verbs.
    near += [one for at in tree.below(last) if tree[at].lower in among for one in tree.below(at, "obj", "obl", "nsubj")]
    for at in near:
        if at > last:
            for one in (at, *tree.below(at, "conj")):
                part = _count(sentence, one)
                if part is not None and part.stated:
                    yield part


def _casualty(sentence: _Sentence, count: Headcount, kind: str, high: int | None) -> Casualty:
    start, end = sentence.tree[count.first].start, sentence.tree[count.last - 1].end
    return Casualty(kind, count.group, count.low, high, sentence.text[start:end], start, end)


def _count(sentence: _Sentence, head: int) -> Headcount | None:
    return headcount(sentence.tree, head, sentence.amounts, sentence.language, sentence.reference)


def _case(tree: Tree, at: int) -> str:
    return next((tree[one].lower for one in tree.below(at, "case", "mark") if one < at), "")


def _index(tree: Tree, start: int) -> int:
    return min(bisect_left(range(len(tree)), start, key=lambda i: tree[i].start), len(tree) - 1)


def _with_amounts(sentence: _Sentence) -> _Sentence:
    tree = sentence.tree
    base, end = tree[0].start, tree[len(tree) - 1].end
    starts = {word.start - base: at for at, word in enumerate(tree.words)}
    ends = {word.end - base: at + 1 for at, word in enumerate(tree.words)}
    amounts = {
        starts[one.start]: (ends[one.end], one)
        for one in find_amounts(sentence.text[base:end], sentence.language, sentence.reference)
        # `13-åring`: a part of a word counts nobody.
        if one.start in starts and one.end in ends
    }
    return _Sentence(
        sentence.text, sentence.parsed, sentence.language, sentence.reference, sentence.words, amounts
    )


@cache
def _words(language: str, reference: Path) -> _Words:
    data = language_file(language, "casualties", reference)

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, data[name]))

    return _Words(
        kinds={tuple(str(word).split()): kind for kind, listed in data["kinds"].items() for word in listed},
        undergone=words("undergone"),
        lives=words("lives"),
        losing=words("losing"),
        of_things=words("of_things"),
        among=words("among"),
        victim_links=words("victim_links"),
        noun_links=words("noun_links"),
        anyone=words("anyone"),
    )
