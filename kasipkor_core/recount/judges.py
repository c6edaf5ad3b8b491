"""How severe each judge is beside the others, by the book: pairs, means, Student's t."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from kasipkor_core.recount.rounding import round_half_away

_SHOWN = 3
_RATE = Fraction(3, 100)  # of all judges of a contest together
_FEW = 6
_STEPS = 400  # of Simpson's rule
_HALVINGS = 60


@dataclass(frozen=True)
class Value:
    """What one judge gave for one thing of one entry, in points."""

    entry: object
    item: str
    judge: object
    points: Fraction


@dataclass(frozen=True)
class Severity:
    """One judge: the columns of ``mart.judges``; bounds are null below two entries."""

    entries: int
    mean_difference: Fraction | None
    scatter: float | None
    interval_low: float | None
    interval_high: float | None
    note: str


def judge_judges(values: Iterable[Value], judges: Iterable[object]) -> dict[object, Severity]:
    """Return the severity of each judge of one contest.

    Args:
        values: What was judged (no measurements), in points.
        judges: All judges, those without such values too.

    Source:
        FEATURES 10: own value less the mean of the others on the same thing, summed by entry; the
        mean over the entries, with an interval that holds for all judges of the contest together.
    """
    found = {judge: list(by_entry.values()) for judge, by_entry in _compare(values).items()}
    tested = sum(len(differences) > 1 for differences in found.values())
    return {judge: _measure(found.get(judge, []), tested) for judge in judges}


def _compare(values: Iterable[Value]) -> dict[object, dict[object, Fraction]]:
    together: dict[tuple[object, str], list[Value]] = defaultdict(list)
    for value in values:
        together[value.entry, value.item].append(value)
    found: dict[object, dict[object, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for group in together.values():
        if len(group) > 1:
            for own in group:
                others = [value.points for value in group if value is not own]
                found[own.judge][own.entry] += own.points - Fraction(sum(others), len(others))
    return found


def _measure(differences: list[Fraction], tested: int) -> Severity:
    number = len(differences)
    if number == 0:
        return Severity(0, None, None, None, None, "alone")
    mean = Fraction(sum(differences), number)
    shown = round_half_away(mean, _SHOWN)
    if number == 1:
        return Severity(1, shown, None, None, None, "few_entries")
    squares = sum((one - mean) ** 2 for one in differences)
    scatter = math.sqrt(Fraction(squares, number - 1))
    tail = float(_RATE / tested / 2)
    margin = find_quantile(tail, number - 1) * scatter / math.sqrt(number)
    low, high = float(mean) - margin, float(mean) + margin
    return Severity(number, shown, scatter, low, high, _name(number, low, high))


def _name(entries: int, low: float, high: float) -> str:
    if entries < _FEW:
        return "few_entries"
    if low > 0:
        return "lenient"
    return "severe" if high < 0 else "within_chance"


@cache
def find_quantile(tail: float, freedom: int) -> float:
    """Return the value that Student's t passes with probability ``tail``: by halving."""
    low, high = 0.0, math.pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle, freedom) > tail else (low, middle)
    return math.sqrt(freedom) * math.tan(low)


def _tail(angle: float, freedom: int) -> float:
    """Return the probability beyond t = sqrt(freedom) * tan(angle): the integral of the density."""
    width = (math.pi / 2 - angle) / _STEPS
    heights = [math.cos(angle + step * width) ** (freedom - 1) for step in range(_STEPS + 1)]
    weighed = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2))
    return scale / math.sqrt(math.pi) * weighed * width / 3
