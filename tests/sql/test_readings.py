"""CS-41: a reading of the rules that can change a winner is confirmed before results come in."""

import pytest

from kasipkor_core.rulesets import load_rulesets
from tests.kit import Ledger, vary
from tests.professionals import contest
from tests.sheets.world import check, list_cells

BEST = next(one for one in load_rulesets() if one.ruleset == "best-professionals-2022")
CHANGING = ["BP-Q01", "BP-Q02", "BP-Q03", "BP-Q04", "BP-Q08", "BP-Q10", "BP-Q12"]
SCORES = "Код,Область,Итого\ne1,Абай,84\n"
CONTEST = "best-professionals-2022-oblast-KZ-10-nurse"


def make_world():
    made = Ledger()
    made.lay_contest(BEST.ruleset, contest=CONTEST, level="oblast", region="KZ-10")
    return made


@pytest.fixture
def ledger():
    return make_world()


def test_cs_41_results_are_refused_until_the_readings_are_confirmed(ledger):
    found = check(ledger, "scores", SCORES, contest=CONTEST)

    assert list_cells(found, "reading_unconfirmed") == ["2"] * len(CHANGING)
    assert [one.params["reading"] for one in found if one.code == "reading_unconfirmed"] == CHANGING


def test_cs_41_a_decision_of_the_organiser_opens_the_contest(ledger):
    for reading in CHANGING:
        ledger.decide("reading", reading)

    assert not list_cells(check(ledger, "scores", SCORES, contest=CONTEST), "reading_unconfirmed")
    rows = ledger.read("select reading from score.reading where is_confirmed order by reading")
    assert [row["reading"] for row in rows] == CHANGING


def test_an_answer_is_what_the_key_of_the_ruleset_says(ledger):
    rows = ledger.read("select reading, value from score.reading order by reading")

    assert {row["reading"]: row["value"] for row in rows} == {
        "BP-Q01": "expert",
        "BP-Q02": "mean",
        "BP-Q03": "single_total",
        "BP-Q04": "warn",
        "BP-Q06": "sign_off, award",
        "BP-Q08": "profession",
        "BP-Q10": "false",
        "BP-Q12": "jury_decision",
    }


@pytest.mark.parametrize(("answer", "winner"), [("mean", 2), ("median", 1)])
def test_bp_q02_another_way_to_combine_the_experts_is_another_winner(answer, winner):
    ledger = contest(
        (90, 90, 60), (85, 85, 85), variants=(vary(BEST.ruleset, ('"mean"', f'"{answer}"')),)
    )

    assert ledger.column("mart.leaderboard", "place")[winner] == 1
