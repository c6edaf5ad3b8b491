"""Rows with too many or too few separators: put right where only one reading is possible."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kasipkor_core.reading.dialect import Dialect
from kasipkor_core.reading.grid import Code, Note
from kasipkor_core.reading.header import compare
from kasipkor_core.reading.kinds import WHITE, kind_of
from kasipkor_core.reading.quotes import split_tolerant
from kasipkor_core.reading.split import Row

_FRACTION = re.compile(r"[+\-−]?\d{1,9},\d{1,4}")
_DECIMAL = re.compile(r"[+\-−]?\d+[.,]\d+")
_OTHERS = (";", "\t", "|", ",", " ", ":", ", ")
_MOST_CELLS = 80
_SAMPLE = 400
_LOOKS = 50_000


def repair_rows(
    records: list[Row], families: Sequence[str], dialect: Dialect, notes: list[Note]
) -> list[Row]:
    """Return the records with those of unusual width recovered where that needs no guess.

    Args:
        records: Records of one table.
        families: Kind of each column; its length is the usual width.
        dialect: How the text is written.
        notes: A note is added for each unusual row, recovered or kept as it is.

    Returns:
        As many records as before.
    """
    width = len(families)
    usual = [row.cells for row in records[:_SAMPLE] if len(row.cells) == width]
    decimals = frozenset(_list_decimals(usual, families))
    repaired, looks = [], 0
    for row in records:
        if len(row.cells) != width and looks < _LOOKS:
            looks += 1
            row = _repair(row, families, decimals=decimals, dialect=dialect, notes=notes)  # noqa: PLW2901
        repaired.append(row)
    return repaired


def _list_decimals(rows: list[list[str]], families: Sequence[str]) -> Iterator[int]:
    for column, family in enumerate(families):
        cells = [row[column] for row in rows if row[column]]
        fractions = sum(1 for cell in cells if _DECIMAL.fullmatch(cell))
        if family == "number" and fractions * 2 >= len(cells):
            yield column


def _repair(
    row: Row,
    families: Sequence[str],
    *,
    decimals: frozenset[int],
    dialect: Dialect,
    notes: list[Note],
) -> Row:
    cells = split_otherwise(row, families, dialect) or _split_requoted(row, families, dialect)
    code: Code = "other_delimiter" if len(row.cells) < len(families) else "stray_quote"
    if cells is None:
        cells, code = _join_only_way(row, families, decimals, dialect), "joined_cells"
    if cells is None:
        code = "too_many_cells" if len(row.cells) > len(families) else "too_few_cells"
    shown = (row.raw or dialect.delimiter.join(row.cells))[:200]
    notes.append(Note(code, row.number, found=shown))
    return row if cells is None else replace_cells(row, cells)


def replace_cells(row: Row, cells: list[str]) -> Row:
    """Return a row with other cells."""
    return Row(row.number, cells, row.raw)


def split_otherwise(row: Row, families: Sequence[str], dialect: Dialect) -> list[str] | None:
    """Return the cells of a line that is divided by another character than the rest.

    Args:
        row: A row with too few cells, and its line as it stands.
        families: Kind of each column.
        dialect: How the text is written.

    Returns:
        As many cells as there are columns, of the right kinds; null when no character gives that.
    """
    if not row.raw or len(row.cells) >= len(families) or len(families) < 3:  # noqa: PLR2004
        return None
    for delimiter in _OTHERS:
        if delimiter == dialect.delimiter or delimiter not in row.raw:
            continue
        other = replace(dialect, delimiter=delimiter, escape="")
        text = row.raw if len(delimiter) == 1 else row.raw.replace(delimiter, other.char)
        cells = [cell.strip(WHITE) for cell in split_tolerant(text, other)]
        if len(cells) == len(families) and _agrees(cells, families):
            return cells
    return None


def _split_requoted(row: Row, families: Sequence[str], dialect: Dialect) -> list[str] | None:
    """Return the cells of a line that is enclosed in the other kind of quote than the rest."""
    quote = "'" if dialect.quote == '"' else '"'
    if len(row.cells) <= len(families) or row.raw.count(quote) < 2:  # noqa: PLR2004
        return None
    if len(dialect.delimiter) != 1 or dialect.escape:
        return None
    cells = split_tolerant(row.raw, replace(dialect, quote=quote))
    cells = [cell.strip(WHITE) for cell in cells]
    return cells if len(cells) == len(families) and _agrees(cells, families) else None


def _agrees(cells: list[str], families: Sequence[str]) -> bool:
    same, other = compare(cells, families)
    return bool(same) and not other


def _join_only_way(
    row: Row, families: Sequence[str], decimals: frozenset[int], dialect: Dialect
) -> list[str] | None:
    """Return the cells joined to the usual width when exactly one way agrees with the columns."""
    if dialect.delimiter != "," or not len(families) < len(row.cells) <= _MOST_CELLS:
        return None
    ways: list[list[str]] = []
    _join(row.cells, families, decimals, [], ways)
    return ways[0] if len(ways) == 1 else None


def _join(
    cells: list[str],
    families: Sequence[str],
    decimals: frozenset[int],
    done: list[str],
    ways: list[list[str]],
) -> None:
    """Collect at most two ways to make the cells fit the columns, joining decimal commas only."""
    column, extra = len(done), len(cells) - (len(families) - len(done))
    if len(ways) > 1 or extra < 0:
        return
    if column == len(families):
        ways.extend([] if extra else [list(done)])
        return
    if _fits(cells[0], families[column]):
        _join(cells[1:], families, decimals, [*done, cells[0]], ways)
    joined = ",".join(cells[:2])
    if extra and column in decimals and _FRACTION.fullmatch(joined):
        _join(cells[2:], families, decimals, [*done, joined], ways)


def _fits(cell: str, family: str) -> bool:
    kind = kind_of(cell)
    return kind in ("", "void") or not family or kind == family
