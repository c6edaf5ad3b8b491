"""Rows to the Grid's columns."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kasipkor_core.reading.grid import Grid, Note
from kasipkor_core.reading.split import Row

_CHUNK = 50_000
_MOST_NOTES = 1_000


def name_letters(first: int, count: int) -> tuple[str, ...]:
    """Return column letters as sheets have them: A, B, ... Z, AA."""
    return tuple(_letter(first + index) for index in range(count))


def _letter(index: int) -> str:
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def build_table(records: Sequence[Row], width: int) -> tuple[pa.Table, Any, Any]:
    """Return records as text columns, their row numbers, and their widths when these differ.

    Args:
        records: Rows in file order.
        width: Number of columns.

    Returns:
        The table, int32 row numbers, and int32 widths or null.
    """
    names = [f"c{index}" for index in range(width)]
    schema = pa.schema([(name, pa.string()) for name in names])
    rest = iter(records)
    batches = []
    while chunk := list(islice(rest, _CHUNK)):
        batches.append(pa.record_batch(_columns(chunk, width), schema=schema))
    table = pa.Table.from_batches(batches, schema=schema)
    rows = pa.array(np.fromiter((row.number for row in records), np.int32, len(records)))
    widths = np.fromiter((len(row.cells) for row in records), np.int32, len(records))
    ragged = bool(len(records)) and bool((widths != width).any())
    return table, rows, pa.array(widths) if ragged else None


def _columns(rows: list[Row], width: int) -> list[Any]:
    blank = [""] * width
    padded = [
        row.cells if len(row.cells) == width else [*row.cells, *blank][:width] for row in rows
    ]
    columns = zip(*padded, strict=True) if width else ()
    return [_column(list(column)) for column in columns]


def _column(cells: list[str]) -> Any:  # noqa: ANN401 - pa.StringArray
    texts: Any = pa.array(cells, pa.string())
    return pc.if_else(pc.equal(texts, pa.scalar("")), None, texts) if "" in cells else texts


def limit_notes(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes in file order, a thousand at most and then one that says how many more."""
    ordered = sorted(notes, key=lambda note: (note.row is not None, note.row or 0))
    if len(ordered) <= _MOST_NOTES:
        return tuple(ordered)
    more = Note("more_notes", ordered[_MOST_NOTES].row, found=str(len(ordered) - _MOST_NOTES))
    return (*ordered[:_MOST_NOTES], more)


def empty_grid(*notes: Note, **known: Any) -> Grid:  # noqa: ANN401 - passed on to Grid
    """Return a grid without columns and rows."""
    return Grid(
        table=pa.table({}),
        rows=pa.array([], pa.int32()),
        header=(),
        letters=(),
        notes=notes,
        **known,
    )


def iter_rows(grid: Grid) -> Iterator[list[str]]:
    """Yield the header, if there is one, and then every record with as many cells as it has.

    Args:
        grid: What was read.

    Yields:
        Texts; an empty cell is an empty text.
    """
    if grid.header:
        yield list(grid.header[: grid.header_width])
    start = 0
    for batch in grid.table.to_batches(max_chunksize=_CHUNK):
        cells = [
            ["" if cell is None else cell for cell in column.to_pylist()]
            for column in batch.columns
        ]
        rows = zip(*cells, strict=True)
        if grid.widths is None:
            yield from map(list, rows)
        else:
            widths = grid.widths.slice(start, batch.num_rows).to_pylist()
            yield from (list(row[:width]) for row, width in zip(rows, widths, strict=True))
        start += batch.num_rows
