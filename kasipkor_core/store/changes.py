"""What a transaction changes, read before it is committed, and done once more elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from kasipkor_core.fetching import fetch
from kasipkor_core.store.tables import Table

_FRESH = 36028797018960000  # DuckDB numbers rows that are not committed yet from here on
_GROWING = ("ledger.", "tally.")  # rows of these are only ever added,
_SPANS = "tally.span"  # but for the ends of spans
_LESS = "from before except all from after"
_MORE = "from after except all from before"


@dataclass(frozen=True)
class Change:
    """What changes in a table.

    Attributes:
        table: The table.
        removed: Rows that are no more, with all columns.
        added: Rows that are new.
    """

    table: Table
    removed: pa.Table | None
    added: pa.Table


def list_changes(
    cursor: duckdb.DuckDBPyConnection,
    committed: duckdb.DuckDBPyConnection,
    tables: Sequence[Table],
) -> list[Change]:
    """Return what a transaction changes.

    Args:
        cursor: The transaction, before it is committed.
        committed: A connection that sees what stood before it.
        tables: The tables to look at.
    """
    before = committed.cursor()
    try:
        altered = [
            _compare(before, cursor, table) for table in _list_altered(before, cursor, tables)
        ]
    finally:
        before.close()
    added = [
        Change(table, None, _read_fresh(cursor, table)) for table in _list_grown(cursor, tables)
    ]
    return altered + added


def send_changes(there: duckdb.DuckDBPyConnection, changes: Sequence[Change]) -> None:
    """Make the same changes in a transaction of another ledger."""
    for change in changes:
        table = change.table
        if change.removed is not None and change.removed.num_rows:
            there.register("removed", change.removed)
            names = table.columns.split(", ")
            same = " and ".join(f"kept.{one} is not distinct from removed.{one}" for one in names)
            there.execute(f"delete from {table.name} as kept using removed where {same}")
            there.unregister("removed")
        if change.added.num_rows:
            there.register("added", change.added)
            there.execute(
                f"insert into {table.name} ({table.columns}) select {table.columns} from added"
            )
            there.unregister("added")


def _list_grown(cursor: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> list[Table]:
    question = " union all ".join(
        f"select '{table.name}' from {table.name} where rowid >= {_FRESH} group by all"
        for table in tables
    )
    grown = {name for (name,) in cursor.execute(question).fetchall()}
    return [table for table in tables if table.name in grown]


def _read_fresh(cursor: duckdb.DuckDBPyConnection, table: Table) -> pa.Table:
    rows = f"select {table.columns} from {table.name} where rowid >= {_FRESH} order by rowid"
    return fetch(cursor.execute(rows))


def _list_altered(
    before: duckdb.DuckDBPyConnection, after: duckdb.DuckDBPyConnection, tables: Sequence[Table]
) -> list[Table]:
    looked = [one for one in tables if one.name == _SPANS or not one.name.startswith(_GROWING)]
    question = " union all ".join(
        f"select '{table.name}', count(*), bit_xor(hash(row)) from {table.name} as row "
        f"where rowid < {_FRESH}"
        for table in looked
    )
    prints = {*after.execute(question).fetchall()} - {*before.execute(question).fetchall()}
    altered = {name for name, _, _ in prints}
    return [table for table in looked if table.name in altered]


def _compare(
    before: duckdb.DuckDBPyConnection, after: duckdb.DuckDBPyConnection, table: Table
) -> Change:
    rows = f"select {table.columns} from {table.name} where rowid < {_FRESH}"
    with duckdb.connect() as con:
        con.register("before", fetch(before.execute(rows)))
        con.register("after", fetch(after.execute(rows)))
        return Change(table, fetch(con.execute(_LESS)), fetch(con.execute(_MORE)))
