"""What a ruleset says, key by key; the comments of the files name the rule behind each key."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import ClassVar, Literal
from zoneinfo import available_timezones

from pydantic import Field, field_validator, model_validator

from kasipkor_core.rulesets.calendar import Calendar
from kasipkor_core.rulesets.checklist import Checklist
from kasipkor_core.rulesets.exam import Exam
from kasipkor_core.rulesets.keys import Keys, Label
from kasipkor_core.rulesets.movement import Movement
from kasipkor_core.rulesets.selection import Selection
from kasipkor_core.rulesets.vacancy import Vacancy

Engine = Literal["points", "options", "funnel", "exam", "checklist"]
Level = Literal["college", "oblast", "republic", "international"]
OwnSide = Literal["none", "organisation", "region"]


@cache
def _list_zones() -> frozenset[str]:
    return frozenset(available_timezones())


class Reading(Keys):
    """How an open question of the text is read (BP A6, VC B7, CS C6).

    Attributes:
        reading: Id of the question in the rulebook, as ``CS-Q06``.
        key: The key of the ruleset that answers it.
        value: The answer, as text; null: what the key says.
        changes_winner: Another answer can give another winner.
        is_confirmed: The text or its author says so; else the organiser of each contest must,
            before the contest opens (CS-41).
    """

    reading: str
    key: str
    value: str | None = None
    changes_winner: bool
    is_confirmed: bool = False
    label: Label


class Edition(Keys):
    """Who holds the contest, and what is compared in it (A1, BP-13, BP-21)."""

    organisers: tuple[str, ...] = ()
    approved_on: dt.date | None = None
    unit: Literal["skill", "profession", "industry", "post"] = "skill"
    fee: bool = False


class Tour(Keys):
    """One tour with its dates, both ends counted (BP-01)."""

    tour: int
    level: Level
    starts_on: dt.date
    ends_on: dt.date


class Registration(Keys):
    """What an application needs, and by when (BP-02 to BP-05)."""

    due_on: dt.date | None = None
    deadline_inclusive: bool = True
    consent_required: bool = True
    sme_class: bool = False
    industries: tuple[str, ...] = ()


class Work(Keys):
    """What a submitted work must be (BP-04, BP-06)."""

    min_pages: int = 0
    min_pages_effect: Literal["warn", "refuse"] = "warn"
    missing_work: Literal["unranked", "zero"] = "unranked"


class Scheme(Keys):
    """What a marking scheme must keep to, and how judges score (WM-01 to WM-06)."""

    scheme_total: Decimal = Decimal(100)
    aspect_max: Decimal = Decimal(2)
    criteria_min: int = 5
    criteria_max: int = 9
    wsos_sections_min: int = 5
    wsos_sections_max: int = 9
    wsos_total: int = 100
    wsos_tolerance: Decimal = Decimal(5)
    judges_per_judgement: int = Field(default=3, ge=1, le=16)
    judgement_top: int = Field(default=3, ge=1)
    judgement_spread: Decimal = Field(default=Decimal(1), ge=0)


class Marking(Keys):
    """How points become the total of an entry (WM-11, BP-08 to BP-12)."""

    partial_total: bool
    max_points: Decimal = Field(gt=0)
    limit_scope: Literal["expert", "entry"] = "expert"
    combine: Literal["mean", "sum", "median"] = "mean"
    sheet: str | None = None
    min_experts: int = 0


class Criterion(Keys):
    """One column of a mark sheet and its greatest points (BP-08, BP-Q03)."""

    sheet: str
    criterion: str
    max_points: Decimal = Field(gt=0)
    label: Label


class OwnSides(Keys):
    """Whose entries a judge may not mark, by level (WM-07)."""

    college: OwnSide = "none"
    oblast: OwnSide = "none"
    republic: OwnSide = "none"
    international: OwnSide = "none"


class Scale(Keys):
    """The standard scale (WM-20 to WM-22)."""

    DECIMALS: ClassVar[int] = 4
    estimator: Literal["mad", "sd"]
    centre: int
    spread: int = Field(gt=0)
    factor: Decimal = Field(gt=0)
    few_entries: int = 0


class Awarding(Keys):
    """How awards are given: by whole scale scores (WM-30) or by place (BP-15, BP-18)."""

    kind: Literal["scale", "place"]
    tolerance: int = Field(default=0, ge=0)
    max_winner: int = 1
    prize_places: tuple[int, ...] = ()
    min_points: Decimal | None = None
    winner_tie: Literal["jury_decision", "share", "criteria_order"] = "jury_decision"
    criteria_order: tuple[str, ...] = ()
    signoff: tuple[Literal["sign_off", "award"], ...] = ("sign_off",)


class Award(Keys):
    """One award: its rule, what it is worth in a team table, who may get it."""

    award: str
    rule: str
    label: Label
    place: int | None = None
    by_hand: bool = False
    medal_points: int = 0
    min_entries: int = Field(default=0, ge=0)


class Advancement(Keys):
    """Who goes on to the next tour (BP-19, BP-22)."""

    seats: int
    award: str
    shared_win_advances: bool = True
    replace_withdrawn: bool = False
    carry_marks: bool = False


class Papers(Keys):
    """Which paper goes to whom (BP-20)."""

    certificate: Literal["marked", "nobody"] = "nobody"
    diploma: Literal["awarded", "nobody"] = "nobody"
    letter_of_thanks: Literal["others", "marked", "nobody"] = "nobody"


class Appeals(Keys):
    """How long a published result can be appealed; no text of the rulebook says it (BP-Q12)."""

    working_days: int = Field(default=3, ge=1)


class FormField(Keys):
    """One field of the application form (BP-05)."""

    field: str
    type: Literal["integer", "text", "phones", "email", "region", "industry", "boolean"]
    required: bool
    personal: bool
    label: Label


class Ruleset(Keys):
    """A contest's rules: a file of ``data/rulesets``.

    Attributes:
        ruleset: Id, the name of the file without its ending.
        ruleset_hash: SHA-256 of the file's bytes; contests pin it.
        content: The file as it is, TOML.
        engine: What reckons it: judged points, option sheets, a funnel of steps, exams, or
            a list of conditions.
        zone: Time zone that dates and deadlines are reckoned in.
    """

    ruleset: str
    ruleset_hash: str
    content: str
    programme: str
    engine: Engine = "points"
    zone: str
    show_places_while_marking: bool = False
    label: Label
    edition: Edition = Edition()
    tours: tuple[Tour, ...] = ()
    registration: Registration = Registration()
    work: Work = Work()
    scheme: Scheme = Scheme()
    readings: tuple[Reading, ...] = ()
    marking: Marking | None = None
    criteria: tuple[Criterion, ...] = ()
    own_side: OwnSides = OwnSides()
    scale: Scale | None = None
    awarding: Awarding | None = None
    awards: tuple[Award, ...] = ()
    advancement: Advancement | None = None
    movement: Movement | None = None
    vacancy: Vacancy | None = None
    exam: Exam | None = None
    selection: Selection | None = None
    papers: Papers = Papers()
    appeals: Appeals = Appeals()
    checklist: Checklist | None = None
    fields: tuple[FormField, ...] = ()
    calendar: Calendar | None = None

    def has_key(self, path: str) -> bool:
        """Say whether a table of the ruleset has a key, as ``marking.combine``."""
        table, _, key = path.rpartition(".")
        found = getattr(self, table, None) if table else self
        return isinstance(found, Keys) and key in type(found).model_fields

    def find_value(self, path: str) -> str:
        """Return what a key says, as text: ``none`` without a value, else as the file has it."""
        table, _, key = path.rpartition(".")
        value = getattr(getattr(self, table) if table else self, key)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, tuple):
            return ", ".join(str(one) for one in value)
        return "none" if value is None else str(value)

    @field_validator("zone")
    @classmethod
    def refuse_unknown_zone(cls, zone: str) -> str:
        """Refuse a zone that the time zone database does not know."""
        if zone not in _list_zones():
            raise ValueError("no such time zone")
        return zone

    @model_validator(mode="after")
    def refuse_options_without_sheets(self) -> "Ruleset":
        """Refuse option sheets of which nothing says what stands on them."""
        if self.engine == "options" and self.vacancy is None:
            raise ValueError("vacancy is missing")
        return self

    @model_validator(mode="after")
    def refuse_exam_without_rules(self) -> "Ruleset":
        """Refuse exams of which nothing says what a passport needs."""
        if self.engine == "exam" and self.exam is None:
            raise ValueError("exam is missing")
        return self

    @model_validator(mode="after")
    def refuse_funnel_without_steps(self) -> "Ruleset":
        """Refuse a funnel of which nothing says what its steps are."""
        if self.engine == "funnel" and self.selection is None:
            raise ValueError("selection is missing")
        return self

    @model_validator(mode="after")
    def refuse_points_without_marking(self) -> "Ruleset":
        """Refuse judged points of which nothing says how they add up."""
        if self.engine == "points" and self.marking is None:
            raise ValueError("marking is missing")
        return self
