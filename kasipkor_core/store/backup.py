"""Backup and restore: the one file, copied while nobody appends."""

import hashlib
import shutil
import sys
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from kasipkor_core.errors import Damaged, Refused
from kasipkor_core.store.connect import MEMORY, Store, open_store
from kasipkor_core.store.cut import cut_back
from kasipkor_core.store.lake import is_lake
from kasipkor_core.store.tables import copy_rows, escape, list_tables
from kasipkor_core.store.verify import verify_chain

_PART = 1 << 20
CAN_COPY = sys.platform != "win32"  # a file that DuckDB has open; Windows lets nobody read it


def write_backup(store: Store, target: Path) -> Path:
    """Copy the ledger to a file that opens by itself; appends wait, readers do not.

    Raises:
        Refused: the target exists, or the ledger lives in memory only.
    """
    if store.path == MEMORY and not store.replica:
        raise Refused("A ledger in memory has no file. Name a database with --db.")
    if target.exists():
        raise Refused("{path} exists already. Name another file.", path=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    if CAN_COPY and not store.replica:
        _copy_file(store, part)
    else:
        _write_file(store, part)
    return part.replace(target)


def _copy_file(store: Store, target: Path) -> None:
    with store.append_lock, closing(store.cursor()) as cursor:
        cursor.execute("force checkpoint")
        shutil.copyfile(store.path, target)


def _write_file(store: Store, target: Path) -> None:
    """Write every row into a new file; nobody waits for it."""
    target.unlink(missing_ok=True)
    open_store(target).close()
    with closing(store.cursor()) as cursor:
        (name,) = cursor.execute("select current_database()").fetchone() or ("",)
        cursor.execute(f"attach '{escape(target)}' as target")
        cursor.execute("begin")  # all tables as of one moment
        copy_rows(cursor, list_tables(cursor), source=f'"{name}"', target="target")
        cursor.execute("commit")
        cursor.execute("detach target")


def restore_backup(source: Path, place: str | Path, *, up_to: int | None = None) -> None:
    """Put a backup in the place of a database, after it was opened and found whole.

    The database that stood there is kept beside it as ``NAME.before-restore``.

    Args:
        source: The backup; it stays as it is.
        place: File of the database.
        up_to: The last batch to restore; null: all there are.

    Raises:
        Damaged: the backup is not what was written, cannot be opened, or its chain is broken.
        Refused: there is no such backup, it does not hold that batch, something was erased after
            it, or the place is no file.
    """
    if is_lake(place):
        raise Refused(
            "A backup is restored into a file. Name one with --db, then copy it into a new shared "
            "store: kasipkor copy FILE STORE."
        )
    target = Path(place)
    if not source.exists():
        raise Refused("There is no backup at {path}. Check the name.", path=source)
    check_hash(source)
    part = target.with_name(target.name + ".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, part)
    try:
        _refuse_broken(part, source, up_to)
        _keep_aside(target)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _refuse_broken(part: Path, source: Path, up_to: int | None) -> None:
    try:
        store = open_store(part, create=False, keeps_former=False)  # the source is kept
    except (Damaged, duckdb.Error) as error:
        raise Damaged(
            "{path} is no backup that can be opened. Take an older one.", path=source
        ) from error
    try:
        verify_chain(store)
        if up_to is not None:
            cut_back(store, up_to)
            verify_chain(store)
    finally:
        store.close()


def check_hash(backup: Path) -> None:
    """Refuse a backup that is not what was written, where its hash lies beside it.

    Raises:
        Damaged: the file is another than its hash says.
    """
    beside = name_hash(backup)
    if not beside.exists():
        return
    said = beside.read_text(encoding="ascii").partition(" ")[0]
    if said != hash_file(backup):
        raise Damaged(
            "The backup {path} is not what was written: its hash differs. Take another one.",
            path=backup,
        )


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, as ``sha256sum`` prints it."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.hexdigest()


def name_hash(backup: Path) -> Path:
    """Return where the hash of a backup lies, in the form that ``sha256sum -c`` reads."""
    return backup.with_name(backup.name + ".sha256")


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
