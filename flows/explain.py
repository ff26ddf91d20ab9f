"""What `tidings extract --explain` prints: each mention as a block to be read, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.mention import Casualty, Mention, Participant
from tasks.text.document import Document

_WIDTH = 11  # columns of a line's name
_ROLES = ("actor", "recipient", "claimant")


def explained(document: Document, mention: Mention) -> str:
    """One mention: its sentence with the trigger in double brackets, its fields, and the reasons for it.

    Args:
        document: the text that it stands in.
        mention: one of its mentions.
    """
    lines = (f"{name:<{_WIDTH}}{text}" for name, text in _lines(document, mention))
    return "\n".join([_title(mention), *lines])


def _title(mention: Mention) -> str:
    kind = "/".join(filter(None, (mention.event_type, mention.event_mode)))
    return f"{kind} (confidence {mention.confidence:.2f}, reader: {mention.reader})"


def _lines(document: Document, mention: Mention) -> Iterator[tuple[str, str]]:
    yield "sentence", _marked(document.text, mention)
    parties = [one for role in _ROLES for one in mention.participants if one.role == role]
    yield from ((one.role, _party(one)) for one in parties)
    if mention.weapon:
        yield "weapon", mention.weapon
    if mention.event_date:
        yield "when", _when(mention)
    if mention.place_text:
        yield "where", f"{_one_line(mention.place_text)} (precision {mention.where_prec}){_known_place(mention)}"
    yield from (("figure", _figure(one)) for one in mention.casualties)
    if (mention.polarity, mention.modality) != ("positive", "actual"):
        yield "whether", f"{mention.polarity}, {mention.modality}"
    if mention.contexts:
        yield "contexts", ", ".join(mention.contexts)
    yield from zip(["because", *[""] * len(mention.reasons)], mention.reasons, strict=False)


def _marked(text: str, mention: Mention) -> str:
    before = text[mention.sentence_start : mention.trigger_start]
    trigger = text[mention.trigger_start : mention.trigger_end]
    return _one_line(f"{before}[[{trigger}]]{text[mention.trigger_end : mention.sentence_end]}")


def _party(one: Participant) -> str:
    known = ", ".join(filter(None, (one.entity_name, one.country, one.sector)))
    return _one_line(one.text) + (f" (via {one.via})" if one.via else "") + (f": {known}" if known else "")


def _known_place(mention: Mention) -> str:
    if mention.place_id is None:
        return ""
    names = dict.fromkeys(filter(None, (mention.place_name, mention.admin1, mention.country)))
    point = (
        f" at {mention.latitude:.2f} {mention.longitude:.2f}"
        if None not in (mention.latitude, mention.longitude)
        else ""
    )
    return f": {', '.join(names)}{point} [{mention.place_id}]"


def _when(mention: Mention) -> str:
    said = f"“{_one_line(mention.date_text)}”, " if mention.date_text else ""
    return f"{mention.event_date} ({said}{mention.date_basis}, precision {mention.date_prec})"


def _figure(one: Casualty) -> str:
    low, high = ("?" if bound is None else str(bound) for bound in (one.low, one.high))
    count = low if low == high else f"{low} to {high}"
    return " ".join(filter(None, (one.kind, one.group, count))) + f" (“{_one_line(one.text)}”)"


def _one_line(text: str) -> str:
    return " ".join(text.split())
