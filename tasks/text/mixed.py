"""The language of a document and of each of its segments, where they may differ.

A segment's own words speak first; the document's language, and for short segments that of its neighbours, is what is
thought before they are read. So a quotation in another language keeps its own, and three words inherit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tasks.settings import REFERENCE
from tasks.text.language import (
    UNDETERMINED,
    Odds,
    canonical_tag,
    evidence,
    is_known,
    most_likely,
    prior,
    probabilities,
)
from tasks.text.reference import reference_file

Language = tuple[str, float]


def tell_languages(
    pieces: Sequence[str], names: Sequence[bool], stated: str | None, reference: Path = REFERENCE
) -> tuple[Language, list[Language]]:
    """The language of most of a document, and of each of its segments, each with how likely it is.

    Args:
        pieces: the segments' texts, in order.
        names: for each, whether it is names and no prose (a credit, a dateline, a by-line), which have no language.
        stated: the language that the source states, or None.
        reference: the reference folder.

    A stated language that cannot be told from a text is believed. A document without words is `und`, probability 0.
    """
    data = reference_file(reference / "detection.yaml")
    tag = canonical_tag(stated, reference)
    if tag is not None and not is_known(tag, reference):
        return (tag, data["stated_share"]), [(tag, data["stated_share"])] * len(pieces)
    letters = [sum(map(str.isalpha, piece[: data["characters"]])) for piece in pieces]
    speaking = [i for i, name in enumerate(names) if letters[i] >= data["few_letters"] and not name]
    before = prior(tag, reference)
    if not speaking:
        whole = _without_prose("\n".join(pieces), tag, before, reference)
        return whole, [whole] * len(pieces)
    said = {i: evidence(pieces[i], reference) for i in speaking}
    told = _told(said, letters, before, data, reference)
    whole = _document(told, letters, tag, data["stated_holds"])
    return whole, _inherited(told, whole, len(pieces))


def _told(
    said: Mapping[int, Odds], letters: Sequence[int], before: Odds, data: Mapping[str, float], reference: Path
) -> dict[int, Language]:
    """The language of each segment that has one of its own."""
    stays = data["stays_share"]
    usual = probabilities(prior(None, reference))
    document = probabilities(before + np.sum(list(said.values()), axis=0))
    told, shares = {}, {}
    for i, odds in said.items():
        shares[i] = probabilities(odds + np.log(stays * document + (1 - stays) * usual))
        told[i] = most_likely(np.log(shares[i]), reference)
    order = list(said)
    for place, i in enumerate(order):
        beside = [shares[j] for j in (*order[max(0, place - 1) : place], *order[place + 1 : place + 2])]
        if letters[i] < data["short_letters"] and beside:
            around = (document + np.mean(beside, axis=0)) / 2
            told[i] = most_likely(said[i] + np.log(stays * around + (1 - stays) * usual), reference)
    return told


def _document(told: Mapping[int, Language], letters: Sequence[int], stated: str | None, holds: float) -> Language:
    """The language that most letters are in, or the stated one if it holds enough; and how likely its segments are."""
    held: dict[str, float] = defaultdict(float)
    total: dict[str, int] = defaultdict(int)
    for i, (language, share) in told.items():
        held[language] += letters[i] * share
        total[language] += letters[i]
    language = max(total, key=lambda tag: total[tag])
    if stated in total and total[stated] >= holds * sum(total.values()):
        language = stated
    return language, held[language] / total[language]


def _inherited(told: Mapping[int, Language], whole: Language, count: int) -> list[Language]:
    """All segments' languages: one without its own has that of both its neighbours where they agree, or the text's."""
    following: list[Language | None] = [None] * count
    behind: Language | None = None
    for i in reversed(range(count)):
        following[i] = behind
        behind = told.get(i, behind)
    languages: list[Language] = []
    last: Language | None = None
    for i in range(count):
        after = following[i]
        if i in told:
            last = told[i]
            languages.append(last)
        elif last is not None and after is not None and last[0] == after[0]:
            languages.append(min(last, after, key=lambda language: language[1]))
        else:
            languages.append(whole)
    return languages


def _without_prose(text: str, tag: str | None, before: Odds, reference: Path) -> Language:
    """The language of a document that is but a few words or names."""
    if any(map(str.isalpha, text)):
        return most_likely(before + evidence(text, reference), reference)
    return (UNDETERMINED, 0.0) if tag is None else most_likely(before, reference)
