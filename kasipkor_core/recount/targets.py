"""Targets that somebody has set, found again: which one counts for a place in a year (6.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COUNTRY = "KZ"


@dataclass(frozen=True)
class Target:
    """A target that somebody has set; ``region`` None: of every region, not of the country."""

    indicator: str
    region: str | None
    year: int
    batch_no: int
    minimum: int | None = None
    maximum: int | None = None


Newest = Mapping[tuple[str, int, str | None], Target]


def find_newest(targets: Iterable[Target]) -> Newest:
    """Return of each indicator, year and place the target of the newest batch."""
    ordered = sorted(targets, key=lambda target: target.batch_no)
    return {(one.indicator, one.year, one.region): one for one in ordered}


def find_target(
    newest: Newest, indicator: str, year: int, region: str, organisation: str | None
) -> Target | None:
    """Return what was set for a place: its own, else that of every region; None: nothing.

    Organisations keep the target of the text.
    """
    if organisation is not None:
        return None
    own = newest.get((indicator, year, region))
    of_all = None if region == COUNTRY else newest.get((indicator, year, None))
    return own or of_all
