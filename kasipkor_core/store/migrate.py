"""Migrations: recorded, one transaction each, never edited once released."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from kasipkor_core import house
from kasipkor_core.errors import Damaged

_RECORD = "create table if not exists migration (name varchar not null, applied_at timestamptz)"
_KEEP = "insert into migration values ($name, now())"


def apply_migrations(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring the database to the newest shape; return the names of what was applied now.

    Raises:
        Damaged: the database has a migration that this version does not know.
    """
    con.execute(_RECORD)
    known = {name for (name,) in con.execute("select name from migration").fetchall()}
    files = list(_list_migrations())
    _refuse_newer(known, files)
    new = [file for file in files if file.stem not in known]
    for file in new:
        _apply(con, file)
    return [file.stem for file in new]


def _list_migrations() -> Iterator[Path]:
    yield from sorted((house.SQL / "migrations").glob("*.sql"))


def _refuse_newer(known: set[str], files: list[Path]) -> None:
    unknown = sorted(known - {file.stem for file in files})
    if unknown:
        raise Damaged(
            "The database was made by a newer Kasipkor (it has {name}). Start that version.",
            name=unknown[0],
        )


def _apply(con: duckdb.DuckDBPyConnection, file: Path) -> None:
    con.execute("begin")
    try:
        con.execute(file.read_text(encoding="utf-8"))
        con.execute(_KEEP, {"name": file.stem})
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")
