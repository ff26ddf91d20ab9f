"""Linking at scale: synthetic mentions to events, and what a document more costs, at several sizes of the table.

    python benchmarks/incidents.py [--mentions N]

Incidents are spread over places by Zipf's law and over time evenly, 17,000 mentions a month, each told in one to eight
documents of two languages with days, weeks and months as dates. They are consolidated month by month as they stream by,
the rows of `event_mentions` are put into a Parquet file a month, as in the lake, and then single documents are added,
each of which reads the months it touches. Printed: seconds, events, peak memory, pairwise recall and precision against
the incidents that were made up, and milliseconds for a document more at a hundredth, a tenth and all of the size.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.dates.edtf import bounds, date_prec  # noqa: E402 - the project is not installed for benchmarks
from tasks.incidents.days import days_of, window  # noqa: E402
from tasks.incidents.event import event, event_id  # noqa: E402
from tasks.incidents.gather import party  # noqa: E402
from tasks.incidents.rebuild import stream  # noqa: E402
from tasks.incidents.report import Figure, Held, Report  # noqa: E402
from tasks.incidents.rows import held, mention_row  # noqa: E402
from tasks.incidents.update import Stretch, update  # noqa: E402
from tasks.tables.rows import as_table  # noqa: E402

A_MONTH, PLACES, SPREAD, REACH = 17_000, 500, 6, 45
START = date(2012, 1, 1).toordinal()
DOCUMENTS = 20
# Shares of reports that say something of their incident.
OFTEN, MOSTLY = 0.6, 0.8
TYPES = ("ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "PROTEST", "CONSULT", "ACCUSE", "REQUEST", "AID", "RETREAT")
MODES = {"ASSAULT": ("aerial", "explosives", "firearms", None), "COERCE": ("arrest", "restrict", None)}
THINGS = ("hospital", "market", "school", "bus", "bank", "mosque", "soldiers", "police", "journalists", "relief")
SYLLABLES = ("ka", "lo", "mir", "ta", "zan", "be", "rud", "sha", "gol", "nef", "dar", "os", "vin", "pel", "qu", "hem")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    size = parser.parse_args().mentions
    for part in (size // 100, size // 10, size):
        with tempfile.TemporaryDirectory() as folder:
            print(*consolidated(part, Path(folder)), *added(part, Path(folder)), sep="\n  ")


def consolidated(size: int, folder: Path) -> Iterator[str]:
    """Streams so many mentions into events and monthly files; gives the figures as lines."""
    began, made, events, right, joined, same = time.perf_counter(), 0.0, 0, 0, 0, Counter[str]()
    months: defaultdict[str, list[dict[str, object]]] = defaultdict(list)

    def timed(reports: Iterator[Report]) -> Iterator[Report]:
        nonlocal made
        while True:
            before = time.perf_counter()
            report = next(reports, None)
            made += time.perf_counter() - before
            if report is None:
                return
            same[report.trigger_text] += 1
            yield report

    writing = 0.0
    for incident in stream(timed(in_order(size))):
        event(incident)
        events += 1
        told = Counter(report.trigger_text for report in incident)
        right += sum(map(pairs, told.values()))
        joined += pairs(len(incident))
        before = time.perf_counter()
        of_event = event_id(incident)
        for report in incident:
            months[month(report.window[0])].append(mention_row(report, of_event))
        for name in [name for name, rows in months.items() if len(rows) >= A_MONTH // 2]:
            write(folder, name, months.pop(name))
        writing += time.perf_counter() - before
    for name, rows in months.items():
        write(folder, name, rows)
    took = time.perf_counter() - began
    yield f"{size:,} mentions: {events:,} events"
    linking = took - made - writing
    yield f"linking {linking:.0f} s, making them up {made:.0f} s, writing {writing:.0f} s; peak {peak()} MB"
    yield f"pairs: precision {right / joined:.3f}, recall {right / sum(map(pairs, same.values())):.3f}"


def added(size: int, folder: Path) -> Iterator[str]:
    """Adds documents one by one, each to the table as it is; gives the milliseconds they took."""
    chance = random.Random(size)
    took, loaded, reading = [], [], []
    for number in range(DOCUMENTS):
        day = START + chance.randrange(min(days(size), REACH), days(size) + 1)
        document = [report for n in range(4) for report in incident_of(chance, day, f"new{number}-{n}")[:1]]
        spent = [0.0, 0]

        def load(stretches: Sequence[Stretch], spent: list[float] = spent) -> list[Held]:
            before = time.perf_counter()
            rows = read(folder, stretches)
            spent[0] += time.perf_counter() - before
            spent[1] += len(rows)
            return rows

        before = time.perf_counter()
        update(document, [], load)
        took.append(time.perf_counter() - before)
        reading.append(spent[0])
        loaded.append(spent[1])
    typical, read_in, rows = (sorted(values)[DOCUMENTS // 2] for values in (took, reading, loaded))
    yield (
        f"a document more: {1000 * typical:.0f} ms in the median, {1000 * read_in:.0f} to read {rows:.0f} rows; "
        f"at most {1000 * max(took):.0f} ms"
    )


def in_order(size: int) -> Iterator[Report]:
    """The mentions in the order of their windows, with no more than some months of them in memory."""
    chance, waiting, given, number = random.Random(7), [], 0, 0
    per_day = A_MONTH / 30.4
    for day in range(START, START + days(size) + 1):
        wanted = per_day * (day - START + 1)
        while given + len(waiting) < min(wanted, size):
            waiting += incident_of(chance, day, f"i{number}")[: size - given - len(waiting)]
            number += 1
        if (day - START) % 7 == 0:
            waiting.sort(key=lambda report: report.window[0])
            ripe = next((n for n, report in enumerate(waiting) if report.window[0] >= day - REACH), len(waiting))
            given += ripe
            yield from waiting[:ripe]
            del waiting[:ripe]
    yield from sorted(waiting, key=lambda report: report.window[0])


def incident_of(chance: random.Random, day: int, name: str) -> list[Report]:
    """The reports of one incident; its name stands in `trigger_text`, which linking does not read."""
    # The place most told of has 2 in 100 incidents, as Aleppo had in 2016.
    place = int(PLACES ** chance.random() * SPREAD)
    kind = chance.choice(TYPES)
    toll = chance.randrange(1, 90) if kind == "ASSAULT" and chance.random() < OFTEN else None
    names = [word(chance) for _ in range(chance.randrange(0, 4))]
    traits = (kind, chance.choice(MODES.get(kind, (None,))), place, toll, names, chance.choice(THINGS))
    versions = min(int(chance.paretovariate(1.1)), 8)
    return [report_of(chance, day, f"{name}.{version}", name, traits) for version in range(versions)]


def report_of(chance: random.Random, day: int, mention_id: str, incident: str, traits: tuple) -> Report:  # type: ignore[type-arg]
    kind, mode, place, toll, names, thing = traits
    written = date.fromordinal(day + chance.randrange(0, 3))
    exact = date.fromordinal(day).isoformat()
    when = chance.choices(
        [exact, f"{date.fromordinal(written.toordinal() - 6)}/{written}", exact[:7], f"../{written}"], [65, 22, 8, 5]
    )[0]
    first, last = bounds(when)
    known, where = chance.random() < MOSTLY, word(random.Random(place)).title()
    figures = (Figure("killed", "", toll, toll),) if toll and chance.random() < OFTEN else ()
    spoken = {one for one in names if chance.random() < MOSTLY} | ({f"={thing}"} if chance.random() < OFTEN else set())
    sector = "MIL" if place % 3 else "REB"
    return Report(
        mention_id=mention_id, doc_id=f"d{mention_id}", published_start=written, published_end=written,
        language=chance.choice(("nb", "en")), segment_no=0, sentence_start=0, trigger_start=chance.randrange(3000),
        trigger_text=incident, position=chance.random(), definite=False, event_type=kind,
        event_mode=mode if chance.random() < MOSTLY else None, contexts=("military",), weapon=None, event_date=when,
        date_start=first, date_end=last, date_prec=date_prec(when),
        date_basis="relative" if when == exact else "document", place_text=where,
        place_id=str(place) if known else None, place_name=where if known else None,
        admin1=f"Province {place % 97}" if known else None, country=f"C{place % 31:02}" if known else None,
        latitude=place % 60 + 0.5 if known else None, longitude=place % 170 + 0.5 if known else None, where_prec=1,
        actors=(party(f"{sector} of {place % 31}", None, None, f"C{place % 31:02}", sector),), recipients=(),
        claimants=(), figures=figures, killed_low=toll if figures else None, killed_high=toll if figures else None,
        injured_low=None, injured_high=None, polarity="positive", modality="actual", container=None,
        names=frozenset(spoken), doc_names=frozenset({*names, *(word(chance) for _ in range(12))}),
        pipeline_version="benchmark", days=days_of(when), window=window(days_of(when), written, written),
    )  # fmt: skip


def read(folder: Path, stretches: Iterable[Stretch]) -> list[Held]:
    """The rows of the months that stretches of days can hold, as reports."""
    found = []
    for first, last in stretches:
        if first is None or last is None:
            continue
        names = sorted({month(day) for day in range(first.toordinal() - 62, last.toordinal() + 1)})
        inside = (pc.field("window_start") <= last) & (pc.field("window_end") >= first)
        for name in names:
            for path in sorted(folder.glob(f"{name}-*.parquet")):
                found += [held(row) for row in pq.read_table(path, filters=inside).to_pylist()]
    return found


def write(folder: Path, name: str, rows: Sequence[dict[str, object]]) -> None:
    number = len(list(folder.glob(f"{name}-*.parquet")))
    table: pa.Table = as_table("event_mentions", rows)
    pq.write_table(table, folder / f"{name}-{number}.parquet", compression="zstd")


def days(size: int) -> int:
    """Days that so many mentions are spread over."""
    return max(1, round(size / A_MONTH * 30.4))


def month(day: int) -> str:
    return date.fromordinal(max(day, 1)).isoformat()[:7]


def word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def pairs(n: int) -> int:
    return n * (n - 1) // 2


def peak() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
