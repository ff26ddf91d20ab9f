"""Hostile dates: no text may break the search for dates, hang it, or make it say what does not hold together.

    python benchmarks/fuzz_dates.py [--inputs N] [--seconds S] [--seed K] [--language TAG] [--no-table]

Inputs are put together at random out of the language's own words (all that its dates.yaml, numbers.yaml and CLDR hold),
digits of several scripts, long figures, dates in digits, and signs. Of each it is asserted that nothing is raised,
offsets are exact and in order, values have the bounds that are given with them, spans do not run backwards, and it
takes no longer than the bound. Then times are shown against lengths up to 1 MB, for texts made to take long, in the
language that takes longest. The exit code is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import re
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.dates.edtf import bounds  # noqa: E402 - the project is not installed for benchmarks
from tasks.dates.find import find_dates  # noqa: E402
from tasks.safe_yaml import load_yaml  # noqa: E402
from tasks.settings import REFERENCE  # noqa: E402
from tasks.text.reference import languages  # noqa: E402

BOUND, HANG = 2.0, 60  # seconds for one input; after which the process is killed with a traceback
HEADERS = ("2016-10-03", "2016-11-30", "2016-02-29", "1000-01-01", "9999-12-31", "2016-11", "2016-02", None, None)
YEARS = ("2016", "9999", "1000")  # a year of writing has 366 days to try, so it comes seldom
SIGNS = (*".,:;/-–—'’\"()[]{}<>+*%$€£#@&_=°!?|\\~^", "\n", "\t", "  ", "\u00a0", "\u200b", "\u00ad", "\u0301", "…")
DIGITS = ("0", "1", "2", "9", "٣", "२", "３", "²", "½", "Ⅷ", "〇", "𝟗", "①")
LONG = ("9" * 30, "0" * 200, "1" * 5000, "1." * 50, "1/1/" * 30, "2016-" * 20, "12:" * 30, "1,000," * 20)
NUMBERS = ("0", "00", "1", "3", "9", "12", "13", "22", "28", "29", "30", "31", "32", "60", "99", "100", "366", "1000",
           "1968", "1999", "2015", "2016", "2100", "9999", "10000", "007")  # fmt: skip
DATES = ("2016-09-22", "2016-13-01", "2016-02-30", "22.9.2016", "30.2.2016", "9/11", "3/4/2016", "22.9.16",
         "0000-00-00", "9999-12-31", "2016-W38", "2016/17", "1990s", "'16", "14:00", "24:60", "T09:00Z")  # fmt: skip
SHORTEST = 20  # characters; of shorter texts the time is that of the call


@cache
def words(language: str) -> tuple[str, ...]:
    """All words that a language's date rules may know, in three cases."""
    folder = REFERENCE / "languages" / language
    text = "".join((folder / f"{name}.yaml").read_text(encoding="utf-8") for name in ("dates", "numbers"))
    locale = Locale.parse(load_yaml((folder / "dates.yaml").read_text(encoding="utf-8"))["cldr"].replace("-", "_"))
    names = [
        name
        for table in (locale.months, locale.days)
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in table[form][width].values()
    ]
    known = {*re.findall(r"[^\W\d_]+", text), *names}
    return tuple(sorted(known | {word.capitalize() for word in known} | {word.upper() for word in names}))


def made(rng: random.Random, language: str) -> str:
    known = words(language)
    kinds = (known, known, known, NUMBERS, NUMBERS, DATES, SIGNS, DIGITS)
    length = rng.choice((1, 2, 3, 5, 8, 8, 13, 21))
    pieces = [rng.choice(rng.choice(kinds)) for _ in range(length)]
    if rng.random() < 0.01:
        pieces.append(rng.choice(LONG))
    # Mostly blanks, as in text; else words and figures run together.
    blank = rng.choice((" ", " ", " ", "", "-", ". ", "\n"))
    return blank.join(pieces)


@dataclass
class Result:
    """What the inputs of a language came to."""

    inputs: int = 0
    characters: int = 0
    found: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: float = 0.0
    dearest: tuple[float, str] = (0.0, "")  # seconds a character
    failures: list[str] = field(default_factory=list)


def one(text: str, language: str, published: str | None, result: Result) -> None:
    faulthandler.dump_traceback_later(HANG, exit=True)
    started = time.process_time()  # other work on the machine is no fault of the text
    trouble = ""
    try:
        trouble = checked(text, language, published, result)
    except Exception as error:  # noqa: BLE001 - to find it is what this is for
        place = traceback.extract_tb(error.__traceback__)[-1]
        trouble = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    took = time.process_time() - started
    faulthandler.cancel_dump_traceback_later()
    result.inputs += 1
    result.characters += len(text)
    result.seconds += took
    result.slowest = max(result.slowest, took)
    if len(text) >= SHORTEST:
        result.dearest = max(result.dearest, (took / len(text), text[:80]))
    if took > BOUND:
        trouble = trouble or f"took {took:.1f} s"
    if trouble:
        result.failures.append(f"{language} {published}: {trouble}: {text[:200]!r}")


def checked(text: str, language: str, published: str | None, result: Result) -> str:
    """What does not hold of the answer; empty where all does."""
    reached = 0
    for e in find_dates(text, language, published):
        if e.start < reached or e.end <= e.start or text[e.start : e.end] != e.text:
            return f"offsets {e.start} to {e.end} of {e.text!r}"
        reached = e.end
        result.found["unresolved" if e.value is None else e.kind] += 1
        if e.kind == "DATE" and e.value is not None and bounds(e.value) != (e.date_start, e.date_end):
            return f"{e.value} has not the bounds {e.date_start} to {e.date_end}"
        if e.date_start is not None and e.date_end is not None and e.date_start > e.date_end:
            return f"{e.text!r} is {e.value}, from {e.date_start} back to {e.date_end}"
    return ""


def fuzz(language: str, inputs: int, seed: int, deadline: float) -> Result:
    result = Result()
    rng = random.Random(f"{language}{seed}")
    find_dates("2016", language, None)  # what is loaded at the first use
    while result.inputs < inputs and time.monotonic() < deadline:
        header = rng.choice(YEARS) if rng.random() < 0.02 else rng.choice(HEADERS)
        one(made(rng, language), language, header, result)
    return result


UNITS = ("1", "0", "9,", "1, ", "1.", "1. ", "1/", "1-", "- ", ".", ", ", ":", "12:", "2016 ", "2016-", "1.1.", "a",
         "A ", " ", "\n", "'", "(", "the ", "den ", "1, 2, 3 and 4 May ",
         "monday ", "from ", "for ", "٣", "Ⅷ")  # fmt: skip
LENGTHS = (10_000, 100_000, 1_000_000)
NOTICED, STEEP = 0.3, 25  # seconds below which a machine's moods decide; times for ten times the length


def took(text: str, language: str) -> float:
    started = time.process_time()
    find_dates(text, language, "2016-10-03")
    return time.process_time() - started


def table(tags: list[str]) -> list[str]:
    """Prints milliseconds against lengths; gives what grows faster than its length."""
    slow = []
    print(f"\n{'milliseconds for … characters':40}" + "".join(f"{length:>12,}" for length in LENGTHS))
    for unit in UNITS:
        text = unit * (LENGTHS[-1] // len(unit))
        tag = max(tags, key=lambda tag: took(text[: LENGTHS[0]], tag))
        times = [took(text[:length], tag) for length in LENGTHS]
        print(f"{unit!r:30}{tag:10}" + "".join(f"{seconds * 1000:12.1f}" for seconds in times))
        if times[-1] > NOTICED and times[-1] > STEEP * times[-2]:
            slow.append(f"{unit!r} {tag}: {times[-1]:.1f} s for ten times what took {times[-2]:.2f} s")
    return slow


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--language", help="one alone; else all that have dates.yaml")
    parser.add_argument("--no-table", action="store_true")
    options = parser.parse_args()
    tags = [options.language] if options.language else list(languages(having="dates"))
    slow = [] if options.no_table else table(tags)
    deadline = time.monotonic() + options.seconds
    print(f"\n{'':6}{'inputs':>10}{'per second':>12}{'slowest ms':>12}{'µs a character: mean':>22}{'worst':>8}  found")
    total, failures = 0, []
    for number, tag in enumerate(tags):
        end = time.monotonic() + (deadline - time.monotonic()) / (len(tags) - number)
        result = fuzz(tag, -(-options.inputs // len(tags)), options.seed, end)
        total += result.inputs
        failures += result.failures
        rate, mean = result.inputs / result.seconds, result.seconds / result.characters * 1e6
        found = ", ".join(f"{kind} {count:,}" for kind, count in result.found.most_common())
        print(f"{tag:6}{result.inputs:10,}{rate:12,.0f}{result.slowest * 1000:12.1f}{mean:22.2f}"
              f"{result.dearest[0] * 1e6:8.0f}  {found}")  # fmt: skip
        print(f"{'':6}worst at {result.dearest[1]!r}")
    print(f"\n{total:,} inputs, {len(failures)} failures, {len(slow)} too slow by length (bound {BOUND} s)")
    for line in (*slow, *failures[:50]):
        print(line)
    return 1 if failures or slow else 0


if __name__ == "__main__":
    sys.exit(main())
