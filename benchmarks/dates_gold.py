"""How often the date that a coder gave to a mention is found in its sentence, and given to the mention.

    python benchmarks/dates_gold.py GOLD… [--texts FOLDER] [--show N]

GOLD is a folder of coded documents, `<doc>.yaml` with `published`, and `mentions` with `quote` (the trigger in double
brackets) and `date` (EDTF). The text lies beside it as `<doc>.txt`, or somewhere below FOLDER (default: seeds/).
Dates are the same if their first and last possible days are. Mentions whose date the text does not say (the seven days
up to the document's, or all before or after it) are not asked. "given" is asked of mentions that Tidings finds too and
whose coded date is found in the sentence: whether it is the date that they got. Coders also date by what they
understand, so that not all that is missed could be found.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.dates.edtf import bounds  # noqa: E402 - the project is not installed for benchmarks
from tasks.dates.expression import TimeExpression  # noqa: E402
from tasks.events.mention import Mention  # noqa: E402
from tasks.extract import extract  # noqa: E402
from tasks.read.seedfile import read_text  # noqa: E402
from tasks.safe_yaml import load_yaml  # noqa: E402
from tasks.text.document import Document  # noqa: E402

_WEEK_BEFORE = timedelta(days=6)


@dataclass
class Score:
    """Counts of a folder, and what was missed though the sentence holds some date."""

    counts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def score(folder: Path, texts: Path) -> Score:
    total = Score()
    for path in sorted(folder.glob("*.yaml")):
        coded = load_yaml(path.read_text(encoding="utf-8"))
        near = path.with_suffix(".txt")
        source = near if near.is_file() else next(texts.rglob(near.name), None)
        if not isinstance(coded, dict) or source is None:
            total.counts["documents without a text"] += 1
            continue
        raw = read_text(
            source.read_text(encoding="utf-8"), doc_id=path.stem, source="-", uri=path.name,
            published=str(coded["published"]), language=coded.get("language"),
        )  # fmt: skip
        found = extract(raw)
        times = [time for time in found.times if time.kind == "DATE" and time.value is not None]
        add(total, found.document, times, list(found.mentions), coded)
    return total


def add(
    total: Score, document: Document, times: list[TimeExpression], mentions: list[Mention], coded: dict[str, Any]
) -> None:
    first, last = bounds(str(coded["published"]))
    unsaid = {(first and first - _WEEK_BEFORE, last), (None, last), (first, None), (last, None)}
    every = {(time.date_start, time.date_end) for time in times}
    for mention in coded.get("mentions") or ():
        gold = bounds(str(mention["date"])) if mention.get("date") else None
        if gold is None or gold in unsaid:
            continue
        before, trigger, after = re.split(r"\[\[|\]\]", mention["quote"])
        quote = before + trigger + after
        at = document.text.find(quote)
        if at < 0:
            total.counts["quotes not found"] += 1
            continue
        start, end = sentence(document, at, at + len(quote))
        inside = [time for time in times if start <= time.start and time.end <= end]
        hit = gold in {(time.date_start, time.date_end) for time in inside}
        total.counts["asked"] += 1
        total.counts["with a date"] += bool(inside)
        total.counts["in the sentence"] += hit
        total.counts["in the document"] += gold in every
        first_of_trigger, last_of_trigger = at + len(before), at + len(before) + len(trigger)
        same = next(
            (m for m in mentions if m.trigger_start < last_of_trigger and first_of_trigger < m.trigger_end), None
        )
        if hit and same is not None:
            total.counts["matched"] += 1
            total.counts["given"] += (same.date_start, same.date_end) == gold
        if inside and not hit:
            said = "; ".join(f"{time.text} {time.value}" for time in inside)
            words = " ".join(document.text[start:end].split())[:200]
            total.missed.append(f"{coded['published']} {mention['date']} | {said} | {words}")


def sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the sentence that an offset lies in to the end of that of another; else the segment."""
    for parts in (document.sentences, document.segments):
        touched = [part for part in parts if part.start < end and start < part.end]
        if touched:
            return touched[0].start, touched[-1].end
    return start, end


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, default=ROOT / "seeds")
    parser.add_argument("--show", type=int, default=0, help="misses to print for each folder")
    options = parser.parse_args()
    print(
        f"{'':20}{'asked':>8}{'with a date':>13}{'of them found':>15}{'in sentence':>13}{'in document':>13}{'given':>8}"
    )
    for folder in options.gold:
        total = score(folder, options.texts)
        c = total.counts
        asked, dated = max(1, c["asked"]), max(1, c["with a date"])
        shares = (
            c["in the sentence"] / dated,
            c["in the sentence"] / asked,
            c["in the document"] / asked,
            c["given"] / max(1, c["matched"]),
        )
        print(
            f"{folder.name:20}{c['asked']:8}{c['with a date']:13}" + "{:15.3f}{:13.3f}{:13.3f}{:8.3f}".format(*shares)
        )
        for trouble in ("documents without a text", "quotes not found"):
            if c[trouble]:
                print(f"{'':20}{c[trouble]} {trouble}")
        for miss in total.missed[:: max(1, len(total.missed) // options.show)][: options.show] if options.show else ():
            print(f"  {miss}")


if __name__ == "__main__":
    main()
