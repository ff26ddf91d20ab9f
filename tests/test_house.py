"""The rules of the house: who may import what, and what code may not hold."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for top in ("flows", "tasks", "expectations") for path in (ROOT / top).rglob("*.py"))
# From the top of the design's list to its bottom; data walks down, imports look up.
ROOMS = ("read", "text", "dates", "parse", "events", "places", "actors", "incidents", "tables", "validate")
FORBIDDEN_CALLS = {"now", "utcnow", "today", "getenv", "urlopen", "time", "monotonic"}
NETWORK = {"socket", "urllib", "http", "httpx", "requests", "aiohttp", "ftplib"}


def name(path):
    return path.relative_to(ROOT).as_posix()


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path):
    """Every imported module, with whether that happens when the file itself is imported."""
    body = tree(path)
    inside = {id(n) for f in ast.walk(body) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    for node in ast.walk(body):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) not in inside
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) not in inside
            for alias in node.names:
                yield f"{node.module}.{alias.name}", id(node) not in inside


def importers(package):
    return {name(p): at_once for p in SOURCES for module, at_once in imports(p) if module.split(".")[0] == package}


def test_the_rules_look_at_something():
    assert len(SOURCES) > 40


def test_only_flows_and_steps_import_prefect():
    assert importers("prefect")
    assert {p for p in importers("prefect") if not p.startswith("flows/") and p != "tasks/steps.py"} == set()


def test_great_expectations_is_imported_at_the_time_of_use_and_only_to_validate():
    found = importers("great_expectations")
    assert found
    assert {p for p in found if not p.startswith(("expectations/", "tasks/validate/"))} == set()
    assert {p for p, at_once in found.items() if at_once} == set()


def test_only_the_tables_room_writes_tables():
    writers = re.compile(r"\bwrite_deltalake\b|\bwrite_table\(|\.to_parquet\(|\bwrite_dataset\(")
    found = {name(p) for p in SOURCES if writers.search(p.read_text(encoding="utf-8"))}
    assert found == {"tasks/tables/lake.py", "tasks/tables/staging.py"}


def test_only_the_parse_room_imports_spacy():
    assert {p for p in importers("spacy") if not p.startswith("tasks/parse/")} == set()


@pytest.mark.parametrize("path", [p for p in SOURCES if p.parts[-3] == "tasks"], ids=name)
def test_a_room_imports_only_rooms_above_it(path):
    above = set(ROOMS[: ROOMS.index(path.parts[-2]) + 1])
    used = {m.split(".")[1] for m, _ in imports(path) if m.startswith("tasks.") and m.count(".") > 1}
    assert used & set(ROOMS) <= above


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if name(p) in {"tasks/errors.py", "tasks/settings.py", "tasks/safe_yaml.py"}], ids=name
)
def test_errors_settings_and_yaml_import_no_room(path):
    assert not [m for m, _ in imports(path) if m.startswith(("tasks", "flows"))]


@pytest.mark.parametrize("path", [p for p in SOURCES if name(p).startswith("tasks/")], ids=name)
def test_tasks_do_not_read_the_clock_the_environment_or_the_network(path):
    calls = [n.func for n in ast.walk(tree(path)) if isinstance(n, ast.Call)]
    named = {f.attr for f in calls if isinstance(f, ast.Attribute)} | {f.id for f in calls if isinstance(f, ast.Name)}
    assert not named & FORBIDDEN_CALLS
    assert not [n for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and n.attr == "environ"]
    assert not [m for m, _ in imports(path) if m.split(".")[0] in NETWORK]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_language_is_named_in_code(path):
    tags = {"nb", "nn", "no", "da", "sv", "de"}
    compared = [
        constant.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Compare)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant)
    ]
    assert not tags & {value for value in compared if isinstance(value, str)}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_is_unpickled_and_no_yaml_is_loaded_unsafely(path):
    assert not {m for m, _ in imports(path) if m.split(".")[0] in {"pickle", "dill", "shelve", "marshal"}}
    if name(path) != "tasks/safe_yaml.py":
        assert not [m for m, _ in imports(path) if m.split(".")[0] in {"yaml", "ruamel"}]


def test_the_lock_names_no_index_and_pins_every_package_with_hashes():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [i for i, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]
    assert len(pins) > 50
    assert all("==" in lines[i] and "--hash=sha256:" in lines[i + 1] for i in pins)
    assert not [line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra", "--find"))]


def test_fastapi_is_one_that_the_server_starts_with():
    [pin] = re.findall(r"^fastapi==0\.(\d+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert 139 <= int(pin) < 151
