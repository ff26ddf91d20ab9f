"""Whether a folder holds a pipeline that may be loaded: read by hand, before anything of it is run.

Loading a pipeline calls the functions that its configuration names. Only those that spaCy's own pipelines need are
allowed here, so that a folder from somewhere else can run nothing.
"""

from __future__ import annotations

import json
import re
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from tasks.errors import ModelError
from tasks.parse.checksums import check_sums

_FILES = ("meta.json", "config.cfg", "tokenizer", "vocab/strings.json")
# Sections that loading reads; the others tell how it was trained, and are dropped before.
LOADED_SECTIONS = ("nlp", "components", "paths", "system")
_FACTORIES = frozenset({
    "attribute_ruler", "lemmatizer", "morphologizer", "ner", "parser", "senter", "tagger", "tok2vec",
    "trainable_lemmatizer",
})  # fmt: skip
_FUNCTIONS = re.compile(
    r"spacy\.(?:Tok2Vec|Tok2VecListener|HashEmbedCNN|MultiHashEmbed|CharacterEmbed|MaxoutWindowEncoder"
    r"|MishWindowEncoder|TorchBiLSTMEncoder|Tagger|TransitionBasedParser|StaticVectors|FeatureExtractor|Tokenizer"
    r"|Vectors|\w+_scorer|LookupsDataLoader)\.v\d"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_UNSAFE = frozenset({".pkl", ".pickle", ".py", ".pyc", ".so", ".joblib"})
_LONGEST = 60  # characters of a found value in a message


def check_folder(folder: Path, spacy_version: str) -> dict[str, Any]:
    """The `meta.json` of a pipeline's folder that can be loaded.

    Args:
        folder: a pipeline as spaCy writes it.
        spacy_version: the version that is installed.

    Raises:
        ModelError: a file is missing or damaged, the pipeline is for another version, or its configuration names
            what is not allowed.
    """
    if not folder.is_dir():
        raise ModelError(folder, "there is no such folder", "run 'make models', or name a pipeline in the settings")
    for name in _FILES:
        if not (folder / name).is_file():
            raise ModelError(folder / name, "the file is missing", _restore())
    check_sums(folder, _restore())
    strange = next((path for path in sorted(folder.rglob("*")) if path.suffix in _UNSAFE), None)
    if strange is not None:
        raise ModelError(strange, "holds code or pickled objects, which no pipeline needs", "remove it")
    meta = _meta(folder / "meta.json")
    _check_version(folder / "meta.json", meta, spacy_version)
    _check_config(folder / "config.cfg")
    for name in _components(meta, folder):
        if not (folder / name).exists():
            raise ModelError(folder / name, "the component's folder is missing", _restore())
    return meta


def _meta(path: Path) -> dict[str, Any]:
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(path, f"is no JSON ({error})", _restore()) from error
    if not isinstance(meta, dict):
        raise ModelError(path, f"holds a {type(meta).__name__}, expected a mapping", _restore())
    return meta


def _check_version(path: Path, meta: dict[str, Any], installed: str) -> None:
    asked = str(meta.get("spacy_version", ""))
    try:
        fits = bool(asked) and SpecifierSet(asked).contains(installed, prereleases=True)
    except InvalidSpecifier as error:
        raise ModelError(path, f"spacy_version {_short(asked)} is no version", _restore()) from error
    if not fits:
        found = f"the pipeline is for spaCy {asked or '(it does not say which)'}, installed is {installed}"
        raise ModelError(path, found, "train it again with 'make models', or install that version of spaCy")


def _check_config(path: Path) -> None:
    config = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    # Keys are names of functions' arguments and keep their case.
    config.optionxform = str  # type: ignore[assignment,method-assign]  # as the library's documentation tells
    try:
        config.read_string(path.read_text(encoding="utf-8"))
        language = json.loads(config["nlp"]["lang"])
    except (OSError, ValueError, KeyError, ConfigError) as error:
        raise ModelError(
            path, f"is no configuration of a pipeline ({' '.join(str(error).split())})", _restore()
        ) from error
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        raise ModelError(path, f"names the language {_short(language)}", _restore())
    for section in config.sections():
        if section.partition(".")[0] in LOADED_SECTIONS:
            for key, value in config[section].items():
                _check_value(path, section, key, value)


def _check_value(path: Path, section: str, key: str, text: str) -> None:
    try:
        value = json.loads(text)
    except ValueError:
        value = text.strip()  # a reference to another value, `${…}`
    where = f"[{section}] {key}"
    hint = "use a pipeline made of spaCy's own parts"
    if key == "factory" and value not in _FACTORIES:
        raise ModelError(path, f"{where} names the component {_short(value)}, which is not allowed", hint)
    if key in {"source", "before_creation", "after_creation", "after_pipeline_creation"} and value is not None:
        raise ModelError(path, f"{where} is set, which would load or run something else", hint)
    if "@" in key and not (isinstance(value, str) and _FUNCTIONS.fullmatch(value)):
        raise ModelError(path, f"{where} names the function {_short(value)}, which is not allowed", hint)
    if isinstance(value, dict | list) and "@" in json.dumps(value):
        raise ModelError(path, f"{where} names a function inside a value, which is not allowed", hint)


def _components(meta: dict[str, Any], folder: Path) -> list[str]:
    names = meta.get("pipeline", [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name.isidentifier() for name in names):
        raise ModelError(folder / "meta.json", f"has the pipeline {_short(names)}, expected names", _restore())
    return [name for name in names if name not in meta.get("disabled", [])]


def _restore() -> str:
    return "restore the folder from the project, or train it again with 'make models'"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
