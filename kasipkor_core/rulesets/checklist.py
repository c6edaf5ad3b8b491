"""The checklist of a competence centre: conditions, documents, steps, passport (CC-03 to CC-47)."""

from typing import Literal

from pydantic import Field

from kasipkor_core.rulesets.keys import Keys, Label

ItemList = Literal[
    "condition",
    "mandatory",
    "optional",
    "operation",
    "procedure",
    "assessment",
    "precondition",
    "opito",
]


class Profile(Keys):
    """Which conditions apply (8.2)."""

    profile: str
    items: tuple[str, ...]
    label: Label


class Item(Keys):
    """One condition, document or step, or a part of one.

    Attributes:
        list: Which list it stands in.
        item: Id in the rulebook; the 22 steps are ``CC-41.1`` to ``CC-41.22``.
        part_of: The item whose evidence this is: one row a person, letter or member.
        minimum: How many distinct pieces of evidence are needed.
        alone_minimum: How many of one part, by the strict reading.
        alone_required: The strict reading decides; else it is only noted.
        window_years: How long an internship counts.
        conditional: May be not applicable.
        actor: Who does the step.
        output: What the step leaves.
    """

    list: ItemList
    item: str
    label: Label
    part_of: str | None = None
    minimum: int = Field(default=1, ge=0)
    alone_minimum: int | None = None
    alone_required: bool = False
    window_years: int | None = None
    conditional: bool = False
    actor: Label | None = None
    output: Label | None = None


class PassportField(Keys):
    """One column of the passport; section 0 is the cover (8.7)."""

    section: int
    field: str
    label: Label


class Checklist(Keys):
    """What a competence centre needs, and how it comes to be (CC-21, 8.4)."""

    profile: str
    open_step: str
    decision_step: str
    order_step: str
    profiles: tuple[Profile, ...]
    items: tuple[Item, ...]
    passport: tuple[PassportField, ...]
