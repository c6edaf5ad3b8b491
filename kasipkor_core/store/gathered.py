"""What is typed at one of several servers, gathered for some seconds before the others hear of it.

Each mark typed would take the lock of all servers, and have each of them look for what was altered.
"""

import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kasipkor_core.errors import Refused

PAUSE = 5.0  # seconds


class Key(NamedTuple):
    """Whose draft, of which kind of sheet, of which place in the season."""

    actor: str
    kind: str
    place: str


class Kept(NamedTuple):
    """A draft as JSON; null: it is forgotten."""

    content: str | None


class Gathered:
    """Drafts that this server has and the others do not know yet."""

    def __init__(self, write: Callable[[Mapping[Key, Kept]], None]) -> None:
        """Gather nothing yet.

        Args:
            write: Writes drafts for all servers, or raises ``Refused``.
        """
        self._write = write
        self._drafts: dict[Key, Kept] = {}
        self._lock = threading.Lock()  # of the drafts
        self._writing = threading.Lock()  # one at a time: closing may come upon the timer
        self._timer: threading.Timer | None = None
        self._is_open = True

    def keep(self, key: Key, content: str | None) -> None:
        """Keep a draft in the place of the former one; it is written some seconds later."""
        with self._lock:
            self._drafts[key] = Kept(content)
            self._wait()

    def find(self, key: Key) -> Kept | None:
        """Return a draft that is not written yet, or None."""
        with self._lock:
            return self._drafts.get(key)

    def close(self) -> None:
        """Write what is left, unless it is refused."""
        with self._lock:
            self._is_open = False
            if self._timer:
                self._timer.cancel()
        self._share()

    def _wait(self) -> None:
        if self._drafts and self._is_open and not self._timer:
            self._timer = threading.Timer(PAUSE, self._share)
            self._timer.daemon = True
            self._timer.start()

    def _share(self) -> None:
        with self._writing:
            with self._lock:
                drafts = dict(self._drafts)
            written: Mapping[Key, Kept] = {}
            try:
                if drafts:
                    self._write(drafts)
                written = drafts
            except Refused:  # kept, and tried again
                pass
            finally:
                with self._lock:
                    for key, kept in written.items():
                        if self._drafts[key] == kept:  # nothing else has been typed meanwhile
                            del self._drafts[key]
                    self._timer = None
                    self._wait()
