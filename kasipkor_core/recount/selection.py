"""Second engine of a selection: cuts, totals, the tie chain and the days after (rulebook C3)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kasipkor_core.recount.days import find_working_day
from kasipkor_core.recount.selection_early import judge_early
from kasipkor_core.recount.selection_order import chain_totals, count_total, writes_essay
from kasipkor_core.recount.selection_steps import (
    Contest,
    count_points,
    find_status,
    judge_ability,
    judge_essay,
    judge_interview,
    judge_pq,
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
    if not writes_essay(contest):
        return []
    return [_stand(entry, "essay", judge_essay(contest, entry)) for entry in entries]


def _cut_interview(
    contest: Contest,
    ability: Sequence[Standing],
    essay: Sequence[Standing],
    *,
    is_open: bool,
) -> list[Standing]:
    last = essay if writes_essay(contest) else ability
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
    chain = {} if is_open else chain_totals(contest, {entry: totals[entry] for entry in ranked})
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
