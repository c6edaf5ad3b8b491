"""Marks of a sheet of an xlsx workbook, found in its XML."""

import html
import re
import zipfile

from kasipkor_core.reading.extent import number_of
from kasipkor_core.reading.sheet_marks import Marks, Place
from kasipkor_core.reading.shown import list_patterns

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d+)[\"']")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_FORMAT_CODE = re.compile(rb"\bformatCode=(?:\"([^\"]*)\"|'([^']*)')")
_FORMAT_ID = re.compile(rb"\bnumFmtId=[\"'](\d+)[\"']")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")
# A text for a result that is empty is a result; other formulas without one were never reckoned.
_UNSOLVED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b"
    rb"(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?"
    rb"<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>",
    re.DOTALL,
)


def read_marks(archive: zipfile.ZipFile, xml: bytes) -> Marks:
    """Return the marks of a sheet.

    Args:
        archive: The workbook, for its styles.
        xml: The sheet's part.
    """
    marks = Marks()
    if b"hidden=" in xml:
        marks.hidden = {number for row in _ROW.findall(xml) if (number := _hidden(row))}
    if b"<f" in xml or b":f" in xml:
        unsolved = [cell for cell in _UNSOLVED.findall(xml) if not _TEXT_RESULT.search(cell)]
        marks.unsolved = [place for cell in unsolved if (place := _place(cell))]
    if b't="e"' in xml or b"t='e'" in xml:
        for cell, error in _ERROR.findall(xml):
            if place := _place(cell):
                marks.errors[place] = html.unescape(error.decode("utf-8", "replace"))
    marks.patterns = _list_patterns(xml, _list_styles(archive))
    return marks


def find_part(archive: zipfile.ZipFile, index: int) -> str | None:
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


def _place(cell: bytes) -> Place | None:
    """Return the place of a cell from its attributes."""
    place = _PLACE.search(cell)
    return (int(place.group(2)) - 1, number_of(place.group(1)) - 1) if place else None


def _list_styles(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Return the styles whose number format has a pattern."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    xml = archive.read("xl/styles.xml")
    formats = {}
    for tag in _FORMAT.findall(xml):
        code, identity = _FORMAT_CODE.search(tag), _FORMAT_ID.search(tag)
        if code and identity:
            text = (code.group(1) or code.group(2) or b"").decode("utf-8", "replace")
            formats[int(identity.group(1))] = html.unescape(text)
    patterns = list_patterns(formats)
    block = _STYLES.search(xml)
    used = [_FORMAT_ID.search(tag) for tag in _STYLE.findall(block.group())] if block else []
    return {
        b"%d" % i: pattern
        for i, each in enumerate(used)
        if each and (pattern := patterns.get(int(each.group(1)), ""))
    }


def _list_patterns(xml: bytes, styles: dict[bytes, str]) -> dict[Place, str]:
    """Return the cells that have one of the styles."""
    if not styles:
        return {}
    style = b"|".join(styles)
    tag = re.compile(rb"<(?:\w+:)?c\b([^>]*\bs=[\"'](" + style + rb")[\"'][^>]*)>")
    return {place: styles[name] for cell, name in tag.findall(xml) if (place := _place(cell))}
