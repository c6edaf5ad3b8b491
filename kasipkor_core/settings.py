"""Settings come from the environment; nothing else is configured."""

import getpass
import os
from dataclasses import dataclass
from pathlib import Path

from kasipkor_core import house


@dataclass(frozen=True)
class Settings:
    """What the environment says.

    Attributes:
        database: Path of the database (``KASIPKOR_DB``).
        actor: Who acts at the command line (``KASIPKOR_ACTOR`` or the system user).
        lang: Language of the command line (``KASIPKOR_LANG``): kk, ru or en.
    """

    database: Path
    actor: str
    lang: str


def read_settings() -> Settings:
    """Read the environment now."""
    return Settings(
        database=Path(os.environ.get("KASIPKOR_DB") or house.DATA / "kasipkor.duckdb"),
        actor=os.environ.get("KASIPKOR_ACTOR") or getpass.getuser(),
        lang=os.environ.get("KASIPKOR_LANG") or "kk",
    )
