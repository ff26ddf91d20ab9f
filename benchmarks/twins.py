"""How well the events of a text and of its version in the other language are the same events.

    python benchmarks/twins.py TRAIN [--lake LAKE] [--again] [--list N]

TRAIN/en and TRAIN/nb-parallel hold coded documents; `<stem>_nb` tells the events of `<stem>`. Both folders are run into
a new lake, or LAKE is taken as it is; `--again` consolidates its mentions anew, in memory, instead of reading its
events. Printed: the share of a Norwegian document's events that also hold mentions of its English twin, over all
documents and the median document, and the same counting only mentions that meet a coding; whether the twin has anything
that the others could be joined with; the share of events that join
documents which are no twins, the only errors among which a person can tell (`--list` prints N of them with their
sentences); and how many events a document has.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.linking import alike, events_of  # noqa: E402 - the project is not installed for benchmarks
from benchmarks.scoring import run  # noqa: E402
from tasks.safe_yaml import load_yaml  # noqa: E402
from tasks.settings import MODELS  # noqa: E402
from tasks.tables.lake import Lake  # noqa: E402

Row = Mapping[str, Any]
Spans = Sequence[tuple[int, int]]
FOLDERS = ("en", "nb-parallel")
TABLES = ("documents", "mentions", "participants", "casualties")
_TWIN = re.compile(r"_[a-z]{2}$")
_QUOTED = re.compile(r"(.*?)\[\[(.*?)\]\]", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="?", default=ROOT.parent / "shared" / "train")
    parser.add_argument("--lake", type=Path, help="a lake that holds both folders")
    parser.add_argument("--again", action="store_true", help="consolidate the mentions of the lake anew")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N events that join other documents")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tidings-twins-") as name:
        root = options.lake or Path(name) / "lake"
        if options.lake is None:
            run([options.train / folder for folder in FOLDERS], root, MODELS)
        lake = Lake(root)
        tables = {table: lake.read(table).to_pylist() for table in TABLES}
        event_of = events_of(tables) if options.again else _in_lake(lake)
    mentions = tables["mentions"]
    coded = {row["mention_id"] for row in met(mentions, triggers(options.train, tables["documents"]))}
    print(*report(mentions, event_of, coded), sep="\n")
    strangers = list(joins(mentions, event_of))
    for rows in strangers[:: max(1, len(strangers) // max(1, options.list))][: options.list]:
        print(f"\n{rows[0]['event_type']} {rows[0]['event_date']} {rows[0]['place_text'] or ''}")
        print(*(f"  {row['doc_id']}: {row['event_date']}: {row['evidence']}" for row in rows), sep="\n")


def report(mentions: Sequence[Row], event_of: Mapping[str, str], coded: set[str]) -> Iterator[str]:
    """The figures as lines.

    Args:
        mentions: rows of `mentions`, of all documents.
        event_of: the event of each of them.
        coded: those that a coder has, too.
    """
    for what, rows in (("all mentions", mentions), ("coded ones", [m for m in mentions if m["mention_id"] in coded])):
        shares = shared(rows, event_of)
        of_all = sum(both for both, _ in shares.values()) / max(1, sum(events for _, events in shares.values()))
        middle = statistics.median(both / events for both, events in shares.values()) if shares else 0.0
        yield f"{what:14}{of_all:.1%} of Norwegian events also hold the English twin, median document {middle:.1%}"
    alone = Counter(missing(mentions, event_of))
    yield "without twin  " + ", ".join(f"{why} {count}" for why, count in alone.most_common())
    events, strangers = set(event_of.values()), list(joins(mentions, event_of))
    several = {twins(row["doc_id"]) for rows in strangers for row in rows}
    yield (
        f"other texts   {len(strangers)} of {len(events)} events ({len(strangers) / max(1, len(events)):.1%})"
        f" join documents that are no twins ({len(several)} texts)"
    )
    by_document = defaultdict(set)
    for row in mentions:
        by_document[row["doc_id"]].add(event_of[row["mention_id"]])
    sizes = sorted(map(len, by_document.values()))
    yield (
        f"documents     {len(sizes)} with {len(mentions)} mentions in {len(events)} events; events of a document:"
        f" median {statistics.median(sizes):g}, most {sizes[-1]}"
    )


def shared(mentions: Iterable[Row], event_of: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each Norwegian document: how many of its events hold its twin as well, and how many it has."""
    events = defaultdict(set)
    for row in mentions:
        events[row["doc_id"]].add(event_of[row["mention_id"]])
    return {
        doc_id: (len(own & events.get(twins(doc_id), set())), len(own))
        for doc_id, own in events.items()
        if twins(doc_id) != doc_id
    }


def missing(mentions: Iterable[Row], event_of: Mapping[str, str]) -> Iterator[str]:
    """For each event of a Norwegian document that does not hold its twin: whether the twin has anything to join."""
    of_document: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in mentions:
        of_document[row["doc_id"]][event_of[row["mention_id"]]].append(row)
    for doc_id, own in list(of_document.items()):
        if twins(doc_id) != doc_id:
            english = of_document.get(twins(doc_id), {})
            others = [row for rows in english.values() for row in rows]
            yield from (_lacking(rows, others) for event_id, rows in own.items() if event_id not in english)


def _lacking(own: Sequence[Row], others: Sequence[Row]) -> str:
    like = [(a, b) for a in own for b in others if alike(a["event_type"], b["event_type"])]
    if not like:
        return "nothing of such a type"
    if all(_before(a, b) or _before(b, a) for a, b in like):
        return "only of other days"
    return "could be joined"


def joins(mentions: Iterable[Row], event_of: Mapping[str, str]) -> Iterator[list[Row]]:
    """The mentions of each event that joins documents which are no twins, in the order of their events."""
    of_event = defaultdict(list)
    for row in mentions:
        of_event[event_of[row["mention_id"]]].append(row)
    for event_id in sorted(of_event):
        rows = of_event[event_id]
        if len({twins(row["doc_id"]) for row in rows}) > 1:
            yield sorted(rows, key=lambda row: (row["doc_id"], row["trigger_start"]))


def twins(doc_id: str) -> str:
    """What a document and its twin are both called."""
    return _TWIN.sub("", doc_id)


def triggers(train: Path, documents: Iterable[Row]) -> dict[str, list[tuple[int, int]]]:
    """Where the coded triggers of documents stand in their texts."""
    found = {}
    for row in documents:
        paths = (train / folder / f"{row['doc_id']}.yaml" for folder in FOLDERS)
        path = next((one for one in paths if one.exists()), None)
        if path is not None:
            coded = load_yaml(path.read_text(encoding="utf-8"))["mentions"] or []
            found[row["doc_id"]] = [span for one in coded for span in _spans(one["quote"], row["text"])]
    return found


def met(mentions: Iterable[Row], coded: Mapping[str, Spans]) -> Iterator[Row]:
    """The mentions whose trigger overlaps a coded one."""
    for row in mentions:
        if any(
            row["trigger_start"] < end and start < row["trigger_end"] for start, end in coded.get(row["doc_id"], ())
        ):
            yield row


def _before(first: Row, second: Row) -> bool:
    end, start = first["date_end"], second["date_start"]
    return end is not None and start is not None and end < start


def _spans(quote: str, text: str) -> Iterator[tuple[int, int]]:
    at, found = text.find(quote.replace("[[", "").replace("]]", "")), _QUOTED.match(quote)
    if at >= 0 and found is not None:
        before, trigger = found.groups()
        yield at + len(before), at + len(before) + len(trigger)


def _in_lake(lake: Lake) -> dict[str, str]:
    rows = lake.read("events", ["event_id", "mention_ids"]).to_pylist()
    return {mention_id: row["event_id"] for row in rows for mention_id in row["mention_ids"]}


if __name__ == "__main__":
    main()
