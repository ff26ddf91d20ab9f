"""What can be set for a run, and the version that rows are stamped with.

Nothing here reads the environment: `flows/` does, and passes the values in.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

VERSION = "0.1.0"
ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "data" / "reference"


class RunSettings(BaseModel):
    """The parameters of one run; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seeds: tuple[Path, ...] = (ROOT / "seeds",)
    lake: Path = ROOT / "data" / "lake"
    reference: Path = REFERENCE
    workers: int = Field(default=1, ge=1, le=256)
    shard_size: int = Field(default=200, ge=1)  # documents; see benchmarks before changing
    max_bytes: int = Field(default=10_000_000, ge=1)  # of one document


@cache
def pipeline_version(reference: Path = REFERENCE) -> str:
    """The version that stands on every row: the code's, and a hash of the reference data it read.

    An edited lexicon gives another version, so the next run extracts the documents again.
    """
    digest = hashlib.sha256()
    for path in sorted(p for p in reference.rglob("*") if p.is_file()):
        digest.update(path.relative_to(reference).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{VERSION}+ref.{digest.hexdigest()[:8]}"
