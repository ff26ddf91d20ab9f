"""What the gazetteer costs: opening it, memory, look-ups a second, and building it.

    python benchmarks/gazetteer.py [--names N] [--build]

Opening and looking up run in a fresh process, so that nothing is warm but the files. Memory is what the process grew by
since the libraries were imported. `--build` also builds an index in a temporary folder, which takes half a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

FRESH = """
import json, random, resource, sqlite3, sys, time
from pathlib import Path
from tasks.places.gazetteer import Gazetteer, open_gazetteer
from tasks.places.index_file import connect, index_path

def memory():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

# A tenth of what is asked for bears no name, as words of a text do; the rest is any name, from any country.
path, wanted = index_path(), int(sys.argv[1])
with connect(path) as index:
    keys = [key for (key,) in index.execute("SELECT DISTINCT key FROM names ORDER BY key")]
chance = random.Random(6)
names = [chance.choice(keys) if n % 10 else f"{chance.choice(keys)}zq" for n in range(wanted)]
del keys
imported = memory()
def timed(work):
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result

index_seconds, _ = timed(lambda: Gazetteer(path, Path("/no/own/places")))
own_seconds, gazetteer = timed(open_gazetteer)
first_seconds, _ = timed(lambda: (gazetteer.find("Oslo", "nb"), gazetteer.find("Oslo", "en")))
new_seconds, found = timed(lambda: sum(bool(gazetteer.find(name, "nb")) for name in names))
again_seconds, _ = timed(lambda: [gazetteer.find(name, "nb") for name in names[-5000:] for _ in range(4)])
print(json.dumps({
    "index": index_seconds, "own": own_seconds, "first": first_seconds, "new": wanted / new_seconds,
    "again": 4 * len(names[-5000:]) / again_seconds, "found": found / wanted, "memory": memory() - imported,
}))
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--build", action="store_true")
    arguments = parser.parse_args()
    from tasks.places.index_file import index_facts, ready_index

    path = ready_index()
    facts = index_facts(path)
    print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB, {facts['entries']} places, {facts['names']} names")
    command = [sys.executable, "-c", FRESH, str(arguments.names)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": ""}
    )
    found = json.loads(done.stdout)
    print(f"opening the index       {found['index'] * 1e3:8.0f} ms     aim: under 100")
    print(f"with our own places     {found['own'] * 1e3:8.0f} ms")
    print(f"first look-up in nb, en {found['first'] * 1e3:8.0f} ms     reads the names of countries")
    print(f"names not seen before   {found['new']:8,.0f} a second; {found['found']:.0%} of them are names of places")
    print(f"names seen before       {found['again']:8,.0f} a second")
    print(f"memory                  {found['memory'] / 1e6:8.0f} MB     aim: under 150")
    if arguments.build:
        measure_build()


def measure_build() -> None:
    from tasks.places.build import build

    with tempfile.TemporaryDirectory() as folder:
        started, used = time.perf_counter(), time.process_time()
        build(Path(folder) / "index.sqlite")
        seconds, core = time.perf_counter() - started, time.process_time() - used
    print(f"building                {seconds:8.0f} s      {core:.0f} s of a core")


if __name__ == "__main__":
    main()
