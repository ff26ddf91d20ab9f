"""Participants to known actors, countries and sectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tasks.actors.actor import Identified
from tasks.actors.compose import compose, sector_behind
from tasks.actors.found import ADJECTIVE, Found
from tasks.actors.lexicon import lexicon
from tasks.actors.phrase import items
from tasks.actors.text_scene import TextScene
from tasks.events.mention import Participant
from tasks.settings import REFERENCE
from tasks.text.document import Document

# Characters behind an adjective in which its noun stands.
_BEHIND = 80


def identify(
    document: Document, participants: Sequence[Participant], reference: Path = REFERENCE
) -> list[Identified | None]:
    """Who each participant is: a known actor, or the country and sector of a nameless one.

    Titles and renamed groups are read as of the day on which the document was published. A surname stands for the
    person whom the document names in full; `the army` without a country for that of the document's country if that is
    clear. Words of a language without `actors.yaml` are read as those of the document's language.

    Args:
        document: the text, its date and the languages of its segments.
        participants: with offsets in its text.
        reference: the reference folder.

    Returns:
        One for each participant, in their order; None where nothing is known.
    """
    scenes: dict[str, TextScene | None] = {}
    seen: dict[tuple[str, str], Found | None] = {}
    found: list[Identified | None] = []
    for one in participants:
        language = _language(document, one.start)
        if language not in scenes:
            scenes[language] = _scene(document, language, reference)
        scene = scenes[language]
        key = (language, one.text)
        if key not in seen:
            seen[key] = None if scene is None else compose(items(one.text, scene.lexicon), scene)
        what = seen[key]
        if what is not None and what.kind == ADJECTIVE and scene is not None:
            # `Syrian` in `Syrian and Russian planes` are planes too.
            what = what.nameless(sector_behind(items(document.text[one.end : one.end + _BEHIND], scene.lexicon)))
        found.append(None if what is None else what.identified())
    return found


def _language(document: Document, start: int) -> str:
    return next((one.language for one in document.segments if one.start <= start < one.end), document.language)


def _scene(document: Document, language: str, reference: Path) -> TextScene | None:
    for tag in (language, document.language):
        words = lexicon(tag, reference)
        if words is not None:
            return TextScene(document, words, reference)
    return None
