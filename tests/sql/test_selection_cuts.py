"""Civil-service selection: the half rule, the interview, the result and its tie chain."""

from decimal import Decimal

import pytest

from kasipkor_core.store.compare_selection import compare_selections
from tests.selection_cases import CASES, see_world

HALVES = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 6: 3, 7: 4, 8: 4, 9: 5, 10: 5, 11: 6, 12: 6, 13: 7}


@pytest.fixture(scope="module")
def seen():
    return see_world()


def reach(found, step):
    return [entry for entry, (last,) in found.items() if last == step]


@pytest.mark.long
def test_both_engines_agree_on_every_example_by_every_reading(seen):
    assert compare_selections(seen.ledger.con) == []


@pytest.mark.long
def test_cs_e19_half_of_eight_go_on(seen):
    assert seen.goes_on("E19", "ability") == [45, 44, 40, 39]


@pytest.mark.parametrize(("count", "number"), HALVES.items())
def test_cs_e20_half_but_at_least_three_and_an_odd_half_is_rounded_up(seen, count, number):
    assert len(seen.goes_on(f"E20-{count}", "ability")) == number


@pytest.mark.long
def test_cs_e21_rounding_first_matters_at_seven(seen):
    assert seen.goes_on("E21", "ability") == [47, 46, 44, 41]
    assert reach(seen.other("E21", "CS-Q01", "down", "other_step"), "interview") == [1, 2, 3]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("E22", [45, 44, 40, 38, 38]),
        ("E23", [40] * 4),
        ("E24", [40] * 6),
        ("E25", [48, 45, 45, 44, 40, 40, 40]),
    ],
)
def test_cs_e22_cs_e23_cs_e24_cs_e25_a_tie_at_the_line_is_never_cut(seen, example, expected):
    assert seen.goes_on(example, "ability") == expected


def test_cs_e25_rounded_down_four_go_on(seen):
    other = seen.other("E25", "CS-Q01", "down", "other_step")

    assert reach(other, "interview") == [1, 2, 3, 4]


def test_cs_e26_one_or_two_go_on_whatever_they_have(seen):
    assert seen.goes_on("E26-1", "ability") == [0]
    assert seen.goes_on("E26-2", "ability") == [50, 3]
    assert seen.standing("E26-3", "ability", "status", "reason") == {
        1: ("out", "violation"),
        2: ("in", "few"),
    }


def test_cs_e27_the_base_of_the_half_is_a_reading(seen):
    assert seen.goes_on("E27", "ability") == [48, 47, 46, 45]
    attended = seen.other("E27", "CS-Q02", "attended", "other_step")
    cut_first = seen.other("E27", "CS-Q02", "cut_then_exclude", "other_step")

    assert reach(attended, "interview") == [3, 4, 5, 6, 7]
    assert reach(cut_first, "interview") == [3, 4, 5]


def test_nobody_is_in_before_everybody_is_checked(seen):
    assert seen.standing("open", "ability", "status", "reason") == {
        1: ("waiting", "cut_open"),
        2: ("waiting", "proctor_awaited"),
    }


def test_cs_e32_at_most_three_are_invited(seen):
    assert [*seen.standing("E32-4", "interview").values()] == ["in", "in", "in", "out"]
    assert [*seen.standing("E32-2", "interview").values()] == ["in", "in"]


def test_cs_e33_a_tie_lets_more_than_three_in(seen):
    invited = seen.standing("E33", "interview", "status", "distance")

    assert invited == {1: ("in", 10), 2: ("in", 5), 3: ("in", 0), 4: ("in", 0), 5: ("out", -10)}
    assert [*seen.standing("E33-all", "interview").values()] == ["in"] * 4 + ["out"]


@pytest.mark.long
def test_cs_e34_four_interviews_take_an_hour_at_most(seen):
    (row,) = seen.rows("mart.selection_funnel", "E33", step="interview")

    assert (row["entered"], row["in"], row["minutes"]) == (5, 4, 60)


def test_cs_e35_the_best_three_are_listed(seen):
    assert seen.standing("E35", "result", "status", "place", "total") == {
        1: ("in", 1, 190),
        2: ("in", 2, 186),
        3: ("in", 3, 171),
        4: ("out", 4, 150),
    }
    assert len(seen.standing("E32-2", "result")) == 2


def test_cs_e36_longer_experience_wins(seen):
    assert seen.standing("E36", "result", "place", "missing", "reason") == {
        1: (2, "seniority", "listed"),
        2: (1, "seniority", "winner"),
    }


def test_cs_e37_then_the_higher_education(seen):
    assert seen.standing("E37", "result", "place", "missing") == {
        1: (1, "education_level"),
        2: (2, "education_level"),
    }


def test_cs_q09_without_an_order_of_education_the_commission_decides(seen):
    assert seen.other("E37", "CS-Q09", "none", "other_place", "is_winner_changed") == {
        1: (1, True),
        2: (1, False),
    }
    assert seen.other("E36", "CS-Q09", "none", "other_place") == {1: (2,), 2: (1,)}


@pytest.mark.long
def test_cs_e38_equal_in_all_three_the_commission_decides(seen):
    assert seen.standing("E38", "result", "status", "place", "reason") == {
        1: ("waiting", 1, "commission_decides"),
        2: ("waiting", 1, "commission_decides"),
    }
    assert seen.outcome("E38", "winner", "tie_step") == (None, "undecided")


def test_cs_e39_the_chain_is_used_for_the_third_place_too(seen):
    assert seen.standing("E39", "result", "place", "status", "missing") == {
        1: (1, "in", None),
        2: (2, "in", None),
        3: (4, "out", "seniority"),
        4: (3, "in", "seniority"),
    }
    assert seen.standing("E39-equal", "result", "place", "status", "missing") == {
        1: (1, "in", None),
        2: (2, "in", None),
        3: (3, "in", "undecided"),
        4: (3, "in", "undecided"),
    }
    assert (seen.outcome("E39", "listed"), seen.outcome("E39-equal", "listed")) == ((3,), (4,))


def test_cs_39_an_experience_that_is_not_said_breaks_no_tie(seen):
    assert seen.outcome("E36-unsaid", "winner", "tie_step") == (None, "undecided")


def test_cs_e50_who_did_not_appear_is_not_in_the_base(seen):
    assert seen.standing("E50", "ability") == {1: "absent", 2: "in", 3: "in", 4: "in", 5: "out"}


def test_cs_e52_the_composition_of_the_total_changes_the_winner(seen):
    assert seen.standing("E52", "result", "total", "place") == {
        1: (Decimal("148.333"), 1),
        2: (143, 2),
    }
    assert seen.other("E52", "CS-Q06", "pq_gate", "other_total", "other_place") == {
        1: (Decimal("38.333"), 2),
        2: (48, 1),
    }
    assert all(
        row["is_winner_changed"]
        for row in seen.rows("mart.selection_readings", "E52", reading="CS-Q06", other="pq_gate")
    )


def test_every_example_reaches_a_step(seen):
    reached = {row["contest"] for row in seen.read("mart.selection")}

    assert reached == set(CASES)
