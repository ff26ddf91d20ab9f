"""Paths to the input files below them, and what lies there but cannot be one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tasks.errors import InputError, UsageError
from tasks.read.decode import normal_name
from tasks.read.formats import NAMED_BY_STEM, format_of, known_suffixes
from tasks.read.identity import check_name
from tasks.read.inputfile import InputFile, not_a_file, unreadable
from tasks.read.reject import printable, rejected

_BESIDE_TEXTS = frozenset((".md", ".yaml", ".yml"))  # what people write about their texts


def list_inputs(paths: Sequence[Path]) -> list[InputFile | InputError]:
    """The files that can be read and the entries that cannot, sorted by uri, each once.

    A folder is walked to the bottom. Hidden entries, `*.md`, `*.yaml`, `*.yml` and LICENSE in it are passed
    over, and so is a link to a folder inside it, whose files are read where they lie. A file given itself is never
    passed over.

    Args:
        paths: files and folders; those that overlap count once.

    Raises:
        UsageError: a path does not exist.
    """
    found: dict[Path, InputFile | InputError] = {}
    for given in paths:
        if not os.path.lexists(given):
            raise UsageError(f"{printable(str(given), 1000)}: no such file or folder; give one that exists")
        for path, entry in _walk(given):
            # A link out of a folder can be read where the link itself is given too.
            if path not in found or isinstance(found[path], InputError):
                found[path] = entry
    return [found[path] for path in sorted(found, key=lambda p: (found[p].uri, os.fsencode(p)))]


def _walk(given: Path) -> Iterator[tuple[Path, InputFile | InputError]]:
    # Sources are named by real folders, however they were reached (`.`, `..`, a link). Of pathlib and os.path only the
    # latter never raises here: not for a loop, a forbidden folder, or a path that is too long.
    top = Path(os.path.realpath(given))
    if not os.path.isdir(top):  # noqa: PTH112 - see above
        top = Path(os.path.realpath(given.parent), given.name)
    pending = [top]
    while pending:
        path = pending.pop()
        try:
            if path is not top and _passed_over(path, top):
                continue
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path, _input_file(path, status)
            elif format_of(path.name) is not None:
                reason = f"it is a folder with the name of a file and was not read; rename it without {path.suffix}"
                raise rejected(_uri(path), "directory_as_file", path.name, reason)
            else:
                pending.extend(path.iterdir())
        except InputError as error:
            yield path, error
        except OSError as error:
            yield path, _unreached(path, error)


def _passed_over(path: Path, top: Path) -> bool:
    if path.name.startswith("."):
        return True
    if (path.suffix.lower() in _BESIDE_TEXTS or path.name == "LICENSE") and not path.is_dir():
        return True
    if path.is_symlink() and path.exists():
        target = Path(os.path.realpath(path))
        if not target.is_relative_to(top):
            reason = "it is a link that leads out of the folder given; copy the file there, or give the link itself"
            raise rejected(_uri(path), "symlink_out", _target(path), reason)
        if path.parent.is_relative_to(target):
            reason = "it is a link to a folder that it lies in itself; remove it"
            raise rejected(_uri(path), "symlink_loop", _target(path), reason)
        return target.is_dir() and format_of(path.name) is None
    return False


def _unreached(path: Path, error: OSError) -> InputError:
    if error.errno == errno.ELOOP:
        return rejected(_uri(path), "symlink_loop", _target(path), "it is a link that leads back to itself; remove it")
    if error.errno == errno.ENOENT and _target(path):
        reason = f"it is a link to '{printable(_target(path))}', which does not exist; restore that, or remove the link"
        return rejected(_uri(path), "dangling_symlink", _target(path), reason)
    return unreadable(_uri(path), error)


def _target(path: Path) -> str:
    """What a link says; empty where there is no link, or no more."""
    try:
        return str(path.readlink())
    except OSError:
        return ""


def _input_file(path: Path, status: os.stat_result) -> InputFile:
    source, uri = normal_name(_source(path)), _uri(path)
    if not stat.S_ISREG(status.st_mode):
        raise not_a_file(uri, status.st_mode)
    kind = format_of(path.name)
    if kind is None:
        reason = f"files with {printable(path.suffix) or 'no suffix'} are not read; give {known_suffixes()}"
        raise rejected(uri, "unknown_format", path.name, reason)
    try:
        uri.encode("utf-8")
    except UnicodeEncodeError:
        reason = "the name of the file or its folder is no UTF-8; rename it"
        raise rejected(uri, "name_encoding", uri, reason) from None
    check_name(source, uri, "source")
    if kind not in NAMED_BY_STEM:
        check_name(normal_name(path.stem), uri, "file_name")  # of a text it is the doc_id, checked when it is read
    return InputFile(path, uri, source, status.st_size)


def _uri(path: Path) -> str:
    return normal_name(f"{_source(path)}/{path.name}")


def _source(path: Path) -> str:
    return path.parent.name or "root"
