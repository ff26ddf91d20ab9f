"""What every reader gives: one source text with what its source says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A source text as it came, decoded, with its header taken off.

    Attributes:
        doc_id: identity at the source: the file stem, the `id` field, or a hash where there is none.
        source: who it came from: the folder's name, or the `source` field.
        uri: where it was read: `<source>/<file>`, with `/<entry>` in a zip, and `:n` for a line, row or feed entry;
            the same on every machine.
        header: the header as it stands in the source, or empty.
        published: EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where unknown.
        text: the text behind the header, in NFC with LF line ends, its ends stripped.
        title: the source's own title, or None.
        language: the BCP-47 tag that the source states, or None.
        url: where the source says that it stands, or None.
        author: who wrote it, as the source says, or None.
        publisher: who published it, as the page or the source's description says, or None.
    """

    doc_id: str
    source: str
    uri: str
    header: str
    published: str | None
    text: str
    title: str | None = None
    language: str | None = None
    url: str | None = None
    author: str | None = None
    publisher: str | None = None

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) over all that can change what is extracted."""
        parts = (self.doc_id, self.source, self.header, self.published, self.title, self.language, self.text)
        return hashlib.sha256("\0".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
