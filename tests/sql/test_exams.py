"""Demonstration exams and Skills Passports: the worked examples, and every rule that counts."""

from decimal import Decimal

import pytest

from tests.exams import ABSENT, PLAIN, RULESET, exam, export, open_exam, passports, sign
from tests.kit import Ledger, vary

EXPIRED = {"certificate_to": "2022-05-31"}


@pytest.mark.long
def test_ex_36_de_12_all_examinees_get_a_passport_zero_included_and_nobody_absent():
    ledger = open_exam(
        {"score": Decimal("91.20")}, {"score": Decimal("47.85")}, {"score": 0}, ABSENT
    )
    before = export(ledger)
    sign(ledger)

    assert passports(ledger, "eligible", "basis", "score", "reason") == [
        (True, "exam", Decimal("91.200"), "examinee"),
        (True, "exam", Decimal("47.850"), "examinee"),
        (True, "exam", Decimal("0.000"), "examinee"),
        (False, None, None, "absent"),
    ]
    assert before == []
    assert [row["Балл"] for row in export(ledger)] == ["91.20", "47.85", "0.00"]
    assert exam(ledger, "passports", "absent", "state") == (3, 1, "finalised")


def test_ex_37_de_13_an_exam_not_by_wsk_requirements_keeps_its_result_and_has_no_passport():
    ledger = sign(open_exam({"is_wsk": False, "score": 80}))

    assert passports(ledger, "eligible", "score", "reason") == [(False, 80, "not_wsk")]
    assert (export(ledger), exam(ledger, "marked", "state")) == ([], (1, "finalised"))


def test_ex_38_de_19_an_exam_at_a_site_whose_certificate_has_ended_is_not_finalised():
    ledger = sign(open_exam({"score": 80, **EXPIRED}))

    assert exam(ledger, "blocked", "is_signed", "state") == (1, False, "blocked")
    assert passports(ledger, "eligible", "reason", "rule") == [
        (False, "site_not_accredited", "DE-19")
    ]
    assert export(ledger) == []


def test_ex_41_a_worker_gets_a_passport_and_is_not_counted_for_the_colleges():
    ledger = sign(open_exam({"score": 70, "is_student": False}))
    region = ledger.read(
        "select passports, students, colleges, wsk_colleges from mart.exam_regions"
    )

    assert [tuple(row.values()) for row in region] == [(1, 0, 0, 0)]


def test_de_04_oq_30_a_workshop_will_do_for_an_exam_of_the_college():
    ledger = sign(open_exam({"is_wsk": False, "score": 80, **EXPIRED}))

    assert exam(ledger, "blocked", "state") == (0, "finalised")


@pytest.mark.long
def test_de_05_oq_30_a_ruleset_may_ask_for_accreditation_of_every_site_or_of_none():
    rule = 'site_accreditation = "wsk" '
    found = []
    for value in ("all", "none"):
        text = vary(RULESET, (rule, rule.replace("wsk", value)))
        ledger = open_exam(
            {"is_wsk": False, "score": 80, **EXPIRED},
            {"is_wsk": True, "score": 80, **EXPIRED},
            ledger=Ledger(text),
            ruleset=f"{RULESET}-variant",
        )
        found.append(exam(ledger, "blocked"))

    assert found == [(2,), (0,)]


def test_de_05_oq_08_a_certificate_without_a_last_day_has_no_end_and_no_certificate_is_none():
    nothing = {"certificate_from": None, "certificate_to": None}
    ledger = open_exam(
        {"score": 1, "certificate_to": None},
        {"score": 2, "certificate_from": None},
        {"score": 3, **nothing},
        {"score": 4, "certificate_from": "2022-06-11"},
    )
    rows = ledger.read("select is_accredited from score.exam_result order by entry_no")

    assert [row["is_accredited"] for row in rows] == [True, True, False, False]


def test_de_09_oq_05_to_have_held_an_exam_and_to_have_introduced_the_system_are_two_columns():
    ledger = open_exam({"score": 70}, {"score": 60})
    ledger.lay_contest("worldskills", 9, contest="indicators:2022")
    ledger.lay(
        "indicator_value",
        {
            "contest_no": 9, "indicator": "IND-03", "region": "KZ-75",
            "numerator": 23, "denominator": 41,
        },
    )  # fmt: skip
    rows = ledger.read("select colleges, introduced, introduced_of from mart.exam_regions")

    assert [tuple(row.values()) for row in rows] == [(1, 23, 41)]


BOUNDS = [
    ("0.00", 2), ("19.99", 2), ("20.00", 3), ("39.99", 3),
    ("40.00", 4), ("69.99", 4), ("70.00", 5), ("100.00", 5),
]  # fmt: skip


@pytest.mark.long
def test_de_10_points_become_no_grade_unless_the_ruleset_asks_for_it():
    rows = [{"score": Decimal(score)} for score, _ in BOUNDS]
    text = vary(RULESET, ("grade_conversion = false  ", "grade_conversion = true  "))
    plain = open_exam(*rows)
    asked = open_exam(*rows, ledger=Ledger(text), ruleset=f"{RULESET}-variant")

    assert passports(plain, "grade") == [(None,)] * len(BOUNDS)
    assert passports(asked, "grade") == [(grade,) for _, grade in BOUNDS]


@pytest.mark.long
def test_de_10_percent_is_rounded_to_two_decimals_before_it_becomes_a_grade():
    text = vary(
        RULESET,
        ("grade_conversion = false  ", "grade_conversion = true  "),
        ("max_points = 100 ", "max_points = 300 "),
    )
    rows = [{"score": Decimal(score)} for score in ("59.98", "59.985", "59.99")]
    ledger = open_exam(*rows, ledger=Ledger(text), ruleset=f"{RULESET}-variant")

    # 19.9933, 19.995 and 19.9967 of a hundred
    assert passports(ledger, "grade") == [(2,), (3,), (3,)]


def test_de_11_the_number_comes_from_the_operator_and_does_not_void_the_signature():
    ledger = sign(open_exam({"score": 70}, {"score": 60}))
    ledger.decide("award", "WSK-0001", entry_no=1)
    one = exam(ledger, "numbered", "state")
    ledger.decide("award", "WSK-0001", entry_no=2)

    assert one == (1, "finalised")
    assert exam(ledger, "numbered", "state", "is_signed") == (2, "numbered", True)
    assert passports(ledger, "number", "is_number_shared") == [("WSK-0001", True)] * 2


def test_de_11_the_columns_of_the_file_are_those_of_the_ruleset():
    text = vary(RULESET, ('column = "Балл"\nfield = "score"', 'column = "Score"\nfield = "person"'))
    ledger = open_exam(
        {"score": 70, "person": "P1"}, ledger=Ledger(text), ruleset=f"{RULESET}-variant"
    )
    (row,) = export(sign(ledger))

    assert (row["Score"], "Балл" in row) == ("P1", False)


def test_de_12_no_score_is_no_zero():
    ledger = open_exam({"score": None}, {"score": 0})

    assert passports(ledger, "eligible", "reason") == [
        (False, "score_missing"),
        (True, "examinee"),
    ]
    assert exam(ledger, "scores_missing", "state") == (1, "marks_entered")


def test_de_19_saved_as_not_by_wsk_requirements_the_same_exam_can_be_signed():
    ledger = open_exam({"score": 80, **EXPIRED})
    blocked = sign(ledger).read("select problem from mart.readiness where problem like 'site%'")
    ledger.undo(1, 3)
    ledger.lay("exam_result", {"entry_no": 1, "is_wsk": False, "score": 80})
    sign(ledger)

    assert blocked == [{"problem": "site_not_accredited"}]
    assert exam(ledger, "state", "is_signed") == ("finalised", True)


def test_de_19_without_its_days_an_exam_has_no_day_on_which_the_site_was_accredited():
    ledger = open_exam({"score": 80}, starts_on=None, ends_on=None)

    assert exam(ledger, "blocked", "state") == (1, "blocked")


@pytest.mark.long
def test_an_exam_goes_from_planned_to_numbered():
    ledger = Ledger()
    nobody = {"score": None, "is_present": None}
    open_exam(nobody, nobody, ledger=ledger)
    states = [exam(ledger, "state")]
    ledger.lay("expert", {"contest_no": 0, "name_no": 901, "for_contest_no": 1})
    states.append(exam(ledger, "state"))
    results = 3  # the batch that open_exam laid last
    for scores in ((70, None), (70, 0)):
        ledger.undo(1, results)
        rows = [{"entry_no": n, **PLAIN, "score": score} for n, score in enumerate(scores, 1)]
        results = ledger.lay("exam_result", *rows)
        states.append(exam(ledger, "state"))
    sign(ledger)
    states.append(exam(ledger, "state"))
    for entry in (1, 2):
        ledger.decide("award", f"N-{entry}", entry_no=entry)
    states.append(exam(ledger, "state"))

    assert [state for (state,) in states] == [
        "site_checked",
        "experts_assigned",
        "marks_entered",
        "checked",
        "finalised",
        "numbered",
    ]


def test_the_public_sees_codes_and_no_names():
    ledger = sign(open_exam({"name": "Ким Дана", "score": 70}))
    ledger.publish()
    ledger.see(audience="public")

    assert passports(ledger, "name", "score") == [("e1", 70)]
    assert ledger.read("select * from mart.exam_exemptions") == []
