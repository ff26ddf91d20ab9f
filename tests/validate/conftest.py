"""One shard with a good, a bad and a quiet document, validated twice; each validation costs a second."""

from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest
from good_rows import HOSTILE, changed, shard, tables

from tasks.validate.shard import validate_shard


@pytest.fixture(scope="session")
def parted_twice():
    bad = {"trigger_text": HOSTILE, "trigger_start": 0, "language": HOSTILE, "confidence": 2.0}
    quiet = {name: rows if name in {"documents", "segments"} else [] for name, rows in shard("quiet").items()}
    mixed = tables(shard("whole"), changed(shard("bad"), "mentions", bad), quiet)
    other_run = {name: in_run(rows, "run-2") for name, rows in mixed.items()}
    with ThreadPoolExecutor(2) as pool:
        return tuple(pool.map(validate_shard, (mixed, other_run)))


@pytest.fixture(scope="session")
def parted(parted_twice):
    return parted_twice[0]


@pytest.fixture(scope="session")
def parted_again(parted_twice):
    """The same rows of another run, at the same time in another thread."""
    return parted_twice[1]


def in_run(rows, run_id):
    return rows.set_column(rows.column_names.index("run_id"), "run_id", pa.array([run_id] * len(rows), pa.string()))
