"""The rehearsal: a thread that gives the sheets of a season again, row by row and quicker."""

import logging
from collections import deque
from collections.abc import Iterable
from itertools import groupby

from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import error_text
from kasipkor_core.store import Given, Rehearsal, Slip, Store, commit, understand
from kasipkor_core.web.rounds import Clock, Rounds

_ACTOR = "rehearsal"
_log = logging.getLogger("kasipkor")


class Robot(Rounds):
    """Gives what is due through the way in of every sheet: read, understood, checked, written.

    Rows of one sheet that are due together are given together, so that it never falls behind for
    long. What is refused is written down, and the rehearsal goes on.

    Attributes:
        given: Sheets given so far.
        refused: Sheets that were not taken.
        left: Slips that are still to come.
    """

    pause = 0.2
    given = 0
    refused = 0

    def __init__(
        self, store: Store, rehearsal: Rehearsal, *, speed: float, clock: Clock | None = None
    ) -> None:
        """Keep what there is to rehearse; its first morning begins with the first look.

        Args:
            store: The copy that ``prepare_rehearsal`` wrote, open.
            rehearsal: What it returned.
            speed: Seconds of the event in one second.
            clock: Says what time it is; else the computer's.
        """
        super().__init__(store, clock=clock)
        self.left = deque(rehearsal.slips)
        self._sheets = rehearsal.sheets
        self._before = rehearsal.before
        self._speed = speed
        self._began = self.clock()

    def prepare(self) -> None:
        """Give what comes before the first mark; then the first morning begins."""
        for number in self._before:
            self._give(self._sheets[number], [None])
        self._began = self.clock()

    def look(self) -> None:
        """Give what has become due since the last look."""
        now = (self.clock() - self._began).total_seconds() * self._speed
        due: list[Slip] = []
        while self.left and self.left[0].due <= now:
            due.append(self.left.popleft())
        due.sort(key=lambda slip: slip.sheet)
        for number, slips in groupby(due, key=lambda slip: slip.sheet):
            self._give(self._sheets[number], [slip.row for slip in slips])
        if due and not self.left:
            _log.warning("The rehearsal is over: %d given, %d refused", self.given, self.refused)

    def _give(self, sheet: Given, rows: Iterable[tuple[str, ...] | None]) -> None:
        lines = [row for row in rows if row is not None]
        try:
            prepared = understand(
                self.store,
                sheet.write(lines) if lines else sheet.data,
                file_name=sheet.file_name,
                kind=sheet.kind,
                contest=sheet.contest,
                season=sheet.season,
                sheet=None if lines else sheet.source_sheet,
                actor=_ACTOR,
            )
            commit(self.store, prepared, reason="rehearsal")
            self.given += 1
        except KasipkorError as error:
            self.refused += 1
            _log.warning("Rehearsal: %s was refused: %s", sheet.file_name, error_text(error, "en"))
