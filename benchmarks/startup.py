"""What starting up costs: wall seconds of whole processes, medians and ratios of one run on one machine.

    python benchmarks/startup.py [--runs N]

Compared are a Prefect flow that does nothing, an import of Great Expectations, and `tidings run` on the seeds into a
new lake and again into the same. They take turns, so that a machine that slows down slows all of them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUIET = {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "PREFECT_LOGGING_LEVEL": "CRITICAL"}

HELLO = "from prefect import flow\n@flow\ndef hello():\n    return 1\nhello()\n"
TIDINGS = "from flows.cli import main; main()"


def seconds(code: str, *arguments: str, env: Mapping[str, str]) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | QUIET | env, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def once(folder: Path) -> dict[str, float]:
    run = ("run", "--quiet", "--lake", str(folder / "lake"))
    env = {"PREFECT_HOME": str(folder.parent / "prefect")}
    return {
        "prefect hello-world flow": seconds(HELLO, env=env),
        "import great_expectations": seconds("import great_expectations", env=env),
        "tidings run, three new seeds": seconds(TIDINGS, *run, env=env),
        "tidings run, unchanged": seconds(TIDINGS, *run, env=env),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        # The first round makes Prefect's database and the compiled modules; it is not counted.
        rounds = [once(Path(name) / str(number)) for number in range(runs + 1)][1:]
    median = {what: statistics.median(one[what] for one in rounds) for what in rounds[0]}
    hello, gx, new, unchanged = median.values()
    for what, value in median.items():
        print(f"{what:32} {value:6.2f} s")
    print(f"{'new / (hello + import)':32} {new / (hello + gx):6.2f}   aim: at most 1.5")
    print(f"{'unchanged / hello':32} {unchanged / hello:6.2f}")


if __name__ == "__main__":
    main()
