"""Which sentences are worth parsing: those that hold a word which may tell of an event.

The gate asks less than the events room does: the forms of `triggers.yaml` and the words that an entry needs beside it,
not where they stand, nor what must not stand there. So it keeps more sentences than have a trigger, and loses none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from tasks.parse.lexicon import Candidate, trigger_forms
from tasks.settings import REFERENCE

# Words are cut as the events room cuts them, or its forms would not be found in them.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[^\W_]+(?:(?:[-–‑/&]|['’](?!s\b))[^\W_]+)*")
_SHORTEST_FIRST_PART = 2  # letters of a compound before its head
_KNOWN_WORDS = 200_000  # forms held; a language's news has fewer in a year


def may_tell_of_event(sentence: str, language: str, reference: Path = REFERENCE) -> bool:
    """Whether a sentence holds a candidate for a trigger.

    Args:
        sentence: its text.
        language: a BCP-47 tag that has `triggers.yaml`.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the language's file is missing or does not say what it must.
    """
    words = frozenset(_WORD.findall(sentence.lower().replace("’", "'")))
    for word in words:
        for candidate in _candidates(word, language, reference):
            if _may_hold(candidate, words):
                return True
    return False


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
