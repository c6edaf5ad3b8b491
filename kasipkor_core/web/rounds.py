"""A thread that looks after something every minute."""

import datetime as dt
import threading
from collections.abc import Callable

from kasipkor_core.store import Store

Clock = Callable[[], dt.datetime]
_ROUND = 60.0  # seconds between two looks


class Rounds:
    """Looks every minute, until it is told to end."""

    def __init__(self, store: Store, *, clock: Clock | None = None) -> None:
        """Keep the ledger; nothing runs before ``start``."""
        self.store = store
        self.clock = clock or (lambda: dt.datetime.now(dt.UTC))
        self.ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name=type(self).__name__, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def end(self) -> None:
        """Look no more; what is being done is done to its end."""
        self.ends.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> None:
        """Do what is due now; each kind of round says what."""
        raise NotImplementedError

    def _run(self) -> None:
        self.look()
        while not self.ends.wait(_ROUND):
            self.look()
