"""Backup and restore: the one file, copied while nobody appends."""

import shutil
from contextlib import suppress
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
        _refuse_broken(part, source)
        _keep_aside(target)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _refuse_broken(part: Path, source: Path) -> None:
    try:
        store = open_store(part, create=False, keeps_former=False)  # the source is kept
    except (Damaged, duckdb.Error) as error:
        raise Damaged(
            "{path} is no backup that can be opened. Take an older one.", path=source
        ) from error
    try:
        verify_chain(store)
    finally:
        store.close()


def _keep_aside(target: Path) -> None:
    """Move the former file aside, whole or damaged, unless a process holds it."""
    if not target.exists():
        return
    with suppress(Damaged, duckdb.Error):  # damaged: this is what a backup is for
        open_store(target, keeps_former=False).close()
    for name in (target.name, f"{target.name}.wal"):
        former = target.with_name(name)
        if former.exists():
            former.replace(target.with_name(f"{name}.before-restore"))
