"""How many people an act befell: the figures of the phrases that name its victims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tasks.events.headcount import Headcount, headcount
from tasks.events.mention import Casualty
from tasks.parse.parsed import Parsed
from tasks.parse.tree import Tree
from tasks.settings import REFERENCE
from tasks.text.numbers import Amount, find_amounts
from tasks.text.reference import language_file


@dataclass(frozen=True, slots=True)
class HarmWords:
    """What `casualties.yaml` says of words for harm and of what stands around them."""

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
class Told:
    """A parsed sentence, with its amounts by the index of their first word, each with that behind its last."""

    text: str
    parsed: Parsed
    language: str
    reference: Path
    words: HarmWords
    amounts: Mapping[int, tuple[int, Amount]]

    @property
    def tree(self) -> Tree:
        """The words of the sentence."""
        return self.parsed.tree


def told_in(text: str, parsed: Parsed, language: str, reference: Path = REFERENCE) -> Told:
    """A sentence made ready for counting.

    Args:
        text: the document's text.
        parsed: the sentence; not empty.
        language: a BCP-47 tag that has `casualties.yaml`.
        reference: the reference folder.
    """
    tree = parsed.tree
    base, end = tree[0].start, tree[len(tree) - 1].end
    starts = {word.start - base: at for at, word in enumerate(tree.words)}
    ends = {word.end - base: at + 1 for at, word in enumerate(tree.words)}
    amounts = {
        starts[one.start]: (ends[one.end], one)
        for one in find_amounts(text[base:end], language, reference)
        # `13-åring`: a part of a word counts nobody.
        if one.start in starts and one.end in ends
    }
    return Told(text, parsed, language, reference, harm_words(language, reference), amounts)


def figures_of(sentence: Told, heads: Sequence[int], kind: str, *, people: bool) -> Iterator[Casualty]:
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


def is_stated(sentence: Told, figure: Casualty) -> bool:
    """Whether a number stands in a figure."""
    return any(figure.start <= sentence.tree[at].start < figure.end for at in sentence.amounts)


def bare_acts(sentence: Told, noun: int, kind: str) -> Iterator[Casualty]:
    """What a bare plural tells by itself: `arrests` have befallen at least two."""
    word = sentence.tree[noun]
    if (
        word.feats.get("Number") == "Plur"
        and word.feats.get("Definite") != "Def"
        and not sentence.tree.below(noun, "nummod")
    ):
        yield Casualty(kind, "", 2, None, word.text, word.start, word.end)


def is_anyone(sentence: Told, head: int) -> bool:
    """Whether a phrase means anybody at all, so that a denial makes it nobody."""
    return sentence.tree[head].lower in sentence.words.anyone


def nobody(sentence: Told, head: int, kind: str) -> Casualty:
    """What a denial makes of `anyone`."""
    word = sentence.tree[head]
    return Casualty(kind, "", 0, 0, word.text, word.start, word.end)


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


def _own_kind(sentence: Told, head: int) -> str | None:
    """What a participle before a coordinated noun says: `killed ten people and wounded scores of others`."""
    words = (sentence.tree[at].lower for at in sentence.tree.below(head, "amod"))
    return next((sentence.words.kinds[word,] for word in words if (word,) in sentence.words.kinds), None)


def _beside(sentence: Told, head: int) -> Iterator[Headcount]:
    """The number that the parser hangs on what became of the first: `left four dead and nine wounded`."""
    tree = sentence.tree
    for at in tree.below(head, "amod") if tree[head].upos == "NUM" else ():
        for one in tree.below(at, "conj"):
            count = _count(sentence, one) if tree[one].upos == "NUM" else None
            if count is not None:
                yield count


def _person(sentence: Told, head: int) -> int:
    """The noun before what its people became: `held the tourists hostage`."""
    tree = sentence.tree
    before = [at for at in tree.below(head, "compound") if tree[at].upos == "NOUN"]
    return before[-1] if before and (tree[head].lower,) in sentence.words.kinds else head


def _parts(sentence: Told, head: int) -> Iterator[tuple[Headcount, int | None]]:
    tree = sentence.tree
    for at in tree.subtree(head, frozenset({"acl", "acl:relcl", "conj", "advcl"})):
        some = case_of(tree, at) in sentence.words.among
        if at == head or not (some or tree[at].base == "appos"):
            continue
        for one in (at, *tree.below(at, "conj")):
            part = _count(sentence, one)
            if part is not None and part.first > head and (part.numbered or (some and part.stated)):
                yield part, None if some else part.high


def _included(sentence: Told, last: int) -> Iterator[Headcount]:
    """Those whom the parser hangs on the verb: `killed 20 people, including three children`."""
    tree = sentence.tree
    among = sentence.words.among
    near = [at for at in tree.below(tree[last].head, "obl", "nmod") if case_of(tree, at) in among]
    # `including` and its like may be read as verbs.
    near += [one for at in tree.below(last) if tree[at].lower in among for one in tree.below(at, "obj", "obl", "nsubj")]
    for at in near:
        if at > last:
            for one in (at, *tree.below(at, "conj")):
                part = _count(sentence, one)
                if part is not None and part.stated:
                    yield part


def _casualty(sentence: Told, count: Headcount, kind: str, high: int | None) -> Casualty:
    start, end = sentence.tree[count.first].start, sentence.tree[count.last - 1].end
    return Casualty(kind, count.group, count.low, high, sentence.text[start:end], start, end)


def _count(sentence: Told, head: int) -> Headcount | None:
    return headcount(sentence.tree, head, sentence.amounts, sentence.language, sentence.reference)


def case_of(tree: Tree, at: int) -> str:
    """The preposition before a word, in small letters; empty without one."""
    return next((tree[one].lower for one in tree.below(at, "case", "mark") if one < at), "")


@cache
def harm_words(language: str, reference: Path = REFERENCE) -> HarmWords:
    """The words of a language for harm."""
    data = language_file(language, "casualties", reference)

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, data[name]))

    return HarmWords(
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
