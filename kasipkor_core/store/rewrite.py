"""Writing the file anew after an erasure: deleted rows lie in its free blocks until then."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from kasipkor_core.store.migrate import apply_migrations
from kasipkor_core.store.tables import copy_rows, escape, list_tables

_DUE = "select count(*) from app.erasure"


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
        fresh.execute(f"attach '{escape(path)}' as former (read_only)")
        kept = [table for table in list_tables(fresh) if table.name != "app.erasure"]
        (name,) = fresh.execute("select current_database()").fetchone() or ("",)
        copy_rows(fresh, kept, source="former", target=f'"{name}"')
        fresh.execute("detach former")
    finally:
        fresh.close()
    part.replace(path)
