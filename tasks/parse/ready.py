"""Whether the pipelines that a run needs are there, asked before it touches a document."""

from __future__ import annotations

from pathlib import Path

from tasks.parse.gate import parsed_languages
from tasks.parse.models import OUR_MODELS, ModelChoice, model_facts
from tasks.settings import REFERENCE


def check_models(choice: ModelChoice = OUR_MODELS, reference: Path = REFERENCE) -> None:
    """Looks at every pipeline that a run can need, without loading one.

    Raises:
        ModelError: one is missing, damaged, for another version of spaCy, or not allowed.
    """
    for language in parsed_languages(reference):
        model_facts(language, choice)
