"""The postman: a thread that sends notices when they are due, if a mail server is named."""

import datetime as dt
import logging
from collections.abc import Sequence

import duckdb

from kasipkor_core import documents, meters
from kasipkor_core.documents import Notice
from kasipkor_core.errors import KasipkorError
from kasipkor_core.store import Receiver, Store, list_receivers, read_head, read_sent
from kasipkor_core.web.logs import tell
from kasipkor_core.web.rounds import Clock, Rounds

_TOGETHER = 10  # letters of one connection: who ends the server waits for no more
_LONGEST = 24 * 60  # minutes until what was refused again and again is tried once more
_SERVER = ""  # what is put off when the mail server does not answer: everything


class Postman(Rounds):
    """Sends each notice once; what is not taken goes again after 2, 4, 8, ... minutes, then daily.

    Which were begun and sent stands in the ledger, so that a crash sends nothing twice.
    """

    def __init__(self, store: Store, *, clock: Clock | None = None) -> None:
        """Keep the ledger; nothing runs before ``start``."""
        super().__init__(store, clock=clock)
        self._seen: tuple[int, list[Receiver], int] | None = None
        self._put_off: dict[str, tuple[int, dt.datetime]] = {}  # Message-ID: how often, until when

    def look(self) -> None:
        """Send what is due; what is not taken is counted, for administrators to see."""
        now = self.clock()
        if not documents.has_server():
            self.store.unsent = 0
        elif self._is_ready(_SERVER, now):
            self._send_due(now)

    def _is_ready(self, key: str, now: dt.datetime) -> bool:
        return key not in self._put_off or self._put_off[key][1] <= now

    def _wait(self, key: str, now: dt.datetime) -> None:
        times = self._put_off[key][0] + 1 if key in self._put_off else 1
        self._put_off[key] = times, now + dt.timedelta(minutes=min(2**times, _LONGEST))

    def _send_due(self, now: dt.datetime) -> None:
        """Send what is due, unless there can be nothing new since the last look."""
        due: list[Notice] = []
        try:
            seen = read_head(self.store), list_receivers(self.store), now.hour
            if seen == self._seen and not any(until <= now for _, until in self._put_off.values()):
                return
            due = [one for one in documents.list_notices(self.store) if one.state == "due"]
            self._forget({one.message_id for one in due})
            self._send([one for one in due if self._is_ready(one.message_id, now)], now)
        except (OSError, KasipkorError, duckdb.Error) as error:
            self._wait(_SERVER, now)
            self.store.unsent = len(due)
            meters.NOTICES.labels("failed").inc()
            tell("notices_failed", level=logging.WARNING, error=type(error).__name__)
        else:
            self._seen = seen
            self.store.unsent = len(self._put_off)

    def _forget(self, due: set[str]) -> None:
        """Put off no longer what is due no more: somebody sent it."""
        self._put_off = {
            key: value for key, value in self._put_off.items() if key in (_SERVER, *due)
        }

    def _send(self, notices: Sequence[Notice], now: dt.datetime) -> None:
        for first in range(0, len(notices), _TOGETHER):
            if self.ends.is_set():
                return
            some = notices[first : first + _TOGETHER]
            went, refused = documents.send_notices(self.store, some)
            self._note(some, now)
            meters.NOTICES.labels("sent").inc(went)
            meters.NOTICES.labels("refused").inc(refused)
            tell("notices", sent=went, refused=refused)
        self._put_off.pop(_SERVER, None)

    def _note(self, notices: Sequence[Notice], now: dt.datetime) -> None:
        begun = read_sent(self.store)
        for one in notices:
            if one.message_id in begun:
                self._put_off.pop(one.message_id, None)
            else:
                self._wait(one.message_id, now)
