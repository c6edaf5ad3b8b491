"""The command that erases a person: names, contacts and files go, results stay."""

from typing import Annotated

import typer

from kasipkor_core import store
from kasipkor_core.calling import Database, FormOption, Lang, open_ledger, prepare_call
from kasipkor_core.output import print_number, print_rows

_COLUMNS = ("entries", "applications", "files", "papers")


def erase(
    subject: Annotated[str, typer.Argument(help="An entry the person stands in: CONTEST/ENTRY.")],
    member: Annotated[str | None, typer.Option(help="Whom, in a team.")] = None,
    reason: Annotated[str, typer.Option(help="Why, without the name.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be erased; erase nothing.")
    ] = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Erase a person: name, contacts, files they stand in; results stay. It cannot be undone."""
    call = prepare_call(database, lang)
    if not (reason or dry_run):
        raise typer.BadParameter("--reason is missing")
    with open_ledger(call, create=False) as opened:
        if dry_run:
            erased = store.foresee_erasure(opened, subject, member=member)
        else:
            erased = store.append_erasure(
                opened, subject, member=member, actor=call.actor, reason=reason
            )
    applications = ", ".join(map(str, erased.applications))
    row = [", ".join(erased.entries), applications, erased.files, erased.papers]
    print_rows(_COLUMNS, [row], form)
    if not dry_run:
        print_number(erased.batch_no)
