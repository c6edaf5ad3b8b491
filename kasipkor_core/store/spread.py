"""Spreading: a view that is one row a cell becomes a table with the columns its rules name."""

import pyarrow as pa

Key = tuple[object, ...]
_TEXT: pa.DataType = pa.string()


def spread_cells(table: pa.Table, *, keys: tuple[str, ...]) -> pa.Table:
    """Return one row for each key, with a text column for each ``column_name``.

    Args:
        table: Rows with ``ord``, ``column_name``, ``value`` and the keys.
        keys: Columns that tell the rows of the answer apart; they are not in the answer.

    Returns:
        Columns by their least ``ord``, then by name; rows in the order of the keys. Where a row
        does not have a column, its cell is null.

    Source:
        Rulebook DE-11, OQ-08 (a file whose columns are the ruleset's).
    """
    cells = table.to_pylist()
    places: dict[str, int] = {}
    rows: dict[Key, dict[str, str | None]] = {}
    for cell in cells:
        name = cell["column_name"]
        places[name] = min(cell["ord"], places.get(name, cell["ord"]))
        rows.setdefault(tuple(cell[key] for key in keys), {})[name] = cell["value"]
    names = sorted(places, key=lambda name: (places[name], name))
    listed = [rows[key] for key in sorted(rows, key=str)]
    columns = {name: pa.array([row.get(name) for row in listed], _TEXT) for name in names}
    return pa.table(columns)
