"""The `tidings` command."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from flows.config import config
from tasks.errors import InputError, LakeError, TidingsError, UsageError
from tasks.settings import VERSION

FAILED, WRONG_USAGE, SOME_REJECTED = 1, 2, 3

app = typer.Typer(
    help="News text to tables of events: who did what to whom, where, when, how many were hurt, and who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

LakeOption = Annotated[Path | None, typer.Option("--lake", help="Folder of the tables.", show_default="data/lake")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", help="Date of publication: YYYY, YYYY-MM or YYYY-MM-DD.")
]
LanguageOption = Annotated[str | None, typer.Option("--language", help="BCP-47 tag; told from the text if left out.")]


@app.command()
def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of texts.", show_default="seeds")
    ] = None,
    lake: LakeOption = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes that extract.")] = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Bring the tables up to date with the texts: only new and changed ones are read."""
    # The terminal shows a progress bar, a summary and errors; set INFO to see Prefect's own log.
    for name in ("PREFECT_LOGGING_LEVEL", "PREFECT_LOGGING_INTERNAL_LEVEL"):
        os.environ.setdefault(name, "CRITICAL")
    from flows import show
    from flows.ingest import ingest

    folder = lake or config().lake
    try:
        report = ingest(
            seeds=[*(paths or [config().seeds])],
            lake=folder,
            reference=config().reference,
            model_folder=config().model_folder,
            models=config().models,
            workers=workers or config().workers,
            quiet=quiet or json,
        )
    except KeyboardInterrupt:
        raise TidingsError("stopped; what was committed stays, and the next run does the rest") from None
    if json:
        typer.echo(show.as_json(asdict(report)))
    elif not quiet:
        show.summary(report, folder)
    if report.rejected:
        raise typer.Exit(SOME_REJECTED)


@app.command()
def extract(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    published: PublishedOption = None,
    language: LanguageOption = None,
    json: JsonOption = False,
    explain: Annotated[bool, typer.Option("--explain", help="Print each mention with what speaks for it.")] = False,
) -> None:
    """Read one text and print its mentions; nothing is stored."""
    from flows import show
    from flows.explain import explained
    from flows.one_text import mention_rows, read_one
    from tasks.extract import extract as extract_text
    from tasks.parse.models import ModelChoice
    from tasks.text.trace import trace

    if json and explain:
        raise UsageError("--json and --explain: give one of them; --json has all fields")
    raw, data = read_one(file, published, language)
    models = ModelChoice.of(config().model_folder, config().models)
    extracted = extract_text(raw, config().reference, models=models)
    found = mention_rows(extracted, trace(data, raw, "text"))
    if json:
        typer.echo(show.as_json(found))
        return
    document = extracted.document
    typer.echo(f"language {document.language} ({document.language_confidence:.2f}), published {document.published}")
    if explain:
        for mention in extracted.mentions:
            typer.echo(f"\n{explained(document, mention)}")
        return
    columns = ("event_type", "event_mode", "trigger_text", "actors", "recipients", "claimants", "event_date",
               "place_text", "casualties", "polarity", "modality")  # fmt: skip
    show.rows(columns, [[row[column] for column in columns] for row in found])


@app.command()
def dates(published: PublishedOption = None, language: LanguageOption = "en") -> None:
    """Find dates in lines on standard input: one JSON list of time expressions a line; null for one not read."""
    from flows.date_lines import date_rows
    from flows.one_text import check_language
    from flows.show import as_json
    from tasks.read.header import check_published

    day = check_published(published, "--published", "date") if published else None
    tag = check_language(language or "en", config().reference)
    rejected = False
    for found in date_rows(sys.stdin.buffer, tag, day, config().reference):
        if isinstance(found, InputError):
            rejected = True
            typer.echo(f"tidings: {found}", err=True)
        typer.echo((as_json(None if isinstance(found, InputError) else found)).encode())  # in any locale
    if rejected:
        raise typer.Exit(SOME_REJECTED)


@app.command()
def tables(lake: LakeOption = None, json: JsonOption = False) -> None:
    """List the tables: rows, version, and what one row is."""
    from flows import show
    from tasks.tables.contracts import TABLES
    from tasks.tables.lake import Lake

    house = Lake(lake or config().lake)
    found = [
        {"table": name, "rows": house.dataset(name).count_rows(), "version": house.version(name), "one row is": t.row}
        for name, t in TABLES.items()
    ]
    if json:
        typer.echo(show.as_json(found))
    else:
        show.rows(list(found[0]), [list(row.values()) for row in found])


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="A query over the tables, in DuckDB's SQL.")],
    lake: LakeOption = None,
    json: JsonOption = False,
) -> None:
    """Ask the tables in SQL; `mentions` has the columns actor, recipient and claimant besides its own."""
    from flows import show
    from flows.query import query as ask
    from tasks.tables.lake import Lake

    names, found = ask(Lake(lake or config().lake), query)
    if json:
        typer.echo(show.as_json([dict(zip(names, row, strict=True)) for row in found]))
    else:
        show.rows(names, found)


@app.command()
def events(
    where: Annotated[str | None, typer.Option("--where", help="A condition on columns of `events`, in SQL.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to print.")] = 50,
    lake: LakeOption = None,
    json: JsonOption = False,
) -> None:
    """Print incidents by date, each with what every report claims of it."""
    from flows import show
    from flows.incidents import incidents, printed
    from tasks.tables.lake import Lake

    found, count = incidents(Lake(lake or config().lake), where, limit)
    if json:
        typer.echo(show.as_json([{**one.event, "claims": one.claims} for one in found]))
        return
    for one in found:
        typer.echo(printed(one) + "\n")
    typer.echo(f"{len(found)} of {count} events" + ("; --limit prints more" if len(found) < count else ""))


@app.command()
def feeds(
    folder: Annotated[Path, typer.Argument(help="A source's folder, whose source.yaml names the feeds.")],
) -> None:
    """Fetch the feeds of a source, once; the next run reads what came."""
    from flows.feeds import main as fetch_feeds

    if code := fetch_feeds(str(folder)):
        raise typer.Exit(code)


@app.command()
def rejects(lake: LakeOption = None, json: JsonOption = False) -> None:
    """List what was rejected, and why."""
    from flows import show
    from tasks.tables.lake import Lake

    found = Lake(lake or config().lake).read("rejects").sort_by([("uri", "ascending")]).to_pylist()
    if json:
        typer.echo(show.as_json(found))
    elif not found:
        typer.echo("nothing is rejected")
    else:
        columns = ("table_name", "uri", "expectation", "column", "value", "reason")
        show.rows(columns, [[row[column] for column in columns] for row in found])


@app.command()
def docs(
    lake: LakeOption = None,
    to: Annotated[Path | None, typer.Option("--to", help="Folder of the pages.", show_default="<lake>/_docs")] = None,
) -> None:
    """Build the Data Docs of the last run: what was expected of each table, and what was found."""
    from tasks.tables.lake import Lake
    from tasks.validate.docs import build_docs

    house = Lake(lake or config().lake)
    if not house.validation.is_dir():
        raise LakeError(f"{house.root}: no run has validated anything here; 'tidings run' does")
    typer.echo(str(build_docs(house.validation, to or house.root / "_docs")))


@app.command()
def doctor(lake: LakeOption = None, json: JsonOption = False) -> None:
    """Check that everything a run needs is there."""
    from flows import show
    from flows.doctor import examine
    from tasks.parse.models import ModelChoice

    models = ModelChoice.of(config().model_folder, config().models)
    found = list(examine(lake or config().lake, config().reference, models))
    if json:
        typer.echo(show.as_json([asdict(check) for check in found]))
    else:
        show.rows(("check", "", "found"), [(c.name, "ok" if c.ok else "NOT OK", c.found) for c in found])
    if not all(check.ok for check in found):
        raise typer.Exit(FAILED)


@app.callback(invoke_without_command=True)
def _main(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"tidings {VERSION}")
        raise typer.Exit


def main() -> None:
    """Runs the command line; errors become one line on standard error and an exit code."""
    try:
        app()
    except UsageError as error:
        sys.exit(_fail(str(error), WRONG_USAGE))
    except TidingsError as error:
        sys.exit(_fail(str(error), FAILED))


def _fail(message: str, code: int) -> int:
    typer.echo(f"tidings: {message}", err=True)
    return code
