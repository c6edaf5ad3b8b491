"""The commands about copies of the ledger. No logic lives here."""

from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import output, store
from kasipkor_core.calling import Database, open_ledger, prepare_call
from kasipkor_core.output import say


def backup(target: Path, database: Database = None) -> None:
    """Copy the database to a file that opens by itself."""
    with open_ledger(prepare_call(database), create=False) as opened:
        say(store.write_backup(opened, target))


def copy(
    source: Annotated[str, typer.Argument(help="A database file or a shared store.")],
    target: Annotated[str, typer.Argument(help="A new file, or a shared store without batches.")],
) -> None:
    """Copy a database into a shared store or back, and prove it there; print its newest batch."""
    prepare_call()
    output.print_number(store.copy_store(source, target))


def restore(
    source: Path,
    up_to: Annotated[int | None, typer.Option(help="The last batch to restore.")] = None,
    database: Database = None,
) -> None:
    """Put a backup in the place of the database, after it was found whole."""
    call = prepare_call(database)
    store.restore_backup(source, call.database, up_to=up_to)
    say(call.database)
