"""Who gets the Skills Passport without the exam: championships, the national team, persons."""

import pytest

from tests.exams import ABSENT, RULESET, exam, export, lay_result, open_exam, passports, sign
from tests.kit import Ledger, vary


def verdicts(ledger):
    """Return the verdict on each result of a championship, in its order."""
    rows = ledger.read("select verdict, rule from mart.exam_exemptions order by from_contest")
    return [tuple(row.values()) for row in rows]


@pytest.mark.long
def test_ex_39_a_republican_silver_frees_a_student_with_words_in_place_of_points():
    ledger = open_exam({"person": "P1", "is_present": None})
    lay_result(ledger, 2, "silver", person="P1")

    assert passports(ledger, "eligible", "basis", "score", "score_text", "is_final") == [
        (True, "championship", None, "жоғары балл", True)
    ]
    assert [row["Балл туралы сөз"] for row in export(ledger)] == ["жоғары балл"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("award", "columns", "eligible", "verdict"),
    [
        ("gold", {"level": "oblast"}, False, ("level", "DE-15")),
        ("medallion", {}, False, ("no_prize", "DE-16")),
        (None, {"level": "international"}, True, ("exempt", "DE-14")),
        ("gold", {"unit": "17"}, False, ("competency", "DE-16")),
    ],
)
@pytest.mark.sampled
def test_ex_40_de_15_de_16_who_is_freed_and_who_is_not(award, columns, eligible, verdict):
    ledger = open_exam({"person": "P1", **ABSENT})
    lay_result(ledger, 2, award, person="P1", **columns)

    assert passports(ledger, "eligible") == [(eligible,)]
    assert verdicts(ledger) == [verdict]


@pytest.mark.long
def test_de_14_an_award_frees_from_the_exam_only_while_its_signature_holds():
    ledger = open_exam({"person": "P1", **ABSENT})
    lay_result(ledger, 2, "gold", person="P1", sign=False)
    before = passports(ledger, "eligible")
    sign(ledger, 2)
    signed = passports(ledger, "eligible")
    ledger.decide("reopen", "again", contest_no=2)

    assert (before, signed, passports(ledger, "eligible")) == ([(False,)], [(True,)], [(False,)])


def test_de_14_streams_that_the_ruleset_does_not_name_do_not_free():
    ledger = open_exam({"person": "P1", **ABSENT})
    lay_result(ledger, 2, "gold", person="P1", stream="abilympics")

    assert verdicts(ledger) == [("stream", "DE-14")]


@pytest.mark.long
def test_de_14_the_same_name_is_no_proof_until_somebody_says_so():
    ledger = open_exam({"name": "Ким Дана", "organisation": "Колледж", **ABSENT})
    lay_result(ledger, 2, "gold", name="Дана Ким", region="KZ-75")
    before = passports(ledger, "eligible", "is_to_confirm")
    ledger.decide("person_merge", "contest-2/e1", entry_no=1)
    merged = passports(ledger, "eligible", "is_to_confirm")
    ledger.decide("person_split", "contest-2/e1", entry_no=1)

    assert (before, merged) == ([(False, True)], [(True, False)])
    assert passports(ledger, "eligible", "is_to_confirm") == [(False, False)]


def test_de_14_somebody_decides_about_a_championship_that_is_not_in_the_ledger():
    ledger = open_exam({"basis": "national_team", **ABSENT}, {**ABSENT, "is_student": False})
    before = passports(ledger, "eligible", "claimed")
    for entry in (1, 2):
        ledger.decide("waiver", "national_team", entry_no=entry)

    assert before == [(False, "national_team"), (False, None)]
    assert passports(ledger, "eligible", "basis") == [(True, "national_team"), (False, None)]


def test_de_14_who_is_freed_and_comes_all_the_same_is_an_examinee():
    ledger = open_exam({"person": "P1", "score": 88})
    lay_result(ledger, 2, "gold", person="P1")

    assert passports(ledger, "basis", "score", "score_text") == [("exam", 88, None)]


@pytest.mark.long
def test_de_16_a_student_only_and_oq_06_a_ruleset_may_say_otherwise():
    found = []
    for text in (None, vary(RULESET, ("student_required = true ", "student_required = false "))):
        ledger = open_exam(
            {"person": "P1", "is_student": False, **ABSENT},
            ledger=Ledger(text) if text else None,
            ruleset=f"{RULESET}-variant" if text else RULESET,
        )
        lay_result(ledger, 2, "gold", person="P1")
        found += verdicts(ledger)

    assert found == [("not_student", "DE-16"), ("exempt", "DE-14")]


@pytest.mark.long
def test_de_16_oq_06_the_operator_may_confirm_that_the_high_score_is_the_greatest():
    text = vary(RULESET, ("high_score_is_maximum = false ", "high_score_is_maximum = true "))
    ledger = open_exam(
        {"person": "P1", **ABSENT}, ledger=Ledger(text), ruleset=f"{RULESET}-variant"
    )
    lay_result(ledger, 2, "gold", person="P1")

    assert passports(ledger, "score", "score_text") == [(100, None)]


def test_de_19_who_is_freed_needs_no_site():
    ledger = open_exam({"person": "P1", **ABSENT, "site": None, "certificate_to": "2022-05-31"})
    lay_result(ledger, 2, "gold", person="P1")

    assert (exam(ledger, "blocked"), passports(ledger, "eligible")) == ((0,), [(True,)])
