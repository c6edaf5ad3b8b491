"""What the organiser's screens read: marking, scheme, readings, entries, applications."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.kit import Ledger


def lay_aspects(ledger, *aspects):
    ledger.lay("aspect", *({"aspect": name} | columns for name, columns in aspects))


def is_marking(ledger):
    ledger.tally()
    rows = ledger.read("select is_live, is_marking from mart.contests where contest_no = 1")
    return tuple(rows[0].values())


def test_wm_01_sections_show_declared_actual_and_the_variation_of_the_aspects():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    lay_aspects(
        ledger,
        ("A1.M1", {"wsos_section": 1, "wsos_weight": 60, "max_mark": 30}),
        ("A1.M2", {"wsos_section": 1, "max_mark": "27.50"}),
        ("B1.M1", {"criterion": "B", "wsos_section": 2, "wsos_weight": 40, "max_mark": "42.50"}),
    )
    sections = ledger.read(
        "select wsos_section, declared, actual, variation, total_variation, tolerance"
        " from mart.scheme_sections where contest_no = 1 order by wsos_section"
    )
    criteria = ledger.read(
        "select criterion, measurements, judgements, max_mark from mart.scheme_criteria"
        " where contest_no = 1 order by criterion"
    )

    assert [tuple(row.values()) for row in sections] == [
        (1, 60, Decimal("57.5"), Decimal("-2.5"), 5, 5),
        (2, 40, Decimal("42.5"), Decimal("2.5"), 5, 5),
    ]
    assert [tuple(row.values()) for row in criteria] == [
        ("A", 2, 0, Decimal("57.5")),
        ("B", 1, 0, Decimal("42.5")),
    ]


def test_wm_01_a_scheme_without_declared_weights_has_no_variation():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    lay_aspects(ledger, ("A1.M1", {"wsos_section": 1, "max_mark": 100}))
    rows = ledger.read("select variation, total_variation from mart.scheme_sections")

    assert rows == [{"variation": None, "total_variation": None}]


@pytest.mark.long
def test_wm_11_a_contest_is_being_marked_until_nothing_is_missing():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(2)
    lay_aspects(ledger, ("A1.M1", {"max_mark": 100}))
    before = is_marking(ledger)
    ledger.lay("mark", {"entry_no": 1, "aspect": "A1.M1", "mark": 100})
    half = is_marking(ledger)
    ledger.lay("mark", {"entry_no": 2, "aspect": "A1.M1", "mark": 0})

    assert (before, half, is_marking(ledger)) == ((False, False), (True, True), (True, False))


def test_wm_06_an_open_re_score_keeps_a_contest_being_marked():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(1)
    lay_aspects(ledger, ("A1.J1", {"kind": "J", "max_mark": 50}), ("A1.M1", {"max_mark": 50}))
    ledger.lay(
        "mark",
        {"entry_no": 1, "aspect": "A1.M1", "mark": 50},
        *(
            {"entry_no": 1, "aspect": "A1.J1", "judge_no": number, "mark": score}
            for number, score in enumerate((0, 1, 3), 1)
        ),
    )

    assert is_marking(ledger) == (True, True)


def test_cs_41_a_reading_is_open_until_the_organiser_confirms_it():
    ledger = Ledger()
    ledger.lay_contest("vacancy-2025")
    rows = ledger.read("select reading, question, is_confirmed, confirmed_by from mart.readings")
    asked = [row["reading"] for row in rows if not row["is_confirmed"]]
    ledger.decide("reading", "all")
    after = ledger.read("select is_confirmed from mart.readings")

    assert all(row["question"] for row in rows)
    assert len(after) == len(rows) >= len(asked)
    assert [row for row in after if not row["is_confirmed"]] == []


def test_an_entry_that_was_excluded_by_a_decision_is_listed_and_not_expected():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(2)
    ledger.decide("exclude", "broke the rules", entry_no=2)
    rows = ledger.read("select entry, status, is_expected from mart.entries order by entry")

    assert [tuple(row.values()) for row in rows] == [
        ("e1", "active", True),
        ("e2", "active", False),
    ]


def test_experts_are_for_staff_only():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay("expert", {"contest_no": 0, "role": "chief_expert"}, {"contest_no": 0})
    staff = ledger.read("select role from mart.experts where contest_no = 1 order by role")
    ledger.publish()
    ledger.see(audience="public")

    assert [row["role"] for row in staff] == ["chief_expert", "judge"]
    assert ledger.read("select role from mart.experts") == []


def test_bp_05_the_form_has_the_fields_of_annex_1_with_their_deadline():
    rows = Ledger().read(
        "select field, is_required, due_on from mart.form_fields"
        " where programme = 'best-professionals' order by ord"
    )
    required = [row["field"] for row in rows if row["is_required"]]

    assert {row["due_on"] for row in rows} == {dt.date(2023, 1, 20)}
    assert required == [
        "organisation",
        "full_name",
        "profession",
        "phones",
        "email",
        "region",
        "consent",
    ]


def test_a_receipt_names_the_batch_and_the_application_in_it():
    ledger = Ledger()
    row = {
        "contest_no": 0,
        "organisation": "college",
        "profession": "cook",
        "region": "KZ-31",
        "has_consent": True,
    }
    first = ledger.lay("application", row, row)
    second = ledger.lay("application", row)
    rows = ledger.read("select receipt from mart.applications order by batch_no, receipt")

    assert [one["receipt"] for one in rows] == [f"{first}-1", f"{first}-2", f"{second}-1"]
