"""The pipelines: loaded once in a process, from the project's folder or as the settings name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasks.errors import ModelError
from tasks.parse.model_folder import LOADED_SECTIONS, check_folder
from tasks.settings import MODELS

if TYPE_CHECKING:  # the library takes a second to import, which only those who parse should wait for
    from spacy.language import Language

_UNUSED = ("senter", "entity_linker")  # sentences come from the text room


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which pipeline reads a language.

    Attributes:
        folder: holds a pipeline for each language, in folders named by BCP-47 tags.
        named: pairs of a tag and an installed package or a folder, which go before those.
    """

    folder: Path = MODELS
    named: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, folder: Path = MODELS, named: Mapping[str, str] | None = None) -> ModelChoice:
        """The choice that settings make."""
        return cls(folder, tuple(sorted((named or {}).items())))

    def place(self, language: str) -> str:
        """The folder or package that reads a language."""
        return dict(self.named).get(language, str(self.folder / language))

    def reads(self, language: str) -> bool:
        """Whether there is a pipeline for a language, without loading it."""
        return language in dict(self.named) or (self.folder / language).is_dir()


OUR_MODELS = ModelChoice()


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What a pipeline says of itself; `scores` by name, those of a data set as `set name` (`syntax LAS`)."""

    name: str
    version: str
    spacy_version: str
    scores: Mapping[str, float]


def load_model(language: str, choice: ModelChoice = OUR_MODELS) -> Language:
    """The pipeline of a language, loaded at the first call in a process.

    Raises:
        ModelError: it is missing, damaged, for another version of spaCy, or not allowed.
    """
    return _loaded(choice.place(language))


def model_facts(language: str, choice: ModelChoice = OUR_MODELS) -> ModelFacts:
    """Name, version and scores of a language's pipeline, out of its `meta.json`.

    Raises:
        ModelError: as `load_model`, save for damage that only loading shows.
    """
    meta = check_folder(_folder(choice.place(language)), _spacy_version())
    scores = dict(_scores(meta.get("performance")))
    name = f"{meta.get('lang', '?')}_{meta.get('name', '?')}"
    return ModelFacts(name, str(meta.get("version", "?")), str(meta["spacy_version"]), scores)


def _scores(performance: object, group: str = "") -> Iterator[tuple[str, float]]:
    """The figures of `meta.json`, those of a group as `group name`."""
    for name, value in performance.items() if isinstance(performance, dict) else ():
        if isinstance(value, dict) and not group:
            yield from _scores(value, f"{name} ")
        elif isinstance(value, int | float):
            yield f"{group}{name}", float(value)


@cache
def _loaded(place: str) -> Language:
    import spacy
    from thinc.api import Config

    from tasks.parse.blas import use_blas

    folder = _folder(place)
    meta = check_folder(folder, _spacy_version())
    unused = [name for name in _UNUSED if name in meta.get("pipeline", [])]
    try:
        config = Config().from_disk(folder / "config.cfg", interpolate=False)
        config = Config({name: values for name, values in config.items() if name in LOADED_SECTIONS})
        nlp = spacy.util.load_model_from_config(config, meta=meta, exclude=unused, auto_fill=True)
    except Exception as error:  # the library and what it calls raise a dozen kinds of errors
        raise ModelError(folder / "config.cfg", _found(error), _restore()) from error
    _read_weights(nlp, folder, unused)
    use_blas(nlp)
    return nlp


def _read_weights(nlp: Language, folder: Path, unused: list[str]) -> None:
    try:
        nlp.from_disk(folder, exclude=[*unused, "config.cfg"])
    except Exception as error:  # as above
        raise ModelError(_damaged(nlp, folder), _found(error), _restore()) from error


def _damaged(nlp: Any, folder: Path) -> Path:
    """The part of a pipeline that cannot be read: the library's own error does not name it."""
    parts = [("vocab", nlp.vocab, []), *((name, part, ["vocab"]) for name, part in nlp.pipeline)]
    for name, part, exclude in parts:
        try:
            part.from_disk(folder / name, exclude=exclude)
        except Exception:  # noqa: BLE001 - whatever it is, this is the part
            return folder / str(name)
    return folder / "tokenizer"


def _folder(place: str) -> Path:
    """The folder of a pipeline that is named by its folder or by an installed package."""
    path = Path(place)
    if path.is_dir() or path.is_absolute() or len(path.parts) > 1:
        return path
    from spacy.util import get_package_path, is_package

    if not is_package(place):
        raise ModelError(path, "is neither a folder nor an installed pipeline", f"install {place}, or name another")
    package = Path(str(get_package_path(place)))
    inner = sorted(package.glob(f"{place}-*"))
    return inner[-1] if inner else package


def _spacy_version() -> str:
    from importlib.metadata import version

    return version("spacy")


def _found(error: Exception) -> str:
    first = " ".join(str(error).split())
    return f"cannot be loaded ({type(error).__name__}: {first[:120]})"


def _restore() -> str:
    return "restore the folder from the project, or train it again with 'make models'"
