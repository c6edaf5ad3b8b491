"""From the values of judges to the points of an entry."""

from decimal import Decimal

import pytest

from tests.kit import Ledger, vary


@pytest.fixture
def ledger():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(1)
    return ledger


def judge(ledger, *scores, maximum="2.00", entry_no=1, **aspect):
    ledger.lay("aspect", {"aspect": "A1.J1", "kind": "J", "max_mark": maximum} | aspect)
    ledger.lay(
        "mark",
        *(
            {"entry_no": entry_no, "aspect": "A1.J1", "judge_no": number, "mark": score}
            for number, score in enumerate(scores, 1)
        ),
    )
    rows = ledger.read("select mark, is_open from score.aspect_mark where contest_no = 1")
    return [(row["mark"], row["is_open"]) for row in rows]


def measure(ledger, *marks):
    ledger.lay("aspect", {"aspect": "A1.M1", "max_mark": 2})
    ledger.lay(
        "mark",
        *(
            {"entry_no": 1, "aspect": "A1.M1", "judge_no": number, "mark": mark}
            for number, mark in enumerate(marks, 1)
        ),
    )
    rows = ledger.read("select mark, is_open from score.aspect_mark where contest_no = 1")
    return [(row["mark"], row["is_open"]) for row in rows]


def totals(ledger):
    rows = ledger.read(
        "select entry_no, points_sum, marks, marks_expected, open_aspects, place"
        " from score.entry_tally where contest_no = 1 order by entry_no"
    )
    return [tuple(row.values()) for row in rows]


def test_wm_04_a_measurement_is_the_mark_that_was_given(ledger):
    assert measure(ledger, "1.50") == [(Decimal("1.500"), False)]


def test_wm_04_judges_of_one_measurement_who_agree_count_once(ledger):
    assert measure(ledger, 2, 2) == [(Decimal(2), False)]


def test_wm_04_judges_of_one_measurement_who_differ_open_it_again(ledger):
    assert measure(ledger, 2, 0) == [(None, True)]


@pytest.mark.parametrize(
    ("scores", "maximum", "mark"),
    [
        ((3, 3, 3), "2.00", "2.00"),
        ((2, 2, 3), "2.00", "1.56"),
        ((1, 1, 2), "1.00", "0.44"),
        ((0, 0, 1), "0.45", "0.05"),  # 0.05 exactly
        ((1, 1, 1), "0.75", "0.25"),
        ((0, 1, 1), "1.00", "0.22"),
        ((1, 2, 2), "0.90", "0.50"),
        ((0, 0, 1), "0.135", "0.02"),  # 0.015: half up
        ((0, 0, 0), "2.00", "0.00"),
    ],
)
def test_wm_05_a_judgement_is_a_ninth_of_the_maximum_for_each_point(ledger, scores, maximum, mark):
    assert judge(ledger, *scores, maximum=maximum) == [(Decimal(mark), False)]


def test_wm_05_a_judgement_waits_for_its_third_score(ledger):
    assert judge(ledger, 2, 3) == [(None, False)]


def test_wm_05_a_score_not_given_is_not_a_zero(ledger):
    assert judge(ledger, 2, None, 3) == [(None, False)]


def test_wm_05_a_fourth_expert_who_stands_in_keeps_the_mean(ledger):
    assert judge(ledger, 2, 3, 2, 3, maximum="1.20") == [(Decimal("1.00"), False)]


def test_wm_06_scores_more_than_one_apart_open_the_aspect_again(ledger):
    assert judge(ledger, 1, 3) == [(None, True)]


def test_wm_06_an_entry_with_an_open_aspect_has_no_total_and_no_place(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1"})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": 1})
    judge(ledger, 0, 2, 2)

    assert totals(ledger) == [(1, None, 1, 2, 1, None)]


def test_wm_06_the_spread_is_a_key_of_the_ruleset():
    ledger = Ledger(vary("worldskills", ("judgement_spread = 1", "judgement_spread = 2")))
    ledger.lay_contest("worldskills-variant")
    ledger.lay_entries(1)

    assert judge(ledger, 1, 3, 2) == [(Decimal("1.33"), False)]


def test_wm_11_the_total_is_the_sum_of_the_marks_so_far(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1", "max_mark": 2}, {"aspect": "A1.M2", "max_mark": 2})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": "1.25"})

    assert totals(ledger) == [(1, Decimal("1.250"), 1, 2, 0, 1)]


def test_wm_11_before_the_first_mark_there_is_no_total(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1"}, {"aspect": "A1.M2"})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": None})

    assert totals(ledger) == [(1, None, 0, 2, 0, None)]


def test_wm_11_a_zero_is_a_mark(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1"})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": 0})

    assert totals(ledger) == [(1, Decimal(0), 1, 1, 0, 1)]


def test_a_contest_without_scheme_and_scores_waits_for_one_total(ledger):
    assert totals(ledger) == [(1, None, 0, 1, 0, None)]


def test_marks_of_aspects_win_over_scores_of_criteria(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1"})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": 1})
    ledger.lay("score", {"entry_no": 1, "criterion": "A", "points": 50})

    assert totals(ledger) == [(1, Decimal(1), 1, 1, 0, 1)]


def test_scores_count_the_criteria_of_the_scheme(ledger):
    ledger.lay("aspect", {"aspect": "A1.M1"}, {"aspect": "B1.M1", "criterion": "B"})
    ledger.lay("score", {"entry_no": 1, "criterion": "A", "points": 50})

    assert totals(ledger) == [(1, Decimal(50), 1, 2, 0, 1)]


def test_a_total_beside_the_criteria_is_not_added(ledger):
    ledger.lay(
        "score",
        {"entry_no": 1, "criterion": "A", "points": 50},
        {"entry_no": 1, "criterion": "B", "points": 20},
        {"entry_no": 1, "criterion": "total", "points": 70},
    )

    assert totals(ledger) == [(1, Decimal(70), 2, 2, 0, 1)]


def test_nothing_more_is_expected_of_an_entry_that_is_out():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries({"status": "withdrawn"}, {"status": "absent"}, {})
    ledger.lay("aspect", {"aspect": "A1.M1"}, {"aspect": "A1.M2"})
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": 1})

    assert totals(ledger) == [
        (1, Decimal(1), 1, 1, 0, None),
        (2, None, 0, 0, 0, None),
        (3, None, 0, 2, 0, None),
    ]


def test_a_guest_shows_a_total_and_has_no_place():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries({"is_guest": True}, {}, {})
    points = {1: 99, 2: 80, 3: 70}
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in points.items()))

    assert totals(ledger) == [
        (1, Decimal(99), 1, 1, 0, None),
        (2, Decimal(80), 1, 1, 0, 1),
        (3, Decimal(70), 1, 1, 0, 2),
    ]


def test_means_over_three_seven_and_sixteen_judges_are_compared_exactly():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(3)
    judges = {1: 3, 2: 7, 3: 16}
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "judge_no": judge, "points": 70 + (judge == 1 and extra)}
            for entry, extra in ((1, 1), (2, Decimal("2.333")), (3, Decimal("5.334")))
            for judge in range(1, judges[entry] + 1)
        ),
    )

    assert ledger.column("score.entry_tally", "place") == {1: 2, 2: 3, 3: 1}
