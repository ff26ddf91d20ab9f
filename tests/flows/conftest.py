import flows  # noqa: F401, I001 - before prefect reads its settings
import pytest
from prefect.testing.utilities import prefect_test_harness

from flows.ingest import ingest
from tasks.settings import ROOT
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake

ALEPPO = ROOT / "seeds" / "aleppo-2016"
VERSIONS = {"run_id", "pipeline_version"}


@pytest.fixture(scope="session", autouse=True)
def prefect_server():
    """A Prefect server with a database of its own, started once: it takes some ten seconds."""
    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture(scope="session")
def aleppo(tmp_path_factory):
    """The lake of the three seeds; tests read it and leave it as it is."""
    root = tmp_path_factory.mktemp("aleppo") / "lake"
    report = ingest(seeds=[ALEPPO], lake=root)
    return Lake(root), report


@pytest.fixture
def seeds(tmp_path):
    """Three small documents of a source of their own."""
    folder = tmp_path / "seeds" / "avis"
    folder.mkdir(parents=True)
    three_documents(folder)
    return folder.parent


def three_documents(folder):
    write(folder, "001_a", "date 2016-11-04 Minst fem sivile ble drept i et flyangrep mot Aleppo torsdag, ifølge SOHR.")
    write(folder, "002_b", "date 2016-11 Opprørere skjøt raketter mot Homs onsdag. Ti ble såret, melder AFP.")
    write(folder, "003_c", "date 2016-10-03 Two barrel bombs hit a hospital in Aleppo on Saturday, a doctor said.")


def write(folder, stem, text):
    (folder / f"{stem}.txt").write_text(text, encoding="utf-8")


def run(seeds, lake, **options):
    return ingest(seeds=[seeds], lake=lake, **options)


def versions(root):
    return {name: Lake(root).version(name) for name in TABLES}


def contents(root, tables=tuple(n for n in TABLES if n != "runs")):
    """All rows of a lake in a fixed order, without what names the run."""
    found = {}
    for name in tables:
        columns = [column for column in TABLES[name].names if column not in VERSIONS]
        rows = Lake(root).read(name, columns).to_pylist()
        found[name] = sorted(rows, key=lambda row: [str(row[key]) for key in TABLES[name].key])
    return found
