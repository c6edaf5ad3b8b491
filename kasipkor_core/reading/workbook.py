"""Workbooks to Grid: xlsx, xls, xlsb and ods through calamine, values as the sheet means them."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.build import build_table, empty_grid, limit_notes, name_letters
from kasipkor_core.reading.containers import BROKEN, cut_off, locked, refuse_unsafe
from kasipkor_core.reading.grid import Grid, Note
from kasipkor_core.reading.header import Merge
from kasipkor_core.reading.kinds import WHITE
from kasipkor_core.reading.marks import read_marks
from kasipkor_core.reading.merged import fill_down
from kasipkor_core.reading.sheet_marks import Marks
from kasipkor_core.reading.shown import PERCENT, fill_pattern
from kasipkor_core.reading.split import Row, refuse_many
from kasipkor_core.reading.table import Framed, frame_table

_EXACT = 16  # characters of a double without noise


def list_workbook_sheets(data: bytes) -> tuple[str, ...]:
    """Return the names of all sheets.

    Args:
        data: The whole workbook.

    Returns:
        Names in the workbook's order.

    Raises:
        Unreadable: locked, cut off, too large.
    """
    return tuple(_open(data).sheet_names)


def read_workbook(data: bytes, *, sheet: str | None) -> Grid:
    """Return the first table of a sheet.

    Args:
        data: The whole workbook.
        sheet: Name of the sheet; without it the first that holds a table.

    Returns:
        The grid; without columns when nothing is written in the workbook.

    Raises:
        Unreadable: locked, cut off, too large, or without a sheet of that name.
    """
    book = _open(data)
    names = tuple(book.sheet_names)
    if sheet is not None and sheet not in names:
        raise Unreadable(
            "This workbook has no sheet {sheet}. Its sheets are: {sheets}.",
            sheet=sheet,
            sheets=", ".join(names),
        )
    chosen = [sheet] if sheet is not None else _order_sheets(book)
    best: Grid | None = None
    for name in chosen:
        grid = _read_sheet(book, data, name, names)
        if sheet is not None or _holds_table(grid):
            return grid
        best = _fuller(best, grid)
    return best or empty_grid(Note("empty_file"), sheets=names)


def _open(data: bytes) -> CalamineWorkbook:
    refuse_unsafe(data)
    book: CalamineWorkbook = _guard(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    return book


def _guard(call: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever calamine gives
    """Return what calamine gives, or say that the workbook is broken."""
    try:
        return call()
    except (CalamineError, *BROKEN) as error:
        raise locked() if "assword" in str(error) else cut_off() from error
    except BaseException as error:
        # A panic of the Rust reader is no Exception and has no class that could be imported.
        if type(error).__name__ == "PanicException":
            raise cut_off() from error
        raise


def _order_sheets(book: CalamineWorkbook) -> list[str]:
    """Return the sheets in their order, hidden ones last."""
    visible = [
        each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible
    ]
    return [*visible, *(name for name in book.sheet_names if name not in visible)]


def _holds_table(grid: Grid) -> bool:
    """Tell whether a sheet is more than a cover: several columns, and records or names of them."""
    width = _count_used(grid)
    if width < 2:  # noqa: PLR2004
        return False
    return grid.table.num_rows > 0 and (width > 2 or grid.table.num_rows > 8)  # noqa: PLR2004


def _count_used(grid: Grid) -> int:
    """Return how many columns have a cell in some record, or else how many have a name."""
    used = sum(column.null_count < len(column) for column in grid.table.columns)
    return used or sum(map(bool, grid.header))


def _fuller(best: Grid | None, grid: Grid) -> Grid:
    if best is None:
        return grid
    return grid if _size(grid) > _size(best) else best


def _size(grid: Grid) -> tuple[int, int]:
    return (grid.table.num_rows + bool(grid.header)) * max(1, grid.table.num_columns), len(
        grid.header
    )


def _read_sheet(book: CalamineWorkbook, data: bytes, name: str, names: tuple[str, ...]) -> Grid:
    sheet: CalamineSheet = _guard(lambda: book.get_sheet_by_name(name))
    if not sheet.width or sheet.start is None:
        return empty_grid(Note("empty_file"), sheet=name, sheets=names)
    refuse_many(sheet.height)
    values = _guard(lambda: sheet.to_python(skip_empty_area=True))
    top, left = sheet.start
    marks = _guard(lambda: read_marks(data, list(book.sheet_names).index(name)))
    marks.merges += sheet.merged_cell_ranges or []
    cells = [
        [value.strip(WHITE) if type(value) is str else text_of(value) for value in row]
        for row in values
    ]
    percents = _show_numbers(cells, values, marks, top, left)
    return _frame(cells, top, left, marks, percents, sheet=name, sheets=names)


def _show_numbers(
    cells: list[list[str]], values: list[list[object]], marks: Marks, top: int, left: int
) -> list[Note]:
    """Write numbers as their format shows them, codes and percent; return notes on percent."""
    notes = []
    for (row, column), pattern in marks.patterns.items():
        line, place = row - top, column - left
        if not (0 <= line < len(cells) and 0 <= place < len(cells[line])):
            continue
        if type(values[line][place]) not in (int, float):
            continue
        text = cells[line][place]
        if pattern == PERCENT:
            cells[line][place] = shown = f"{(Decimal(text) * 100).normalize():f}"
            notes.append(Note("percent_read", row + 1, name_letters(column, 1)[0], shown))
        elif text.isdecimal():
            cells[line][place] = fill_pattern(pattern, text)
    return notes


def _frame(
    cells: list[list[str]],
    top: int,
    left: int,
    marks: Marks,
    percents: Sequence[Note],
    *,
    sheet: str,
    sheets: tuple[str, ...],
) -> Grid:
    lead = _count_blank_columns(cells)
    shown = [row[lead:] for row in cells] if lead else cells
    rows = [Row(number, row) for number, row in enumerate(shown, top + 1)]
    moved: list[Merge] = [
        (first[0] - top, first[1] - left - lead, last[0] - top, last[1] - left - lead)
        for first, last in marks.merges
    ]
    merges = [each for each in moved if min(each) >= 0]
    framed = frame_table(rows, sheet=True, merges=merges)
    merged = fill_down(rows, merges, framed, left=left + lead)
    if merged:
        framed = frame_table(rows, sheet=True, merges=merges)
    width = _find_used(framed)
    records = framed.records
    if width < framed.width:
        records = [Row(row.number, row.cells[:width]) for row in records]
    table, numbers, _ = build_table(records, width)
    header = tuple(framed.header[:width])
    return Grid(
        table=table,
        rows=numbers,
        header=header,
        letters=name_letters(left + lead, width),
        header_row=framed.header_row,
        sheet=sheet,
        sheets=sheets,
        notes=limit_notes([*framed.notes, *merged, *_note_marks(marks, percents, framed)]),
        header_width=len(header) if header else None,
    )


def _count_blank_columns(cells: list[list[str]]) -> int:
    """Return how many columns on the left have nothing in them."""
    least = len(cells[0]) if cells else 0
    for row in cells:
        if not least or row[0]:
            return 0
        least = next((i for i, cell in enumerate(row[:least]) if cell), least)
    return least


def _find_used(framed: Framed) -> int:
    """Return how many columns the table uses, empty ones on the right left out."""
    width = max((i + 1 for i, name in enumerate(framed.header) if name), default=0)
    for row in framed.records:
        if width >= framed.width:
            break
        used = next((i + 1 for i in range(len(row.cells) - 1, -1, -1) if row.cells[i]), 0)
        width = max(width, used)
    return width


def _note_marks(marks: Marks, percents: Sequence[Note], framed: Framed) -> list[Note]:
    """Return notes on hidden records, on formulas gone wrong, and on each column of percent."""
    notes = [
        Note("hidden_row", row.number, found=" ".join(filter(None, row.cells))[:200])
        for row in framed.records
        if row.number in marks.hidden
    ]
    if not framed.records:
        return notes
    # Between the records too: a row that its errors leave nearly empty is none.
    rows = range(framed.records[0].number, framed.records[-1].number + 1)
    for row, column in marks.unsolved:
        if row + 1 in rows:
            notes.append(Note("formula_without_result", row + 1, name_letters(column, 1)[0]))
    for (row, column), error in marks.errors.items():
        if row + 1 in rows:
            notes.append(Note("formula_error", row + 1, name_letters(column, 1)[0], error))
    firsts: dict[str | None, Note] = {}
    for note in percents:
        if note.row in rows:
            firsts.setdefault(note.column, note)
    return [*notes, *firsts.values()]


def text_of(value: object) -> str:
    """Return a cell's value as text: numbers in shortest form, dates and times ISO."""
    if isinstance(value, str):
        return value.strip(WHITE)
    if isinstance(value, float):
        text = repr(value)
        return text[:-2] if text.endswith(".0") and len(text) < _EXACT else _shorten(value, text)
    return "" if value is None else _WRITERS.get(type(value), str)(value)


def _shorten(value: float, text: str) -> str:
    """Return a double as a sheet shows it: 15 digits at most, no noise, no exponent."""
    if len(text) < _EXACT and "e" not in text:
        return text
    text = f"{value:.15g}"
    if "e" in text and abs(value) < 1e30:  # noqa: PLR2004 - beyond that nobody writes digits out
        return f"{value:.20f}".rstrip("0").rstrip(".") if abs(value) < 1 else str(int(value))
    return text


def _text_of_moment(value: dt.datetime) -> str:
    rounded = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
    if rounded.time() == dt.time.min:
        return rounded.date().isoformat()
    return rounded.isoformat()


def _text_of_span(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "TRUE" if value else "FALSE",
    dt.datetime: _text_of_moment,
    dt.timedelta: _text_of_span,
    dt.date: dt.date.isoformat,
    dt.time: dt.time.isoformat,
}
