"""Which language a text is written in: letter sequences tell languages apart, marking words their close relatives."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped] # it has no stubs

from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

UNDETERMINED = "und"
Odds = NDArray[np.float64]
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, reference: Path = REFERENCE) -> tuple[str, float]:
    """The BCP-47 tag of a text's language, and how likely it is that.

    A text without letters is `und` with probability 0.
    """
    if not any(map(str.isalpha, text)):
        return UNDETERMINED, 0.0
    return most_likely(prior(None, reference) + evidence(text, reference), reference)


def evidence(text: str, reference: Path = REFERENCE) -> Odds:
    """What a text says for each language of `detection.yaml`: logarithms of odds against the best one, 0 or less."""
    model = _model(reference)
    piece = text[: model.characters]
    ranked = dict(model.ngrams.rank(piece))
    odds = np.array([ranked[name] for name in model.names]) * (
        model.ngram_weight / math.sqrt(len(piece.encode("utf-8", "surrogatepass")) or 1)
    )
    for word in _WORD.findall(piece.lower()):
        if word in model.against:
            odds[model.against[word]] -= model.word_weight
    best: Odds = np.maximum(odds - odds.max(), -model.floor)
    return best


def prior(stated: str | None, reference: Path = REFERENCE) -> Odds:
    """How likely each language is before a text is read, as logarithms.

    Args:
        stated: the BCP-47 tag that the source states, or None; a tag that stands for several languages favours them.
        reference: the reference folder.
    """
    model = _model(reference)
    favoured = [model.tags.index(tag) for tag in model.macro.get(stated or "", (stated,)) if tag in model.tags]
    if not favoured:
        return model.prior
    shares = np.exp(model.prior) * (1 - model.stated_share)
    shares[favoured] += model.stated_share / len(favoured)
    logarithms: Odds = np.log(shares)
    return logarithms


def most_likely(odds: Odds, reference: Path = REFERENCE) -> tuple[str, float]:
    """The language with the best odds, and its probability."""
    shares = probabilities(odds)
    best = int(shares.argmax())
    return _model(reference).tags[best], float(shares[best])


def probabilities(odds: Odds) -> Odds:
    """Odds as probabilities that add up to one, in the order of `detection.yaml`."""
    weights = np.exp(odds - odds.max())
    shares: Odds = weights / weights.sum()
    return shares


def canonical_tag(stated: str | None, reference: Path = REFERENCE) -> str | None:
    """The tag that Tidings uses for a language that a source states, such as `en` for `en-GB`; None stays None."""
    if stated is None or not stated.strip():
        return None
    base = re.split(r"[-_]", stated.strip().lower())[0]
    aliases = reference_file(reference / "detection.yaml")["aliases"]
    model = _model(reference)
    return base if base in model.macro else str(aliases.get(base, base))


def is_known(tag: str, reference: Path = REFERENCE) -> bool:
    """Whether texts can be told to be in a language (or in one of those that the tag stands for)."""
    model = _model(reference)
    return tag in model.tags or tag in model.macro


@dataclass(frozen=True, slots=True)
class _Model:
    ngrams: LanguageIdentifier
    tags: tuple[str, ...]
    names: tuple[str, ...]  # what the n-gram model calls them
    against: dict[str, list[int]]  # for each marking word, the languages that do not write it
    macro: dict[str, tuple[str, ...]]
    prior: Odds
    ngram_weight: float
    word_weight: float
    floor: float
    characters: int
    stated_share: float


@cache
def _model(reference: Path) -> _Model:
    data = reference_file(reference / "detection.yaml")
    tags: tuple[str, ...] = tuple(data["languages"])
    ngrams = LanguageIdentifier.from_model_file(MODEL_FILE)
    own_names = {data["aliases"].get(label, label): label for label in ngrams.labels}
    names = tuple(own_names[tag] for tag in tags)
    ngrams.set_languages(names)
    relatives = {tags.index(tag): frozenset(words) for tag, words in data["relatives"].items()}
    against = {
        word: [index for index, words in relatives.items() if word not in words]
        for word in frozenset().union(*relatives.values())
    }
    weights = np.array([float(data["usual"].get(tag, 1)) for tag in tags])
    return _Model(
        ngrams=ngrams,
        tags=tags,
        names=names,
        against={word: indexes for word, indexes in against.items() if indexes},
        macro={tag: tuple(members) for tag, members in data["macro"].items()},
        prior=np.log(weights / weights.sum()),
        ngram_weight=float(data["ngram_weight"]),
        word_weight=float(data["word_weight"]),
        floor=float(data["floor"]),
        characters=int(data["characters"]),
        stated_share=float(data["stated_share"]),
    )
