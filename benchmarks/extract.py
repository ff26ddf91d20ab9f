"""How fast the whole extraction is, and what it costs beside parsing alone.

    python benchmarks/extract.py FOLDER [--sample N] [--workers 2] [--profile]

Reads every n-th text of FOLDER (`.txt`, also in its folders), so that N are read. Printed: documents and sentences a
second of one core; the share of the rooms; the ratio to running the plain spaCy pipelines over the same sentences, all
of them, in the same run; and the throughput of several workers. Everything is loaded before a clock starts.
`--profile` lists what in the events room takes the most time by itself.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # as `tidings` does; read when NumPy is imported

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from spacy.util import load_model as load_plain  # noqa: E402 - after the number of threads is set

from tasks.events.find import find_mentions  # noqa: E402
from tasks.extract import extract, find_times  # noqa: E402
from tasks.parse.documents import parse_documents  # noqa: E402
from tasks.parse.gate import worth_parsing  # noqa: E402
from tasks.parse.models import OUR_MODELS  # noqa: E402
from tasks.read.raw import RawDocument  # noqa: E402
from tasks.read.seedfile import read_text  # noqa: E402
from tasks.text.analyse import analyse  # noqa: E402

BATCH = 128  # as tasks.parse has it


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--sample", type=int, default=60, metavar="N")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    raws = read(options.folder, options.sample)
    for raw in raws:
        extract(raw)  # loads and compiles what the languages need
    if options.profile:
        profile(raws)
        return
    spent, sentences = by_room(raws)
    seconds = sum(spent.values())
    plain, plain_as_ours = plain_pipelines(sentences, ours=False), plain_pipelines(sentences, ours=True)
    count = sum(map(len, sentences.values()))
    print(
        f"one core      {len(raws) / seconds:.1f} documents/s, {count / seconds:.0f} sentences/s ({len(raws)}, {count})"
    )
    print("share         " + "  ".join(f"{room} {part / seconds:.0%}" for room, part in spent.items()))
    print(f"plain spaCy   {count / plain:.0f} sentences/s; extraction is {plain / seconds:.2f} x as fast")
    print(
        f"with our BLAS {count / plain_as_ours:.0f} sentences/s; extraction is {plain_as_ours / seconds:.2f} x as fast"
    )
    rate = len(raws) / in_workers(raws, 1), len(raws) / in_workers(raws, options.workers)
    print(f"processes     1: {rate[0]:.1f} documents/s, {options.workers}: {rate[1]:.1f} ({rate[1] / rate[0]:.2f} x)")


def read(folder: Path, sample: int) -> list[RawDocument]:
    """Texts spread evenly over a folder."""
    paths = sorted(folder.rglob("*.txt"))
    chosen = paths[:: max(1, len(paths) // sample)][:sample]
    return [
        read_text(path.read_text(encoding="utf-8"), doc_id=path.stem, source="benchmark", uri=path.name)
        for path in chosen
    ]


def by_room(raws: Sequence[RawDocument]) -> tuple[dict[str, float], dict[str, list[str]]]:
    """Seconds of the processor by room, and all sentences by language."""
    spent: dict[str, float] = defaultdict(float)
    sentences: dict[str, list[str]] = defaultdict(list)
    for raw in raws:
        at = time.process_time()
        document = analyse(raw)
        at = _lap(spent, "text", at)
        times = tuple(find_times(document))
        at = _lap(spent, "dates", at)
        worth_parsing(document)
        gate = time.process_time() - at
        at = time.process_time()
        parsed = parse_documents([(document, times)])[0]
        at = _lap(spent, "parse", at)
        spent["gate"] += gate
        spent["parse"] -= gate  # it asks the gate by itself
        find_mentions(document, times, parsed=parsed)
        _lap(spent, "events", at)
        for one in document.sentences:
            language = document.segments[one.segment_no].language
            if OUR_MODELS.reads(language):
                sentences[language].append(document.text[one.start : one.end])
    return dict(spent), dict(sentences)


def plain_pipelines(sentences: dict[str, list[str]], *, ours: bool) -> float:
    """Seconds of the processor that the pipelines take over all sentences, with Thinc's BLAS or with NumPy's."""
    from tasks.parse.blas import use_blas

    spent = 0.0
    for language, texts in sentences.items():
        nlp = load_plain(OUR_MODELS.place(language))
        if ours:
            use_blas(nlp)
        list(nlp.pipe(texts[:20]))
        at = time.process_time()
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass
        spent += time.process_time() - at
    return spent


def in_workers(raws: Sequence[RawDocument], workers: int) -> float:
    """Seconds by the wall clock that so many processes take, each of which has read the texts once."""
    parts = [raws[start::workers] for start in range(workers)]
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for wait in [pool.submit(_extract_all, raws) for _ in range(workers * 2)]:
            wait.result()
        at = time.perf_counter()
        for wait in [pool.submit(_extract_all, part) for part in parts]:
            wait.result()
        return time.perf_counter() - at


def profile(raws: Sequence[RawDocument]) -> None:
    """Print the functions of the events room that take the most time by themselves."""
    read_already = []
    for raw in raws:
        document = analyse(raw)
        times = tuple(find_times(document))
        read_already.append((document, times, parse_documents([(document, times)])[0]))
    watch = cProfile.Profile()
    watch.enable()
    for document, times, parsed in read_already:
        find_mentions(document, times, parsed=parsed)
    watch.disable()
    pstats.Stats(watch).strip_dirs().sort_stats("tottime").print_stats(25)


def _extract_all(raws: Sequence[RawDocument]) -> None:
    for raw in raws:
        extract(raw)


def _lap(spent: dict[str, float], room: str, since: float) -> float:
    now = time.process_time()
    spent[room] += now - since
    return now


if __name__ == "__main__":
    main()
