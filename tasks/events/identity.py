"""What identifies a mention: its place in the text and its type."""

from __future__ import annotations

import hashlib

_LENGTH = 20


def mention_id(doc_id: str, trigger_start: int, trigger_end: int, event_type: str) -> str:
    """The first 20 hex digits of a SHA-256 over the document's id, the trigger's offsets and the type.

    The same text gives the same ids, whoever runs it and however often; a text that moved gives others.
    """
    parts = (doc_id, str(trigger_start), str(trigger_end), event_type)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
