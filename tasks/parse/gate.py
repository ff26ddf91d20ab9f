"""Which sentences are worth parsing: those that hold a word which may tell of an event.

The gate asks less than the events room does: the forms of `triggers.yaml` and the words that an entry needs beside it,
not where they stand, nor what must not stand there. So it keeps more sentences than have a trigger, and loses none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from tasks.parse.grammar import grammar
from tasks.parse.lexicon import Candidate, trigger_forms
from tasks.settings import REFERENCE
from tasks.text.document import Document
from tasks.text.quotations import find_quotations
from tasks.text.reference import languages

# Words are cut as the events room cuts them, or its forms would not be found in them.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[^\W_]+(?:(?:[-–‑/&]|['’](?!s\b))[^\W_]+)*")
_SHORTEST_FIRST_PART = 2  # letters of a compound before its head
_KNOWN_WORDS = 200_000  # forms held; a language's news has fewer in a year


def parsed_languages(reference: Path = REFERENCE) -> list[str]:
    """The languages whose sentences are parsed: those with `triggers.yaml` and `grammar.yaml`."""
    if not (reference / "languages").is_dir():
        return []  # what lacks it says so itself
    return sorted({*languages(reference, having="triggers")} & {*languages(reference, having="grammar")})


def worth_parsing(document: Document, reference: Path = REFERENCE) -> list[int]:
    """The numbers of the sentences that are worth parsing, in order.

    They hold a candidate for a trigger, or may name the speaker of a quotation that does. Segments in a language
    without `triggers.yaml` and `grammar.yaml` have none.
    """
    known = parsed_languages(reference)
    quoting = {quotation.segment_no for quotation in find_quotations(document)}
    found: list[int] = []
    for segment_no, group in groupby(enumerate(document.sentences), key=lambda one: one[1].segment_no):
        language = document.segments[segment_no].language
        if language not in known:
            continue
        texts = {number: document.text[one.start : one.end] for number, one in group}
        kept = [number for number, text in texts.items() if may_tell_of_event(text, language, reference)]
        if kept and segment_no in quoting:
            reporting = grammar(language, reference).reporting
            kept += [number for number, text in texts.items() if not reporting.isdisjoint(_words(text))]
        found += sorted(set(kept))
    return found


def may_tell_of_event(sentence: str, language: str, reference: Path = REFERENCE) -> bool:
    """Whether a sentence holds a candidate for a trigger.

    Args:
        sentence: its text.
        language: a BCP-47 tag that has `triggers.yaml`.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the language's file is missing or does not say what it must.
    """
    words = _words(sentence)
    for word in words:
        for candidate in _candidates(word, language, reference):
            if _may_hold(candidate, words):
                return True
    return False


def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.lower().replace("’", "'")))


def _may_hold(candidate: Candidate, words: frozenset[str]) -> bool:
    """Whether the other words of a phrase, and those that it needs, stand anywhere in the sentence."""
    return all(not step.isdisjoint(words) for step in candidate.steps) and all(
        asked.meets(words) for asked in candidate.needs
    )


@lru_cache(maxsize=_KNOWN_WORDS)
def _candidates(word: str, language: str, reference: Path) -> tuple[Candidate, ...]:
    """The entries that may begin with a word, and its head where it is a compound."""
    forms = trigger_forms(language, reference)
    found = forms.candidates.get(word, ())
    if len(word) > _SHORTEST_FIRST_PART and forms.fits_head(word):
        return (*found, _COMPOUND)
    return found


_COMPOUND = Candidate(steps=(), needs=())
