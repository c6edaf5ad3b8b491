"""Migrations: recorded, one transaction each, never edited once released."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import duckdb

from kasipkor_core import house
from kasipkor_core.errors import Damaged, Refused

_RECORD = "create table if not exists migration (name varchar not null, applied_at timestamptz)"
_KEEP = "insert into migration values ($name, now())"


def apply_migrations(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring the database to the newest shape; return the names of what was applied now.

    Raises:
        Damaged: the database has a migration that this version does not know.
    """
    con.execute(_RECORD)
    new = _list_new(con)
    for file in new:
        _apply(con, file)
    return [file.stem for file in new]


def find_former(con: duckdb.DuckDBPyConnection, path: Path) -> Path | None:
    """Return where the file of a ledger that this version is about to change is to be copied.

    A ledger that is new or needs nothing is not copied.

    Args:
        con: An open connection to it; what it has written is in the file afterwards.
        path: The file.

    Raises:
        Damaged: the database has a migration that this version does not know.
    """
    con.execute(_RECORD)
    new = _list_new(con)
    if not new or not con.execute("select 1 from migration limit 1").fetchone():
        return None
    con.execute("force checkpoint")
    return _name_copy(path, new[0].stem.partition("_")[0])


def keep_former(path: Path, copy: Path) -> Path:
    """Copy the file of a ledger that nobody has open; return the copy.

    It stands beside the ledger as ``NAME.before-0019``, after the first migration to be applied,
    and is what ``kasipkor restore`` of the former version takes.

    Raises:
        Refused: the copy cannot be written; the ledger is as it was.
    """
    part = copy.with_name(copy.name + ".part")
    try:
        shutil.copyfile(path, part)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refused(
            "This version changes the database, and a copy of it as it is now cannot be written "
            "to {path}: {words}. Make room there, or start the former version.",
            path=copy,
            words=error.strerror or str(error),
        ) from error
    return part.replace(copy)


def _name_copy(path: Path, number: str) -> Path:
    """Return a name that no file has: a copy is never written over."""
    names = (f"{path.name}.before-{number}{f'-{n}' if n > 1 else ''}" for n in count(1))
    return next(copy for copy in map(path.with_name, names) if not copy.exists())


def _list_new(con: duckdb.DuckDBPyConnection) -> list[Path]:
    known = {name for (name,) in con.execute("select name from migration").fetchall()}
    files = list(_list_migrations())
    _refuse_newer(known, files)
    return [file for file in files if file.stem not in known]


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
