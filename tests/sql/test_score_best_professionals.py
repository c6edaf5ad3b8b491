"""Best Professionals: the worked examples of totals, places and categories."""

from decimal import Decimal

import pytest

from tests.kit import Ledger, vary
from tests.professionals import (
    CRITERIA,
    RULESET,
    SHEET,
    column,
    contest,
    lay_totals,
    problems,
    seats,
    sheet,
)


def test_bp_e04_without_a_work_nothing_is_expected_and_there_is_no_place():
    ledger = Ledger()
    ledger.lay_contest(RULESET)
    ledger.lay_entries({}, {"status": "absent"})
    ledger.lay("score", {"entry_no": 1, "points": 50})
    ledger.tally()

    assert column(ledger, "(marks, marks_expected, total, place)") == [
        (1, 1, Decimal(50), 1),
        (0, 0, None, None),
    ]


def test_bp_e07_the_system_changes_no_points_and_the_jury_may_exclude():
    ledger = contest(84, 70)
    before = column(ledger, "(total, place)")
    ledger.decide("exclude", "material from the internet", entry_no=1)
    ledger.tally()

    assert before == [(Decimal(84), 1), (Decimal(70), 2)]
    assert column(ledger, "(total, place)") == [(Decimal(84), None), (Decimal(70), 1)]


def test_bp_e08_the_parts_of_one_expert_add_up():
    assert column(sheet((60, 20, 20)), "total") == [Decimal(100)]


def test_bp_e08_the_limit_is_a_key_of_the_ruleset():
    rows = Ledger().read(
        "select max_points, limit_scope from ref.ruleset where ruleset = $name", name=RULESET
    )

    assert rows == [{"max_points": Decimal(100), "limit_scope": "expert"}]


def test_bp_e09_a_part_not_done_is_zero_and_the_rest_is_not_scaled_up():
    assert column(sheet((41, 15, 0)), "total") == [Decimal(56)]


def test_bp_e10_a_missing_mark_leaves_the_total_empty():
    ledger = sheet((50, 15, 15), (48, None, 14))

    assert column(ledger, "(marks, marks_expected, total)") == [(2, 3, None)]
    assert "marks_missing" in problems(ledger)


def test_bp_e12_the_result_is_the_mean_of_the_experts():
    ledger = contest((88, 91, 90))

    assert ledger.column("score.entry_tally", "(points_sum, judge_count)") == {1: (269, 3)}
    assert column(ledger, "round(total, 2)") == [Decimal("89.67")]


@pytest.mark.long
@pytest.mark.parametrize(
    ("combine", "totals", "total"),
    [
        ("sum", (88, 91, 90), "269"),
        ("median", (88, 91, 90), "90"),
        ("median", (88, 91, 90, 99), "90.5"),
    ],
)
@pytest.mark.sampled
def test_bp_e12_other_ways_to_combine_are_keys(combine, totals, total):
    text = vary(RULESET, ('combine = "mean"', f'combine = "{combine}"'))

    assert column(contest(totals, variants=(text,)), "total") == [Decimal(total)]


def test_bp_e13_places_are_given_inside_a_region_and_profession():
    ledger = contest(92, 80)
    lay_totals(ledger, 2, 85)

    assert (column(ledger, "place"), column(ledger, "place", 2)) == ([1, 2], [1])


def test_bp_e14_equal_totals_share_a_place():
    assert column(contest(92, 92, 80), "(place, is_tied)") == [(1, True), (1, True), (3, False)]


@pytest.mark.long
def test_bp_e15_a_tie_for_the_winner_waits_for_the_jury():
    ledger = contest(92, 92, 80)
    columns = "(award, decided_by, tie_reason)"
    before = column(ledger, columns)
    asked = "winner_undecided" in problems(ledger)
    ledger.decide("tie", "both")
    ledger.tally()

    assert asked
    assert before == [
        (None, None, "jury_decision_needed"),
        (None, None, "jury_decision_needed"),
        ("prize_3", "BP-18", None),
    ]
    assert column(ledger, columns) == [
        ("winner", "jury", "jury_decision"),
        ("winner", "jury", "jury_decision"),
        ("prize_3", "BP-18", None),
    ]
    assert [seat for _, _, seat in seats(contest_at_oblast(ledger))] == ["in", "in"]


def contest_at_oblast(ledger):
    ledger.lay(
        "contest_fact",
        ledger.read("select ruleset_hash, programme from fact.contest")[0] | {"level": "oblast"},
    )
    return ledger


def test_bp_15_the_jury_may_name_one_of_the_two():
    ledger = contest(92, 92)
    ledger.decide("award", "winner", entry_no=2)
    ledger.tally()

    assert column(ledger, "(award, decided_by, tie_reason)") == [
        (None, None, "jury_decision"),
        ("winner", "jury", "jury_decision"),
    ]


@pytest.mark.long
def test_bp_15_a_ruleset_may_let_them_share():
    text = vary(RULESET, ('winner_tie = "jury_decision"', 'winner_tie = "share"'))

    assert column(contest(92, 92, variants=(text,)), "(award, decided_by)") == [
        ("winner", "BP-18"),
        ("winner", "BP-18"),
    ]


def test_bp_15_a_ruleset_may_compare_criteria():
    text = vary(
        RULESET,
        SHEET,
        ('winner_tie = "jury_decision"', 'winner_tie = "criteria_order"'),
        ("criteria_order = []", 'criteria_order = ["content", "beauty"]'),
    )
    ledger = Ledger(text)
    ledger.lay_contest(f"{RULESET}-variant")
    ledger.lay_entries(3)
    parts = {1: (50, 20, 10), 2: (50, 15, 15), 3: (45, 20, 15)}
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "criterion": criterion, "points": points}
            for entry, row in parts.items()
            for criterion, points in zip(CRITERIA, row, strict=True)
        ),
    )
    ledger.tally()

    assert column(ledger, "(place, award, decided_by, tie_step, tie_reason)") == [
        (1, "winner", "BP-15", 2, "criteria_order"),
        (1, None, "BP-15", 2, "criteria_order"),
        (1, None, "BP-15", 1, "criteria_order"),
    ]


def test_bp_e18_categories_by_place_and_by_hand():
    ledger = contest(95, 90, 88, 70, 64, 51)
    proposed = column(ledger, "award")
    ledger.decide("award", "laureate", entry_no=4)
    ledger.decide("award", "nominee", entry_no=5)
    ledger.tally()

    first = ["winner", "prize_2", "prize_3"]
    assert proposed == [*first, None, None, None]
    assert column(ledger, "award") == [*first, "laureate", "nominee", None]


def test_bp_e19_a_shared_second_place_leaves_no_third():
    ledger = contest(95, 90, 90, 70)

    assert column(ledger, "(place, award)") == [
        (1, "winner"),
        (2, "prize_2"),
        (2, "prize_2"),
        (4, None),
    ]


def test_bp_e20_a_single_participant_wins_with_a_warning():
    ledger = contest(41)

    assert column(ledger, "(place, award)") == [(1, "winner")]
    assert "single_participant" in problems(ledger)


@pytest.mark.long
def test_bp_e20_least_points_are_a_key():
    text = vary(RULESET, ("# min_points = 50 ", "min_points = 50 "))

    assert column(contest(60, 41, variants=(text,)), "award") == ["winner", None]


def test_bp_e21_two_entries_have_no_third():
    assert column(contest(60, 55), "award") == ["winner", "prize_2"]


def test_bp_e26_the_second_tour_carries_nothing_over():
    ledger = contest(95, level="oblast")
    lay_totals(ledger, 2, 88, level="republic")

    assert column(ledger, "total", 2) == [Decimal(88)]
