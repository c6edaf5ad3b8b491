"""The standard scale (WM-20 to WM-24)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from kasipkor_core.recount.facts import ScaleRules
from kasipkor_core.recount.rounding import round_half_away, take_root

Method = Literal["mad", "sd", "centre", "archive"]
DIGITS = 9


@dataclass(frozen=True)
class Scaled:
    """The scale scores of one contest, by ``entry_no``, and how they were reached."""

    method: Method | None = None
    scores: dict[int, int] = field(default_factory=dict)


def scale_totals(totals: Mapping[int, Fraction], rules: ScaleRules) -> Scaled:
    """Return the standard scores of the ranked entries.

    Args:
        totals: Exact totals by ``entry_no``, points; guests and entries without total are out.
        rules: Centre, unit and estimator.

    Returns:
        Whole scores without a limit at either end. The method is ``sd`` where all deviations
        from the median have the median zero, and ``centre`` where all totals are equal.

    Source:
        Rulebook WM-20, WM-21, WM-22; DESIGN 4 (quantised to 1e-9, then half away from zero).
    """
    middle, spread, method = _measure(list(totals.values()), rules)
    scores = {
        number: _place_on_scale(total - middle, spread, rules) for number, total in totals.items()
    }
    return Scaled(method, scores)


def take_median(values: Iterable[Fraction]) -> Fraction:
    """Return the middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def _measure(totals: list[Fraction], rules: ScaleRules) -> tuple[Fraction, Fraction | None, Method]:
    """Return what the scale is centred on, one spread in points, and the method."""
    if len(set(totals)) <= 1:
        return Fraction(0), None, "centre"
    if rules.estimator == "sd":
        return _take_mean(totals), _take_deviation(totals), "sd"
    median = take_median(totals)
    deviation = take_median(abs(total - median) for total in totals)
    if deviation:
        return median, Fraction(rules.factor) * deviation, "mad"
    return median, _take_deviation(totals), "sd"


def _place_on_scale(distance: Fraction, spread: Fraction | None, rules: ScaleRules) -> int:
    if spread is None:
        return rules.centre
    exact = rules.centre + rules.unit * distance / spread
    return int(round_half_away(round_half_away(exact, DIGITS)))


def _take_mean(totals: list[Fraction]) -> Fraction:
    return sum(totals, Fraction(0)) / len(totals)


def _take_deviation(totals: list[Fraction]) -> Fraction:
    mean = _take_mean(totals)
    return take_root(_take_mean([(total - mean) ** 2 for total in totals]))
