"""The results of a table in several shards, as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_SHOWN = 5  # failing values shown of one expectation
_PERCENT_OF = {"unexpected_percent": "element_count", "unexpected_percent_total": "element_count",
               "unexpected_percent_nonmissing": "present", "missing_percent": "element_count"}  # fmt: skip


def merge_results(results: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One validation result out of those of several batches: counts added up, failing values of the first few.

    Args:
        results: validation results of one table, one or more.
    """
    by_label: dict[str, list[Mapping[str, Any]]] = {}
    merged: dict[str, Any] = {}
    for result in results:
        merged = merged or dict(result)
        for one in result["results"]:
            by_label.setdefault(one["expectation_config"]["meta"]["label"], []).append(one)
    merged["results"] = [_merged(batches) for batches in by_label.values()]
    merged["success"] = all(one["success"] for one in merged["results"])
    merged["statistics"] = _statistics(merged["results"])
    return merged


def _merged(batches: list[Mapping[str, Any]]) -> dict[str, Any]:
    worst = next((one for one in batches if not one["success"]), batches[0])
    found = [one["result"] for one in batches]
    result = dict(worst["result"])
    if all("element_count" in one for one in found):
        for count in ("element_count", "unexpected_count", "missing_count"):
            if count in result:
                result[count] = sum(one[count] for one in found)
        result["partial_unexpected_list"] = [v for one in found for v in one["partial_unexpected_list"]][:_SHOWN]
        total = {"element_count": result["element_count"]}
        total["present"] = total["element_count"] - result.get("missing_count", 0)
        for percent, of in _PERCENT_OF.items():
            if percent in result:
                count = result["missing_count" if percent == "missing_percent" else "unexpected_count"]
                result[percent] = 100 * count / total[of] if total[of] else None
    elif "observed_value" in result:
        result["observed_value"] = _range([one.get("observed_value") for one in found], result["observed_value"])
    return {**worst, "success": all(one["success"] for one in batches), "result": result}


def _range(observed: list[Any], worst: object) -> object:
    numbers = [value for value in observed if isinstance(value, int | float)]
    if not numbers or min(numbers) == max(numbers):
        return worst
    return f"{min(numbers):g} to {max(numbers):g} in {len(observed)} batches"


def _statistics(results: list[dict[str, Any]]) -> dict[str, Any]:
    successful = sum(one["success"] for one in results)
    return {
        "evaluated_expectations": len(results),
        "successful_expectations": successful,
        "unsuccessful_expectations": len(results) - successful,
        "success_percent": 100 * successful / len(results) if results else None,
    }
