"""How well the places of coded documents are placed: how many are found, and their precision before and after.

    python benchmarks/places_gold.py FOLDER... [--names N]

A FOLDER holds pairs of <doc>.txt and <doc>.yaml, coded as the coding guide says; a text that is not there is one of the
project's seeds. For every coded place that the extraction finds too (by the trigger, and a word that both names share),
`where_prec` by the words alone and after the gazetteer are compared with the coded one. `--names` lists N distinct names
with their entries, for reading.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # as `tidings` does; read when NumPy is imported

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.events.where import Place  # noqa: E402 - after the number of threads is set
from tasks.extract import extract  # noqa: E402
from tasks.places.locate import locate  # noqa: E402
from tasks.places.place import Located  # noqa: E402
from tasks.read.seedfile import read_text  # noqa: E402
from tasks.safe_yaml import load_yaml  # noqa: E402

_WORD = re.compile(r"[^\W_]{3,}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--names", type=int, default=0, metavar="N")
    options = parser.parse_args()
    print(f"{'folder':14} places  found  country  compared  prec by words  after  ms a place")
    names: dict[tuple[str, str | None], str] = {}
    for folder in options.folders:
        placed = found = countries = compared = before = after = 0
        seconds = 0.0
        for path in sorted(folder.glob("*.yaml")):
            beside = path.with_suffix(".txt")
            source = beside if beside.is_file() else next((ROOT / "seeds").rglob(beside.name))
            text = source.read_text(encoding="utf-8")
            extracted = extract(read_text(text, doc_id=path.stem, source="benchmark", uri=path.name))
            places = [
                Place(one.place_text, one.place_start, one.place_end, one.where_prec)
                if one.place_text is not None
                and one.place_start is not None
                and one.place_end is not None
                and one.where_prec is not None
                else None
                for one in extracted.mentions
            ]
            start = time.perf_counter()
            located = locate(extracted.document, places)
            seconds += time.perf_counter() - start
            for place, one in zip(places, located, strict=True):
                if place is not None and one is not None:
                    placed += 1
                    found += one.place_id is not None
                    countries += one.country is not None
                    names.setdefault((place.text, one.place_id), _line(place, one))
            for mention in load_yaml(path.read_text(encoding="utf-8"))["mentions"] or []:
                for place, one in _matching(mention, extracted, places, located):
                    compared += 1
                    before += place.where_prec == mention["where_prec"]
                    after += one.where_prec == mention["where_prec"]
        shares = [part / max(1, placed) for part in (found, countries)]
        right = [part / max(1, compared) for part in (before, after)]
        print(
            f"{folder.name:14} {placed:6}  {shares[0]:5.3f}  {shares[1]:7.3f}  {compared:8}  {right[0]:13.3f}  "
            f"{right[1]:5.3f}  {1000 * seconds / max(1, placed):10.2f}"
        )
    for line in sorted(names.values())[:: max(1, len(names) // options.names)] if options.names else ():
        print(line)


def _line(place: Place, one: Located) -> str:
    return f"{place.text!r} {place.where_prec} -> {one.place_name} | {one.country} | {one.admin1} | {one.where_prec}"


def _matching(
    mention: dict[str, Any], extracted: Any, places: list[Place | None], located: list[Located | None]
) -> Iterator[tuple[Place, Located]]:
    """The extracted place of a coded mention, if that has a place by the same name."""
    coded = mention.get("place")
    if not coded or not mention.get("where_prec"):
        return
    before, _, _ = mention["quote"].partition("[[")
    start = extracted.document.text.find(mention["quote"].replace("[[", "").replace("]]", ""))
    trigger = start + len(before)
    coded_names = coded if isinstance(coded, list) else [coded]
    for found, place, one in zip(extracted.mentions, places, located, strict=True):
        if start >= 0 and found.trigger_start <= trigger < found.trigger_end and place is not None and one is not None:
            own = set(_WORD.findall(place.text.lower()))
            if any(own & set(_WORD.findall(name.lower())) for name in coded_names):
                yield place, one
            return


if __name__ == "__main__":
    main()
