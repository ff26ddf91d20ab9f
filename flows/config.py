"""What the environment sets: `TIDINGS_LAKE`, `_SEEDS`, `_REFERENCE`, `_WORKERS`, `_MODEL_FOLDER`, `_MODELS`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from tasks.errors import UsageError
from tasks.settings import MODELS, REFERENCE, ROOT


class Config(BaseSettings):
    """Defaults of the command line's options."""

    model_config = SettingsConfigDict(env_prefix="TIDINGS_", frozen=True)

    lake: Path = ROOT / "data" / "lake"
    seeds: Path = ROOT / "seeds"
    reference: Path = REFERENCE
    model_folder: Path = MODELS
    models: dict[str, str] = {}  # as JSON: {"en": "en_core_web_sm"}
    workers: int = Field(default=1, ge=1, le=256)


@cache
def config() -> Config:
    """The defaults, with what the environment sets.

    Raises:
        UsageError: a variable holds what it cannot.
    """
    try:
        return Config()
    except SettingsError as error:
        raise UsageError(
            f'TIDINGS_MODELS: no JSON; expected a mapping such as {{"en": "en_core_web_sm"}} ({error})'
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        name = f"TIDINGS_{first['loc'][0]}".upper()
        raise UsageError(f"{name}: {first['msg']} (found {first['input']!r})") from error
