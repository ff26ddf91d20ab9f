"""How well reports of one incident are joined, and others kept apart, on the labelled texts of tests/incidents/reports.

    python benchmarks/linking.py [--half tuned|kept] [--errors]

All texts of a half are read and consolidated together. A label meets the mention whose trigger it overlaps, or else the
nearest of its sentence with a type that readers take for its own. Every pair of labels counts: it should be joined if
both name the same incident. Printed for each half: pairwise precision, recall and F1 over all pairs (an incident that
was not read is a pair that is missed) and over those whose two mentions were found; recall by kind of pair; and how
many near-twins were joined. `--errors` lists the pairs that went wrong, on the half that may be looked at.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # as `tidings` does; read when NumPy is imported

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.events.mention import Mention  # noqa: E402 - the project is not installed for benchmarks
from tasks.extract import extract  # noqa: E402
from tasks.incidents.gather import reports  # noqa: E402
from tasks.incidents.rebuild import rebuild  # noqa: E402
from tasks.tables.rows import document_tables  # noqa: E402
from tests.incidents.labelled import HALVES, Group, Labelled, read_half  # noqa: E402

Row = Mapping[str, Any]
# Types that careful readers confuse: a label's sentence may hold its mention under another one of the same line.
ALIKE = (
    {"ASSAULT", "COERCE"}, {"ASSAULT", "PROTEST"}, {"COERCE", "SANCTION"}, {"CONSULT", "AGREE", "SUPPORT"},
    {"ACCUSE", "REJECT", "THREATEN", "REQUEST"}, {"AID", "RETREAT", "AGREE"}, {"RETREAT", "ASSAULT"},
    {"MOBILIZE", "ASSAULT", "COERCE"}, {"REJECT", "COERCE"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A label in a text, and the mention that it meets, if one was found."""

    incident: str
    doc_id: str
    language: str
    mention: Mention | None
    evidence: str

    @property
    def reading(self) -> str:
        """What was read at the mark, in short."""
        one = self.mention
        if one is None:
            return "not read"
        people = [f"{party.role} {party.text}" for party in one.participants]
        figures = [f"{toll.kind} {toll.low}-{toll.high}" for toll in one.casualties]
        place = f"{one.place_text} ({one.place_id})" if one.place_text else "no place"
        return "; ".join([one.event_type, str(one.event_date), place, *people, *figures])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks: whether they are of one incident, of near-twins, and were joined (None where one was not found)."""

    first: Mark
    second: Mark
    near_twins: bool
    joined: bool | None

    @property
    def same(self) -> bool:
        """Whether both name one incident."""
        return self.first.incident == self.second.incident

    @property
    def kind(self) -> str:
        """Where its two marks stand to each other."""
        if self.first.doc_id == self.second.doc_id:
            return "one document"
        return "one language" if self.first.language == self.second.language else "two languages"

    @property
    def difference(self) -> str:
        """The first thing in which the readings of its two marks exclude each other."""
        first, second = self.first.mention, self.second.mention
        if first is None or second is None:
            return "not read"
        if not alike(first.event_type, second.event_type):
            return "types"
        if _before(first, second) or _before(second, first):
            return "days"
        if first.country and second.country and first.country != second.country:
            return "countries"
        return "nothing" if first.place_text and second.place_text else "nothing (one has no place)"


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairs that are joined and should be, that are joined, and that should be."""

    right: int
    joined: int
    same: int

    @property
    def precision(self) -> float:
        """Of what was joined, the share that should be; 1 where nothing was."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Of what should be joined, the share that was."""
        return self.right / self.same if self.same else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.joined + self.same) if self.joined + self.same else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"
            f"  ({self.right} of {self.joined} joined, {self.same} to join)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, action="append", help="one half alone")
    parser.add_argument("--errors", action="store_true", help="list the errors on the half 'tuned'")
    options = parser.parse_args()
    for half in options.half or HALVES:
        marks, pairs = measure(read_half(half))
        print(f"{half}:", *report(marks, pairs), sep="\n  ")
        if options.errors and half == "tuned":
            print(*errors(marks, pairs), sep="\n")


def measure(groups: Sequence[Group]) -> tuple[list[Mark], list[Pair]]:
    """All marks of some groups, and all pairs of them, as they are read and joined now."""
    marks: list[Mark] = []
    found = [extract(text.raw) for group in groups for text in group.texts]
    mentions = {one.document.doc_id: one.mentions for one in found}
    for group in groups:
        types = {one.name: one.event_type for one in group.incidents}
        for text in group.texts:
            marks += marks_of(text, types, mentions[text.raw.doc_id])
    tables = {table: rows.to_pylist() for table, rows in document_tables(found, "benchmark", "benchmark").items()}
    near = {frozenset((one.name, other)) for group in groups for one in group.incidents for other in one.unlike}
    return marks, list(pairs_of(marks, events_of(tables), near))


def events_of(tables: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """The event of each mention, from rows of `mentions`, `participants`, `casualties` and `documents`."""
    rows = [tables[name] for name in ("mentions", "participants", "casualties", "documents")]
    events = rebuild(reports(*rows)).events
    return {mention_id: event["event_id"] for event in events for mention_id in event["mention_ids"]}


def marks_of(text: Labelled, types: Mapping[str, str], mentions: Iterable[Mention]) -> list[Mark]:
    """The marks of a text: those whose trigger a mention overlaps first, since each mention meets one label."""
    left = list(mentions)
    met: dict[int, Mention] = {}
    for test in (_overlaps, _beside):
        for start, end, incident in text.labels:
            fit = [one for one in left if test(one, start, end, types[incident])]
            if start not in met and fit:
                met[start] = min(fit, key=lambda one: abs(one.trigger_start - start))
                left.remove(met[start])
    return [
        Mark(
            incident,
            text.raw.doc_id,
            text.language,
            met.get(start),
            _evidence(text.raw.text, start, end),
        )
        for start, end, incident in text.labels
    ]


def pairs_of(marks: Sequence[Mark], events: Mapping[str, str], near: set[frozenset[str]]) -> Iterator[Pair]:
    """All pairs of marks.

    Args:
        marks: of all texts that were consolidated together.
        events: the event of each mention.
        near: pairs of names of incidents that resemble each other.
    """
    for first, second in combinations(marks, 2):
        joined = None
        if first.mention is not None and second.mention is not None:
            joined = events[first.mention.mention_id] == events[second.mention.mention_id]
        yield Pair(first, second, frozenset((first.incident, second.incident)) in near, joined)


def figures(pairs: Iterable[Pair]) -> Figures:
    counted = [(pair.same, bool(pair.joined)) for pair in pairs]
    return Figures(
        sum(same and joined for same, joined in counted),
        sum(joined for _, joined in counted),
        sum(same for same, _ in counted),
    )


def report(marks: Sequence[Mark], pairs: Sequence[Pair]) -> Iterator[str]:
    """The figures as lines."""
    found = [pair for pair in pairs if pair.joined is not None]
    findable = sum(pair.same for pair in found)
    reach = Figures(findable, findable, sum(pair.same for pair in pairs))
    yield f"labels read   {sum(mark.mention is not None for mark in marks)} of {len(marks)}"
    yield f"all pairs     {figures(pairs)}"
    yield f"found pairs   {figures(found)}"
    yield f"within reach  F1 {reach.f1:.3f} over all pairs, if all that was found were joined rightly"
    for kind in ("one language", "two languages", "one document"):
        part = figures(pair for pair in found if pair.kind == kind)
        yield f"{kind:14}recall {part.recall:.3f} ({part.right} of {part.same} found pairs)"
    parted = Counter(pair.difference for pair in found if pair.same and not pair.joined)
    yield f"parted        {parted.total()} of one incident, whose readings exclude each other in: " + ", ".join(
        f"{what} {count}" for what, count in parted.most_common()
    )
    near = [pair for pair in found if pair.near_twins]
    wrong = [pair for pair in near if pair.joined]
    twins, mixed = ({frozenset((p.first.incident, p.second.incident)) for p in part} for part in (near, wrong))
    yield f"near-twins    {len(mixed)} of {len(twins)} joined ({len(wrong)} of {len(near)} pairs)"
    other = sum(bool(pair.joined) and not pair.same and not pair.near_twins for pair in found)
    yield f"other pairs   {other} joined that are of different incidents"


def errors(marks: Iterable[Mark], pairs: Iterable[Pair]) -> Iterator[str]:
    """What was not read, not joined, or joined wrongly, with the sentences."""
    for mark in marks:
        if mark.mention is None:
            yield f"not read: {mark.incident}: {mark.evidence}"
    for pair in pairs:
        if pair.joined is not None and pair.joined != pair.same:
            verdict = "joined" if pair.joined else f"parted ({pair.difference})"
            yield f"{verdict}: {pair.first.incident} | {pair.second.incident}"
            for mark in (pair.first, pair.second):
                yield f"  {mark.doc_id}: {mark.evidence}\n    {mark.reading}"


def alike(first: str, second: str) -> bool:
    """Whether careful readers may take one type for the other."""
    return first == second or any({first, second} <= types for types in ALIKE)


def _overlaps(mention: Mention, start: int, end: int, _: str) -> bool:
    return mention.trigger_start < end and start < mention.trigger_end


def _beside(mention: Mention, start: int, _: int, event_type: str) -> bool:
    inside = mention.sentence_start <= start < mention.sentence_end
    return inside and alike(mention.event_type, event_type)


def _before(first: Mention, second: Mention) -> bool:
    return first.date_end is not None and second.date_start is not None and first.date_end < second.date_start


def _evidence(text: str, start: int, end: int) -> str:
    before = text[:start].rsplit("\n", 1)[-1]
    return f"{before}[{text[start:end]}]{text[end:].split(chr(10), 1)[0]}"


if __name__ == "__main__":
    main()
