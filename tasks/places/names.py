"""The names in a piece of text, and the forms under which a gazetteer may know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tasks.places.vocabulary import Vocabulary

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[’'‘ʿ]?[^\W_]+(?:[-–’'‘ʼʿ`][^\W_]+)*[’']?(?=\W|$)")
# A small first part that is written before a name: al-Shaar, d'Abidjan, ‘Ain.
_NAME = re.compile(r"[’'‘ʿ]?(?:[^\W\d_]{1,3}[-–’'])?[^\W\d_]")
_APOSTROPHE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
# Letters of a word behind which a stop ends no sentence: `St. Louis`.
_SHORT_FORM = 2
_SUFFIX = re.compile(r"^(?P<name>.+)[-–](?P<noun>[^\W\d_]+)$")
# A compound of a name and a noun: the shortest of each that is cut.
_NOUN, _REST = 5, 3
# What an analyst would call the same name is nearer to it than what is left when words are taken off.
TAKEN_OFF, NOUN_OFF, _BARE_GENITIVE, _CUT, _ARTICLE_IN = 1.2, 0.8, 0.2, 1.0, 0.1
_ROUNDS = 3


class Word(NamedTuple):
    """A word of a text with its offsets, and in small letters."""

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name is: with a capital, small first parts such as `al-` apart."""
        if self.text == self.lower:
            return False
        match = _NAME.match(self.text)
        return match is not None and match.group()[-1].isupper()

    def cut(self, start: int, end: int) -> Word:
        """What of it lies between two offsets."""
        start, end = max(self.start, start), min(self.end, end)
        text = self.text[start - self.start : end - self.start]
        return Word(text, start, end, text.lower())


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow on each other, each written as a name: `Baton Rouge`, `Northern Aleppo Province`."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as it may stand in a gazetteer.

    Attributes:
        cost: how much less it is the name than the text itself.
        part: a part of the place is meant (`Øst-Aleppo`).
        kinds: the kinds of place that a noun taken off says it is (`Helmand-provinsen`).
        cut: an ending is taken off that may have been the name's own (`Honduras`).
    """

    text: str
    cost: float = 0.0
    part: bool = False
    kinds: tuple[str, ...] = ()
    cut: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of a text, with offsets in the whole."""
    return [
        Word(match.group(), match.start(), match.end(), match.group().lower())
        for match in WORD.finditer(text, start, len(text) if end is None else end)
    ]


def is_owner(text: str) -> bool:
    """Whether a name owns what follows, by its apostrophe."""
    return _APOSTROPHE.search(text) is not None


def runs_of(text: str, words: Iterable[Word], vocabulary: Vocabulary) -> Iterator[Run]:
    """The longest runs of words that are written as names, articles at their head left out."""
    run: list[Word] = []
    for word in words:
        if run and not (word.is_name and _goes_on(run[-1], text[run[-1].end : word.start])):
            yield Run(tuple(run))
            run = []
        if word.is_name and (run or word.lower not in vocabulary.articles):
            run.append(word)
    if run:
        yield Run(tuple(run))


def _goes_on(word: Word, between: str) -> bool:
    return between == " " or (between == ". " and len(word.text) <= _SHORT_FORM)


def forms_of(text: str, vocabulary: Vocabulary) -> tuple[Form, ...]:
    """The forms of a name, the text itself first: without a genitive's ending, words for parts, and nouns.

    Args:
        text: words of a run as they stand.
        vocabulary: that of its language.
    """
    forms = {text: Form(text)}
    new = [forms[text]]
    for _ in range(_ROUNDS):
        new = [less for form in new for less in _less(form, vocabulary) if less.text not in forms]
        forms.update((form.text, form) for form in reversed(new))
    return tuple(sorted(forms.values(), key=lambda form: form.cost))


def _less(form: Form, vocabulary: Vocabulary) -> Iterator[Form]:
    """The forms with one thing less."""
    text, cost = form.text, form.cost
    owner = _APOSTROPHE.search(text)
    if owner:
        yield Form(text[: owner.start()], cost, form.part, form.kinds)
        return
    ending = vocabulary.genitive
    if ending and len(text) > _REST + len(ending) and text.endswith(ending):
        yield Form(text.removesuffix(ending), cost + _BARE_GENITIVE, form.part, form.kinds, cut=True)
    first, _, rest = text.partition(" ")
    if rest and vocabulary.is_part(first.lower()):
        yield Form(rest, cost + TAKEN_OFF, part=True, kinds=form.kinds)
    link, _, linked = rest.partition(" ")
    if linked and first.lower() in vocabulary.kinds and link.lower() in vocabulary.links:
        yield Form(linked, cost + TAKEN_OFF, form.part, vocabulary.kinds[first.lower()])
    yield from _with_article(form, vocabulary)
    prefix = next((one for one in vocabulary.part_prefixes if text.lower().startswith(one)), "")
    if prefix and text[len(prefix) : len(prefix) + 1].isupper():
        yield Form(text[len(prefix) :], cost + TAKEN_OFF, part=True, kinds=form.kinds)
    yield from _without_noun(form, vocabulary)


def _with_article(form: Form, vocabulary: Vocabulary) -> Iterator[Form]:
    """A name with the articles that gazetteers write in it: `Republic of Congo`, `Republic of the Congo`."""
    before, _, behind = form.text.rpartition(" ")
    first, _, last = before.rpartition(" ")
    if first and last in vocabulary.links and behind:
        yield from (
            Form(f"{before} {article} {behind}", form.cost + _ARTICLE_IN, form.part, form.kinds)
            for article in vocabulary.definite
        )


def _without_noun(form: Form, vocabulary: Vocabulary) -> Iterator[Form]:
    text, cost = form.text, form.cost
    rest, _, last = text.rpartition(" ")
    if rest and last.lower() in vocabulary.kinds:
        yield Form(rest, cost + NOUN_OFF, form.part, kinds_behind(last.lower(), vocabulary))
    elif rest and last.lower() in vocabulary.around:
        yield Form(rest, cost + TAKEN_OFF, part=True, kinds=form.kinds)
    match = _SUFFIX.match(text)
    noun = match["noun"] if match else ""
    if match and noun in vocabulary.kinds:
        yield Form(match["name"], cost + NOUN_OFF, form.part, kinds_behind(noun, vocabulary))
    elif match and noun in vocabulary.around:
        yield Form(match["name"], cost + TAKEN_OFF, part=True, kinds=form.kinds)
    elif vocabulary.genitive and not match:
        for at in range(len(last) - _NOUN, _REST - 1, -1):
            # A language that owns without an apostrophe writes name and noun in one word: Helmandprovinsen.
            noun = last[at:]
            if noun in vocabulary.kinds or noun in vocabulary.around:
                name = text[: len(text) - len(noun)]
                part = form.part or noun in vocabulary.around
                yield Form(name, cost + _CUT, part, kinds_behind(noun, vocabulary) or form.kinds)
                return


def kinds_behind(noun: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds that a noun behind a name says it is: `Niger state` is no country, as `the state of Israel` is."""
    return tuple(kind for kind in vocabulary.kinds.get(noun, ()) if kind != "country")
