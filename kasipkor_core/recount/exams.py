"""Demonstration exams in the second engine: sites, exemption, passports, grades (DE)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kasipkor_core.recount.persons import fold_name
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.rulesets.exam import Exam


@dataclass(frozen=True)
class Day:
    """The exam itself: its days, and the competency it is held in."""

    starts_on: dt.date | None
    ends_on: dt.date | None
    unit: str | None
    edition: str | None


@dataclass(frozen=True)
class Somebody:
    """Who stands behind an entry: persons as people have said it, and what the sheets say.

    Attributes:
        persons: Persons of the entry, by one key for all that were merged.
        looks: Name, organisation and region of each member.
    """

    persons: frozenset[str]
    looks: tuple[tuple[str | None, str | None, str | None], ...] = ()


@dataclass(frozen=True)
class Result:
    """What an entry has reached at a championship.

    Attributes:
        key: Contest and entry number.
        is_final: The awards are signed, or published elsewhere.
    """

    key: tuple[int, int]
    who: Somebody
    programme: str
    level: str
    stream: str
    unit: str | None
    edition: str | None
    award: str | None
    is_final: bool


@dataclass(frozen=True)
class Examinee:
    """One row of a sheet of exams, and what people decided about it.

    Attributes:
        parted: Entries that somebody said are other persons.
        is_excluded: Taken out by a decision.
        waived: Basis that a decision gave, or null.
        number: Number that the operator gave, or null.
    """

    entry_no: int
    is_wsk: bool
    certificate_from: dt.date | None
    certificate_to: dt.date | None
    score: Decimal | None
    is_present: bool | None
    is_student: bool | None
    who: Somebody
    parted: frozenset[tuple[int, int]] = frozenset()
    is_excluded: bool = False
    waived: str | None = None
    number: str | None = None


@dataclass(frozen=True)
class Passport:
    """What the second engine finds for one examinee: columns of ``score.passport``."""

    entry_no: int
    score: Decimal | None
    basis: str | None
    reason: str
    number: str | None
    grade: int | None
    is_eligible: bool
    is_to_confirm: bool


def count_passports(
    rules: Exam, day: Day, examinees: Iterable[Examinee], results: Sequence[Result]
) -> list[Passport]:
    """Return who gets a passport, and why or why not.

    Source:
        Rulebook DE-11 to DE-16, DE-19.
    """
    return [_count(rules, day, one, results) for one in examinees]


def judge_result(rules: Exam, day: Day, one: Examinee, result: Result) -> tuple[str, str | None]:
    """Return what a result of the examinee is worth, and the basis it could give.

    Source:
        Rulebook DE-14, DE-15, DE-16.
    """
    ways = [
        way
        for way in rules.exemptions
        if way.programme == result.programme and result.level in way.levels
    ]
    open_ways = [way for way in ways if result.stream in way.streams]
    basis = _name_basis(
        prize=any(result.award in way.awards for way in open_ways),
        team=any(way.basis == "national_team" for way in open_ways),
        is_final=result.is_final,
    )
    if not ways:
        return "level", basis
    if not open_ways:
        return "stream", basis
    if rules.same_competency and not _is_same_unit(day, result):
        return "competency", basis
    return _judge_person(rules, one, result, basis), basis


def _judge_person(rules: Exam, one: Examinee, result: Result, basis: str | None) -> str:
    if basis is None:
        return "no_prize"
    if not one.who.persons & result.who.persons:
        return "to_confirm"
    if basis == "championship" and not result.is_final:
        return "not_final"
    return "exempt" if one.is_student is True or not rules.student_required else "not_student"


def is_accredited(day: Day, one: Examinee) -> bool:
    """Say whether the certificate of the site is valid on every day of the exam (DE-05, OQ-08)."""
    if day.starts_on is None or day.ends_on is None:
        return False
    if one.certificate_from is None and one.certificate_to is None:
        return False
    begins = one.certificate_from or day.starts_on
    return begins <= day.starts_on and (one.certificate_to or day.ends_on) >= day.ends_on


def find_grade(rules: Exam, score: Decimal | None) -> int | None:
    """Return the grade of some points; null where points become none (DE-10)."""
    if score is None or not rules.grade_conversion:
        return None
    percent = round_half_away(Fraction(score) * 100 / Fraction(rules.max_points), 2)
    return max(
        (grade.at_least, grade.grade)
        for grade in rules.grades
        if Fraction(grade.at_least) <= percent
    )[1]


def _count(rules: Exam, day: Day, one: Examinee, results: Sequence[Result]) -> Passport:
    verdicts = [
        judge_result(rules, day, one, result) for result in results if _may_be_same(one, result)
    ]
    proven = sorted(basis or "" for verdict, basis in verdicts if verdict == "exempt")
    is_free = one.is_student is True or not rules.student_required
    freed_by = proven[0] if proven else one.waived if is_free else None
    reason = _find_reason(rules, day, one, freed_by)
    came = _came(one)
    score = one.score if came else None
    if reason == "exempt":
        score = rules.max_points if rules.high_score_is_maximum else None
    eligible = reason in {"exempt", "examinee"}
    return Passport(
        entry_no=one.entry_no,
        score=score,
        basis=_find_basis(reason, freed_by),
        reason=reason,
        number=one.number if eligible else None,
        grade=None if reason == "exempt" else find_grade(rules, score),
        is_eligible=eligible,
        is_to_confirm=any(verdict == "to_confirm" for verdict, _ in verdicts),
    )


def _find_reason(rules: Exam, day: Day, one: Examinee, freed_by: str | None) -> str:
    came = _came(one)
    wants = rules.site_accreditation == "all" or (rules.site_accreditation == "wsk" and one.is_wsk)
    if not one.is_wsk:
        return "not_wsk"
    if one.is_excluded:
        return "excluded"
    if freed_by and (not came or one.score is None):
        return "exempt"
    if wants and came and not is_accredited(day, one):
        return "site_not_accredited"
    if one.is_present is False:
        return "absent"
    return "score_missing" if one.score is None else "examinee"


def _find_basis(reason: str, freed_by: str | None) -> str | None:
    if reason == "exempt":
        return freed_by
    return "exam" if reason in {"examinee", "score_missing", "site_not_accredited"} else None


def _came(one: Examinee) -> bool:
    return one.score is not None if one.is_present is None else one.is_present


def _name_basis(*, prize: bool, team: bool, is_final: bool) -> str | None:
    if prize and is_final:
        return "championship"
    if team:
        return "national_team"
    return "championship" if prize else None


def _is_same_unit(day: Day, result: Result) -> bool:
    if day.unit is None or day.unit != result.unit:
        return False
    return day.edition is None or result.edition is None or day.edition == result.edition


def _may_be_same(one: Examinee, result: Result) -> bool:
    if result.key in one.parted:
        return False
    if one.who.persons & result.who.persons:
        return True
    return any(_look_alike(a, b) for a in one.who.looks for b in result.who.looks)


def _look_alike(
    one: tuple[str | None, str | None, str | None], other: tuple[str | None, str | None, str | None]
) -> bool:
    if not one[0] or not other[0] or fold_name(one[0]) != fold_name(other[0]):
        return False
    return any(a is not None and a == b for a, b in zip(one[1:], other[1:], strict=True))
