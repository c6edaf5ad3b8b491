"""Demonstration exams in both engines: any exam counts alike, and a bug in a view is seen."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core import house
from kasipkor_core.recount.exams import find_grade
from kasipkor_core.rulesets import load_rulesets
from kasipkor_core.store.compare_exams import compare_exams
from tests.exams import RULESET, lay_result, open_exam
from tests.kit import Ledger, vary

RULES = next(one for one in load_rulesets() if one.ruleset == RULESET).exam
GRADED = vary(RULESET, ("grade_conversion = false  ", "grade_conversion = true  "))
DAYS = st.dates(dt.date(2022, 6, 9), dt.date(2022, 6, 11)) | st.none()
TRUTH = st.sampled_from([True, False, None])
CODES = st.sampled_from(["P1", "P2", "P3", None])
NAMES = st.sampled_from(["Ким Дана", "Дана Ким", "Сейтов Болат"])
AWARDS = st.sampled_from(["gold", "silver", "bronze", "medallion", "certificate", None])


@st.composite
def examinees(draw):
    return {
        "name": draw(NAMES),
        "person": draw(CODES),
        "region": draw(st.sampled_from(["KZ-75", "KZ-71", None])),
        "organisation": draw(st.sampled_from(["Колледж", None])),
        "is_wsk": draw(st.sampled_from([True, True, False])),
        "certificate_from": draw(DAYS),
        "certificate_to": draw(DAYS),
        "score": draw(st.sampled_from([None, 0, Decimal("19.995"), 20, Decimal("69.99"), 100])),
        "is_present": draw(TRUTH),
        "is_student": draw(st.sampled_from([True, True, False, None])),
    }


@st.composite
def results(draw):
    return {
        "award": draw(AWARDS),
        "name": draw(NAMES),
        "person": draw(CODES),
        "sign": draw(st.sampled_from([True, True, False])),
        "level": draw(st.sampled_from(["oblast", "republic", "republic", "international"])),
        "unit": draw(st.sampled_from(["10", "10", "17"])),
        "edition": draw(st.sampled_from([None, "2024", "2026"])),
        "stream": draw(st.sampled_from([None, "wsk", "abilympics"])),
        "region": draw(st.sampled_from(["KZ-75", "KZ-71"])),
    }


ACTS = st.lists(
    st.sampled_from(
        [
            ("waiver", "championship"), ("waiver", "national_team"), ("award", "N-1"),
            ("exclude", "rules"), ("person_merge", "contest-2/e1"),
            ("person_split", "contest-2/e1"),
        ]
    ),
    max_size=3,
)  # fmt: skip


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    group=st.lists(examinees(), min_size=1, max_size=5),
    reached=st.lists(results(), max_size=3),
    acts=ACTS,
    edition=st.sampled_from([None, "2024"]),
)
def test_the_engines_agree_on_any_exam(group, reached, acts, edition):
    ledger = Ledger(GRADED)
    open_exam(*group, ledger=ledger, ruleset=f"{RULESET}-variant", edition=edition)
    for number, result in enumerate(reached, 2):
        lay_result(ledger, number, **result)
    for kind, value in acts:
        ledger.decide(kind, value, entry_no=1)

    assert compare_exams(ledger.con) == []


@settings(deadline=None)
@given(
    score=st.decimals(0, 100, places=3),
    more=st.decimals(0, 100, places=3),
)
def test_a_better_score_never_has_a_worse_grade(score, more):
    rules = RULES.model_copy(update={"grade_conversion": True})
    low, high = sorted((score, more))

    assert find_grade(rules, low) <= find_grade(rules, high)


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        ("score.passport", "when score is null then", "when not score > 0 then", "reason"),
        ("score.passport", "not (took_part and score is not null)", "true", "basis"),
        ("score.exam_result", "certificate_to >= contest", "certificate_to > contest", "reason"),
        ("score.exam_exemption", "not is_unit then", "false then", "basis"),
        ("score.exam_exemption", "and rule.award = result.award", "", "basis"),
    ],
)
def test_a_planted_bug_is_seen(view, old, new, field):
    ledger = open_exam(
        {"score": 0},
        {"person": "P1", "score": 90},
        {"person": "P2", "is_present": False},
        {"person": "P3", "is_present": False},
        {"score": 50, "certificate_to": "2022-06-10"},
    )
    lay_result(ledger, 2, "gold", person="P1")
    lay_result(ledger, 3, "gold", person="P2", unit="17")
    lay_result(ledger, 4, "medallion", person="P3")
    before = compare_exams(ledger.con)
    layer, name = view.split(".")
    text = (house.SQL / "views" / layer / f"{name}.sql").read_text(encoding="utf-8")
    assert old in text
    ledger.con.execute(text.replace(old, new, 1))

    assert before == []
    assert f"passport.{field}" in {one.field for one in compare_exams(ledger.con)}
