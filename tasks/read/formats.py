"""What a file's name says of what is in it."""

from __future__ import annotations

from pathlib import PurePath

FORMATS = {
    ".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
    ".html": "html", ".htm": "html", ".rss": "feed", ".atom": "feed", ".xml": "feed",
}  # fmt: skip
GZIP, ZIP = ".gz", ".zip"
NAMED_BY_STEM = frozenset(("text", "html"))  # one document a file


def format_of(name: str) -> str | None:
    """The format of a file by its suffix, that of `x.csv.gz` too; `zip` of an archive; None where it is not read."""
    path = PurePath(name)
    suffix = path.suffix.lower()
    if suffix == ZIP:
        return "zip"
    return FORMATS.get(PurePath(path.stem).suffix.lower() if suffix == GZIP else suffix)


def is_gzip(name: str) -> bool:
    """Whether a file is packed with gzip, as its name says."""
    return PurePath(name).suffix.lower() == GZIP


def stem_of(name: str) -> str:
    """A file's name without what says its format and packing."""
    path = PurePath(name)
    return PurePath(path.stem).stem if path.suffix.lower() == GZIP else path.stem


def known_suffixes() -> str:
    """All that is read, for messages."""
    return f"{', '.join(FORMATS)}, each also packed as {GZIP}, or {ZIP}"
