"""Which kind of sheet a file most likely is, by what its columns seem to mean."""

from kasipkor_core.reading import Grid
from kasipkor_core.sheets.formats import list_kinds, read_format
from kasipkor_core.sheets.mapping import Column, propose_mapping

_OFTEN = ("marks", "scores", "scheme", "entries", "experts", "participants")  # of equals, the first
_EXACT, _NEAR, _UNKNOWN, _MAIN, _MISSING = 3, 1, -2, 3, -4  # chosen on the sheets of a season


def guess_kind(grid: Grid) -> str:
    """Return the kind whose format knows most of the columns and misses least of its own.

    What a kind is about (``main``) weighs most: names and regions stand on sheets of every kind.
    """
    kinds = dict.fromkeys((*_OFTEN, *list_kinds()))
    return max(kinds, key=lambda kind: _weigh(grid, kind))


def _weigh(grid: Grid, kind: str) -> int:
    fmt = read_format(kind)
    columns = propose_mapping(grid, fmt).columns
    known = {column.field for column in columns if column.field}
    near = {column.suggestions[0] for column in columns if column.suggestions}
    required = {one.name for one in fmt.fields if one.required and one.name != "contest"}
    return (
        sum(map(_weigh_column, columns))
        + _MAIN * (fmt.main in known)
        + _MISSING * len(required - known - near)
    )


def _weigh_column(column: Column) -> int:
    if column.field:
        return _EXACT
    if column.suggestions:
        return _NEAR
    return _UNKNOWN if column.header and column.how != "ignored" else 0
