"""The index's file: where it is, whether it is whole, and how it is built once by whoever needs it first."""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from tasks.errors import ReferenceDataError
from tasks.places.build import APPLICATION, build, inputs_hash
from tasks.settings import GAZETTEER, REFERENCE

_WAIT = 600  # seconds for another process that builds; it takes half a minute on a slow machine
_HEADER = b"SQLite format 3\0"
_log = logging.getLogger(__name__)


def index_path(reference: Path = REFERENCE, folder: Path = GAZETTEER) -> Path:
    """Where the index for these inputs is; other inputs or another builder have another name."""
    return folder / f"{inputs_hash(reference)}.sqlite"


def ready_index(reference: Path = REFERENCE, folder: Path = GAZETTEER) -> Path:
    """The path of an index that looks whole, built first where it is missing or damaged.

    Two processes that ask at once build it once: the other one waits. It is written beside its place and then renamed,
    so nobody ever reads half of one.

    Raises:
        ReferenceDataError: the folder cannot be written.
    """
    path = index_path(reference, folder)
    if looks_whole(path):
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock"), timeout=_WAIT):
            if not looks_whole(path):
                _log.info("building the gazetteer %s, once", path.name)
                _write(path, reference)
    except (OSError, Timeout, sqlite3.Error) as error:
        found = f"{path}: the gazetteer cannot be built ({error}); make {folder} writable, with 100 MB free"
        raise ReferenceDataError(found) from error
    return path


def connect(path: Path) -> sqlite3.Connection:
    """Opens an index to read, without locks, as it never changes.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def looks_whole(path: Path) -> bool:
    """Whether the file is there, has its full length, and holds as many rows as were put in; takes a millisecond."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    pages, page = int.from_bytes(header[28:32]), int.from_bytes(header[16:18])
    if not header.startswith(_HEADER) or int.from_bytes(header[68:72]) != APPLICATION or size != pages * page:
        return False
    try:
        with closing(connect(path)) as connection:
            promised = dict(connection.execute("SELECT key, value FROM meta"))
            [[last]] = connection.execute("SELECT max(rank) FROM entries")
    except sqlite3.Error:
        return False
    return last is not None and promised.get("entries") == last + 1 and "names" in promised


def check_index(path: Path) -> None:
    """Compares every byte with the checksum that was written with it.

    Raises:
        ReferenceDataError: the file or its checksum is missing, or the file is not what was built.
    """
    if not looks_whole(path):
        raise damaged(path, "is missing or not whole")
    try:
        expected = _sum_path(path).read_text(encoding="utf-8").split()[0]
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, IndexError, ValueError) as error:
        raise damaged(path, f"has no checksum beside it ({error})") from error
    if found != expected:
        raise damaged(path, "is damaged: its checksum is another than when it was built")


def index_facts(path: Path) -> dict[str, str | int]:
    """What an index says of itself: numbers of `entries` and `names`, versions of the libraries.

    Raises:
        ReferenceDataError: it cannot be read.
    """
    try:
        with closing(connect(path)) as connection:
            return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise damaged(path, f"cannot be read ({error})") from error


def damaged(path: Path, found: str) -> ReferenceDataError:
    """What to raise for an index that cannot be used."""
    return ReferenceDataError(f"{path}: the gazetteer {found}; delete the file, and the next run builds it anew")


def _write(path: Path, reference: Path) -> None:
    draft = path.with_suffix(".new")  # one that is there was left by a process that was stopped: we hold the lock
    draft.unlink(missing_ok=True)
    try:
        build(draft, reference)
        with draft.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        _sum_path(path).write_text(f"{digest}  {path.name}\n", encoding="utf-8")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _sum_path(path: Path) -> Path:
    return path.with_suffix(".sqlite.sha256")
