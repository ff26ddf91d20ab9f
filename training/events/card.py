"""What stands beside the learned parts of a language: `meta.json`, the card, and the checksums."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tasks.events.learned.arrays import FOLDER
from tasks.parse.checksums import write_sums
from tasks.parse.models import ModelChoice, model_facts
from training.events.coded import CodedDocument
from training.events.runner import Scores

VERSION = "1.0.0"
_LIBRARIES = ("numpy", "lightgbm")
_CARD = Path(__file__).with_name("card.md")
_NO_SCORES = "No scores were given."


def finish(models: Path, folders: Mapping[str, Sequence[CodedDocument]], said: Scores) -> None:
    """Writes `meta.json`, MODEL_CARD.md and SHA256SUMS into the folder of each language that has a learned part.

    Args:
        models: the folder of the models.
        folders: the documents that were trained on, by the folder they come from.
        said: by part, what it says of itself, which may be parted by language; of parts that are not named, what
            `meta.json` said before stays.
    """
    for folder in sorted((models / FOLDER).glob("*")):
        parts = sorted(path.stem for path in folder.glob("*.npz"))
        if parts:
            meta = _meta(models, folder, parts, folders, said)
            text = json.dumps(meta, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            (folder / "meta.json").write_text(text, encoding="utf-8")
            (folder / "MODEL_CARD.md").write_text(_card(folder, meta), encoding="utf-8")
            write_sums(folder)


def _meta(
    models: Path,
    folder: Path,
    parts: Sequence[str],
    folders: Mapping[str, Sequence[CodedDocument]],
    said: Scores,
) -> dict[str, Any]:
    language = folder.name
    own = {
        name: {"documents": len(found), "mentions": sum(len(one.mentions) for one in found)}
        for name, found in folders.items()
        if any(one.document.language == language for one in found)
    }
    facts = model_facts(language, ModelChoice(models)) if (models / language).is_dir() else None
    return {
        "language": language,
        "name": "events",
        "version": VERSION,
        "license": "CC BY-SA 4.0",
        "trained_on": own,
        "pipeline": f"{facts.name} {facts.version}" if facts else None,
        "libraries": dict(_versions()),
        "performance": {part: _own(said[part], language) if part in said else _before(folder, part) for part in parts},
    }


def _own(said: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Of what a part says of itself, that of a language where it parts them."""
    return dict(said[language] if isinstance(said.get(language), Mapping) else said)


def _before(folder: Path, part: str) -> dict[str, Any]:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    found: dict[str, Any] = meta.get("performance", {}).get(part, {})
    return found


def _versions() -> Iterator[tuple[str, str]]:
    for name in _LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _card(folder: Path, meta: Mapping[str, Any]) -> str:
    sizes = {path.stem: path.stat().st_size / 1e6 for path in sorted(folder.glob("*.npz"))}
    scores = [f"| {part} | {name} | {_figure(value)} |" for part, name, value in _scores(meta)]
    trained = [f"| {name} | {one['documents']} | {one['mentions']} |" for name, one in meta["trained_on"].items()]
    return _CARD.read_text(encoding="utf-8").format(
        language=meta["language"],
        pipeline=meta["pipeline"] or "no pipeline",
        parts="\n".join(f"| {part} | {size:.1f} MB |" for part, size in sizes.items()),
        trained="\n".join(trained),
        libraries=", ".join(f"{name} {number}" for name, number in meta["libraries"].items()),
        scores="\n".join(["| part | measure | score |", "|---|---|---:|", *scores]) if scores else _NO_SCORES,
        licence=meta["license"],
    )


def _scores(meta: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """What the parts said of this language; measures may stand under the name of a language or of a folder."""
    for part, said in meta["performance"].items():
        for name, value in said.items():
            if isinstance(value, Mapping):
                yield from ((part, f"{name} {inner}", figure) for inner, figure in value.items())
            else:
                yield part, name, value


def _figure(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
