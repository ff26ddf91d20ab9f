"""Hostile inputs for the read room: what it is given broken or made to harm, it rejects by name, and soon.

    python benchmarks/fuzz_read.py [--inputs N] [--seconds S] [--processes P] [--seed K] [--only KIND] [--no-table]

Inputs are changed samples of each kind, and random bytes. Of each it is asserted that nothing but `InputError` or
`UsageError` comes out, that errors can be printed, that it takes no longer than the bound, that no file but those of
the root (and of the time zones) is opened, and that no connection or process is started. Then times against lengths
are shown for inputs that are made to take long. The exit code is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import faulthandler
import gzip
import io
import logging
import os
import random
import sys
import sysconfig
import tempfile
import time
import zoneinfo
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_read_inputs import KINDS, LONG, Kind, packed

from tasks.errors import InputError, UsageError
from tasks.read.content import read_content
from tasks.read.description import Description, parse_description
from tasks.read.folder import read_inputs
from tasks.read.header import check_published, parse_header
from tasks.read.published import mail_date, published_of
from tasks.read.raw import RawDocument
from tasks.read.record import Origin
from tasks.read.seedfile import read_text
from tasks.settings import ReadLimits

BOUND = 2.0  # seconds for one input; the slowest seen are told
HANG = 60  # seconds after which the process is killed with a traceback
MOST = 1_000_000  # bytes of a text
CHUNK_SECONDS = 20
NONSENSE, SOUND = 0.03, 0.5  # shares of inputs
TOLD = 20  # failures of a chunk
FOUND = 80  # characters of a reject's value
LIMITS = ReadLimits()
ON_DISK = 25  # of so many inputs one is written to the root and read from there

DESCRIPTIONS = (
    Description(),
    Description.model_validate({"time_zone": "Europe/Oslo", "date_order": "day-first", "language": "nb"}),
    Description.model_validate({"encoding": "windows-1252", "date_format": "%d.%m.%Y", "publisher": "Avisa"}),
    Description.model_validate({"encoding": "utf-16", "columns": {"text": "tekst"}}),
)


def changed(rng: random.Random, kind: Kind) -> bytes:
    if rng.random() < NONSENSE:
        return rng.randbytes(rng.randrange(200))
    data = bytearray(rng.choice(kind.samples))
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        place = rng.randrange(len(data) + 1)
        rng.choice(CHANGES)(rng, kind, data, place, min(len(data), place + rng.choice((1, 2, 8, 64))))
    return bytes(data[:MOST])


def flip(rng: random.Random, _: Kind, data: bytearray, place: int, end: int) -> None:
    if place < end:
        data[place] ^= 1 << rng.randrange(8)


def replace(rng: random.Random, _: Kind, data: bytearray, place: int, end: int) -> None:
    if place < end:
        data[place] = rng.choice((0, 9, 10, 13, 34, 0x7F, 0x80, 0xFF, rng.randrange(256)))


def drop(_: random.Random, __: Kind, data: bytearray, place: int, end: int) -> None:
    del data[place:end]


def repeat(rng: random.Random, _: Kind, data: bytearray, place: int, end: int) -> None:
    data[place:place] = data[place:end] * rng.choice((1, 2, 20))


def put_in(rng: random.Random, kind: Kind, data: bytearray, place: int, _: int) -> None:
    data[place:place] = rng.choice(kind.tokens) * rng.choice((1, 1, 2, 30))


def splice(rng: random.Random, kind: Kind, data: bytearray, place: int, _: int) -> None:
    other = rng.choice(kind.samples)
    data[place:] = other[rng.randrange(len(other)) :]


def cut(_: random.Random, __: Kind, data: bytearray, place: int, ___: int) -> None:
    del data[place:]


def scramble(rng: random.Random, _: Kind, data: bytearray, place: int, end: int) -> None:
    data[place:end] = rng.randbytes(end - place)


CHANGES = (flip, replace, drop, repeat, put_in, put_in, splice, cut, scramble)


def repacked(rng: random.Random, name: str, data: bytes) -> bytes:
    """Half of the archives are sound outside and hostile inside."""
    if name not in {"gzip", "zip"} or rng.random() < SOUND:
        return data
    if name == "gzip":
        return gzip.compress(changed(rng, KINDS["jsonl"]), 1, mtime=0)
    inner, suffix = rng.choice((("jsonl", ".jsonl"), ("csv", ".csv"), ("header", ".txt"), ("feed", ".xml")))
    entry = rng.choice(("a", "../a", "a/b", "/a", "a\\b", "\u202ea", "")) + suffix
    return packed([(entry, changed(rng, KINDS[inner])), ("ok.txt", b"date 2016 x")])


def outcomes(name: str, data: bytes, rng: random.Random, root: Path) -> Iterator[RawDocument | InputError]:
    """All that comes out of one input."""
    text = data.decode("utf-8", "surrogateescape")
    if name == "header":
        yield read_text(text, doc_id="x", source="s", uri="s/x.txt")
        parse_header(text, "s/x.txt")
        check_published(text, "s/x.txt")
    elif name == "date":
        description = rng.choice(DESCRIPTIONS)
        for reader in (published_of, mail_date):
            try:
                reader(text, "s/x:1", description)
            except InputError as error:
                yield error
    elif name == "yaml":
        parse_description(data, "s/source.yaml")
    elif rng.randrange(ON_DISK):
        origin = Origin(KINDS[name].name, f"s/{KINDS[name].name}", "s", rng.choice(DESCRIPTIONS))
        yield from read_content(io.BytesIO(data), origin, len(data), MOST, LIMITS)
    else:
        path = root / KINDS[name].name
        path.write_bytes(data)
        yield from read_inputs([path], MOST)
        path.unlink()


@dataclass
class Result:
    """What a chunk of inputs came to."""

    kind: str
    inputs: int = 0
    seconds: float = 0.0
    documents: int = 0
    errors: int = 0
    slowest: float = 0.0
    checks: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Counts another chunk of the same kind with this one."""
        self.inputs += other.inputs
        self.seconds += other.seconds
        self.documents += other.documents
        self.errors += other.errors
        self.slowest = max(self.slowest, other.slowest)
        self.checks += other.checks
        self.failures += other.failures


opened: list[str] = []  # what the audit hook saw and the root does not hold
watched: list[Path] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if not watched:
        return
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if not path.startswith(ALLOWED) and not path.startswith(str(watched[0])):
            opened.append(f"open {path}")
    elif event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "ctypes.dlopen"}:
        opened.append(f"{event} {arguments!r}"[:200])


# Libraries load parts of themselves and of the time zones when they are first needed.
ALLOWED = tuple(
    {
        os.path.realpath(path)
        for path in (*zoneinfo.TZPATH, *sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)
    }
)


def fuzz(name: str, seed: int, inputs: int, deadline: float) -> Result:
    """Up to so many inputs of a kind; the same seed gives the same."""
    kind, result = KINDS[name], Result(name)
    logging.disable(logging.CRITICAL)
    rng = random.Random(f"{name}{seed}")
    if not getattr(fuzz, "hooked", False):
        sys.addaudithook(watch)
        fuzz.hooked = True  # type: ignore[attr-defined]  # a hook cannot be taken off again
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        begun = time.monotonic()
        for number in range(inputs):
            if time.time() > deadline or time.monotonic() - begun > CHUNK_SECONDS:
                break
            data = repacked(rng, name, changed(rng, kind))
            label = f"{name} seed {seed} input {number}"
            one(name, data, rng=rng, root=root, result=result, label=label)
        result.seconds = time.monotonic() - begun
    return result


def one(name: str, data: bytes, *, rng: random.Random, root: Path, result: Result, label: str) -> None:
    faulthandler.dump_traceback_later(HANG, exit=True)
    opened.clear()
    watched[:] = [root]
    started = time.perf_counter()
    trouble = ""
    try:
        for outcome in outcomes(name, data, rng, root):
            if isinstance(outcome, InputError):
                trouble = trouble or counted(outcome, result)
            else:
                result.documents += 1
    except InputError as error:
        trouble = trouble or counted(error, result)
    except UsageError:
        result.errors += 1
    except Exception as error:  # noqa: BLE001 - to find it is what this is for
        trouble = f"{type(error).__name__}: {error}"
    took = time.perf_counter() - started
    watched.clear()
    faulthandler.cancel_dump_traceback_later()
    result.inputs += 1
    result.slowest = max(result.slowest, took)
    if took > BOUND:
        trouble = trouble or f"took {took:.1f} s"
    trouble = trouble or "; ".join(opened)
    if trouble and len(result.failures) < TOLD:
        result.failures.append(f"{label}: {trouble}: {data[:300]!r}")


def counted(error: InputError, result: Result) -> str:
    """Counts an error; says what is wrong with it itself."""
    result.errors += 1
    result.checks[error.check] += 1
    fit = str(error).isprintable() and error.found.isprintable() and len(error.found) <= FOUND
    return "" if fit else f"cannot be printed: {str(error)!r}"


def run(names: list[str], inputs: int, seconds: float, processes: int, seed: int) -> dict[str, Result]:
    shares = sum(KINDS[name].share for name in names)
    left = {name: round(inputs * KINDS[name].share / shares) for name in names}
    results = {name: Result(name) for name in names}
    deadline = time.time() + seconds
    with ProcessPoolExecutor(max_workers=processes) as pool:
        while any(left.values()) and time.time() < deadline:
            seed += 1
            # Each kind gets its turn, so that a short run sees all of them.
            turn = {
                pool.submit(fuzz, name, seed, min(count, 1 + round(count / 4)), deadline): name
                for name, count in left.items()
                if count
            }
            for future in as_completed(turn):
                try:
                    part = future.result()
                except BrokenProcessPool:
                    # Which of the kinds in turn it was, each of them alone will tell.
                    results[turn[future]].failures.append(f"a process died in seed {seed} of {turn[future]} or another")
                    return results
                results[part.kind].add(part)
                left[part.kind] -= part.inputs
    return results


NOTICED, STEEP = 0.3, 25  # seconds below which a machine's moods decide; times for ten times the length
LENGTHS = (10_000, 100_000, 1_000_000)


def took(name: str, data: bytes) -> float:
    started = time.perf_counter()
    try:
        if name == "source.yaml":
            parse_description(data, "s/source.yaml")
        else:
            origin = Origin(name, f"s/{name}", "s")
            with closing(read_content(io.BytesIO(data), origin, len(data), 2 * MOST, LIMITS)) as found:
                for _ in found:
                    pass
    except InputError:
        pass
    return time.perf_counter() - started


def table() -> list[str]:
    """Prints milliseconds against lengths; gives what grows faster than its length."""
    slow = []
    print(f"\n{'milliseconds for … bytes':28}" + "".join(f"{length:>12,}" for length in LENGTHS))
    for what, (name, make) in LONG.items():
        took(name, make(100))  # what is loaded at the first use
        times = [took(name, make(length)) for length in LENGTHS]
        print(f"{what:28}" + "".join(f"{seconds * 1000:12.1f}" for seconds in times))
        if times[-1] > NOTICED and times[-1] > STEEP * times[-2]:
            slow.append(f"{what}: {times[-1]:.1f} s for ten times what took {times[-2]:.2f} s")
    return slow


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--no-table", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    slow = [] if options.no_table else table()
    names = [options.only] if options.only else list(KINDS)
    results = run(names, options.inputs, options.seconds, options.processes, options.seed)
    heads = f"{'inputs':>10}{'per second':>12}{'documents':>11}{'errors':>10}{'slowest ms':>12}"
    print(f"\n{'kind':10}{heads}  most frequent checks")
    for name, result in results.items():
        rate = result.inputs / result.seconds if result.seconds else 0
        checks = ", ".join(f"{check} {n}" for check, n in result.checks.most_common(4))
        counts = f"{result.inputs:>10,}{rate:>12,.0f}{result.documents:>11,}{result.errors:>10,}"
        counts += f"{result.slowest * 1000:>12.0f}"
        print(f"{name:10}{counts}  {checks}")
    failures = [failure for result in results.values() for failure in result.failures]
    total = sum(result.inputs for result in results.values())
    print(f"\n{total:,} inputs, {len(failures)} failures, {len(slow)} too slow by length (bound {BOUND} s)")
    for line in (*slow, *failures):
        print(line)
    return 1 if failures or slow else 0


if __name__ == "__main__":
    sys.exit(main())
