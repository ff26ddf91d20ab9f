"""Train what is learned from coded documents: `python -m training.events TRAIN MODELS`.

TRAIN holds folders of coded documents (`<stem>.txt`, `<stem>.yaml`), MODELS the pipelines; the learned parts of each
language are written to MODELS/events/<language>/, with their checksums and a card.
"""

import argparse
import logging
import os
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # sums of several threads differ in their last digits; read when NumPy is imported

from tasks.errors import TidingsError  # noqa: E402 - after the number of threads is set
from training.events.card import finish  # noqa: E402
from training.events.folder import keep_others, linked, put_in_place  # noqa: E402
from training.events.runner import PARTS, part_of, read_folders, train_parts  # noqa: E402


def main() -> None:
    """Train what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--without-fold", type=int, metavar="K", help="leave out the fold K")
    parser.add_argument("--share", type=float, default=1.0, metavar="F", help="train on this share of the documents")
    parser.add_argument("--only", metavar="PART", choices=PARTS, help="train this part alone")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with linked(options.models) as folder:  # what is learned already must not read the documents
        folders = read_folders(options.train, folder)
        kept = {name: part_of(found, options.without_fold, options.share) for name, found in folders.items()}
        if options.only:
            keep_others(options.models, folder, options.only)
        said = train_parts([one for found in kept.values() for one in found], folder, options.only)
        finish(folder, kept, said)
        put_in_place(folder, options.models)


if __name__ == "__main__":
    try:
        main()
    except TidingsError as error:
        raise SystemExit(f"training.events: {error}") from error
