"""Train one half of a pipeline: `python -m training.train nb syntax WORK`.

Reads the corpora that `prepare` wrote and the vectors, and writes WORK/<language>/<half>/model-best and model-last.
Further arguments change the configuration as spaCy's own command does (`--training.max_steps 400`).
"""

import argparse
import sys
from pathlib import Path

from spacy.cli._util import parse_config_overrides
from spacy.cli.train import train
from spacy.util import registry

from training import tokens

CONFIGS = Path(__file__).parent / "configs"


def main() -> None:
    """Train what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("half", choices=("syntax", "ner"))
    parser.add_argument("work", type=Path)
    options, rest = parser.parse_known_args()
    folder = options.work / options.language
    overrides = {
        "paths.train": str(folder / f"{options.half}-train.spacy"),
        "paths.dev": str(folder / f"{options.half}-dev.spacy"),
        "paths.vectors": str(folder / "vectors"),
    }
    config = CONFIGS / f"{options.language}-{options.half}.cfg"
    assert registry.has("callbacks", "tidings.tokens.v1"), tokens
    train(config, folder / options.half, use_gpu=-1, overrides=overrides | parse_config_overrides(rest))


if __name__ == "__main__":
    sys.exit(main())
