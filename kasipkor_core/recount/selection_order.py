"""Second engine of a selection: totals, and the chain that breaks ties (rulebook CS-33, CS-41)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kasipkor_core.recount.selection_steps import (
    Contest,
    count_points,
    find_mark,
    find_mean,
    list_marks,
)


def count_total(contest: Contest, entry_no: int, *, with_interview: bool) -> Fraction:
    """Return the exact total by the composition of the rules (CS-41)."""
    rules = contest.rules
    marks = {step: list_marks(contest.list_rows(entry_no, step)) for step in ("essay", "interview")}
    points: dict[str, Fraction] = {}
    for step in ("law", "pq", "ability"):
        found = count_points(contest, contest.list_rows(entry_no, step), step)
        points[step] = Fraction(found or 0)
    if marks["essay"] and writes_essay(contest):
        points["essay"] = find_mark(contest, marks["essay"])
    if with_interview and marks["interview"]:
        points["interview"] = find_mean(marks["interview"])
    return sum(
        (_weigh(contest, step, points[step]) for step in rules.components if step in points),
        Fraction(0),
    )


def _weigh(contest: Contest, step: str, points: Fraction) -> Fraction:
    if contest.rules.weighting == "raw":
        return points
    greatest = contest.interview_max or Decimal(1)
    if step != "interview":
        parts = contest.rules.list_counted(step)
        greatest = sum((part.max_points or Decimal(0) for part in parts), Decimal(0))
    return 100 * points / Fraction(greatest)


def writes_essay(contest: Contest) -> bool:
    """Say whether the category of the post writes an essay (CS-25)."""
    said = {row.category for row in contest.rows if row.category}
    return bool(said) and max(said) in contest.rules.essay_categories


@dataclass(frozen=True)
class Link:
    """Where a candidate stands in the order, greater is better, and what broke the tie."""

    order: tuple[Fraction, tuple[int, ...]]
    tie_step: str | None


def chain_totals(contest: Contest, totals: dict[int, Fraction]) -> dict[int, Link]:
    """Return the order of the totals, ties broken by the chain of the rules (CS-33)."""
    top = max(totals.values(), default=None)
    found: dict[int, Link] = {}
    for total in set(totals.values()):
        group = [entry for entry, own in totals.items() if own == total]
        is_chained = contest.rules.tie_scope == "all" or total == top
        if len(group) == 1 or not is_chained:
            found |= {entry: Link((total, ()), None) for entry in group}
            continue
        keys = _find_keys(contest, group)
        best = max(keys.values())
        for entry in group:
            key = keys[entry]
            if contest.rules.tie_scope == "winner":
                key = (int(key == best),)
            found[entry] = Link((total, key), _name_step(keys, entry))
    return found


def _find_keys(contest: Contest, group: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return experience, education and decision; what one of the tied lacks decides nothing."""
    days = {entry: _find_experience(contest, entry) for entry in group}
    known = all(value is not None for value in days.values())
    experience = {entry: (days[entry] or 0) if known else 0 for entry in group}
    levels = {entry: _find_education(contest, entry) for entry in group}

    def rank(entry: int) -> int:
        same = [other for other in group if experience[other] == experience[entry]]
        is_known = known and all(levels[other] is not None for other in same)
        return -(levels[entry] or 0) if is_known else 0

    return {
        entry: (experience[entry], rank(entry), -contest.decided.get(entry, 1000000))
        for entry in group
    }


def _name_step(keys: dict[int, tuple[int, ...]], entry: int) -> str:
    for length, name in enumerate(("seniority", "education_level", "commission"), start=1):
        if [key[:length] for key in keys.values()].count(keys[entry][:length]) == 1:
            return name
    return "undecided"


def _find_experience(contest: Contest, entry_no: int) -> int | None:
    if contest.rules.seniority == "civil":
        rows = contest.list_rows(entry_no, "application")
        noted = [row.score for row in rows if row.part == "civil_days" and row.score is not None]
        days = int(max(noted)) if noted else None
    else:
        days = _find_newest(contest, entry_no, "seniority_days")
    if days is None or contest.rules.seniority_unit == "days":
        return days
    return days * 4 // 1461


def _find_education(contest: Contest, entry_no: int) -> int | None:
    if contest.rules.education_order == "none":
        return None
    level = _find_newest(contest, entry_no, "education")
    order = [one.education for one in contest.rules.education]
    return order.index(level) + 1 if level in order else None


def _find_newest(contest: Contest, entry_no: int, field: str) -> Any:  # noqa: ANN401 - a cell
    rows = [
        row for row in contest.rows if row.entry_no == entry_no and getattr(row, field) is not None
    ]
    newest = max(rows, key=lambda row: (row.batch_no, row.source_row), default=None)
    return getattr(newest, field) if newest else None
