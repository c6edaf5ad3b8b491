"""What a ruleset says about the calendar of a school year: windows, stages, what may clash."""

import datetime as dt
from typing import Literal

from pydantic import Field, model_validator

from kasipkor_core.rulesets.keys import Keys, Label

Severity = Literal["error", "warning", "info"]
Level = Literal["college", "oblast", "republic", "international"]
Partner = Literal["enterprise", "university", "association", "college", "state", "other"]


class Period(Keys):
    """Something else that happens in a school year, by days or by months (TC-C6 to TC-C13).

    Attributes:
        period: What it is called among the clashes, as ``wsk_clash``.
        rule: Id of the check in the rulebook.
        severity: How much an overlap matters.
        programme: Facts of this programme and level take the place of the period.
        level: Level of those facts.
        region: ISO code of the city it is held in, or null: everywhere.
        starts_on: First day, or null: see the months.
        ends_on: Last day.
        first_month: First month of every school year, 1 to 12.
        last_month: Last month.
    """

    period: str
    rule: str
    severity: Severity
    programme: str | None = None
    level: Level | None = None
    region: str | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    first_month: int | None = Field(default=None, ge=1, le=12)
    last_month: int | None = Field(default=None, ge=1, le=12)
    label: Label

    @model_validator(mode="after")
    def refuse_half_periods(self) -> "Period":
        """Refuse a period of neither days nor months, or of both."""
        days, months = (self.starts_on, self.ends_on), (self.first_month, self.last_month)
        given = [all(part is not None for part in pair) for pair in (days, months)]
        parts = [part for part in (*days, *months) if part is not None]
        if sum(given) != 1 or len(parts) != len(days):
            raise ValueError("a period has two days or two months")
        return self


class RegionalStage(Keys):
    """The stage before the republican one, reckoned backwards from it (TC-05, SL-03 to SL-05).

    Attributes:
        rule: Id of the check in the rulebook.
        working_days: Working days that must lie between the two stages.
        needs_winner: Every region must have a winner by then.
    """

    rule: str
    working_days: int = Field(ge=0)
    needs_winner: bool = False


class Calendar(Keys):
    """How the contests of a school year are planned (TC-C1 to TC-C13).

    Attributes:
        contests: How many republican contests a schedule has, or null: any number.
        contests_a_week: More contests in one calendar week are noted.
        partners: Employers of experts that each contest must have (TC-D3).
        regional: The regional stage, or null: none is reckoned.
        periods: What else happens.
    """

    contests: int | None = None
    contests_a_week: int | None = None
    partners: tuple[Partner, ...] = ()
    regional: RegionalStage | None = None
    periods: tuple[Period, ...] = ()
