"""The points of one criterion of a vacancy sheet, counted a second time.

Written from the rulebook alone (B2, VC-07 to VC-19); knows no SQL.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kasipkor_core.recount.days import find_working_day
from kasipkor_core.rulesets.vacancy import Option, SheetCriterion, Vacancy

_NONE = "none"


@dataclass(frozen=True)
class Post:
    """An announced post (VC-01, VC-03); without a day of publication there is no deadline."""

    units: int = 1
    published_on: dt.date | None = None
    deadline_days: int | None = None
    is_english: bool = False


@dataclass(frozen=True)
class Answer:
    """One row of a candidate: a line of a sheet, a document, a service or an education.

    Attributes:
        batch_no: The batch that brought it; of two the newer one counts.
        amount: Items; years or percent of a family of lines; months of service.
        claimed: Points as the candidate wrote them.
        verified: Points as the commission wrote them.
        has_evidence: Null: not said.
    """

    entry_no: int
    batch_no: int
    form: int | None
    criterion: str
    option: str | None = None
    amount: Decimal | None = None
    event_date: dt.date | None = None
    claimed: Decimal | None = None
    verified: Decimal | None = None
    has_evidence: bool | None = None


@dataclass(frozen=True)
class _Worth:
    """What one row brings to each side; null: nothing said yet."""

    part: tuple[str, dt.date | None]
    is_each: bool
    claimed: Decimal | None
    verified: Decimal | None
    is_waiting: bool


def find_last_day(rules: Vacancy, post: Post) -> dt.date | None:
    """Return the last day of acceptance (VC-03, B4)."""
    if post.published_on is None:
        return None
    event = post.published_on
    if rules.count_from == "same_day":
        event -= dt.timedelta(days=1)
    return find_working_day(event, post.deadline_days or rules.deadline_days)


def count_criterion(
    rules: Vacancy,
    criterion: SheetCriterion,
    post: Post,
    answers: Sequence[Answer],
    *,
    in_force: SheetCriterion | None = None,
) -> tuple[Decimal | None, Decimal | None]:
    """Return the claimed and the verified points of one criterion; null: not answered.

    Args:
        rules: The rules of the sheets.
        criterion: The criterion.
        post: The announced post: the window ends on its last day (VC-13).
        answers: All rows of the candidate.
        in_force: The criterion as the commission has verified by it; null: the same.
    """
    counted = _list_counted(in_force or criterion)
    is_begun = any(
        one.verified is not None or one.has_evidence is not None
        for one in answers
        if one.form is not None
    )
    start = _find_window(rules, post)
    rows = [
        _weigh(criterion, one, start, is_begun=is_begun, counted=counted)
        for one in answers
        if (one.form, one.criterion) == (criterion.form, criterion.criterion)
    ]
    claimed = _combine(criterion, [(row, row.claimed) for row in rows])
    verified = _combine(criterion, [(row, row.verified) for row in rows])
    return claimed, None if any(row.is_waiting for row in rows) else verified


def _list_counted(criterion: SheetCriterion) -> frozenset[str]:
    """Return the lines of which the commission verifies items, and not only that they hold."""
    return frozenset(option.option for option in criterion.options if option.each)


def _find_window(rules: Vacancy, post: Post) -> dt.date | None:
    last = find_last_day(rules, post)
    if last is None:
        return None
    year = last.year - rules.window_years
    is_leap_day = (last.month, last.day) == (2, 29)
    return dt.date(year, 2, 28) if is_leap_day else last.replace(year=year)


def _weigh(
    criterion: SheetCriterion,
    row: Answer,
    start: dt.date | None,
    *,
    is_begun: bool,
    counted: frozenset[str],
) -> _Worth:
    line = _find_line(criterion, row)
    points = _find_points(row, line)
    is_each = line is not None and line.each
    is_old = (
        line is not None
        and line.window
        and None not in {start, row.event_date}
        and _is_before(row.event_date, start)
    )
    items = _count_items(row, points, is_each=is_each)
    state = _find_state(row, is_begun=is_begun)
    is_counted = is_each and line is not None and line.option in counted
    kept = _count_verified(row, points, items, is_counted=is_counted) if state else Fraction(0)
    is_claimed = row.option is not None or row.claimed is not None
    return _Worth(
        part=_find_part(row, line),
        is_each=is_each,
        claimed=_multiply(points, Fraction(0) if row.claimed == 0 else items, is_old=is_old)
        if is_claimed
        else None,
        verified=None if state is None else _multiply(points, kept, is_old=is_old),
        is_waiting=state is None,
    )


def _find_part(row: Answer, line: Option | None) -> tuple[str, dt.date | None]:
    """Return what shares the points of a line: its part, of one event alone if so read (VC-Q03)."""
    if line is None:
        return "", None
    return line.part, row.event_date if line.by_event else None


def _is_before(day: dt.date | None, start: dt.date | None) -> bool:
    return day is not None and start is not None and day < start


def _find_line(criterion: SheetCriterion, row: Answer) -> Option | None:
    """Return the line that was named, or that the measure chooses (VC-12)."""
    for option in criterion.options:
        is_measured = option.family is not None and option.family == row.option
        if option.option == row.option:
            return option
        if is_measured and row.amount is not None and option.holds(row.amount):
            return option
    return None


def _find_points(row: Answer, line: Option | None) -> Decimal | None:
    if row.option == _NONE:
        return Decimal(0)
    if line is not None:
        return line.points
    is_outside_bands = row.option is not None and row.amount is not None
    return Decimal(0) if is_outside_bands else None


def _find_state(row: Answer, *, is_begun: bool) -> bool | None:
    """Say whether a row is verified; null: nobody has said so yet (VC-07, VC-10, VC-26)."""
    if row.option is None and row.verified is None and row.claimed is None:
        return None
    if row.has_evidence is False or row.claimed == 0 or row.option == _NONE:
        return False
    if row.verified is not None:
        return row.verified > 0
    return False if row.has_evidence is None and is_begun else None


def _count_items(row: Answer, points: Decimal | None, *, is_each: bool) -> Fraction:
    written = row.claimed if row.claimed is not None else row.verified
    if not is_each:
        return Fraction(1)
    if row.amount is not None:
        return Fraction(row.amount)
    if written and points:
        return Fraction(max(1, int(written // points)))
    return Fraction(1)


def _count_verified(
    row: Answer, points: Decimal | None, items: Fraction, *, is_counted: bool
) -> Fraction:
    if is_counted and row.verified is not None and points:
        return min(items, Fraction(int(row.verified // points)))
    return items


def _multiply(points: Decimal | None, items: Fraction, *, is_old: bool) -> Decimal | None:
    if is_old:
        return Decimal(0)
    if points is None:
        return None
    worth = Fraction(points) * items
    return Decimal(worth.numerator) / Decimal(worth.denominator)


def _combine(
    criterion: SheetCriterion, sides: Sequence[tuple[_Worth, Decimal | None]]
) -> Decimal | None:
    """Return the points of the parts, the highest or all, up to the limit (VC-11, VC-19)."""
    parts: dict[tuple[str, dt.date | None], list[Decimal]] = defaultdict(list)
    each = {row.part for row, _ in sides if row.is_each}
    for row, points in sides:
        if points is not None:
            parts[row.part].append(points)
    if not parts:
        return None
    worth = [sum(found) if part in each else max(found) for part, found in parts.items()]
    total = Decimal(max(worth) if criterion.mode == "one" else sum(worth))
    return total if criterion.cap is None else min(total, criterion.cap)
