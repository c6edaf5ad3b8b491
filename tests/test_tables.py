"""Downloads as workbooks: every value of its kind, and where the numbers come from."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pyarrow as pa

from kasipkor_core.ui.tables import write_xlsx


def test_a_workbook_keeps_numbers_and_days_as_such_and_names_its_sources():
    table = pa.table(
        {
            "name": ["Әлия", None],
            "points": [Decimal("87.425"), None],
            "day": [dt.date(2026, 11, 26), None],
            "is_tied": [True, False],
        }
    )
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(table, [("Ledger batch", "41")])))
    sheet, sources = book.worksheets

    name, points, day, is_tied = (cell.value for cell in sheet[2])
    assert (name, points, is_tied) == ("Әлия", 87.425, "true")
    assert day.date() == dt.date(2026, 11, 26)
    assert [cell.value for cell in sheet[3]] == [None, None, None, "false"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert [[cell.value for cell in row] for row in sources.rows] == [["Ledger batch", "41"]]
    assert len(openpyxl.load_workbook(io.BytesIO(write_xlsx(table))).worksheets) == 1
