"""Commands about what anybody may have: kit, open data, the public board. No logic lives here."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import documents, house, store
from kasipkor_core.calling import Database, Existing, Lang, open_ledger, prepare_call
from kasipkor_core.output import say

Out = Annotated[Path, typer.Option("--out", "-o", help="The zip to write.")]
_SCRIPTS = ("recount.py", "recount_plain.py")


def kit(
    contest: Annotated[str, typer.Argument(help="A published contest.")],
    out: Out,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write what one needs to count a published contest again, without us."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        reader = store.read_published(opened).reader(call.lang)
        out.write_bytes(documents.write_kit(opened, contest, reader))
    say(out)


def recount(kit: Existing) -> None:
    """Count a kit again, with the views in it and with the second engine; 1 when they differ."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(kit) as packed:
            packed.extractall(folder)
        # our own scripts: those in a kit from elsewhere are not run
        codes = [
            subprocess.run([sys.executable, house.DATA / "kit" / script, folder], check=False)  # noqa: S603
            for script in _SCRIPTS
        ]
    if any(code.returncode for code in codes):
        raise typer.Exit(1)


def export(
    folder: Annotated[Path, typer.Argument(help="A new folder, or one of an earlier export.")],
    query: Annotated[
        Path | None,
        typer.Option(help="What make query fetched: readers can ask the open data in SQL."),
    ] = None,
    changed: Annotated[
        Path | None, typer.Option(help="A zip with what changed since the earlier export.")
    ] = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write the public board with kits and open data as files for any web server."""
    from kasipkor_core.public import export_site

    with open_ledger(prepare_call(database, lang), create=False) as opened:
        site = export_site(opened, folder, engine=query, changed=changed)
    say(folder, len(site.files))


def write_open_data(
    season: Annotated[int, typer.Argument(help="Year in which the season begins.")],
    out: Out,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write the published results of a season as a Frictionless Data Package."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        published = store.read_published(opened)
        out.write_bytes(documents.write_open_data(opened, season, published, call.lang))
    say(out)
