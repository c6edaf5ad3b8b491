"""Marks of a sheet of an xls workbook, found in the records of its stream."""

import struct
from collections.abc import Iterator

from kasipkor_core.reading.ole import BrokenOleError, Container
from kasipkor_core.reading.sheet_marks import Marks
from kasipkor_core.reading.shown import list_patterns

_BEGIN, _END, _SHEET, _ROW, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x0208, 0x041E, 0x00E0
_NUMBER, _SHORT, _SHORTS, _ERROR, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006
_HIDDEN = 0x20
_BIFF8 = 0x0600
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
Record = tuple[int, bytes]


def read_marks(data: bytes, index: int) -> Marks:
    """Return the marks of a sheet; formats only of workbooks of Excel 97 and later.

    Args:
        data: The whole workbook.
        index: Which sheet, in the workbook's order.
    """
    try:
        stream = _read_stream(data)
        places, styles = _read_globals(stream)
        if index >= len(places):
            return Marks()
        return _read_sheet(_list_records(stream, places[index]), styles)
    except (BrokenOleError, struct.error):
        return Marks()


def _read_stream(data: bytes) -> bytes:
    container = Container(data)
    books = [each for each in container.entries if each.name.lower() in ("workbook", "book")]
    return container.read(books[0]) if books else b""


def _list_records(stream: bytes, place: int) -> Iterator[Record]:
    """Yield the records of a part of the stream, those of charts in it left out."""
    depth = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + size]
        place += 4 + size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, body
        if depth <= 0:
            return


def _read_globals(stream: bytes) -> tuple[list[int], dict[int, str]]:
    """Return where each sheet begins, and the patterns of the styles that have one."""
    places, formats, used, version = [], {}, [], 0
    for kind, body in _list_records(stream, 0):
        if kind == _BEGIN:
            (version,) = struct.unpack_from("<H", body)
        elif kind == _SHEET:
            places.append(struct.unpack_from("<I", body)[0])
        elif kind == _STYLE:
            used.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _FORMAT and version == _BIFF8:
            number, _, wide = struct.unpack_from("<HHB", body)
            formats[number] = body[5:].decode("utf-16-le" if wide & 1 else "latin-1", "replace")
    patterns = list_patterns(formats)
    return places, {i: patterns[each] for i, each in enumerate(used) if each in patterns}


def _read_sheet(records: Iterator[Record], styles: dict[int, str]) -> Marks:
    marks = Marks()
    for kind, body in records:
        if kind == _ROW:
            row, flags = struct.unpack_from("<H10xH", body)
            if flags & _HIDDEN:
                marks.hidden.add(row + 1)
        elif kind in (_NUMBER, _SHORT, _FORMULA, _ERROR):
            row, column, style = struct.unpack_from("<HHH", body)
            if error := _find_error(kind, body):
                marks.errors[row, column] = error
            elif style in styles:
                marks.patterns[row, column] = styles[style]
        elif kind == _SHORTS:
            row, column = struct.unpack_from("<HH", body)
            for offset, (style, _) in enumerate(struct.iter_unpack("<HI", body[4:-2])):
                if style in styles:
                    marks.patterns[row, column + offset] = styles[style]
    return marks


def _find_error(kind: int, body: bytes) -> str:
    """Return the error that a cell or the result of its formula is, "" when it is none."""
    if kind == _ERROR and body[7]:
        return _ERRORS.get(body[6], "#?")
    if kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":  # noqa: PLR2004
        return _ERRORS.get(body[8], "#?")
    return ""
