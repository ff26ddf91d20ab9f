"""Dates side by side with `dateparser.search.search_dates` in one run: speed, memory, and where the two differ.

    python benchmarks/dates.py [CORPUS] [--documents N] [--examples N] [--lines N]

CORPUS is a folder of texts as in `seeds/` (default: ../shared/corpus if it is there, else the seeds). Both read the
same documents in turn, a fixed sample of N that are dated to the day (dateparser takes minutes for more), each with the
document's language and day. dateparser is asked twice: with the language told, and without, as it is mostly called.
Classes are told by rule: what only one of them finds, and how the values of what both find differ.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dateparser.search import search_dates  # type: ignore[import-untyped] # noqa: E402 - it has no stubs

from benchmarks.dates_compare import WHY, classes, located  # noqa: E402 - the project is not installed for benchmarks
from tasks.dates.find import find_dates  # noqa: E402
from tasks.read.folder import read_inputs  # noqa: E402
from tasks.read.raw import RawDocument  # noqa: E402
from tasks.text.language import detect_language  # noqa: E402
from tasks.text.normal import normal_form  # noqa: E402
from tasks.text.reference import languages  # noqa: E402

AIM = 30
_DAY = len("2016-10-03")
_MAX_BYTES = 10_000_000
# Not getrusage: its figure starts at what the parent held when it started the process.
_MEASURED = """
import sys
from flows.cli import main
try:
    main()
finally:
    print(*(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""


def sample(corpus: Path, size: int) -> tuple[list[tuple[str, str, str]], int]:
    """Text, language and day of every n-th document that is dated to the day and whose dates can be read."""
    known = languages(having="dates")
    documents = [one for one in read_inputs([corpus], _MAX_BYTES) if isinstance(one, RawDocument)]
    dated = [one for one in documents if one.published is not None and len(one.published) == _DAY]
    chosen = []
    for one in dated[:: max(1, -(-len(dated) // size))]:
        language = detect_language(one.text)[0]
        if language in known:
            chosen.append((normal_form(one.text).text, language, one.published or ""))
    return chosen, len(documents)


def theirs(text: str, day: str, tags: list[str] | None) -> list[tuple[str, datetime]]:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    return search_dates(text, languages=tags, settings=settings) or []


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def compare(documents: list[tuple[str, str, str]], examples: int) -> None:
    spent = dict.fromkeys(("find_dates", "search_dates, language told", "search_dates, language not told"), 0.0)
    found: dict[str, list[str]] = defaultdict(list)
    for tag in sorted({language for _, language, _ in documents}):  # what is loaded at the first use
        find_dates("2016-10-03", tag, None)
        theirs("on 3 October 2016", "2016-10-03", [tag])
    theirs("on 3 October 2016", "2016-10-03", None)
    for text, language, day in documents:
        ways = (
            lambda text=text, tag=language, day=day: find_dates(text, tag, day),
            lambda text=text, tag=language, day=day: theirs(text, day, [tag]),
            lambda text=text, day=day: theirs(text, day, None),
        )
        for name, way in zip(spent, ways, strict=True):
            spent[name] += seconds(way)
        their = list(located(text, theirs(text, day, [language])))
        for kind, example in classes(text, find_dates(text, language, day), their):
            found[kind].append(example)
    characters = sum(len(text) for text, _, _ in documents)
    ours = next(iter(spent.values()))
    print(f"\n{'':34}{'seconds':>9}{'characters/s':>14}{'ratio':>8}")
    for name, took in spent.items():
        print(f"{name:34}{took:9.2f}{characters / took:14,.0f}{took / ours:8.1f}")
    print(f"{'aim of the ratio':57}{AIM:8}")
    print(f"\n{sum(map(len, found.values())):,} expressions; ours | theirs | where")
    for kind, shown in sorted(found.items(), key=lambda one: (one[0].partition(":")[0], -len(one[1]))):
        print(f"\n{len(shown):6} {kind}" + (f" ({WHY[kind]})" if WHY[kind] else ""))
        for example in shown[:: max(1, len(shown) // examples)][:examples] if examples else ():
            print(f"         {example}")


def memory(documents: list[tuple[str, str, str]], lines: int) -> None:
    """The most that `tidings dates` holds (on Linux), for a few lines and for many; no two of them are the same."""
    if not Path("/proc/self/status").exists():
        return
    print(f"\n{'tidings dates':>14}{'megabytes':>12}{'lines/s':>10}")
    for count in (lines // 50, lines):
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-c", _MEASURED, "dates", "--published", "2016-11-04"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        if process.stdin is None or process.stderr is None:
            raise AssertionError("both were asked for")
        for line in itertools.islice(_lines(documents), count):
            process.stdin.write(line)
        process.stdin.close()
        kilobytes = int(process.stderr.read())
        print(f"{count:14,}{kilobytes / 1000:12.1f}{count / (time.monotonic() - started):10,.0f}")


def _lines(documents: list[tuple[str, str, str]]) -> Iterator[bytes]:
    sentences = [s for text, _, _ in documents for s in text.replace("\n", ". ").split(". ") if s]
    for n in itertools.count():
        yield f"{sentences[n % len(sentences)]}, {n} days after 22 September {1000 + n % 1100}\n".encode()


def main() -> None:
    default = ROOT.parent / "shared" / "corpus"
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="?", type=Path, default=default if default.is_dir() else ROOT / "seeds")
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--examples", type=int, default=3)
    parser.add_argument("--lines", type=int, default=100_000)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")  # dateparser's own, of days without a year
    documents, there = sample(options.corpus, options.documents)
    if not documents:
        sys.exit(f"{options.corpus}: no document that is dated to the day; give a folder of such")
    characters = sum(len(text) for text, _, _ in documents)
    print(f"{len(documents)} of {there} documents, {characters:,} characters")
    compare(documents, options.examples)
    memory(documents, options.lines)


if __name__ == "__main__":
    main()
