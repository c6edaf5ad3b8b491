"""Best Professionals: the worked examples of dates, forms, readiness, seats and papers."""

import pytest

from kasipkor_core.rulesets import load_rulesets
from tests.kit import Ledger, vary
from tests.professionals import RULESET, ask, column, contest, lay_totals, papers, problems, seats


@pytest.mark.parametrize(
    ("day", "tour"),
    [
        ("2022-12-19", None),
        ("2022-12-20", 1),
        ("2023-01-20", 1),
        ("2023-01-25", 0),
        ("2023-02-20", 2),
        ("2023-02-21", None),
    ],
)
def test_bp_e01_a_day_belongs_to_a_tour(day, tour):
    assert ask(Ledger(), "score.tour_on(ruleset_hash, $value::date)", day) == tour


def lay_application(ledger, **row):
    plain = {"contest_no": 0, "organisation": "Аурухана", "profession": "nurse", "region": "KZ-43"}
    number = ledger._insert_name("Аяулым Сынақ")  # noqa: SLF001 -- the kit's own register of names
    ledger.lay("application", plain | {"name_no": number} | row)
    found = ledger.read("select missing, is_complete, is_outside_fields from mart.applications")
    return tuple(found[-1].values())


def test_bp_e02_a_nurse_is_admitted():
    assert lay_application(Ledger(), industry="healthcare") == ([], True, False)


def test_bp_e02_who_works_in_none_of_the_fields_is_for_the_organiser():
    assert lay_application(Ledger(), industry=None) == ([], True, True)


@pytest.mark.parametrize(
    ("row", "status", "missing"),
    [
        ({"received_on": "2023-01-20"}, "registered", []),
        ({"received_on": "2023-01-21"}, "late", []),
        ({"has_phones": False, "has_email": False}, "incomplete", ["phones", "email"]),
    ],
    ids=["on the last day", "a day later", "no phones and no e-mail"],
)
def test_bp_e03_bp_05_the_list_says_who_is_late_and_who_is_incomplete(row, status, missing):
    ledger = Ledger()
    lay_application(ledger, **row)
    found = ledger.read("select status, is_late, missing from mart.applications")

    assert found == [{"status": status, "is_late": status == "late", "missing": missing}]


@pytest.mark.parametrize(
    ("received_at", "is_late"),
    [("2023-01-20 23:59:59+06", False), ("2023-01-21 00:00:00+06", True)],
)
def test_bp_e03_the_last_day_counts_to_its_end_in_almaty(received_at, is_late):
    sql = "score.is_late(due_on, is_due_inclusive, zone, $value::timestamptz)"

    assert ask(Ledger(), sql, received_at) is is_late


@pytest.mark.long
def test_bp_e03_a_deadline_may_end_before_its_day():
    text = vary(RULESET, ("deadline_inclusive = true", "deadline_inclusive = false"))
    ledger = Ledger(text)
    row = ledger.read(
        "select score.is_late(due_on, is_due_inclusive, zone, $day::timestamptz) as is_late"
        " from ref.ruleset where ruleset = $name",
        day="2023-01-20 10:00:00+06",
        name=f"{RULESET}-variant",
    )

    assert row == [{"is_late": True}]


def test_bp_e05_an_application_without_region_is_incomplete():
    assert lay_application(Ledger(), industry="education", region="") == (["region"], False, False)


def test_bp_e06_a_short_presentation_is_warned_of_and_marked():
    (ruleset,) = (r for r in load_rulesets() if r.ruleset == RULESET)

    assert (ruleset.work.min_pages, ruleset.work.min_pages_effect) == (10, "warn")


def lay_experts(ledger, number):
    ledger.lay(
        "expert",
        *({"contest_no": 0, "for_contest_no": 1, "name_no": 900 + n} for n in range(number)),
    )


def test_bp_e11_a_profession_without_expert_is_not_ready():
    assert "experts_missing" in problems(contest(80, 70))


def test_bp_e11_one_expert_is_enough_and_is_said_so():
    ledger = contest(80, 70)
    lay_experts(ledger, 1)

    assert {"single_expert"} == {"single_expert", "experts_missing"} & set(problems(ledger))


@pytest.mark.long
def test_bp_e16_without_the_signature_nothing_is_final_and_a_later_mark_voids_it():
    ledger = contest(90, 80)
    before = "not_signed" in problems(ledger)
    ledger.decide("sign_off", "signed")
    signed = "not_signed" in problems(ledger)
    ledger.lay("score", {"entry_no": 2, "judge_no": 9, "points": 81})
    ledger.tally()

    assert (before, signed, "not_signed" in problems(ledger)) == (True, False, True)


@pytest.mark.long
def test_bp_e17_a_signature_without_the_decision_of_the_jury_is_not_enough():
    ledger = contest(90, 80)
    ledger.decide("sign_off", "signed")
    before = "not_decided" in problems(ledger)
    ledger.decide("award", "winner", entry_no=1)

    assert (before, "not_decided" in problems(ledger)) == (True, False)


@pytest.mark.long
def test_bp_e22_every_region_with_an_entry_has_its_seats():
    ledger = Ledger()
    for number in range(1, 19):
        totals = (90, 90, 80) if number == 7 else (90, 85)
        lay_totals(ledger, number, *totals, level="oblast", unit="teacher")
    before = len(seats(ledger))
    ledger.decide("tie", "both", contest_no=7)
    ledger.tally(7)

    assert (before, len(seats(ledger))) == (17, 19)


def test_bp_e23_the_seat_of_a_winner_who_withdraws_stays_empty():
    ledger = contest(90, 80, level="oblast")
    ledger.decide("waiver", "seat", entry_no=1)

    assert seats(ledger) == [("contest-1", "e1", "given_up")]


@pytest.mark.long
def test_bp_e23_a_ruleset_may_give_the_seat_to_the_next():
    text = vary(RULESET, ("replace_withdrawn = false", "replace_withdrawn = true"))
    ledger = contest(90, 80, 70, variants=(text,), level="oblast")
    ledger.decide("waiver", "seat", entry_no=1)

    assert seats(ledger) == [("contest-1", "e1", "given_up"), ("contest-1", "e2", "replacement")]


def test_bp_e24_everybody_marked_gets_a_paper():
    ledger = contest(95, 90, 88, 70, 64, 51, 40, None)
    ledger.decide("award", "laureate", entry_no=4)
    ledger.tally()

    assert papers(ledger) == {"certificate": 7, "diploma": 4, "letter_of_thanks": 3}


def test_bp_e25_there_is_no_field_for_goods_or_fees():
    names = Ledger().read(
        "select column_name as name from duckdb_columns()"
        " where column_name like '%fee%' or column_name like '%goods%'"
    )

    assert names == []


def test_bp_e27_the_public_board_is_empty_before_publication_and_has_no_contacts():
    ledger = contest(95, 90)
    ledger.see(audience="public")
    before = column(ledger, "entry")
    ledger.publish()
    ledger.see(audience="public")
    shown = ledger.read("select * from mart.leaderboard where contest_no = 1")[0]

    assert (before, column(ledger, "entry")) == ([], ["e1", "e2"])
    assert {"phone", "phones", "email", "birth_date"} & shown.keys() == set()


def test_bp_e28_side_events_are_nothing_that_points_are_reckoned_from():
    rows = Ledger().read("select sql from duckdb_views() where schema_name = 'score'")

    assert not [row for row in rows if "fact.event" in row["sql"]]
