"""Diff: what a corrected sheet would change in the batch it replaces."""

import duckdb
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.fetching import fetch
from kasipkor_core.sheets.formats import Format

_OVERLAP = "select count(*) from (select key from diff_new intersect select key from diff_old)"


def diff(cursor: duckdb.DuckDBPyConnection, fmt: Format, *, batch_no: int) -> pa.Table:
    """Compare the staged sheet with the batch it is to replace.

    Args:
        cursor: The cursor the sheet was staged on.
        fmt: Format of its kind.
        batch_no: The former batch, still in force.

    Returns:
        One row a difference, in the order of the sheet, removed rows last:

        ========== ======= =======================================================
        change     string  added, changed, removed
        key        string  what the row is about: contest, entry, aspect, judge
        field      string  the field that changed; null for added and removed rows
        old        string  value in the former batch
        new        string  value in the sheet
        source_row int32   row of the sheet; null for removed rows
        ========== ======= =======================================================
    """
    _compare(cursor, fmt, batch_no)
    return fetch(cursor.sql(_read_sql("compare")))


def overlaps(cursor: duckdb.DuckDBPyConnection, fmt: Format, *, batch_no: int) -> bool:
    """Say whether the staged sheet and a former batch speak of the same thing."""
    _compare(cursor, fmt, batch_no)
    return cursor.execute(_OVERLAP).fetchone() != (0,)


def _compare(cursor: duckdb.DuckDBPyConnection, fmt: Format, batch_no: int) -> None:
    for statement in cursor.extract_statements(_read_sql(fmt.kind)):
        is_about_batch = "batch_no" in statement.named_parameters
        cursor.execute(statement, {"batch_no": batch_no} if is_about_batch else None)


def _read_sql(name: str) -> str:
    return (house.SQL / "diff" / f"{name}.sql").read_text(encoding="utf-8")
