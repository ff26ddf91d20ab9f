"""What a run looks at, so that it knows which of the rejects before it are its own to renew."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks.read.decode import normal_name
from tasks.read.description import NAME


@dataclass(frozen=True, slots=True)
class Scope:
    """The sources (folders) that are read whole, and single files by their uri."""

    sources: frozenset[str]
    files: frozenset[str]

    def covers(self, source: str, uri: str) -> bool:
        """Whether an input of this source and uri (with `:line` or `/entry`, or without) is looked at."""
        if source in self.sources or uri in self.files or uri.rpartition(":")[0] in self.files:
            return True
        folder, _, rest = uri.partition("/")  # of the entries of a zip, the zip decides
        return f"{folder}/{rest.partition('/')[0]}" in self.files


def scope_of(paths: Sequence[Path]) -> Scope:
    """What lies in scope of the paths of a run; folders count with all below them."""
    sources, files = set(), set()
    for given in paths:
        path = Path(os.path.realpath(given))
        if path.is_dir():
            sources |= {normal_name(Path(folder).name) for folder, _, _ in os.walk(path)}
        else:
            files.add(normal_name(f"{path.parent.name}/{path.name}"))
            files.add(normal_name(f"{path.parent.name}/{NAME}"))  # read with it, and may be what is rejected
    return Scope(frozenset(sources), frozenset(files))
