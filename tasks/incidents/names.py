"""The names and numbers of a sentence in a spelling on which languages agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.numbers import find_numbers
from tasks.text.reference import language_file, languages, reference_file

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "ß": "ss", "ı": "i"})
_YEARS = range(1900, 2100)
# Below it, and for years, a number is everywhere; above, two texts that share it speak of the same thing.
_SMALLEST = 10
_SHORTEST = 3


def names_of(sentence: str, language: str, reference: Path = REFERENCE) -> frozenset[str]:
    """The capitalised words and the numbers of a sentence, folded.

    Args:
        sentence: as it stands in the text.
        language: BCP-47; without resources for it all words with a capital count.
        reference: the reference folder.
    """
    plain = _plain_words(language, reference)
    words = (match.group() for match in _WORD.finditer(sentence))
    names = {skeleton(w, reference) for w in words if w[0].isupper() and w.casefold() not in plain}
    return frozenset({n for n in names if len(n) >= _SHORTEST} | set(_numbers(sentence, language, reference)))


def signature(names: Collection[str], size: int, reference: Path = REFERENCE) -> frozenset[str]:
    """What tells a document from others: the longest of its names and numbers that are not common.

    A function of the document alone, so that no other document's arrival changes it.
    """
    distinct = frozenset(names) - common_names(reference)
    return frozenset(sorted(distinct, key=lambda name: (-len(name), name))[:size])


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without marks, and with single blanks."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split())


@lru_cache(maxsize=65536)
def skeleton(word: str, reference: Path = REFERENCE) -> str:
    """A name as its transliterations agree on it: *Sjoigu* and *Shoigu*, *Damaskus* and *Damascus*."""
    folded = fold(word.replace("’", "'").split("'")[0])
    for old, new in _rewrites(reference):
        folded = folded.replace(old, new)
    folded = re.sub(r"(.)\1", r"\1", folded)
    return folded[:-1] if len(folded) > _SHORTEST + 1 and folded.endswith("s") else folded


@cache
def common_names(reference: Path = REFERENCE) -> frozenset[str]:
    """Names that stand in so many texts that sharing them says little."""
    return frozenset(skeleton(str(name), reference) for name in reference_file(reference / "incidents.yaml")["common"])


def _numbers(sentence: str, language: str, reference: Path) -> Iterable[str]:
    if language in languages(reference, "numbers"):
        for number in find_numbers(sentence, language, reference):
            if number.value >= _SMALLEST and number.value not in _YEARS:
                yield f"{number.value:g}" if number.value % 1 else str(int(number.value))


@cache
def _rewrites(reference: Path) -> tuple[tuple[str, str], ...]:
    pairs = reference_file(reference / "incidents.yaml")["transliteration"]
    return tuple((str(old), str(new)) for old, new in pairs)


@cache
def _plain_words(language: str, reference: Path) -> frozenset[str]:
    """Words that have a capital without being a name: those that begin sentences, days and months."""
    if language not in languages(reference, "incidents"):
        return frozenset()
    words = language_file(language, "incidents", reference)["no_names"]
    starters = language_file(language, "segments", reference).get("starters", ())
    return frozenset(str(word).casefold() for word in (*words, *starters))
