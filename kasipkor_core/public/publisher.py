"""The publisher: a thread that writes the public board anew when something is published."""

import logging
import threading

from kasipkor_core.public.links import ON_SERVER
from kasipkor_core.public.site import Site, renew_contests, renew_lists
from kasipkor_core.store import Published, Store, read_head, read_published

_ROUND = 0.25  # seconds between two looks
_AFTER_FAULT = 5.0
_BREATH = 0.01
_log = logging.getLogger("kasipkor")


class _Ended(Exception):
    """The server ends."""


class Publisher:
    """Keeps the board of the newest publication in memory; whoever answers reads ``site`` alone.

    Attributes:
        site: The whole board, exchanged at once; null until it was written for the first time.
    """

    def __init__(self, store: Store) -> None:
        """Keep the ledger; nothing runs before ``start``."""
        self.site: Site | None = None
        self._store = store
        self._head = -1
        self._last: Published | None = None
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name="publisher", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def end(self) -> None:
        """Look no more, and write no more."""
        self._ends.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> bool:
        """Write the board anew if another version is published; tell whether it was."""
        head = read_head(self._store)
        if head == self._head:
            return False
        published = read_published(self._store)
        is_new = self._last != published
        if is_new:
            site = renew_contests(self._store, published, ON_SERVER, self.site, self._go_on)
            if self.site:
                self.site = site  # boards first: halls wait for them
            self.site = renew_lists(self._store, site, ON_SERVER)
        self._last, self._head = published, head
        return is_new

    def _go_on(self) -> None:
        """Leave the processor to who waits for a page at a start; stop when all is to end."""
        if self._ends.wait(0 if self.site else _BREATH):
            raise _Ended

    def _run(self) -> None:
        wait = 0.0
        while not self._ends.wait(wait):
            wait = _ROUND
            try:
                self.look()
            except _Ended:
                return
            except Exception:  # noqa: BLE001  the board that stands stays, whatever it is
                _log.exception("the public board cannot be written")
                wait = _AFTER_FAULT
