"""Train one half of a pipeline, syntax or ner: `python -m training.train nb syntax WORK`.

Reads the corpora that `prepare` wrote and the vectors, and writes WORK/<language>/<half>/model-best and model-last.
`more` goes on with a syntax that was trained before.
Further arguments change the configuration as spaCy's own command does (`--training.max_steps 400`).
"""

import argparse
from pathlib import Path

from spacy.cli._util import parse_config_overrides
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import set_current_ops

from tasks.parse.blas import BlasOps
from training import tokens  # noqa: F401 - registers the callback that the configurations name

CONFIGS = Path(__file__).parent / "configs"


def main() -> None:
    """Train what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("half", choices=("syntax", "more", "ner"))
    parser.add_argument("work", type=Path)
    options, rest = parser.parse_known_args()
    folder = options.work / options.language
    paths = {
        "paths.train": str(folder / f"{options.half}-train.spacy"),
        "paths.dev": str(folder / f"{options.half.replace('more', 'syntax')}-dev.spacy"),
        "paths.vectors": str(folder / "vectors"),
    }
    if options.half == "more":
        paths["paths.first"] = str(folder / "syntax" / "model-last")
    config = load_config(
        CONFIGS / f"{options.language}-{options.half}.cfg", paths | parse_config_overrides(rest), interpolate=False
    )
    set_current_ops(BlasOps())
    nlp = init_nlp(config)
    output = folder / options.half
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)


if __name__ == "__main__":
    main()
