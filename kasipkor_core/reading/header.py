"""Which rows are the header: by the kinds of the columns under it, never by its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kasipkor_core.reading.kinds import VALUES, kind_of, list_families, parse_number

_MOST_ROWS = 6
_LONGEST_NAME = 120
_YEARS = range(1900, 2101)

Cells = Sequence[str]
Merge = tuple[int, int, int, int]


@dataclass(frozen=True)
class Block:
    """The first rows of a table, header and records together.

    Attributes:
        rows: Cells of the first rows.
        width: Number of columns.
        merges: Merged ranges as first row, first column, last row, last column, rows counted
            like ``rows``.
    """

    rows: Sequence[Cells]
    width: int
    merges: Sequence[Merge] = ()


def count_header_rows(block: Block) -> int:
    """Return how many of the first rows of a block are its header; 0 without one."""
    rows = block.rows
    if not rows or not _is_header(rows[0], rows[1:], block.width):
        return 0
    count = max(1, _count_merged(block))
    while count < min(len(rows) - 1, _MOST_ROWS) and _is_further(block, count):
        count += 1
    return min(count, len(rows))


def _count_merged(block: Block) -> int:
    """Return how many rows the cells merged downwards in the first row reach over."""
    reach = [last - first + 1 for first, _, last, _ in block.merges if first == 0]
    return min(max(reach, default=1), _MOST_ROWS)


def join_header(block: Block, count: int) -> list[str]:
    """Return the header's rows joined by one blank, group names repeated over their columns."""
    filled = [_pad(row, block.width) for row in block.rows[:count]]
    for first, left, _, right in block.merges:
        if 0 <= first < count and left < block.width:
            name = filled[first][left]
            filled[first][left : right + 1] = [name] * (min(right + 1, block.width) - left)
    for above, below in pairwise(filled):
        _spread_groups(above, below)
    return [
        " ".join(_squeeze(part) for part in parts if part) for parts in zip(*filled, strict=True)
    ]


def _pad(row: Cells, width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _spread_groups(above: list[str], below: list[str]) -> None:
    """Repeat a group's name over the unnamed columns to its right that the next row names."""
    if any(left and left == right for left, right in pairwise(above)):
        return  # names that are repeated already show how far each group reaches
    for column in range(1, len(above)):
        if not above[column] and below[column] and below[column - 1]:
            above[column] = above[column - 1]


def is_like_header(row: Cells, families: Sequence[str]) -> bool:
    """Tell whether a row names columns of these kinds rather than being one of their records."""
    same, other = compare(row, families)
    if not other:
        return False
    return not same or _is_sequence([row[column] for column in same], len(other))


def compare(row: Cells, families: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the columns where a row has the kind of the column, and where it has words instead."""
    same, other = [], []
    for column, (cell, family) in enumerate(zip(row, families, strict=False)):
        kind = kind_of(cell)
        if not family or kind in ("", "void"):
            continue
        if kind == family or (family in VALUES and kind in VALUES):
            same.append(column)
        elif not (family == "code" and kind in VALUES):
            other.append(column)
        else:
            same.append(column)
    return same, other


def _is_sequence(cells: list[str], others: int) -> bool:
    """Tell whether the numbers of a row are names: years, or 1, 2, 3 over other numbers."""
    values = [parse_number(cell) for cell in cells]
    if any(value is None or not value.is_integer() for value in values):
        return False
    whole = [int(value) for value in values if value is not None]
    steps = {after - before for before, after in pairwise(whole)}
    years = all(value in _YEARS for value in whole)
    return (years and len(whole) + others > 1) or (len(whole) > 2 and steps == {1})  # noqa: PLR2004


def _is_header(row: Cells, below: Sequence[Cells], width: int) -> bool:
    families = list_families(below, width)
    if any(family in VALUES or family == "code" for family in families):
        same, other = compare(row, families)
        if same and not other:
            return _is_counted(row, same, below)
        if same or other:
            return is_like_header(row, families)
    return _is_named(row, below)


def _is_counted(row: Cells, columns: list[int], below: Sequence[Cells]) -> bool:
    """Tell whether the columns are named by years or numbers one apart, which no record has."""
    words = any(kind_of(cell) == "text" for cell in row)
    return (
        words
        and len(columns) > 1
        and _steps(row, columns) == {1}
        and not any(_steps(each, columns) == {1} for each in below)
    )


def _steps(row: Cells, columns: list[int]) -> set[float | None]:
    """Return the differences between neighbours among whole numbers; null for anything else."""
    values = [parse_number(row[column]) if column < len(row) else None for column in columns]
    return {
        None if before is None or after is None else after - before
        for before, after in pairwise(values)
    }


def _is_named(row: Cells, below: Sequence[Cells]) -> bool:
    """Tell whether a row over columns of plain text can be their names."""
    names = [cell for cell in row if cell]
    if any(kind_of(name) in VALUES or len(name) > _LONGEST_NAME for name in names):
        return False
    if len({name.casefold() for name in names}) < len(names) - 1:
        return False
    others = [each for each in below if list(each) != list(row)]
    return not any(_recurs(row[column], column, others) for column in range(len(row)))


def _recurs(name: str, column: int, below: Sequence[Cells]) -> bool:
    return bool(name) and any(column < len(row) and row[column] == name for row in below)


def _is_further(block: Block, index: int) -> bool:
    """Tell whether one more row belongs to the header: it names what the rows above leave open."""
    row, above = block.rows[index], block.rows[index - 1]
    if list(row) == list(block.rows[0]) and any(row):
        return True
    names = [cell for cell in row if cell]
    if not names or len(set(names)) < len(names) / 2:
        return False
    lone = len(names) == 1 and any(_at(each, row.index(names[0])) for each in block.rows[:index])
    if lone or (_at(block.rows[0], 0) and kind_of(_at(row, 0)) in VALUES):
        return False  # a name under a name is neither alone nor a number
    families = list_families(block.rows[index + 1 :], block.width)
    same, other = compare(row, families)
    if same:
        return False
    typed = sum(1 for family in families if family)
    if _fills_gaps(row, above) and (typed or block.merges or _names_groups(row, above)):
        return True
    return len(other) >= max(2, 0.6 * typed) and _distinct(row, other)


def _fills_gaps(row: Cells, above: Cells) -> bool:
    """Tell whether a row has names just where the row above, or a group name in it, has none."""
    open_columns = [column for column, cell in enumerate(row) if cell and not _at(above, column)]
    closed = [column for column, cell in enumerate(row) if not cell and _at(above, column)]
    return bool(open_columns) and bool(closed)


def _names_groups(row: Cells, above: Cells) -> bool:
    """Tell whether a row only names the columns of groups: each name under or right of a group."""
    named = [column for column, cell in enumerate(row) if cell]
    first, last = named[0], named[-1]
    return (
        first > 0
        and len(named) > 1
        and named == list(range(first, last + 1))
        and bool(_at(above, first))
        and not any(_at(above, column) for column in named[1:])
    )


def _at(row: Cells, column: int) -> str:
    return row[column] if column < len(row) else ""


def _distinct(row: Cells, columns: list[int]) -> bool:
    return len({row[column] for column in columns}) == len(columns)
