"""The command about proof: the chain as a file. No logic lives here."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import store
from kasipkor_core.calling import Database, open_ledger, prepare_call
from kasipkor_core.output import say


def ledger(
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Batch number or time.")] = None,
    database: Database = None,
) -> None:
    """Write the chain as lines of JSON; docs/verify_ledger.py checks it without this program."""
    with open_ledger(prepare_call(database), create=False) as opened:
        reader = store.read_as_of(opened, as_of, audience="staff", lang="kk")
        lines = store.export_chain(opened, as_of=reader.as_of)
        if out is None:
            sys.stdout.writelines(lines)
            return
        with out.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
    say(out)
