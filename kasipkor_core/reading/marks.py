"""What calamine leaves out of an xlsx sheet: hidden rows, formats with zeros, formulas unsolved."""

import io
import re
import zipfile
from dataclasses import dataclass, field

from kasipkor_core.reading.extent import number_of

_SMALL = 400_000_000
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d+)[\"']")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_ZEROS = re.compile(rb"formatCode=[\"'](?:&quot;)?(0{2,20})(?:&quot;)?[\"']")
_FORMAT_ID = re.compile(rb"numFmtId=[\"'](\d+)[\"']")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_UNSOLVED = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>\s*<(?:\w+:)?f\b"
    rb"(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)


@dataclass
class Marks:
    """Marks of one sheet.

    Attributes:
        hidden: Numbers of hidden rows, 1-based.
        zeros: Digits that the number format of a cell shows, by row and column from 0.
        unsolved: Cells, from 0, with a formula whose result the file does not hold.
    """

    hidden: set[int] = field(default_factory=set)
    zeros: dict[tuple[int, int], int] = field(default_factory=dict)
    unsolved: list[tuple[int, int]] = field(default_factory=list)


def read_marks(data: bytes, index: int) -> Marks:
    """Return the marks of one sheet of an xlsx workbook; none for other kinds of workbook.

    Args:
        data: The whole workbook.
        index: Which sheet, in the workbook's order.

    Returns:
        What was found; nothing when the sheet's part cannot be found.
    """
    marks = Marks()
    if not data.startswith(b"PK"):
        return marks
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _find_part(archive, index)
        if part is None or archive.getinfo(part).file_size > _SMALL:
            return marks
        xml = archive.read(part)
        if b"hidden=" in xml:
            marks.hidden = {number for row in _ROW.findall(xml) if (number := _hidden(row))}
        if b"<f" in xml:
            found = _UNSOLVED.findall(xml)
            marks.unsolved = [(int(row) - 1, number_of(letters) - 1) for letters, row in found]
        for style, digits in _list_zero_styles(archive).items():
            marks.zeros.update(_list_cells(xml, style, digits))
    return marks


def _find_part(archive: zipfile.ZipFile, index: int) -> str | None:
    """Return the name of a sheet's part, through the workbook's relations."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return None
    book, links = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
    sheets = re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", book)
    if index >= len(sheets):
        return None
    identity = re.search(rb"\b\w+:id=[\"']([^\"']+)[\"']", sheets[index])
    for link in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", links):
        target = re.search(rb"\bTarget=[\"']/?(?:xl/)?([^\"']+)[\"']", link)
        own = re.search(rb"\bId=[\"']([^\"']+)[\"']", link)
        if identity and own and target and own.group(1) == identity.group(1):
            part = "xl/" + target.group(1).decode("utf-8", "replace")
            return part if part in names else None
    return None


def _hidden(row: bytes) -> int:
    number = _ROW_NUMBER.search(row)
    return int(number.group(1)) if number and _HIDDEN.search(row) else 0


def _list_zero_styles(archive: zipfile.ZipFile) -> dict[int, int]:
    """Return the styles whose number format is only zeros, and how many zeros."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    xml = archive.read("xl/styles.xml")
    formats = {}
    for tag in _FORMAT.findall(xml):
        zeros, identity = _ZEROS.search(tag), _FORMAT_ID.search(tag)
        if zeros and identity:
            formats[identity.group(1)] = len(zeros.group(1))
    block = _STYLES.search(xml) if formats else None
    used = [_FORMAT_ID.search(tag) for tag in _STYLE.findall(block.group())] if block else []
    return {
        i: formats[each.group(1)]
        for i, each in enumerate(used)
        if each and each.group(1) in formats
    }


def _list_cells(xml: bytes, style: int, digits: int) -> dict[tuple[int, int], int]:
    """Return the cells that have a style."""
    tag = re.compile(rb"<(?:\w+:)?c\b([^>]*\bs=[\"']%d[\"'][^>]*)>" % style)
    cells = {}
    for attributes in tag.findall(xml):
        place = re.search(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']", attributes)
        if place:
            cells[int(place.group(2)) - 1, number_of(place.group(1)) - 1] = digits
    return cells
