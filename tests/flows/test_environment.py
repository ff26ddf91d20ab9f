"""Settings that must be in place before a library is imported."""

from __future__ import annotations

import subprocess
import sys


def test_prefect_gives_its_server_time_to_start() -> None:
    code = (
        "import flows.ingest; from prefect.settings import PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS as seconds;"
        "print(seconds.value())"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "180\n"
