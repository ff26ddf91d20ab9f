"""How well the whole extraction does on coded documents, as a table.

    python benchmarks/gold.py [GOLD]

GOLD holds score.py and the folders seeds (codings of the project's own seeds), nb and en. The table is Markdown; what
score.py says of a folder beside its figures follows, and how well places are coded and known.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.places import places  # noqa: E402 - the project is not installed for benchmarks
from benchmarks.scoring import figures_of, run, table  # noqa: E402
from tasks.settings import MODELS  # noqa: E402

PARTS = ("seeds", "nb", "en")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--models", type=Path, default=MODELS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tidings-gold-") as name:
        lake = Path(name) / "lake"
        run([ROOT / "seeds", options.gold / "nb", options.gold / "en"], lake, options.models)
        print(table({part: figures_of(options.gold, lake, options.gold / part) for part in PARTS}))
        for part in PARTS:
            command = [sys.executable, str(options.gold / "score.py"), "--lake", str(lake), str(options.gold / part)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
            print(f"\n{part}:", *(line for line in said if line.startswith(("coded", "type confusions"))), sep="\n")
            print(places(lake, options.gold / part))


if __name__ == "__main__":
    main()
