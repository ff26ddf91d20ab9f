"""What a run has to do: the texts that are new or changed, in shards, and the inputs that cannot be read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tasks.errors import InputError
from tasks.read.raw import RawDocument

_VALUE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What the lake holds of a document."""

    content_hash: str
    pipeline_version: str
    superseded_hash: str | None = None
    rejected: bool = False


@dataclass(slots=True)
class Plan:
    """Counts and rejects; filled while `changed` is read."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    still_rejected: int = 0
    errors: list[InputError] = field(default_factory=list)

    def changed_documents(
        self, inputs: Iterable[RawDocument | InputError], known: Mapping[str, Known], pipeline_version: str
    ) -> Iterator[tuple[RawDocument, str | None]]:
        """The texts to extract, each with the `superseded_hash` it is to carry; the rest is counted.

        Args:
            inputs: what the readers gave.
            known: what the lake holds, by doc_id.
            pipeline_version: rows of another version are made anew.
        """
        for one in inputs:
            if isinstance(one, InputError):
                self.errors.append(one)
                continue
            was = known.get(one.doc_id)
            if was is None:
                self.new += 1
                yield one, None
            elif was.content_hash == one.content_hash and was.pipeline_version == pipeline_version:
                self.unchanged += not was.rejected
                self.still_rejected += was.rejected
            else:
                self.changed += 1
                same = was.rejected or was.content_hash == one.content_hash
                yield one, was.superseded_hash if same else was.content_hash


def input_reject(error: InputError, pipeline_version: str, run_id: str) -> dict[str, Any]:
    """A row of `rejects` for an input that could not be read; the same input gives the same `reject_id`."""
    return {
        "reject_id": _reject_id("inputs", error.uri, error.check, error.found, error.reason),
        "table_name": "inputs",
        "source": error.uri.partition("/")[0],
        "uri": error.uri,
        "expectation": error.check,
        "value": error.found,
        "reason": error.reason,
        "pipeline_version": pipeline_version,
        "run_id": run_id,
    }


def document_reject(raw: RawDocument, error: Exception, pipeline_version: str, run_id: str) -> dict[str, Any]:
    """A row of `rejects` for a text that the extraction broke on; it is tried again in another version."""
    return {
        "reject_id": _reject_id("documents", raw.doc_id, raw.content_hash),
        "table_name": "documents",
        "source": raw.source,
        "uri": raw.uri,
        "doc_id": raw.doc_id,
        "row_key": json.dumps({"doc_id": raw.doc_id}, ensure_ascii=False),
        "expectation": "extraction",
        "value": f"{type(error).__name__}: {error}"[:_VALUE_LENGTH],
        "reason": "the extraction broke on this text, which is a mistake in Tidings; please report it with the text",
        "content_hash": raw.content_hash,
        "pipeline_version": pipeline_version,
        "run_id": run_id,
    }


def _reject_id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:20]
