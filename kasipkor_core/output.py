"""What the command line prints: tables for people, CSV and JSON for programs."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal, TextIO

import pyarrow as pa
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from kasipkor_core.sheets import Finding, Lang, render
from kasipkor_core.store import Difference

FINDING_COLUMNS = ("severity", "code", "sheet", "row", "column", "found", "message")
_WIDEST = 10_000  # signs; as wide as a table would like to be
Form = Literal["table", "csv", "json"]
Cell = object


def choose_form(form: Form | None) -> Form:
    """Return the asked form; else a table on a terminal and CSV elsewhere."""
    return form or ("table" if sys.stdout.isatty() else "csv")


def print_table(table: pa.Table, form: Form | None) -> None:
    """Print rows to stdout, header first."""
    rows = (list(row.values()) for row in table.to_pylist())
    print_rows(table.column_names, rows, form)


def print_rows(header: Sequence[str], rows: Iterable[Sequence[Cell]], form: Form | None) -> None:
    """Print rows to stdout, header first.

    CSV: null empty, booleans true and false, decimals with a point, times ISO 8601 in UTC.
    """
    match choose_form(form):
        case "json":
            listed = [dict(zip(header, map(_plain, row), strict=True)) for row in rows]
            sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        case "csv":
            write_csv(header, rows, sys.stdout)
        case "table":
            _print_shown(header, [list(map(_text, row)) for row in rows])


def _print_shown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table for people; one that is wider than the terminal as a block a row."""
    console = Console(file=sys.stdout, markup=False, highlight=False)
    shown = Table(*header)
    for row in rows:
        shown.add_row(*map(Text, row))
    wanted = Measurement.get(console, console.options.update(width=_WIDEST), shown).maximum
    if wanted <= console.width:
        console.print(shown)
        return
    longest = max(map(len, header), default=0)
    for number, row in enumerate(rows, 1):
        console.rule(str(number), align="left")
        for name, cell in zip(header, row, strict=True):
            if cell:
                console.print(Text(f"{name:<{longest}}  {cell}"), soft_wrap=True)


def write_rows(table: pa.Table, form: Literal["csv", "json"], file: TextIO) -> None:
    """Write a table as ``print_rows`` prints it."""
    rows = (list(row.values()) for row in table.to_pylist())
    if form == "csv":
        write_csv(table.column_names, rows, file)
        return
    listed = [dict(zip(table.column_names, map(_plain, row), strict=True)) for row in rows]
    json.dump(listed, file, ensure_ascii=False)


def write_csv(header: Sequence[str], rows: Iterable[Iterable[Cell]], file: TextIO) -> None:
    """Write rows as CSV, header first; cells as ``print_rows`` says."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_text(cell) for cell in row] for row in rows)


def print_findings(findings: Sequence[Finding], lang: Lang, form: Form | None) -> None:
    """Print findings to stdout: severity, code, sheet, row, column, found, message."""
    rows = (
        (f.severity, f.code, f.sheet, f.row, f.column, f.found, render(f, lang)) for f in findings
    )
    print_rows(FINDING_COLUMNS, rows, form)


def say_findings(findings: Iterable[Finding], lang: Lang) -> None:
    """Print findings to stderr, a line each."""
    for found in findings:
        say(f"{found.severity} {found.code} {found.cell}: {render(found, lang)}")


def say_differences(differences: Iterable[Difference]) -> None:
    """Print what changes to stderr, a line each, in codes."""
    for one in differences:
        about = "/".join(part for part in (one.contest, one.entry, one.number) if part)
        say(f"{one.field} {about}: {one.before or '-'} -> {one.after or '-'}")


def print_number(number: int) -> None:
    """Print a batch number to stdout."""
    sys.stdout.write(f"{number}\n")


def print_line(words: str) -> None:
    """Print one result that is no table to stdout."""
    sys.stdout.write(f"{words}\n")


def say(*words: object) -> None:
    """Print to stderr: everything that is no result."""
    sys.stderr.write(" ".join(map(str, words)) + "\n")


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case datetime():
            return _moment(cell)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _plain(cell: Cell) -> Cell:
    return cell if isinstance(cell, bool | int | float | None) else _text(cell)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
