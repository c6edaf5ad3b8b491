"""The vacancy contest: assessment sheets of options, documents, and the other ways to read them."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, StrictBool, model_validator

from kasipkor_core.rulesets.keys import Keys, Label

Form = Literal[17, 18]
Mode = Literal["one", "sum"]
Need = Literal["always", "if_any", "english", "none"]


class Rule(Keys):
    """How the options of a criterion become points, in words (VC-11 to VC-20)."""

    name: str
    rule: str
    label: Label


class Option(Keys):
    """One line of an assessment sheet (B2).

    Attributes:
        points: Points of the line, or of each item; null: the commission names another option.
        part: Options of one part share its points: the highest counts once.
        each: Every item counts, and the items of a part add up (VC-18).
        by_event: Every event counts once, whatever its items: of one part and one day (VC-Q03).
        window: Counts only within the years of ``window_years`` (VC-13).
        family: Lines that a measure chooses between: years of service, percent (VC-12).
        above: The measure is greater than this.
        at_least: The measure is this or greater.
        at_most: The measure is this or less.
        below: The measure is less than this.
    """

    option: str
    points: Decimal | None = Field(default=None, ge=0)
    part: str = ""
    each: bool = False
    by_event: bool = False
    window: bool = False
    family: str | None = None
    above: Decimal | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    label: Label

    @model_validator(mode="after")
    def refuse_two_counts(self) -> "Option":
        """Refuse a line that counts its items and its events."""
        if self.each and self.by_event:
            raise ValueError(f"{self.option} counts each item or by_event, not both")
        return self

    def holds(self, measure: Decimal) -> bool:
        """Say whether a measure falls into the line (VC-12)."""
        return (
            (self.above is None or measure > self.above)
            and (self.at_least is None or measure >= self.at_least)
            and (self.at_most is None or measure <= self.at_most)
            and (self.below is None or measure < self.below)
        )


class SheetCriterion(Keys):
    """One criterion of a sheet (B2): its parts as one, or added up, to a limit if there is one."""

    form: Form
    criterion: str
    mode: Mode
    cap: Decimal | None = None
    words: str
    label: Label
    evidence: Label
    options: tuple[Option, ...]


class Document(Keys):
    """One item of paragraph 153 (B5, VC-05, VC-06); ``least``: how many of it there must be."""

    no: int
    need: Need
    least: int = 1
    health: bool = False
    label: Label


class Qualification(Keys):
    """An education, and whether it meets the requirement of the post (VC-02)."""

    qualification: str
    meets: bool
    label: Label


class Setting(Keys):
    """One key that another reading sets: of the sheets, a criterion, an option or a document.

    Attributes:
        instead_of: A key that is taken away at the same time.
    """

    form: Form | None = None
    criterion: str | None = None
    option: str | None = None
    document: int | None = None
    key: str
    value: StrictBool | Decimal | str
    instead_of: str | None = None

    def is_about(self, thing: SheetCriterion | Option | Document) -> bool:
        """Say whether the setting leads to a criterion, to an option in it, or to a document."""
        match thing:
            case SheetCriterion():
                return (self.form, self.criterion) == (thing.form, thing.criterion)
            case Option():
                return self.option == thing.option
            case Document():
                return self.document == thing.no


class Alternative(Keys):
    """Another answer to an open question, and what it sets instead (B7)."""

    reading: str
    value: str
    sets: tuple[Setting, ...]

    @property
    def name(self) -> str:
        """Return the name of the variant, as ``VC-Q01=1``."""
        return f"{self.reading}={self.value}"


class Vacancy(Keys):
    """A vacancy contest: its deadline, its sheets and its documents.

    Attributes:
        window_years: Years of achievements, back from the last day of acceptance (VC-13).
        printed_max: Greatest number of the printed heading; above it there is a note (VC-22).
        sheet_cap: Greatest total of a sheet; null: no limit (VC-22).
        pool: One list of both sheets, or one a sheet (VC-25).
    """

    deadline_days: int = Field(gt=0)
    deadline_inclusive: bool
    count_from: Literal["next_day", "same_day"]
    sheet_by: Literal["service_pedagogical", "service_total"]
    window_years: int
    printed_max: Decimal
    sheet_cap: Decimal | None = None
    pool: Literal["joint", "per_sheet"]
    rules: tuple[Rule, ...]
    criteria: tuple[SheetCriterion, ...]
    documents: tuple[Document, ...]
    qualifications: tuple[Qualification, ...]
    alternatives: tuple[Alternative, ...] = ()

    @model_validator(mode="after")
    def refuse_criteria_without_words(self) -> "Vacancy":
        """Refuse a criterion whose rule is not among the rules."""
        known = {rule.name for rule in self.rules}
        for criterion in self.criteria:
            if criterion.words not in known:
                raise ValueError(f"{criterion.criterion} has words that no rule has")
        return self

    def read_as(self, alternative: Alternative) -> "Vacancy":
        """Return the rules as another reading has them, without further alternatives."""
        sets = alternative.sets
        plain = {one.key: one.value for one in sets if not (one.criterion or one.document)}
        return Vacancy.model_validate(
            self.model_dump()
            | {
                "criteria": [_change_criterion(one, sets) for one in self.criteria],
                "documents": [_change(one, sets) for one in self.documents],
                "alternatives": (),
            }
            | plain
        )


def _change_criterion(criterion: SheetCriterion, sets: tuple[Setting, ...]) -> dict[str, object]:
    own = tuple(one for one in sets if one.is_about(criterion))
    changed = _change(criterion, tuple(one for one in own if one.option is None))
    return changed | {"options": [_change(option, own) for option in criterion.options]}


def _change(
    thing: SheetCriterion | Option | Document, sets: tuple[Setting, ...]
) -> dict[str, object]:
    content = thing.model_dump()
    for one in sets:
        if one.is_about(thing):
            content[one.key] = one.value
            if one.instead_of:
                content[one.instead_of] = None
    return content
