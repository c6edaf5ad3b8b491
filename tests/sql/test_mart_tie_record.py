"""The record of a tie: each step of the rules, what every entry had, and where it was told."""

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit import Ledger, vary
from tests.professionals import CRITERIA, RULESET, SHEET, contest
from tests.sql.test_tie_by_the_jury import BY_CRITERIA

STEPS = """
    select step, kind, rule, criterion, entry, points, is_left, outcome
    from mart.tie_record
    where place = $place
    order by step, entry
"""
DECIDED = (
    "select entry, is_left, outcome, words from mart.tie_record where kind = 'jury' order by 1"
)


def lay(*rows, variant=BY_CRITERIA):
    """Put entries with their points by criterion; the totals follow from them."""
    ledger = Ledger(variant)
    ledger.lay_contest(f"{RULESET}-variant")
    ledger.lay_entries(len(rows))
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "criterion": criterion, "points": points}
            for entry, row in enumerate(rows, 1)
            for criterion, points in zip(CRITERIA, row, strict=True)
        ),
    )
    ledger.tally()
    return ledger


def list_steps(ledger, place=1):
    """Return each step with its outcome and who is left after it."""
    rows = ledger.read(STEPS, place=place)
    return [
        (kind, criterion, outcome, [row["entry"] for row in group if row["is_left"]])
        for (_, kind, criterion, outcome), group in groupby(
            rows, key=lambda row: (row["step"], row["kind"], row["criterion"], row["outcome"])
        )
    ]


def test_bp_15_three_are_compared_until_one_is_left_and_then_nothing_more_is_asked():
    ledger = lay((50, 20, 10), (50, 15, 15), (45, 25, 10))

    assert list_steps(ledger) == [
        ("total", None, "equal", ["e1", "e2", "e3"]),
        ("criterion", "content", "narrows", ["e1", "e2"]),
        ("criterion", "beauty", "decides", ["e1"]),
    ]
    assert ledger.column("mart.leaderboard", "award")[1] == "winner"


def test_bp_15_a_step_after_the_one_that_decided_is_shown_as_not_asked():
    ledger = lay((50, 10, 20), (45, 20, 15))

    assert list_steps(ledger)[1:] == [
        ("criterion", "content", "decides", ["e1"]),
        ("criterion", "beauty", "not_asked", ["e1"]),
    ]


@pytest.mark.long
def test_bp_15_who_stays_equal_through_all_criteria_waits_for_the_jury():
    ledger = lay((50, 20, 10), (50, 20, 10))

    assert [step[2] for step in list_steps(ledger)] == ["equal", "equal", "equal", "waits"]
    assert list_steps(ledger)[-1] == ("jury", None, "waits", ["e1", "e2"])


@pytest.mark.long
def test_bp_14_another_shared_place_has_two_steps_with_the_points_of_both():
    ledger = contest(90, 80, 80)

    assert list_steps(ledger, place=2) == [
        ("total", None, "equal", ["e2", "e3"]),
        ("shared", None, "shares", ["e2", "e3"]),
    ]
    assert {row["rule"] for row in ledger.read(STEPS, place=2)} == {"BP-14"}
    assert [row["points"] for row in ledger.read(STEPS, place=2)][:2] == [80, 80]


@pytest.mark.long
def test_wm_12_a_place_is_shared_without_any_further_step():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(3)
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in ((1, 70), (2, 70), (3, 50))))
    ledger.tally()

    assert list_steps(ledger) == [
        ("total", None, "equal", ["e1", "e2"]),
        ("shared", None, "shares", ["e1", "e2"]),
    ]
    assert {row["rule"] for row in ledger.read(STEPS, place=1)} == {"WM-12"}


@pytest.mark.long
def test_bp_17_what_the_jury_decided_stands_with_its_reason_and_not_that_of_another_award():
    variant = vary(RULESET, SHEET)
    ledger = lay((50, 20, 10), (50, 20, 10), (10, 10, 10), variant=variant)
    ledger.decide("award", "winner", entry_no=2)
    ledger.lay("decision", {"kind": "award", "value": "laureate", "entry_no": 3, "reason": "kind"})
    ledger.tally()

    assert [tuple(row.values()) for row in ledger.read(DECIDED)] == [
        ("e1", False, "decides", "decided"),
        ("e2", True, "decides", "decided"),
    ]


@pytest.mark.long
def test_a_tie_and_its_record_are_the_same_entries_for_staff_and_public():
    ledger = contest(90, 90, 80, 80, 70)
    ledger.publish()
    both = []
    for audience in ("staff", "public"):
        ledger.see(audience=audience)
        ties = ledger.read("select place, entry from mart.ties order by all")
        record = ledger.read("select distinct place, entry from mart.tie_record order by all")
        both.append((ties == record, len(ties)))

    assert both == [(True, 4), (True, 4)]


def compare_by_hand(rows):
    """Return outcomes of the steps as a person would find them with paper and pencil."""
    left, found = list(range(len(rows))), []
    for step in (0, 1):
        if len(left) == 1:
            found.append("not_asked")
            continue
        best = max(rows[number][step] for number in left)
        kept = [number for number in left if rows[number][step] == best]
        found.append(
            "decides" if len(kept) == 1 else "narrows" if len(kept) < len(left) else "equal"
        )
        left = kept
    return found, [f"e{number + 1}" for number in left]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=4))
@pytest.mark.long
def test_the_record_says_what_comparing_by_hand_says(pairs):
    rows = [(first, second, 40 - first - second) for first, second in pairs]
    outcomes, left = compare_by_hand(rows)
    steps = [step for step in list_steps(lay(*rows)) if step[0] == "criterion"]

    assert [step[2] for step in steps] == outcomes
    assert steps[-1][3] == left
