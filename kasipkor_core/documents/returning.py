"""The organiser's own workbook back: wrong cells coloured and explained, problems first."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from kasipkor_core.i18n import mark, text
from kasipkor_core.sheets import Finding, Lang, render, render_do, render_title

_FILLS = {"error": "FFFDD5C8", "warning": "FFFFF4CC", "info": "FFDDEFF6"}
_RANK = {"error": 0, "warning": 1, "info": 2}
_SEVERITIES = {"error": mark("Error"), "warning": mark("Warning"), "info": mark("Note")}
_HEADS = (mark("Severity"), mark("Problem"), mark("Cells"), mark("What to do"))
_WIDTHS = {"A": 14, "B": 40, "C": 44, "D": 70}
_MOST_CELLS = 12  # named in one line of the first sheet
_AUTHOR = "Kasipkor"
_LONGEST_TITLE = 31  # signs; a limit of the file format


def mark_workbook(data: bytes, findings: Sequence[Finding], lang: Lang) -> bytes:
    """Return a workbook as it came, with its findings: cells, values and formulas stay.

    Args:
        data: The bytes of an xlsx.
        findings: What was found in it.
        lang: Language of the comments and of the first sheet.
    """
    book = openpyxl.load_workbook(io.BytesIO(data))
    for found in sorted(findings, key=lambda one: -_RANK[one.severity]):  # the worst colour last
        if found.row and found.column and found.sheet in book.sheetnames:
            _mark_cell(book[found.sheet][found.cell], found, lang)
    _add_problems(book, findings, lang)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _mark_cell(cell: Any, found: Finding, lang: Lang) -> None:  # noqa: ANN401  untyped library
    if isinstance(cell, openpyxl.cell.cell.MergedCell):
        return  # only the first cell of a merged block can bear anything; the first sheet names it
    colour = _FILLS[found.severity]
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    said = [cell.comment.text] if cell.comment else []
    cell.comment = Comment("\n".join([*said, render(found, lang)]), _AUTHOR, width=320, height=120)


def _add_problems(book: Any, findings: Sequence[Finding], lang: Lang) -> None:  # noqa: ANN401
    sheet = book.create_sheet(_free_title(book, text("Problems", lang)), 0)
    book.active = 0
    for one in book.worksheets:  # two selected sheets would be typed into together
        one.sheet_view.tabSelected = one is sheet
    sheet.append([text(key, lang) for key in _HEADS])
    groups: dict[str, list[Finding]] = {}
    for found in sorted(findings, key=lambda one: (_RANK[one.severity], one.code)):
        groups.setdefault(found.code, []).append(found)
    for group in groups.values():
        _add_line(book, sheet, group, lang)
    _dress(sheet)


def _add_line(book: Any, sheet: Any, group: Sequence[Finding], lang: Lang) -> None:  # noqa: ANN401
    first = group[0]
    title = f"{render_title(first.code, lang)} ({len(group)})"
    severity = text(_SEVERITIES[first.severity], lang)
    sheet.append([severity, title, _list_cells(group, lang), render_do(first, lang)])
    colour = _FILLS[first.severity]
    sheet.cell(sheet.max_row, 1).fill = PatternFill("solid", colour, colour)
    target = next((one for one in group if one.row and one.column), None)
    if target and target.sheet in book.sheetnames:
        sheet.cell(sheet.max_row, 3).hyperlink = f"#'{target.sheet}'!{target.cell}"


def _dress(sheet: Any) -> None:  # noqa: ANN401  untyped library
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _list_cells(group: Sequence[Finding], lang: Lang) -> str:
    named = list(dict.fromkeys(one.cell for one in group if one.cell))
    rest = len(named) - _MOST_CELLS
    more = [text("and {n} more", lang, n=rest)] if rest > 0 else []
    return ", ".join([*named[:_MOST_CELLS], *more])


def _free_title(book: Any, wanted: str) -> str:  # noqa: ANN401  untyped library
    title, number = wanted[:_LONGEST_TITLE], 1
    while title in book.sheetnames:
        number += 1
        title = f"{wanted[: _LONGEST_TITLE - 3]} {number}"
    return title
