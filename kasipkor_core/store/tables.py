"""The tables that hold what was written: all that a copy of a ledger has to hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

_TABLES = """
    select schema_name || '.' || table_name, list(column_name order by column_index)
    from duckdb_columns()
    where
        database_name = current_database()
        and schema_name in ('ledger', 'tally', 'private', 'app')
        and table_name <> 'made'
    group by all
    order by all
"""


@dataclass(frozen=True)
class Table:
    """A table of facts.

    Attributes:
        name: With its schema.
        columns: Their names, divided by commas, in the order of the table.
    """

    name: str
    columns: str


def escape(text: str | Path) -> str:
    """Return a text as it stands between quotes in SQL, where no parameter is taken."""
    return str(text).replace("'", "''")


def list_tables(con: duckdb.DuckDBPyConnection) -> list[Table]:
    """Return the tables of a migrated ledger; what each process has made for itself is left out."""
    return [Table(name, ", ".join(columns)) for name, columns in con.execute(_TABLES).fetchall()]


def copy_rows(
    con: duckdb.DuckDBPyConnection, tables: Iterable[Table], *, source: str, target: str
) -> None:
    """Add all rows of one attached ledger to another.

    Args:
        con: A connection that has both.
        tables: Which tables.
        source: Name of the one database.
        target: Name of the other.
    """
    for table in tables:
        con.execute(
            f"insert into {target}.{table.name} ({table.columns}) "
            f"select {table.columns} from {source}.{table.name}"
        )
