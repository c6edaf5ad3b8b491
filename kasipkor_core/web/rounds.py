"""A thread that looks after something again and again."""

import datetime as dt
import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable

from kasipkor_core.store import Store

Clock = Callable[[], dt.datetime]
_log = logging.getLogger("kasipkor")


class Rounds(ABC):
    """Looks until it is told to end; a look that goes wrong is written down and is not the last.

    Attributes:
        pause_before: Seconds before the first look.
        pause: Seconds between two looks.
        pause_after_fault: The same after a look that went wrong.
    """

    pause_before = 0.0
    pause = 60.0
    pause_after_fault = 60.0

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

    @abstractmethod
    def look(self) -> None:
        """Do what is due now."""

    def _run(self) -> None:
        wait = self.pause_before
        while not self.ends.wait(wait):
            try:
                self.look()
                wait = self.pause
            except Exception:  # noqa: BLE001  a thread that ended unseen would be missed too late
                _log.exception("%s went wrong", type(self).__name__)
                wait = self.pause_after_fault
