"""The views: made anew at every start, in the order their references ask for."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from kasipkor_core import house

LAYERS = ("fact", "score", "mart", "audit")
_REFERENCE = re.compile(r"\b(fact|score|mart|audit)\.([a-z_]+)")
_EXISTING = """
    select schema_name || '.' || view_name
    from duckdb_views()
    where schema_name in ('fact', 'score', 'mart', 'audit') and database_name = current_database()
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


def create_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make every view and macro, in one transaction; drop the views no file describes."""
    con.execute("begin")
    try:
        for layer in LAYERS:
            con.execute(f"create schema if not exists {layer}")
        _drop_all(con)
        for file in sorted((house.SQL / "macros").glob("*.sql")):
            con.execute(file.read_text(encoding="utf-8"))
        for file in list_views().values():
            con.execute(file.read_text(encoding="utf-8"))
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def _drop_all(con: duckdb.DuckDBPyConnection) -> None:
    for (name,) in con.execute(_EXISTING).fetchall():
        con.execute(f"drop view {name}")


def _read_references(file: Path) -> set[str]:
    text = re.sub(r"--.*", "", file.read_text(encoding="utf-8"))
    own = f"{file.parent.name}.{file.stem}"
    return {".".join(found) for found in _REFERENCE.findall(text)} - {own}
