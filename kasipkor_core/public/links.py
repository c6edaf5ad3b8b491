"""Names of files by contest, and where the public board finds what lies beside it."""

import hashlib
import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_LONGEST = 180  # bytes; most file systems take 255
_DIGITS = 12
QUERY = "query.html"


def name_file(contest: str) -> str:
    """Return what the files of a contest are called: its id, as far as file systems take it."""
    name = _UNSAFE.sub("_", contest)
    if name == contest and len(name.encode()) <= _LONGEST:
        return name
    digest = hashlib.sha256(contest.encode()).hexdigest()[:_DIGITS]
    return f"{name.encode()[:_LONGEST].decode(errors='ignore')}-{digest}"


@dataclass(frozen=True)
class Links:
    """Ways from the root of the public board to what is not part of it.

    Attributes:
        kits: Path of a recount kit, with the place ``{contest}`` or ``{file}``.
        data: Path of a season's open data, with the places ``{season}`` and ``{lang}``.
        query: Page of a language on which the open data can be asked; empty: there is none.
    """

    kits: str
    data: str
    query: str = ""

    def kit(self, contest: str) -> str:
        """Return the link from the root to a recount kit, as it stands in HTML."""
        file = quote(name_file(contest))
        return escape(self.kits.format(contest=quote(contest, safe=""), file=file))

    def open_data(self, season: int, lang: str) -> str:
        """Return the link from the root to the open data of a season, as it stands in HTML."""
        return escape(self.data.format(season=season, lang=lang))


ON_SERVER = Links(  # the root is /board/
    kits="../api/v1/kits/{contest}", data="../api/v1/open-data/{season}?lang={lang}"
)
IN_FOLDER = Links(kits="data/kits/{file}.zip", data="data/{lang}/open-data-{season}.zip")
