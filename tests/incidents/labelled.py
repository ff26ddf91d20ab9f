"""Reader of the texts under reports/, in which triggers bear the name of the incident that they report.

A file is a group: it opens with its incidents, one a line: `name TYPE: what happens`, or for a near-twin
`name TYPE unlike other[, other]: what alone differs`. Texts follow, each after a line `=== doc_id`, with a header as
the seeds have it and marks `[[trigger|name]]` around the triggers of those incidents; other triggers are not marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tasks.read.raw import RawDocument
from tasks.read.seedfile import read_text

REPORTS = Path(__file__).parent / "reports"
HALVES = ("tuned", "kept")

_INCIDENT = re.compile(r"(?P<name>[a-z0-9-]+) (?P<type>[A-Z]+)(?: unlike (?P<unlike>[a-z0-9, -]+))?: (?P<what>\S.*)")
_MARK = re.compile(r"\[\[(?P<trigger>[^\[\]|\n]+)\|(?P<name>[a-z0-9-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Incident:
    """What the marks of one name report: its PLOVER type, and the incidents that it resembles without being them."""

    name: str
    event_type: str
    unlike: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text without its marks; `labels` are (start, end, incident) with offsets in `raw.text`, end exclusive."""

    raw: RawDocument
    labels: tuple[tuple[int, int, str], ...]

    @property
    def language(self) -> str:
        """`nb` or `en`: the last part but one of the document's id, as in `hospital-nb-2`."""
        return self.raw.doc_id.split("-")[-2]


@dataclass(frozen=True, slots=True)
class Group:
    """One file: incidents and the texts that tell them."""

    slug: str
    incidents: tuple[Incident, ...]
    texts: tuple[Labelled, ...]


def read_half(half: str, folder: Path = REPORTS) -> list[Group]:
    """All groups of `tuned` or `kept`, by name."""
    return [read_group(path.read_text(encoding="utf-8"), path.stem) for path in sorted((folder / half).glob("*.txt"))]


def read_group(text: str, slug: str) -> Group:
    """The group that a file's text holds.

    Raises:
        ValueError: a line or a mark is not as the format has it; the message says which.
    """
    head, *parts = re.split(r"^=== ", text, flags=re.MULTILINE)
    incidents = tuple(_incident(line, slug) for line in head.splitlines() if line)
    texts = tuple(_labelled(part, slug) for part in parts)
    declared, used = {one.name for one in incidents}, {name for one in texts for *_, name in one.labels}
    alike = {name for one in incidents for name in one.unlike}
    if wrong := sorted((declared ^ used) | (alike - declared)):
        raise ValueError(f"{slug}: declared or used, not both: {', '.join(wrong)}")
    return Group(slug, incidents, texts)


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A text without its marks, and where they stood."""
    pieces: list[str] = []
    labels = []
    at = read = 0
    for mark in _MARK.finditer(text):
        pieces += [text[read : mark.start()], mark["trigger"]]
        start = at + mark.start() - read
        at = start + len(mark["trigger"])
        read = mark.end()
        labels.append((start, at, mark["name"]))
    return "".join([*pieces, text[read:]]), tuple(labels)


def _incident(line: str, slug: str) -> Incident:
    found = _INCIDENT.fullmatch(line)
    if found is None:
        raise ValueError(f"{slug}: {line!r} is not 'name TYPE [unlike name]: what'")
    unlike = tuple(name.strip() for name in (found["unlike"] or "").split(",") if name.strip())
    return Incident(found["name"], found["type"], unlike, found["what"])


def _labelled(part: str, slug: str) -> Labelled:
    doc_id, _, rest = part.partition("\n")
    header, _, marked = rest.partition("\n")
    text, labels = unmarked(marked.strip())
    if "[[" in text or "]]" in text:
        raise ValueError(f"{slug}: a mark of {doc_id!r} is not '[[trigger|name]]'")
    raw = read_text(f"{header}\n{text}", doc_id=doc_id.strip(), source="reports", uri=f"{slug}.txt")
    if raw.text != text or not raw.published:
        raise ValueError(f"{slug}: {doc_id!r} has no header with a date, or its text changes when it is read")
    return Labelled(raw, labels)
