"""How precisely the places of coded documents are told, and how many of them the gazetteer knows.

    python benchmarks/places.py LAKE GOLD...

A GOLD folder holds coded documents that LAKE was made of. A mention meets a coding if their triggers overlap. Printed
for each folder: the share of matched mentions with a coded place whose `where_prec` is the coded one, and of all
mentions with a place the share that has an entry of the gazetteer, a country, and a point.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.safe_yaml import load_yaml  # noqa: E402 - the project is not installed for benchmarks
from tasks.tables.lake import Lake  # noqa: E402

Row = Mapping[str, Any]
_QUOTED = re.compile(r"(.*?)\[\[(.*?)\]\]", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lake", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    for folder in options.gold:
        print(f"{folder.name}: {places(options.lake, folder)}")


def places(lake: Path, folder: Path) -> str:
    """The figures of a folder as a line."""
    texts = {row["doc_id"]: row["text"] for row in Lake(lake).read("documents").to_pylist()}
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in Lake(lake).read("mentions").to_pylist():
        found[row["doc_id"]].append(row)
    right, asked, placed = 0, 0, []
    for path in sorted(folder.glob("*.yaml")):
        gold = load_yaml(path.read_text(encoding="utf-8"))
        mine = found[gold["doc"]]
        placed += [row for row in mine if row["place_text"] is not None]
        for code, start, end in _coded(gold["mentions"] or [], texts.get(gold["doc"], "")):
            met = [row for row in mine if row["trigger_start"] < end and start < row["trigger_end"]]
            if met:
                asked += 1
                right += met[0]["where_prec"] == code
    shares = (f"{name} {_share(placed, column)}" for name, column in KNOWN.items())
    return f"where_prec right {right} of {asked} ({right / max(1, asked):.3f}); of {len(placed)}: {', '.join(shares)}"


KNOWN = {"known to the gazetteer": "place_id", "with a country": "country", "with a point": "latitude"}


def _coded(mentions: list[Row], text: str) -> Iterator[tuple[int, int, int]]:
    """Precision and trigger of each coded mention that has a place."""
    for one in mentions:
        quoted = _QUOTED.match(one["quote"])
        at = text.find(one["quote"].replace("[[", "").replace("]]", ""))
        if quoted is not None and at >= 0 and one.get("where_prec") is not None:
            yield int(one["where_prec"]), at + len(quoted[1]), at + len(quoted[1]) + len(quoted[2])


def _share(rows: list[Row], column: str) -> str:
    return f"{sum(row[column] is not None for row in rows) / max(1, len(rows)):.3f}"


if __name__ == "__main__":
    main()
