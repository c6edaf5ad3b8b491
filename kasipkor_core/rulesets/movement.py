"""The levels of the WorldSkills movement: who goes on, in which streams, how many a region."""

from typing import Literal

from pydantic import Field

from kasipkor_core.rulesets.keys import Keys

Level = Literal["college", "oblast", "republic"]
Stream = Literal["wsk", "abilympics", "deafskills", "agroskills"]


class LevelRule(Keys):
    """Who goes on from a level, and the streams to be held there (WS-04, WS-09)."""

    level: Level
    advance_places: tuple[int, ...] = (1,)
    streams: tuple[Stream, ...] = ()


class EditionRule(Keys):
    """How many persons a region determined in one edition (WS-10).

    Attributes:
        season: The edition; others have no rule.
        level: The level whose winners are counted.
        minimum: Fewest persons of a region; null: no bound.
        maximum: Most persons of a region; null: no bound.
        unit: What is counted: persons, not entries and not competencies.
        enforce: The greatest number is a limit and not only a warning.
        source: Where the numbers stand.
        advance_places: Other places that go on in this edition; null: those of the level.
    """

    season: int
    level: Level
    minimum: int | None = Field(default=None, ge=0)
    maximum: int | None = Field(default=None, ge=0)
    unit: Literal["person"] = "person"
    enforce: bool = False
    source: str
    advance_places: tuple[int, ...] | None = None


class Movement(Keys):
    """The level chain with its quotas (WS-04, WS-10)."""

    levels: tuple[LevelRule, ...] = ()
    editions: tuple[EditionRule, ...] = ()
