"""CS-41: a reading of the rules that can change a winner is confirmed before results come in."""

import pytest

from kasipkor_core.rulesets import load_rulesets, parse_ruleset
from tests.kit import Ledger
from tests.sheets.world import check, list_cells

READINGS = """
[[readings]]
reading = "BP-Q02"
key = "marking.combine"
value = "mean"
changes_winner = true
label = { kk = "Сарапшылардың бағасы", ru = "Оценки экспертов", en = "Marks of the experts" }

[[readings]]
reading = "BP-Q11"
key = "papers.certificate"
value = "marked"
changes_winner = false
label = { kk = "Сертификат", ru = "Сертификат", en = "Certificate" }
"""
BEST = next(one for one in load_rulesets() if one.ruleset == "best-professionals-2022")
ASKING = parse_ruleset(BEST.content + READINGS, name="asking")
SCORES = "Код,Область,Итого\ne1,Абай,84\n"
CONTEST = "best-professionals-2022-oblast-KZ-10-nurse"


def make_world():
    made = Ledger(ASKING.content)
    made.lay_contest(ASKING.ruleset_hash, contest=CONTEST, level="oblast", region="KZ-10")
    return made


@pytest.fixture
def ledger():
    return make_world()


def test_cs_41_results_are_refused_until_the_reading_is_confirmed(ledger):
    found = check(ledger, "scores", SCORES, contest=CONTEST)

    assert list_cells(found, "reading_unconfirmed") == ["2"]
    assert [one.params["reading"] for one in found if one.code == "reading_unconfirmed"] == [
        "BP-Q02"
    ]


def test_cs_41_a_decision_of_the_organiser_opens_the_contest(ledger):
    ledger.decide("reading", "BP-Q02")

    assert not list_cells(check(ledger, "scores", SCORES, contest=CONTEST), "reading_unconfirmed")
    assert ledger.read("select reading, is_confirmed from score.reading order by reading") == [
        {"reading": "BP-Q02", "is_confirmed": True},
        {"reading": "BP-Q11", "is_confirmed": False},
    ]
