"""Demonstration exams taken together: regions, competencies, sites."""

from decimal import Decimal

import pytest

from tests.exams import ABSENT, RULESET, open_exam, sign
from tests.kit import Ledger, vary

THIRD = {"contest": "demo-exam-2022-college-KZ-10-колледж-15", "region": "KZ-10", "unit": "15"}


def open_three():
    """Return exams of two regions and two competencies: three, one and one marked examinees."""
    ledger = open_exam({"score": 90}, {"score": 60}, {"score": 60}, ABSENT)
    open_exam({"score": 30}, ledger=ledger, number=2, contest="e-2", organisation="Екінші")
    return open_exam({"score": 50}, ledger=ledger, number=3, **THIRD)


def groups(ledger, scope, *columns):
    rows = ledger.read(
        f"select {', '.join(columns)} from mart.exam_groups where scope = $scope order by all",
        scope=scope,
    )
    return [tuple(row.values()) for row in rows]


@pytest.mark.long
def test_de_10_the_mean_of_a_region_is_of_its_examinees_and_not_of_its_exams():
    ledger = open_three()

    assert groups(ledger, "region", "region", "exams", "marked", "mean", "lowest") == [
        ("KZ-10", 1, 1, Decimal("50.000"), 50),
        ("KZ-75", 2, 4, Decimal("60.000"), 30),
    ]
    assert groups(ledger, "unit", "unit", "examinees", "absent") == [("10", 4, 1), ("15", 1, 0)]
    assert groups(ledger, "region_unit", "region", "unit") == [("KZ-10", "15"), ("KZ-75", "10")]
    # a college of the same name in another region is another college
    assert groups(ledger, "country", "exams", "colleges", "mean", "reached") == [
        (3, 3, Decimal("58.000"), None)
    ]


@pytest.mark.long
def test_de_10_a_threshold_is_counted_only_where_the_ruleset_converts_points():
    text = vary(RULESET, ("grade_conversion = false", "grade_conversion = true"))
    ledger = open_exam(
        {"score": 19},
        {"score": 20},
        {"score": 90},
        ledger=Ledger(text),
        ruleset=f"{RULESET}-variant",
    )

    assert groups(ledger, "country", "reached", "marked") == [(2, 3)]


def test_de_19_a_site_says_what_is_wrong_with_its_certificate():
    nothing = {"certificate_from": None, "certificate_to": None}
    ledger = open_exam(
        {"score": 1, "site": "дұрыс"},
        {"score": 1, "site": "ескі", "certificate_to": "2022-06-09"},
        {"score": 1, "site": "ерте", "certificate_from": "2022-06-11"},
        {"score": 1, "site": "жоқ", **nothing},
        {"score": 1, "site": "шеберхана", "is_wsk": False, **nothing},
        {"is_present": False, "site": "келмеді", **nothing},
    )
    open_exam({"score": 1}, ledger=ledger, number=2, contest="e-2", starts_on=None, ends_on=None)
    rows = ledger.read("select site, state, blocked from mart.exam_sites order by contest_no, site")

    assert {row["site"]: (row["state"], row["blocked"]) for row in rows} == {
        "дұрыс": ("accredited", 0),
        "ескі": ("expired", 1),
        "ерте": ("not_yet", 1),
        "жоқ": ("no_certificate", 1),
        "шеберхана": ("not_needed", 0),
        "келмеді": ("no_certificate", 0),
        "Алаң": ("undated", 1),
    }


@pytest.mark.long
def test_de_09_the_share_of_colleges_is_of_those_on_record_and_empty_when_too_few_are():
    ledger = sign(open_exam({"score": 1}))
    before = ledger.read("select college_share from mart.exam_regions")
    colleges = [
        {"organisation": name, "region": "KZ-75", "contest_no": 0} for name in ("Колледж", "Б", "В")
    ]
    ledger.lay("organisation", *colleges)
    after = ledger.read("select college_share from mart.exam_regions")

    assert (before, after) == ([{"college_share": None}], [{"college_share": Decimal("33.333")}])
