"""The watch: a thread that makes backups in time and says what has to be seen to."""

import datetime as dt
import logging
import threading
from collections.abc import Callable

import duckdb

from kasipkor_core import meters
from kasipkor_core.errors import KasipkorError
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Alarm, Store, keep_backup, list_alarms
from kasipkor_core.web.logs import tell

_ROUND = 60.0  # seconds between two looks


class Watch:
    """Looks every minute, until it is told to end."""

    def __init__(
        self, store: Store, *, clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    ) -> None:
        """Keep the ledger; nothing runs before ``start``."""
        self.store = store
        self.clock = clock
        self.kept_at: dt.datetime | None = None
        self.known: frozenset[str] = frozenset()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def end(self) -> None:
        """Look no more; a backup that is being written is written to its end."""
        self._ends.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        self.look()
        while not self._ends.wait(_ROUND):
            self.look()

    def look(self) -> None:
        """Make the backup that is due, and say which alarms began and which ended."""
        now = self.clock()
        self._keep(now)
        settings = read_settings()
        try:
            alarms = list_alarms(
                self.store, now=now, backups=settings.backup, every=settings.backup_every
            )
        except (OSError, duckdb.Error):
            tell("watch_failed", level=logging.ERROR)
            return
        self._tell_changes(alarms)

    def _keep(self, now: dt.datetime) -> None:
        settings = read_settings()
        every = dt.timedelta(minutes=settings.backup_every)
        if settings.backup is None or (self.kept_at and now - self.kept_at < every):
            return
        self.kept_at = now
        try:
            written = keep_backup(self.store, settings.backup, now=now)
        except (OSError, KasipkorError, duckdb.Error) as error:
            meters.BACKUPS.labels("failed").inc()
            tell("backup_failed", level=logging.ERROR, error=type(error).__name__)
            return
        if written:
            meters.BACKUPS.labels("written").inc()
            tell("backup", bytes=written.stat().st_size)

    def _tell_changes(self, alarms: list[Alarm]) -> None:
        codes = frozenset(alarm.code for alarm in alarms)
        for alarm in alarms:
            if alarm.code not in self.known:
                tell("alarm", level=logging.WARNING, code=alarm.code, number=alarm.number)
        for code in sorted(self.known - codes):
            tell("alarm_over", code=code)
        self.known = codes
