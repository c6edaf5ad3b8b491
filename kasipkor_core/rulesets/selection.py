"""Civil-service selection: a funnel of steps with gates, cuts and a tie chain, and its readings."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, StrictBool, model_validator

from kasipkor_core.rulesets.keys import Keys, Label

Unit = Literal["working", "calendar"]
Component = Literal["law", "pq", "ability", "essay", "interview"]
# Keys that are the same by every reading: results are added up and bodies looked up once.
READ_ONCE = frozenset({
    "bodies", "steps", "parts", "deadlines", "violations", "education", "documents",
    "essay_categories", "pq_set", "pq_percent", "interview_max", "alternatives",
})  # fmt: skip


class Step(Keys):
    """One step of the funnel (C1).

    Attributes:
        no: Number of the memo.
        least: Points that pass; null: no such gate, or ``percent`` gives them.
        percent: Share of its tasks that passes, of the step and of each part alone (CS-15).
        minutes: Time from the row ``start`` on; what comes later does not count.
        words: Greatest number of words of a text (CS-26).
        is_anonymous: Only the personal number is known (CS-12, CS-40).
    """

    step: str
    no: int
    rule: str
    least: Decimal | None = None
    percent: Decimal | None = Field(default=None, gt=0, le=100)
    minutes: int | None = None
    words: int | None = None
    is_anonymous: bool = True
    label: Label


class Part(Keys):
    """One part of a step: a test, a block, a quality, or something to be recorded (C2).

    Attributes:
        max_points: Greatest number; null: no limit, or it is set for each contest.
        least: Points that pass in this part alone (CS-09).
        is_counted: Its points add up to those of the step.
        is_whole: A number of tasks, of words, of days.
    """

    step: str
    part: str
    max_points: Decimal | None = None
    least: Decimal | None = None
    is_counted: bool = False
    is_whole: bool = True
    label: Label


class Deadline(Keys):
    """A clock: how many days after what (C3)."""

    deadline: str
    step: str
    rule: str
    days: int | None = None
    unit: Unit = "working"
    label: Label


class Violation(Keys):
    """One of the prohibitions, or a thing that is allowed in one step (CS-03, CS-04)."""

    violation: str
    counts_as: str
    allowed_in: str | None = None
    label: Label


class Education(Keys):
    """A level of education; the first of the list is the highest (CS-33, CS-Q09)."""

    education: str
    label: Label


class Body(Keys):
    """A body that selects by these rules (CS-01)."""

    body: str
    region: str | None = None
    label: Label


class Document(Keys):
    """What the winner hands in (CS-38)."""

    document: str
    label: Label


class Setting(Keys):
    """One key that another reading sets."""

    key: str
    value: StrictBool | int | Decimal | str | tuple[str, ...]


class Alternative(Keys):
    """Another answer to an open question, and what it sets instead (C6)."""

    reading: str
    value: str
    sets: tuple[Setting, ...]

    @property
    def name(self) -> str:
        """Return the name of the variant, as ``CS-Q01=down``."""
        return f"{self.reading}={self.value}"


class Selection(Keys):
    """A selection for the civil service.

    Attributes:
        lang_min: Least of the language test; null: none (CS-08).
        lang_min_of_contest: Each contest names it instead; where one does not, no other reading
            of it is reckoned (CS-Q14).
        half_least: Least number that goes on at the half rule (CS-20).
        interview_seats: Most candidates at the interview, but for ties (CS-29).
        interview_max: No built-in number: each contest sets it before it opens (CS-Q05).
        list_places: Best of the result (CS-32).
        essay_categories: Categories of posts whose candidates write an essay (CS-25).
        pq_percent: What ``percent`` of a step was called; only rules pinned before have it.
        pq_set: Qualities that are tested (CS-Q16).
        components: Steps whose points make the total (CS-41).
        weighting: Points as they are, or the percent each component has of its greatest.
        education_order: The higher level wins a tie, or no order is known (CS-33, CS-Q09).
        appoint_from: Working day of the announcement from which on the winner can be appointed.
        documents_first: No appointment before the documents are there (CS-Q12).
        reserve: The second and third of the list are a reserve (CS-Q13).
    """

    starts_on: dt.date
    ends_on: dt.date
    certificate_until: dt.date
    certificate_inclusive: bool
    test_lead_days: int
    lang_min: Decimal | None = Field(default=None, ge=0)
    lang_min_of_contest: bool = False
    pq_scope: Literal["total", "each"]
    pq_inclusive: bool
    pq_percent: Decimal | None = Field(default=None, gt=0, le=100)
    pq_set: tuple[str, ...]
    half_rounding: Literal["up", "down"]
    half_base: Literal["valid", "attended", "cut_then_exclude"]
    half_least: int = Field(gt=0)
    essay_combine: Literal["mean", "each", "median"]
    essay_categories: tuple[str, ...]
    interview_seats: int = Field(gt=0)
    interview_max: None = None
    list_places: int = Field(gt=0)
    components: tuple[Component, ...] = Field(min_length=1)
    weighting: Literal["raw", "percent"]
    tie_scope: Literal["all", "winner"]
    seniority: Literal["total", "civil"]
    seniority_unit: Literal["days", "years"]
    education_order: Literal["listed", "none"] = "listed"
    appoint_from: int = Field(gt=0)
    documents_first: bool
    reserve: bool
    bodies: tuple[Body, ...]
    steps: tuple[Step, ...]
    parts: tuple[Part, ...]
    deadlines: tuple[Deadline, ...]
    violations: tuple[Violation, ...]
    education: tuple[Education, ...]
    documents: tuple[Document, ...]
    alternatives: tuple[Alternative, ...] = ()

    @model_validator(mode="after")
    def refuse_parts_without_step(self) -> "Selection":
        """Refuse parts and deadlines of a step that there is not, and unknown qualities."""
        steps = {step.step for step in self.steps}
        named = [part.step for part in self.parts] + [one.step for one in self.deadlines]
        for step in named:
            if step not in steps:
                raise ValueError(f"there is no step {step}")
        unknown = sorted(set(self.pq_set) - {part.part for part in self.parts})
        if unknown:
            raise ValueError(f"pq_set names {unknown[0]}, which is no part")
        return self

    @model_validator(mode="after")
    def refuse_alternatives_of_nothing(self) -> "Selection":
        """Refuse another reading that sets a key there is not, or a value it cannot have."""
        for one in self.alternatives:
            for setting in one.sets:
                if setting.key not in type(self).model_fields:
                    raise ValueError(f"{one.name} sets {setting.key}, which is no key")
            self.read_as(one)
        return self

    def read_as(self, alternative: Alternative) -> "Selection":
        """Return the rules as another reading has them, without further alternatives."""
        sets = {one.key: one.value for one in alternative.sets}
        return Selection.model_validate(self.model_dump() | sets | {"alternatives": ()})

    def list_counted(self, step: str) -> tuple[Part, ...]:
        """Return the parts of a step whose points count, the chosen qualities for step 5."""
        chosen = self.pq_set if step == "pq" else None
        return tuple(
            part
            for part in self.parts
            if part.step == step and part.is_counted and (chosen is None or part.part in chosen)
        )

    def find_least(self, step: Step) -> Decimal | None:
        """Return the points that pass a step: as they are, or as a share of its tasks."""
        percent = self.find_percent(step.step)
        if percent is None:
            return step.least
        tasks = sum(part.max_points or Decimal(0) for part in self.list_counted(step.step))
        return tasks * percent / 100

    def find_percent(self, step: str) -> Decimal | None:
        """Return the share of the tasks of a step that passes; null: its points are given."""
        own = next(one.percent for one in self.steps if one.step == step)
        return own if own is None else self.pq_percent or own
