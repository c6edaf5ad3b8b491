"""The views: made anew when their files or they themselves changed, in the order they ask for."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from kasipkor_core import house
from kasipkor_core.store import made

LAYERS = ("fact", "score", "mart", "audit")
_REFERENCE = re.compile(r"\b(fact|score|mart|audit)\.([a-z_]+)")
_EXISTING = """
    select schema_name || '.' || view_name
    from duckdb_views()
    where schema_name in ('fact', 'score', 'mart', 'audit') and database_name = current_database()
"""

# In small letters: DuckDB 2.0 keeps types as the file writes them until it is opened again.
_CATALOGUE = """
    select md5(lower(string_agg(line, chr(10) order by line)))
    from (
        select concat_ws(chr(31), schema_name, view_name, comment, sql) as line
        from duckdb_views()
        where schema_name in ('fact', 'score', 'mart', 'audit')
            and database_name = current_database()
        union all
        select concat_ws(chr(31), schema_name, function_name, parameters, macro_definition)
        from duckdb_functions()
        where schema_name in ('fact', 'score', 'mart', 'audit')
            and database_name = current_database()
    ) as entry
"""


def list_views() -> dict[str, Path]:
    """Return the file of every view, by name (``layer.view``), in an order that can be run."""
    files = {
        f"{file.parent.name}.{file.stem}": file for file in (house.SQL / "views").glob("*/*.sql")
    }
    order = TopologicalSorter(
        {name: _read_references(file) & files.keys() for name, file in files.items()}
    )
    return {name: files[name] for name in order.static_order()}


def create_views(con: duckdb.DuckDBPyConnection, *, anew: bool = False) -> None:
    """Make every view and macro, in one transaction; drop the views no file describes.

    Binding a hundred nested views takes seconds, so nothing is done when neither the files nor
    what the database holds differ from the last time.

    Args:
        con: A connection to the migrated ledger, its ``ref`` tables loaded.
        anew: Make them whatever stands there.
    """
    files_md5 = _hash_files()
    stands = _hash_catalogue(con)
    if not anew and made.is_made(con, "views", files_md5=files_md5, catalogue_md5=stands):
        return
    con.execute("begin")
    try:
        _make_all(con)
        made.remember(con, "views", files_md5=files_md5, catalogue_md5=_hash_catalogue(con))
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def _make_all(con: duckdb.DuckDBPyConnection) -> None:
    for layer in LAYERS:
        con.execute(f"create schema if not exists {layer}")
    _drop_all(con)
    for file in sorted((house.SQL / "macros").glob("*.sql")):
        con.execute(file.read_text(encoding="utf-8"))
    for file in list_views().values():
        con.execute(file.read_text(encoding="utf-8"))


def _hash_files() -> str:
    """Return the hash of everything the shape of a view may depend on."""
    folders = ("migrations", "ref", "macros", "views")
    return made.hash_files(
        file for folder in folders for file in (house.SQL / folder).rglob("*.sql")
    )


def _hash_catalogue(con: duckdb.DuckDBPyConnection) -> str | None:
    row = con.execute(_CATALOGUE).fetchone()
    return row[0] if row else None


def _drop_all(con: duckdb.DuckDBPyConnection) -> None:
    for (name,) in con.execute(_EXISTING).fetchall():
        con.execute(f"drop view {name}")


def _read_references(file: Path) -> set[str]:
    text = re.sub(r"--.*", "", file.read_text(encoding="utf-8"))
    own = f"{file.parent.name}.{file.stem}"
    return {".".join(found) for found in _REFERENCE.findall(text)} - {own}
