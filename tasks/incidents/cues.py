"""The words by which a language points back to an event, or says of which larger one it is part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.settings import REFERENCE
from tasks.text.reference import language_file, languages

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Cues:
    """What `incidents.yaml` of a language says, ready to be asked.

    Attributes:
        before: the words that make a noun behind them definite, with at most one word between.
        endings: how a definite noun ends, where the language has such endings.
        belongs: the words that say "part of", then in its group 1 the noun of an offensive, siege or campaign.
    """

    before: re.Pattern[str]
    endings: tuple[str, ...]
    belongs: re.Pattern[str]

    def definite(self, before: str, trigger: str) -> bool:
        """Whether a trigger points back to something told before.

        Args:
            before: the sentence up to the trigger.
            trigger: the trigger as it stands there.
        """
        return self.before.search(before) is not None or (bool(self.endings) and trigger.endswith(self.endings))

    def container(self, sentence: str, trigger: int) -> str | None:
        """The noun of the larger event that a sentence says its event is part of; None where it says nothing.

        Args:
            sentence: the sentence.
            trigger: where the trigger begins in it; a container is no part of itself.
        """
        for match in self.belongs.finditer(sentence):
            if not match.start(1) <= trigger < match.end(1):
                return match.group(1).casefold()
        return None


@cache
def cues(language: str, reference: Path = REFERENCE) -> Cues:
    """The cues of a language; of one without resources, cues that are never met."""
    if language not in languages(reference, "incidents"):
        return Cues(_NOTHING, (), _NOTHING)
    values = language_file(language, "incidents", reference)
    before = "|".join(map(re.escape, values["definite"]["before"]))
    lead = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in values["containers"]["said_by"])
    noun = "|".join(map(re.escape, values["containers"]["nouns"]))
    # At most three words between: "as part of the Russian-backed offensive".
    belongs = rf"\b(?:{lead})\s+(?:[\w’'-]+\s+){{0,3}}?((?:\w*-)?(?:{noun}))\b"
    return Cues(
        re.compile(rf"\b(?:{before})\s+(?:[\w-]+\s+)?$", re.IGNORECASE),
        tuple(values["definite"].get("endings", ())),
        re.compile(belongs, re.IGNORECASE),
    )
