"""The kasipkor command: parse, call, print. No logic lives here."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import (
    admitting,
    correcting,
    erasing,
    i18n,
    issuing,
    keeping,
    merging,
    noticing,
    output,
    proving,
    rehearsing,
    sharing,
    sheets,
    store,
)
from kasipkor_core.calling import (
    LANG,
    Contest,
    Database,
    Existing,
    FormOption,
    Host,
    Kind,
    Lang,
    Port,
    Reason,
    Replacing,
    Season,
    Sheet,
    name_file,
    open_ledger,
    parse_replace,
    prepare_call,
)
from kasipkor_core.errors import KasipkorError, Refused
from kasipkor_core.loading import loading, share_heaps
from kasipkor_core.output import say
from kasipkor_core.reading import iter_rows, read_file, read_grid, write_grid

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.command()
def serve(
    port: Port = 8501,
    host: Host = "localhost",
    database: Database = None,
) -> None:
    """Start the dashboard; an empty database gets the demo season first."""
    share_heaps()
    place = prepare_call(database).database
    with ThreadPoolExecutor(1) as beside:  # DuckDB opens the file while Python loads the screens
        opened = beside.submit(store.open_store, place)
        with loading():
            from kasipkor_core.web import serve_dashboard
    serve_dashboard(opened.result(), port=port, host=host)


for command in (
    admitting.invite,
    admitting.invite_participants,
    admitting.token,
    admitting.rotate_token,
    admitting.account,
    admitting.revoke,
    admitting.people,
):
    app.command()(command)
for paper in (issuing.issue, issuing.check_document, issuing.revoke_document, issuing.blank):
    app.command()(paper)
app.command()(issuing.attach_signature)
app.command("documents")(issuing.write_documents)
app.command()(issuing.ceremony)
app.command()(proving.ledger)
for kept in (keeping.backup, keeping.copy, keeping.restore):
    app.command()(kept)
for merged in (merging.lend, merging.pack, merging.merge):
    app.command()(merged)
app.command()(rehearsing.rehearse)
for looked in (correcting.check, correcting.undo):
    app.command()(looked)
for given in (sharing.kit, sharing.recount, sharing.export):
    app.command()(given)
for told in (noticing.notices, noticing.receiver):
    app.command()(told)
app.command()(erasing.erase)
app.command("open-data")(sharing.write_open_data)


@app.command()
def read(file: Existing, sheet: Sheet = None, form: FormOption = None) -> None:
    """Print the table a file holds, as the reader understands it."""
    grid = read_grid(read_file(file), name=name_file(file), sheet=sheet)
    if output.choose_form(form) == "csv":
        write_grid(grid, sys.stdout)
    else:
        header, *records = iter_rows(grid) if grid.header else (grid.letters, *iter_rows(grid))
        output.print_rows(header, records, form)
    for note in grid.notes:
        say(sheets.render_note(note, prepare_call().lang))


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True)],
    kind: Kind,
    contest: Contest = None,
    season: Season = None,
    sheet: Sheet = None,
    replace: Replacing = "no",
    reason: Reason = "",
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Write sheets into the ledger, each whole or not at all; print their batch numbers."""
    call = prepare_call(database, lang)
    replaces = parse_replace(replace)
    with open_ledger(call, create=True) as opened:
        for file in files:
            prepared = store.understand(
                opened,
                read_file(file),
                file_name=name_file(file),
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
def decide(
    kind: Annotated[str, typer.Option(help="Kind of the decision: sign_off, tie, award, ...")],
    subject: Annotated[str, typer.Option(help="A contest, or contest/entry.")],
    value: Annotated[str, typer.Option(help="What was decided.")],
    reason: Annotated[str, typer.Option(help="Why.")],
    at: Annotated[
        datetime | None, typer.Option(help="When an appeal was lodged, as the office's clock.")
    ] = None,
    expert: Annotated[
        str | None, typer.Option(help="Whom a conflict of interest or a replacement is about.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what it would change; record nothing.")
    ] = False,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Record a decision: check, sign_off, tie, draw, award, exclude, appeal, ruleset, ..."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        if dry_run:
            foreseen = store.foresee_decision(
                opened, kind, subject=subject, value=value, expert=expert
            )
            output.print_table(foreseen.table(), None)
            return
        number = store.append_decision(
            opened,
            kind,
            subject=subject,
            value=value,
            actor=call.actor,
            reason=reason,
            at=at.replace(tzinfo=i18n.ZONE) if at else None,
            expert=expert,
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
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
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
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
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
    call = prepare_call(database, lang)
    wanted = dict(_parse_where(text) for text in where or ())
    with open_ledger(call, create=False) as opened:
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
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        problems = store.verify(opened, all_contests=all_contests)
    rows = [(problem.batch_no, problem.contest, problem.what) for problem in problems]
    output.print_rows(("batch_no", "contest", "what"), rows, form)
    if problems:
        raise typer.Exit(1)
    say(i18n.text("Everything holds.", call.lang))


def _parse_where(text: str) -> tuple[str, str]:
    column, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"--where wants COLUMN=VALUE, not {text}")
    return column, value


def main() -> None:
    """Run the command line: 0 done, 1 refused or errors found, 2 wrong usage."""
    arguments = ["--replace=yes" if text == "--replace" else text for text in sys.argv[1:]]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a code page without our letters
    try:
        app(arguments)
    except KasipkorError as error:
        say(i18n.error_text(error, LANG.get()))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has enough
        sys.exit(1)
    except OSError as error:
        refused = Refused(
            "The system refuses {path}: {words}. Check the name, the rights and the room.",
            path=error.filename or "-",
            words=error.strerror or str(error),
        )
        say(i18n.error_text(refused, LANG.get()))
        sys.exit(1)
