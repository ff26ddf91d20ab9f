"""Feeds to files: `tidings feeds FOLDER` fetches what the folder's `source.yaml` names, once.

Each entry becomes a line of `feed-<hash>.jsonl` in the folder, which a run then reads. Lines are never taken away, so
that an entry stays when the feed has moved on. What was downloaded lies as it came in the hidden folder `.fetched`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from flows.fetch import FetchLimits, download
from tasks.errors import InputError, TidingsError, UsageError
from tasks.read.description import NAME, NOTHING, Description, read_description
from tasks.read.feed import read_feed
from tasks.read.page import parse_page
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.settings import ReadLimits

_RAW = ".fetched"  # hidden, so that no run takes it for documents
_LIMITS = FetchLimits()
_READ_LIMITS = ReadLimits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What fetching a feed did.

    Attributes:
        file: the JSON Lines file of all its entries.
        new: entries that it did not hold before.
        changed: entries whose text, title or date is another one than before.
        refused: why an entry was not read or a page not fetched; the entry then keeps what the feed says.
    """

    file: Path
    new: int
    changed: int
    refused: tuple[InputError, ...]


def fetch_source(folder: Path, limits: FetchLimits = _LIMITS) -> list[Fetched | InputError]:
    """Fetches every feed that a source's `source.yaml` names, or says why not.

    Raises:
        UsageError: there is no such folder, or it names no feed.
        InputError: its `source.yaml` cannot be read.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; name a source's folder")
    description = read_description(folder, folder.name)
    if not description.feeds:
        raise UsageError(f"{folder / NAME}: names no feed; add it under 'feeds'")
    done: list[Fetched | InputError] = []
    for feed in description.feeds:
        try:
            done.append(
                fetch(feed.url, feed.allowed_hosts, folder, limits, full_texts=feed.full_texts, description=description)
            )
        except InputError as error:
            done.append(error)
    return done


def fetch(
    feed_url: str,
    allowed_hosts: Collection[str],
    folder: Path,
    limits: FetchLimits = _LIMITS,
    *,
    full_texts: bool = False,
    description: Description = NOTHING,
) -> Fetched:
    """Downloads a feed, and the pages that it leads to where they are wanted, into files in the source's folder.

    Args:
        feed_url: where the feed is.
        allowed_hosts: see `download`; pages elsewhere are not fetched.
        folder: the source's folder; it is there.
        limits: size, time and number of what is downloaded.
        full_texts: whether the page of an entry is fetched and its main text taken instead of the entry's own.
        description: what the source says of its files.

    Raises:
        InputError: the feed cannot be fetched or read; the folder is as it was.
    """
    data = download(feed_url, allowed_hosts, limits)
    name = f"feed-{_hash(feed_url)}"
    origin = Origin(f"{name}.xml", f"{folder.name}/{name}.xml", folder.name, _of_feeds(description), len(data))
    entries = list(read_feed(BytesIO(data), origin, limits.bytes, _READ_LIMITS))
    _write(folder / _RAW / f"{name}.xml", data)
    refused = [entry for entry in entries if isinstance(entry, InputError)]
    documents = [entry for entry in entries if isinstance(entry, RawDocument)]
    if full_texts:
        documents = list(_with_pages(documents, allowed_hosts, folder, limits=limits, origin=origin, refused=refused))
    file = folder / f"{name}.jsonl"
    kept = _kept(file)
    new = changed = 0
    for document in documents:
        line = _line(document)
        new += document.doc_id not in kept
        changed += kept.get(document.doc_id, line) != line
        kept[document.doc_id] = line
    if new or changed:
        _write(file, "".join(kept.values()).encode())
    return Fetched(file, new, changed, tuple(refused))


def _of_feeds(description: Description) -> Description:
    """The description without what it says of files that were not fetched."""
    return description.model_copy(update={"format": None, "encoding": None})


def _with_pages(
    documents: list[RawDocument], allowed_hosts: Collection[str], folder: Path, *, limits: FetchLimits, origin: Origin,
    refused: list[InputError],
) -> Iterator[RawDocument]:  # fmt: skip
    """The same documents with the main text of their pages, as far as those can be had."""
    left = limits.pages
    for document in documents:
        if document.url is None:
            yield document
            continue
        path = folder / _RAW / f"{_hash(document.url)}.html"
        try:
            if not path.exists():
                if left == 0:
                    yield document
                    continue
                if left < limits.pages:
                    time.sleep(limits.pause)
                left -= 1
                _write(path, download(document.url, allowed_hosts, limits))
            page = parse_page(path.read_bytes(), document.doc_id, replace(origin, uri=document.uri), _READ_LIMITS)
            published = document.published or page.published
            yield replace(document, text=page.text, published=published, author=document.author or page.author)
        except InputError as error:
            refused.append(error)
            yield document


def _line(document: RawDocument) -> str:
    record = {
        "id": document.doc_id, "date": document.published, "title": document.title, "text": document.text,
        "url": document.url, "author": document.author,
    }  # fmt: skip
    return json.dumps({name: value for name, value in record.items() if value is not None}, ensure_ascii=False) + "\n"


def _kept(file: Path) -> dict[str, str]:
    """The lines of earlier times by their id, in their order."""
    if not file.exists():
        return {}
    lines = [line + "\n" for line in file.read_text(encoding="utf-8").split("\n") if line]
    return {_id(line, file): line for line in lines}


def _id(line: str, file: Path) -> str:
    try:
        record: dict[str, Any] = json.loads(line)
        return str(record["id"])
    except (ValueError, KeyError, TypeError):
        raise UsageError(f"{file}: was changed by hand and is no JSON Lines; restore it, or move it away") from None


def _write(path: Path, data: bytes) -> None:
    """The whole file appears at once, so that a run at the same time reads the old or the new one."""
    path.parent.mkdir(exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(data)
    os.replace(draft, path)  # noqa: PTH105 - the same


def _hash(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:20]


def main(folder: str) -> int:
    """Fetches, says what it did, and gives the exit code: 0 done, 1 failed, 2 wrong usage, 3 done but for some."""
    try:
        results = fetch_source(Path(folder))
    except UsageError as error:
        print(f"tidings: {error}", file=sys.stderr)  # noqa: T201 - the command's output
        return 2
    except TidingsError as error:
        print(f"tidings: {error}", file=sys.stderr)  # noqa: T201 - the command's output
        return 1
    errors: list[InputError] = []
    for result in results:
        if isinstance(result, InputError):
            errors.append(result)
            continue
        print(f"{result.file}: {result.new} new, {result.changed} changed")  # noqa: T201 - the command's output
        errors += result.refused
    for refused in errors:
        print(f"tidings: {refused}", file=sys.stderr)  # noqa: T201 - the command's output
    return 3 if errors else 0


if __name__ == "__main__":
    _ARGUMENTS = 2
    sys.exit(main(sys.argv[1]) if len(sys.argv) == _ARGUMENTS else "usage: python -m flows.feeds FOLDER")
