"""The commands about venues without internet: lend a copy, pack what was done, merge it."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import i18n, store
from kasipkor_core.calling import (
    Database,
    Existing,
    FormOption,
    Lang,
    name_file,
    open_ledger,
    prepare_call,
)
from kasipkor_core.errors import Refused
from kasipkor_core.output import print_line, print_number, print_rows, say

_COLUMNS = (
    "kind", "contest", "entry", "what", "venue", "centre", "venue_batch_no", "centre_batch_no",
    "answer",
)  # fmt: skip


def lend(
    target: Annotated[Path, typer.Argument(help="The file to write.")],
    venue: Annotated[str, typer.Option(help="What people call the venue.")],
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Copy the ledger for a venue without internet; print the key of its packages."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        key = store.lend_copy(opened, target, venue=venue, actor=call.actor)
    say(target)
    print_line(key)


def pack(
    target: Annotated[Path, typer.Argument(help="The package to write.")],
    is_open: Annotated[
        bool, typer.Option("--open", help="Not sealed: whoever has the file reads it.")
    ] = False,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write what a lent ledger holds beyond its copy as a signed package for the office."""
    call = prepare_call(database, lang)
    if target.exists():
        raise Refused("{path} exists already. Name another file.", path=target)
    with open_ledger(call, create=False) as opened:
        data = store.pack_venue(opened, now=dt.datetime.now(dt.UTC), is_open=is_open)
        lent = store.find_lent(opened)
    target.write_bytes(data)
    say(target)
    if lent:
        print_line(lent.public_key)


def merge(
    package: Existing,
    take: Annotated[
        list[str] | None,
        typer.Option(help="CONTEST=venue, centre or both; clock=venue keeps the venue's times."),
    ] = None,
    trust: Annotated[
        str | None, typer.Option(help="Key of a venue that is new here, as the venue said it.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print where both differ; write nothing.")
    ] = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Write what a venue did at the end of the chain: all of it, or nothing."""
    call = prepare_call(database, lang)
    answers = dict(_parse_take(said) for said in take or ())
    now, data = dt.datetime.now(dt.UTC), package.read_bytes()
    with open_ledger(call, create=False) as opened:
        seen = store.look_at_package(opened, data, now=now, answers=answers)
        if dry_run or seen.open or any(one.is_note for one in seen.conflicts):
            rows = [[*_tell(one), answers.get(one.subject or "")] for one in seen.conflicts]
            print_rows(_COLUMNS, rows, form)
        if dry_run:
            say(_sum_up(seen, call.lang))
            raise typer.Exit(1 if seen.open else 0)
        merged = store.merge_package(
            opened,
            data,
            actor=call.actor,
            trusted=trust,
            file_name=name_file(package),
            now=now,
            answers=answers,
        )
    say(_sum_up(merged, call.lang))
    if merged.batch_no is not None:
        print_number(merged.batch_no)


def _tell(one: store.Conflict) -> list[object]:
    return [getattr(one, name) for name in _COLUMNS[:-1]]


def _sum_up(merged: store.Merged, lang: str) -> str:
    if not merged.batches:
        return i18n.text(
            "Everything {venue} packed is here already. Nothing was written.",
            lang,
            venue=merged.venue,
        )
    return i18n.text(
        "{venue}: new batches {batches}, points without an answer {open}.",
        lang,
        venue=merged.venue,
        batches=len(merged.batches),
        open=len(merged.open),
    )


def _parse_take(said: str) -> tuple[str, store.Take]:
    subject, _, whose = said.rpartition("=")
    for take in store.TAKES:
        if subject and whose == take:
            return subject, take
    raise typer.BadParameter(f"--take wants CONTEST=venue, centre or both, not {said}")
