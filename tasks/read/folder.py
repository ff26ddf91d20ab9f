"""The way in: paths to documents, each identity once, in an order that does not depend on the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tasks.errors import InputError
from tasks.read.content import read_content
from tasks.read.description import NOTHING, Description, read_description
from tasks.read.inputfile import InputFile, opened
from tasks.read.listing import list_inputs
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.read.reject import printable, rejected
from tasks.settings import ReadLimits

__all__ = ["InputFile", "find_inputs", "read_input", "read_inputs"]

_DEFAULT = ReadLimits()


def find_inputs(paths: Sequence[Path]) -> tuple[list[InputFile], list[InputError]]:
    """The files to read, and what lies beside them and cannot be read; both sorted by uri. Nothing is opened.

    Args:
        paths: files, and folders that are walked to the bottom (see `list_inputs` for what is passed over).

    Raises:
        UsageError: a path does not exist.
    """
    entries = list_inputs(paths)
    return (
        [entry for entry in entries if isinstance(entry, InputFile)],
        [entry for entry in entries if isinstance(entry, InputError)],
    )


def read_inputs(
    paths: Sequence[Path], max_bytes: int, limits: ReadLimits = _DEFAULT
) -> Iterator[RawDocument | InputError]:
    """The documents of all files below the paths, and an error for each that is not read, sorted by uri and line.

    One document is held at a time. Where a folder's `source.yaml` cannot be read, that is one error, and its files
    are passed over. Of several documents with the same id the first that can be read is kept.

    Args:
        paths: files and folders, as for `find_inputs`.
        max_bytes: the largest text, page or feed, and the longest line or row, that is read.
        limits: what packed and hostile files may cost.

    Raises:
        UsageError: a path does not exist; raised by the call itself, before the first document.
    """
    return _read(list_inputs(paths), max_bytes, limits)


def read_input(
    file: InputFile, max_bytes: int, limits: ReadLimits = _DEFAULT, description: Description = NOTHING
) -> Iterator[RawDocument | InputError]:
    """The documents of one file, or why they are not read, in the file's order; ids may repeat.

    Args:
        file: one out of `find_inputs`.
        max_bytes, limits: as for `read_inputs`.
        description: what its source says of its files.
    """
    try:
        with opened(file) as (stream, size):
            origin = Origin(file.path.name, file.uri, file.source, description)
            yield from read_content(stream, origin, size, max_bytes, limits)
    except InputError as error:
        yield error


def _read(
    entries: Iterable[InputFile | InputError], max_bytes: int, limits: ReadLimits
) -> Iterator[RawDocument | InputError]:
    first: dict[str, str] = {}
    described: dict[Path, Description | None] = {}
    for entry in entries:
        if isinstance(entry, InputError):
            yield entry
            continue
        folder = entry.path.parent
        if folder not in described:
            try:
                described[folder] = read_description(folder, entry.source)
            except InputError as error:
                described[folder] = None
                yield error
        description = described[folder]
        if description is None:
            continue
        for document in read_input(entry, max_bytes, limits, description):
            if isinstance(document, InputError):
                yield document
            elif document.doc_id in first:
                yield _duplicate(document, first[document.doc_id])
            else:
                first[document.doc_id] = document.uri
                yield document


def _duplicate(document: RawDocument, first: str) -> InputError:
    doc_id = printable(document.doc_id)
    reason = f"doc_id '{doc_id}' stands already at {first}, which is kept; give each document an id of its own"
    return rejected(document.uri, "duplicate_doc_id", doc_id, reason)
