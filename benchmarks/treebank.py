"""Reads the sentences of CoNLL-U files, for the benchmarks of the text room."""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"^# (text|source) = (.*)$", re.MULTILINE)


def documents(path: Path) -> list[list[str]]:
    """The sentences of each document of a file, in order."""
    found: dict[str, list[str]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        comments = dict(_COMMENT.findall(block))
        if "text" in comments:
            found.setdefault(comments.get("source", ""), []).append(comments["text"])
    return list(found.values())
