"""Data Docs pages that can be read with no network.

Great Expectations' own page links its styles and scripts from elsewhere and does not escape all values. Here its
renderers make the sections, a page of our own frames them, and values from documents never pass through its templates.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tidings: TITLE</title>
<style>STYLE</style>
</head>
"""
_PAGE = """<body>
<nav class="top"><a href="index.html">All tables</a></nav>
<div class="page">
<aside><ol>
{% for section in sections %}<li><a href="#section-{{ loop.index }}">{{ section["section_name"] }}</a></li>
{% endfor %}</ol></aside>
<main>
<h1>{{ mark | safe }} {{ title }}</h1>
{% for section in sections %}{% set section_loop = loop %}{% include "section.j2" %}{% endfor %}
</main>
</div>
</body>
</html>
"""
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
nav.top { padding: .6rem 1.5rem; border-bottom: 1px solid var(--line); }
.page { display: flex; gap: 2rem; padding: 1rem 1.5rem; }
aside { flex: 0 0 15rem; font-size: .85rem; }
aside ol { position: sticky; top: 1rem; max-height: 92vh; overflow: auto; margin: 0; padding: 0; list-style: none; }
main { flex: 1; min-width: 0; }
a { color: inherit; }
h1 { font-size: 1.4rem; } h4, h5, h6 { margin: .6rem 0 .3rem; font-size: 1rem; }
.ge-section { border-top: 1px solid var(--line); padding-top: .5rem; margin-bottom: 1.2rem; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
th { background: var(--soft); }
td { overflow-wrap: anywhere; }
.ge-section th:first-child { width: 3rem; } .ge-section th:last-child:not(:first-child) { width: 9rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.badge { padding: 0 .35rem; border-radius: .3rem; background: var(--soft); font-family: ui-monospace, monospace; }
.text-success { color: var(--good); } .text-danger { color: var(--bad); } .text-warning { color: var(--warn); }
.fa-check-circle::before { content: "\\2713"; } .fa-times::before { content: "\\2717"; }
.fa-exclamation-triangle::before { content: "\\26A0"; }
i[class*="fa-"] { font-style: normal; font-weight: bold; }
.cooltip > .top, .hide-succeeded-validation-target-child > :empty { display: none; }
.cooltip:hover > .top { display: inline; margin-left: .5rem; opacity: .8; }
a[data-toggle="collapse"] { display: none; }
@media (max-width: 45rem) { .page { display: block; } aside { display: none; } }
"""


def table_page(name: str, result: Mapping[str, Any]) -> str:
    """The page of one table, as HTML.

    Args:
        name: the table's name.
        result: its validation result as JSON values, as `check` gives it.
    """
    from great_expectations.core.expectation_validation_result import expectationSuiteValidationResultSchema
    from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer
    from great_expectations.render.view.view import DefaultJinjaPageView

    values: list[str] = []
    results = [{**one, "result": _masked(one["result"], values)} for one in result["results"]]
    loaded = expectationSuiteValidationResultSchema.load({**result, "results": results})
    document = ValidationResultsPageRenderer().render(loaded).to_json_dict()
    # The overview's first block links a suite page that is not made, its last the run's time, which is not known here.
    document["sections"][0]["content_blocks"] = document["sections"][0]["content_blocks"][1:-1]
    view = DefaultJinjaPageView()
    page = view.env.from_string(_PAGE).render(document, title=name, mark=_mark(result))
    return _head(name) + re.sub(r"VALUE(\d+)MASKED", lambda match: html.escape(values[int(match[1])]), page)


def index_page(results: Mapping[str, Mapping[str, Any]], batches: Mapping[str, int]) -> str:
    """The page that lists the tables, as HTML.

    Args:
        results: the merged result of each table.
        batches: how many batches of each table were validated.
    """
    rows = "".join(_index_row(name, result, batches[name]) for name, result in results.items())
    head = "".join(
        f'<th class="number">{title}</th>'
        for title in ("batches", "rows", "expectations", "critical ones failed", "warnings")
    )
    return (
        f'{_head("validation of the last run")}<body>\n<div class="page"><main><h1>Validation of the last run</h1>\n'
        f"<p>A row that fails a critical expectation is in <code>rejects</code>; one that only warns is kept.</p>\n"
        f"<table><thead><tr><th></th><th>table</th>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"
        f"{'' if rows else '<p>Nothing was validated.</p>'}</main></div>\n</body>\n</html>\n"
    )


def _index_row(name: str, result: Mapping[str, Any], batches: int) -> str:
    failed = _failed(result)
    critical = failed.count("critical")
    rows = max((one["result"].get("element_count", 0) for one in result["results"]), default=0)
    numbers = (batches, rows, len(result["results"]), critical, len(failed) - critical)
    cells = "".join(f'<td class="number">{number:,}</td>' for number in numbers)
    return f'<tr><td>{_mark(result)}</td><td><a href="{name}.html">{name}</a></td>{cells}</tr>\n'


def _mark(result: Mapping[str, Any]) -> str:
    failed = _failed(result)
    if "critical" in failed:
        return '<i class="fa-times text-danger"></i>'
    return f'<i class="fa-{"exclamation-triangle text-warning" if failed else "check-circle text-success"}"></i>'


def _failed(result: Mapping[str, Any]) -> list[str]:
    """The severities of the expectations that failed."""
    return [one["expectation_config"]["severity"] for one in result["results"] if not one["success"]]


def _head(title: str) -> str:
    return _HEAD.replace("TITLE", html.escape(title)).replace("STYLE", _STYLE)


def _masked(found: Any, values: list[str]) -> Any:
    """The same with every text in it put aside in `values`, and a word in its place that no template changes."""
    if isinstance(found, str):
        values.append(found)
        return f"VALUE{len(values) - 1}MASKED"
    if isinstance(found, Mapping):
        return {key: _masked(value, values) for key, value in found.items()}
    if isinstance(found, list | tuple):
        return [_masked(value, values) for value in found]
    return found
