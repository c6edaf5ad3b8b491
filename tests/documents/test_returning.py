"""The organiser's own workbook back: its wrong cells coloured and explained, the rest as it was."""

import io

import openpyxl
import pytest
from openpyxl.styles import Font

from kasipkor_core.documents.returning import mark_workbook
from kasipkor_core.sheets import render
from kasipkor_core.store import examine, understand
from tests.giving import CONTESTS, REPUBLIC, give


def make_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ведомость"
    for row in (
        ("Код", "Ф.И.О.", "Итого"),
        ("a", "Әлия", 90),
        ("b", "Болат", 120),
        ("c", "Дана", "он"),
    ):
        sheet.append(row)
    sheet["E1"] = "=SUM(C2:C3)"
    sheet["B2"].font = Font(italic=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_refused_workbook_comes_back_with_its_problems(store, lang):
    give(store, CONTESTS, kind="contests")
    data = make_workbook()
    prepared = understand(
        store, data, file_name="a.xlsx", kind="scores", contest=REPUBLIC, actor="organiser"
    )
    findings = examine(store, prepared).findings
    wrong = {one.cell for one in findings if one.severity == "error" and one.column and one.row}
    back = openpyxl.load_workbook(io.BytesIO(mark_workbook(data, findings, lang)))
    first, sheet = back.worksheets

    assert wrong >= {"C3", "C4"}
    coloured = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fill_type == "solid"
    }
    assert wrong <= coloured
    for one in findings:
        if one.row and one.column:
            assert render(one, lang) in sheet[one.cell].comment.text
    assert len({one.code for one in findings}) == first.max_row - 1
    assert sheet["E1"].value == "=SUM(C2:C3)"
    assert sheet["B2"].font.italic
    assert [cell.value for cell in sheet[2]][:3] == ["a", "Әлия", 90]
