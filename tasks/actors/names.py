"""The words of a name, and the forms in which spellings of it meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Letters that decomposition leaves alone.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "œ": "oe"})
_APOSTROPHES = "'’‘ʼ`"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_GENITIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
# What stands between the words of one name or noun phrase.
_JOINS = frozenset(f" -\u2010\u2011/&.{_APOSTROPHES}\u00a0\n")
# Sounds that romanisations write in several ways, to one letter each: longer spellings first.
_SOUNDS = re.compile(
    r"shch|sjtsj|schtsch|tsch|tsj|tch|sch|skj|ch|sj|sh|zh|zj|kh|gh|dh|th|ph|dsj|dzh|ts|tz|ks|ck|ou|oo|ee|ie|iy|ij|yi|ei|ey|ej|ai|ay|aj|w|q|g|c|j|y|z|x"
)
_SOUND = {
    **dict.fromkeys(
        ("shch", "sjtsj", "schtsch", "tsch", "tsj", "tch", "sch", "ch", "sj", "sh", "skj", "zh", "zj"), "s"
    ),
    **dict.fromkeys(("kh", "gh", "q", "g", "c", "ck"), "k"),
    **dict.fromkeys(("dsj", "dzh", "j"), "y"),
    **dict.fromkeys(("ts", "tz", "z"), "s"),
    **dict.fromkeys(("ie", "iy", "ij", "yi", "ei", "ey", "ej", "ai", "ay", "aj", "y", "ee"), "y"),
    **dict.fromkeys(("ou", "oo"), "u"),
    "dh": "d",
    "th": "t",
    "ph": "f",
    "w": "v",
    "ks": "x",
    "x": "x",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        text: without a genitive that an apostrophe marks. key: its folded form. full: that of the whole word.
        start, end: offsets with the genitive. own: it owns what follows, marked by an apostrophe.
        cap, upper: its first letter, all its letters are capitals.
        before: the characters between the word before it and this one.
    """

    text: str
    key: str
    full: str
    start: int
    end: int
    own: bool
    cap: bool
    upper: bool
    before: str

    @property
    def joined(self) -> bool:
        """Whether it can belong to the same name or phrase as the word before it."""
        return _JOINS.issuperset(self.before) and self.before.count("\n") == 0

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen ties it to the word before it: `krigere` in `IS-krigere`."""
        return self.before in ("-", "\u2010", "\u2011", "\u2013")


def words(text: str) -> list[Word]:
    """The words of a text, left to right."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        bare = _GENITIVE.sub("", word)
        end = match.end()
        own = bare != word or (end < len(text) and text[end] in _APOSTROPHES and bare[-1:] in "sxz")
        upper = bare.isupper() and any(c.isalpha() for c in bare)
        found.append(
            Word(
                bare,
                squash(bare),
                squash(word),
                match.start(),
                end,
                own,
                bare[:1].isupper(),
                upper,
                text[last : match.start()],
            )
        )
        last = end
    return found


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    """A name without case, diacritics, spaces, hyphens and apostrophes: `Nusra-fronten` and `Nusrafronten` meet."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """What romanisations of a Russian, Arabic or Persian name have in common: its consonants, by sound.

    `Sjoigu`, `Shoigu` and `Sjojgu` meet, as do `Gaddafi`, `Qadhafi` and `Khadafi`. Vowels count only where they begin
    the name, so this is for comparing whole names, or a surname whose bearer is otherwise known.
    """
    plain = squash(name)
    sounds = _SOUNDS.sub(lambda match: _SOUND[match.group()], plain)
    kept = sounds[:1].replace("i", "y") + re.sub("[aeiouy]", "", sounds[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


def initial_capital(name: str, articles: frozenset[str]) -> bool:
    """Whether a name as listed wants a capital: by its first word that is no article."""
    parts = [part for part in re.split(r"[\s-]", name) if part.casefold() not in articles] or [name]
    return parts[0][:1].isupper()


def without_article(name: str, articles: frozenset[str]) -> str:
    """A name without the articles before it."""
    parts = name.split()
    while len(parts) > 1 and parts[0].casefold() in articles:
        parts = parts[1:]
    return " ".join(parts)


def surname(name: str, particles: frozenset[str], *, first: bool) -> str:
    """The squashed surname in a full name: the last word, or the first where the people writes it so.

    Args:
        name: the whole name.
        particles: words such as `al` that may stand before the surname and be left out.
        first: whether the surname comes first.
    """
    parts = [part for part in re.split(r"\s+", name.strip()) if part]
    if not parts:
        return ""
    return bare_surname(parts[:1] if first else parts[-1:], particles)


def bare_surname(parts: Sequence[str], particles: frozenset[str]) -> str:
    """A surname, squashed and without its particle: `assad` of `al-Assad`."""
    flat = [piece for part in parts for piece in re.split(r"[\s\-‐]", part) if piece]
    while len(flat) > 1 and flat[0].casefold() in particles:
        flat = flat[1:]
    return squash("".join(flat))
