"""What a ruleset of demonstration exams says: sites, exemption, passports, grades, export."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from kasipkor_core.rulesets.keys import Keys, Label

ExportField = Literal[
    "contest", "season", "region", "organisation", "examinee", "name", "person", "unit",
    "unit_name", "edition", "starts_on", "ends_on", "site", "certificate_from", "certificate_to",
    "max_points", "score", "score_text", "grade", "basis", "number", "operator",
]  # fmt: skip


class Exemption(Keys):
    """Whose results stand for the exam (DE-14 to DE-16).

    Attributes:
        basis: ``championship`` (winners and prize winners) or ``national_team`` (its members).
        programme: Programme of the championship.
        levels: Levels that free from the exam; the others are run by local bodies (DE-15).
        streams: Streams that count.
        awards: Awards that are a prize; of the national team: none, being entered is enough.
    """

    basis: Literal["championship", "national_team"]
    programme: str
    levels: tuple[Literal["college", "oblast", "republic", "international"], ...]
    streams: tuple[str, ...]
    awards: tuple[str, ...] = ()

    @model_validator(mode="after")
    def refuse_championship_without_awards(self) -> "Exemption":
        """Refuse a championship of which nothing says who has won."""
        if (self.basis == "championship") != bool(self.awards):
            raise ValueError("awards belong to a championship, and only to one")
        return self


class Grade(Keys):
    """A grade and the least percent of the greatest points it needs."""

    at_least: Decimal = Field(ge=0, le=100)
    grade: int


class ExportColumn(Keys):
    """One column of the file for the operator's system (DE-11, OQ-08)."""

    column: str
    field: ExportField


class Exam(Keys):
    """The keys of a demonstration exam (DE-01 to DE-19).

    Attributes:
        max_points: Greatest points of an examinee (DE-10).
        site_accreditation: Which exams need an accredited site (DE-05, OQ-30).
        student_required: Only students are freed from the exam (DE-14, OQ-06).
        same_competency: Only results in the competency of the exam count (DE-16).
        high_score_is_maximum: The "high score" of who is freed is the greatest (DE-16, OQ-06);
            else the score stays empty and the words stand for it.
        high_score: Those words.
        operator: Who issues passports and their numbers (DE-11).
        grade_conversion: Points become grades (off unless asked for: DE-10).
        grades: The bounds, if they do.
        exemptions: Whose results stand for the exam.
        export: Columns of the file, in their order.
    """

    max_points: Decimal = Field(gt=0)
    site_accreditation: Literal["wsk", "all", "none"]
    student_required: bool
    same_competency: bool
    high_score_is_maximum: bool
    high_score: Label
    operator: str
    grade_conversion: bool = False
    grades: tuple[Grade, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    export: tuple[ExportColumn, ...] = ()

    @model_validator(mode="after")
    def refuse_grades_with_gaps(self) -> "Exam":
        """Refuse bounds that leave some points without a grade, or name a bound twice."""
        bounds = [grade.at_least for grade in self.grades]
        if bounds != sorted(set(bounds)) or (bounds and bounds[0] != 0):
            raise ValueError("the bounds of grades must rise from 0")
        if self.grade_conversion and not bounds:
            raise ValueError("grades are missing")
        return self

    @model_validator(mode="after")
    def refuse_double_columns(self) -> "Exam":
        """Refuse two columns of one name."""
        names = [one.column for one in self.export]
        if len(names) != len(set(names)):
            raise ValueError("two columns have the same name")
        return self
