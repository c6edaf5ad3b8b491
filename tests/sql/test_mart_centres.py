"""The worked examples of competence centres (rulebook 9.4), and the accreditors."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.kit import Ledger, vary
from tests.progress import CHECKLIST, lay_items

CONDITIONS = ["CC-03", "CC-04", "CC-05"]
DOCUMENTS = ["CC-11", "CC-12", "CC-13", "CC-14"]
DECISION = dt.date(2022, 6, 1)


@pytest.fixture
def ledger():
    return Ledger()


def read(ledger, *columns):
    (row,) = ledger.read(f"select {', '.join(columns)} from mart.centre_readiness")
    return tuple(str(x) if isinstance(x, Decimal) else x for x in row.values())


def states(ledger, item):
    (row,) = ledger.read("select state from mart.centre_steps where item = $item", item=item)
    return row["state"]


def test_ex_29_one_missing_document_is_named(ledger):
    lay_items(ledger, *CONDITIONS, "CC-11", "CC-12", "CC-13", "CC-15", "CC-17")

    assert read(
        ledger, "satisfied", "required", "share", "status", "missing", "optional_satisfied",
        "optional_total",
    ) == (6, 7, "85.714", "not_ready", "CC-14", 2, 4)  # fmt: skip


def test_ex_30_all_there_is_ready_without_optional_papers_and_the_meeting_is_next(ledger):
    lay_items(ledger, *CONDITIONS, *DOCUMENTS)

    assert read(
        ledger, "satisfied", "required", "share", "status", "missing", "optional_satisfied",
        "next_step",
    ) == (7, 7, "100.000", "ready", None, 0, "CC-35")  # fmt: skip


def test_ex_31_the_profile_of_both_documents_wants_eleven(ledger):
    conditions = [f"CC-0{number}" for number in (3, 4, 5, 6, 8, 9)]
    lay_items(ledger, *conditions, "CC-11", "CC-12", "CC-13", profile="004+001")

    assert read(ledger, "satisfied", "required", "share", "status", "missing") == (
        9, 11, "81.818", "not_ready", "CC-07, CC-14",
    )  # fmt: skip


def staff(*people):
    return [{"item": item, "evidence": post, "basis": "experience"} for item, post in people]


def test_ex_32_a_teacher_and_a_master_pass_with_a_note(ledger):
    people = staff(("CC-03.1", "post 1"), ("CC-03.2", "post 2"))
    lay_items(ledger, *people, "CC-04", "CC-05", *DOCUMENTS)

    assert read(ledger, "status", "missing", "noted") == ("ready", None, "CC-03")


def test_ex_32_two_teachers_pass_without_a_note(ledger):
    people = staff(("CC-03.1", "post 1"), ("CC-03.1", "post 2"))
    lay_items(ledger, *people, "CC-04", "CC-05", *DOCUMENTS)

    assert read(ledger, "status", "noted") == ("ready", None)


@pytest.mark.long
def test_ex_32_by_the_strict_reading_a_teacher_and_a_master_are_not_enough():
    strict = vary(CHECKLIST, ("alone_required = false", "alone_required = true"))
    ledger = Ledger(strict)
    people = staff(("CC-03.1", "post 1"), ("CC-03.2", "post 2"))
    (variant,) = ledger.read(
        "select ruleset_hash from ref.ruleset where ruleset = $name", name=f"{CHECKLIST}-variant"
    )
    lay_items(ledger, *(row | variant for row in people))

    assert read(ledger, "missing", "noted") == (
        "CC-03, CC-04, CC-05, CC-11, CC-12, CC-13, CC-14",
        None,
    )


def test_ex_33_two_letters_of_one_employer_are_one(ledger):
    letters = [
        {"item": "CC-05.1", "evidence": "Зауыт", "done_on": "2022-01-10"},
        {"item": "CC-05.1", "evidence": "ЗАУЫТ", "done_on": "2022-02-10"},
    ]
    lay_items(ledger, "CC-03", "CC-04", *letters, *DOCUMENTS)

    assert read(ledger, "missing") == ("CC-05",)


@pytest.mark.parametrize(
    ("person", "missing"),
    [
        ({"basis": "internship", "done_on": "2017-03-10"}, "CC-03"),
        ({"basis": "internship", "done_on": "2017-05-31"}, "CC-03"),
        ({"basis": "internship", "done_on": "2017-06-01"}, None),
        ({"basis": "internship"}, "CC-03"),
        ({"basis": "experience", "done_on": "2017-03-10"}, None),
    ],
)
def test_ex_33_an_internship_counts_for_five_years_and_experience_always(ledger, person, missing):
    second = {"item": "CC-03.1", "evidence": "post 2", "basis": "experience"}
    first = {"item": "CC-03.1", "evidence": "post 1"} | person
    rest = ["CC-04", "CC-05", *DOCUMENTS]
    lay_items(ledger, first, second, *rest, checked_on=DECISION)

    assert read(ledger, "missing", "checked_on") == (missing, DECISION)


def steps(*numbers):
    return [f"CC-41.{number}" for number in numbers]


def test_ex_34_a_step_that_is_not_applicable_is_not_counted(ledger):
    waived = {"item": "CC-41.13", "state": "not_applicable"}
    lay_items(ledger, *steps(*range(1, 10), 12), waived)

    assert read(ledger, "steps_done", "steps_required", "steps_share", "steps_run") == (
        10, 21, "47.619", 9,
    )  # fmt: skip


def test_ex_34_if_step_13_applied_there_would_be_22(ledger):
    lay_items(ledger, *steps(*range(1, 10), 12))

    assert read(ledger, "steps_done", "steps_required", "steps_share", "steps_run") == (
        10, 22, "45.455", 9,
    )  # fmt: skip


def test_cc_21_expired_evidence_is_missing(ledger):
    licence = {"item": "CC-11", "valid_to": "2022-05-31"}
    lay_items(ledger, *CONDITIONS, *DOCUMENTS[1:], licence, checked_on=DECISION)

    assert (read(ledger, "missing"), states(ledger, "CC-11")) == (("CC-11",), "expired")


def test_cc_21_evidence_expires_by_the_moment_the_reader_looks_at(ledger):
    lay_items(ledger, *CONDITIONS, *DOCUMENTS[1:], {"item": "CC-11", "valid_to": "2022-11-01"})
    first = read(ledger, "status", "checked_on")
    ledger.con.execute("update ledger.batch set recorded_at = timestamptz '2022-11-02 00:00:00+05'")

    assert first == ("ready", dt.date(2022, 11, 1))
    assert read(ledger, "status", "checked_on") == ("not_ready", dt.date(2022, 11, 2))


def test_cc_21_the_second_gate_opens_with_order_regulation_and_passport(ledger):
    everything = [*CONDITIONS, *DOCUMENTS, *(f"CC-{number}" for number in range(35, 40))]
    lay_items(ledger, *everything, "CC-19")
    before = read(ledger, "is_operating", "operation_missing", "next_step")
    lay_items(ledger, "CC-20")

    assert before == (False, "CC-20", None)
    assert read(ledger, "is_operating", "operation_missing") == (True, None)


@pytest.mark.parametrize(
    ("members", "state"),
    [
        (["CC-32.1", "CC-32.2"], "done"),
        (["CC-32.1", "CC-32.3"], "missing"),
        (["CC-32.2", "CC-32.3"], "missing"),
    ],
)
def test_cc_32_a_commission_has_the_head_as_chair_and_an_employer(ledger, members, state):
    lay_items(ledger, *members)

    assert states(ledger, "CC-32") == state


def test_cc_31_the_procedure_says_who_does_what_and_what_it_leaves(ledger):
    lay_items(ledger, "CC-31")
    ledger.see(lang="en")
    rows = ledger.read(
        "select item, actor, output from mart.centre_steps"
        " where list = 'procedure' and step in (1, 7) order by step"
    )

    assert [tuple(row.values()) for row in rows] == [
        ("CC-31", "Management and staff of the college", "Self-assessment"),
        ("CC-37", "Commission", "Minutes"),
    ]


def test_cc_41_there_are_22_steps_of_which_three_are_conditional(ledger):
    lay_items(ledger, "CC-41.1")
    rows = ledger.read(
        "select step, is_conditional from mart.centre_steps where list = 'assessment' order by 1"
    )

    assert [row["step"] for row in rows] == list(range(1, 23))
    assert [row["step"] for row in rows if row["is_conditional"]] == [12, 13, 22]


def test_the_passport_has_nine_sections_and_a_cover(ledger):
    rows = ledger.read(
        "select section, count(*) as n from mart.centre_passport group by section order by section"
    )

    assert {row["section"]: row["n"] for row in rows} == {
        0: 7, 1: 1, 2: 2, 3: 4, 4: 1, 5: 6, 6: 3, 7: 3, 8: 5, 9: 5,
    }  # fmt: skip


def test_cc_61_annex_3_has_63_bodies_in_eleven_industries_and_across(ledger):
    rows = ledger.read(
        "select annex_no, count(*) as n from mart.accreditors where scheme = 'accreditors'"
        " group by annex_no order by annex_no"
    )

    assert [row["n"] for row in rows] == [4, 3, 3, 5, 6, 4, 4, 6, 4, 9, 8, 7]


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("kk", ["Америка Құрама Штаттары", "Канада", "Ұлыбритания"]),
        ("ru", ["Великобритания", "Канада", "Соединенные Штаты"]),
        ("en", ["Canada", "United Kingdom", "United States"]),
    ],
)
def test_the_country_of_a_body_is_named_in_the_language_of_the_reader(ledger, lang, names):
    ledger.con.execute(f"set variable lang = '{lang}'")
    rows = ledger.read(
        "select distinct country_name as name from mart.accreditors"
        " where country in ('US', 'CA', 'GB')"
    )

    assert sorted(row["name"] for row in rows) == names


def test_a_body_without_a_country_in_the_source_has_none(ledger):
    rows = ledger.read(
        "select country_name from mart.accreditors where scheme = 'accreditors' and country is null"
    )

    assert [row["country_name"] for row in rows] == [None] * 7


@pytest.mark.parametrize(
    ("scheme", "industry", "annexes"),
    [
        ("teacher-skill", "transport_comm", [5, 11]),
        ("teacher-skill", "mining", [4, 9]),
        ("teacher-skill", "pedagogy", []),
        ("competence-centre", "metalworking", [7, 9]),
        ("competence-centre", "light_industry", []),
        ("competence-centre", "it", [11]),
    ],
)
def test_cc_62_the_lists_of_industries_stand_beside_each_other(ledger, scheme, industry, annexes):
    rows = ledger.read(
        "select distinct annex_no from mart.accreditors"
        " where scheme = $scheme and industry = $industry order by annex_no",
        scheme=scheme,
        industry=industry,
    )

    assert [row["annex_no"] for row in rows] == annexes
