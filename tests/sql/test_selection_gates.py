"""Civil-service selection: who gets to the contest, the tests and their gates."""

from decimal import Decimal

import pytest

from tests.selection import lay, open_selection, to_ability
from tests.selection_cases import see_world


@pytest.fixture(scope="module")
def seen():
    return see_world()


def test_cs_e02_a_violation_stops_whatever_the_score(seen):
    found = seen.standing("E02", "ability", "status", "reason", "missing")

    assert found[1] == ("out", "violation", "V4")


def test_cs_e03_a_calculator_is_allowed_in_step_6_only(seen):
    assert seen.standing("E03", "ability") == {1: "in"}
    assert seen.standing("E03", "pq", "status", "missing") == {1: ("in", None), 2: ("out", "V7")}


def test_cs_e04_a_file_with_a_record_without_direction_is_incomplete(seen):
    assert seen.standing("E04", "file", "status", "number", "text") == {
        1: ("waiting", 1, "work records without direction: 1")
    }
    assert seen.standing("E04", "application") == {}


def test_cs_e06_the_language_test_has_no_threshold_unless_the_rules_set_one(seen):
    assert seen.standing("E06", "law") == {1: "in"}
    assert seen.standing("E06@lang", "law", "status", "reason") == {1: ("out", "below_language")}


def test_cs_q14_a_threshold_that_the_contest_names_is_another_reading(seen):
    assert seen.other("E06", "CS-Q14", "contest", "step", "other_step") == {1: ("pq", "law")}


def test_cs_q14_without_a_number_the_other_reading_is_not_reckoned():
    ledger = lay(open_selection(), to_ability(40))
    rows = ledger.read("select distinct reading from mart.selection_readings order by reading")

    assert "CS-Q14" not in [row["reading"] for row in rows]
    assert "CS-Q09" in [row["reading"] for row in rows]


def test_cs_e07_cs_e08_cs_e09_cs_e10_the_law_test_asks_for_30_of_all_and_5_of_each_act(seen):
    fields = ("score", "status", "reason", "missing", "distance")

    assert seen.standing("E07", "law", *fields) == {
        1: (30, "in", "passed", None, 0),  # CS-E07: exactly at both thresholds
        2: (49, "out", "below_act", "law_ethics", -1),  # CS-E08
        3: (29, "out", "below_total", None, -1),  # CS-E09
        4: (20, "out", "below_total", None, -10),  # CS-E10
        5: (None, "waiting", "part_missing", "law_ethics", None),  # never 0
    }


def test_cs_e11_the_certificate_holds_from_the_test_to_31_december(seen):
    assert seen.standing("E11", "application", "reason") == {
        1: "fits",
        2: "certificate_expired",
        3: "before_test",
    }
    assert seen.standing("E11@exclusive", "application", "reason") == {1: "certificate_expired"}


def test_cs_e12_without_a_certificate_step_3_is_not_passed(seen):
    assert seen.standing("E12", "application", "status", "text") == {
        1: ("out", "step 3 not passed: no certificate")
    }
    assert seen.standing("E12", "law") == {2: "out"}


def test_cs_e15_65_of_130_is_half_and_passes_64_is_not(seen):
    assert seen.standing("E15", "pq", "status", "distance") == {1: ("in", 0), 2: ("out", -1)}
    assert seen.other("E15", "CS-Q03", "total_exclusive", "other_step", "is_changed") == {
        1: ("pq", True),
        2: ("pq", False),
    }


def test_cs_e16_one_weak_quality_passes_by_the_total_and_not_by_each(seen):
    assert seen.standing("E16", "pq", "score", "status") == {1: (100, "in")}
    assert seen.standing("E16@each", "pq", "score", "status", "distance") == {1: (100, "out", -1)}


@pytest.mark.long
def test_cs_e17_the_proctor_checks_only_who_reached_the_threshold(seen):
    assert seen.standing("E17", "pq", "status", "reason") == {
        1: ("out", "violation"),
        2: ("out", "below_threshold"),
        3: ("waiting", "proctor_awaited"),
    }
    assert len(seen.deadline("E17", "pq_proctor", "status")) == 2


def test_cs_e18_a_missing_block_is_null_and_not_the_other_one(seen):
    assert seen.standing("E18", "ability", "score", "status", "text") == {
        1: (40, "waiting", "the line is open: not everyone is checked yet"),
        2: (None, "waiting", "block missing: ability_num"),
    }


@pytest.mark.parametrize(
    ("category", "step"),
    [("C-1", "essay"), ("C-4", "interview"), ("D-O-1", "essay"), ("D-O-2", "interview")],
)
def test_cs_e28_only_ten_categories_write_an_essay(seen, category, step):
    reached = [row["step"] for row in seen.rows("mart.selection", f"E28-{category}")]

    assert set(reached) == {"pq", "ability", step}


def test_cs_e29_more_than_200_words_are_remarked_and_a_late_essay_is_not_accepted(seen):
    assert seen.standing("E29", "essay", "status", "reason", "remark") == {
        1: ("in", "passed", None),
        2: ("in", "passed", "essay_too_long"),
        3: ("out", "essay_late", None),
    }


def test_cs_e31_the_mean_of_the_members_is_compared_unrounded(seen):
    assert seen.standing("E31", "essay", "score", "status") == {
        1: (3, "in"),
        2: (Decimal("2.667"), "out"),
        3: (Decimal("4.333"), "in"),
    }
    assert seen.other("E31", "CS-Q04", "each", "other_step")[1] == ("essay",)
    assert seen.other("E31", "CS-Q04", "median", "other_step")[2] == ("interview",)


def test_cs_e49_a_missing_mark_is_waited_for_and_an_absent_member_is_left_out(seen):
    assert seen.standing("E49", "essay", "status", "score", "text") == {
        1: ("waiting", None, "2 of 3 marked")
    }
    assert seen.standing("E49-absent", "essay", "status", "score") == {1: ("in", 4), 2: ("in", 5)}


def test_cs_e54_the_system_says_what_does_not_fit_and_hr_decides(seen):
    assert seen.standing("E54", "application", "status", "text") == {
        1: ("waiting", "does not fit: service 1 < 2, waits for HR"),
        2: ("in", "meets the requirements"),
        3: ("out", "the HR service: does not meet the requirements"),
    }


def test_cs_e55_answers_after_the_hundredth_minute_do_not_count(seen):
    assert seen.standing("E55", "pq", "score", "status") == {1: (100, "in"), 2: (0, "out")}


def test_cs_e56_low_reliability_is_shown_and_changes_nothing(seen):
    assert seen.standing("E56", "pq", "status", "remark") == {1: ("in", "reliability 2")}
