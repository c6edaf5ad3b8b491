"""The command about rehearsals. No logic lives here."""

from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import store
from kasipkor_core.calling import Database, Host, Port, open_ledger, prepare_call
from kasipkor_core.loading import loading, share_heaps
from kasipkor_core.output import say


def rehearse(
    season: Annotated[int, typer.Argument(min=2000, max=2100, help="The season to rehearse.")],
    speed: Annotated[
        float,
        typer.Option(min=0.1, help="Seconds of the event in one second: 60 is a day in 9 min."),
    ] = 60,
    contest: Annotated[
        list[str] | None, typer.Option(help="Only this contest; may be given again.")
    ] = None,
    invent: Annotated[
        int | None, typer.Option(help="Invent marks where there are none; the number decides them.")
    ] = None,
    into: Annotated[Path, typer.Option(help="File of the copy; there must be none.")] = Path(
        "rehearsal.duckdb"
    ),
    port: Port = 8501,
    host: Host = "localhost",
    database: Database = None,
) -> None:
    """Give the marks of a season again into a copy, row by row, and show it as if it were live."""
    share_heaps()
    with loading():
        from kasipkor_core.web import serve_rehearsal

    with open_ledger(prepare_call(database), create=False) as opened:
        rehearsal = store.prepare_rehearsal(
            opened, into, season=season, contests=contest, seed=invent
        )
    say(into)
    serve_rehearsal(into, rehearsal, speed=speed, port=port, host=host)
