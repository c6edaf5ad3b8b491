"""Writing the file anew after an erasure: deleted rows lie in its free blocks until then."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from kasipkor_core.store.migrate import apply_migrations

_DUE = "select count(*) from app.erasure"
_TABLES = """
    select schema_name, table_name
    from duckdb_tables()
    where
        database_name = current_database()
        and schema_name in ('ledger', 'tally', 'private', 'app')
        and table_name <> 'erasure'
    order by all
"""


def is_due(con: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether something was erased since the file was last written anew."""
    row = con.execute(_DUE).fetchone()
    return bool(row and row[0])


def rewrite_file(path: Path, connect: Callable[[str], duckdb.DuckDBPyConnection]) -> None:
    """Put a file with the same facts, and nothing else, in the place of a closed ledger.

    Views and reference tables are left out: the next opening makes them.

    Args:
        path: The ledger, of the newest version; nobody has it open.
        connect: Opens or makes a database.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    fresh = connect(str(part))
    try:
        apply_migrations(fresh)
        fresh.execute(f"attach '{_escape(path)}' as former (read_only)")
        for schema, table in fresh.execute(_TABLES).fetchall():
            fresh.table(f"former.{schema}.{table}").insert_into(f"{schema}.{table}")
        fresh.execute("detach former")
    finally:
        fresh.close()
    part.replace(path)


def _escape(path: Path) -> str:
    return str(path).replace("'", "''")
