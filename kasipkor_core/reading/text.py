"""Delimited text to Grid: a clean file by columns, a broken one line by line."""

import re
import time
from dataclasses import replace
from itertools import islice
from statistics import median_low

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.build import build_table, empty_grid, limit_notes, name_letters
from kasipkor_core.reading.columnar import read_clean
from kasipkor_core.reading.decimals import join_decimals
from kasipkor_core.reading.decode import Decoded, decode_text
from kasipkor_core.reading.dialect import (
    Dialect,
    detect_dialect,
    drop_noncharacters,
    list_lines,
    needs_stand_ins,
)
from kasipkor_core.reading.grid import Grid, Note
from kasipkor_core.reading.kinds import list_families
from kasipkor_core.reading.quotes import is_strict, split_tolerant
from kasipkor_core.reading.repair import repair_rows
from kasipkor_core.reading.split import MOST_ROWS, Row, find_width, refuse_many, split_rows
from kasipkor_core.reading.table import Framed, frame_table

_MOST_COLUMNS = 20_000
_MOST_NAMED = 50_000
SECONDS = 4.0  # for dividing lines with care; what follows takes about as long at the limits
_WHOLE = re.compile(r'\s*"(?>(?:[^"]|"")*)"\s*')


def read_text(data: bytes) -> Grid:
    """Return the first table of a delimited text.

    Args:
        data: The whole file.

    Returns:
        The grid; without columns for an empty file.

    Raises:
        Unreadable: no text, or too many rows.
    """
    return read_clean(data, MOST_ROWS) or read_careful(data)


def read_careful(data: bytes) -> Grid:
    """Return the first table of a delimited text, read line by line.

    Args:
        data: The whole file.

    Returns:
        The grid; without columns for an empty file.

    Raises:
        Unreadable: no text, or too many rows.
    """
    until = time.monotonic() + SECONDS
    decoded = decode_text(data)
    notes = _note_decoding(decoded)
    lines = list_lines(decoded.text)
    if not any(line.strip() for line in lines[:1000]) and not decoded.text.strip():
        return empty_grid(Note("empty_file"), encoding=decoded.encoding)
    lines, dialect = _detect(lines)
    if needs_stand_ins(dialect):
        lines = list_lines(drop_noncharacters(decoded.text))
    split = split_rows(lines, dialect, until=until)
    _refuse_wide(median_low([len(row.cells) for row in split.rows] or [0]))  # before any cell
    if '"' in decoded.text:
        known = {note.row for note in split.notes}
        split.notes += _list_open_quotes(split.rows, known, lines, dialect)
    framed = frame_table(split.rows, sheet=False, dialect=dialect, until=until + SECONDS / 4)
    refuse_many(len(framed.records))
    _refuse_wide(framed.width)
    return _build(framed, dialect, decoded, [*notes, *split.notes])


def _list_open_quotes(
    rows: list[Row], known: set[int | None], lines: list[str], dialect: Dialect
) -> list[Note]:
    """Return a note for each row with a cell that a quote opens and none closes."""
    quoted = dialect if dialect.quote else replace(dialect, quote='"')
    ends = [row.number - 1 for row in rows[1:]] + [len(lines)]
    opened = (
        row
        for row, end in zip(rows, ends, strict=True)
        if row.number not in known
        and any(map(_opens, row.cells))
        and not is_strict(["".join(lines[row.number - 1 : end]).rstrip()], quoted)
    )
    return [
        Note("stray_quote", row.number, found=next(filter(_opens, row.cells))[:200])
        for row in islice(opened, _MOST_NAMED)
    ]


def _opens(cell: str) -> bool:
    """Tell whether a quote opens a cell and stays open; alone it means "the same as above"."""
    return len(cell) > 1 and cell[0] == '"' and cell.count('"') % 2 == 1


def _refuse_wide(columns: int) -> None:
    if columns > _MOST_COLUMNS:
        raise Unreadable(
            "This file has {columns} columns, more than the {limit} that can be read. "
            "Check the delimiter or split the file.",
            columns=columns,
            limit=_MOST_COLUMNS,
        )


def _detect(lines: list[str]) -> tuple[list[str], Dialect]:
    """Return the lines and their dialect; lines that are enclosed as a whole are opened."""
    head = _skip_blank(lines)
    if all(map(_WHOLE.fullmatch, filter(str.strip, head))):
        opened = [_open_line(line) for line in head if line.strip()]
        inner = detect_dialect(opened)
        width = find_width(opened, inner)
        even = [len(split_tolerant(line, inner)) == width for line in opened]
        if width > 2 and even[0] and sum(even) >= 0.9 * len(even):  # noqa: PLR2004
            return [_open_line(line) for line in lines], inner
    return lines, detect_dialect(head)


def _open_line(line: str) -> str:
    """Return a line without the quotes around the whole of it."""
    bare = line.rstrip("\r\n")
    if not _WHOLE.fullmatch(bare):
        return line
    return bare.strip()[1:-1].replace('""', '"') + line[len(bare) :]


def _skip_blank(lines: list[str]) -> list[str]:
    """Return the lines from the first one that has something in it."""
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return lines[first : first + 1000]


def _note_decoding(decoded: Decoded) -> list[Note]:
    notes = []
    if decoded.repaired:
        notes.append(Note("misread_letters", found="KZ-1048"))
    if decoded.unsure:
        notes.append(Note("unsure_letters", found="KZ-1048"))
    if decoded.damaged:
        notes.append(Note("damaged_bytes", found=str(decoded.damaged)))
    return notes


def _build(framed: Framed, dialect: Dialect, decoded: Decoded, notes: list[Note]) -> Grid:
    header = tuple(framed.header)
    header = _trim_names(header, framed)
    records = _trim(framed.records, framed.width, len(header))
    width = min(framed.width, len(header)) if records is not framed.records else framed.width
    records, families = _fit_header(records, framed.families[:width], len(header), dialect)
    records = repair_rows(records, families, dialect, notes)
    width = len(families)
    if header:
        notes += _list_unnamed(records, len(header), width, dialect)
    columns = max([width, len(header), *(len(row.cells) for row in records)])
    table, rows, widths = build_table(records, columns)
    return Grid(
        table=table,
        rows=rows,
        header=(*header, *[""] * (columns - len(header))) if header else (),
        letters=name_letters(0, columns),
        header_row=framed.header_row,
        encoding=decoded.encoding,
        delimiter=dialect.delimiter,
        widths=widths,
        notes=limit_notes([*notes, *framed.notes]),
        header_width=len(header) if header else None,
    )


def _fit_header(
    records: list[Row], families: list[str], named: int, dialect: Dialect
) -> tuple[list[Row], list[str]]:
    """Return records and kinds of as many columns as the header has, if one reading gives that."""
    if dialect.delimiter != "," or not 0 < named <= len(families):
        return records, families
    joined = join_decimals(records, named)
    if joined is None:
        return records, families
    fitting = [row.cells for row in joined if len(row.cells) == named]
    return joined, list_families(fitting, named)


def _list_unnamed(records: list[Row], named: int, width: int, dialect: Dialect) -> list[Note]:
    """Return a note for each record of the usual width that has more cells than the header."""
    if named >= width:
        return []
    wide = (row for row in records if len(row.cells) == width and any(row.cells[named:]))
    return [
        Note("too_many_cells", row.number, found=dialect.delimiter.join(row.cells)[:200])
        for row in islice(wide, _MOST_NAMED)
    ]


def _trim_names(header: tuple[str, ...], framed: Framed) -> tuple[str, ...]:
    """Return the header without the columns on its right that have neither name nor cells."""
    named = max((column + 1 for column, name in enumerate(header) if name), default=0)
    if not 0 < named < len(header) or len(header) < framed.width:
        return header
    return header if any(any(row.cells[named:]) for row in framed.records) else header[:named]


def _trim(records: list[Row], width: int, named: int) -> list[Row]:
    """Return records without the empty cells that a separator at every line's end makes."""
    if not 0 < named < width or any(any(row.cells[named:]) for row in records):
        return records
    return [row._replace(cells=row.cells[:named]) for row in records]


def with_notes(grid: Grid, *notes: Note) -> Grid:
    """Return a grid with further notes."""
    return replace(grid, notes=limit_notes([*notes, *grid.notes]))
