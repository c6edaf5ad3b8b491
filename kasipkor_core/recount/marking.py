"""From the values of judges to the points of an entry (WM-04 to WM-06, WM-11, BP-08 to BP-12)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from kasipkor_core.recount.facts import (
    BARE_TOTAL,
    Aspect,
    ContestFacts,
    Points,
    Rules,
    Score,
)
from kasipkor_core.recount.rounding import round_half_away

AspectMark = Decimal | None
OPEN = Decimal(-1)
"""Stands for the mark of an aspect that must be scored again; no mark is negative (WM-02)."""


def count_points(facts: ContestFacts) -> dict[int, Points]:
    """Return the points of every entry of a contest; an archive has none.

    Aspect marks are finer than points by criterion, so a contest with any mark of an aspect of
    its scheme is reckoned from marks, and otherwise from scores. Before the first of either, a
    contest with a scheme waits for marks.

    Returns:
        Points by ``entry_no``; an entry without any mark is there too, with a null total.

    Source:
        Rulebook WM-11, BP-10.
    """
    numbers = [entry.entry_no for entry in facts.entries]
    if facts.is_archive:
        return dict.fromkeys(numbers, Points())
    if _is_marked_by_aspects(facts):
        return _count_marks(facts, numbers)
    return _count_scores(facts, numbers)


def count_asked(facts: ContestFacts) -> int:
    """Return how many marks or points the contest asks for every entry."""
    return len(facts.aspects) if _is_marked_by_aspects(facts) else len(_list_criteria(facts))


def mark_aspect(aspect: Aspect, values: Iterable[Decimal | None], rules: Rules) -> AspectMark:
    """Return the mark of one aspect, null while it waits for judges, or ``OPEN``.

    Measurement: all judges must agree. Judgement: two scores further apart than the spread open
    the aspect at once; the mark needs all scores. More scores than asked for (a fourth expert)
    keep the mean: the sum is taken over the number of scores.

    Args:
        aspect: What is marked.
        values: One value a judge; null: not marked.
        rules: Scores asked for, greatest score and spread.

    Source:
        Rulebook WM-04, WM-05, WM-06; CONTRACTS "Sheet formats" (several judges of one M aspect).
    """
    given = [value for value in values if value is not None]
    if not given:
        return None
    spread = max(given) - min(given)
    if aspect.kind == "M":
        return OPEN if spread else given[0]
    if spread > rules.spread:
        return OPEN
    if len(given) < rules.judges:
        return None
    share = Fraction(sum(given)) / (len(given) * rules.top_score)
    return Decimal(int(round_half_away(share * Fraction(aspect.max_mark) * 100))) / 100


def _is_marked_by_aspects(facts: ContestFacts) -> bool:
    scheme = {aspect.aspect for aspect in facts.aspects}
    by_aspects = any(mark.aspect in scheme for mark in facts.marks)
    return by_aspects or (bool(scheme) and not facts.scores)


def _count_marks(facts: ContestFacts, numbers: Iterable[int]) -> dict[int, Points]:
    sheets: dict[int, dict[str, list[Decimal | None]]] = defaultdict(lambda: defaultdict(list))
    for mark in facts.marks:
        sheets[mark.entry_no][mark.aspect].append(mark.mark)
    return {number: _add_aspects(facts, sheets[number]) for number in numbers}


def _add_aspects(facts: ContestFacts, sheet: Mapping[str, list[Decimal | None]]) -> Points:
    found = {
        aspect: mark_aspect(aspect, sheet.get(aspect.aspect, []), facts.rules)
        for aspect in facts.aspects
    }
    marked = {aspect: mark for aspect, mark in found.items() if mark is not None and mark != OPEN}
    opened = sum(mark == OPEN for mark in found.values())
    complete = len(marked) == len(found)
    has_total = bool(marked) and not opened and (complete or facts.rules.partial_totals)
    return Points(
        points_sum=sum(marked.values(), Decimal(0)) if has_total else None,
        judge_count=1 if has_total else None,
        marks=len(marked),
        marks_expected=len(found),
        open_aspects=opened,
        criteria=_add_criteria((aspect.criterion, mark) for aspect, mark in marked.items()),
    )


def _add_criteria(parts: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Fraction], ...]:
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for criterion, points in parts:
        sums[criterion] += Fraction(points)
    return tuple(sorted(sums.items()))


def _count_scores(facts: ContestFacts, numbers: Iterable[int]) -> dict[int, Points]:
    sheets: dict[int, list[Score]] = defaultdict(list)
    for score in facts.scores:
        sheets[score.entry_no].append(score)
    criteria = _list_criteria(facts)
    return {number: _add_scores(facts.rules, sheets[number], criteria) for number in numbers}


def _list_criteria(facts: ContestFacts) -> tuple[str, ...]:
    """Return what each judge fills in: a bare total, or the criteria of sheet, scheme or file."""
    found = {score.criterion for score in facts.scores}
    if found == {BARE_TOTAL}:
        return (BARE_TOTAL,)
    sheet = set(facts.rules.criteria)
    if found:
        sheet -= {BARE_TOTAL}
    scheme = {aspect.criterion for aspect in facts.aspects}
    return tuple(sorted(sheet or scheme or found - {BARE_TOTAL} or {BARE_TOTAL}))


def _add_scores(rules: Rules, sheet: list[Score], criteria: tuple[str, ...]) -> Points:
    """Add up one entry: a criterion counts when every judge of the entry has given points."""
    if {score.criterion for score in sheet} == {BARE_TOTAL}:
        criteria = (BARE_TOTAL,)
    judges = sorted({score.judge_no for score in sheet})
    cells = {(score.judge_no, score.criterion): score.points for score in sheet}
    full = [
        criterion
        for criterion in criteria
        if judges and all(cells.get((judge, criterion)) is not None for judge in judges)
    ]
    has_total = bool(full) and (len(full) == len(criteria) or rules.partial_totals)
    given = {
        judge: [cells[judge, criterion] or Decimal(0) for criterion in full] for judge in judges
    }
    points_sum, judge_count = combine([sum(row, Decimal(0)) for row in given.values()], rules)
    return Points(
        points_sum=points_sum if has_total else None,
        judge_count=judge_count if has_total else None,
        marks=len(full),
        marks_expected=len(criteria),
        criteria=_add_means(full, list(given.values())),
    )


def _add_means(criteria: list[str], rows: list[list[Decimal]]) -> tuple[tuple[str, Fraction], ...]:
    columns = zip(*rows, strict=True) if rows else ()
    means = (Fraction(sum(column)) / len(column) for column in columns)
    return tuple(sorted(zip(criteria, means, strict=False)))


def combine(totals: list[Decimal], rules: Rules) -> tuple[Decimal | None, int | None]:
    """Return the sum and the divisor that together are the total of several judges.

    Args:
        totals: The total of each judge, points.
        rules: How they are combined.

    Source:
        Rulebook BP-12: mean of all, sum of all, or mean of the one or two middle totals.
    """
    if not totals:
        return None, None
    if rules.combine == "sum":
        return sum(totals, Decimal(0)), 1
    if rules.combine == "median":
        middle = list_middle(totals)
        return sum(middle, Decimal(0)), len(middle)
    return sum(totals, Decimal(0)), len(totals)


def list_middle(values: list[Decimal]) -> list[Decimal]:
    """Return the middle value, or the two middle ones of an even number."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half : half + 1] if len(ordered) % 2 else ordered[half - 1 : half + 1]
