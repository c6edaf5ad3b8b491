"""Civil-service selection: who gets to the contest, the tests and their gates."""

from decimal import Decimal

import pytest

from tests.kit import vary
from tests.selection import (
    RULESET,
    checked,
    essay,
    law,
    lay,
    open_selection,
    pq,
    read_other,
    row,
    standing,
    to_ability,
)


def test_cs_e02_a_violation_stops_whatever_the_score():
    ledger = lay(
        open_selection(),
        to_ability(50, violation="V4"),
        to_ability(10),
        to_ability(10),
        to_ability(10),
    )

    assert standing(ledger, "ability", "status", "reason", "missing")[1] == (
        "out",
        "violation",
        "V4",
    )


def test_cs_e03_a_calculator_is_allowed_in_step_6_only():
    in_step_6 = to_ability(40, violation="calculator")
    in_step_5 = [*pq(100, violation="calculator")]
    ledger = lay(open_selection(), in_step_6, in_step_5)

    assert standing(ledger, "ability") == {1: "in"}
    assert standing(ledger, "pq", "status", "missing") == {1: ("in", None), 2: ("out", "V7")}


def test_cs_e04_a_file_with_a_record_without_direction_is_incomplete():
    file = [row("file", "records", 3), row("file", "directions", 2)]
    ledger = lay(open_selection(), [*file, row("application", "application")])
    ledger.see(lang="en")

    assert standing(ledger, "file", "status", "number", "text") == {
        1: ("waiting", 1, "work records without direction: 1")
    }
    assert standing(ledger, "application") == {}


def test_cs_e06_the_language_test_has_no_threshold_unless_the_rules_set_one():
    passed = [row("law", "lang_state", 0), *law(15, 15, 15, 10)]
    strict = vary(RULESET, ('pq_scope = "total"', 'lang_min = 5\npq_scope = "total"'))

    assert standing(lay(open_selection(), passed), "law") == {1: "in"}
    ledger = lay(open_selection(strict, ruleset=f"{RULESET}-variant"), passed)
    assert standing(ledger, "law", "status", "reason") == {1: ("out", "below_language")}


@pytest.mark.parametrize(
    ("correct", "expected"),
    [
        ((10, 8, 7, 5), (30, "in", "passed", None, 0)),  # CS-E07: exactly at both thresholds
        ((15, 15, 15, 4), (49, "out", "below_act", "law_ethics", -1)),  # CS-E08
        ((8, 8, 8, 5), (29, "out", "below_total", None, -1)),  # CS-E09
        ((5, 5, 5, 5), (20, "out", "below_total", None, -10)),  # CS-E10
    ],
)
def test_cs_e07_to_e10_the_law_test_asks_for_30_of_all_and_5_of_each_act(correct, expected):
    ledger = lay(open_selection(), law(*correct))

    assert standing(ledger, "law", "score", "status", "reason", "missing", "distance") == {
        1: expected
    }


def test_cs_e09_a_missing_act_is_not_zero():
    ledger = lay(open_selection(), law(15, 15, 15, 10)[:3])

    assert standing(ledger, "law", "status", "score", "missing") == {
        1: ("waiting", None, "law_ethics")
    }


@pytest.mark.parametrize(
    ("tested", "applied", "expected"),
    [
        ("2023-03-10", "2023-12-31", "fits"),
        ("2023-03-10", "2024-01-01", "certificate_expired"),
        ("2023-03-10", "2023-03-09", "before_test"),
    ],
)
def test_cs_e11_the_certificate_holds_from_the_test_to_31_december(tested, applied, expected):
    application = row("application", "application", happened_at=f"{applied} 12:00:00+06")
    passed = law(15, 15, 15, 10, happened_at=f"{tested} 12:00:00+06")
    ledger = lay(
        open_selection(), [*passed, application, row("application", "hr", status="passed")]
    )

    assert standing(ledger, "application", "reason") == {1: expected}


def test_cs_e11_the_last_day_is_a_key_of_the_rules():
    exclusive = vary(RULESET, ("certificate_inclusive = true", "certificate_inclusive = false"))
    application = row("application", "application", happened_at="2023-12-31 12:00:00+06")
    ledger = lay(
        open_selection(exclusive, ruleset=f"{RULESET}-variant"),
        [*law(15, 15, 15, 10), application, row("application", "hr", status="passed")],
    )

    assert standing(ledger, "application", "reason") == {1: "certificate_expired"}


def test_cs_e12_without_a_certificate_step_3_is_not_passed():
    ledger = lay(open_selection(), [row("application", "application")], law(1, 1, 1, 1))
    ledger.see(lang="en")

    assert standing(ledger, "application", "status", "text") == {
        1: ("out", "step 3 not passed: no certificate")
    }
    assert standing(ledger, "law")[2] == "out"


def test_cs_e15_65_of_130_is_half_and_passes_64_is_not():
    ledger = lay(open_selection(), pq(65), pq(64))

    assert standing(ledger, "pq", "status", "distance") == {1: ("in", 0), 2: ("out", -1)}
    assert read_other(ledger, "CS-Q03", "total_exclusive", "other_step", "is_changed") == {
        1: ("pq", True),
        2: ("pq", False),
    }


def test_cs_e16_one_weak_quality_passes_by_the_total_and_not_by_each():
    qualities = [row("pq", f"pq_{n}", 8) for n in range(1, 13)] + [row("pq", "pq_13", 4)]
    each = vary(RULESET, ('pq_scope = "total"', 'pq_scope = "each"'))
    candidate = [*qualities, checked("pq")]

    assert standing(lay(open_selection(), candidate), "pq", "score", "status") == {1: (100, "in")}
    ledger = lay(open_selection(each, ruleset=f"{RULESET}-variant"), candidate)
    assert standing(ledger, "pq", "score", "status", "distance") == {1: (100, "out", -1)}


def test_cs_e17_the_proctor_checks_only_who_reached_the_threshold():
    ledger = lay(
        open_selection(), pq(70, violation="V2"), [row("pq", score=60)], [row("pq", score=70)]
    )

    assert standing(ledger, "pq", "status", "reason") == {
        1: ("out", "violation"),
        2: ("out", "below_threshold"),
        3: ("waiting", "proctor_awaited"),
    }


def test_cs_e18_a_missing_block_is_null_and_not_the_other_one():
    whole = [row("ability", "ability_text", 21), row("ability", "ability_num", 19)]
    ledger = lay(
        open_selection(),
        [*pq(), *whole, checked("ability")],
        [*pq(), whole[0], checked("ability")],
    )
    ledger.see(lang="en")

    assert standing(ledger, "ability", "score", "status", "text") == {
        1: (40, "waiting", "the line is open: not everyone is checked yet"),
        2: (None, "waiting", "block missing: ability_num"),
    }


@pytest.mark.parametrize(
    ("category", "expected"),
    [("C-1", True), ("C-4", False), ("D-O-1", True), ("D-O-2", False), ("E-R-1", True)],
)
def test_cs_e28_only_ten_categories_write_an_essay(category, expected):
    ledger = lay(open_selection(), [*pq(category=category), *to_ability(40)[2:]])

    assert (standing(ledger, "essay") == {1: "waiting"}) is expected
    assert (standing(ledger, "interview") == {1: "waiting"}) is not expected


def with_essay(*rows):
    return [*pq(category="C-1"), *to_ability(40)[2:], *rows]


def test_cs_e29_more_than_200_words_are_remarked_and_a_late_essay_is_not_accepted():
    def written(words, clock):
        start = row("essay", "start", happened_at="2023-06-05 10:00:00+06")
        handed = row("essay", "essay", happened_at=f"2023-06-05 {clock}+06")
        return with_essay(start, handed, row("essay", "words", words), *essay(4)[1:])

    ledger = lay(
        open_selection(), written(200, "10:45:00"), written(201, "10:45:00"), written(9, "10:45:01")
    )

    assert standing(ledger, "essay", "status", "reason", "remark") == {
        1: ("in", "passed", None),
        2: ("in", "passed", "essay_too_long"),
        3: ("out", "essay_late", None),
    }


def test_cs_e31_the_mean_of_the_members_is_compared_unrounded():
    ledger = lay(
        open_selection(),
        with_essay(*essay(4, 3, 2)),
        with_essay(*essay(3, 3, 2)),
        with_essay(*essay(5, 4, 4)),
    )

    assert standing(ledger, "essay", "score", "status") == {
        1: (3, "in"),
        2: (Decimal("2.667"), "out"),
        3: (Decimal("4.333"), "in"),
    }
    assert {
        entry: step for entry, (step,) in read_other(ledger, "CS-Q04", "each", "other_step").items()
    } == {1: "essay", 2: "essay", 3: "interview"}
    assert read_other(ledger, "CS-Q04", "median", "other_step")[2] == ("interview",)


def test_cs_e49_a_missing_mark_is_waited_for_and_an_absent_member_is_left_out():
    ledger = lay(open_selection(), with_essay(*essay(4, 4, None)))
    ledger.see(lang="en")

    assert standing(ledger, "essay", "status", "score", "text") == {
        1: ("waiting", None, "2 of 3 marked")
    }
    ledger = lay(
        open_selection(),
        with_essay(*essay(4, 4), row("essay", "mark", member="m3", status="absent")),
        with_essay(*essay(5, 5, 5)),
    )
    assert standing(ledger, "essay", "status", "score") == {1: ("in", 4), 2: ("in", 5)}


def test_cs_e54_the_system_says_what_does_not_fit_and_hr_decides():
    shown = [
        *law(15, 15, 15, 10),
        row("application", "application"),
        row("application", "service", 1),
        row("application", "service_required", 2),
    ]
    ledger = lay(
        open_selection(),
        shown,
        [*shown, row("application", "hr", status="passed")],
        [*shown, row("application", "hr", status="refused")],
    )
    ledger.see(lang="en")

    assert standing(ledger, "application", "status", "text") == {
        1: ("waiting", "does not fit: service 1 < 2, waits for HR"),
        2: ("in", "meets the requirements"),
        3: ("out", "the HR service: does not meet the requirements"),
    }


def test_cs_e55_answers_after_the_hundredth_minute_do_not_count():
    def answered(clock):
        at = f"2023-06-05 {clock}:00+06"
        start = row("pq", "start", happened_at="2023-06-05 10:00:00+06")
        return [start, row("pq", score=100, happened_at=at), checked("pq")]

    ledger = lay(open_selection(), answered("11:40"), answered("11:41"))

    assert standing(ledger, "pq", "score", "status") == {1: (100, "in"), 2: (0, "out")}


def test_cs_e56_low_reliability_is_shown_and_changes_nothing():
    ledger = lay(open_selection(), [*pq(70), row("pq", "reliability", 2)])

    assert standing(ledger, "pq", "status", "remark") == {1: ("in", "reliability 2")}
