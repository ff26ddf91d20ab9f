import html
import re

import pytest
from good_rows import HOSTILE, event, table

from tasks.errors import LakeError
from tasks.validate.docs import build_docs, save_results
from tasks.validate.merge import merge_results
from tasks.validate.shard import validate_table


@pytest.fixture(scope="module")
def pages(parted, tmp_path_factory):
    """The pages of a run of two shards, which are alike, and the events, by name."""
    folder = tmp_path_factory.mktemp("docs")
    save_results(parted.results, folder / "run/0")
    save_results(parted.results, folder / "run/1")
    save_results(validate_table("events", table("events", [event()])).results, folder / "run/events")
    index = build_docs(folder / "run", folder / "site" / "validation")
    return {path.stem: path.read_text(encoding="utf-8") for path in index.parent.iterdir()}


def test_there_is_a_page_for_each_table_and_an_index_that_links_them(pages):
    names = {"documents", "segments", "time_expressions", "mentions", "participants", "casualties", "events"}
    assert pages.keys() == {"index", *names}
    assert set(re.findall(r'href="(\w+)\.html"', pages["index"])) == names
    assert all('href="index.html"' in pages[name] for name in names)


def test_pages_load_nothing_and_run_nothing(pages):
    loading = re.compile(r"""https?://|//\w+\.|<script|<link|<img|<iframe|url\(|@import|\bsrc=["']|\bon\w+=["']""")
    for page in pages.values():
        assert not loading.findall(page)
        assert "default-src 'none'" in page


def test_what_stands_in_documents_is_shown_and_escaped(pages):
    assert html.escape(HOSTILE) in pages["mentions"]
    assert "<script" not in "".join(pages.values())


def test_pages_tell_what_failed(pages):
    assert re.search(r"2 unexpected values found\. 50(\.0)?% of 4 total rows", pages["mentions"])
    assert "expected a trigger inside its sentence" in pages["mentions"]
    assert 'fa-check-circle text-success"></i> events' in pages["events"]
    assert 'fa-times text-danger"></i> mentions' in pages["mentions"]


def test_index_counts_rows_of_all_batches(pages):
    row = re.search(r">mentions</a></td>(.*?)</tr>", pages["index"]).group(1)
    assert re.findall(r">([\d,]+)<", row)[:2] == ["2", "4"]


def test_no_results_make_an_empty_index(tmp_path):
    index = build_docs(tmp_path / "nowhere", tmp_path / "site")
    assert "Nothing was validated" in index.read_text(encoding="utf-8")
    assert list(index.parent.iterdir()) == [index]


@pytest.mark.parametrize("damaged", ["{", "[]", "{}"])
def test_a_damaged_result_is_named(tmp_path, damaged):
    (tmp_path / "mentions.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(LakeError, match=r"mentions\.json"):
        build_docs(tmp_path, tmp_path / "site")


def result(success, **found):
    config = {"meta": {"label": "x"}, "severity": "critical", "type": "t"}
    one = {"success": success, "expectation_config": config, "result": found}
    return {"success": success, "results": [one], "statistics": {}}


def counts(element_count, unexpected_count, missing_count=0, shown=()):
    return {
        "element_count": element_count, "unexpected_count": unexpected_count, "missing_count": missing_count,
        "unexpected_percent": 0.0, "unexpected_percent_nonmissing": 0.0, "missing_percent": 0.0,
        "partial_unexpected_list": list(shown),
    }  # fmt: skip


def test_counts_of_batches_are_added_up():
    merged = merge_results([result(True, **counts(10, 0)), result(False, **counts(30, 4, 20, "abcd"))])
    assert merged["success"] is False
    assert merged["statistics"]["unsuccessful_expectations"] == 1
    assert merged["results"][0]["result"] == {
        "element_count": 40, "unexpected_count": 4, "missing_count": 20, "unexpected_percent": 10.0,
        "unexpected_percent_nonmissing": 20.0, "missing_percent": 50.0, "partial_unexpected_list": list("abcd"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("observed", "expected"),
    [([0.5, 2.0, None], "0.5 to 2 in 3 batches"), ([7.5], 7.5), ([None], None), ([1, 1], 1)],
)
def test_observed_values_of_batches_become_a_range(observed, expected):
    merged = merge_results([result(True, observed_value=value) for value in observed])
    assert merged["results"][0]["result"]["observed_value"] == expected
