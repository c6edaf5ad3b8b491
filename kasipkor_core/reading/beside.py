"""Tables side by side: an empty column between names divides them, the first one is read."""

from collections.abc import Sequence

from kasipkor_core.reading.split import Row


def find_gap(header: Sequence[str], records: Sequence[Row]) -> int | None:
    """Return the column that divides two tables, or null.

    A lone name beyond an empty column, as of a total, is no table.

    Args:
        header: The joined header.
        records: The records under it.

    Returns:
        The first column without a name and without a cell that has two names on either side.
    """
    for column, name in enumerate(header):
        several = not name and min(_count(header[:column]), _count(header[column:])) > 1
        if several and not any(any(row.cells[column : column + 1]) for row in records):
            return column
    return None


def _count(names: Sequence[str]) -> int:
    return len(names) - list(names).count("")


def cut_rows(records: Sequence[Row], width: int) -> list[Row]:
    """Return the records of the left table: those with something in its columns."""
    return [
        Row(row.number, row.cells[:width], row.raw) for row in records if any(row.cells[:width])
    ]
