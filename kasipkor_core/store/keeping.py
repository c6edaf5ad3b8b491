"""Backups that are made by themselves: to a second place, each with its hash, old ones let go."""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from kasipkor_core.store.backup import hash_file, name_hash, write_backup
from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import read_head

_NAME = re.compile(r"kasipkor-(\d{8}T\d{6}Z)-(\d+)\.duckdb")
_STAMP = "%Y%m%dT%H%M%SZ"
_NEWEST = 24  # of all
_DAYS = 14  # the last of each day
_MONTHS = 12  # the last of each month


def keep_backup(store: Store, folder: Path, *, now: dt.datetime) -> Path | None:
    """Write a backup into the folder when something was written since the last one.

    Args:
        store: The open ledger.
        folder: A second place: another disk, another computer's share.
        now: The moment, for the name and for which old ones go.

    Returns:
        The new backup, or null when the newest one holds the newest batch already.

    Raises:
        OSError: the folder cannot be written.
    """
    head = read_head(store)
    known = list_backups(folder)
    if known and _batch_of(known[-1]) == head:
        return None
    target = folder / f"kasipkor-{now.astimezone(dt.UTC).strftime(_STAMP)}-{head}.duckdb"
    written = write_backup(store, target)
    name_hash(written).write_text(f"{hash_file(written)}  {written.name}\n", encoding="ascii")
    for old in list_spare([*known, written]):
        old.unlink(missing_ok=True)
        name_hash(old).unlink(missing_ok=True)
    return written


def list_backups(folder: Path) -> list[Path]:
    """Return the backups of a folder that were made by themselves, the oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def list_spare(backups: Iterable[Path]) -> list[Path]:
    """Return the backups that need not be kept: 24 newest, 14 days and 12 months are.

    Args:
        backups: Any order; the last of a day stands for the day, the last of a month for the month.
    """
    newest_first = sorted(backups, reverse=True)
    kept = set(newest_first[:_NEWEST])
    for span, most in ((8, _DAYS), (6, _MONTHS)):  # letters of the stamp: a day, a month
        last: dict[str, Path] = {}
        for path in newest_first:
            last.setdefault(_stamp_of(path)[:span], path)
        kept.update(list(last.values())[:most])
    return [path for path in newest_first if path not in kept]


def find_made_at(path: Path) -> dt.datetime:
    """Return when a backup was made, as its name says."""
    return dt.datetime.strptime(_stamp_of(path), _STAMP).replace(tzinfo=dt.UTC)


def _match(path: Path) -> tuple[str, str]:
    found = _NAME.fullmatch(path.name)
    return (found[1], found[2]) if found else ("", "")


def _stamp_of(path: Path) -> str:
    return _match(path)[0]


def _batch_of(path: Path) -> int:
    return int(_match(path)[1])
