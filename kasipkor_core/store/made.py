"""What was made from which files, so that a start need not make it again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import duckdb

from kasipkor_core import house

_MADE = "select files_md5, catalogue_md5 from app.made where part = $part"
_FORGET = "delete from app.made where part = $part"
_REMEMBER = "insert into app.made values ($part, $files_md5, $catalogue_md5)"


def is_made(
    con: duckdb.DuckDBPyConnection, part: str, *, files_md5: str, catalogue_md5: str | None
) -> bool:
    """Say whether a part was made from these files and stands as it was left.

    Args:
        con: A connection to the migrated ledger.
        part: ``views`` or ``ref``.
        files_md5: Hash of the files as they are now.
        catalogue_md5: Hash of what stands in the database now.
    """
    return con.execute(_MADE, {"part": part}).fetchall() == [(files_md5, catalogue_md5)]


def remember(
    con: duckdb.DuckDBPyConnection, part: str, *, files_md5: str, catalogue_md5: str | None
) -> None:
    """Keep what a part was made from; inside the transaction that made it."""
    con.execute(_FORGET, {"part": part})
    made = {"part": part, "files_md5": files_md5, "catalogue_md5": catalogue_md5}
    con.execute(_REMEMBER, made)


def hash_files(files: Iterable[Path], *more: str) -> str:
    """Return the hash of files, by their place in the house, and of further texts."""
    digest = hashlib.md5(usedforsecurity=False)
    for file in sorted(files):
        digest.update(f"{file.relative_to(house.PACKAGE.parent)}\n".encode())
        digest.update(file.read_bytes())
    for text in more:
        digest.update(f"{text}\n".encode())
    return digest.hexdigest()
