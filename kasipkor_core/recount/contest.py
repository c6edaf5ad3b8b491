"""One contest, recounted from its raw facts."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from kasipkor_core.recount.awards import apply_jury, give_medals, propose_prizes
from kasipkor_core.recount.facts import ContestFacts, EntryTotal, Points
from kasipkor_core.recount.marking import count_asked, count_points
from kasipkor_core.recount.scale import Scaled, scale_totals
from kasipkor_core.recount.works import judge_works


def recount_contest(facts: ContestFacts) -> list[EntryTotal]:
    """Return what every entry of the contest has reached, in the order of ``entry_no``.

    Guests, and entries that are not active or were excluded, show their total and are neither
    ranked nor given anything; they do not count for the scale of the others. From an entry that
    is not active, was excluded or has no work nothing more is expected than what is there: no
    marks of one that was never marked (BP-E04), and no re-score. Where the rules say so, an entry
    without a work stands with zero points instead.

    Source:
        Rulebook WM-11, WM-12, WM-20 to WM-35, BP-08 to BP-18.
    """
    points = count_points(facts)
    expected, zeros = _list_expected(facts)
    points |= {number: _stand_with_zero(points[number], facts) for number in zeros}
    ranked = {entry.entry_no for entry in facts.entries if not entry.is_guest} & expected
    totals = _choose_keys(facts, points, ranked)
    places = rank_totals(totals)
    scaled = _scale(facts, totals)
    awards = _give_awards(facts, places, points, scaled, ranked)
    shared = Counter(places.values())
    return [
        EntryTotal(
            entry_no=number,
            points_sum=points[number].points_sum,
            judge_count=points[number].judge_count,
            place=places.get(number),
            is_tied=shared[places.get(number, 0)] > 1,
            scale=scaled.scores.get(number),
            scale_method=scaled.method if number in scaled.scores else None,
            award=awards.get(number),
            marks=points[number].marks,
            marks_expected=points[number].marks_expected
            if number in expected
            else points[number].marks,
            open_aspects=points[number].open_aspects if number in expected else 0,
        )
        for number in sorted(points)
    ]


def rank_totals(totals: Mapping[int, Fraction]) -> dict[int, int]:
    """Return the place of each entry: one more than the number of better ones (WM-12, BP-14)."""
    return {
        number: 1 + sum(other > total for other in totals.values())
        for number, total in totals.items()
    }


def _list_expected(facts: ContestFacts) -> tuple[set[int], set[int]]:
    """Return the entries that are marked, and those that have zero for want of a work.

    Marked are the active ones that no decision excluded (BP-07) and that have a work, if the
    contest keeps works at all (BP-04).
    """
    excluded = {decision.entry_no for decision in facts.decisions if decision.kind == "exclude"}
    waived = {(one.entry_no or 0, one.value) for one in facts.decisions if one.kind == "waiver"}
    numbers = [entry.entry_no for entry in facts.entries]
    states = judge_works(
        facts.rules.work, facts.works, numbers, level=facts.level, waived=frozenset(waived)
    )
    without = {number for number, state in states.items() if state != "accepted"}
    zeros = without if facts.rules.work.missing_is_zero else set()
    there = {entry.entry_no for entry in facts.entries if entry.status == "active"} - excluded
    return there - (without - zeros), zeros


def _stand_with_zero(points: Points, facts: ContestFacts) -> Points:
    """Return zero points with nothing missing, asked as the contest asks everybody."""
    if facts.is_archive:
        return points
    asked = count_asked(facts)
    return Points(points_sum=Decimal(0), judge_count=1, marks=asked, marks_expected=asked)


def _choose_keys(
    facts: ContestFacts, points: Mapping[int, Points], ranked: set[int]
) -> dict[int, Fraction]:
    """Return what the ranked entries are ordered by: the total, or the ready-made scale."""
    if facts.is_archive:
        ready = {score.entry_no: Fraction(score.scale) for score in facts.scale_scores}
        return {number: score for number, score in ready.items() if number in ranked}
    totals = {number: points[number].total for number in ranked}
    return {number: total for number, total in totals.items() if total is not None}


def _scale(facts: ContestFacts, totals: Mapping[int, Fraction]) -> Scaled:
    if facts.is_archive:
        return Scaled("archive", {score.entry_no: score.scale for score in facts.scale_scores})
    return scale_totals(totals, facts.rules.scale) if facts.rules.scale else Scaled()


def _give_awards(
    facts: ContestFacts,
    places: Mapping[int, int],
    points: Mapping[int, Points],
    scaled: Scaled,
    ranked: set[int],
) -> dict[int, str]:
    """Return the awards: proposed by the rules, then decided by the jury, to ranked entries."""
    rules = facts.rules
    awards: dict[int, str] = {}
    if rules.medals and rules.scale:
        scores = {number: scaled.scores[number] for number in places}
        awards = give_medals(scores, rules.medals, centre=rules.scale.centre)
    elif rules.prizes:
        awards = propose_prizes(places, points, rules.prizes, facts.decisions)
    decided = apply_jury(awards, facts.decisions)
    return {number: award for number, award in decided.items() if number in ranked}
