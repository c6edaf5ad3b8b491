"""Second engine of a selection: cuts, totals, the tie chain and the days after (rulebook C3)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from kasipkor_core.recount.days import find_working_day
from kasipkor_core.recount.selection_steps import (
    Contest,
    count_points,
    find_mark,
    find_mean,
    find_status,
    judge_ability,
    judge_early,
    judge_essay,
    judge_interview,
    judge_pq,
    list_marks,
)
from kasipkor_core.rulesets.selection import Selection

_THOUSANDTH = Decimal("0.001")
_STOPPED = frozenset({"excluded", "violation"})
_GONE = frozenset({"withdrawn", "absent", "awaited"})


@dataclass(frozen=True)
class Standing:
    """How a candidate stands in a step.

    Attributes:
        line: Points of the last place that goes on, in a step with a cut.
        place: Place among those who are compared.
        number: Places of the cut.
        total: Points of the total so far, at the interview and the result.
        tie_step: What broke a tie at the result.
    """

    entry_no: int
    step: str
    reason: str
    status: str
    line: Decimal | None = None
    place: int | None = None
    number: int | None = None
    total: Decimal | None = None
    tie_step: str | None = None


@dataclass(frozen=True)
class Window:
    """The days after the announcement (CS-36 to CS-38)."""

    appoint_from: dt.date
    appoint_until: dt.date
    documents_due: dt.date


def advance(scores: Iterable[Fraction], number: int) -> Fraction | None:
    """Return the score of place ``number``; whoever has it or more goes on (rulebook D)."""
    best = sorted(scores, reverse=True)
    return best[min(number, len(best)) - 1] if best and number else None


def halve(rules: Selection, count: int) -> int:
    """Return how many of ``count`` go on: half, but at least three (CS-20 to CS-23)."""
    half = -(-count // 2) if rules.half_rounding == "up" else count // 2
    return min(count, max(rules.half_least, half))


def count_selection(contest: Contest) -> list[Standing]:
    """Return the standing of every candidate in every step reached.

    Args:
        contest: The rows of the contest, and the rules by one reading.

    Source:
        Rulebook CS-05 to CS-33, CS-39.
    """
    entries = sorted({row.entry_no for row in contest.rows})
    found = [
        _stand(entry, step, reason)
        for entry in entries
        for step, reason in judge_early(contest, entry).items()
    ]
    admitted = _list_admitted(contest, entries, found)
    pq = {entry: judge_pq(contest, entry) for entry in admitted}
    found += [_stand(entry, "pq", reason) for entry, reason in pq.items()]
    is_coming = any(find_status(reason) == "waiting" for reason in pq.values())
    ability = _cut_ability(contest, _list_in(pq), is_open=is_coming)
    essay = _judge_essays(contest, [one.entry_no for one in ability if one.status == "in"])
    is_open = is_coming or _is_waiting(ability) or _is_waiting(essay)
    interview = _cut_interview(contest, ability, essay, is_open=is_open)
    result = _order(contest, interview, is_open=is_open or _is_waiting(interview))
    return [*found, *ability, *essay, *interview, *result]


def find_window(rules: Selection, announced: dt.date, *, interviewed: int) -> Window:
    """Return when the winner can be appointed, and hands in documents (CS-36 to CS-38)."""
    days = {one.deadline: one.days or 0 for one in rules.deadlines}
    first = announced if interviewed == 1 else find_working_day(announced, rules.appoint_from)
    return Window(
        appoint_from=first,
        appoint_until=find_working_day(announced, days["appointment"]),
        documents_due=announced + dt.timedelta(days=days["documents"]),
    )


def count_total(contest: Contest, entry_no: int, *, with_interview: bool) -> Fraction:
    """Return the exact total by the composition of the rules (CS-41)."""
    rules = contest.rules
    marks = {step: list_marks(contest.list_rows(entry_no, step)) for step in ("essay", "interview")}
    points: dict[str, Fraction] = {}
    for step in ("law", "pq", "ability"):
        found = count_points(contest, contest.list_rows(entry_no, step), step)
        points[step] = Fraction(found or 0)
    if marks["essay"] and _writes_essay(contest):
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


def _writes_essay(contest: Contest) -> bool:
    said = {row.category for row in contest.rows if row.category}
    return bool(said) and max(said) in contest.rules.essay_categories


def _stand(entry_no: int, step: str, reason: str) -> Standing:
    return Standing(entry_no, step, reason, find_status(reason))


def _list_admitted(
    contest: Contest, entries: Sequence[int], found: Sequence[Standing]
) -> list[int]:
    """Return who takes part: passed every early step that the contest records."""
    steps: dict[int, dict[str, str]] = {entry: {} for entry in entries}
    for one in found:
        steps[one.entry_no][one.step] = one.status
    return [
        entry
        for entry in entries
        if all(status == "in" for status in steps[entry].values())
        and ("application" in steps[entry] or not contest.uses("application"))
    ]


def _list_in(reasons: dict[int, str]) -> list[int]:
    return [entry for entry, reason in reasons.items() if find_status(reason) == "in"]


def _is_waiting(found: Iterable[Standing]) -> bool:
    return any(one.status == "waiting" for one in found)


def _cut_ability(contest: Contest, entries: Sequence[int], *, is_open: bool) -> list[Standing]:
    rules = contest.rules
    reasons = {entry: judge_ability(contest, entry) for entry in entries}
    attended = [entry for entry, reason in reasons.items() if reason not in _GONE]
    valid = [entry for entry in attended if reasons[entry] not in _STOPPED]
    compared = attended if rules.half_base == "cut_then_exclude" else valid
    scores = {
        entry: Fraction(points)
        for entry in compared
        if (points := count_points(contest, contest.list_rows(entry, "ability"), "ability"))
        is not None
    }
    number = halve(rules, len(valid if rules.half_base == "valid" else attended))
    line = advance(scores.values(), number)
    is_open = is_open or any(
        find_status(reasons[entry]) == "waiting" for entry in entries if reasons[entry] != "passed"
    )

    def judge(entry: int) -> str:
        if reasons[entry] != "passed":
            return reasons[entry]
        if is_open:
            return "cut_open"
        if line is None or scores[entry] < line:
            return "beyond_line"
        return "few" if number <= 2 else "within_line"  # noqa: PLR2004 - CS-23

    return [
        replace(
            _stand(entry, "ability", judge(entry)),
            line=_round(line),
            place=_find_place(scores, entry),
            number=number,
        )
        for entry in entries
    ]


def _judge_essays(contest: Contest, entries: Sequence[int]) -> list[Standing]:
    if not _writes_essay(contest):
        return []
    return [_stand(entry, "essay", judge_essay(contest, entry)) for entry in entries]


def _cut_interview(
    contest: Contest,
    ability: Sequence[Standing],
    essay: Sequence[Standing],
    *,
    is_open: bool,
) -> list[Standing]:
    last = essay if _writes_essay(contest) else ability
    entries = [one.entry_no for one in last if one.status == "in"]
    totals = {entry: count_total(contest, entry, with_interview=False) for entry in entries}
    number = min(contest.rules.interview_seats, len(entries))
    line = advance(totals.values(), number)

    def judge(entry: int) -> str:
        if contest.excluded.get(entry) == "interview":
            return "excluded"
        if is_open:
            return "cut_open"
        is_beyond = line is not None and totals[entry] < line
        return "beyond_three" if is_beyond else judge_interview(contest, entry)

    return [
        replace(
            _stand(entry, "interview", judge(entry)),
            line=_round(line),
            place=_find_place(totals, entry),
            total=_round(totals[entry]),
        )
        for entry in entries
    ]


def _order(contest: Contest, interview: Sequence[Standing], *, is_open: bool) -> list[Standing]:
    entries = [one.entry_no for one in interview if one.status == "in"]
    totals = {entry: count_total(contest, entry, with_interview=True) for entry in entries}
    ranked = [entry for entry in entries if contest.excluded.get(entry) != "result"]
    chain = {} if is_open else _chain(contest, {entry: totals[entry] for entry in ranked})
    places = {
        entry: 1 + sum(other > chain[entry].order for other in (c.order for c in chain.values()))
        for entry in chain
    }
    listed = [totals[e] for e, place in places.items() if place <= contest.rules.list_places]

    def judge(entry: int) -> str:
        if entry not in ranked:
            return "excluded"
        if is_open:
            return "cut_open"
        rows = contest.list_rows(entry, "result")
        if any(row.status == "withdrawn" for row in rows):
            return "withdrawn"
        if places[entry] > contest.rules.list_places:
            return "beyond_list"
        if places[entry] > 1:
            return "listed"
        return "winner" if list(places.values()).count(1) == 1 else "commission_decides"

    return [
        replace(
            _stand(entry, "result", judge(entry)),
            line=_round(min(listed, default=None)),
            place=places.get(entry),
            total=_round(totals[entry]),
            tie_step=chain[entry].tie_step if entry in chain else None,
        )
        for entry in entries
    ]


@dataclass(frozen=True)
class _Link:
    """Where a candidate stands in the order, greater is better, and what broke the tie."""

    order: tuple[Fraction, tuple[int, ...]]
    tie_step: str | None


def _chain(contest: Contest, totals: dict[int, Fraction]) -> dict[int, _Link]:
    """Return the order of the totals, ties broken by the chain of the rules (CS-33)."""
    top = max(totals.values(), default=None)
    found: dict[int, _Link] = {}
    for total in set(totals.values()):
        group = [entry for entry, own in totals.items() if own == total]
        is_chained = contest.rules.tie_scope == "all" or total == top
        if len(group) == 1 or not is_chained:
            found |= {entry: _Link((total, ()), None) for entry in group}
            continue
        keys = _find_keys(contest, group)
        best = max(keys.values())
        for entry in group:
            key = keys[entry]
            if contest.rules.tie_scope == "winner":
                key = (int(key == best),)
            found[entry] = _Link((total, key), _name_step(keys, entry))
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
    level = _find_newest(contest, entry_no, "education")
    order = [one.education for one in contest.rules.education]
    return order.index(level) + 1 if level in order else None


def _find_newest(contest: Contest, entry_no: int, field: str) -> Any:  # noqa: ANN401 - a cell
    rows = [
        row for row in contest.rows if row.entry_no == entry_no and getattr(row, field) is not None
    ]
    newest = max(rows, key=lambda row: (row.batch_no, row.source_row), default=None)
    return getattr(newest, field) if newest else None


def _find_place(scores: dict[int, Fraction], entry: int) -> int | None:
    own = scores.get(entry)
    return None if own is None else 1 + sum(other > own for other in scores.values())


def _round(points: Fraction | None) -> Decimal | None:
    if points is None:
        return None
    thousandths = Decimal(
        (2000 * points.numerator + points.denominator) // (2 * points.denominator)
    )
    return (thousandths * _THOUSANDTH).quantize(_THOUSANDTH, ROUND_HALF_UP)
