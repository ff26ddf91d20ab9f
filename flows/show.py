"""What commands print: tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tasks.report import RunReport

_PIPE_WIDTH = 200  # characters where the output is no terminal
_CELL = 300  # characters of a value that a table shows


def console() -> Console:
    """The terminal, or a wide page where the output goes to a file or pipe."""
    return Console() if sys.stdout.isatty() else Console(width=_PIPE_WIDTH)


def as_json(value: object) -> str:
    """JSON with dates in ISO 8601 and other scripts as they are."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def rows(columns: Sequence[str], values: Sequence[Sequence[Any]], title: str | None = None) -> None:
    """Prints a table; texts from documents are shown as they are, never as markup."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(escape(column), overflow="fold")
    for row in values:
        table.add_row(*(escape(_cell(value)) for value in row))
    console().print(table)


def summary(report: RunReport, lake: Path) -> None:
    """The last screen of a run: what came in, what was found, where it is, what to type next."""
    out = console()
    counts: Mapping[str, int] = {
        "new": report.documents_new,
        "changed": report.documents_changed,
        "unchanged": report.documents_unchanged,
        "rejected": report.documents_rejected,
        "inputs rejected": report.inputs_rejected,
    }
    out.print("documents  " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    if report.documents_recovered:
        out.print(f"           {report.documents_recovered} left by a run that was cut off were committed")
    if report.documents_unsupported:
        out.print(f"           {report.documents_unsupported} in an unsupported language (stored, not read for events)")
    total = sum(report.mentions_by_type.values())
    types = ", ".join(f"{name} {count}" for name, count in report.mentions_by_type.items())
    out.print(f"mentions   {total}" + (f": {types}" if types else ""))
    if report.rows_rejected:
        out.print(f"rejects    {report.rows_rejected} new: see 'tidings rejects'")
    elif report.rejected:
        out.print("rejects    see 'tidings rejects'")
    if report.warnings:
        out.print("warnings   " + ", ".join(f"{name} {count}" for name, count in report.warnings.items()))
    where = lake.relative_to(Path.cwd()) if lake.is_relative_to(Path.cwd()) else lake
    out.print(f"tables     {where}" + ("" if report.changed_lake else " (nothing to do: no table was touched)"))
    out.print("next       tidings tables")
    out.print('           tidings sql "select event_date, event_type, actor, recipient, claimant from mentions"')


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
