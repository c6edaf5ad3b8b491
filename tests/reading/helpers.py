"""What the reading tests share."""

from kasipkor_core.reading import iter_rows, read_grid


def read_rows(data, **known):
    """Return header and records as `kasipkor read` prints them, and the grid."""
    grid = read_grid(data.encode() if isinstance(data, str) else data, **known)
    rows = list(iter_rows(grid))
    return (rows[0], rows[1:], grid) if grid.header else ([], rows, grid)


def codes(grid):
    return [(note.code, note.row) for note in grid.notes]
