"""Coded documents, read by the rooms before the events and aligned with their text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.dates.expression import TimeExpression
from tasks.extract import find_times
from tasks.parse.documents import parse_documents
from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.parse.parsed import Parsed
from tasks.read.seedfile import read_text
from tasks.safe_yaml import load_yaml
from tasks.text.analyse import analyse
from tasks.text.document import Document

FOLDS = 5
_TRIGGER = re.compile(r"(.*?)\[\[(.*?)\]\]", re.DOTALL)
_TWIN = re.compile(r"_[a-z]{2}$")


@dataclass(frozen=True, slots=True)
class CodedMention:
    """A mention as a reader coded it; `fields` are those of its YAML, offsets those of the trigger in the text."""

    start: int
    end: int
    fields: Mapping[str, Any]

    @property
    def optional(self) -> bool:
        """Whether careful readers may differ on it."""
        return bool(self.fields.get("optional"))


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with what the rooms before the events read in it, and its codings."""

    stem: str
    document: Document
    times: tuple[TimeExpression, ...]
    parsed: tuple[Parsed, ...]
    mentions: tuple[CodedMention, ...]

    @property
    def twins(self) -> str:
        """The name that the versions of one text in several languages share."""
        return _TWIN.sub("", self.stem)

    @property
    def fold(self) -> int:
        """The part of a cross-validation that it belongs to: twins share it."""
        return zlib.crc32(self.twins.encode()) % FOLDS


def read_coded(folder: Path, models: ModelChoice = OUR_MODELS, texts: Path | None = None) -> Iterator[CodedDocument]:
    """The coded documents of a folder of `<stem>.txt` and `<stem>.yaml`, in the order of their names.

    Args:
        folder: holds the codings, and the texts where `texts` does not.
        models: which pipelines parse them.
        texts: a folder of texts.
    """
    for path in sorted(folder.glob("*.yaml")):
        source = (texts or folder) / f"{path.stem}.txt"
        raw = read_text(source.read_text(encoding="utf-8"), doc_id=path.stem, source="coded", uri=source.name)
        document = analyse(raw)
        times = tuple(find_times(document))
        parsed = tuple(parse_documents([(document, times)], models)[0])
        coded = load_yaml(path.read_text(encoding="utf-8"))
        mentions = (_aligned(document.text, fields) for fields in coded["mentions"] or [])
        yield CodedDocument(path.stem, document, times, parsed, tuple(one for one in mentions if one is not None))


def _aligned(text: str, fields: Mapping[str, Any]) -> CodedMention | None:
    found = _TRIGGER.match(fields["quote"])
    at = text.find(fields["quote"].replace("[[", "").replace("]]", ""))
    if found is None or at < 0:
        return None
    before, trigger = found.groups()
    return CodedMention(at + len(before), at + len(before) + len(trigger), fields)
