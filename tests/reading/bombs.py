"""Small workbooks of the two binary kinds that unfold to much."""

import io
import struct
import zipfile
from pathlib import Path

import xlwt

SMALL = Path(__file__).parent / "small.xlsb"
_BEGIN_DATA, _END_DATA = b"\x91\x01\x00", b"\x92\x01\x00"


def record(kind, body):
    """Return a record of an xlsb workbook."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, sizes = len(body), b""
    while size >= 0x80:
        sizes += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + sizes + bytes([size]) + body


def wide(text):
    """Return a text as xlsb has it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def save_xlsb(strings, rows):
    """Return an xlsb workbook.

    Args:
        strings: The strings that its cells share.
        rows: Lists of cells: the number of a string, or a text of its own.
    """
    table = record(159, struct.pack("<II", len(strings), len(strings)))
    table += b"".join(record(19, b"\x00" + wide(text)) for text in strings) + record(160, b"")
    cells = [_BEGIN_DATA]
    for row, line in enumerate(rows):
        cells.append(record(0, struct.pack("<I", row) + bytes(21)))
        for column, cell in enumerate(line):
            place = struct.pack("<II", column, 0)
            is_shared = isinstance(cell, int)
            body = place + (struct.pack("<I", cell) if is_shared else wide(cell))
            cells.append(record(7 if is_shared else 6, body))
    file = io.BytesIO()
    with (
        zipfile.ZipFile(SMALL) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/sharedStrings.bin":
                part = table
            elif name.endswith("sheet2.bin"):
                head, tail = part.split(_BEGIN_DATA)[0], part.split(_END_DATA)[1]
                part = b"".join([head, *cells, _END_DATA, tail])
            new.writestr(name, part)
    return file.getvalue()


def save_xls(*sheets):
    """Return an xls workbook of sheets of rows; equal texts are one shared string."""
    book = xlwt.Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.add_sheet(f"A{number}")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def change_record(data, kind, size, *, at, value):
    """Return an xls workbook with four bytes of the first record of a kind and size changed."""
    changed = bytearray(data)
    begin = data.index(struct.pack("<HH", kind, size)) + 4 + at
    changed[begin : begin + 4] = struct.pack("<I", value)
    return bytes(changed)
