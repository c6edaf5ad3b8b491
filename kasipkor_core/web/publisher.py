"""The publisher: a thread that writes the public board anew when something is published."""

from kasipkor_core.public import ON_SERVER, Site, renew_contests, renew_lists
from kasipkor_core.store import Published, read_head, read_published
from kasipkor_core.web.rounds import Rounds

_BREATH = 0.01


class _Ended(Exception):
    """The server ends."""


class Publisher(Rounds):
    """Keeps the board of the newest publication in memory; whoever answers reads ``site`` alone.

    A board that cannot be written leaves the one that stands.

    Attributes:
        site: The whole board, exchanged at once; null until it was written for the first time.
    """

    pause_before = 1.0  # whoever waits for the first page of all has the processor
    pause = 0.25
    pause_after_fault = 5.0
    site: Site | None = None
    _head = -1
    _last: Published | None = None

    def look(self) -> None:
        """Write the board anew if another version is published."""
        head = read_head(self.store)
        if head == self._head:
            return
        published = read_published(self.store)
        if self._last != published:
            try:
                self._write(published)
            except _Ended:
                return
        self._last, self._head = published, head

    def _write(self, published: Published) -> None:
        site = renew_contests(self.store, published, ON_SERVER, self.site, self._go_on)
        if self.site:
            self.site = site  # boards first: halls wait for them
        self.site = renew_lists(self.store, site, ON_SERVER)

    def _go_on(self) -> None:
        """Leave the processor to who waits for a page at a start; stop when all is to end."""
        if self.ends.wait(0 if self.site else _BREATH):
            raise _Ended
