"""What is called out at a ceremony, in which step."""

from itertools import groupby

import pytest

from tests.kit import Ledger

ORDER = """
    select step, entry_no, award, place, is_tied, is_group
    from mart.reveal where contest_no = 1 order by step, entry_no
"""


def lay(points, *, ruleset="worldskills", is_signed=True):
    ledger = Ledger()
    ledger.lay_contest(ruleset)
    ledger.lay_entries(len(points))
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in enumerate(points, 1)))
    if is_signed:
        ledger.decide("sign_off", "chief_expert")
    ledger.tally()
    return ledger


def steps(ledger):
    """Return the steps in the order of the ceremony: award, place, who."""
    rows = ledger.read(ORDER)
    return [
        (group[0]["award"], None if group[0]["is_group"] else group[0]["place"], entries)
        for _, group in ((step, list(rows)) for step, rows in groupby(rows, lambda r: r["step"]))
        for entries in [[row["entry_no"] for row in group]]
    ]


def test_wm_30_medallions_are_called_together_then_bronze_silver_and_gold_last():
    called = steps(lay([95, 90, 85, 80, 79, 78, 20, 19, 18]))

    assert called[-3:] == [
        ("bronze", 3, [3]),
        ("silver", 2, [2]),
        ("gold", 1, [1]),
    ]
    assert [award for award, _, _ in called] == ["medallion", "bronze", "silver", "gold"]
    assert called[0] == ("medallion", None, [4, 5])


def test_wm_12_who_shares_a_place_is_called_out_in_one_step_and_said_to_share_it():
    ledger = lay([95, 95, 60, 50, 40])
    rows = {row["entry_no"]: row for row in ledger.read(ORDER)}

    assert steps(ledger)[-1] == ("gold", 1, [1, 2])
    assert [rows[n]["is_tied"] for n in (1, 2)] == [True, True]
    assert not any(row["is_tied"] for n, row in rows.items() if n > 2)


def test_the_steps_are_the_awards_of_the_board_each_once_and_never_a_certificate():
    ledger = lay([95, 90, 90, 80, 70, 60, 50, 40, 30, 20, 10])
    board = ledger.column("mart.leaderboard", "award")
    called = [entry for _, _, entries in steps(ledger) for entry in entries]

    assert sorted(called) == [n for n, award in board.items() if award not in (None, "certificate")]
    assert "certificate" in board.values()


@pytest.mark.parametrize("is_signed", [False, True])
def test_bp_16_nothing_is_revealed_before_the_result_is_signed(is_signed):
    assert bool(steps(lay([90, 80, 70], is_signed=is_signed))) is is_signed


def test_a_mark_that_comes_after_the_signature_takes_the_ceremony_back():
    ledger = lay([90, 80, 70])
    before = steps(ledger)
    ledger.lay("score", {"entry_no": 1, "points": 1, "judge_no": 2})
    ledger.tally()

    assert (bool(before), steps(ledger)) == (True, [])


def test_the_public_sees_nothing_of_a_ceremony_before_the_publication_and_all_of_it_after():
    ledger = lay([90, 80, 70])
    staff = steps(ledger)
    ledger.see(audience="public")
    before = steps(ledger)
    ledger.publish()
    ledger.see(audience="public")

    assert (before, steps(ledger)) == ([], staff)
