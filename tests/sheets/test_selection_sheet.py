"""Sheets of a selection: who may select, when a test is booked, who is registered, which number."""

import pytest

from tests.selection import CONTEST
from tests.sheets.cases_selection import (
    HEAD,
    announce,
    book,
    make_world,
    register,
    result,
)
from tests.sheets.world import check, list_cells


@pytest.fixture(scope="module")
def world():
    return make_world()


def find_codes(world, text, kind="selection", contest=CONTEST):
    return {found.code for found in check(world, kind, text, contest=contest)}


@pytest.mark.long
def test_cs_e01_five_bodies_select_by_these_rules_from_march_to_december(world):
    inside, late, other = (
        find_codes(world, text, "contests", None)
        for text in (
            announce("2023-03-01"),
            announce("2024-01-05"),
            announce(body="Қаржы министрлігі"),
        )
    )

    asked = {"outside_period", "body_not_covered"}
    assert (inside & asked, late & asked, other & asked) == (
        set(),
        {"outside_period"},
        {"body_not_covered"},
    )
    assert "outside_period" not in find_codes(world, announce("2023-12-31"), "contests", None)
    assert "outside_period" in find_codes(world, announce("2023-02-28"), "contests", None)


@pytest.mark.long
def test_cs_e05_a_test_is_booked_a_calendar_day_before_not_24_hours(world):
    evening, same_day = (
        find_codes(world, book(asked, "2023-04-04 09:00"))
        for asked in ("2023-04-03 23:00", "2023-04-04 00:01")
    )

    assert ("booked_late" in evening, "booked_late" in same_day) == (False, True)


@pytest.mark.long
def test_cs_e13_two_applications_of_a_person_have_two_numbers(world):
    (reused,) = [
        found
        for found in check(world, "selection", HEAD + result("z-77", score=5), contest=CONTEST)
        if found.code == "number_reused"
    ]

    assert (reused.cell, reused.severity) == ("A2", "error")
    assert "number_reused" not in find_codes(world, HEAD + result("z-78", score=5))


@pytest.mark.long
def test_cs_e53_without_a_signature_nobody_is_registered_and_nothing_is_stored(world):
    (missing,) = [
        found
        for found in check(world, "selection", register("iin", "rules", "consent"), contest=CONTEST)
        if found.code == "not_registered"
    ]

    assert (missing.severity, missing.cell) == ("error", "C2")  # an error keeps the sheet out
    whole = find_codes(world, register("iin", "eds", "rules", "consent"))
    assert "not_registered" not in whole


@pytest.mark.long
def test_cs_12_an_iin_is_never_repeated_in_full_in_its_own_finding(world):
    found = check(world, "selection", HEAD + result("900101300123", score=5), contest=CONTEST)

    assert list_cells(found, "iin_as_number") == ["A2"]
    assert not [one for one in found if one.code == "iin_as_number" and "0123" in str(one)]
