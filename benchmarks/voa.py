"""How many of the event triggers of a corpus of other types Tidings finds: `python benchmarks/voa.py FILE`.

FILE has one sentence a line, as JSON: `sentence`, and `events` with `trigger` and `type` (ACE's types, M2E2). Each
sentence is read by itself by the whole extraction. Printed by type: how many triggers there are; the share on which a
trigger of ours stands, by the rules alone and among the mentions; the share with a mention of a fitting type in the
sentence, too, as outcomes are told within a mention of the act. ACE counts states, back-references and generic events
besides, so all of them is not the aim. `--missing` lists the words that nothing was found for.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.events.tokens import read_sentence  # noqa: E402 - the project is not installed for benchmarks
from tasks.events.triggers import find_triggers  # noqa: E402
from tasks.extract import extract  # noqa: E402
from tasks.read.raw import RawDocument  # noqa: E402
from tasks.settings import REFERENCE  # noqa: E402
from tasks.tables.rows import Extracted  # noqa: E402

LANGUAGE = "en"
AIM = 0.80
# PLOVER's types for theirs; the aim is set for those that PLOVER has, too.
FITTING = {
    "Conflict:Attack": ("ASSAULT",),
    "Life:Die": ("ASSAULT",),
    "Justice:Arrest-Jail": ("COERCE", "SANCTION"),
    "Contact:Meet": ("CONSULT",),
    "Conflict:Demonstrate": ("PROTEST",),
    "Contact:Phone-Write": ("CONSULT", "REQUEST"),
    "Movement:Transport": ("RETREAT", "MOBILIZE", "AID", "CONSULT", "COERCE", "SANCTION"),
    "Transaction:Transfer-Money": ("AID", "COOPERATE"),
}
NO_AIM = ("Movement:Transport", "Transaction:Transfer-Money")


@dataclass(slots=True)
class Count:
    """What was found of one type; `missing` by word."""

    asked: int = 0
    rules: int = 0
    mentions: int = 0
    told: int = 0
    missing: Counter[str] = field(default_factory=Counter)

    def add(self, trigger: str, *, rules: bool, mention: bool, fitting: bool) -> None:
        """Counts one trigger."""
        self.asked += 1
        self.rules += rules
        self.mentions += mention
        self.told += mention or fitting
        if not (mention or fitting):
            self.missing[trigger.lower()] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--missing", type=int, default=0, metavar="N", help="list the N words missed most of each type")
    options = parser.parse_args()
    found = count(json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines())
    print(
        "| type | triggers | by the rules | in a mention | told in the sentence | aim |\n|---|---:|---:|---:|---:|---|"
    )
    for name, one in sorted(found.items(), key=lambda pair: -pair[1].asked):
        shares = " | ".join(f"{part / one.asked:.3f}" for part in (one.rules, one.mentions, one.told))
        aim = "none" if name in NO_AIM else "met" if one.told >= AIM * one.asked else f"{AIM:.2f}"
        print(f"| {name} | {one.asked} | {shares} | {aim} |")
    for name, one in found.items() if options.missing else ():
        words = ", ".join(f"{word} {times}" for word, times in one.missing.most_common(options.missing))
        print(f"\n{name}, missing {sum(one.missing.values())}: {words}")


def count(rows: Iterator[dict[str, Any]]) -> dict[str, Count]:
    """What is found of each type in sentences with their triggers."""
    counts: dict[str, Count] = {}
    for number, row in enumerate(rows):
        sentence = f"{row['sentence'].rstrip('.')}."  # the corpus leaves the full stop out
        extracted = extract(RawDocument(f"s{number}", "voa", "", "", "2016-10-03", sentence, language=LANGUAGE))
        text, mentions = extracted.document.text, extracted.mentions
        by_rules = list(_by_rules(extracted))
        ours = [(one.trigger_start, one.trigger_end) for one in mentions]
        types = {one.event_type for one in mentions}
        for event in row["events"]:
            spans = _spans(text, event["trigger"])
            counts.setdefault(event["type"], Count()).add(
                event["trigger"],
                rules=_overlap(spans, by_rules),
                mention=_overlap(spans, ours),
                fitting=not types.isdisjoint(FITTING.get(event["type"], ())),
            )
    return counts


def _by_rules(extracted: Extracted) -> Iterator[tuple[int, int]]:
    document = extracted.document
    for number, sentence in enumerate(document.sentences):
        text = read_sentence(
            document.text, sentence, extracted.times, REFERENCE, number=number, language=document.language
        )
        for one in find_triggers(text, REFERENCE):
            yield text.tokens[one.first].start, text.tokens[one.last - 1].end


def _spans(text: str, trigger: str) -> list[tuple[int, int]]:
    """Wherever the words of a trigger stand: the corpus does not say which of two it means."""
    pattern = r"\W+".join(map(re.escape, trigger.split()))
    return [found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def _overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


if __name__ == "__main__":
    main()
