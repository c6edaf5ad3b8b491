"""Marks of a sheet of an ods workbook: its XML says what is shown beside each value."""

import html
import re

from kasipkor_core.reading.sheet_marks import Marks
from kasipkor_core.reading.shown import PERCENT, read_shown

_TABLE = re.compile(rb"<table:table[ >]")
_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_ANNOTATION = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TEXT = re.compile(rb"<text:p\b[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_TIMES = re.compile(rb"\btable:number-(?:rows|columns)-repeated=[\"'](\d{1,9})[\"']")
_HIDDEN = re.compile(rb"\btable:visibility=[\"'](?:collapse|filter)[\"']")
_DOWN = re.compile(rb"\btable:number-rows-spanned=[\"'](\d{1,7})[\"']")
_ACROSS = re.compile(rb"\btable:number-columns-spanned=[\"'](\d{1,7})[\"']")
_ERROR_TYPE = re.compile(rb"\bcalcext:value-type=[\"']error[\"']")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|REF!|NAME\?|NUM!|NULL!|VALUE!)|Err:\d{3}")
_NUMBER = re.compile(rb"\boffice:value-type=[\"'](float|percentage)[\"']")
_VALUE = re.compile(rb"\boffice:value=[\"']([^\"']*)[\"']")


def read_marks(xml: bytes, index: int) -> Marks:
    """Return the marks of a sheet.

    Args:
        xml: The workbook's content.
        index: Which sheet, in the workbook's order.
    """
    marks, row = Marks(), 0
    starts = [found.start() for found in _TABLE.finditer(xml)]
    if index >= len(starts):
        return marks
    for found in _ROW.finditer(xml, starts[index], [*starts, len(xml)][index + 1]):
        times = _count_times(found.group(1))
        cells = found.group(2) or b""
        if b"value-type" in cells:
            if _HIDDEN.search(found.group(1)):
                marks.hidden.update(range(row + 1, row + times + 1))
            _mark_row(marks, cells, range(row, row + times))
        row += times
    return marks


def _count_times(attributes: bytes) -> int:
    times = _TIMES.search(attributes)
    return int(times.group(1)) if times else 1


def _mark_row(marks: Marks, cells: bytes, rows: range) -> None:
    """Mark the cells of a row, or of as many rows as the file repeats it for."""
    column = 0
    for cell in _CELL.finditer(cells):
        attributes, content = cell.group(1), cell.group(2)
        times = _count_times(attributes)
        if content:
            places = [(row, place) for row in rows for place in range(column, column + times)]
            _mark_cells(marks, attributes, _read_text(content), places)
        column += times


def _mark_cells(marks: Marks, attributes: bytes, text: str, places: list[tuple[int, int]]) -> None:
    down, across = _DOWN.search(attributes), _ACROSS.search(attributes)
    kind, value = _NUMBER.search(attributes), _VALUE.search(attributes)
    is_error = _ERROR_TYPE.search(attributes) or (
        b"table:formula=" in attributes and _ERROR.fullmatch(text)
    )
    pattern = ""
    if kind and value:
        is_percent = kind.group(1) == b"percentage"
        pattern = PERCENT if is_percent else read_shown(text, value.group(1).decode())
    for row, column in places:
        if is_error:
            marks.errors[row, column] = text
        elif pattern:
            marks.patterns[row, column] = pattern
        if down or across:
            last = row + (int(down.group(1)) if down else 1) - 1
            right = column + (int(across.group(1)) if across else 1) - 1
            if (last, right) != (row, column):
                marks.merges.append(((row, column), (last, right)))


def _read_text(content: bytes) -> str:
    """Return what a cell shows, without its comment."""
    shown = _TEXT.search(_ANNOTATION.sub(b"", content))
    return html.unescape(_TAG.sub(b"", shown.group(1)).decode("utf-8", "replace")) if shown else ""
