"""The watch: a thread that makes backups in time and says what has to be seen to."""

import datetime as dt
import logging

import duckdb

from kasipkor_core import meters
from kasipkor_core.errors import KasipkorError
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Alarm, keep_backup, list_alarms
from kasipkor_core.web.logs import tell
from kasipkor_core.web.rounds import Rounds


class Watch(Rounds):
    """Makes backups in time, and tells when an alarm begins and ends."""

    kept_at: dt.datetime | None = None
    known: frozenset[str] = frozenset()

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
