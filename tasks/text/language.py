"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

UNDETERMINED = "und"


def detect_language(text: str, reference: Path = REFERENCE) -> tuple[str, float]:
    """The BCP-47 tag of a text's language and its probability among those of `detection.yaml`.

    A text without letters is `und` with probability 0.
    """
    data = reference_file(reference / "detection.yaml")
    piece = text[: data["characters"]]
    if not any(c.isalpha() for c in piece):
        return UNDETERMINED, 0.0
    best = _detector(tuple(data["languages"])).compute_language_confidence_values(piece)[0]
    if best.value == 0:
        return UNDETERMINED, 0.0
    # lingua adds its probabilities up in an order that changes from run to run: only the last digits show it.
    return best.language.iso_code_639_1.name.lower(), round(min(1.0, best.value), 4)


@cache
def _detector(tags: tuple[str, ...]) -> LanguageDetector:
    codes = [IsoCode639_1.from_str(tag) for tag in tags]
    # Trigrams alone are right on every Norwegian document tried and hold a tenth of the full models' memory.
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
