"""What every command is called with: options, the settings behind them, the ledger they open."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import sheets, store
from kasipkor_core.output import Form
from kasipkor_core.settings import read_settings

Database = Annotated[
    str | None,
    typer.Option("--db", help="Database file or shared store (or KASIPKOR_DB, KASIPKOR_STORE)."),
]
FormOption = Annotated[Form | None, typer.Option("--format", help="table, csv or json.")]
Lang = Annotated[sheets.Lang | None, typer.Option("--lang", help="kk, ru or en.")]
Kind = Annotated[str, typer.Option(help="Kind of sheet.")]
Contest = Annotated[str | None, typer.Option(help="Contest the sheet belongs to.")]
Season = Annotated[
    int | None, typer.Option(min=2000, max=2100, help="Year in which the season begins.")
]
Sheet = Annotated[str | None, typer.Option(help="Sheet of the workbook.")]
Reason = Annotated[str, typer.Option(help="Why.")]
Replacing = Annotated[
    str, typer.Option("--replace", help="Replace the former sheet, or the batch of this number.")
]
Port = Annotated[int, typer.Option(help="Port to listen on.")]
Host = Annotated[str, typer.Option(help="Address to listen on; localhost: this computer only.")]
Existing = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]

LANG: ContextVar[sheets.Lang] = ContextVar("lang", default="kk")  # what a refusal is said in


@dataclass(frozen=True)
class Call:
    """What every command is called with."""

    database: str
    actor: str
    lang: sheets.Lang


def prepare_call(database: str | None = None, lang: sheets.Lang | None = None) -> Call:
    """Read the settings and say in which language refusals are told."""
    settings = read_settings()
    call = Call(database or settings.database, settings.actor, lang or settings.lang)
    LANG.set(call.lang)
    return call


@contextmanager
def open_ledger(call: Call, *, create: bool) -> Iterator[store.Store]:
    """Open the ledger for the length of a block."""
    opened = store.open_store(call.database, create=create)
    try:
        yield opened
    finally:
        opened.close()


def name_file(path: Path) -> str:
    """Return the name of a file as text, also of one that the system cannot write as text."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def parse_replace(text: str) -> store.Replace:
    """Return what ``--replace`` means: nothing, the one former sheet, or a batch."""
    words: dict[str, store.Replace] = {"yes": "yes", "no": "no"}
    if text in words:
        return words[text]
    if text.isascii() and text.isdecimal():
        return int(text)
    raise typer.BadParameter(f"--replace takes yes, no or the number of a batch, not {text}")
