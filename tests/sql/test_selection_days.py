"""Civil-service selection: working-day clocks, the appointment, and who sees what."""

import datetime as dt

import pytest

from tests.selection import CONTEST, finalist, lay, lay_world, open_selection, pq, row
from tests.selection_cases import APPLIED, at, holder, writer

NO_HR = holder("2023-03-01", "2023-12-31")[:4]


def applied(day):
    """Return who applied on a day and waits for the HR service."""
    return [*NO_HR, APPLIED | at(day)]


def ended(*announced, others=0, papers=()):
    """Return a contest whose winner is announced."""
    days = [row("result", "announced", **at(day)) for day in announced]
    first = [*finalist(150), row("result", "result", **at("2023-06-09")), *days, *papers]
    return [first, *(finalist(140 - n) for n in range(others))]


def sign(ledger, *members):
    """Let members of the commission sign the protocol."""
    signed = {"kind": "sign_off", "subject": CONTEST, "value": "signed"}
    ledger.lay("decision", *(signed | {"who": member} for member in members))


TESTED = [*pq(), row("ability", score=40, **at("2023-06-09"))]
LATER = [*pq(), row("ability", score=40, **at("2023-12-15"))]
PUBLISHED = writer(
    row("essay", "essay"), row("essay", "proctor", status="passed", **at("2023-06-09")),
    row("essay", "mark", member="m1"),
)  # fmt: skip
SERVANT = row("application", "civil_servant", status="present")
ONE_PAPER = row("appointment", "document_employment", status="present", **at("2023-06-10"))
CASES = {
    "E14": [applied("2023-06-02"), applied("2023-03-07"), applied("2023-03-20")],
    "E57": [TESTED],
    "E57-december": [LATER],
    "E30": [PUBLISHED],
    "E41": [*ended(others=2), *(pq(60) for _ in range(9))],
    "E42": ended("2023-06-05", others=1),
    "E43": ended("2023-06-27", others=1),
    "E44": ended("2023-12-15", others=1),
    "E45": ended("2023-06-05"),
    "E45-declined": [*ended("2023-06-05"), [*finalist(140), row("result", status="withdrawn")]],
    "E47": ended("2023-06-05", others=1, papers=[SERVANT]),
    "E48": ended("2023-06-05", others=1, papers=[ONE_PAPER]),
}


@pytest.fixture(scope="module")
def seen():
    return lay_world(CASES)


@pytest.mark.long
def test_cs_e14_the_hr_service_has_one_working_day(seen):
    assert seen.deadline("E14", "hr_check", "due_on") == [
        ("2023-06-05",),
        ("2023-03-09",),
        ("2023-03-24",),
    ]


def test_cs_e57_the_proctor_has_one_working_day_after_the_step(seen):
    assert seen.deadline("E57", "ability_proctor", "due_on") == [("2023-06-12",)]
    assert seen.deadline("E57-december", "ability_proctor", "due_on") == [("2023-12-19",)]


def test_cs_e30_the_commission_marks_within_one_working_day_of_the_proctor(seen):
    assert seen.deadline("E30", "essay_marks", "due_on") == [("2023-06-12",)]


@pytest.mark.long
def test_cs_e40_all_members_sign_the_protocol_on_the_next_working_day():
    marks = [row("interview", "mark", 0, member=f"m{n}") for n in range(1, 6)]
    ledger = open_selection()
    lay(ledger, [*ended()[0][:-2], *marks, row("result", "result", **at("2023-06-09"))])
    sign(ledger, "m1", "m2", "m3", "m4")
    read = "select due_on, missing, status from mart.selection_deadlines where step = 'result'"
    protocol = {"due_on": dt.date(2023, 6, 12), "missing": "signatures: 1", "status": "overdue"}
    assert ledger.read(read) == [protocol]
    ledger.see(audience="public")
    assert ledger.read("from mart.selection") == []

    ledger.see()
    sign(ledger, "M5")
    ledger.see(audience="public")
    ledger.publish()
    ledger.see(audience="public")
    (shown,) = ledger.read("select candidate, name, place, total, text from mart.selection")
    assert shown == {"candidate": "17-001", "name": None, "place": 1, "total": 150, "text": None}


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("E45-declined", ("2023-06-13", "2023-06-19", "False")),
        ("E42", ("2023-06-13", "2023-06-19", "False")),
        ("E43", ("2023-07-05", "2023-07-13", "False")),
        ("E44", ("2023-12-26", "2024-01-03", "True")),
        ("E45", ("2023-06-05", "2023-06-19", "False")),
    ],
)
def test_cs_e42_cs_e43_cs_e44_cs_e45_the_window_of_appointment(seen, example, expected):
    found = seen.outcome(example, "appoint_from", "appoint_until", "is_past_end")

    assert tuple(str(value) for value in found) == expected


def test_cs_e46_cs_e48_documents_are_due_in_ten_calendar_days(seen):
    assert seen.deadline("E48", "documents", "due_on", "status", "missing") == [
        ("2023-06-15", "overdue", "document_medical")
    ]


def test_cs_e41_all_applicants_are_told(seen):
    told = ("interviewed", "applicants", "notices_hr", "notices_candidates")

    assert seen.outcome("E41", *told) == (3, 12, 1, 12)


def test_cs_e47_a_civil_servant_hands_in_no_documents(seen):
    assert seen.outcome("E47", "documents_due", "documents_missing") == (None, None)
    assert seen.deadline("E47", "documents", "due_on") == []
    assert str(seen.outcome("E42", "documents_due")[0]) == "2023-06-15"


@pytest.mark.long
def test_cs_e51_no_name_before_the_interview_and_nothing_for_the_public(seen):
    named = {row["step"] for row in seen.read("mart.selection") if row["name"]}
    seen.ledger.see(audience="public")
    public = seen.ledger.read("from mart.selection")

    assert named == {"interview", "result"}
    assert public == []
