"""A shared first place that criteria tell apart, and a jury that says otherwise."""

import pytest

from kasipkor_core.store.compare import compare_contests
from tests.kit import Ledger, vary
from tests.professionals import CRITERIA, RULESET, SHEET

BY_CRITERIA = vary(
    RULESET,
    SHEET,
    ('winner_tie = "jury_decision"', 'winner_tie = "criteria_order"'),
    ("criteria_order = []", 'criteria_order = ["content", "beauty"]'),
)
WINNERS = {
    "nobody decided": ((), ["winner", None, None]),
    "both": ((("tie", "both", None),), ["winner", "winner", "winner"]),
    "both, and another thing about a seat": (
        (("tie", "both", None), ("tie", "out", 1)),
        ["winner", "winner", "winner"],
    ),
    "the jury prefers another": ((("award", "winner", 2),), ["winner", "winner", None]),
    "the jury takes it away": ((("award", "none", 1),), [None, None, None]),
}


@pytest.mark.parametrize("name", WINNERS)
def test_bp_17_the_jury_stands_above_the_order_of_criteria_in_both_engines(name):
    decisions, expected = WINNERS[name]
    ledger = Ledger(BY_CRITERIA)
    ledger.lay_contest(f"{RULESET}-variant")
    ledger.lay_entries(4)
    parts = {1: (50, 20, 10), 2: (50, 15, 15), 3: (45, 20, 15), 4: (40, 10, 10)}
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "criterion": criterion, "points": points}
            for entry, row in parts.items()
            for criterion, points in zip(CRITERIA, row, strict=True)
        ),
    )
    for kind, value, entry_no in decisions:
        ledger.decide(kind, value, entry_no=entry_no)
    ledger.tally()
    awards = list(ledger.column("mart.leaderboard", "award").values())

    assert awards[:3] == expected
    assert compare_contests(ledger.con, contests=[1])[1] == []


def test_bp_17_a_win_shared_by_the_jury_says_so():
    ledger = Ledger(BY_CRITERIA)
    ledger.lay_contest(f"{RULESET}-variant")
    ledger.lay_entries(2)
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "criterion": criterion, "points": 20}
            for entry in (1, 2)
            for criterion in CRITERIA
        ),
    )
    ledger.decide("tie", "both")
    ledger.tally()
    told = ledger.column("mart.leaderboard", "(award, decided_by, tie_step, tie_reason)")

    assert list(told.values()) == [("winner", "jury", None, "jury_decision")] * 2
