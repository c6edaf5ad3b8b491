"""Second engine of a selection: what each step says of one candidate alone (rulebook C3)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median
from zoneinfo import ZoneInfo

from kasipkor_core.rulesets.selection import Selection, Step

PASSED = frozenset({"passed", "fits", "few", "within_line", "interviewed", "winner", "listed"})
WAITING = frozenset(
    {
        "awaited", "not_registered", "file_incomplete", "part_missing", "does_not_fit",
        "hr_awaited", "proctor_awaited", "cut_open", "marks_missing", "interview_awaited",
        "commission_decides",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """A row of a sheet of results; ``status`` null is present."""

    entry_no: int
    batch_no: int
    source_row: int
    step: str
    part: str | None
    member: str | None
    score: Decimal | None
    category: str | None
    seniority_days: int | None
    education: str | None
    status: str | None
    violation: str | None
    happened_at: dt.datetime | None


@dataclass(frozen=True)
class Contest:
    """The rows of a contest under one reading of the rules.

    Attributes:
        zone: Time zone of the rules.
        interview_max: Greatest points of the interview, set by the contest.
        excluded: Candidate to the step a decision excludes from.
        decided: Candidate to the place that the commission decided.
        lang_min: Least of the language test, set by the contest.
    """

    rules: Selection
    zone: str
    rows: tuple[Result, ...]
    interview_max: Decimal | None
    excluded: dict[int, str]
    decided: dict[int, int]
    lang_min: Decimal | None = None

    def list_rows(self, entry_no: int, step: str) -> list[Result]:
        """Return the rows of a candidate in a step."""
        return [row for row in self.rows if (row.entry_no, row.step) == (entry_no, step)]

    def uses(self, *steps: str) -> bool:
        """Say whether any candidate has a row in one of the steps."""
        return any(row.step in steps for row in self.rows)

    def find_day(self, row: Result) -> dt.date | None:
        """Return the day of a row by the clock of the rules."""
        at = row.happened_at
        return at.astimezone(ZoneInfo(self.zone)).date() if at else None


def find_status(reason: str) -> str:
    """Return in, out, waiting or absent."""
    if reason in PASSED:
        return "in"
    if reason in WAITING:
        return "waiting"
    return "absent" if reason == "absent" else "out"


def judge_pq(contest: Contest, entry_no: int) -> str:
    """Return the reason of step 5: the threshold first, then the proctor (CS-15, CS-16)."""
    rows = contest.list_rows(entry_no, "pq")
    before = judge_presence(contest, entry_no, "pq", rows)
    if before:
        return before
    rules = contest.rules
    points = count_points(contest, rows, "pq")
    surplus = _find_surplus(contest, rows) if rules.pq_scope == "each" else None
    if points is None or (rules.pq_scope == "each" and surplus is None):
        return "part_missing"
    if surplus is None:
        surplus = points - (rules.find_least(find_step(rules, "pq")) or Decimal(0))
    if surplus < 0 or (surplus == 0 and not rules.pq_inclusive):
        return "below_threshold"
    return _judge_proctor(contest, rows, "pq")


def judge_ability(contest: Contest, entry_no: int) -> str:
    """Return the reason of step 6, before anybody is compared (CS-18, CS-19)."""
    rows = contest.list_rows(entry_no, "ability")
    before = judge_presence(contest, entry_no, "ability", rows)
    if before:
        return before
    verdict = _judge_proctor(contest, rows, "ability")
    if verdict == "violation":
        return verdict
    return "part_missing" if count_points(contest, rows, "ability") is None else verdict


def judge_essay(contest: Contest, entry_no: int) -> str:
    """Return the reason of step 7 (CS-26 to CS-28, CS-39)."""
    rows = contest.list_rows(entry_no, "essay")
    before = judge_presence(contest, entry_no, "essay", rows)
    if before:
        return before
    if any(row.part == "essay" and is_late(contest, rows, row) for row in rows):
        return "essay_late"
    verdict = _judge_proctor(contest, rows, "essay")
    if verdict != "passed":
        return verdict
    marks = list_marks(rows)
    if not marks or len(marks) < count_expected(contest, entry_no, "essay"):
        return "marks_missing"
    least = Fraction(find_step(contest.rules, "essay").least or 0)
    decisive = min(marks) if contest.rules.essay_combine == "each" else find_mark(contest, marks)
    return "passed" if decisive >= least else "below_essay"


def judge_interview(contest: Contest, entry_no: int) -> str:
    """Return the reason of step 8 for who is invited (CS-31, CS-39)."""
    rows = contest.list_rows(entry_no, "interview")
    before = judge_presence(contest, entry_no, "interview", rows)
    if before:
        return "interview_awaited" if before == "awaited" else before
    if any(find_violation(contest.rules, row) for row in rows):
        return "violation"
    marks = list_marks(rows)
    if not marks:
        return "interview_awaited"
    is_whole = len(marks) >= count_expected(contest, entry_no, "interview")
    return "interviewed" if is_whole else "marks_missing"


def count_points(contest: Contest, rows: Sequence[Result], step: str) -> Decimal | None:
    """Return the points of a step: of all its parts, or written as a whole; else null."""
    own = [row for row in rows if row.member is None and row.score is not None]
    given = {row.part: _count_score(contest, rows, row) for row in own}
    parts = [part.part for part in contest.rules.list_counted(step)]
    if parts and all(part in given for part in parts):
        return sum((given[part] for part in parts), Decimal(0))
    return given.get(None)


def is_late(contest: Contest, rows: Iterable[Result], row: Result) -> bool:
    """Say whether a row came after the time of its step (CS-E55, CS-E29)."""
    minutes = find_step(contest.rules, row.step).minutes
    starts = [one.happened_at for one in rows if one.part == "start" and one.happened_at]
    if minutes is None or not starts or row.happened_at is None:
        return False
    return row.happened_at > max(starts) + dt.timedelta(minutes=minutes)


def list_marks(rows: Iterable[Result]) -> list[Fraction]:
    """Return the marks of the members."""
    return [
        Fraction(row.score) for row in rows if row.part in (None, "mark") and row.score is not None
    ]


def find_mark(contest: Contest, marks: Sequence[Fraction]) -> Fraction:
    """Return the mark of an essay, unrounded (CS-28)."""
    if contest.rules.essay_combine == "median":
        return median(marks)
    return find_mean(marks)


def find_mean(marks: Sequence[Fraction]) -> Fraction:
    """Return the mean."""
    return sum(marks, Fraction(0)) / len(marks)


def count_expected(contest: Contest, entry_no: int, step: str) -> int:
    """Return how many marks a candidate must have (CS-39)."""
    members = {
        row.member or ""
        for row in contest.rows
        if row.step == step
        and row.part in (None, "mark")
        and (row.member is not None or row.score is not None)
    }
    absent = [
        row
        for row in contest.list_rows(entry_no, step)
        if row.member is not None and row.status == "absent" and row.part in (None, "mark")
    ]
    return len(members) - len(absent)


def find_violation(rules: Selection, row: Result) -> str | None:
    """Return the violation of a row, V1 to V7; what the step allows is none (CS-04)."""
    if row.violation is None:
        return None
    for one in rules.violations:
        if one.violation == row.violation:
            return None if one.allowed_in == row.step else one.counts_as
    return row.violation


def judge_presence(
    contest: Contest, entry_no: int, step: str, rows: Sequence[Result]
) -> str | None:
    """Return why a candidate has no result in a step, or null (CS-39)."""
    if contest.excluded.get(entry_no) == step:
        return "excluded"
    if not rows:
        return "awaited"
    if any(row.status == "withdrawn" for row in rows):
        return "withdrawn"
    return "absent" if any(r.status == "absent" and r.member is None for r in rows) else None


def _judge_proctor(contest: Contest, rows: Sequence[Result], step: str) -> str:
    verdicts = [row for row in rows if row.part == "proctor"]
    last = max(verdicts, key=lambda row: row.batch_no, default=None)
    if any(find_violation(contest.rules, row) for row in rows if row.step == step):
        return "violation"
    if last is None:
        return "proctor_awaited"
    return "violation" if last.status == "refused" else "passed"


def _find_surplus(contest: Contest, rows: Sequence[Result]) -> Decimal | None:
    """Return by how much the weakest quality passes (CS-Q03, each)."""
    percent = contest.rules.find_percent("pq")
    if percent is None:
        return None
    least = {p.part: (p.max_points or 0) * percent / 100 for p in contest.rules.list_counted("pq")}
    found = [
        _count_score(contest, rows, row) - least[row.part or ""]
        for row in rows
        if row.score is not None and row.member is None and (row.part or "") in least
    ]
    return min(found, default=None)


def _count_score(contest: Contest, rows: Sequence[Result], row: Result) -> Decimal:
    return Decimal(0) if is_late(contest, rows, row) else row.score or Decimal(0)


def find_noted(rows: Iterable[Result], part: str) -> Decimal | None:
    """Return the number noted for a part."""
    found = [row.score for row in rows if row.part == part and row.score is not None]
    return max(found, default=None)


def find_step(rules: Selection, step: str) -> Step:
    """Return a step of the rules."""
    return next(one for one in rules.steps if one.step == step)
