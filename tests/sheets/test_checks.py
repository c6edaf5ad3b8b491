"""Checks: each code, from a broken file, at the right cell."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from kasipkor_core import sheets
from kasipkor_core.sheets import checks
from tests.sheets import cases_exams, cases_vacancy
from tests.sheets.cases import ACCEPTED, SCORES
from tests.sheets.world import OBLAST, check, list_cells, make_world, stage

AREAS = [
    import_module(f"tests.sheets.{file.stem}")
    for file in sorted(Path(__file__).parent.glob("cases*.py"))
]
CASES = [(area, case) for area in AREAS for case in area.CASES]


@cache
def find_world(area):
    return area.make_world()


@pytest.fixture(scope="module")
def world():
    return make_world()


def list_cases():
    """Return all cases: the first of each code at every run, further ones in the long one."""
    codes, listed = set(), []
    for number, (area, case) in enumerate(CASES):
        marks = [pytest.mark.long] if case[0] in codes else []
        codes.add(case[0])
        listed.append(pytest.param(area, case, marks=marks, id=f"{case[0]}-{number}"))
    return listed


every_case = pytest.mark.parametrize(("area", "case"), list_cases())


@every_case
def test_every_check_finds_its_broken_cell(monkeypatch, area, case):
    code, kind, text, contest, cell = case
    alone = tuple(one for one in checks.list_checks() if one.code == code)
    monkeypatch.setattr(checks, "list_checks", lambda: alone)  # the others: the long test below
    findings = check(find_world(area), kind, text, contest=contest)

    assert list_cells(findings, code)[:1] == [cell], [(f.code, f.cell) for f in findings]


@pytest.mark.long
@pytest.mark.parametrize(("area", "case"), CASES)
def test_every_check_finds_its_broken_cell_among_all_the_others(area, case):
    code, kind, text, contest, cell = case
    findings = check(find_world(area), kind, text, contest=contest)

    assert list_cells(findings, code)[:1] == [cell], [(f.code, f.cell) for f in findings]


@pytest.mark.sampled
@pytest.mark.parametrize(("area", "case"), CASES)
def test_a_check_that_is_left_out_would_have_found_nothing(monkeypatch, area, case):
    _code, kind, text, contest, _cell = case
    world = find_world(area)
    fmt, _grid = stage(world, kind, text, contest=contest)
    found = sheets.check(world.con, fmt)
    monkeypatch.setattr(checks, "_list_holding", lambda _cursor, names: names)

    assert sheets.check(world.con, fmt) == found


def test_a_column_without_a_name_is_called_by_its_letter(world):
    findings = check(world, "scores", "Код,,Итого\ne4,жылы,3\n", contest=OBLAST)

    assert [one.found for one in findings if one.code == "column_unused"] == ["B"]


def test_an_accepted_repair_turns_the_error_into_a_note(world):
    code, kind, text, contest, cell = ACCEPTED
    (near,) = [f for f in check(world, kind, text, contest=contest) if f.code == "near_region"]
    findings = check(world, kind, text, contest=contest, accepted=dict([near.repair]))

    assert [(f.code, f.severity, f.cell) for f in findings] == [(code, "info", cell)]


def test_every_check_has_a_broken_file():
    covered = {case[0] for _, case in CASES} | {ACCEPTED[0]}

    assert {one.code for one in sheets.list_checks()} - covered == set()


def test_a_clean_sheet_has_no_findings(world):
    text = SCORES + "e4,Абай облысы,1,2,3\n005,город Астана,10.25,20,30.25\n"

    assert check(world, "scores", text, contest=OBLAST) == []


def test_rows_that_name_no_entry_are_no_repetition_of_each_other(world):
    without_column = check(
        world, "scores", "Область,A,B,Итого\n" + "Абай,1,2,3\n" * 2, contest=OBLAST
    )
    without_cells = check(world, "scores", SCORES + ",Абай,1,2,3\n" * 2, contest=OBLAST)

    assert [f.code for f in without_column] == ["missing_column"]
    assert [(f.code, f.cell) for f in without_cells] == [
        ("missing_value", "A2"),
        ("missing_value", "A3"),
    ]


def test_all_findings_come_at_once_errors_first(world):
    text = SCORES + "e4,Семей,60,50,3\n,Атлантида,көп,2,3\n"
    findings = check(world, "scores", text, contest=OBLAST)

    assert [(f.severity, f.code, f.cell) for f in findings] == [
        ("error", "missing_value", "A3"),
        ("error", "not_a_number", "C3"),
        ("error", "sum_not_total", "E2"),
        ("error", "sum_not_total", "E3"),
        ("error", "total_above_maximum", "E2"),
        ("error", "unknown_region", "B3"),
        ("info", "centre_of_region", "B2"),
    ]


def test_vc_08_where_no_service_is_said_no_sheet_is_the_wrong_one():
    courses = cases_vacancy.ANSWERS + "c1,17,courses,course,1,,,0.5,бар\n"
    world, service = find_world(cases_vacancy), "c1,,service_pedagogical,,{},,,,\n"
    found = [
        list_cells(
            check(world, "candidates", courses + said, contest=cases_vacancy.CONTEST), "wrong_form"
        )
        for said in ("", service.format(7), service.format(0))
    ]

    assert found == [[], [], ["B2"]]


def test_wm_20_published_scores_of_1523_and_1062_are_taken_and_a_digit_too_many_is_not(world):
    sheet = "year,skill,country,score\n2009,01,KR,{}\n"
    found = [
        list_cells(check(world, "archive", sheet.format(score)), "out_of_range")
        for score in (1523, 1062, 5200)
    ]

    assert found == [[], [], ["D2"]]


def test_de_19_a_certificate_without_days_is_told_in_words():
    row = cases_exams.row(contest=cases_exams.CONTEST, certificate_from="", certificate_to="")
    found = check(find_world(cases_exams), "exams", row)
    (said,) = [sheets.render_what(one, "en") for one in found if one.code.startswith("site_")]

    assert said == (
        'Nothing says from which to which day the certificate of the site "Алаң" is valid. '
        "It cannot be finalised as an exam by WorldSkills requirements."
    )
