"""A sentence cut into words, each with what the language's lists of small words say of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tasks.dates.expression import TimeExpression
from tasks.settings import REFERENCE
from tasks.text.document import Sentence
from tasks.text.reference import language_file

# Abbreviations with stops, a genitive, words with inner hyphens and apostrophes, numbers, and single marks.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’]s\b|\d+(?:[.,:]\d+)*(?:-[^\W_]+)*|[^\W_]+(?:(?:[-–‑/&]|['’](?!s\b))[^\W_]+)*|[^\w\s]"
)
# `al-Shaar`, `el-Sissi`: names that begin with a small article.
_ARTICLED = re.compile(r"[^\W\d_]{2}-(?=[^\W\d_])[A-ZÆØÅÄÖ]")
_LISTS = {
    "determiners": "det", "articles": "article", "prepositions": "prep", "coordinators": "and", "both": "both",
    "subordinators": "sub", "relatives": "rel", "pronouns": "pron", "auxiliaries": "aux",
    "passive_auxiliaries": "passive", "infinitive": "inf", "adverbs": "adv", "verbs": "verb", "light_verbs": "light",
    "owners": "owner", "third_person": "third", "first_person": "first",
}  # fmt: skip
_QUOTES = frozenset('“«„”»"')
_NONE: frozenset[str] = frozenset()
_TIME = frozenset({"time"})
_KNOWN_WORDS = 50_000  # forms held; a language's news has fewer in a month


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; offsets in `Document.text`. `tags` holds det, prep, aux, … as in `roles.yaml`, and further
    punct, number, cap (capital first letter), time (inside a time expression) and genitive.
    """

    text: str
    lower: str
    start: int
    end: int
    tags: frozenset[str]

    def has(self, *tags: str) -> bool:
        """Whether the token has one of the tags."""
        return not self.tags.isdisjoint(tags)


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence with its words. `number` counts the sentences of the document."""

    number: int
    segment_no: int
    language: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    words: frozenset[str]


def read_sentence(
    text: str,
    sentence: Sentence,
    times: Sequence[TimeExpression] = (),
    reference: Path = REFERENCE,
    *,
    number: int,
    language: str,
) -> Text:
    """The words of one sentence.

    Args:
        text: the document's text.
        sentence: where the sentence stands in it.
        times: time expressions in order, offsets in `text`; their words are tagged `time`.
        reference: the reference folder.
        number: the sentence's position among those of the document.
        language: a BCP-47 tag that has `roles.yaml`.
    """
    starts = [time.start for time in times]
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        word, at = match.group(), match.start()
        # Only a capital asks whether a sentence begins.
        begins = word[0].isupper() and (not tokens or is_quote(tokens[-1]) or tokens[-1].text in "–-—:")
        lower, own = _known(word, begins, language, reference)
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < times[before].end and times[before].kind != "DURATION":
            own |= _TIME
        tokens.append(Token(word, lower, at, match.end(), own))
    words = frozenset(token.lower for token in tokens)
    return Text(number, sentence.segment_no, language, sentence.start, sentence.end, tuple(tokens), words)


@lru_cache(maxsize=_KNOWN_WORDS)
def _known(word: str, begins: bool, language: str, reference: Path) -> tuple[str, frozenset[str]]:  # noqa: FBT001 - a part of the key
    """A word in small letters, and its tags where it stands; `begins`: a capital is that of a sentence."""
    tags, owners = word_tags(language, reference), _owners(language, reference)
    endings, upper = _adverb_endings(language, reference)
    lower = word.lower().replace("’", "'")
    # `US` and `States` are names; a capital at the beginning says nothing of a small word.
    capital = word[0].isupper() and ((not begins and lower not in upper) or (len(word) > 1 and word.isupper()))
    named = capital or _ARTICLED.match(word) is not None
    own = set(_NONE if named else tags.get(lower, _NONE))
    if named and lower in owners:
        own.add("owner")
    if not own and lower.endswith(endings) and not word[0].isupper():
        own.add("adv")
    if word[0].isdigit():
        own.add("number")
    elif not (word[0].isalnum() or len(word) > 1):
        own.add("punct")
    elif lower == "'s":
        own.add("genitive")
    elif named or (word[0].isupper() and own <= {"owner"}):
        own.add("cap")
    return lower, frozenset(own)


@cache
def word_tags(language: str, reference: Path = REFERENCE) -> dict[str, frozenset[str]]:
    """The tags of the small words of a language, out of `roles.yaml`, `attribution.yaml` and `numbers.yaml`."""
    roles, attribution = language_file(language, "roles", reference), language_file(language, "attribution", reference)
    tags: dict[str, set[str]] = {}
    lists: list[tuple[str, Any]] = [(tag, roles[name]) for name, tag in _LISTS.items()]
    numbers = language_file(language, "numbers", reference)
    # `one` and `en` are words of other kinds as well.
    counted = {**numbers["units"], **numbers["teens"], **numbers["tens"], **numbers["multipliers"]}
    lists.append(("number", [word for word, value in counted.items() if value != 1 and " " not in word]))
    for tag, words in (*lists, ("report", attribution["reporting"])):
        for word in words:
            tags.setdefault(str(word), set()).add(tag)
    return {word: frozenset(own) for word, own in tags.items()}


@cache
def _owners(language: str, reference: Path) -> frozenset[str]:
    return frozenset(map(str, language_file(language, "roles", reference)["owners"]))


@cache
def _adverb_endings(language: str, reference: Path) -> tuple[tuple[str, ...], frozenset[str]]:
    """Endings of adverbs, and the small words that have a capital wherever they stand."""
    roles = language_file(language, "roles", reference)
    return tuple(roles["adverb_endings"]) or ("\0",), frozenset(roles["always_upper"])


def is_quote(token: Token) -> bool:
    """Whether the token opens or closes a quotation."""
    return token.text in _QUOTES
