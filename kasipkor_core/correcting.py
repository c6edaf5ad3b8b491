"""Commands that say what changes before it does: check, undo. No logic lives here."""

from typing import Annotated

import typer

from kasipkor_core import i18n, output, store
from kasipkor_core.calling import (
    Contest,
    Database,
    Existing,
    FormOption,
    Kind,
    Lang,
    Reason,
    Replacing,
    Season,
    Sheet,
    name_file,
    open_ledger,
    parse_replace,
    prepare_call,
)
from kasipkor_core.reading import read_file

Changes = Annotated[bool, typer.Option("--changes", help="Print what it would change instead.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what it would change; undo nothing.")
]


def check(
    file: Existing,
    kind: Kind,
    contest: Contest = None,
    season: Season = None,
    sheet: Sheet = None,
    replace: Replacing = "no",
    changes: Changes = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Print what is wrong with a sheet, and what it would change; write nothing."""
    call = prepare_call(database, lang)
    replaces = parse_replace(replace)
    with open_ledger(call, create=True) as opened:
        read_sheet = store.understand(
            opened,
            read_file(file),
            file_name=name_file(file),
            kind=kind,
            contest=contest,
            season=season,
            sheet=sheet,
            actor=call.actor,
        )
        prepared = store.examine(opened, read_sheet, replaces=replaces)
        foreseen = store.Foreseen(0)
        if not prepared.errors and prepared.repeated_of is None:
            foreseen = store.foresee_sheet(opened, prepared, replaces=replaces)
    if changes:
        output.say_findings(prepared.findings, call.lang)
        output.print_table(foreseen.table(), form)
    else:
        output.print_findings(prepared.findings, call.lang, form)
        output.say_differences(foreseen.differences)
    if prepared.errors:
        raise typer.Exit(1)


def undo(
    batch_no: int,
    reason: Reason = "",
    dry_run: DryRun = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Take a batch out of force, and say what that changes; an undo can be undone."""
    call = prepare_call(database, lang)
    if not (reason or dry_run):
        raise typer.BadParameter("--reason is missing")
    with open_ledger(call, create=False) as opened:
        foreseen = store.foresee_undo(opened, batch_no)
        if dry_run:
            dependants = store.list_dependants(opened, batch_no)
        else:
            undone = store.append_undo(
                opened, batch_no, actor=call.actor, reason=reason, approved=foreseen
            )
            dependants = undone.dependants
    if dependants:
        numbers = ", ".join(map(str, dependants))
        output.say(i18n.text("Later batches build on it: {numbers}.", call.lang, numbers=numbers))
    if dry_run:
        output.print_table(foreseen.table(), form)
        return
    output.say_differences(foreseen.differences)
    output.print_number(undone.batch_no)
