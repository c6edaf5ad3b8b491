"""The kasipkor command: parse, call, print. No logic lives here."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import i18n, output, sheets, store
from kasipkor_core.errors import KasipkorError
from kasipkor_core.output import say
from kasipkor_core.paper_commands import Database, FormOption, Lang, add_commands
from kasipkor_core.reading import iter_rows, read_grid, write_grid
from kasipkor_core.settings import read_settings

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Kind = Annotated[str, typer.Option(help="Kind of sheet.")]
Contest = Annotated[str | None, typer.Option(help="Contest the sheet belongs to.")]
Season = Annotated[int | None, typer.Option(help="Year in which the season begins.")]
Sheet = Annotated[str | None, typer.Option(help="Sheet of the workbook.")]
Reason = Annotated[str, typer.Option(help="Why.")]
Existing = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]

_LANG: ContextVar[sheets.Lang] = ContextVar("lang", default="kk")  # what a refusal is said in


@dataclass(frozen=True)
class _Call:
    """What every command is called with."""

    database: Path
    actor: str
    lang: sheets.Lang


def _call(database: Path | None = None, lang: sheets.Lang | None = None) -> _Call:
    settings = read_settings()
    call = _Call(database or settings.database, settings.actor, lang or settings.lang)
    _LANG.set(call.lang)
    return call


@contextmanager
def _open(call: _Call, *, create: bool) -> Iterator[store.Store]:
    opened = store.open_store(call.database, create=create)
    try:
        yield opened
    finally:
        opened.close()


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    database: Database = None,
) -> None:
    """Start the dashboard; an empty database gets the demo season first."""
    from kasipkor_core.web import serve_dashboard

    serve_dashboard(_call(database).database, port=port)


@app.command()
def read(file: Existing, sheet: Sheet = None, form: FormOption = None) -> None:
    """Print the table a file holds, as the reader understands it."""
    grid = read_grid(file.read_bytes(), name=file.name, sheet=sheet)
    if output.choose_form(form) == "csv":
        write_grid(grid, sys.stdout)
    else:
        header, *records = iter_rows(grid) if grid.header else (grid.letters, *iter_rows(grid))
        output.print_rows(header, records, form)
    for note in grid.notes:
        say(sheets.render_note(note, _call().lang))


@app.command()
def check(
    file: Existing,
    kind: Kind,
    contest: Contest = None,
    season: Season = None,
    sheet: Sheet = None,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Print what is wrong with a sheet; write nothing."""
    call = _call(database, lang)
    with _open(call, create=True) as opened:
        read_sheet = store.understand(
            opened,
            file.read_bytes(),
            file_name=file.name,
            kind=kind,
            contest=contest,
            season=season,
            sheet=sheet,
            actor=call.actor,
        )
        prepared = store.examine(opened, read_sheet)
    output.print_findings(prepared.findings, call.lang, form)
    if prepared.errors:
        raise typer.Exit(1)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True)],
    kind: Kind,
    contest: Contest = None,
    season: Season = None,
    sheet: Sheet = None,
    replace: Annotated[
        str,
        typer.Option("--replace", help="Replace the former sheet, or the batch of this number."),
    ] = "no",
    reason: Reason = "",
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Write sheets into the ledger, each whole or not at all; print their batch numbers."""
    call = _call(database, lang)
    replaces = _parse_replace(replace)
    with _open(call, create=True) as opened:
        for file in files:
            prepared = store.understand(
                opened,
                file.read_bytes(),
                file_name=file.name,
                kind=kind,
                contest=contest,
                season=season,
                sheet=sheet,
                actor=call.actor,
            )
            try:
                receipt = store.commit(opened, prepared, reason=reason, replaces=replaces)
            except store.SheetRefused as error:
                output.print_findings(error.findings, call.lang, form)
                raise
            output.say_findings(receipt.findings, call.lang)
            output.print_number(receipt.batch_no)


@app.command()
def undo(
    batch_no: int,
    reason: Annotated[str, typer.Option(help="Why.")],
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Take a batch out of force; an undo can be undone."""
    call = _call(database, lang)
    with _open(call, create=False) as opened:
        undone = store.append_undo(opened, batch_no, actor=call.actor, reason=reason)
    if undone.dependants:
        numbers = ", ".join(map(str, undone.dependants))
        say(i18n.text("Later batches build on it: {numbers}.", call.lang, numbers=numbers))
    output.print_number(undone.batch_no)


@app.command()
def decide(
    kind: Kind,
    subject: Annotated[str, typer.Option(help="A contest, or contest/entry.")],
    value: Annotated[str, typer.Option(help="What was decided.")],
    reason: Annotated[str, typer.Option(help="Why.")],
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Record a decision: sign_off, tie, award, exclude, ruleset, ..."""
    call = _call(database, lang)
    with _open(call, create=False) as opened:
        number = store.append_decision(
            opened, kind, subject=subject, value=value, actor=call.actor, reason=reason
        )
    output.print_number(number)


@app.command()
def advance(
    contest: Annotated[str, typer.Argument(help="The contest that is over.")],
    reason: Reason = "",
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Make the entries that go on from a contest entries of the next level."""
    call = _call(database, lang)
    with _open(call, create=False) as opened:
        done = store.append_advance(opened, contest, actor=call.actor, reason=reason)
    say(done.contest)
    output.print_number(done.batch_no)


@app.command()
def publish(
    subjects: Annotated[list[str], typer.Argument(help="Contests.")],
    as_of: Annotated[
        int | None, typer.Option(help="Batch up to which the public may read.")
    ] = None,
    reason: Reason = "",
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Let the public read contests up to a batch."""
    call = _call(database, lang)
    with _open(call, create=False) as opened:
        number = store.append_publication(
            opened,
            subjects,
            as_of=as_of or store.read_head(opened),
            actor=call.actor,
            reason=reason,
        )
    output.print_number(number)


@app.command()
def show(
    view: str,
    where: Annotated[list[str] | None, typer.Option(help="COLUMN=VALUE")] = None,
    as_of: Annotated[str | None, typer.Option(help="Batch number or time.")] = None,
    public: Annotated[bool, typer.Option("--public", help="With the public's eyes.")] = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Print a view."""
    call = _call(database, lang)
    wanted = dict(_parse_where(text) for text in where or ())
    with _open(call, create=False) as opened:
        audience: store.Audience = "public" if public else "staff"
        reader = store.read_as_of(opened, as_of, audience=audience, lang=call.lang)
        table = store.show_view(opened, view, where=wanted, reader=reader)
    output.print_table(table, form)


@app.command()
def verify(
    all_contests: Annotated[bool, typer.Option("--all", help="Recount every contest.")] = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Check the chain, the kept files, totals against marks, one engine against the other."""
    call = _call(database, lang)
    with _open(call, create=False) as opened:
        problems = store.verify(opened, all_contests=all_contests)
    rows = [(problem.batch_no, problem.contest, problem.what) for problem in problems]
    output.print_rows(("batch_no", "contest", "what"), rows, form)
    if problems:
        raise typer.Exit(1)
    say(i18n.text("Everything holds.", call.lang))


@app.command()
def backup(target: Path, database: Database = None) -> None:
    """Copy the database to a file that opens by itself."""
    with _open(_call(database), create=False) as opened:
        say(store.write_backup(opened, target))


@app.command()
def restore(source: Path, database: Database = None) -> None:
    """Put a backup in the place of the database, after it was found whole."""
    call = _call(database)
    store.restore_backup(source, call.database)
    say(call.database)


add_commands(app, _call, _open)


def _parse_replace(text: str) -> store.Replace:
    if text.isdecimal():
        return int(text)
    return "no" if text == "no" else "yes"


def _parse_where(text: str) -> tuple[str, str]:
    column, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"--where wants COLUMN=VALUE, not {text}")
    return column, value


def main() -> None:
    """Run the command line: 0 done, 1 refused or errors found, 2 wrong usage."""
    arguments = ["--replace=yes" if text == "--replace" else text for text in sys.argv[1:]]
    try:
        app(arguments)
    except KasipkorError as error:
        say(i18n.error_text(error, _LANG.get()))
        sys.exit(1)
