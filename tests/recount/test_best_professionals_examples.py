"""The worked examples of Best Professionals that a count can show, on the second engine."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kasipkor_core.recount import (
    ContestFacts,
    Decision,
    Entry,
    PrizeRules,
    Rules,
    Score,
    recount_contest,
)

SHEET = ("content", "beauty", "quality")


def rules_of(*, combine="mean", criteria=(), **prizes):
    return Rules(
        partial_totals=False,
        combine=combine,
        criteria=criteria,
        scale=None,
        medals=None,
        prizes=PrizeRules(**prizes),
    )


def contest_of(*totals, decisions=(), **keys):
    """Return a contest of bare totals: one a judge, for each entry."""
    rows = [total if isinstance(total, tuple) else (total,) for total in totals]
    return ContestFacts(
        rules=rules_of(**keys),
        entries=tuple(Entry(number) for number, _ in enumerate(rows, 1)),
        scores=tuple(
            Score(number, judge, "total", None if total is None else Decimal(total))
            for number, row in enumerate(rows, 1)
            for judge, total in enumerate(row, 1)
        ),
        decisions=tuple(decisions),
    )


def sheet_of(*judges):
    """Return a contest of one entry marked by criteria."""
    return ContestFacts(
        rules=rules_of(criteria=SHEET),
        entries=(Entry(1),),
        scores=tuple(
            Score(1, judge, criterion, None if points is None else Decimal(points))
            for judge, row in enumerate(judges, 1)
            for criterion, points in zip(SHEET, row, strict=True)
        ),
    )


def total(facts):
    (found,) = recount_contest(facts)
    return None if found.points_sum is None else Fraction(found.points_sum) / found.judge_count


def awards(facts):
    return [entry.award for entry in recount_contest(facts)]


def places(facts):
    return [entry.place for entry in recount_contest(facts)]


def test_bp_e04_an_entry_without_work_has_no_marks_and_no_place():
    found = recount_contest(contest_of(50, ()))

    assert [(e.points_sum, e.marks, e.place) for e in found] == [(50, 1, 1), (None, 0, None)]


def test_bp_e08_the_parts_of_one_expert_add_up():
    assert total(sheet_of((60, 20, 20))) == 100


def test_bp_e09_a_part_not_done_is_zero_and_the_rest_is_not_rescaled():
    assert total(sheet_of((41, 15, 0))) == 56


def test_bp_e10_a_missing_mark_is_no_zero():
    (found,) = recount_contest(sheet_of((41, 15, 20), (40, None, 18)))

    assert (found.points_sum, found.marks, found.marks_expected) == (None, 2, 3)


@pytest.mark.parametrize(
    ("combine", "expected"), [("mean", Fraction(269, 3)), ("sum", 269), ("median", 90)]
)
def test_bp_e12_experts_are_combined_by_mean_sum_or_median(combine, expected):
    assert total(contest_of((88, 91, 90), combine=combine)) == expected


def test_bp_12_the_median_of_four_experts_is_the_mean_of_the_middle_two():
    (found,) = recount_contest(contest_of((88, 91, 90, 10), combine="median"))

    assert (found.points_sum, found.judge_count) == (178, 2)


def test_bp_12_means_of_different_numbers_of_experts_are_compared_exactly():
    assert places(contest_of((90, 90, 89), ("89.667",), ("89.666",))) == [2, 1, 3]


def test_bp_e14_ties_share_a_place():
    found = recount_contest(contest_of(92, 92, 80))

    assert [(e.place, e.is_tied) for e in found] == [(1, True), (1, True), (3, False)]


def test_bp_e15_a_tie_for_the_winner_waits_for_the_jury():
    both = (Decision("tie", "both"),)

    assert awards(contest_of(92, 92, 80)) == [None, None, "prize_3"]
    assert awards(contest_of(92, 92, 80, decisions=both)) == ["winner", "winner", "prize_3"]
    assert awards(contest_of(92, 92, winner_tie="share")) == ["winner", "winner"]


def test_bp_15_a_tie_may_be_told_apart_by_criteria():
    rules = rules_of(criteria=SHEET, winner_tie="criteria_order", criteria_order=("content",))
    rows = {1: (50, 15, 15), 2: (51, 14, 15)}
    scores = tuple(
        Score(number, 1, criterion, Decimal(points))
        for number, row in rows.items()
        for criterion, points in zip(SHEET, row, strict=True)
    )

    assert awards(ContestFacts(rules, entries=(Entry(1), Entry(2)), scores=scores)) == [
        None,
        "winner",
    ]


def test_bp_e18_the_jury_adds_laureate_and_nominee():
    marks = (95, 90, 88, 70, 64, 51)
    decided = (
        Decision("award", "laureate", entry_no=4),
        Decision("award", "nominee", entry_no=5),
    )
    proposed = ["winner", "prize_2", "prize_3", None, None, None]

    assert awards(contest_of(*marks)) == proposed
    assert awards(contest_of(*marks, decisions=decided)) == [
        *proposed[:3],
        "laureate",
        "nominee",
        None,
    ]


def test_bp_e19_two_second_places_leave_no_third_prize():
    facts = contest_of(95, 90, 90, 70)

    assert places(facts) == [1, 2, 2, 4]
    assert awards(facts) == ["winner", "prize_2", "prize_2", None]


def test_bp_e20_a_single_entry_is_proposed_unless_there_is_a_minimum():
    assert awards(contest_of(41)) == ["winner"]
    assert awards(contest_of(41, min_points=Decimal(50))) == [None]


def test_bp_e21_two_entries_bring_no_third_prize():
    assert awards(contest_of(60, 55)) == ["winner", "prize_2"]


def test_bp_e07_an_excluded_entry_is_not_ranked_and_keeps_its_total():
    facts = contest_of(84, 70, decisions=(Decision("exclude", "excluded", entry_no=1),))
    found = recount_contest(facts)

    assert [(e.points_sum, e.place, e.award) for e in found] == [
        (84, None, None),
        (70, 1, "winner"),
    ]
