"""Other answers to the open questions of judged points, counted a second time (A6).

Written from the rulebook alone (BP-08, BP-12, BP-Q01, BP-Q02); knows no SQL.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from kasipkor_core.recount.contest import rank_totals, recount_contest
from kasipkor_core.recount.facts import Combine, ContestFacts, EntryTotal


@dataclass(frozen=True)
class OtherPlace:
    """Where a ranked entry stands by another answer; a null place: it is not accepted.

    Attributes:
        other: ``mean``, ``sum`` or ``median`` of the experts (BP-Q02), or ``entry``: the limit
            holds for all experts together (BP-Q01).
        total: Points, exact.
    """

    entry_no: int
    other: str
    total: Fraction
    place: int | None


def list_other_places(facts: ContestFacts, max_points: Decimal) -> Iterator[OtherPlace]:
    """Yield the ranked entries by each other answer; none of a contest marked by aspects.

    Args:
        facts: The contest, marked by points of experts.
        max_points: The limit of BP-08.
    """
    if facts.marks or facts.is_archive:
        return
    counted = {one: _count(facts, one) for one in get_args(Combine)}
    for combine, totals in counted.items():
        if combine != facts.rules.combine:
            for number, place in rank_totals(totals).items():
                yield OtherPlace(number, combine, totals[number], place)
    together, totals = counted["sum"], counted[facts.rules.combine]
    accepted = {number: totals[number] for number in totals if together[number] <= max_points}
    places = rank_totals(accepted)
    for number, total in totals.items():
        yield OtherPlace(number, "entry", total, places.get(number))


def _count(facts: ContestFacts, combine: Combine) -> dict[int, Fraction]:
    """Return the totals of the ranked entries, the experts combined so."""
    found = recount_contest(replace(facts, rules=replace(facts.rules, combine=combine)))
    return {one.entry_no: _divide(one) for one in found if one.place is not None}


def _divide(one: EntryTotal) -> Fraction:
    return Fraction(one.points_sum or 0) / (one.judge_count or 1)
