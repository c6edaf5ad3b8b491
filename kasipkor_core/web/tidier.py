"""The tidier: a thread that keeps a lake in order."""

from kasipkor_core.store import tidy_lake
from kasipkor_core.web.logs import tell
from kasipkor_core.web.rounds import Rounds


class Tidier(Rounds):
    """Merges small files of a lake and lets go what nobody reads any more."""

    pause = 600.0

    def look(self) -> None:
        """Do what is due."""
        if tidy_lake(self.store):
            tell("lake_tidied")
