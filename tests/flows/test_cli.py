"""The `tidings` command as a user types it: output and exit codes."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from prefect.settings import PREFECT_API_URL

from tasks.settings import ROOT, VERSION
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake
from tests.flows.conftest import ALEPPO, contents, write

MAIN = [sys.executable, "-c", "from flows.cli import main; main()"]


def tidings(*arguments, text=None, **env):
    """Runs the command to its end, against the tests' Prefect server unless told otherwise."""
    env = os.environ | {"PREFECT_API_URL": PREFECT_API_URL.value()} | env
    return subprocess.run(
        [*MAIN, *map(str, arguments)], input=text, capture_output=True, text=True, cwd=ROOT, env=env, check=False
    )


@pytest.fixture(scope="module")
def lake(aleppo):
    return aleppo[0].root


def test_run_ends_with_a_summary(seeds, tmp_path):
    done = tidings("run", seeds, "--lake", tmp_path / "lake")
    assert done.returncode == 0, done.stderr
    assert "3 new, 0 changed, 0 unchanged" in done.stdout
    assert "ASSAULT" in done.stdout
    assert str(tmp_path / "lake") in done.stdout
    assert "tidings sql" in done.stdout
    again = tidings("run", seeds, "--lake", tmp_path / "lake")
    assert "0 new, 0 changed, 3 unchanged" in again.stdout
    assert "nothing to do" in again.stdout


def test_run_works_with_no_server(seeds, tmp_path):
    env = {"PREFECT_API_URL": "", "PREFECT_HOME": str(tmp_path / "prefect")}
    done = tidings("run", seeds, "--lake", tmp_path / "lake", "--json", **env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents_new"] == 3
    assert not done.stderr


def test_rejected_input_is_exit_code_3(seeds, tmp_path):
    write(seeds / "avis", "004_d", "date 2016-13 Tekst.")
    done = tidings("run", seeds, "--lake", tmp_path / "lake")
    assert done.returncode == 3
    assert "1 inputs rejected" in done.stdout
    listed = tidings("rejects", "--lake", tmp_path / "lake")
    assert "avis/004_d.txt" in listed.stdout
    assert "month 13" in listed.stdout
    assert tidings("run", seeds, "--lake", tmp_path / "lake", "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("run", "/no/such/folder"), 2, "/no/such/folder"),
        (("run", "--workers", "0"), 2, "--workers"),
        (("run", "--nothing"), 2, "--nothing"),
        (("nothing",), 2, "nothing"),
        (("tables",), 1, "'tidings run' makes the lake"),
        (("rejects",), 1, "'tidings run' makes the lake"),
        (("sql", "select 1 from documents"), 1, "'tidings run' makes the lake"),
        (("docs",), 1, "tidings run"),
        (("extract", "/no/such/file"), 2, "no such file"),
        (("dates", "--published", "2016-13"), 1, "month 13"),
        (("dates", "--language", "xx"), 2, "no resources for it; there are"),
    ],
)
def test_errors_are_one_sentence_and_a_code(arguments, code, message, tmp_path):
    done = tidings(*arguments, TIDINGS_LAKE=str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_variable_is_named():
    done = tidings("tables", TIDINGS_WORKERS="many")
    assert done.returncode == 2
    assert "TIDINGS_WORKERS" in done.stderr


def test_tables_lists_the_nine(lake):
    done = tidings("tables", "--lake", lake, "--json")
    assert [row["table"] for row in json.loads(done.stdout)] == list(TABLES)
    assert "one report of one event" in tidings("tables", "--lake", lake).stdout


def test_sql_answers_with_participants_at_hand(lake):
    sql = (
        "select event_type, event_date, actor, recipient, claimant from mentions where recipient like '%barnesykehus%'"
    )
    [row] = json.loads(tidings("sql", sql, "--lake", lake, "--json").stdout)
    assert row["event_type"] == "ASSAULT"
    assert "SOHR" in row["claimant"]
    assert "ASSAULT" in tidings("sql", sql, "--lake", lake).stdout


@pytest.mark.parametrize(
    "sql",
    [
        "select * from nothing",
        "selec",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "copy documents to '/tmp/tidings-test-copy.csv'",
        "attach '/tmp/tidings-test.db'",
        "install httpfs",
        "set enable_external_access = true",
    ],
)
def test_sql_stays_inside_the_lake(lake, sql):
    done = tidings("sql", sql, "--lake", lake)
    assert done.returncode == 2
    assert done.stderr.startswith("tidings: sql: ")
    assert done.stdout == ""


def test_extract_prints_the_mentions_of_one_text_and_stores_nothing(tmp_path):
    text = "Minst fem sivile ble drept i et flyangrep mot Aleppo torsdag, ifølge SOHR."
    done = tidings(
        "extract", "-", "--published", "2016-11-04", "--json", text=text, TIDINGS_LAKE=str(tmp_path / "lake")
    )
    rows = json.loads(done.stdout)
    assert {row["event_type"] for row in rows} == {"ASSAULT"}
    assert any(row["event_date"] == "2016-11-03" and "SOHR" in row["claimants"] for row in rows)
    assert not (tmp_path / "lake").exists()
    evidence, trigger = rows[0]["evidence_bytes"], rows[0]["trigger_bytes"]
    assert text.encode()[slice(*evidence)].decode() == rows[0]["evidence"]
    assert text.encode()[slice(*trigger)].decode() == rows[0]["trigger_text"]
    shown = tidings("extract", ALEPPO / "003_4922ec31bfbd6dd3.txt").stdout
    assert "language en" in shown
    assert "published 2016-10-03" in shown


def test_dates_answers_line_by_line():
    done = tidings("dates", "--language", "nb", "--published", "2016-11", text="på onsdag\n\n22. september 2016\n")
    first, empty, last = map(json.loads, done.stdout.splitlines())
    assert first[0]["value"].startswith("[2016-")
    assert empty == []
    assert (last[0]["value"], last[0]["date_start"]) == ("2016-09-22", "2016-09-22")


def test_doctor_finds_the_project_well(lake):
    done = tidings("doctor", "--lake", lake, "--json")
    checks = {check["name"]: check for check in json.loads(done.stdout)}
    assert done.returncode == 0
    assert {"python", "prefect", "language nb", "language en", "lake", "prefect server"} <= set(checks)
    assert "documents 3" in checks["lake"]["found"]
    broken = tidings("doctor", TIDINGS_REFERENCE="/no/such/folder")
    assert broken.returncode == 1
    assert "TIDINGS_REFERENCE" in broken.stdout


def test_docs_are_pages_that_load_nothing(lake, tmp_path):
    done = tidings("docs", "--lake", lake, "--to", tmp_path / "docs")
    assert done.returncode == 0, done.stderr
    index = tmp_path / "docs" / "index.html"
    assert done.stdout.strip() == str(index)
    assert "mentions" in index.read_text(encoding="utf-8")


def test_version_and_help():
    assert tidings("--version").stdout == f"tidings {VERSION}\n"
    helped = tidings("--help").stdout
    for command in ("run", "extract", "dates", "tables", "sql", "rejects", "docs", "doctor"):
        assert command in helped


STAGED, FIRST_TABLE = "_staging/*/00000/raw.parquet", "segments/_delta_log/*1.json"


@pytest.mark.parametrize(
    ("stop", "sign"), [(signal.SIGINT, STAGED), (signal.SIGKILL, STAGED), (signal.SIGKILL, FIRST_TABLE)]
)
def test_a_stopped_run_is_completed_by_the_next(stop, sign, aleppo, tmp_path):
    """Stopped for real as soon as a sign of the step appears: texts staged, or the first table committed."""
    env = os.environ | {"PREFECT_API_URL": PREFECT_API_URL.value()}
    # Tests that run in the background of a shell are started deaf to Ctrl-C.
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); " + MAIN[-1]
    command = [*MAIN[:-1], code, "run", str(ALEPPO), "--lake", str(tmp_path / "lake")]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not list((tmp_path / "lake").glob(sign)) and time.monotonic() < end:
        time.sleep(0.005)
    process.send_signal(stop)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    if stop == signal.SIGINT:
        assert process.returncode == 1
        assert "the next run does the rest" in errors
        assert "Traceback" not in errors
    assert tidings("run", ALEPPO, "--lake", tmp_path / "lake").returncode == 0
    assert contents(tmp_path / "lake") == contents(aleppo[0].root)
    assert not Lake(tmp_path / "lake").staging.exists()
