import subprocess
import sys

import pyarrow as pa
import pytest

from expectations.expectation import between, one_of
from expectations.from_contract import from_contract
from expectations.suites import EXPECTATIONS, expected_of, suite
from tasks.tables.contracts import TABLES
from tasks.validate.facts import MEASURES, Shard, facts

EMPTY = Shard({name: table.arrow.empty_table() for name, table in TABLES.items()})


def test_every_table_of_the_contract_has_its_expectations():
    assert EXPECTATIONS.keys() == TABLES.keys()


@pytest.mark.parametrize("name", TABLES)
class TestTable:
    def test_labels_tell_expectations_apart(self, name):
        labels = [expectation.label for expectation in EXPECTATIONS[name]]
        assert len(labels) == len(set(labels))

    def test_columns_are_those_of_the_contract(self, name):
        for expectation in EXPECTATIONS[name]:
            assert set(expectation.columns) <= set(TABLES[name].names), expectation.label

    def test_facts_that_are_expected_are_the_facts_that_are_computed(self, name):
        used = {expectation.kwargs.get("column") for expectation in EXPECTATIONS[name]} - {None, *TABLES[name].names}
        assert used == facts(name, EMPTY).keys()

    def test_columns_that_must_have_a_value_are_guarded(self, name):
        needed = {column.name for column in TABLES[name].columns if not column.nullable}
        guarded = {column for expectation in from_contract(TABLES[name]) for column in expectation.columns}
        assert needed <= guarded

    def test_great_expectations_takes_the_suite(self, name):
        built = suite(name, EXPECTATIONS[name])
        assert len(built.expectations) == len(EXPECTATIONS[name])
        assert {str(e.severity.value) for e in built.expectations} <= {"critical", "warning"}


def test_facts_are_true_or_false_and_measures_are_numbers():
    for name in TABLES:
        for fact, values in facts(name, EMPTY).items():
            assert values.type == (pa.float64() if fact in MEASURES else pa.bool_()), fact


def test_shares_and_means_are_left_out_of_small_batches():
    few = [expectation.label for expectation in expected_of("documents", 19)]
    assert [e.name for e in expected_of("documents", 20) if e.label not in few] == [
        "mean_share_with_segments",
        "mean_mentions_per_1000_chars",
    ]


@pytest.mark.parametrize(
    ("expectation", "expected"),
    [
        (one_of("x", "ab"), "one of a, b"),
        (one_of("x", "abcdefghij"), "one of a, b, c, d, e, f, g, h, … (10 values)"),
        (between("x", 1, None), "a number of at least 1"),
        (between("x", None, 100_000), "a number of at most 100,000"),
        (between("x", -90, 90), "a number from -90 to 90"),
    ],
)
def test_expectations_say_what_they_expect(expectation, expected):
    assert expectation.expected == expected


def test_describing_loads_no_heavy_library():
    loaded = "import sys, expectations.suites, tasks.validate.shard; print('great_expectations' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True).strip() == "False"
