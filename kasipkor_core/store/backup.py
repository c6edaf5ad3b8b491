"""Backup and restore: the one file, copied while nobody appends."""

import shutil
from pathlib import Path

import duckdb

from kasipkor_core.errors import Damaged, Refused
from kasipkor_core.store.connect import MEMORY, Store, open_store
from kasipkor_core.store.verify import verify_chain


def write_backup(store: Store, target: Path) -> Path:
    """Copy the ledger to a file that opens by itself; appends wait, readers do not.

    Raises:
        Refused: the target exists, or the ledger lives in memory only.
    """
    if store.path == MEMORY:
        raise Refused("A ledger in memory has no file. Name a database with --db.")
    if target.exists():
        raise Refused("{path} exists already. Name another file.", path=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    with store.append_lock:
        cursor = store.cursor()
        try:
            cursor.execute("force checkpoint")
            shutil.copyfile(store.path, part)
        finally:
            cursor.close()
    return part.replace(target)


def restore_backup(source: Path, target: Path) -> None:
    """Put a backup in the place of a database, after it was opened and found whole.

    The database that stood there is kept beside it as ``NAME.before-restore``.

    Raises:
        Damaged: the backup cannot be opened, or its chain is broken.
        Refused: there is no such backup.
    """
    if not source.exists():
        raise Refused("There is no backup at {path}. Check the name.", path=source)
    part = target.with_name(target.name + ".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, part)
    try:
        store = open_store(part, create=False, keeps_former=False)  # the source is kept
        try:
            verify_chain(store)
        finally:
            store.close()
    except (Damaged, duckdb.Error):
        part.unlink()
        raise
    _keep_aside(target)
    part.replace(target)


def _keep_aside(target: Path) -> None:
    if target.exists():
        open_store(target).close()
        target.replace(target.with_name(target.name + ".before-restore"))
