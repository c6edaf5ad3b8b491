"""Reading: the bytes of a file to one Grid, with a note for everything left out or put right."""

import csv
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.build import iter_rows
from kasipkor_core.reading.containers import is_workbook, refuse_foreign
from kasipkor_core.reading.grid import Grid, Note
from kasipkor_core.reading.text import read_text
from kasipkor_core.reading.workbook import list_workbook_sheets, read_workbook

__all__ = [
    "MOST_BYTES",
    "Grid",
    "Note",
    "iter_rows",
    "list_sheets",
    "read_file",
    "read_grid",
    "write_grid",
]

MOST_BYTES = 200_000_000


def read_grid(data: bytes, *, name: str = "", sheet: str | None = None) -> Grid:
    """Return the first table of a file.

    Args:
        data: The whole file.
        name: The file's name, for messages only; what the file is shows in its bytes.
        sheet: Which sheet of a workbook; without it the first that holds a table.

    Returns:
        The grid; without columns and with the note ``empty_file`` when there is nothing in it.

    Raises:
        Unreadable: the bytes are no sheet; the message says what to do.
    """
    _refuse_large(len(data))
    refuse_foreign(data, name)
    with _without_collection():
        return read_workbook(data, sheet=sheet) if is_workbook(data) else read_text(data)


def list_sheets(data: bytes) -> tuple[str, ...]:
    """Return the names of a workbook's sheets, in order; none for delimited text.

    Args:
        data: The whole file.

    Returns:
        All sheets, hidden ones too.

    Raises:
        Unreadable: the bytes are no sheet.
    """
    _refuse_large(len(data))
    refuse_foreign(data, "")
    return list_workbook_sheets(data) if is_workbook(data) else ()


def write_grid(grid: Grid, file: TextIO) -> None:
    """Write a grid as CSV: the header if there is one, then the records, each as wide as it is.

    Args:
        grid: What was read.
        file: Where to; opened with ``newline=""`` if it is a file.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows(iter_rows(grid))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep Python from searching millions of rows for cycles; reading makes none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; one that is too large is refused before it is read.

    Raises:
        Unreadable: the file is larger than any that can be read.
    """
    _refuse_large(path.stat().st_size)
    return path.read_bytes()


def _refuse_large(size: int) -> None:
    if size > MOST_BYTES:
        raise Unreadable(
            "This file has {megabytes} MB, more than the {limit} MB that can be read. "
            "Split it into smaller files.",
            megabytes=size // 1_000_000,
            limit=MOST_BYTES // 1_000_000,
        )
