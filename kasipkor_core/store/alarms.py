"""What an administrator has to know before it is too late: room, clock, backups."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from kasipkor_core.store.connect import MEMORY, Store
from kasipkor_core.store.keeping import find_made_at, list_backups
from kasipkor_core.store.query import open_cursor, read_head, read_now

ROOM = 200 * 1024 * 1024  # bytes: a sheet of the largest size, and its facts
_LOW = 5 * ROOM
BEHIND = 5  # seconds
_LATE = 2  # intervals without a backup
_NEWEST = "select epoch(arrived_at) from fact.arrival order by batch_no desc limit 1"


@dataclass(frozen=True)
class Alarm:
    """Something to be seen to.

    Attributes:
        code: ``disk_full``, ``disk_low``, ``clock_behind``, ``backup_late``, ``notices_unsent`` or
            ``store_silent``.
        number: Free megabytes, seconds behind, minutes since the newest backup (null: never),
            notices, or seconds without an answer of the shared store.
    """

    code: str
    number: int | None


def list_alarms(
    store: Store, *, now: dt.datetime, backups: Path | None = None, every: int = 60
) -> list[Alarm]:
    """Return what has to be seen to now; nothing when all is well.

    Args:
        store: The open ledger.
        now: What the clock of this computer says.
        backups: Where backups go by themselves; null: nowhere, and none is missed.
        every: Minutes between them.
    """
    found = [_look_at_room(store), _look_at_clock(store, now)]
    if store.unsent:
        found.append(Alarm("notices_unsent", store.unsent))
    if find_silence(store) > BEHIND:
        found.append(Alarm("store_silent", find_silence(store)))
    if backups is not None:
        found.append(_look_at_backups(store, backups, now, every))
    return [alarm for alarm in found if alarm]


def find_room(store: Store) -> int | None:
    """Return the free bytes of the disk; null for a ledger in memory."""
    if store.path == MEMORY:
        return None
    return shutil.disk_usage(Path(store.path).parent).free


def find_silence(store: Store) -> int:
    """Return for how many seconds the lake has not answered; 0 for a ledger that is no lake's."""
    return store.replica.find_silence() if store.replica else 0


def _look_at_room(store: Store) -> Alarm | None:
    free = find_room(store)
    if free is None or free >= _LOW:
        return None
    return Alarm("disk_full" if free < ROOM else "disk_low", free // (1024 * 1024))


def _look_at_clock(store: Store, now: dt.datetime) -> Alarm | None:
    """Compare the clock with the newest act: one that lies ahead was written by another time."""
    cursor = open_cursor(store, read_now(store))
    try:
        row = cursor.execute(_NEWEST).fetchone()
    finally:
        cursor.close()
    behind = row[0] - now.timestamp() if row else 0
    return Alarm("clock_behind", round(behind)) if behind > BEHIND else None


def _look_at_backups(store: Store, folder: Path, now: dt.datetime, every: int) -> Alarm | None:
    known = list_backups(folder)
    if not known:
        return Alarm("backup_late", None) if read_head(store) else None
    made_at = find_made_at(known[-1])
    has_all = known[-1].stem.rpartition("-")[2] == str(read_head(store))
    if has_all or now - made_at <= dt.timedelta(minutes=_LATE * every):
        return None
    return Alarm("backup_late", int((now - made_at).total_seconds() // 60))
