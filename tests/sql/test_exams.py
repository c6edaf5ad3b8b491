"""Demonstration exams and Skills Passports: the worked examples, and every rule that counts."""

from decimal import Decimal

import pytest

from tests.exams import RULESET, exam, lay_result, open_exam, passports
from tests.kit import Ledger, vary

EXPIRED = {"certificate_to": "2022-05-31"}
ABSENT = {"is_present": False}


def sign(ledger, number=1):
    """Sign an exam; return the ledger."""
    ledger.decide("sign_off", "signed", contest_no=number)
    return ledger


def export(ledger):
    """Return the rows of the file: texts by the names of its columns."""
    rows = {}
    for cell in ledger.read(
        "select * from mart.passport_export order by contest_no, entry_no, ord"
    ):
        row = rows.setdefault((cell["contest_no"], cell["entry_no"]), {})
        row[cell["column_name"]] = cell["value"]
    return list(rows.values())


def verdicts(ledger):
    """Return the verdict on each result of a championship, in its order."""
    rows = ledger.read("select verdict, rule from mart.exam_exemptions order by from_contest")
    return [tuple(row.values()) for row in rows]


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


def test_ex_39_a_republican_silver_frees_a_student_with_words_in_place_of_points():
    ledger = open_exam({"person": "P1", "is_present": None})
    lay_result(ledger, 2, "silver", person="P1")

    assert passports(ledger, "eligible", "basis", "score", "score_text", "is_final") == [
        (True, "championship", None, "жоғары балл", True)
    ]
    assert [row["Балл туралы сөз"] for row in export(ledger)] == ["жоғары балл"]


@pytest.mark.parametrize(
    ("award", "columns", "eligible", "verdict"),
    [
        ("gold", {"level": "oblast"}, False, ("level", "DE-15")),
        ("medallion", {}, False, ("no_prize", "DE-16")),
        (None, {"level": "international"}, True, ("exempt", "DE-14")),
        ("gold", {"unit": "17"}, False, ("competency", "DE-16")),
    ],
)
def test_ex_40_de_15_de_16_who_is_freed_and_who_is_not(award, columns, eligible, verdict):
    ledger = open_exam({"person": "P1", **ABSENT})
    lay_result(ledger, 2, award, person="P1", **columns)

    assert passports(ledger, "eligible") == [(eligible,)]
    assert verdicts(ledger) == [verdict]


def test_ex_41_a_worker_gets_a_passport_and_is_not_counted_for_the_colleges():
    ledger = sign(open_exam({"score": 70, "is_student": False}))
    region = ledger.read(
        "select passports, students, colleges, wsk_colleges from mart.exam_regions"
    )

    assert [tuple(row.values()) for row in region] == [(1, 0, 0, 0)]


def test_de_04_oq_30_a_workshop_will_do_for_an_exam_of_the_college():
    ledger = sign(open_exam({"is_wsk": False, "score": 80, **EXPIRED}))

    assert exam(ledger, "blocked", "state") == (0, "finalised")


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


def test_de_10_points_become_no_grade_unless_the_ruleset_asks_for_it():
    rows = [{"score": Decimal(score)} for score, _ in BOUNDS]
    text = vary(RULESET, ("grade_conversion = false  ", "grade_conversion = true  "))
    plain = open_exam(*rows)
    asked = open_exam(*rows, ledger=Ledger(text), ruleset=f"{RULESET}-variant")

    assert passports(plain, "grade") == [(None,)] * len(BOUNDS)
    assert passports(asked, "grade") == [(grade,) for _, grade in BOUNDS]


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


def test_de_16_oq_06_the_operator_may_confirm_that_the_high_score_is_the_greatest():
    text = vary(RULESET, ("high_score_is_maximum = false ", "high_score_is_maximum = true "))
    ledger = open_exam(
        {"person": "P1", **ABSENT}, ledger=Ledger(text), ruleset=f"{RULESET}-variant"
    )
    lay_result(ledger, 2, "gold", person="P1")

    assert passports(ledger, "score", "score_text") == [(100, None)]


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


def test_de_19_who_is_freed_needs_no_site():
    ledger = open_exam({"person": "P1", **ABSENT, "site": None, **EXPIRED})
    lay_result(ledger, 2, "gold", person="P1")

    assert (exam(ledger, "blocked"), passports(ledger, "eligible")) == ((0,), [(True,)])


def test_an_exam_goes_from_planned_to_numbered():
    ledger = Ledger()
    states = []

    def note():
        states.extend(exam(ledger, "state"))

    open_exam({"score": None, "is_present": None}, ledger=ledger)
    note()
    ledger.lay("expert", {"contest_no": 0, "name_no": 901, "for_contest_no": 1})
    note()
    ledger.undo(1, 3)
    ledger.lay("exam_result", {"entry_no": 1, "score": 70, **dict.fromkeys((), None)})
    states.append("...")

    assert states == ["site_checked", "experts_assigned", "..."]


def test_the_public_sees_codes_and_no_names():
    ledger = sign(open_exam({"name": "Ким Дана", "score": 70}))
    ledger.publish()
    ledger.see(audience="public")

    assert passports(ledger, "name", "score") == [("e1", 70)]
    assert ledger.read("select * from mart.exam_exemptions") == []
