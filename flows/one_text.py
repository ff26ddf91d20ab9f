"""One text given by hand, for `tidings extract`, and what is asked of a language for `tidings dates`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tasks.errors import InputError, UsageError
from tasks.read.decode import decode
from tasks.read.raw import RawDocument
from tasks.read.seedfile import read_text
from tasks.settings import RunSettings
from tasks.tables.rows import Extracted, document_tables
from tasks.text.reference import languages
from tasks.text.trace import Trace

Row = dict[str, Any]


def read_one(file: str, published: str | None, language: str | None) -> tuple[RawDocument, bytes]:
    """The text of a file, or of standard input for `-`, and its bytes. A header in it wins over `published`.

    Raises:
        UsageError: there is no such file.
        InputError: it is no text, or a date is none.
    """
    limit = RunSettings().max_bytes
    if file == "-":
        data, name = sys.stdin.buffer.read(limit + 1), "<stdin>"
    elif Path(file).is_file():
        with Path(file).open("rb") as stream:
            data, name = stream.read(limit + 1), Path(file).name
    else:
        raise UsageError(f"{file}: no such file; name a text file, or - for standard input")
    if len(data) > limit:
        raise InputError(name, "too_large", f"{len(data)} bytes", f"is larger than {limit} bytes; give a part of it")
    text = decode(data, name)
    return read_text(text, doc_id=name, source="-", uri=name, published=published, language=language), data


def check_language(tag: str, reference: Path) -> str:
    """The tag, if there are resources for it.

    Raises:
        UsageError: there are none.
    """
    known = languages(reference, having="dates")
    if tag not in known:
        raise UsageError(f"--language {tag}: no resources for it; there are {', '.join(known)}")
    return tag


def mention_rows(extracted: Extracted, way: Trace | None) -> list[Row]:
    """The mentions of one text as the tables would hold them, each with its participants and casualties.

    Besides, `evidence_bytes` and `trigger_bytes` say where both stand in the file: the first byte and the one behind
    the last; None without a `way` back to it.
    """
    tables = {name: table.to_pylist() for name, table in document_tables([extracted], "", "").items()}
    rows = []
    for mention in tables["mentions"]:
        mine = {
            name: [row for row in tables[name] if row["mention_id"] == mention["mention_id"]]
            for name in ("participants", "casualties")
        }
        named = {
            f"{role}s": [row["text"] for row in mine["participants"] if row["role"] == role]
            for role in ("actor", "recipient", "claimant")
        }
        counts = [f"{row['kind']} {row['text']}" for row in mine["casualties"]]
        places = {
            f"{name}_bytes": way and way.source_bytes(mention[f"{span}_start"], mention[f"{span}_end"])
            for name, span in (("evidence", "sentence"), ("trigger", "trigger"))
        }
        rows.append(_without_stamp(mention) | named | {"casualties": counts} | places)
    return rows


def _without_stamp(row: Row) -> Row:
    stamp = {"pipeline_version", "run_id", "published_year", "published_month"}
    return {name: value for name, value in row.items() if name not in stamp}
